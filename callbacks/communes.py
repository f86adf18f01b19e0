"""The page of communes. Sorting, searching and filtering are the browser's (assets/5_communes.js).

What is selected in the table or on the map changes the panel alone: each part has its own share of the
address, and answers when that changes.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from callbacks.view import answering, path_frequency, tell_page
from charts.classes import Colouring, MapClass, classes, provisional
from charts.commune_map import commune_map
from charts.contribution import contributions
from charts.template import Figure
from charts.trend import trend
from config import Settings
from geodata.outlines import read_communes, read_outlines
from indicators.areas import MERGER
from indicators.communes import former_communes
from indicators.contribution import Contribution, contribution
from indicators.errors import UnknownParameter
from indicators.model import Series, Value, ValueTable
from indicators.periods import Period
from layouts import ids
from layouts.choice import Choice, Problem
from layouts.communes import Communes, controls, goes_down, head, way
from layouts.communes_contribution import contribution_card
from layouts.communes_detail import Commune, commune_panel
from layouts.communes_map import COLOURINGS, map_card, no_outlines, only_today
from layouts.communes_notices import (
    all_hidden,
    no_communes,
    no_province,
    not_down_to_communes,
    nothing_in_period,
    unknown_commune,
)
from layouts.communes_table import SORTS, communes_table
from layouts.indicator_groups import breakdowns, ethnic_groups_card, zones_card
from layouts.links import COMMUNES
from layouts.wording import area_name
from repository import Repository


def register(app: Dash, repository: Repository, settings: Settings) -> None:
    """Wires the page into an app."""
    search, here = State(ids.URL, "search"), State(ids.URL, "pathname")

    def answer(show: Callable[[Communes], Any]) -> Callable[..., Any]:
        def shown(chosen: Choice) -> Any:
            return show(read_communes_view(repository, chosen))

        return answering(repository, settings.default_locale, COMMUNES, shown)

    app.clientside_callback(
        ClientsideFunction("communes", "asked"),
        Output(ids.COMMUNES_ASKED, "data"),
        Output(ids.COMMUNES_FURTHER, "data"),
        Output(ids.COMMUNES_OPENED, "data"),
        Output(ids.COMMUNES_FIND, "value"),
        Input(ids.URL, "search"),
        Input(ids.LOAD, "data"),
        State(ids.COMMUNES_ASKED, "data"),
        State(ids.COMMUNES_FURTHER, "data"),
        State(ids.COMMUNES_OPENED, "data"),
    )
    whole, further = Input(ids.COMMUNES_ASKED, "data"), Input(ids.COMMUNES_FURTHER, "data")
    opened = Input(ids.COMMUNES_OPENED, "data")
    app.callback(
        Output(ids.COMMUNES_CONTROLS, "children"),
        Output(ids.COMMUNES_HEAD, "children"),
        Output(ids.COMMUNES_TABLE, "children"),
        search,
        whole,
        here,
    )(answer(partial(show_page, repository)))
    app.callback(Output(ids.COMMUNES_GROUPS, "children"), search, whole, here)(
        answer(partial(show_groups, repository))
    )
    app.callback(Output(ids.COMMUNES_CONTRIBUTION, "children"), search, further, here)(
        answer(show_contribution)
    )
    app.callback(Output(ids.COMMUNES_MAP, "children"), search, opened, here)(
        answer(partial(show_map, settings))
    )
    app.callback(
        Output(ids.COMMUNES_WAY, "children"), Output(ids.COMMUNES_PANEL, "children"), search, opened, here
    )(answer(partial(show_panel, repository)))
    app.clientside_callback(
        ClientsideFunction("communes", "panel"),
        Input(ids.COMMUNES_PANEL, "children"),
        prevent_initial_call=True,
    )
    for chart in (ids.COMMUNES_CONTRIBUTION_CHART, ids.COMMUNES_MAP_CHART):
        app.clientside_callback(
            ClientsideFunction("communes", "clicked"),
            Input(chart, "clickData"),
            State(chart, "id"),
            prevent_initial_call=True,
        )


def read_communes_view(repository: Repository, chosen: Choice) -> Communes:
    """What the page shows. A province that the boundaries don't have is a problem of the choice.

    Where the address names a commune alone, its province is the one chosen.
    """
    indicator, boundaries, load = chosen.indicator.code, chosen.boundaries, chosen.load
    table = repository.read_values(indicator, chosen.period, boundaries, as_of_load=load)
    if chosen.area is None and chosen.commune is not None:
        day = max(Period.parse(table.period).end, MERGER)
        chosen = replace(chosen, area=repository.read_areas().province_of_commune(chosen.commune, day))
    province = next((one for one in table.values if one.area_code == chosen.area), None)
    if province is None and chosen.area is not None:
        codes = tuple(value.area_code for value in table.values)
        problem = Problem("area", chosen.area, codes)
        chosen = replace(chosen, area=None, problems=(*chosen.problems, problem))
    if chosen.sort is not None and chosen.sort not in SORTS:
        chosen = replace(chosen, problems=(*chosen.problems, Problem("sort", chosen.sort, SORTS)))
    communes: tuple[Value, ...] = ()
    if province is not None and goes_down(chosen.indicator):
        found = repository.read_values(indicator, table.period, boundaries, province.area_code, load)
        communes = found.values
    return Communes(chosen, table.period, table.load_id, table.values, province, communes)


def contributed(found: Communes) -> Contribution | None:
    """What the communes contribute to the distance of their province from its target."""
    if found.province is None:
        return None
    return contribution(found.province, found.communes, found.choice.indicator)


def show_page(repository: Repository, found: Communes) -> tuple[Any, ...]:
    """The controls as the address has them, how the province stands, and the list of its communes."""
    chosen, indicator = found.choice, found.choice.indicator
    shown = (*((found.province,) if found.province else ()), *found.communes)
    tell_page(repository, chosen, illustrative=any(value.illustrative for value in shown))
    bar = controls(found, repository.read_periods(indicator.code, chosen.load), repository.catalogue)
    if not goes_down(indicator):
        return bar, not_down_to_communes(found, repository.catalogue), None
    if found.province is None:
        return bar, no_province(found.provinces, chosen), None
    if not found.communes:
        return bar, no_communes(found), None
    whole = contributed(found)
    parts = [head(found, whole.met if whole else None), *_nothing_told(repository, found, found.province)]
    return bar, parts, communes_table(found, whole)


def _nothing_told(repository: Repository, found: Communes, province: Value) -> list[Any]:
    """Why no commune has a number where none has one."""
    if any(value.value is not None for value in found.communes):
        return []
    if any(value.suppressed for value in found.communes):
        return [all_hidden(found)]
    chosen, path = found.choice, read_path_of(repository, found, province)
    told = [one.period for one in path.points if one.value is not None] if path else []
    if province.value is None:
        return [nothing_in_period(found, told[-1] if told else None)]
    # The province reports for itself: its communes may have begun to do so since.
    newest = repository.read_values(
        chosen.indicator.code, boundaries=chosen.boundaries, as_of_load=chosen.load
    )
    there = any(one.value is not None and one.area_code == province.area_code for one in newest.values)
    return [nothing_in_period(found, newest.period if there else None)]


def show_contribution(found: Communes) -> Any:
    """Which communes hold the province back; nothing where that can't be added up."""
    chosen, whole = found.choice, contributed(found)
    if whole is None or found.province is None:
        return None
    figure = contributions(
        whole,
        int(chosen.top),
        chosen.indicator,
        lang=chosen.language,
        theme=chosen.theme,
        selected=chosen.commune,
    )
    return contribution_card(whole, found.province, figure, chosen)


