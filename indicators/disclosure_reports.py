"""What was reported up to a day, as far as it decides what is hidden: kept by day, put together by year.

Communes that say the same of a day, in other numbers, are alike: thousands of them say but a few things.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from indicators.areas import Areas
from indicators.disclosure import COUNTRY_UNIT, is_small
from indicators.listed import answering_province
from indicators.model import Indicator
from indicators.pair_faults import unsound_pairs
from indicators.soundness import Fact, Row

Family = Mapping[str, str]  # the name of its family by measure
Cell = tuple[str, int, str]  # a family; a province of today, or 0 for the country; an ethnic group
ReportedRows = Iterable[Row | Fact]


class OfCommune(NamedTuple):
    """What a commune reported up to a day: which rows, with which loads, and of which families few people."""

    rows: frozenset[tuple]
    loads: frozenset[tuple]
    families: frozenset[str]
    small: frozenset[str]


class OfDay(NamedTuple):
    """What was reported up to a day: by each commune which of `said`; the rows of a cell of ethnic groups."""

    communes: Mapping[int, int]
    said: tuple[OfCommune, ...]
    groups: Mapping[Cell, frozenset[tuple]]
    few: frozenset[Cell]


@dataclass(slots=True)
class _Gathered:
    """What was reported up to a day, as it is gathered."""

    rows: dict[int, set[tuple]] = field(default_factory=lambda: defaultdict(set))
    loads: dict[int, set[tuple]] = field(default_factory=lambda: defaultdict(set))
    small: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    groups: dict[Cell, set[tuple]] = field(default_factory=lambda: defaultdict(set))
    few: set[Cell] = field(default_factory=set)


@dataclass(frozen=True)
class Deciding:
    """What decides beside rows: areas, the commune that each became, indicators, families, the minimum."""

    areas: Areas
    roots: Mapping[int, int]
    indicators: Sequence[Indicator]
    family: Family
    minimum: float

    @cached_property
    def places(self) -> Mapping[int, tuple]:
        """Where the rows of former communes are summed beside today's: in their province then, and zone."""
        return {
            key: (self.areas.province_of(key) or 0, self.areas.versions[key].zone_code)
            for key, root in self.roots.items()
            if self.areas.unit_of(key) != root
        }


def reports_by_day(
    by: Deciding, rows: ReportedRows, facts: Sequence[Fact], group_rows: ReportedRows, groups: Sequence[Fact]
) -> dict[date, OfDay]:
    """What was reported up to each day.

    `rows` and `group_rows` are those of all loads, `facts` and `groups` the sound ones among the newest; the
    second of each name an ethnic group.
    """
    days: dict[date, _Gathered] = defaultdict(_Gathered)
    _gather_communes(days, by, rows, facts)
    _gather_groups(days, by, group_rows, groups)
    return {end: _of_day(by, day) for end, day in days.items()}


def _of_day(by: Deciding, day: _Gathered) -> OfDay:
    said: dict[OfCommune, int] = {}
    communes = {}
    for root, rows in day.rows.items():
        families = frozenset(by.family[row[0]] for row in rows)
        small = frozenset(day.small.get(root, ()))
        one = OfCommune(frozenset(rows), frozenset(day.loads[root]), families, small)
        communes[root] = said.setdefault(one, len(said))
    groups = {cell: frozenset(rows) for cell, rows in day.groups.items()}
    return OfDay(communes, tuple(said), groups, frozenset(day.few))


def _gather_communes(
    days: dict[date, _Gathered], by: Deciding, rows: ReportedRows, facts: Sequence[Fact]
) -> None:
    sound, unsound = {_key(fact) for fact in facts}, left_out(by.indicators, facts)
    for row in rows:
        root = by.roots.get(row.area_key)
        if root is None or row.start is None or row.end is None or row.measure not in by.family:
            continue
        day, key, period = days[row.end], _key(row), (row.measure, row.start, row.end)
        day.rows[root].add((*period, by.places.get(row.area_key, ()), key in sound, unsound.get(key, ())))
        day.loads[root].add((*period, row.load_id))
        if is_small(row.value, by.minimum):
            day.small[root].add(by.family[row.measure])


def left_out(indicators: Iterable[Indicator], facts: Sequence[Fact]) -> dict[tuple, tuple[str, ...]]:
    """The facts that an indicator leaves out, because their pair can't be right: the codes by fact."""
    found: dict[tuple, tuple[str, ...]] = defaultdict(tuple)
    for indicator in indicators:
        measures = frozenset(indicator.measures)
        mine = [fact for fact in facts if fact.measure in measures]
        kept, faults = unsound_pairs(indicator, mine)
        if faults:
            for fact in set(mine) - set(kept):
                found[_key(fact)] += (indicator.code,)
    return found


def _key(row: Row | Fact) -> tuple:
    return row.measure, row.area_key, row.start, row.end


def _gather_groups(
    days: dict[date, _Gathered], by: Deciding, rows: ReportedRows, facts: Iterable[Fact]
) -> None:
    """Gathers the cells of provinces by ethnic groups, and of the country where it has no row of its own."""
    sums: dict[tuple, float] = defaultdict(float)  # by family, group, period, province as it was, place today
    for fact in facts:
        period = (fact.measure, fact.start, fact.end)
        sums[by.family[fact.measure], fact.ethnic or "", period, *_then_and_now(by, fact.area_key)] += (
            fact.value
        )
    totals: dict[tuple, float] = defaultdict(float)
    for (name, group, period, _, now), value in sums.items():
        if now != COUNTRY_UNIT and (name, group, period, COUNTRY_UNIT, COUNTRY_UNIT) not in sums:
            totals[name, group, period, COUNTRY_UNIT, COUNTRY_UNIT] += value
    for (name, group, period, then, now), value in (sums | totals).items():
        days[period[2]].groups[name, now, group].add((*period, then))
        if is_small(value, by.minimum):
            days[period[2]].few.add((name, now, group))
    for row in rows:  # what an earlier load said of few people
        version = by.areas.versions.get(row.area_key)
        if version is None or version.level == "commune" or row.start is None or row.end is None:
            continue
        if row.measure in by.family and is_small(row.value, by.minimum):
            then, now = _then_and_now(by, row.area_key)
            cell = by.family[row.measure], now, row.ethnic or ""
            days[row.end].groups[cell].add((row.measure, row.start, row.end, then))
            days[row.end].few.add(cell)


def _then_and_now(by: Deciding, area_key: int) -> tuple[int, int]:
    """The province of an area as it was and as it is today; 0 for the country."""
    unit = by.areas.province_of(area_key)
    return (COUNTRY_UNIT, COUNTRY_UNIT) if unit is None else (unit, answering_province(by.areas, unit))
