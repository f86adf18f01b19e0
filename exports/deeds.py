"""Milestones, tasks and systems as rows of files: who, what, by when, and by which document."""

from datetime import date

from charts.statuses import ALL_STATUSES, TASK_STATUSES
from exports.cells import Absent, AnyCell
from exports.report import Column
from indicators.milestones import Milestone
from indicators.model import COUNTRY
from indicators.tasks import Task, TaskReport
from language import Language
from layouts.tasks_view import CLARITY_WORDS


def milestone_columns(lang: Language) -> tuple[Column, ...]:
    """The columns of `milestone_cells`."""
    return (
        Column(lang("Tình trạng"), code="status_word"),
        Column(lang("Mã trạng thái"), code="status"),
        Column(lang("Hạn"), "date", code="deadline"),
        Column(lang("Ngày dự kiến"), "date", code="planned_date"),
        Column(lang("Ngày hoàn thành"), "date", code="completed_date"),
        Column(lang("Văn bản chứng minh"), code="evidence_document"),
        Column(lang("Đơn vị chịu trách nhiệm"), code="responsible_unit"),
        Column(lang("Người phụ trách"), code="responsible_person"),
        Column(lang("Ghi chú"), code="note"),
        Column(lang("Lần nạp"), "number", code="load_id"),
        Column(lang("Số liệu minh họa"), code="illustrative"),
    )


def milestone_cells(one: Milestone, lang: Language) -> tuple[AnyCell, ...]:
    """How an area stands with a milestone; what nobody reported is left open."""
    return (
        lang(ALL_STATUSES[one.status].word),
        one.status,
        one.deadline,
        day(one.planned_date),
        day(one.completed_date),
        one.evidence_document,
        one.responsible_unit,
        one.responsible_person,
        one.note,
        Absent() if one.load_id is None else one.load_id,
        yes(one.illustrative, lang),
    )


def day(known: date | None) -> AnyCell:
    """A day, or an open cell: nobody said one."""
    return Absent() if known is None else known


def yes(true: bool, lang: Language) -> str:
    """A mark where something is true."""
    return lang("có") if true else ""


def task_columns(lang: Language) -> tuple[Column, ...]:
    """The columns of `task_cells`."""
    return (
        Column(lang("Mã nhiệm vụ"), code="task"),
        Column(lang("Nhiệm vụ, giải pháp"), code="task_title"),
        Column(lang("Quyết định"), code="decision"),
        Column(lang("Điều khoản"), code="clause"),
        Column(lang("Nhóm"), code="group"),
        Column(lang("Chịu trách nhiệm hiện nay"), code="lead"),
        Column(lang("Phục vụ chỉ số"), code="indicators"),
        *report_columns(lang),
    )


def report_columns(lang: Language) -> tuple[Column, ...]:
    """The columns of `report_cells`."""
    return (
        Column(lang("Mã địa bàn"), code="area_code"),
        Column(lang("Địa bàn"), code="area_name"),
        Column(lang("Tình trạng"), code="state_word"),
        Column(lang("Mã tình trạng"), code="state"),
        Column(lang("Đơn vị chủ trì"), code="responsible_unit"),
        Column(lang("Người phụ trách"), code="responsible_person"),
        Column(lang("Kết quả phải có"), code="expected_result"),
        Column(lang("Thời hạn"), "date", code="due_date"),
        Column(lang("Ngày bắt đầu"), "date", code="started_on"),
        Column(lang("Ngày hoàn thành"), "date", code="completed_on"),
        Column(lang("Tiến độ"), "number", 0, "%", "percent_complete"),
        Column(lang("Còn chưa rõ"), code="lacking"),
        Column(lang("Ghi chú"), code="note"),
        Column(lang("Số liệu minh họa"), code="illustrative"),
    )


def task_cells(task: Task, report: TaskReport, lang: Language) -> tuple[AnyCell, ...]:
    """A listed task with the report of one body."""
    return (
        task.code,
        lang.pick(task.title_vi, task.title_en),
        task.decision,
        task.clause,
        lang.pick(task.group_vi, task.group_en),
        task.lead_now,
        ", ".join(task.indicators),
        *report_cells(report, lang),
    )


def report_cells(one: TaskReport, lang: Language) -> tuple[AnyCell, ...]:
    """What a body says of its part in a task; where it says nothing, that is told in `lacking`."""
    unknown = Absent(lang("chưa có báo cáo"))
    return (
        one.area_code,
        lang("Trung ương") if one.area_code == COUNTRY else lang.pick(one.area_name, one.area_name_en),
        lang(TASK_STATUSES[one.state].word),
        one.state,
        one.responsible_unit,
        one.responsible_person,
        one.expected_result,
        Absent(lang(CLARITY_WORDS["date"])) if one.due_date is None else one.due_date,
        day(one.started_on),
        day(one.completed_on),
        unknown if one.percent_complete is None else one.percent_complete,
        "; ".join(lang(CLARITY_WORDS[clarity]) for clarity in one.lacking),
        one.note,
        yes(one.illustrative, lang),
    )
