"""Who stands where: areas ranked by level, by change and by pace, and who has no rank, with the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from indicators.model import Indicator, Value, ValueTable
from indicators.periods import Period, months_before, period_of

Way = Literal["level", "change", "pace"]
Span = Literal["quarter", "year", "baseline"]
# Why an area has no rank.
Reason = Literal[
    "not_applicable",
    "no_value",
    "suppressed",
    "unknown",
    "provisional",
    "small",
    "no_earlier",
    "earlier_provisional",
    "earlier_small",
    "no_target",
    "over",
    "no_baseline",
    "too_early",
    "no_pace",
]


@dataclass(frozen=True, slots=True)
class Unranked:
    """An area without a rank, and why."""

    value: Value
    reason: Reason


@dataclass(frozen=True, slots=True)
class Ranked:
    """An area with its rank; `amount` is what it was ranked by: its level, its change or its pace."""

    rank: int
    value: Value
    amount: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """The areas by rank, best first (ties share a rank), and those without one."""

    ranked: tuple[Ranked, ...]
    unranked: tuple[Unranked, ...]


def level_ranking(values: Sequence[Value], indicator: Indicator, min_denominator: int) -> Ranking:
    """The ranking of areas by value, in the direction that is wanted; ties stand in the order given.

    Without a rank: no value, provisional values, and ratios over a denominator so small that one person moves
    them far.
    """
    reasons = {value.area_code: _unsound(value, min_denominator) for value in values}
    return _ranking(values, reasons, {value.area_code: value.value for value in values}, _sign(indicator))


def change_ranking(
    values: Sequence[Value], earlier: Mapping[str, Value], indicator: Indicator, min_denominator: int
) -> Ranking:
    """The ranking by how far each value has moved since an earlier one, in the direction that is wanted.

    Both values must be sound, and on the same boundaries: a territory that grew has not improved.
    """
    changes, reasons = {}, {}
    for value in values:
        before = earlier.get(value.area_code)
        assert before is None or before.boundaries == value.boundaries != "reported"
        unsound = _unsound(value, min_denominator)
        reasons[value.area_code] = unsound or _unsound_before(before, min_denominator)
        changes[value.area_code] = change(before, value)
    return _ranking(values, reasons, changes, _sign(indicator))


def change(before: Value | None, after: Value) -> float | None:
    """How far a value has moved, in the indicator's unit; None where one of the two is not known."""
    if before is None or before.value is None or after.value is None:
        return None
    return after.value - before.value


def pace_ranking(values: Sequence[Value], min_denominator: int) -> Ranking:
    """The ranking by pace: the share of the way to the target gone over the share of the time gone.

    Without a rank also who has no target ahead or no baseline, and where it is too early to judge.
    """
    reasons = {value.area_code: _unsound(value, min_denominator) or _unpaced(value) for value in values}
    return _ranking(values, reasons, {value.area_code: value.pace for value in values}, 1)


def earlier_period(period: str, span: Span) -> str | None:
    """The period that a change over a span is measured from; None where there is none.

    A period longer than the span has no such predecessor, and the baseline is each area's own.

    >>> earlier_period("2026-Q3", "quarter"), earlier_period("2025", "quarter")
    ('2026-Q2', None)
    """
    found = Period.parse(period)
    if span == "year":
        return found.previous_year().code
    if span == "quarter" and found.frequency in ("month", "quarter"):
        return period_of(months_before(found.end, 3), found.frequency).code
    return None


def baseline_values(table: ValueTable) -> dict[str, Value]:
    """The value from which each area's progress is measured, by code; none for who has no baseline."""
    return {
        value.area_code: replace(value, value=value.baseline, provisional=False, denominator=None)
        for value in table.values
        if value.baseline is not None
    }


def _ranking(
    values: Sequence[Value],
    reasons: Mapping[str, Reason | None],
    amounts: Mapping[str, float | None],
    sign: int,
) -> Ranking:
    compared = [
        (_comparable(amount), value)
        for value in values
        if reasons[value.area_code] is None and (amount := amounts[value.area_code]) is not None
    ]
    compared.sort(key=lambda pair: -sign * pair[0])
    ranked: list[Ranked] = []
    for _, tied in groupby(compared, key=lambda pair: pair[0]):
        rank = len(ranked) + 1
        ranked += [Ranked(rank, value, amount) for amount, value in tied]
    unranked = [Unranked(value, reason) for value in values if (reason := reasons[value.area_code])]
    return Ranking(tuple(ranked), tuple(unranked))


def _comparable(amount: float) -> float:
    """An amount as compared: sums of the same shares in another order must still tie."""
    return round(amount, 9) + 0.0


def _sign(indicator: Indicator) -> int:
    return -1 if indicator.direction == "down" else 1


def _unsound(value: Value, min_denominator: int) -> Reason | None:
    """Why a value can't be compared; None where it can."""
    if value.status == "not_applicable":
        return "not_applicable"
    if value.suppressed:
        return "suppressed"
    if value.unknown:
        return "unknown"
    if value.value is None:
        return "no_value"
    if value.provisional:
        return "provisional"
    if is_small(value, min_denominator):
        return "small"
    return None


def is_small(value: Value, min_denominator: int) -> bool:
    """Whether a ratio stands over so few that one more or less moves it far."""
    return value.denominator is not None and value.denominator < min_denominator


def _unsound_before(before: Value | None, min_denominator: int) -> Reason | None:
    if before is None or before.value is None or before.suppressed:
        return "no_earlier"
    if before.provisional:
        return "earlier_provisional"
    return "earlier_small" if is_small(before, min_denominator) else None


def _unpaced(value: Value) -> Reason | None:
    """Why a sound value has no pace that can be compared."""
    if value.target is None:
        return "no_target"
    if value.status == "no_baseline":
        return "no_baseline"
    if value.status == "too_early":
        return "too_early"
    if value.pace is not None:
        return None
    # What a plan still asks for each year is told of every target ahead, whatever its pace.
    return "over" if value.required_per_year is None else "no_pace"
