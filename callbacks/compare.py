"""The page So sánh. The scorecard, the ranking and the charts each answer by themselves."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State
from dash.development.base_component import Component

from callbacks.view import answering, tell_page
from charts.paths import paths
from config import Settings
from geodata.provinces import MERGER
from indicators.model import COUNTRY, Series
from indicators.periods import Period
from indicators.ranking import (
    Ranking,
    Way,
    baseline_values,
    change_ranking,
    earlier_period,
    level_ranking,
    pace_ranking,
)
from indicators.scorecard import Column
from layouts import ids
from layouts.choice import SPANS, Choice
from layouts.compare import area_options, compare_controls, scorecard_head
from layouts.compare_paths import chosen_provinces, paths_card
from layouts.compare_ranking import rankings_card
from layouts.compare_spine import spine_card, spine_hint
from layouts.compare_view import CompareView, checked
from layouts.links import COMPARE
from layouts.notices import country_note
from layouts.ranking import by_name, states_card
from layouts.scorecard import scorecard_data, scorecard_key
from repository import Repository


def register(app: Dash, repository: Repository, settings: Settings) -> None:
    """Wires the page into an app."""
    inputs = (Input(ids.URL, "search"), Input(ids.LOAD, "data"), State(ids.URL, "pathname"))

    def answer(show: Callable[[CompareView], Any]) -> Callable[..., Any]:
        def shown(chosen: Choice) -> Any:
            return show(read_compare_view(repository, chosen, settings.min_denominator))

        return answering(repository, settings.default_locale, COMPARE, shown)

    app.callback(
        Output(ids.COMPARE_INDICATOR, "value"),
        Output(ids.COMPARE_AREAS, "options"),
        Output(ids.COMPARE_AREAS, "value"),
        Output(ids.COMPARE_SHOWN, "data"),
        Output(ids.COMPARE_CONTROLS, "children"),
        Output(ids.COMPARE_CHOSEN, "children"),
        Output(ids.SCORECARD_HEAD, "children"),
        Output(ids.SCORECARD_DATA, "data"),
        Output(ids.SCORECARD_KEY, "children"),
        *inputs,
    )(answer(partial(show_scorecard, repository)))
    app.callback(Output(ids.COMPARE_RANKING, "children"), *inputs)(answer(partial(show_ranking, repository)))
    app.callback(Output(ids.COMPARE_PATHS, "children"), Output(ids.COMPARE_SPINE, "children"), *inputs)(
        answer(partial(show_provinces, repository))
    )
    for function, *reads in (
        ("indicator", Input(ids.COMPARE_INDICATOR, "value"), State(ids.COMPARE_SHOWN, "data")),
        ("areas", Input(ids.COMPARE_AREAS, "value"), State(ids.COMPARE_SHOWN, "data")),
        (
            "clicked",
            Input(ids.COMPARE_PATHS_CHART, "clickData"),
            State(ids.COMPARE_PATHS_CHART, "id"),
        ),
    ):
        app.clientside_callback(ClientsideFunction("choice", function), *reads, prevent_initial_call=True)
    app.clientside_callback(
        ClientsideFunction("scorecard", "draw"), Input(ids.SCORECARD_DATA, "data"), prevent_initial_call=True
    )


def read_compare_view(repository: Repository, asked: Choice, min_denominator: int) -> CompareView:
    """What the page is made of. Values are those of today's provinces, whatever boundaries are asked for."""
    provincial = [one for one in repository.catalogue if one.level != "country"]
    columns = tuple(repository.read_column(one.code, asked.period, asked.load) for one in provincial)
    names = {
        value.area_code: (value.area_name, value.area_name_en)
        for column in columns
        for value in column.table.values
    }
    chosen = checked(asked, names, [one.code for one in provincial])
    looked_at = next((one for one in columns if one.indicator.code == chosen.indicator.code), None)
    quarters = {
        quarter
        for one in provincial
        if one.targets
        for quarter in repository.read_periods(one.code, asked.load)["quarter"]
    }
    return CompareView(
        choice=chosen,
        columns=columns,
        looked_at=looked_at,
        names=names,
        rows=read_rows(repository, chosen, tuple(names)),
        quarters=tuple(quarters),
        min_denominator=min_denominator,
    )


