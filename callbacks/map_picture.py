"""What the map page shows of a view: the properties of its components, by their ids.

The callbacks of the page answer with these, and so does the route that gives a browser all periods at once
(callbacks/pictures.py): one truth, so that both ways show the same.
"""

from typing import Any

from callbacks.view import View, read_path
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
from layouts.notices import banner, country_note, empty_note, is_empty, problem_notices, stamp
from layouts.ranking import ranking, ranking_card, states_card
from layouts.reading import reading
from layouts.target_path import duty_card, path_card
from layouts.wording import is_illustrative
from repository import Repository

Shown = dict[str, dict[str, Any]]


def shown_map(repository: Repository, settings: Settings, view: View) -> Shown:
    """The map, its reading for those who can't see it, what to do where it is empty, its legend.

    The banner comes with the map, so that no made-up number is seen before it; it counts the path's in.
    """
    chosen, table, lang = view.choice, view.table, view.choice.language
    indicator = chosen.indicator
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
        ranks=ranks(settings, view),
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
    key = legend(found, over, chosen.colouring, lang, milestone=indicator.kind == "milestone")
    return {
        ids.MAP: {"figure": figure},
        ids.MAP_FRAME: {"aria-label": reading(table, indicator, lang)},
        ids.MAP_NOTE: {"children": note},
        ids.LEGEND: {"children": key},
        ids.BANNER: {"children": banner(is_illustrative(table, read_path(repository, view, COUNTRY)), lang)},
    }


def ranks(settings: Settings, view: View) -> dict[str, int]:
    """The places of the provinces that are ranked; a milestone ranks none."""
    if view.choice.indicator.kind == "milestone":
        return {}
    found = ranking(view.table, view.choice.indicator, settings.min_denominator)
    return {one.value.area_code: one.rank for one in found.ranked}


def shown_controls(repository: Repository, view: View) -> Shown:
    """The controls as the address has them, and a line for each part of it that can't be used."""
    chosen, lang = view.choice, view.choice.language
    period = view.table.period
    periods = repository.read_periods(chosen.indicator.code, chosen.load)
    line = timeline(chosen.indicator.code, period, periods, lang)
    last = len(line["codes"]) - 1
    return {
        ids.TIMELINE: {"data": line},
        ids.INDICATOR: {"value": chosen.indicator.code},
        ids.SEGMENTS: {"children": choice_groups(chosen)},
        ids.FREQUENCIES: {"children": frequencies(period, periods, lang)},
        ids.SLIDER: {
            "max": max(last, 1),
            "marks": slider_marks(line["codes"]),
            "value": line["codes"].index(period),
            "disabled": last == 0,
        },
        ids.PERIOD: {"children": lang.period(period)},
        ids.NOTICES: {"children": problem_notices(chosen.problems, lang)},
    }


def shown_numbers(settings: Settings, view: View) -> Shown:
    """The national figure, the ranking, and up to when and with which load all of them came."""
    chosen, table, lang = view.choice, view.table, view.choice.language
    indicator = chosen.indicator
    if indicator.kind == "milestone":
        standing = states_card(table, chosen.area, lang)
    else:
        ranked = ranking(table, indicator, settings.min_denominator)
        standing = ranking_card(ranked, indicator, chosen.rank, chosen.area, settings.min_denominator, lang)
    return {
        ids.HEADLINE: {"children": headline(table, indicator, lang)},
        ids.RANKING: {"children": standing},
        ids.STAMP: {"children": stamp(table, lang)},
    }


def shown_path(repository: Repository, view: View) -> Shown:
    """The country's value beside the path it would have to be on."""
    chosen, table, lang = view.choice, view.table, view.choice.language
    if chosen.indicator.kind == "milestone":  # a line of two states would say nothing
        return {ids.PATH: {"children": duty_card(chosen)}}
    series = read_path(repository, view, COUNTRY)
    figure = trend(series, chosen.indicator, value=table.national, lang=lang, theme=chosen.theme)
    return {ids.PATH: {"children": path_card(figure, chosen.indicator, lang)}}
