"""Which task reports count, what is wrong with the others, and the measures counted from them (D04)."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from indicators.model import Fault
from indicators.reports import Finding, counting, listed, newest, oldest_first, wrong_area, wrong_days
from indicators.soundness import Fact, Rules
from indicators.tasks import TASKS, TASKS_ASSIGNED, Task, TaskRow, lacking

REPORTING = ("country", "province")  # the levels whose bodies report on tasks


def sound_rows(
    rows: Iterable[TaskRow], tasks: Iterable[Task], rules: Rules
) -> tuple[dict[tuple[str, int], TaskRow], list[Fault]]:
    """The report that counts of each listed task and unit, and what is wrong with the others."""
    by_province = {task.code: task.by_province for task in tasks}
    counted, findings = counting(rows, rules)
    single, doubled = newest(counted)
    findings += doubled
    found: dict[tuple[str, int], TaskRow] = {}
    for row in oldest_first(single, rules):
        levels = REPORTING if by_province.get(row.code, True) else REPORTING[:1]
        kind, detail = wrong_area(row, levels, rules)
        if not kind and row.code not in by_province:
            kind, detail = "unknown_task", "not among the listed tasks: counted in D04 alone"
        if not kind and _out_of_force(row, rules):
            kind, detail = "area_not_in_force", "the area version was not in force when the report came"
        if kind:
            findings.append(Finding(kind, detail, row, row.due_date))
            continue
        if row.loaded_on is None or row.loaded_on > rules.today:
            findings.append(Finding("unreadable_date", "the load has no day: not counted in D04", row))
        cleaned, wrong = _cleaned(row, rules.today)
        findings += wrong
        found[row.code, rules.areas.unit_of(row.area_key)] = cleaned
    return found, listed(findings, rules)


def assignment_facts(rows: Iterable[TaskRow], rules: Rules) -> list[Fact]:
    """Tasks and tasks assigned of each area on each day that a load brought a report for it.

    A report stands until a later load brings one for the same task, also where the area got another name or
    type meanwhile. Every reported task counts, one that a body added of its own too. A report for an area
    that was not in force when it came counts nowhere.
    """
    by_unit: dict[int, list[TaskRow]] = {}
    for row in counting(rows, rules)[0]:
        if not wrong_area(row, REPORTING, rules)[0] and not _out_of_force(row, rules):
            by_unit.setdefault(rules.areas.unit_of(row.area_key), []).append(row)
    facts: list[Fact] = []
    for mine in by_unit.values():
        standing: dict[str, list[TaskRow]] = {}
        on_day: dict[date, list[Fact]] = {}
        for load, brought in groupby(mine, key=lambda row: row.load_id):
            same_load = list(brought)
            standing |= {row.code: [] for row in same_load}
            for row in same_load:
                standing[row.code].append(row)
            area, day = same_load[0].area_key, same_load[0].loaded_on
            single = [same[0] for same in standing.values() if len(same) == 1]
            if day is not None and day <= rules.today:
                on_day[day] = _pair(area, day, load, single, rules.today) if single else []
        facts += [fact for pair in on_day.values() for fact in pair]
    return facts


def _out_of_force(row: TaskRow, rules: Rules) -> bool:
    """Whether the area version of a report was not in force on the day it came."""
    return row.loaded_on is not None and not rules.areas.versions[row.area_key].in_force(row.loaded_on)


def _pair(area: int, day: date, load: int, standing: list[TaskRow], today: date) -> list[Fact]:
    assigned = sum(not lacking(_cleaned(row, today)[0]) for row in standing)
    illustrative = any(row.illustrative for row in standing)
    return [
        Fact(measure, area, day, day, float(count), False, illustrative, load)
        for measure, count in ((TASKS, len(standing)), (TASKS_ASSIGNED, assigned))
    ]


def _cleaned(row: TaskRow, today: date) -> tuple[TaskRow, list[Finding]]:
    """The row without the dates and the number that can't be right, and what was wrong with them."""
    days = {"due_date": row.due_date, "started_on": row.started_on, "completed_on": row.completed_on}
    wrong = wrong_days(days, "completed_on", row.unreadable, today)
    findings = [Finding(*found, row, days[name]) for name, found in wrong.items()]
    blanks: dict[str, Any] = dict.fromkeys(wrong)
    percent = row.percent_complete
    if "percent_complete" in row.unreadable or (percent is not None and not 0 <= percent <= 100):
        shown = "is not a number" if percent is None else f"is {percent:g}"
        findings.append(Finding("percent_out_of_range", f"percent_complete {shown}", row, row.due_date))
        blanks["percent_complete"] = None
    return row._replace(**blanks), findings
