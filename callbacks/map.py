"""The map page. The map answers by itself, so that it paints while the rest is still being read."""

from collections.abc import Callable
from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, set_props

from callbacks.view import View, answering, of_view, read_path, tell_calm
from charts.choropleth import choropleth, drawn_boundaries
from charts.classes import classes, provisional
from charts.trend import trend
from config import Settings
from geodata.outlines import read_outlines
from indicators.model import COUNTRY
from indicators.periods import Period
from layouts import ids
from layouts.controls import choice_groups, frequencies, slider_marks, timeline
from layouts.headline import headline
from layouts.legend import legend
from layouts.links import MAP
from layouts.notices import banner, country_note, empty_note, is_empty, problem_notices, stamp
from layouts.ranking import ranking, ranking_card, states_card
from layouts.reading import reading
from layouts.target_path import duty_card, path_card
from layouts.value_table import value_table
from layouts.wording import is_illustrative
from repository import Repository


def register(app: Dash, repository: Repository, settings: Settings) -> None:
    """Wires the map page into an app."""
    inputs = (Input(ids.URL, "search"), Input(ids.LOAD, "data"), State(ids.URL, "pathname"))

    def answer(show: Callable[[View], Any]) -> Callable[..., Any]:
        return answering(repository, settings.default_locale, MAP, of_view(repository, show))

    app.callback(
        Output(ids.MAP, "figure"),
        Output(ids.MAP_FRAME, "aria-label"),
        Output(ids.MAP_NOTE, "children"),
        Output(ids.LEGEND, "children"),
        *inputs,
    )(answer(partial(show_map, repository, settings)))
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
        *inputs,
    )(answer(partial(show_controls, repository)))
    app.callback(
        Output(ids.HEADLINE, "children"),
        Output(ids.RANKING, "children"),
        Output(ids.TABLE, "children"),
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


def show_map(repository: Repository, settings: Settings, view: View) -> tuple[Any, ...]:
    """The map, its reading for those who can't see it, what to do where it is empty, its legend.

    The banner comes with the map, so that no made-up number is seen before it; it counts the path's in.
    """
    chosen, table, lang = view.choice, view.table, view.choice.language
    indicator = chosen.indicator
    state = repository.read_state()
    before = None
    if chosen.colouring == "change":
        earlier = Period.parse(table.period).previous_year().code
        before = repository.read_values(indicator.code, earlier, chosen.boundaries, as_of_load=chosen.load)
    figure = choropleth(
        table,
        indicator,
        colouring=chosen.colouring,
        lang=lang,
        theme=chosen.theme,
        before=before,
        selected=chosen.area,
        outlines=read_outlines(settings.data_dir, drawn_boundaries(table)),
    )
    found = classes(
        table, indicator, colouring=chosen.colouring, lang=lang, theme=chosen.theme, before=before
    )
    over = provisional(table, lang, chosen.theme)
    note = []
    if indicator.level == "country":
        note = country_note(chosen)
    elif is_empty(table):
        any_data = any(repository.read_periods(indicator.code, chosen.load).values())
        newest = (
            repository.read_values(indicator.code, None, chosen.boundaries, as_of_load=chosen.load).period
            if any_data
            else None
        )
        note = empty_note(table.period, newest, lang)
    tell_calm(state)
    warning = banner(is_illustrative(table, read_path(repository, view, COUNTRY)), lang)
    set_props(ids.BANNER, {"children": warning})
    key = legend(found, over, chosen.colouring, lang, milestone=indicator.kind == "milestone")
    return figure, reading(table, indicator, lang), note, key


def show_controls(repository: Repository, view: View) -> tuple[Any, ...]:
    """The controls as the address has them, and a line for each part of it that can't be used."""
    chosen, lang = view.choice, view.choice.language
    period = view.table.period
    periods = repository.read_periods(chosen.indicator.code, chosen.load)
    line = timeline(chosen.indicator.code, period, periods, lang)
    last = len(line["codes"]) - 1
    set_props(ids.NOTICES, {"children": problem_notices(chosen.problems, lang)})
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
    )


def show_numbers(settings: Settings, view: View) -> tuple[Any, ...]:
    """The national figure, the ranking, the table, and what has to be said about all of them."""
    chosen, table, lang = view.choice, view.table, view.choice.language
    indicator = chosen.indicator
    if indicator.kind == "milestone":
        standing = states_card(table, chosen.area, lang)
    else:
        ranked = ranking(table, indicator, settings.min_denominator)
        standing = ranking_card(ranked, indicator, chosen.rank, chosen.area, settings.min_denominator, lang)
    set_props(ids.STAMP, {"children": stamp(table, lang)})
    return (
        headline(table, indicator, lang),
        standing,
        value_table(table, indicator, lang),
    )


def show_path(repository: Repository, view: View) -> list[Any]:
    """The country's value beside the path it would have to be on."""
    chosen, table, lang = view.choice, view.table, view.choice.language
    if chosen.indicator.kind == "milestone":  # a line of two states would say nothing
        return duty_card(chosen)
    series = read_path(repository, view, COUNTRY)
    figure = trend(series, chosen.indicator, value=table.national, lang=lang, theme=chosen.theme)
    return path_card(figure, chosen.indicator, lang)
