"""Reports on milestones and tasks, read from the warehouse as plain records with understood fields."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Engine, Row

from warehouse import queries
from warehouse.read import read_rows
from warehouse.values import day, moment, number


class MilestoneRow(NamedTuple):
    """A report on a milestone; `unreadable` names its dates that can't be read, which are None."""

    code: str
    area_key: int
    planned_date: date | None
    completed_date: date | None
    evidence_document: str
    evidence_url: str
    responsible_unit: str
    responsible_person: str
    note: str
    load_id: int
    loaded_on: date | None
    illustrative: bool
    unreadable: tuple[str, ...]


class TaskRow(NamedTuple):
    """A report on a task; `unreadable` names its dates and numbers that can't be read, which are None."""

    code: str
    area_key: int
    responsible_unit: str
    responsible_person: str
    expected_result: str
    due_date: date | None
    started_on: date | None
    completed_on: date | None
    percent_complete: float | None
    note: str
    load_id: int
    loaded_on: date | None
    illustrative: bool
    unreadable: tuple[str, ...]


def read_milestone_rows(engine: Engine, present: Sequence[str]) -> list[MilestoneRow]:
    """Every report on a milestone, oldest load first. Nothing where the warehouse keeps no such table."""
    if "fact_milestone" not in present:
        return []
    loads = _read_loads(engine)
    return [
        MilestoneRow(
            row.milestone_code,
            row.area_key,
            day(row.planned_date),
            day(row.completed_date),
            row.evidence_document or "",
            row.evidence_url or "",
            row.responsible_unit or "",
            row.responsible_person or "",
            row.note or "",
            row.load_id,
            *loads.get(row.load_id, (None, False)),
            _unreadable(row, ("planned_date", "completed_date")),
        )
        for row in read_rows(engine, queries.select_milestones())
    ]


def read_task_rows(engine: Engine, present: Sequence[str]) -> list[TaskRow]:
    """Every report on a task, oldest load first. Nothing where the warehouse keeps no such table."""
    if "fact_task" not in present:
        return []
    loads = _read_loads(engine)
    return [
        TaskRow(
            row.task_code,
            row.area_key,
            row.responsible_unit or "",
            row.responsible_person or "",
            row.expected_result or "",
            day(row.due_date),
            day(row.started_on),
            day(row.completed_on),
            number(row.percent_complete),
            row.note or "",
            row.load_id,
            *loads.get(row.load_id, (None, False)),
            _unreadable(row, ("due_date", "started_on", "completed_on"), ("percent_complete",)),
        )
        for row in read_rows(engine, queries.select_tasks())
    ]


def _read_loads(engine: Engine) -> dict[int, tuple[date | None, bool]]:
    """The day of each load in UTC, None where it can't be read, and whether the load is illustrative."""
    return {
        row.load_id: (
            loaded_at.date() if (loaded_at := moment(row.loaded_at)) else None,
            row.source_system == "illustrative",
        )
        for row in read_rows(engine, queries.select_loads())
    }


def _unreadable(row: Row[Any], dates: Sequence[str], numbers: Sequence[str] = ()) -> tuple[str, ...]:
    """The names of the fields that hold something, but no date or number."""
    understood = [(name, day) for name in dates] + [(name, number) for name in numbers]
    return tuple(
        name for name, read in understood if (raw := getattr(row, name)) is not None and read(raw) is None
    )
