"""Provinces' own targets for indicators, from the rows in which they report them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from indicators.model import Fault, Operator, Target
from indicators.soundness import FIRST_YEAR, Rules


class TargetRow(NamedTuple):
    """A province's own target as the warehouse holds it; None where a day or a value can't be read."""

    indicator: str
    area_key: int
    on: date | None
    value: float | None
    legal_basis: str
    load_id: int


OwnTargets = Mapping[str, Mapping[int, tuple[Target, ...]]]  # by indicator, by unit


def own_targets(
    rows: Iterable[TargetRow], directions: Mapping[str, str], rules: Rules
) -> tuple[OwnTargets, list[Fault]]:
    """The targets that count, by indicator and unit, and what is wrong with the others.

    Of one (indicator, unit, day) the newest approved load's counts, and where its value can't be read none.
    `directions` are those of all indicators.
    """
    newest: dict[tuple[str, int, date], list[TargetRow]] = {}
    faults: list[Fault] = []
    for row in rows:
        if reason := _wrong(row, directions, rules):
            faults.append(_fault(row, reason, rules))
            continue
        if row.load_id not in rules.approved_loads or _later(row, rules):
            continue
        assert row.on is not None
        same = newest.setdefault((row.indicator, rules.areas.unit_of(row.area_key), row.on), [])
        if same and row.load_id > same[0].load_id:
            same.clear()
        if not same or row.load_id == same[0].load_id:
            same.append(row)
    found: dict[str, dict[int, tuple[Target, ...]]] = {}
    for (code, unit, day), same in newest.items():
        if len(same) > 1:
            faults += [_fault(row, "several targets with one key in one load", rules) for row in same]
            continue
        (row,) = same
        if row.value is None:
            faults.append(_fault(row, "the value can't be read", rules))
            continue
        operator: Operator = ">=" if directions[code] == "up" else "<="
        mine = found.setdefault(code, {})
        mine[unit] = (*mine.get(unit, ()), Target(day, row.value, operator, row.legal_basis))
    return found, faults


def _wrong(row: TargetRow, directions: Mapping[str, str], rules: Rules) -> str:
    if row.indicator not in directions:
        return f"no such indicator: {row.indicator}"
    if row.area_key not in rules.areas.versions:
        return f"area_key {row.area_key} is not in dim_area"
    if row.on is None or row.on.year < FIRST_YEAR:
        return "the date can't be read"
    return "" if row.load_id in rules.known_loads else "the load log does not know this load"


def _later(row: TargetRow, rules: Rules) -> bool:
    return rules.as_of_load is not None and row.load_id > rules.as_of_load


def _fault(row: TargetRow, reason: str, rules: Rules) -> Fault:
    version = rules.areas.versions.get(row.area_key)
    detail = f"target of {row.indicator}: {reason}"
    return Fault("wrong_target", None, version.code if version else None, row.on, row.load_id, 1, detail)
