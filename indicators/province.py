"""How one province stands with every indicator, beside the country and the provinces it is compared with."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from statistics import median

from indicators.model import Indicator, Value, ValueTable

MOST_MOVED = 3
LEAST_MOVE = 0.05  # percentage points: what is shown as 0.0 has not moved


@dataclass(frozen=True, slots=True)
class Measured:
    """The newest values of an indicator with today's statuses, and those of the same period a year before.

    Both are on one set of boundaries. `before` is None for a milestone, and where no value is known.
    """

    indicator: str
    table: ValueTable
    before: ValueTable | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a province stands with an indicator.

    `change` is against `before`, the value of the same period a year earlier, in the indicator's unit; None
    where either is not known or is provisional. `median` is of the firm values among the provinces that it is
    compared with, `compared` is how many those are.
    """

    indicator: Indicator
    value: Value
    national: Value
    before: Value | None
    change: float | None
    median: float | None
    compared: int

    @property
    def better(self) -> float | None:
        """The change in the wanted direction: positive is better. None where neither direction is wanted."""
        if self.change is None or self.indicator.basis == "context":
            return None
        return self.change if self.indicator.direction == "up" else -self.change


def standing(
    measured: Measured, indicator: Indicator, area_code: str, group: Collection[str]
) -> Standing | None:
    """How a province stands with an indicator; None where its table does not have the province."""
    value = _of(measured.table, area_code)
    if value is None:
        return None
    before = _of(measured.before, area_code) if measured.before else None
    others = [one for one in measured.table.values if one.area_code in group and _firm(one)]
    if indicator.kind == "milestone":  # completed or not: nothing lies in the middle
        others = []
    known = [one.value for one in others if one.value is not None]
    return Standing(
        indicator,
        value,
        measured.table.national,
        before,
        _change(before, value),
        median(known) if known else None,
        len(known),
    )


def movers(
    standings: Iterable[Standing], min_denominator: float, count: int = MOST_MOVED
) -> tuple[tuple[Standing, ...], tuple[Standing, ...]]:
    """What improved and what slipped most in a year, the largest first.

    Of shares alone, since percentage points can be held against each other; of wholes, not their parts; and
    never of what moves by chance: a survey's sample, a denominator under the minimum, a provisional value.
    """
    moved = [one for one in standings if _comparable(one, min_denominator)]
    improved = sorted((one for one in moved if _better(one) >= LEAST_MOVE), key=_better, reverse=True)
    slipped = sorted((one for one in moved if _better(one) <= -LEAST_MOVE), key=_better)
    return tuple(improved[:count]), tuple(slipped[:count])


def counted(standings: Iterable[Standing], uncounted: Collection[str]) -> list[Standing]:
    """What is counted: wholes whose status is not among the uncounted ones."""
    return [one for one in standings if not one.indicator.part_of and one.value.status not in uncounted]


def _of(table: ValueTable, area_code: str) -> Value | None:
    return next((value for value in table.values if value.area_code == area_code), None)


def _firm(value: Value) -> bool:
    return value.value is not None and not value.provisional and not value.suppressed


def _change(before: Value | None, after: Value) -> float | None:
    if before is None or not _firm(before) or not _firm(after):
        return None
    assert before.value is not None
    assert after.value is not None
    return after.value - before.value


def _comparable(one: Standing, min_denominator: float) -> bool:
    indicator = one.indicator
    if one.better is None or indicator.unit != "%" or indicator.survey or indicator.part_of:
        return False
    if one.value.status == "not_applicable":
        return False
    sizes = [value.denominator for value in (one.before, one.value) if value is not None]
    return all(size is None or size >= min_denominator for size in sizes)


def _better(one: Standing) -> float:
    return one.better or 0.0