def show_groups(repository: Repository, found: Communes) -> list[Any]:
    """The province by zone and by ethnic group."""
    chosen, lang, province = found.choice, found.choice.language, found.province
    indicator = chosen.indicator
    if province is None or not found.communes:
        return []
    asked = (indicator.code, found.period)
    area, where = province.area_code, area_name(province, lang)
    zones = repository.read_zones(*asked, chosen.boundaries, area, chosen.load)
    groups = repository.read_ethnic_groups(*asked, area, chosen.boundaries, chosen.load)
    return breakdowns(
        [zones_card(zones, indicator, where, lang), ethnic_groups_card(groups, indicator, where, lang)]
    )


def show_map(settings: Settings, found: Communes) -> Any:
    """The communes on a map where their outlines have been imported; else how to import them."""
    chosen, lang, province = found.choice, found.choice.language, found.province
    if province is None or not found.communes:
        return None
    if chosen.boundaries == "63" or last_day(found) < MERGER:
        return only_today(lang)
    drawn = draw_communes(settings, found)
    if drawn is None:
        return no_outlines(lang)
    return map_card(drawn.figure, drawn.classes, drawn.over, drawn.colouring, drawn.attribution, chosen)


@dataclass(frozen=True, slots=True)
class CommuneMap:
    """The map of a province's communes: its figure, its legend and whose the outlines are."""

    figure: Figure
    classes: tuple[MapClass, ...]
    over: MapClass
    colouring: Colouring
    attribution: str


