"""Task reports from the warehouse, and what is counted from them."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Engine

from indicators.areas import Areas
from indicators.catalogue import Catalogue
from indicators.model import COUNTRY, Fault, Level
from indicators.soundness import Fact, Rules
from indicators.task_list import task_list
from indicators.task_reports import assignment_facts, sound_rows
from indicators.tasks import Task, TaskReport, TaskRow, lacking, task_state
from indicators.values import COUNTRY_NAMES
from repository.dimensions import Dimensions
from warehouse.deeds import read_task_rows


def task_facts(engine: Engine, catalogue: Catalogue, dimensions: Dimensions, rules: Rules) -> list[Fact]:
    """Tasks and tasks assigned (the measures of D04) by area, one pair of facts for each day a load came."""
    return assignment_facts(_rows(engine, dimensions), rules)


def read_task_reports(engine: Engine, dimensions: Dimensions, rules: Rules) -> tuple[TaskReport, ...]:
    """How every body stands with every listed task it has a part in, as of the rules' load and day.

    Task by task: the country's body, then each of today's provinces where they have a part.
    """
    tasks, areas, today = task_list(), dimensions.areas, rules.today
    found, _ = sound_rows(_rows(engine, dimensions), tasks, rules)
    country = [areas.unit_of(key) for key in areas.country_keys()]
    reports: list[TaskReport] = []
    for task in tasks:
        own = [found[task.code, unit] for unit in country if (task.code, unit) in found]
        newest = max(own, key=lambda row: row.load_id, default=None)
        reports.append(_report(task, COUNTRY, COUNTRY_NAMES, "country", newest, today))
        for unit, code, names in _provinces(areas, today) if task.by_province else ():
            reports.append(_report(task, code, names, "province", found.get((task.code, unit)), today))
    return tuple(reports)


def task_faults(engine: Engine, dimensions: Dimensions, rules: Rules) -> list[Fault]:
    """What is wrong with task reports."""
    return sound_rows(_rows(engine, dimensions), task_list(), rules)[1]


def _rows(engine: Engine, dimensions: Dimensions) -> Iterator[TaskRow]:
    return map(TaskRow._make, read_task_rows(engine, dimensions.fingerprint.optional))


def _provinces(areas: Areas, day: date) -> Iterator[tuple[int, str, tuple[str, str]]]:
    """Unit, code and names of each of today's provinces."""
    for unit in areas.provinces("34", day):
        version = areas.version_at(unit, day)
        yield unit, version.code, (version.name_vi, version.name_en)


def _report(
    task: Task, area_code: str, names: tuple[str, str], level: Level, row: TaskRow | None, day: date
) -> TaskReport:
    state = task_state(row, task.due_year, day)
    if row is None:
        return TaskReport(task.code, area_code, *names, level, state, lacking(None))
    return TaskReport(
        task.code,
        area_code,
        *names,
        level,
        state,
        lacking(row),
        responsible_unit=row.responsible_unit,
        responsible_person=row.responsible_person,
        expected_result=row.expected_result,
        due_date=row.due_date,
        started_on=row.started_on,
        completed_on=row.completed_on,
        percent_complete=row.percent_complete,
        note=row.note,
        load_id=row.load_id,
        illustrative=row.illustrative,
    )
