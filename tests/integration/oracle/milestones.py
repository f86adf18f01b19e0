"""How an area stands with a milestone on a day, and what that is as a value."""

from datetime import date
from typing import Any

from tests.integration.oracle.judgement import target_in_force
from tests.integration.oracle.reports import Milestone, milestones
from tests.integration.oracle.shipped import INDICATORS
from tests.integration.oracle.world import MERGER, Unit, World

EVE = date(2025, 6, 30)
DONE = ("completed", "completed_late")


def provinces(world: World, boundaries: str, on: date) -> list[Unit]:
    """The provinces of these boundaries."""
    day = {"34": MERGER, "63": EVE}.get(boundaries, on)
    return [unit for unit in world.units if world.in_force(unit, day)]


def deadline_of(world: World, code: str, unit: Unit, on: date) -> date:
    """The day by which it is due there."""
    aim = target_in_force(world, code, unit, on)
    assert aim is not None
    return aim[0]


def status_of(report: Milestone | None, deadline: date, on: date) -> str:
    """The first line of the methodology that holds."""
    if report is not None and report.completed is not None and report.completed <= on:
        if report.document is None:
            return "claimed"
        return "completed" if report.completed <= deadline else "completed_late"
    if on >= deadline:
        return "overdue"
    if report is None:
        return "not_started"
    return "at_risk" if report.planned is not None and report.planned > deadline else "in_progress"


def record(world: World, code: str, unit: Unit, on: date) -> dict[str, Any]:
    """What the API lists of a milestone in an area."""
    deadline = deadline_of(world, code, unit, on)
    report = milestones(world).get((code, unit))
    return {
        "code": code,
        "area_code": world.areas[unit[-1]].code,
        "planned_date": str(report.planned) if report and report.planned else None,
        "completed_date": str(report.completed) if report and report.completed else None,
        "deadline": str(deadline),
        "status": status_of(report, deadline, on),
        "evidence_document": report.document if report else None,
        "responsible_unit": report.responsible if report else None,
    }


def listed(world: World, boundaries: str, on: date) -> dict[tuple[str, str], dict[str, Any]]:
    """Every milestone in every area that owes it, and in the country where that has reported."""
    found = [
        record(world, code, unit, on)
        for code, definition in INDICATORS.items()
        if definition.milestone
        for unit in (world.country, *provinces(world, boundaries, on))
        if (definition.milestone == "province") is (unit != world.country)
        or (unit == world.country and (code, unit) in milestones(world))
    ]
    return {(one["code"], one["area_code"]): one for one in found}


def quarters_reported(world: World, code: str) -> list[str]:
    """The quarters from the first load with a report on a milestone to today."""
    loads = [row[-1] for row in world.reports["fact_milestone"] if row[0] == code]
    first = min(world.loaded[load][0] for load in loads)
    numbers = [4 * day.year + (day.month - 1) // 3 for day in (first, world.today)]
    return [f"{number // 4}-Q{number % 4 + 1}" for number in range(numbers[0], numbers[1] + 1)]


def value_of(world: World, code: str, unit: Unit, on: date) -> dict[str, Any]:
    """The milestone of an area as the API shows a value: one or nought."""
    said, report = record(world, code, unit, on), milestones(world).get((code, unit))
    done = 1 if said["status"] in DONE else 0
    return _value(done, 1, said["status"], said["deadline"], report is not None and report.illustrative)


def national_value(world: World, code: str, on: date) -> dict[str, Any]:
    """The country's: its own report, or how many of today's provinces have completed it."""
    if INDICATORS[code].milestone == "country":
        return value_of(world, code, world.country, on)
    units = provinces(world, "34", on)
    statuses = [record(world, code, unit, on)["status"] for unit in units]
    deadline = deadline_of(world, code, world.country, on)
    done = [status for status in statuses if status in DONE]
    if len(done) == len(units):
        status = max(done, key=DONE.index)
    elif on >= deadline:
        status = "overdue"
    elif "at_risk" in statuses:
        status = "at_risk"
    else:
        status = "not_started" if set(statuses) == {"not_started"} else "in_progress"
    reports = [milestones(world).get((code, unit)) for unit in units]
    illustrative = any(report is not None and report.illustrative for report in reports)
    return _value(len(done), len(units), status, str(deadline), illustrative)


def _value(done: int, whole: int, status: str, deadline: str, illustrative: bool) -> dict[str, Any]:
    unset = dict.fromkeys(("pace", "required_per_year", "baseline", "baseline_date"))
    return {
        **unset,
        "numerator": done,
        "denominator": whole,
        "value": done,
        "coverage": 1,
        "provisional": False,
        "status": status,
        "gap": whole - done,
        "baseline_provisional": False,
        "target": whole,
        "deadline": deadline,
        "stale": False,
        "illustrative": illustrative,
    }
