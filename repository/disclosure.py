"""What is hidden in a state of the warehouse, read from the rows of all its loads."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, cast

from indicators.areas import AreaVersion
from indicators.catalogue import definition_hash
from indicators.disclosure import NOTHING_HIDDEN, Hidden, is_small
from indicators.disclosure_facts import commune_roots, hidden_in_year, measures_of, together
from indicators.disclosure_reports import Deciding, OfDay, reports_by_day
from indicators.group_totals import GroupList, above_communes, group_totals
from indicators.measure_families import families
from indicators.model import Fault, Indicator
from indicators.quality import Quality
from indicators.soundness import Fact, Row, sound_facts
from repository.endings import Ending, endings
from repository.shared import Shared, marked
from repository.state import CALCULATION, State
from warehouse.facts import read_facts, read_group_lists

Hides = Callable[[str, int, date | None], bool]  # a measure, an area version, the end of a row
HIDDEN_DETAIL = "numbers hidden: too few people"
# The faults whose detail names what was reported.
WITH_NUMBERS = ("numerator_exceeds_denominator", "negative_value", "not_a_number")
NUMBER = re.compile(r"(?<![\w.-])-?\d+(?:\.\d+)?(?![\w.-])")  # not the digits of a code or a date


def read_hidden(state: State, codes: Sequence[str], shared: Shared) -> Hidden:
    """What is hidden of the indicators of a circle, the same for every load that can be asked for.

    It is decided year by year, from what was reported up to each day. Both are kept for all processes, so
    that a load has those days alone read that it touches, and their years decided anew.
    """
    indicators: list[Indicator] = [state.catalogue[code] for code in codes]
    if state.min_cell <= 1 or not indicators:
        return NOTHING_HIDDEN
    areas, family = state.dimensions.areas, families(state.catalogue)
    by = Deciding(areas, commune_roots(areas), indicators, family, state.min_cell)
    found = endings(state, measures_of(indicators), of_all_loads=True)
    basis = CALCULATION, state.dimensions.content, definition_hash(*indicators), family, state.min_cell
    years: dict[int, dict[date, Ending]] = defaultdict(dict)
    for end in sorted(found):
        years[end.year][end] = found[end]
    decided: dict[int, Hidden] = {}
    marks = {year: marked("hidden", *basis, *(one.mark for one in of.values())) for year, of in years.items()}
    for year in years:
        if kept := shared.get(marks[year]):
            decided[year] = kept[0]
    missing = {end: one for year, of in years.items() if year not in decided for end, one in of.items()}
    reported = _reported(state, by, missing, basis, shared)
    for year in years.keys() - decided.keys():
        days = {end: reported[end] for end in years[year]}
        decided[year] = hidden_in_year(by, year, days)
        shared.set(marks[year], decided[year])
    return together(decided.values())


def _reported(
    state: State, by: Deciding, wanted: dict[date, Ending], basis: tuple[object, ...], shared: Shared
) -> dict[date, OfDay]:
    """What was reported up to each of some days: kept, or else read and kept."""
    marks = {end: marked("reported", *basis, one.mark) for end, one in wanted.items()}
    reported = {end: kept[0] for end, mark in marks.items() if (kept := shared.get(mark))}
    for end in wanted.keys() - reported.keys():  # of all days together the rows are a hundred megabytes
        reported[end] = _read_reported(state, by, end, wanted[end].days)
        shared.set(marks[end], reported[end])
    return reported


def _read_reported(state: State, by: Deciding, end: date, days: Sequence[Any]) -> OfDay:
    measures, rules = measures_of(by.indicators), state.dimensions.rules(None, state.today)
    rows = [
        row
        for row in cast(Iterable[Row], read_facts(state.engine, measures, ends=days))
        if row.load_id in rules.approved_loads and row.end == end
    ]
    group_rows: list[Row] = []
    groups: list[Fact] = []
    for measure in measures:  # of each, a large warehouse has millions of values by group
        lists = [
            one
            for one in map(GroupList._make, read_group_lists(state.engine, [measure], days))
            if one.load_id in rules.approved_loads and one.end == end
        ]
        group_rows += above_communes(lists, by.areas)
        groups += group_totals(lists, rules)
    read = reports_by_day(by, rows, sound_facts(rows, rules)[0], group_rows, groups)
    return read.get(end, OfDay({}, (), {}, frozenset()))


def without_small_numbers(quality: Quality, state: State, hides: Hides) -> Quality:
    """The quality list without numbers of hidden communes, or so small that none may be told of a commune."""
    if state.min_cell <= 1:
        return quality
    by_code: dict[str, list[AreaVersion]] = defaultdict(list)
    for version in state.dimensions.areas.versions.values():
        if version.level == "commune":
            by_code[version.code].append(version)

    def told(fault: Fault) -> Fault:
        if fault.kind not in WITH_NUMBERS or fault.area_code not in by_code:
            return fault
        versions = by_code[fault.area_code]
        hidden = any(hides(fault.measure_code or "", one.key, fault.period_end) for one in versions)
        small = any(is_small(abs(float(number)), state.min_cell) for number in NUMBER.findall(fault.detail))
        return replace(fault, detail=HIDDEN_DETAIL) if hidden or small else fault

    return replace(quality, issues=tuple(told(fault) for fault in quality.issues))
