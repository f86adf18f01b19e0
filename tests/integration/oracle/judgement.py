"""What a status must be: the methodology read line by line."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from tests.integration.oracle.found import UNKNOWN, Found, Period
from tests.integration.oracle.oracle import Oracle
from tests.integration.oracle.reports import own_targets
from tests.integration.oracle.shipped import INDICATORS, Definition
from tests.integration.oracle.world import Unit, World


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last of that month."""
    number = day.year * 12 + day.month - 1 - months
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


Aim = tuple[date, float]  # a deadline and the value to be reached by it


def targets_of(world: World, code: str, unit: Unit) -> list[Aim]:
    """The targets of an area, the earliest first; its own stand for the decision's."""
    definition, targets = INDICATORS[code], sorted(own_targets(world).get((code, unit), []))
    theirs = not definition.provinces or world.areas[unit[-1]].code in definition.provinces
    if not targets and definition.target is not None and definition.deadline and theirs:
        targets = [(definition.deadline, definition.target)]
    return targets


def target_in_force(world: World, code: str, unit: Unit, on: date) -> Aim | None:
    """The target that an area is judged by on a day: the next one, else the last that has passed."""
    targets = targets_of(world, code, unit)
    ahead = [target for target in targets if target[0] >= on]
    return ahead[0] if ahead else targets[-1] if targets else None


def judged(
    oracle: Oracle,
    found: Found,
    history: Callable[[Period], Found],
    period: Period,
    target_of: Unit,
) -> dict[str, Any]:
    """Everything the API says of an area with that value in a period, apart from its name.

    `target_of` is the area whose target it is held against.
    """
    definition = oracle.definition
    ended = definition.applicable_until is not None and period.end > definition.applicable_until
    if ended:
        found = UNKNOWN
    answer: dict[str, Any] = {
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
    aim = target_in_force(oracle.world, oracle.code, target_of, period.end)
    if aim is not None:
        answer |= {"deadline": str(aim[0]), "target": aim[1]}
    seen = oracle.observations(history, period.end)
    if found.value is not None and found.end is not None:
        end, value = found.end, found.value
    elif seen:
        end, value = seen[-1]
    else:
        return answer | {"status": "no_target" if aim is None else "no_data"}
    answer["stale"] = (period.end - end).days > 1.5 * definition.cycle * 365.25 / 12
    if aim is None:
        return answer | {"target": None, "deadline": None, "status": "no_target"}
    deadline, target = aim
    answer["gap"] = None if found.value is None else target - found.value
    at_it = None
    morrow = deadline + timedelta(1)
    if period.end >= deadline and morrow.day == 1 and (morrow.month - 1) % definition.cycle == 0:
        cycle = history(Period(months_before(morrow, definition.cycle), deadline))
        at_it = (cycle.end, cycle.value) if cycle.value is not None and cycle.end else None
    plan = [aim for aim in targets_of(oracle.world, oracle.code, target_of) if aim[0] <= deadline]
    return answer | progress(definition, plan, seen, (end, value), period.end, at_it)


def path_value(points: list[Aim], on: date) -> float:
    """The value that the line through these points has on a day before its end."""
    left = max(point for point in points if point[0] <= on)
    right = min(point for point in points if point[0] > on)
    return left[1] + (right[1] - left[1]) * (on - left[0]).days / (right[0] - left[0]).days


def progress(
    definition: Definition,
    plan: list[Aim],
    seen: list[tuple[date, float]],
    now: tuple[date, float],
    today: date,
    at_it: tuple[date, float] | None,
) -> dict[str, Any]:
    """Status, pace and what they rest on; every target is a floor, those before the last shape the path."""
    (end, value), (deadline, target) = now, plan[-1]
    answer: dict[str, Any] = {"baseline": None}
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
        wanted = path_value([start, *(aim for aim in plan if aim[0] > start[0])], end) - start[1]
        answer["pace"] = (value - start[1]) / wanted if wanted else None
        share = (end - start[0]).days / (deadline - start[0]).days
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
