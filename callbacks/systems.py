"""The page at SYSTEMS."""

from functools import partial
from typing import Any

from dash import Dash, Input, Output, State

from callbacks.view import answering, tell_page
from config import Settings
from layouts import ids
from layouts.choice import Choice
from layouts.links import SYSTEMS
from layouts.systems import systems_page
from layouts.systems_view import SystemsView
from repository import Repository


def register(app: Dash, repository: Repository, settings: Settings) -> None:
    """Wires the page into an app."""
    app.callback(
        Output(ids.SYSTEMS, "children"),
        Input(ids.URL, "search"),
        Input(ids.LOAD, "data"),
        State(ids.URL, "pathname"),
    )(answering(repository, settings.default_locale, SYSTEMS, partial(show_page, repository)))


def show_page(repository: Repository, chosen: Choice) -> Any:
    """What the page shows."""
    systems = repository.read_systems(as_of_load=chosen.load)
    illustrative = any(one.milestone and one.milestone.illustrative for one in systems)
    tell_page(repository, chosen, illustrative=illustrative)
    return systems_page(SystemsView(chosen, repository.catalogue, systems))
