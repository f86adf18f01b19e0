"""The page Chỉ tiêu. What only some indicators have, by part or by group, answers by itself."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from callbacks.boundaries import province_trend, read_projection, read_province_series
from callbacks.view import View, answering, of_view, read_path, tell_page
from charts.dots import dots
from charts.part_trends import part_trends
from charts.steps import steps
from charts.template import Figure
from charts.trend import trend
from config import Settings
from indicators.lifecycle import lives
from indicators.milestones import Milestone
from indicators.model import COUNTRY, Series, Value
from indicators.periods import Period
from indicators.projection import Projection
from layouts import ids
from layouts.indicator import indicator_headline, period_controls
from layouts.indicator_communes import communes_card
from layouts.indicator_definition import definition_card, disputed_card
from layouts.indicator_groups import breakdowns, ethnic_groups_card, zones_card
from layouts.indicator_milestones import milestones_card
from layouts.indicator_parts import parts_card, whole_note
from layouts.indicator_province import province_card
from layouts.indicator_spread import spread_card
from layouts.indicator_targets import targets_card
from layouts.indicator_trend import trend_card
from layouts.links import INDICATOR
from layouts.wording import area_name, is_illustrative
from repository import Repository


def register(app: Dash, repository: Repository, settings: Settings) -> None:
    """Wires the page into an app."""
    inputs = (Input(ids.URL, "search"), Input(ids.LOAD, "data"), State(ids.URL, "pathname"))

    def answer(show: Callable[[View], Any]) -> Callable[..., Any]:
        return answering(repository, settings.default_locale, INDICATOR, of_view(repository, show))

    app.callback(
        Output(ids.INDICATOR_CHOICE, "value"),
        Output(ids.INDICATOR_SHOWN, "data"),
        Output(ids.INDICATOR_PERIODS, "children"),
        Output(ids.INDICATOR_PAGE, "children"),
        *inputs,
    )(answer(partial(show_page, repository, settings)))
    app.callback(Output(ids.INDICATOR_GROUPS, "children"), *inputs)(answer(partial(show_groups, repository)))
    app.callback(Output(ids.INDICATOR_ABOUT, "children"), *inputs)(answer(partial(show_about, repository)))
    app.clientside_callback(
        ClientsideFunction("choice", "indicator"),
        Input(ids.INDICATOR_CHOICE, "value"),
        State(ids.INDICATOR_SHOWN, "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("choice", "clicked"),
        Input(ids.INDICATOR_DOTS, "clickData"),
        State(ids.INDICATOR_DOTS, "id"),
        prevent_initial_call=True,
    )


def show_page(repository: Repository, settings: Settings, view: View) -> tuple[Any, ...]:
    """The controls as the address has them, the national figure, the country's path, and the provinces."""
    chosen, table, lang = view.choice, view.table, view.choice.language
    indicator, national = chosen.indicator, table.national
    series = read_path(repository, view, COUNTRY)
    milestones = read_milestones_of(repository, view)
    illustrative = is_illustrative(table, series) or any(one.illustrative for one in milestones)
    tell_page(repository, chosen, illustrative=illustrative)
    projection = read_path_projection(repository, view)
    content = [indicator_headline(table, chosen), *whole_note(indicator, repository.catalogue, chosen)]
    if indicator.kind == "milestone":
        if indicator.level != "country":
            path = steps(series, national, lang=lang, theme=chosen.theme)
            content.append(trend_card(path, series, national, None, indicator, lang))
        content.append(milestones_card(milestones, lang))
    else:
        path = trend(series, indicator, value=national, projection=projection, lang=lang, theme=chosen.theme)
        swarm = dots(table, indicator, lang=lang, theme=chosen.theme, selected=chosen.area)
        content += [
            trend_card(path, series, national, projection, indicator, lang),
            spread_card(swarm, table, chosen, settings.min_denominator),
            *_province(repository, view),
        ]
    periods = repository.read_periods(indicator.code, chosen.load)
    shown = {"indicator": indicator.code}
    return indicator.code, shown, period_controls(table.period, periods, chosen), content


