"""What is hidden in a state of the warehouse, from its facts: the rule of `disclosure` applied to rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from indicators.areas import Areas
from indicators.disclosure import COUNTRY_UNIT, Hidden, Withheld, is_small
from indicators.disclosure_communes import Block, Reports, hidden_cells
from indicators.disclosure_groups import GroupReports, hidden_group_cells
from indicators.listed import answering_province
from indicators.model import Indicator
from indicators.pair_faults import unsound_pairs
from indicators.soundness import Fact, Row

Family = Mapping[str, str]  # the name of its family by measure


def hidden_of(
    areas: Areas,
    indicators: Sequence[Indicator],
    family: Family,
    rows: Iterable[Row | Fact],
    facts: Sequence[Fact],
    group_rows: Iterable[Row | Fact],
    groups: Sequence[Fact],
    minimum: float,
) -> Hidden:
    """What is hidden of the measures of some indicators that belong together.

    `rows` and `group_rows` are those of all approved loads, so that a value of an earlier load is hidden as
    well, and a choice never depends on the load asked for; `facts` and `groups` are the sound ones among the
    newest. The second of each name an ethnic group.
    """
    roots = commune_roots(areas)
    seen = _seen(rows, facts, roots, areas, left_out(indicators, facts), family, minimum)
    communes: dict[str, dict[date, set[int]]] = defaultdict(lambda: defaultdict(set))
    zones: dict[str, set[Withheld]] = defaultdict(set)
    for (name, _), reports in seen.items():
        cells, withheld = hidden_cells(reports)
        for unit, days in cells.items():
            for day in days:
                communes[name][day].add(unit)
        zones[name] |= withheld
    frozen = {name: {day: frozenset(units) for day, units in days.items()} for name, days in communes.items()}
    hidden = frozenset().union(*(units for days in frozen.values() for units in days.values()))
    named = _hidden_groups(group_rows, groups, areas, family, minimum)
    return Hidden(
        communes={measure: frozen[name] for measure, name in family.items() if name in frozen},
        zones={measure: frozenset(zones[name]) for measure, name in family.items() if zones.get(name)},
        groups={measure: named[name] for measure, name in family.items() if name in named},
        roots={key: root for key, root in roots.items() if root in hidden},
    )


def commune_roots(areas: Areas) -> dict[int, int]:
    """The unit that each version of a commune went into whole, through every succession, or its own."""
    roots = {}
    for version in areas.versions.values():
        if version.level != "commune":
            continue
        unit = areas.unit_of(version.key)
        seen = {unit}
        while len(after := areas.successors(unit)) == 1 and after[0] not in seen:
            if any(areas.successors(beside) != after for beside in areas.predecessors(after[0])):
                break
            (unit,) = after
            seen.add(unit)
        roots[version.key] = unit
    return roots


def block_of(areas: Areas, root: int) -> Block:
    """What published sums tell a commune by: today's province, former provinces, the zones it has had."""
    members = areas.members(root)
    lies_in = areas.province_of(members[-1].key)
    if lies_in is None:
        return Block(-root, (), ())
    province = answering_province(areas, lies_in)
    former = areas.origins(members[-1].key) or {lies_in}
    zones = dict.fromkeys(member.zone_code for member in members)
    return Block(province, tuple(sorted(former - {province})), tuple(zones))


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


@dataclass(slots=True)
class _Year:
    """What a commune reported in a year, as it is gathered: of everything, and of one family by its name."""

    rows: set[tuple] = field(default_factory=set)
    loads: set[tuple] = field(default_factory=set)
    days: dict[str, set[date]] = field(default_factory=lambda: defaultdict(set))
    small: dict[str, set[date]] = field(default_factory=lambda: defaultdict(set))


