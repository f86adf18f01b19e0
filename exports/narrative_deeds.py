"""Milestones and tasks in sentences: what is completed and proven, what is overdue, whose it is."""

from collections.abc import Sequence
from datetime import date

from charts.statuses import MILESTONE_STATUSES
from charts.wording import parts
from exports.narrative import sentence, when
from exports.narrative_ranks import listing
from exports.narrative_set import title
from indicators.milestones import COMPLETED, Milestone
from indicators.model import COUNTRY, Indicator, Value
from indicators.tasks import Task, TaskReport
from language import Language
from layouts.tasks_view import title as task_title

MANY = 6  # provinces named one by one; of more only how many


def milestone(value: Value, milestones: Sequence[Milestone], indicator: Indicator, lang: Language) -> str:
    """How far the country or a province is with a milestone, by which document, who is late."""
    if value.denominator is not None and value.denominator > 1:
        return _milestone_of_provinces(value, milestones, indicator, lang)
    mine = next((one for one in milestones if one.area_code == value.area_code), None)
    return sentence(title(indicator, lang), [one_milestone(mine, value, lang), _made_up(value, lang)])


def one_milestone(mine: Milestone | None, value: Value, lang: Language) -> str:
    """How one body stands with a milestone: since when and by which document, or what is lacking."""
    word = lang(MILESTONE_STATUSES[value.status].word).lower() if value.status in MILESTONE_STATUSES else ""
    deadline = lang.date(value.deadline)
    if mine is None or not word:
        return lang("chưa có báo cáo; hạn {deadline}", deadline=deadline)
    told = {
        "status": word,
        "deadline": deadline,
        "day": lang.date(mine.completed_date),
        "planned": lang.date(mine.planned_date),
        "document": mine.evidence_document,
    }
    if mine.status in COMPLETED:
        return lang("{status} ngày {day} theo văn bản {document}; hạn {deadline}", **told)
    charge = lang("phụ trách: {unit}", unit=mine.responsible_unit or lang("chưa phân công"))
    if mine.status == "claimed":
        said = lang("báo xong ngày {day} nhưng chưa nêu văn bản chứng minh; hạn {deadline}", **told)
    elif mine.status == "overdue":
        said = lang("quá hạn {deadline} mà chưa có báo cáo hoàn thành", **told)
    elif mine.planned_date is not None:
        said = lang("{status}, dự kiến {planned}; hạn {deadline}", **told)
    else:
        said = lang("{status}; hạn {deadline}", **told)
    return f"{said}; {charge}"


def no_milestones(lang: Language) -> str:
    """That none is asked."""
    return lang("Chưa có mốc nào giao cho tỉnh.")


def overdue_milestones(found: Sequence[Milestone], lang: Language) -> str:
    """How many milestones of an area are overdue."""
    count = sum(one.status == "overdue" for one in found)
    total = len(found)
    if not count:
        return lang.plural("Không mốc nào trong {n} mốc quá hạn.", total) if total else no_milestones(lang)
    return lang.plural(
        "{n} mốc đã quá hạn mà chưa hoàn thành (trên {total} mốc được giao).", count, total=total
    )


def tasks(body: str, reports: Sequence[TaskReport], lang: Language, *, day: date) -> str:
    """How many tasks of a body are completed, overdue or not reported on, and how many are clear."""
    if not reports:
        return lang("{body} không có phần việc nào trong các nhiệm vụ đang chọn.", body=body)
    done = sum(one.state in ("done", "done_late") for one in reports)
    overdue = sum(one.state == "overdue" for one in reports)
    silent = sum(one.state == "no_report" for one in reports)
    clear = sum(not one.lacking for one in reports)
    head = lang(
        "Đến ngày {day}, {body} đã hoàn thành {done}/{total} nhiệm vụ, giải pháp",
        day=lang.date(day),
        body=body,
        done=done,
        total=len(reports),
    )
    clauses = [
        head,
        lang.plural("{n} việc quá hạn", overdue) if overdue else "",
        lang.plural("{n} việc chưa có báo cáo", silent) if silent else "",
        lang(
            "{clear}/{total} việc đã rõ người, rõ việc, rõ kết quả, rõ thời gian",
            clear=clear,
            total=len(reports),
        ),
        lang("số liệu minh họa") if any(one.illustrative for one in reports) else "",
    ]
    return "; ".join(one for one in clauses if one) + "."


def overdue_task(task: Task, report: TaskReport, lang: Language, *, day: date) -> str:
    """What is overdue since when, and who answers for it; what is not said to be assigned is said."""
    due = report.due_date or date(task.due_year, 12, 31)
    unit = report.responsible_unit.strip() or lang("chưa có đơn vị chủ trì")
    person = report.responsible_person.strip() or lang("chưa có người phụ trách")
    return lang.plural(
        "{code} {title}: hạn {due}, quá {n} ngày; {unit}; {person}.",
        (day - due).days,
        code=task.code,
        title=task_title(task, lang),
        due=lang.date(due),
        unit=unit,
        person=person,
    )


def nothing_overdue(lang: Language) -> str:
    """That no task is overdue."""
    return lang("Không có nhiệm vụ, giải pháp nào quá hạn trong các báo cáo đã nhận.")


def most_overdue(counts: Sequence[tuple[str, int]], lang: Language, *, made_up: bool = False) -> str:
    """Which provinces have most tasks overdue; nothing where none has."""
    found = [(name, count) for name, count in counts if count]
    if not found:
        return ""
    total = sum(count for _, count in found)
    most = max(count for _, count in found)
    worst = [name for name, count in found if count == most]
    head = lang.plural("Ở địa phương, {n} phần việc quá hạn", total)
    where = lang.plural("tại {n} tỉnh, thành phố", len(found))
    said = f"{head} {where}"
    if len(worst) <= MANY:
        areas = listing(worst, lang)
        said = lang.plural("{said}; nhiều nhất là {areas} ({n} việc)", most, said=said, areas=areas)
    return "; ".join(filter(None, (said, lang("số liệu minh họa") if made_up else ""))) + "."


def _milestone_of_provinces(
    value: Value, milestones: Sequence[Milestone], indicator: Indicator, lang: Language
) -> str:
    late = [
        lang.pick(one.area_name, one.area_name_en)
        for one in milestones
        if one.area_code != COUNTRY and one.status not in COMPLETED
    ]
    done = lang(
        "{when}, {done} tỉnh, thành phố đã hoàn thành",
        when=when(value.period, lang),
        done=parts(value, lang),
    )
    deadline = lang.date(value.deadline)
    if value.status == "overdue":
        due = lang("đã quá hạn {day}", day=deadline)
    else:
        due = lang("hạn {day}", day=deadline)
    left = ""
    if late and len(late) <= MANY:
        left = lang("chưa hoàn thành: {areas}", areas=", ".join(late))
    elif late:
        left = lang.plural("còn {n} tỉnh, thành phố chưa hoàn thành", len(late))
    return sentence(title(indicator, lang), [done, due, left, _made_up(value, lang)])


def _made_up(value: Value, lang: Language) -> str:
    return lang("số liệu minh họa") if value.illustrative else ""
