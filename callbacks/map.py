"""The map page. The map answers by itself, so that it paints while the rest is still being read.

What is in the page already is painted there (assets/3_pictures.js). These callbacks answer the rest: the
first picture, drill-down, an address that can't be used, a warehouse that is away.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, set_props

from callbacks.map_picture import Shown, shown_controls, shown_map, shown_numbers, shown_path
from callbacks.pictures import first_indicator, read_likely, read_mark
from callbacks.view import View, answering, of_view, tell_calm
from config import Settings
from indicators.periods import Period
from layouts import ids
from layouts.links import MAP
from layouts.still import WORDS, to_html, words
from layouts.value_table import value_table
from repository import Repository

EVERYWHERE = (ids.BANNER, ids.NOTICES, ids.STAMP)  # of the frame, which any page may write


def register(app: Dash, repository: Repository, settings: Settings) -> None:
    """Wires the map page into an app."""

    def answer(asked: str, outputs: tuple[Output, ...], show: Callable[[View], Any]) -> None:
        read = answering(repository, settings.default_locale, MAP, of_view(repository, show))
        reads = Input(asked, "data"), State(asked, "data"), State(ids.URL, "pathname")
        app.callback(*outputs, *reads, prevent_initial_call=True)(read)

    def part(show: Callable[[View], Shown], *shows: tuple[str, str]) -> None:
        def shown(view: View) -> Any:
            found = show(view)
            for everywhere in EVERYWHERE:
                if everywhere in found:
                    set_props(everywhere, words(found[everywhere]["children"]))
            answers = [_answer(found[component], its) for component, its in shows]
            return answers[0] if len(answers) == 1 else answers

        answer(ids.ASKED, tuple(Output(*one) for one in shows), shown)

    def show_map(view: View) -> Shown:
        found = shown_map(repository, settings, view)
        tell_calm(repository.read_state())
        set_props(ids.PICTURES, {"data": offered(repository, settings, view)})
        return found

    part(
        show_map,
        (ids.MAP, "figure"),
        (ids.MAP_FRAME, "aria-label"),
        (ids.MAP_NOTE, WORDS),
        (ids.LEGEND, WORDS),
    )
    part(
        partial(shown_controls, repository),
        (ids.INDICATOR, "value"),
        (ids.SEGMENTS, WORDS),
        (ids.FREQUENCIES, WORDS),
        (ids.TIMELINE, "data"),
        (ids.SLIDER, "max"),
        (ids.SLIDER, "marks"),
        (ids.SLIDER, "value"),
        (ids.SLIDER, "disabled"),
        (ids.PERIOD, WORDS),
    )
    part(
        partial(shown_numbers, settings),
        (ids.HEADLINE, WORDS),
        (ids.RANKING, WORDS),
    )
    part(partial(shown_path, repository), (ids.PATH, "children"))
    answer(ids.TABLE_ASKED, (Output(ids.TABLE, "children"),), show_table)

    app.clientside_callback(
        ClientsideFunction("pictures", "ask"),
        Output(ids.ASKED, "data"),
        Input(ids.URL, "search"),
        Input(ids.LOAD, "data"),
        State(ids.URL, "pathname"),
    )
    app.clientside_callback(
        ClientsideFunction("pictures", "known"), Input(ids.PICTURES, "data"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("choice", "table"),
        Output(ids.TABLE_ASKED, "data"),
        Input(ids.TIMELINE, "data"),
        Input(ids.LOAD, "data"),
        State(ids.URL, "search"),
        prevent_initial_call=True,
    )
    for function, *reads in (
        ("indicator", Input(ids.INDICATOR, "value"), State(ids.TIMELINE, "data")),
        ("period", Input(ids.SLIDER, "value"), State(ids.TIMELINE, "data")),
        ("dragged", Input(ids.SLIDER, "drag_value"), State(ids.TIMELINE, "data")),
        ("clicked", Input(ids.MAP, "clickData")),
        ("play", Input(ids.PLAY, "n_clicks")),
        ("tick", Input(ids.TICK, "n_intervals"), State(ids.TIMELINE, "data")),
    ):
        app.clientside_callback(ClientsideFunction("choice", function), *reads, prevent_initial_call=True)


def _answer(shown: dict[str, Any], its: str) -> Any:
    """A property of a component; content that nobody but pictures changes as HTML text."""
    return to_html(shown["children"]) if its == WORDS else shown[its]


def offered(repository: Repository, settings: Settings, view: View) -> dict[str, Any]:
    """What a browser has to know to ask for pictures; no mark where its address can't be used as it is."""
    chosen = view.choice
    return {
        "mark": None if chosen.problems else read_mark(repository, settings),
        "first": first_indicator(repository.catalogue),
        "frequency": Period.parse(view.table.period).frequency,
        "next": read_likely(repository, chosen.indicator, chosen.load),
    }


def show_table(view: View) -> Any:
    """The values that the map shows, as a table."""
    return value_table(view.table, view.choice.indicator, view.choice.language)
