"""The page at DESIGN."""

from functools import partial

from dash import Dash, Input, Output, State
from dash.development.base_component import Component

from callbacks.view import answering, tell_page
from charts.choropleth import choropleth
from charts.classes import Colouring
from config import Settings
from geodata.outlines import read_outlines
from layouts import ids
from layouts.choice import Choice
from layouts.design import content
from layouts.design_examples import country_by_status, example_indicator
from layouts.links import DESIGN
from repository import Repository

MAPS: tuple[Colouring, ...] = ("status", "value")


def register(app: Dash, repository: Repository, settings: Settings) -> None:
    """Wires the page into an app."""
    app.callback(
        Output(ids.DESIGN, "children"),
        Input(ids.URL, "search"),
        Input(ids.LOAD, "data"),
        State(ids.URL, "pathname"),
    )(answering(repository, settings.default_locale, DESIGN, partial(show_page, repository, settings)))


def show_page(repository: Repository, settings: Settings, chosen: Choice) -> list[Component]:
    """Every component with plain values; only the outlines of the maps are read."""
    tell_page(repository, chosen, illustrative=True)
    indicator = example_indicator(repository.catalogue)
    outlines = read_outlines(settings.data_dir, "34")
    table = country_by_status(indicator, outlines.codes)
    maps = [
        choropleth(
            table,
            indicator,
            colouring=colouring,
            lang=chosen.language,
            theme=chosen.theme,
            outlines=outlines,
        )
        for colouring in MAPS
    ]
    return content(indicator, table, maps, chosen)
