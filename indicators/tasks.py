"""Tasks and solutions of the decisions: what is listed, how each body stands with it, what is left open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from indicators.model import Indicator, Level

# The measures that are counted from task reports; they exist in no table of facts.
TASKS = "tasks"
TASKS_ASSIGNED = "tasks_assigned"

TaskState = Literal["done", "done_late", "overdue", "in_progress", "not_started", "no_report"]
# The four clarities of the guidance: who is responsible, what results, by when.
Clarity = Literal["unit", "person", "result", "date"]
CLARITIES: tuple[Clarity, ...] = ("unit", "person", "result", "date")


@dataclass(frozen=True, slots=True)
class Task:
    """A task or solution that a decision lists; `by_province` where each province has its own part."""

    code: str
    kind: Literal["task", "solution"]
    group_vi: str
    group_en: str
    title_vi: str
    title_en: str
    decision: Literal["1087", "330"]
    clause: str
    lead_then: str
    lead_now: str
    by_province: bool
    start_year: int
    due_year: int
    evidence_vi: str
    evidence_en: str
    indicators: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskReport:
    """How an area stands with a listed task, from its newest report; `lacking` names the clarities it lacks.

    A body that should report and has not has the state `no_report` and lacks all four.
    """

    task: str
    area_code: str
    area_name: str
    area_name_en: str
    level: Level
    state: TaskState
    lacking: tuple[Clarity, ...]
    responsible_unit: str = ""
    responsible_person: str = ""
    expected_result: str = ""
    due_date: date | None = None
    started_on: date | None = None
    completed_on: date | None = None
    percent_complete: float | None = None
    note: str = ""
    load_id: int | None = None
    illustrative: bool = False


class TaskRow(NamedTuple):
    """A row of fact_task with its dates and number understood; `unreadable` names those that can't be.

    `loaded_on` is the day of its load.
    """

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
    loaded_on: date | None = None
    illustrative: bool = False
    unreadable: tuple[str, ...] = ()


def task_state(row: TaskRow | None, due_year: int, day: date) -> TaskState:
    """The state on a day. Where the body names no due date it is the last day of the list's year.

    As with targets, the due date has passed at the end of its own day.
    """
    if row is None:
        return "no_report"
    due = row.due_date or date(due_year, 12, 31)
    if row.completed_on and row.completed_on <= day:
        return "done" if row.completed_on <= due else "done_late"
    if due <= day:
        return "overdue"
    begun = (row.started_on and row.started_on <= day) or (row.percent_complete or 0) > 0
    return "in_progress" if begun else "not_started"


def lacking(row: TaskRow | None) -> tuple[Clarity, ...]:
    """The clarities that a report lacks; all four where there is none."""
    if row is None:
        return CLARITIES
    told = (row.responsible_unit, row.responsible_person, row.expected_result, str(row.due_date or ""))
    return tuple(clarity for clarity, text in zip(CLARITIES, told, strict=True) if not text.strip())


def uncovered(catalogue: Iterable[Indicator], tasks: Iterable[Task]) -> tuple[str, ...]:
    """The indicators that a decision sets a target for and no task serves: holes in the guidance's rule.

    Parts are served with their whole; where the population has ended, or every target was superseded,
    nothing is left to serve.
    """
    served = {code for task in tasks for code in task.indicators}
    return tuple(
        one.code
        for one in catalogue
        if one.basis in ("1087", "330")
        and any(target.superseded_on is None for target in one.targets)
        and not one.part_of
        and one.applicable_until is None
        and one.code not in served
    )