def draw_communes(settings: Settings, found: Communes) -> CommuneMap | None:
    """The map of the communes shown; None where no outlines are imported, or the boundaries are others."""
    chosen, lang, province = found.choice, found.choice.language, found.province
    if province is None or chosen.boundaries == "63" or last_day(found) < MERGER:
        return None
    outlines = read_communes(settings.data_dir, province.area_code)
    if outlines is None:
        return None
    colouring = chosen.colouring if chosen.colouring in COLOURINGS else "value"
    table = ValueTable(
        chosen.indicator.code, found.period, chosen.boundaries, found.load_id, found.communes, province
    )
    figure = commune_map(
        table,
        chosen.indicator,
        colouring=colouring,
        lang=lang,
        theme=chosen.theme,
        province=province.area_code,
        communes=outlines,
        country=read_outlines(settings.data_dir, "34"),
        selected=chosen.commune,
    )
    steps = classes(table, chosen.indicator, colouring=colouring, lang=lang, theme=chosen.theme)
    over = provisional(table, lang, chosen.theme)
    return CommuneMap(figure, steps, over, colouring, outlines.attribution)


def show_panel(repository: Repository, found: Communes) -> tuple[Any, Any]:
    """The way down to here, and the panel of the selected commune; nothing where none is selected."""
    chosen = found.choice
    value = next((one for one in found.communes if one.area_code == chosen.commune), None)
    if value is None or found.province is None:
        unknown = chosen.commune is not None and found.communes
        trail = way(found, None)
        return ([trail, unknown_commune(found)] if unknown else trail), None
    commune = Commune(
        value,
        found.province,
        None if value.suppressed else read_path_of(repository, found, value),
        contributed(found),
        former_communes(repository.read_areas(), value.area_code, last_day(found)),
    )
    figure = None
    if commune.series is not None:
        figure = trend(
            commune.series, chosen.indicator, value=value, lang=chosen.language, theme=chosen.theme
        )
    return way(found, value), commune_panel(commune, chosen.indicator, figure, chosen.language)


def read_path_of(repository: Repository, found: Communes, value: Value) -> Series | None:
    """The path of the province or a commune up to the period looked at; None for one that is no more."""
    chosen, end = found.choice, Period.parse(found.period).end
    frequency = path_frequency(found.period)
    try:
        series = repository.read_series(
            chosen.indicator.code, value.area_code, chosen.boundaries, frequency, as_of_load=chosen.load
        )
    except UnknownParameter:
        return None
    return replace(series, points=tuple(one for one in series.points if Period.parse(one.period).end <= end))


def last_day(found: Communes) -> date:
    """The day on which the communes shown are in force: of today's provinces after the merger."""
    end = Period.parse(found.period).end
    return max(end, MERGER) if found.choice.boundaries == "34" else end
