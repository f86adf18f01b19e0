"""The systems that deliver to the warehouse: how old what they sent last is, and whether it is too old."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from indicators.loads import Load
from indicators.model import CYCLE_MONTHS, Cycle, Indicator
from indicators.progress import DAYS_A_YEAR, STALE_CYCLES

CYCLES: tuple[Cycle, ...] = ("month", "quarter", "half", "year")  # the shortest first


class Delivery(NamedTuple):
    """The newest period end that a load brought of a measure."""

    load_id: int
    measure: str
    newest: date


@dataclass(frozen=True, slots=True)
class Source:
    """A delivering system with its newest approved load and the newest period that it reported.

    `cycle` is the shortest of the indicators that read its measures, None where none does. `age` counts the
    days since the newest period ended, or since the last load where no period is known; `stale` tells that
    it is over the cycles that a value may be old.
    """

    name: str
    loads: int
    last_load: Load
    newest_period: date | None
    cycle: Cycle | None
    age: int | None
    stale: bool


def sources(
    loads: Iterable[Load], deliveries: Iterable[Delivery], indicators: Iterable[Indicator], day: date
) -> tuple[Source, ...]:
    """The sources of approved loads as they stand on a day: the stale first, then the oldest."""
    cycles: dict[str, Cycle] = {}
    for indicator in indicators:
        for measure in indicator.measures:
            known = cycles.get(measure, indicator.cycle)
            cycles[measure] = min(known, indicator.cycle, key=CYCLES.index)
    by_source: dict[str, list[Load]] = {}
    for load in loads:
        if load.approved:
            by_source.setdefault(load.source_system, []).append(load)
    brought: dict[int, list[Delivery]] = {}
    for delivery in deliveries:
        brought.setdefault(delivery.load_id, []).append(delivery)
    found = [
        _source(name, mine, [one for load in mine for one in brought.get(load.load_id, ())], cycles, day)
        for name, mine in by_source.items()
    ]
    return tuple(sorted(found, key=lambda source: (not source.stale, -(source.age or 0), source.name)))


def drafts(loads: Iterable[Load], as_of_load: int | None) -> tuple[Load, ...]:
    """The loads that await approval, newest first; none that is later than the load asked for."""
    waiting = [
        load for load in loads if not load.approved and (as_of_load is None or load.load_id <= as_of_load)
    ]
    return tuple(sorted(waiting, key=lambda load: -load.load_id))


def _source(
    name: str, loads: Sequence[Load], deliveries: Sequence[Delivery], cycles: dict[str, Cycle], day: date
) -> Source:
    last = max(loads, key=lambda load: load.load_id)
    newest = max((one.newest for one in deliveries), default=None)
    read = {cycles[one.measure] for one in deliveries if one.measure in cycles}
    cycle = next((one for one in CYCLES if one in read), None)
    since = newest or (last.loaded_at.date() if last.loaded_at else None)
    age = (day - since).days if since else None
    allowed = STALE_CYCLES * CYCLE_MONTHS[cycle] * DAYS_A_YEAR / 12 if cycle else None
    stale = age is not None and allowed is not None and age > allowed
    return Source(name, len(loads), last, newest, cycle, age, stale)
