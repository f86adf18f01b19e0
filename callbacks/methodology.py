"""The page at METHODOLOGY."""

from functools import partial

from dash import Dash, Input, Output, State
from dash.development.base_component import Component

from callbacks.view import answering, tell_page
from config import Settings
from layouts import ids
from layouts.choice import Choice
from layouts.links import METHODOLOGY
from layouts.methodology import Method, content
from repository import Repository


def register(app: Dash, repository: Repository, settings: Settings) -> None:
    """Wires the page into an app."""
    app.callback(
        Output(ids.METHODOLOGY, "children"),
        Input(ids.URL, "search"),
        Input(ids.LOAD, "data"),
        State(ids.URL, "pathname"),
    )(answering(repository, settings.default_locale, METHODOLOGY, partial(show_page, repository, settings)))


def show_page(repository: Repository, settings: Settings, chosen: Choice) -> list[Component]:
    """The methodology with the thresholds that the repository computes with."""
    tell_page(repository, chosen, illustrative=False)
    return content(method_in_force(repository, settings), chosen.language)


def method_in_force(repository: Repository, settings: Settings) -> Method:
    """The thresholds and limits that this dashboard computes with."""
    return Method(repository.thresholds, repository.enough, settings.min_denominator, settings.min_cell)