def _seen(
    rows: Iterable[Row | Fact],
    facts: Iterable[Fact],
    roots: Mapping[int, int],
    areas: Areas,
    unsound: Mapping[tuple, tuple[str, ...]],
    family: Family,
    minimum: float,
) -> dict[tuple[str, int], list[Reports]]:
    """The reports of every commune by family and year."""
    sound = {_key(fact) for fact in facts}
    places = {key: _place(areas, key, root) for key, root in roots.items()}
    years: dict[tuple[int, int], _Year] = defaultdict(_Year)
    for row in rows:
        root = roots.get(row.area_key)
        if root is None or row.start is None or row.end is None or row.measure not in family:
            continue
        year, name, key = years[root, row.end.year], family[row.measure], _key(row)
        days = (row.measure, row.start, row.end)
        year.rows.add((*days, places[row.area_key], key in sound, unsound.get(key, ())))
        year.loads.add((*days, row.load_id))
        year.days[name].add(row.end)
        if is_small(row.value, minimum):
            year.small[name].add(row.end)
    found: dict[tuple[str, int], list[Reports]] = defaultdict(list)
    blocks = {root: block_of(areas, root) for root in {root for root, _ in years}}
    patterns: dict[tuple, int] = {}
    for (root, number), year in years.items():
        pattern = patterns.setdefault(tuple(sorted(year.rows)), len(patterns))
        loads = frozenset(year.loads)
        for name, ends in year.days.items():
            code, small = areas.members(root)[-1].code, frozenset(year.small[name])
            found[name, number].append(
                Reports(root, code, blocks[root], pattern, loads, frozenset(ends), small)
            )
    for (_, number), reports in found.items():
        there = {one.unit for one in reports}
        silent = (root for root in _in_force(areas, roots, number) if root not in there)
        reports += [
            Reports(root, "", block_of(areas, root), None, frozenset(), frozenset(), frozenset())
            for root in silent
        ]
    return found


def _in_force(areas: Areas, roots: Mapping[int, int], year: int) -> set[int]:
    """The communes of a year that nothing became another."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return {root for key, root in roots.items() if areas.versions[key].overlaps(first, last)}


def _place(areas: Areas, key: int, root: int) -> tuple:
    """Where the rows of a former commune are summed beside today's: its province then, and its zone."""
    version = areas.versions[key]
    return () if areas.unit_of(key) == root else (areas.province_of(key) or 0, version.zone_code)


def _key(row: Row | Fact) -> tuple:
    return row.measure, row.area_key, row.start, row.end


def _hidden_groups(
    rows: Iterable[Row | Fact], facts: Iterable[Fact], areas: Areas, family: Family, minimum: float
) -> dict[str, frozenset[Withheld]]:
    """The cells of provinces by ethnic groups that are hidden, by family."""
    sums: dict[tuple, float] = defaultdict(float)  # by family, group, days, province as it was, place today
    for fact in facts:
        unit = areas.province_of(fact.area_key)
        then = COUNTRY_UNIT if unit is None else unit
        now = COUNTRY_UNIT if unit is None else answering_province(areas, unit)
        days = (fact.measure, fact.start, fact.end)
        sums[family[fact.measure], fact.ethnic or "", days, then, now] += fact.value
    totals: dict[tuple, float] = defaultdict(float)
    for (name, group, days, _, now), value in sums.items():
        if now != COUNTRY_UNIT and (name, group, days, COUNTRY_UNIT, COUNTRY_UNIT) not in sums:
            totals[name, group, days, COUNTRY_UNIT, COUNTRY_UNIT] += value
    by_year: dict[tuple[str, int], dict[tuple[int, str], set[tuple]]] = defaultdict(lambda: defaultdict(set))
    small: dict[tuple[str, int, str], set[date]] = defaultdict(set)
    for (name, group, days, then, now), value in (sums | totals).items():
        by_year[name, days[2].year][now, group].add((*days, then))
        if is_small(value, minimum):
            small[name, now, group].add(days[2])
    for row in rows:  # what an earlier load said of few people
        version = areas.versions.get(row.area_key)
        if version is None or version.level == "commune" or row.start is None or row.end is None:
            continue
        if row.measure in family and is_small(row.value, minimum):
            unit = areas.province_of(row.area_key)
            then = COUNTRY_UNIT if unit is None else unit
            now = COUNTRY_UNIT if unit is None else answering_province(areas, unit)
            name, group = family[row.measure], row.ethnic or ""
            by_year[name, row.end.year][now, group].add((row.measure, row.start, row.end, then))
            small[name, now, group].add(row.end)
    found: dict[str, set[Withheld]] = defaultdict(set)
    for (name, year), cells in by_year.items():
        reports = [
            GroupReports(
                unit,
                group,
                tuple(sorted(rows)) if unit != COUNTRY_UNIT else (),
                frozenset(row[2] for row in rows),
                frozenset(day for day in small[name, unit, group] if day.year == year),
            )
            for (unit, group), rows in cells.items()
        ]
        for day, hidden in hidden_group_cells(reports).items():
            found[name] |= {(unit, group, day) for unit, group in hidden}
    return {name: frozenset(cells) for name, cells in found.items()}


def measures_of(indicators: Iterable[Indicator]) -> tuple[str, ...]:
    """The measures that some indicators read, each once."""
    return tuple(dict.fromkeys(measure for one in indicators for measure in one.measures))
