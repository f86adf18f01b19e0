"""What the page Nhiệm vụ shows: the listed tasks with one body's reports, and which of them are asked for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indicators.catalogue import Catalogue
from indicators.model import COUNTRY, Value, ValueTable
from indicators.tasks import CLARITIES, Task, TaskReport
from language import N_, Language
from layouts.choice import Choice

ASSIGNED = "D04"  # the indicator that counts what this page lists
DONE = ("done", "done_late")
UNASSIGNED = "unassigned"  # beside the states: whatever lacks a clarity
CLARITY_WORDS: dict[str, str] = {
    "unit": N_("Chưa có đơn vị chủ trì"),
    "person": N_("Chưa có người phụ trách"),
    "result": N_("Chưa rõ kết quả"),
    "date": N_("Chưa có thời hạn"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A listed task with the report of the body looked at and those of the provinces with a part in it."""

    task: Task
    report: TaskReport
    provinces: tuple[TaskReport, ...]


@dataclass(frozen=True, slots=True)
class TasksView:
    """Everything the page is made of; `reports` are of all bodies, `assigned` are the values of D04."""

    choice: Choice
    catalogue: Catalogue
    tasks: tuple[Task, ...]
    reports: tuple[TaskReport, ...]
    assigned: ValueTable
    today: date

    @property
    def body(self) -> str:
        """The code of the body whose reports are looked at."""
        return self.choice.area or COUNTRY

    @property
    def own_value(self) -> Value:
        """The share of tasks assigned of the body looked at."""
        values = (self.assigned.national, *self.assigned.values)
        return next((one for one in values if one.area_code == self.body), self.assigned.national)


def standings(view: TasksView) -> tuple[Standing, ...]:
    """The tasks of the decision asked for in which the body has a part, in the list's order."""
    own = {one.task: one for one in view.reports if one.area_code == view.body}
    provinces: dict[str, list[TaskReport]] = {}
    for one in view.reports:
        if one.level == "province":
            provinces.setdefault(one.task, []).append(one)
    wanted = view.choice.decision
    return tuple(
        Standing(task, own[task.code], tuple(provinces.get(task.code, ())))
        for task in view.tasks
        if task.code in own and wanted in (None, task.decision)
    )


def asked_for(found: Sequence[Standing], chosen: Choice) -> tuple[Standing, ...]:
    """Those in the state that is asked for, or without the clarity."""
    return tuple(
        one for one in found if _in_state(one.report, chosen.state) and _lacks(one.report, chosen.kind)
    )


def _in_state(report: TaskReport, state: str | None) -> bool:
    if state == UNASSIGNED:
        return bool(report.lacking)
    return state in (None, report.state)


def _lacks(report: TaskReport, clarity: str | None) -> bool:
    return clarity not in CLARITIES or clarity in report.lacking


def states(reports: Sequence[TaskReport]) -> Counter[str]:
    """How many reports there are of each state."""
    return Counter(one.state for one in reports)


def body_name(view: TasksView, lang: Language) -> str:
    """The name of the body looked at: a province, or the central bodies."""
    if view.body == COUNTRY:
        return lang("Trung ương")
    report = next(one for one in view.reports if one.area_code == view.body)
    return lang.pick(report.area_name, report.area_name_en)


def title(task: Task, lang: Language) -> str:
    """The title of a task."""
    return lang.pick(task.title_vi, task.title_en)


def due(standing: Standing) -> date:
    """The day by which a task is due: the body's own date, else the last day of the decision's year."""
    return standing.report.due_date or date(standing.task.due_year, 12, 31)
