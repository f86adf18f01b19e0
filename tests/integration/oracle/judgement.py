"""What a status must be: the methodology read line by line."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Any

from tests.integration.oracle.found import UNKNOWN, Found, Period
from tests.integration.oracle.oracle import Oracle
from tests.integration.oracle.shipped import Definition


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last of that month."""
    number = day.year * 12 + day.month - 1 - months
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def judged(
    oracle: Oracle, found: Found, history: Callable[[Period], Found], period: Period
) -> dict[str, Any]:
    """Everything the API says of an area with that value in a period, apart from its name."""
    definition = oracle.definition
    ended = definition.applicable_until is not None and period.end > definition.applicable_until
    if ended:
        found = UNKNOWN
    answer = {
        "numerator": found.numerator,
        "denominator": found.denominator,
        "value": found.value,
        "coverage": found.coverage,
        "provisional": found.provisional,
        "illustrative": found.illustrative,
        "pace": None,
        "gap": None,
        "required_per_year": None,
        "stale": False,
    }
    if ended:
        return answer | {"status": "not_applicable"}
    seen = oracle.observations(history, period.end)
    if found.value is not None and found.end is not None:
        end, value = found.end, found.value
    elif seen:
        end, value = seen[-1]
    else:
        return answer | {"status": "no_data" if definition.target is not None else "no_target"}
    answer["stale"] = (period.end - end).days > 1.5 * definition.cycle * 365.25 / 12
    if definition.target is None or definition.deadline is None:
        return answer | {"status": "no_target"}
    answer["gap"] = None if found.value is None else definition.target - found.value
    at_it = None
    if period.end >= definition.deadline:
        first = months_before(definition.deadline, definition.cycle)
        cycle = history(Period(date.fromordinal(first.toordinal() + 1), definition.deadline))
        at_it = (cycle.end, cycle.value) if cycle.value is not None and cycle.end else None
    return answer | progress(
        definition, definition.target, definition.deadline, seen, (end, value), period.end, at_it
    )


def progress(
    definition: Definition,
    target: float,
    deadline: date,
    seen: list[tuple[date, float]],
    now: tuple[date, float],
    today: date,
    at_it: tuple[date, float] | None,
) -> dict[str, Any]:
    """Status, pace and what they rest on; every shipped target is a floor."""
    end, value = now
    answer: dict[str, Any] = {"target": target, "deadline": str(deadline), "baseline": None}
    start = seen[0] if seen and end > seen[0][0] else None
    if start:
        answer |= {"baseline": start[1], "baseline_date": str(start[0]), "baseline_provisional": True}
    if today >= deadline:
        by_then = [observation for observation in seen if observation[0] <= deadline]
        late = [observation for observation in [*seen, now] if observation[0] > deadline]
        due = at_it or (by_then[-1] if by_then else None)  # the cycle that ends with the deadline comes first
        if due is None or due[0] < months_before(deadline, definition.cycle):
            return answer | {"status": "awaiting"}
        if due[1] >= target:
            return answer | {"status": "achieved"}
        return answer | {"status": "achieved_late" if any(o[1] >= target for o in late) else "missed"}
    answer["required_per_year"] = (target - value) / ((deadline - end).days / 365.25)
    if start and target != start[1]:
        share = (end - start[0]).days / (deadline - start[0]).days
        answer["pace"] = (value - start[1]) / (target - start[1]) / share
    if value >= target:
        return answer | {"status": "achieved"}
    if any(observation[1] >= target for observation in seen if observation[0] < end):
        return answer | {"status": "slipped"}
    if start is None:
        return answer | {"status": "no_baseline"}
    if share < 0.10:
        return answer | {"status": "too_early"}
    pace = answer["pace"]
    for floor, status in ((0.95, "on_track"), (0.60, "accelerate"), (0.0, "behind")):
        if pace >= floor:
            return answer | {"status": status}
    return answer | {"status": "reversing"}
