"""The map page. The map answers by itself, so that it paints while the rest is still being read."""

from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from callbacks.view import View, answering, read_path, tell_calm
from charts.choropleth import choropleth, drawn_boundaries
from charts.classes import classes, provisional
from charts.trend import trend
from config import Settings
from indicators.model import COUNTRY
from indicators.periods import Period
from layouts import ids
from layouts.controls import choice_groups, frequencies, slider_marks, timeline
from layouts.headline import headline
from layouts.legend import legend
from layouts.notices import banner, empty_note, is_empty, problem_notices, stamp
from layouts.ranking import ranking, ranking_card
from layouts.reading import reading
from layouts.target_path import path_card
from layouts.value_table import value_table
from layouts.wording import is_illustrative
from repository import Repository


def register(app: Dash, repository: Repository, settings: Settings, urls: dict[str, str]) -> None:
    """Wires the map page into an app; `urls` are the addresses of the shapes."""
    answer = partial(answering, repository, settings.default_locale)
    inputs = (Input(ids.URL, "search"), Input(ids.LOAD, "data"))

    app.callback(
        Output(ids.MAP, "figure"),
        Output(ids.MAP_FRAME, "aria-label"),
        Output(ids.MAP_NOTE, "children"),
        Output(ids.LEGEND, "children"),
        Output(ids.BANNER, "children"),
        *inputs,
    )(answer(partial(show_map, repository, urls)))
    app.callback(
        Output(ids.INDICATOR, "value"),
        Output(ids.SEGMENTS, "children"),
        Output(ids.FREQUENCIES, "children"),
        Output(ids.TIMELINE, "data"),
        Output(ids.SLIDER, "max"),
        Output(ids.SLIDER, "marks"),
        Output(ids.SLIDER, "value"),
        Output(ids.SLIDER, "disabled"),
        Output(ids.PERIOD, "children"),
        Output(ids.NOTICES, "children"),
        *inputs,
    )(answer(partial(show_controls, repository)))
    app.callback(
        Output(ids.HEADLINE, "children"),
        Output(ids.RANKING, "children"),
        Output(ids.TABLE, "children"),
        Output(ids.STAMP, "children"),
        *inputs,
    )(answer(partial(show_numbers, settings)))
    app.callback(Output(ids.PATH, "children"), *inputs)(answer(partial(show_path, repository)))

    for function, *reads in (
        ("indicator", Input(ids.INDICATOR, "value"), State(ids.TIMELINE, "data")),
        ("period", Input(ids.SLIDER, "value"), State(ids.TIMELINE, "data")),
        ("dragged", Input(ids.SLIDER, "drag_value"), State(ids.TIMELINE, "data")),
        ("clicked", Input(ids.MAP, "clickData")),
        ("play", Input(ids.PLAY, "n_clicks")),
        ("tick", Input(ids.TICK, "n_intervals"), State(ids.TIMELINE, "data")),
    ):
        app.clientside_callback(ClientsideFunction("choice", function), *reads, prevent_initial_call=True)


def show_map(repository: Repository, urls: dict[str, str], view: View) -> tuple[Any, ...]:
    """The map, its reading for those who can't see it, what to do where it is empty, its legend, the banner.

    The banner comes with the map, so that no made-up number is seen before it; it counts the path's in.
    """
    chosen, table, lang = view.choice, view.table, view.choice.language
    indicator = chosen.indicator
    state = repository.read_state()
    before = None
    if chosen.colouring == "change":
        earlier = Period.parse(table.period).previous_year().code
        before = repository.read_values(indicator.code, earlier, chosen.boundaries)
    figure = choropleth(
        table,
        indicator,
        colouring=chosen.colouring,
        lang=lang,
        theme=chosen.theme,
        before=before,
        selected=chosen.area,
        geojson_url=urls[drawn_boundaries(table)],
    )
    found = classes(
        table, indicator, colouring=chosen.colouring, lang=lang, theme=chosen.theme, before=before
    )
    over = provisional(table, lang, chosen.theme)
    note = []
    if is_empty(table):
        any_data = any(repository.read_periods(indicator.code).values())
        newest = repository.read_values(indicator.code, None, chosen.boundaries).period if any_data else None
        note = empty_note(table.period, newest, lang)
    tell_calm(state)
    warning = banner(is_illustrative(table, read_path(repository, view, COUNTRY)), lang)
    key = legend(found, over, chosen.colouring, lang)
    return figure, reading(table, indicator, lang), note, key, warning


def show_controls(repository: Repository, view: View) -> tuple[Any, ...]:
    """The controls as the address has them, and a line for each part of it that can't be used."""
    chosen, lang = view.choice, view.choice.language
    period = view.table.period
    periods = repository.read_periods(chosen.indicator.code)
    line = timeline(chosen.indicator.code, period, periods, lang)
    last = len(line["codes"]) - 1
    return (
        chosen.indicator.code,
        choice_groups(chosen),
        frequencies(period, periods, lang),
        line,
        max(last, 1),
        slider_marks(line["codes"]),
        line["codes"].index(period),
        last == 0,
        lang.period(period),
        problem_notices(chosen.problems, lang),
    )


def show_numbers(settings: Settings, view: View) -> tuple[Any, ...]:
    """The national figure, the ranking, the table, and what has to be said about all of them."""
    chosen, table, lang = view.choice, view.table, view.choice.language
    indicator = chosen.indicator
    ranked = ranking(table, indicator, settings.min_denominator)
    return (
        headline(table, indicator, lang),
        ranking_card(ranked, indicator, chosen.rank, chosen.area, settings.min_denominator, lang),
        value_table(table, indicator, lang),
        stamp(table, lang),
    )


def show_path(repository: Repository, view: View) -> list[Any]:
    """The country's value beside the path it would have to be on."""
    chosen, table, lang = view.choice, view.table, view.choice.language
    series = read_path(repository, view, COUNTRY)
    figure = trend(series, chosen.indicator, value=table.national, lang=lang, theme=chosen.theme)
    return path_card(figure, chosen.indicator, lang)
