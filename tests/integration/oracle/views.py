"""What the pages show and the API does not: zones, ethnic groups, a survey's limits, how tasks stand."""

from dataclasses import replace
from math import sqrt
from typing import Any

from tests.integration.oracle.found import Found, Period
from tests.integration.oracle.milestones import provinces
from tests.integration.oracle.oracle import Oracle
from tests.integration.oracle.own_rows import ENOUGH
from tests.integration.oracle.reports import CLARITIES, Task, tasks
from tests.integration.oracle.shipped import CENTRAL_TASKS, TASKS
from tests.integration.oracle.world import MERGER, Unit, World, day

SURE = 1.959963984540054  # 95 % of a normal distribution lie this far from its middle


def zones(oracle: Oracle, period: Period, boundaries: str, parent: Unit | None) -> dict[str, dict[str, Any]]:
    """The value of the communes of each zone, those outside the three together."""
    world, on = oracle.world, max(period.end, MERGER) if boundaries == "34" else period.end
    founds: dict[str, list[Found]] = {}
    for province in [parent] if parent else oracle.units(boundaries, period):
        for commune in oracle.communes(province, boundaries, period):
            (version,) = (key for key in commune if world.areas[key].first <= on <= world.areas[key].last)
            found = oracle.on34(commune, period) if boundaries == "34" else oracle.province(commune, period)
            founds.setdefault(world.areas[version].zone or "", []).append(found)
    if not any(found.value is not None for same in founds.values() for found in same):
        return {}
    return {zone: _zone(oracle, same) for zone, same in founds.items()}


def _zone(oracle: Oracle, founds: list[Found]) -> dict[str, Any]:
    total = oracle.together(founds)
    reported = sum(found.value is not None for found in founds)
    thin = total.gaps or reported < ENOUGH * len(founds)
    return {
        "numerator": total.numerator,
        "denominator": total.denominator,
        "value": total.value,
        "provisional": total.value is not None and thin,
        "illustrative": total.illustrative,
        "reported": reported,
        "expected": len(founds),
    }


def groups(world: World, code: str, unit: Unit, period: Period, boundaries: str) -> dict[str, dict[str, Any]]:
    """The value of each ethnic group with a number of its own.

    A rate stands over the group's own denominator; where no denominator is told apart over everybody's.
    """
    everybody = Oracle(world, code)
    total = _read(everybody, unit, period, boundaries)
    definition = everybody.definition
    above = definition.counted or definition.parts[0].numerator
    alone = replace(definition, parts=(), counted=above)
    found: dict[str, dict[str, Any]] = {}
    for group, rows in world.group_rows.items():
        own = definition.counted or any(measure == definition.parts[0].denominator for measure, _ in rows)
        mine = _read(Oracle(world, code, rows, None if own else alone), unit, period, boundaries)
        below, value = mine.denominator, mine.value
        if not own:
            whole = total.denominator is not None and (mine.value or 0) <= total.denominator
            below = total.denominator if whole else None
            value = 100 * mine.value / below if below and mine.value is not None else None
        if mine.value is None and own and not definition.counted:
            mine = _read(Oracle(world, code, rows, alone), unit, period, boundaries)
            below = value = None
        if mine.value is not None:
            found[group] = {
                "numerator": mine.numerator,
                "denominator": below,
                "value": value,
                "provisional": total.provisional or mine.gaps,
                "illustrative": mine.illustrative or (not own and total.illustrative),
            }
    return found


def _read(oracle: Oracle, unit: Unit, period: Period, boundaries: str) -> Found:
    if unit == oracle.world.country:
        return oracle.national(period)
    return oracle.reader(unit, boundaries)(period)


def limits(above: float, below: float) -> tuple[float, float]:
    """The shares, in percent, from which the one found lies just as far off as chance allows.

    They solve (p - x)² = z² x (1 - x) / n.
    """
    share, chance = above / below, SURE**2 / below
    half = (2 * share + chance) / 2
    root = sqrt(max(half**2 - (1 + chance) * share**2, 0))
    return 100 * (half - root) / (1 + chance), 100 * (half + root) / (1 + chance)


def task_states(world: World) -> dict[tuple[str, str], dict[str, Any]]:
    """How each body stands today with each listed task that it has a part in."""
    known = tasks(world)
    units = provinces(world, "34", world.today)
    return {
        (code, "VN" if unit == world.country else world.areas[unit[-1]].code): _task(
            known.get((code, unit)), due_year, world
        )
        for code, due_year in TASKS.items()
        for unit in [world.country, *([] if code in CENTRAL_TASKS else units)]
    }


def _task(task: Task | None, due_year: int, world: World) -> dict[str, Any]:
    if task is None:
        return {"state": "no_report", "lacking": CLARITIES, "load_id": None, "illustrative": False}
    due, today = task.due or day(f"{due_year}-12-31"), world.today
    if task.completed:
        state = "done" if task.completed <= due else "done_late"
    elif today >= due:
        state = "overdue"
    else:
        begun = task.percent or (task.started and task.started <= today)
        state = "in_progress" if begun else "not_started"
    illustrative = world.loaded[task.load][1]
    return {"state": state, "lacking": task.lacking, "load_id": task.load, "illustrative": illustrative}
