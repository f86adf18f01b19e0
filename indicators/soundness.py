"""Which rows may enter a calculation, and why the others may not.

The order matters: loads that are unknown, later or not approved are put aside first; then the newest load of
a key is its value, even where that row is wrong (an older row never comes back in silence); then rows that
can't be right are left out. Everything left out becomes a Fault.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from indicators.areas import Areas
from indicators.model import Fault

FIRST_YEAR = 1900  # an earlier date is a slip of the pen; a later one than today is in the future


class Row(NamedTuple):
    """A fact as the warehouse holds it, with dates and value already read; None where they can't be."""

    measure: str
    area_key: int
    start: date | None
    end: date | None
    ethnic: str | None
    value: float | None
    raw_value: object
    preliminary: bool
    illustrative: bool
    load_id: int


class Fact(NamedTuple):
    """A sound row: a value of a measure in an area version over a period."""

    measure: str
    area_key: int
    start: date
    end: date
    value: float
    preliminary: bool
    illustrative: bool
    load_id: int
    ethnic: str | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """What rows are held against: the dimensions, the loads that count and today."""

    areas: Areas
    additive: Mapping[str, bool]
    ethnic_codes: Collection[str]
    approved_loads: Collection[int]
    known_loads: Collection[int]
    as_of_load: int | None
    today: date


def sound_facts(rows: Iterable[Row], rules: Rules) -> tuple[list[Fact], list[Fault]]:
    """The rows that may enter a calculation, and the faults of those that may not."""
    newest, faults = _newest(rows, rules)
    facts: list[Fact] = []
    for row in newest:
        kind, detail = fault_of(row, rules)
        if kind:
            faults.append((kind, detail, row))
            continue
        measure, area_key, start, end, ethnic, value, _, preliminary, illustrative, load_id = row
        assert start is not None
        assert end is not None
        assert value is not None
        facts.append(Fact(measure, area_key, start, end, value, preliminary, illustrative, load_id, ethnic))
    return facts, _listed(faults, rules)


def _newest(rows: Iterable[Row], rules: Rules) -> tuple[list[Row], list[tuple[str, str, Row]]]:
    newest: dict[tuple, Row] = {}
    doubled: dict[tuple, list[Row]] = {}
    faults: list[tuple[str, str, Row]] = []
    for row in rows:
        if row.load_id not in rules.approved_loads:
            if row.load_id not in rules.known_loads:
                faults.append(("unknown_load", "the load log does not know this load", row))
            elif rules.as_of_load is None or row.load_id <= rules.as_of_load:
                faults.append(("draft_load", "the load is not yet approved", row))
            continue
        if rules.as_of_load is not None and row.load_id > rules.as_of_load:
            continue
        key = (row.measure, row.area_key, row.start, row.end, row.ethnic)
        earlier = newest.get(key)
        if earlier is None or row.load_id > earlier.load_id:
            newest[key] = row
            doubled.pop(key, None)
        elif row.load_id == earlier.load_id:
            doubled.setdefault(key, [earlier]).append(row)
    for key, same in doubled.items():
        faults.extend(("duplicate_row", "several rows with one key in one load", row) for row in same)
        del newest[key]
    return list(newest.values()), faults


def fault_of(row: Row, rules: Rules) -> tuple[str, str]:
    """The kind and the detail of what is wrong with a row by itself; both empty where nothing is."""
    if row.measure not in rules.additive:
        return "unknown_measure", "the measure is not in dim_measure"
    version = rules.areas.versions.get(row.area_key)
    if version is None:
        return "unknown_area", f"area_key {row.area_key} is not in dim_area"
    if row.ethnic is not None and row.ethnic not in rules.ethnic_codes:
        return "unknown_ethnic_group", f"ethnic_code {row.ethnic} is not in dim_ethnic_group"
    if row.start is None or row.end is None or row.start.year < FIRST_YEAR or row.end.year < FIRST_YEAR:
        return "unreadable_period", "a date of the period can't be read"
    if row.start > row.end:
        return "period_reversed", f"the period ends before it starts: {row.start} to {row.end}"
    if row.end > rules.today:
        return "period_in_future", f"the period ends after today: {row.end}"
    if not version.overlaps(row.start, row.end):
        return "area_not_in_force", "the area version was not in force in the period"
    if version.level == "commune" and rules.areas.province_of(row.area_key) is None:
        return "area_without_province", "no province contains this commune"
    if row.value is None or not math.isfinite(row.value):
        reported = row.raw_value is None
        return (
            ("value_missing", "reported as not available")
            if reported
            else ("not_a_number", f"value {row.raw_value!r}")
        )
    if row.value < 0 and rules.additive[row.measure]:
        return "negative_value", f"a count of {row.value:g}"
    return "", ""


def _listed(faults: list[tuple[str, str, Row]], rules: Rules) -> list[Fault]:
    versions = rules.areas.versions
    counts = Counter(
        (
            kind,
            row.measure,
            versions[row.area_key].code if row.area_key in versions else None,
            row.end,
            row.load_id,
            detail,
        )
        for kind, detail, row in faults
    )
    return [
        Fault(kind, measure, area, end, load, count, detail)
        for (kind, measure, area, end, load, detail), count in counts.items()
    ]
