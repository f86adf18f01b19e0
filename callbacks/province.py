"""The page Tỉnh. Each part answers by itself, so that the head is there while the others are being read."""

from collections.abc import Callable
from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State
from dash.development.base_component import Component

from callbacks.province_view import (
    checked,
    drawn,
    of_province,
    read_former_names,
    read_names,
    read_province_view,
    region_codes,
    standings,
)
from callbacks.tasks import read_tasks_view
from callbacks.view import answering, tell_page
from charts.neighbours import neighbour_map
from charts.template import Figure
from config import Settings
from geodata.load import neighbours
from geodata.outlines import read_outlines
from geodata.regions import regions_of
from indicators.model import Value, ValueTable
from indicators.province import counted
from layouts import ids
from layouts.breadcrumbs import breadcrumbs
from layouts.choice import GROUPS, Choice
from layouts.links import PROVINCE
from layouts.overview_counts import STANDINGS, UNCOUNTED
from layouts.province import province_options
from layouts.province_deeds import Deeds, milestone_table, task_card
from layouts.province_former import Before, former_card
from layouts.province_head import head, missing_province
from layouts.province_movers import movers_card
from layouts.province_neighbours import neighbour_list, province_list
from layouts.province_peers import Group, group_buttons, peers_table
from layouts.province_quality import quality_card
from layouts.province_table import indicator_table
from layouts.province_view import ProvinceView
from layouts.tasks_view import standings as task_standings
from repository import Repository
from repository.province import read_before_merger


def register(app: Dash, repository: Repository, settings: Settings) -> None:
    """Wires the page into an app."""
    inputs = (Input(ids.URL, "search"), Input(ids.LOAD, "data"), State(ids.URL, "pathname"))

    def answer(show: Callable[[Choice], Any]) -> Callable[..., Any]:
        return answering(repository, settings.default_locale, PROVINCE, show)

    app.callback(
        Output(ids.PROVINCE_WAY, "children"),
        Output(ids.PROVINCE_CHOICE, "options"),
        Output(ids.PROVINCE_CHOICE, "value"),
        Output(ids.PROVINCE_SHOWN, "data"),
        Output(ids.PROVINCE_HEAD, "children"),
        *inputs,
    )(answer(partial(show_page, repository)))
    app.callback(
        Output(ids.PROVINCE_MAP, "figure"),
        Output(ids.PROVINCE_MAP_TITLE, "children"),
        Output(ids.PROVINCE_NEIGHBOURS, "children"),
        *inputs,
    )(answer(partial(show_map, repository, settings)))
    app.callback(
        Output(ids.PROVINCE_GROUPS, "children"),
        Output(ids.PROVINCE_GROUP, "options"),
        Output(ids.PROVINCE_GROUP, "value"),
        Output(ids.PROVINCE_PEERS, "children"),
        Output(ids.PROVINCE_PEERS_CARD, "hidden"),
        *inputs,
    )(answer(partial(show_peers, repository)))
    for place, show in (
        (ids.PROVINCE_MOVERS, partial(show_movers, settings)),
        (ids.PROVINCE_TABLE, show_table),
        (ids.PROVINCE_DEEDS, partial(show_deeds, repository)),
        (ids.PROVINCE_FORMER, partial(show_former, repository)),
        (ids.PROVINCE_QUALITY, partial(show_quality, repository)),
    ):
        app.callback(Output(place, "children"), *inputs)(answer(of_province(repository, show, [])))
    for function, *reads in (
        ("clicked", Input(ids.PROVINCE_MAP, "clickData"), State(ids.PROVINCE_MAP, "id")),
        ("area", Input(ids.PROVINCE_CHOICE, "value"), State(ids.PROVINCE_SHOWN, "data")),
        ("group", Input(ids.PROVINCE_GROUP, "value"), State(ids.PROVINCE_SHOWN, "data")),
    ):
        app.clientside_callback(ClientsideFunction("choice", function), *reads, prevent_initial_call=True)


def show_page(repository: Repository, asked: Choice) -> tuple[Any, ...]:
    """The way down, the choice of a province, and its head; or that one has to be chosen."""
    chosen = checked(repository, asked)
    lang, names = chosen.language, read_names(repository, chosen)
    former = read_former_names(repository, names, drawn(chosen))
    options = province_options(names, former, lang)
    view = read_province_view(repository, chosen)
    shown = {"area": chosen.area, "group": _own_group(chosen)}
    if view is None:
        tell_page(repository, chosen, illustrative=False)
        regions = region_codes(names, drawn(chosen), lang.code == "en")
        content = [missing_province(chosen), province_list(names, former, regions, chosen)]
        return None, options, None, shown, content
    tell_page(repository, chosen, illustrative=any(one.value.illustrative for one in view.standings))
    way = breadcrumbs(chosen, (view.area, view.name))
    return way, options, view.area, shown, [head(view)]


