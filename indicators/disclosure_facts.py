"""What is hidden in a state of the warehouse: the rule of `disclosure` applied to each year of its facts."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date

from indicators.areas import Areas
from indicators.disclosure import COUNTRY_UNIT, Hidden, Withheld
from indicators.disclosure_communes import Block, Reports, hidden_cells
from indicators.disclosure_groups import GroupReports, hidden_group_cells
from indicators.disclosure_reports import Cell, Deciding, Family, OfDay, ReportedRows, reports_by_day
from indicators.listed import answering_province
from indicators.model import Indicator
from indicators.soundness import Fact

Reported = Mapping[date, OfDay]  # by the end of the periods


def hidden_of(
    areas: Areas,
    indicators: Sequence[Indicator],
    family: Family,
    rows: ReportedRows,
    facts: Sequence[Fact],
    group_rows: ReportedRows,
    groups: Sequence[Fact],
    minimum: float,
) -> Hidden:
    """What is hidden of the measures of some indicators that belong together.

    `rows` and `group_rows` are those of all approved loads, so that a value of an earlier load is hidden as
    well, and a choice never depends on the load asked for; `facts` and `groups` are the sound ones among the
    newest. The second of each name an ethnic group.
    """
    by = Deciding(areas, commune_roots(areas), indicators, family, minimum)
    days = reports_by_day(by, rows, facts, group_rows, groups)
    years = {end.year for end in days}
    return together(
        hidden_in_year(by, year, {end: day for end, day in days.items() if end.year == year})
        for year in years
    )


def together(years: Iterable[Hidden]) -> Hidden:
    """What is hidden in all of some years."""
    communes: dict[str, dict[date, frozenset[int]]] = defaultdict(dict)
    zones: dict[str, frozenset[Withheld]] = defaultdict(frozenset)
    groups: dict[str, frozenset[Withheld]] = defaultdict(frozenset)
    roots: dict[int, int] = {}
    for year in years:
        for measure, days in year.communes.items():
            communes[measure] |= days
        for measure, cells in year.zones.items():
            zones[measure] |= cells
        for measure, cells in year.groups.items():
            groups[measure] |= cells
        roots |= year.roots
    return Hidden(dict(communes), dict(zones), dict(groups), roots)


def hidden_in_year(by: Deciding, year: int, days: Reported) -> Hidden:
    """What is hidden of what was reported up to the days of a year."""
    communes: dict[str, dict[date, set[int]]] = defaultdict(lambda: defaultdict(set))
    zones: dict[str, frozenset[Withheld]] = {}
    for name, reports in _reports(by, year, days).items():
        cells, withheld = hidden_cells(reports)
        for unit, ends in cells.items():
            for end in ends:
                communes[name][end].add(unit)
        zones[name] = withheld
    frozen = {name: {day: frozenset(units) for day, units in days.items()} for name, days in communes.items()}
    hidden = frozenset().union(*(units for days in frozen.values() for units in days.values()))
    groups = _hidden_groups(days)
    return Hidden(
        communes={measure: frozen[name] for measure, name in by.family.items() if name in frozen},
        zones={measure: zones[name] for measure, name in by.family.items() if zones.get(name)},
        groups={measure: groups[name] for measure, name in by.family.items() if groups.get(name)},
        roots={key: root for key, root in by.roots.items() if root in hidden},
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


def _reports(by: Deciding, year: int, days: Reported) -> dict[str, list[Reports]]:
    """The reports of every commune in a year, by family."""
    said: dict[int, list[tuple[date, int]]] = defaultdict(list)  # on which days which of what was said then
    for end in sorted(days):
        for root, place in days[end].communes.items():
            said[root].append((end, place))
    found: dict[str, list[Reports]] = defaultdict(list)
    alike: dict[tuple, _Year] = {}
    numbers: dict[frozenset, int] = {}
    blocks = {root: block_of(by.areas, root) for root in said}
    for root, of_days in said.items():
        key = tuple(of_days)
        if key not in alike:
            alike[key] = _Year(days, key, numbers)
        of_year, code, block = alike[key], by.areas.members(root)[-1].code, blocks[root]
        for name, (ends, small) in of_year.families.items():
            found[name].append(Reports(root, code, block, of_year.pattern, of_year.loads, ends, small))
    nothing = frozenset[date]()
    in_force = _in_force(by, year) if found else set[int]()
    blocks |= {root: block_of(by.areas, root) for root in in_force - said.keys()}
    for reports in found.values():
        there = {one.unit for one in reports}
        reports += [
            Reports(root, "", blocks[root], None, (), nothing, nothing)
            for root in in_force
            if root not in there
        ]
    return found


class _Year:
    """What communes reported in a year that reported alike: the days of each family, and which were small."""

    def __init__(self, days: Reported, said: Iterable[tuple[date, int]], numbers: dict[frozenset, int]):
        of_days = [(end, days[end].said[place]) for end, place in said]

        def numbered(found: Iterable[frozenset]) -> Hashable:
            return tuple([numbers.setdefault(one, len(numbers)) for one in found])

        # Every row names its day: what is equal on each day is equal in the year.
        self.pattern = numbered(one.rows for _, one in of_days)
        self.loads = numbered(one.loads for _, one in of_days)
        self.families = {
            name: (
                frozenset(end for end, one in of_days if name in one.families),
                frozenset(end for end, one in of_days if name in one.small),
            )
            for name in frozenset().union(*(one.families for _, one in of_days))
        }


def _in_force(by: Deciding, year: int) -> set[int]:
    """The communes of a year that nothing became another."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return {root for key, root in by.roots.items() if by.areas.versions[key].overlaps(first, last)}


def _hidden_groups(days: Reported) -> dict[str, frozenset[Withheld]]:
    """The cells of provinces by ethnic groups that are hidden in a year, by family."""
    rows: dict[Cell, set[tuple]] = defaultdict(set)
    for day in days.values():
        for cell, of_day in day.groups.items():
            rows[cell] |= of_day
    reports: dict[str, list[GroupReports]] = defaultdict(list)
    for cell, of_year in rows.items():
        name, unit, group = cell
        pattern = tuple(sorted(of_year)) if unit != COUNTRY_UNIT else ()
        small = frozenset(end for end, day in days.items() if cell in day.few)
        reports[name].append(GroupReports(unit, group, pattern, frozenset(row[2] for row in of_year), small))
    found: dict[str, set[Withheld]] = defaultdict(set)
    for name, of_name in reports.items():
        for end, hidden in hidden_group_cells(of_name).items():
            found[name] |= {(unit, group, end) for unit, group in hidden}
    return {name: frozenset(cells) for name, cells in found.items()}


def measures_of(indicators: Iterable[Indicator]) -> tuple[str, ...]:
    """The measures that some indicators read, each once."""
    return tuple(dict.fromkeys(measure for one in indicators for measure in one.measures))
