"""The page Tổng quan."""

from functools import partial
from typing import Any

from dash import Dash, Input, Output, State

from callbacks.view import answering, tell_page
from config import Settings
from indicators.model import Indicator, Value
from layouts import ids
from layouts.choice import Choice
from layouts.links import OVERVIEW
from layouts.overview import is_illustrative, overview
from repository import Repository


def register(app: Dash, repository: Repository, settings: Settings) -> None:
    """Wires the page into an app."""
    app.callback(
        Output(ids.OVERVIEW, "children"),
        Input(ids.URL, "search"),
        Input(ids.LOAD, "data"),
        State(ids.URL, "pathname"),
    )(answering(repository, settings.default_locale, OVERVIEW, partial(show_page, repository)))


def show_page(repository: Repository, chosen: Choice) -> Any:
    """The page from the card of every indicator."""
    cards = [repository.read_card(code, as_of_load=chosen.load) for code in repository.catalogue.codes]
    own = {
        indicator.code: read_own_targets(repository, indicator, chosen)
        for indicator in repository.catalogue
        if any(target.provinces for target in indicator.targets)
    }
    tell_page(repository, chosen, illustrative=is_illustrative(cards, own))
    return overview(cards, own, chosen)


def read_own_targets(repository: Repository, indicator: Indicator, chosen: Choice) -> tuple[Value, ...]:
    """The newest values of the provinces whose own plans set a target that the country does not have."""
    table = repository.read_values(indicator.code, as_of_load=chosen.load)
    return tuple(value for value in table.values if value.own_target)