def show_map(repository: Repository, settings: Settings, asked: Choice) -> tuple[Any, ...]:
    """The country with the province and its neighbours, and how these stand with the indicator chosen."""
    chosen = checked(repository, asked)
    lang = chosen.language
    around = neighbours(drawn(chosen)).get(chosen.area or "", ())
    figure = draw_around(repository, settings, chosen)
    view = read_province_view(repository, chosen)
    if view is None:
        return figure, lang("Chọn trên bản đồ"), []
    values = {value.area_code: value for value in _table(repository, view).values}
    wanted = {code: values[code] for code in around if code in values}
    return figure, lang("Các tỉnh giáp ranh"), neighbour_list(view, around, wanted)


def draw_around(repository: Repository, settings: Settings, chosen: Choice) -> Figure:
    """The map of a checked choice: the country with the province and its neighbours."""
    boundaries, names = drawn(chosen), read_names(repository, chosen)
    return neighbour_map(
        chosen.area,
        neighbours(boundaries).get(chosen.area or "", ()),
        {code: chosen.language.pick(*name) for code, name in names.items()},
        read_outlines(settings.data_dir, boundaries),
        lang=chosen.language,
        theme=chosen.theme,
    )


def read_neighbours(
    repository: Repository, settings: Settings, view: ProvinceView
) -> tuple[Figure, list[Value]]:
    """The map around a province; its value of the indicator chosen, and its neighbours' in their order."""
    values = {value.area_code: value for value in _table(repository, view).values}
    codes = (view.area, *neighbours(view.boundaries).get(view.area, ()))
    return draw_around(repository, settings, view.choice), [values[code] for code in codes if code in values]


def show_movers(settings: Settings, view: ProvinceView) -> list[Component]:
    """What changed most in a year."""
    return [movers_card(view, settings.min_denominator)]


def show_table(view: ProvinceView) -> list[Component]:
    """All indicators."""
    return [indicator_table(view)]


def show_peers(repository: Repository, asked: Choice) -> tuple[Any, ...]:
    """The group that the province is compared with, and the provinces to make another one of."""
    chosen = checked(repository, asked)
    view = read_province_view(repository, chosen)
    if view is None or view.former:
        return None, [], [], None, True
    names = {code: name for code, name in view.names.items() if code != view.area}
    former = read_former_names(repository, names, "34")
    options = province_options(names, former, chosen.language, several=True)
    own = _own_group(chosen)
    found = read_group(repository, view)
    return group_buttons(chosen), options, own.split(",") if own else [], peers_table(view, found), False


def read_group(repository: Repository, view: ProvinceView) -> Group:
    """What the panel of peers rests on."""
    chosen = view.choice
    return Group(
        repository.read_peers(view.area, chosen.period, chosen.load),
        [(one.name_vi, one.name_en) for one in regions_of(view.area)],
        {code: _well(repository, view, code) for code in (view.area, *view.group)},
    )


def show_deeds(repository: Repository, view: ProvinceView) -> list[Component]:
    """The milestones and the tasks of a province of today."""
    if view.former:
        return []
    chosen = view.choice
    milestones = [
        one
        for one in repository.read_milestones(chosen.period, "34", chosen.load)
        if one.area_code == view.area and one.code in repository.catalogue
    ]
    tasks = read_tasks_view(repository, chosen)
    deeds = Deeds(milestones, tasks, task_standings(tasks) if tasks.choice.area else ())
    return [milestone_table(deeds, repository.catalogue, chosen), task_card(deeds)]


def show_former(repository: Repository, view: ProvinceView) -> list[Component]:
    """How the former provinces stood before the merger, indicator by indicator."""
    return [] if view.former else [former_card(view, read_before(repository, view))]


def read_before(repository: Repository, view: ProvinceView) -> list[Before]:
    """The last values before the merger, of every indicator that was reported then."""
    chosen, found = view.choice, []
    for one in view.standings if view.territory.merged_on else ():
        before = read_before_merger(repository, one.indicator.code, chosen.period, chosen.load)
        if before is None or one.indicator.part_of:
            continue
        former = {value.area_code: value for value in before.former.values}
        found.append(
            Before(
                one.indicator,
                before.period,
                {each.code: former[each.code] for each in view.territory.former if each.code in former},
                next((value for value in before.together.values if value.area_code == view.area), None),
                one.value,
            )
        )
    return found


def show_quality(repository: Repository, view: ProvinceView) -> list[Component]:
    """How the province reports."""
    if view.former:
        return []
    load = view.choice.load
    return [quality_card(view, repository.read_reporting(load), repository.read_listed(load))]


def _own_group(chosen: Choice) -> str:
    """The codes of the reader's own group without the province; empty where a named one is looked at."""
    if chosen.group is None or chosen.group in GROUPS:
        return ""
    return ",".join(code for code in chosen.group.split(",") if code != chosen.area)


def _table(repository: Repository, view: ProvinceView) -> ValueTable:
    """The values of the indicator chosen in all provinces, as the page has them."""
    chosen = view.choice
    table = repository.read_column(chosen.indicator.code, chosen.period, chosen.load).table
    if view.boundaries == "63":
        return repository.read_values(chosen.indicator.code, table.period, "63", as_of_load=chosen.load)
    return table


def _well(repository: Repository, view: ProvinceView, code: str) -> tuple[int, int]:
    """How many targets a province has met or is on track to, and how many are counted."""
    found = counted(standings(repository, view.measured, code), UNCOUNTED)
    return sum(one.value.status in STANDINGS["well"] for one in found), len(found)