def show_groups(repository: Repository, view: View) -> list[Any]:
    """The indicator by its parts, by zone, by ethnic group and by commune of the province selected."""
    chosen, table, lang = view.choice, view.table, view.choice.language
    indicator, period, boundaries, load = chosen.indicator, table.period, chosen.boundaries, chosen.load
    if indicator.kind == "milestone" or indicator.level == "country":
        return []
    selected = next((value for value in table.values if value.area_code == chosen.area), None)
    where = area_name(selected, lang) if selected else lang("Cả nước")
    zones = repository.read_zones(indicator.code, period, boundaries, chosen.area, load)
    groups = repository.read_ethnic_groups(indicator.code, period, chosen.area or COUNTRY, boundaries, load)
    communes = None
    if selected and indicator.level == "commune":
        communes = repository.read_values(indicator.code, period, boundaries, chosen.area, load)
    cards = [
        zones_card(zones, indicator, where, lang),
        ethnic_groups_card(groups, indicator, where, lang),
        communes_card(communes, where, chosen),
    ]
    return [*_parts(repository, view), *breakdowns(cards)]


def show_about(repository: Repository, view: View) -> list[Any]:
    """The definition, what is disputed in it, and the targets with their history."""
    chosen, table = view.choice, view.table
    indicator = chosen.indicator
    origin = repository.read_origin(indicator.code, COUNTRY, table.period, chosen.boundaries, chosen.load)
    day = Period.parse(table.period).end if chosen.period else repository.today()
    return [
        *disputed_card(indicator, chosen.language),
        definition_card(origin.measures, chosen),
        targets_card(lives(indicator, day), table.values, chosen),
    ]


def _province(repository: Repository, view: View) -> list[Any]:
    """The path of the province that is selected; nothing where none is."""
    chosen, table = view.choice, view.table
    value = next((one for one in table.values if one.area_code == chosen.area), None)
    if value is None or chosen.indicator.level == "country":
        return []
    found = read_province_series(repository, view, value.area_code)
    projection = read_projection(repository, view, found, value)
    figure = province_trend(repository, view, found, value, projection)
    return [province_card(figure, found.series, found.former, value, found.territory, chosen)]


def read_path_projection(repository: Repository, view: View) -> Projection | None:
    """Where the country's pace leads; None where nobody is left to get there."""
    chosen = view.choice
    if chosen.indicator.applicable_until is not None:
        return None
    return repository.read_projection(
        chosen.indicator.code, COUNTRY, chosen.boundaries, view.table.period, chosen.load
    )


def read_milestones_of(repository: Repository, view: View) -> tuple[Milestone, ...]:
    """How every area stands with the milestone shown at the end of the period; none for other indicators."""
    chosen = view.choice
    if chosen.indicator.kind != "milestone":
        return ()
    found = repository.read_milestones(view.table.period, chosen.boundaries, chosen.load)
    return tuple(one for one in found if one.code == chosen.indicator.code)


def _parts(repository: Repository, view: View) -> list[Any]:
    """The parts of an indicator beside the whole; nothing where it has none."""
    if not view.choice.indicator.parts:
        return []
    figure, values, _ = draw_parts(repository, view)
    return [parts_card(figure, values, repository.catalogue, view.choice)]


def draw_parts(repository: Repository, view: View) -> tuple[Figure, list[Value], list[Series]]:
    """The chart of an indicator's parts, their national values and their paths, the whole first."""
    chosen, lang = view.choice, view.choice.language
    indicator, period = chosen.indicator, view.table.period
    codes = (indicator.code, *indicator.parts)
    views = [View(replace(chosen, indicator=repository.catalogue[code]), view.table) for code in codes]
    paths = [read_path(repository, one, COUNTRY) for one in views]
    values = [
        repository.read_values(code, period, chosen.boundaries, as_of_load=chosen.load).national
        for code in codes
    ]
    figure = part_trends(paths[0], paths[1:], indicator, lang=lang, theme=chosen.theme)
    return figure, values, paths