def read_rows(repository: Repository, chosen: Choice, codes: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of the provinces shown: all, or the group with the province it is the group of."""
    if chosen.group is None:
        return codes
    group = repository.read_group(chosen.group, chosen.area or "", chosen.period, chosen.load)
    return tuple(code for code in codes if code in group or code == chosen.area)


def show_scorecard(repository: Repository, view: CompareView) -> tuple[Any, ...]:
    """The controls as the address has them, the provinces chosen, and the scorecard."""
    chosen, lang = view.choice, view.choice.language
    values = [value for column in view.columns for value in (*column.table.values, column.table.national)]
    tell_page(repository, chosen, illustrative=any(value.illustrative for value in values))
    return (
        chosen.indicator.code,
        area_options(view.names, lang),
        list(chosen.areas),
        {"indicator": chosen.indicator.code, "areas": ",".join(chosen.areas), "area": chosen.area},
        compare_controls(view),
        chosen_provinces(view),
        scorecard_head(view),
        scorecard_data(view),
        scorecard_key(view),
    )


def show_ranking(repository: Repository, view: CompareView) -> list[Component]:
    """The three rankings of the indicator looked at; of a milestone the states of the provinces."""
    column, chosen = view.looked_at, view.choice
    if column is None:
        return country_note(chosen)
    if column.indicator.kind == "milestone":
        shown = replace(column.table, values=tuple(view.in_group(column.table.values)))
        return states_card(shown, chosen.area, chosen.language)
    period = column.table.period
    unavailable = frozenset(
        span for span in SPANS if span != "baseline" and earlier_period(period, span) is None
    )
    earlier = earlier_period(period, chosen.span)
    return rankings_card(view, read_rankings(repository, view, column), earlier, unavailable)


def read_rankings(repository: Repository, view: CompareView, column: Column) -> dict[Way, Ranking]:
    """The rankings by level, by change over the span chosen, and by pace, of the provinces shown."""
    chosen, indicator, minimum = view.choice, column.indicator, view.min_denominator
    values = by_name(view.in_group(column.table.values))
    earlier = {}
    if chosen.span == "baseline":
        earlier = baseline_values(column.table)
    elif period := earlier_period(column.table.period, chosen.span):
        before = repository.read_values(indicator.code, period, as_of_load=chosen.load)
        earlier = {value.area_code: value for value in before.values}
    return {
        "level": level_ranking(values, indicator, minimum),
        "change": change_ranking(values, earlier, indicator, minimum),
        "pace": pace_ranking(values, minimum),
    }


def show_provinces(repository: Repository, view: CompareView) -> tuple[list[Component], list[Component]]:
    """The paths of the provinces chosen and the spine of the one looked at; how to choose where none is."""
    chosen, column = view.choice, view.looked_at
    if not chosen.areas:
        return [spine_hint(chosen.language)], []
    spine = spine_card(view)
    if column is None or column.indicator.kind == "milestone":
        return [], spine
    found = read_shown_paths(repository, view, column)
    figure = paths(
        [found[code] for code in chosen.areas],
        found[COUNTRY],
        column.indicator,
        value=column.table.national,
        lang=chosen.language,
        theme=chosen.theme,
        merged_on=MERGER,
    )
    return paths_card(view, figure, found), spine


def read_shown_paths(repository: Repository, view: CompareView, column: Column) -> dict[str, Series]:
    """The paths of the country and of the provinces chosen, up to the period looked at."""
    chosen = view.choice
    found = repository.read_paths(column.indicator.code, chosen.load)
    if chosen.period is None:
        return found
    end = Period.parse(chosen.period).end
    return {
        code: replace(
            found[code],
            points=tuple(one for one in found[code].points if Period.parse(one.period).end <= end),
        )
        for code in (COUNTRY, *chosen.areas)
    }
