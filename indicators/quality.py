"""Control totals that disagree with their parts, and how complete and timely reports are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import NamedTuple

from indicators.areas import Areas
from indicators.model import Fault
from indicators.soundness import Fact

ROUNDING = 0.00005  # values have four decimals


class Obligation(NamedTuple):
    """A report that was due: a measure of an area for the period that ends on a day."""

    measure: str
    area_key: int
    period_end: date
    due: date


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many reports of a province were due for a month, how many came, how many in time."""

    area_code: str
    period: str
    due: int
    reported: int
    on_time: int


@dataclass(frozen=True, slots=True)
class Quality:
    """Everything left out or lacking in a state of the warehouse."""

    load_id: int | None
    issues: tuple[Fault, ...]
    completeness: tuple[Completeness, ...]


def disagreeing_totals(facts: Iterable[Fact], areas: Areas) -> list[Fault]:
    """Control totals that the parts beneath them contradict; the parts stand, the total is listed.

    A total of all parts must equal their sum; a total of some of them must not be smaller than it.
    """
    by_key: dict[tuple, dict[int, Fact]] = defaultdict(dict)
    for fact in facts:
        by_key[fact.measure, fact.start, fact.end][fact.area_key] = fact
    faults: list[Fault] = []
    for (measure, _, end), found in by_key.items():
        for total, parts in _totals(found, areas, end):
            values = [found[key].value for key in parts if key in found]
            complete = len(values) == len(parts)
            excess = fsum(values) - total.value
            if values and (abs(excess) > ROUNDING if complete else excess > ROUNDING):
                detail = f"total {total.value:g}, sum of {len(values)} of {len(parts)} parts {fsum(values):g}"
                code = areas.versions[total.area_key].code
                faults.append(Fault("control_total_mismatch", measure, code, end, total.load_id, 1, detail))
    return faults


def _totals(found: dict[int, Fact], areas: Areas, end: date) -> Iterable[tuple[Fact, Sequence[int]]]:
    """The totals among the facts of one measure and period, each with the keys of its parts in force."""
    for key, fact in found.items():
        level = areas.versions[key].level
        if level == "province":
            yield fact, [commune.key for commune in areas.communes(areas.unit_of(key), end)]
        elif level == "country":
            units = areas.provinces("reported", end)
            yield fact, [areas.version_at(unit, end).key for unit in units]


def completeness(
    obligations: Iterable[Obligation], first_reports: dict[tuple[str, int, date], date], areas: Areas
) -> list[Completeness]:
    """Reports due, come and in time, by province and month of the period's end.

    `first_reports` gives the day on which a (measure, area, period end) first had a value.
    """
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for obligation in obligations:
        version = areas.versions.get(obligation.area_key)
        if version is None:
            continue
        unit = areas.province_of(obligation.area_key)
        code = areas.version_at(unit, obligation.period_end).code if unit is not None else version.code
        reported = first_reports.get((obligation.measure, obligation.area_key, obligation.period_end))
        tally = counts[code, f"{obligation.period_end:%Y-%m}"]
        tally[0] += 1
        tally[1] += reported is not None
        tally[2] += reported is not None and reported <= obligation.due
    return [Completeness(code, period, *tally) for (code, period), tally in sorted(counts.items())]
