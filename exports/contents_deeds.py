"""The sections about what was to be done: milestones with their proof, tasks overdue with who and when."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from charts.statuses import MILESTONE_STATUSES, TASK_STATUSES
from charts.wording import parts
from exports import narrative_deeds as told
from exports.captions import caption
from exports.cells import Absent, AnyCell, table
from exports.narrative import capital
from exports.pack import Pack
from exports.report import Column, Part, Table, Text
from exports.report_values import ReportValues
from indicators.milestones import Milestone
from indicators.model import COUNTRY
from indicators.tasks import Task, TaskReport
from language import Language
from layouts.indicator_milestones import lagging_first
from layouts.tasks_view import CLARITY_WORDS
from layouts.tasks_view import title as task_title
from layouts.wording import name

WORST = 3  # tasks told in words, too
MOST = 40  # lines of a list; of more is told how many are left


def milestones(values: ReportValues, pack: Pack, lang: Language) -> list[Part]:
    """How the country, a province or the provinces of a group stand with every milestone."""
    if values.kind == "country":
        return _of_country(values, pack, lang)
    mine = [
        one
        for one in values.milestones
        if one.area_code in (values.group if values.kind == "group" else (values.area,))
    ]
    shown: list[Part] = [Text((told.overdue_milestones(mine, lang),))]
    if values.kind == "province":
        shown += _of_province(values, lang)
    return [*shown, *([_milestone_table(mine, values, pack, lang)] if mine else [])]


def tasks(values: ReportValues, pack: Pack, lang: Language) -> list[Part]:
    """What is overdue, who answers for it and since when; how the bodies stand with all of it."""
    bodies = values.group if values.kind == "group" else (values.area,)
    said = [
        told.tasks(_body(values, body, lang), _reports(values, body), lang, day=values.today)
        for body in bodies
    ]
    late = _late(values, bodies)
    if not late:
        said.append(told.nothing_overdue(lang))
    if values.kind == "country":
        counts = [(values.name_of(code, lang), len(_late(values, (code,)))) for code in values.names]
        made_up = any(one.illustrative for one in values.task_reports)
        said.append(told.most_overdue(counts, lang, made_up=made_up))
    if pack.period and values.day < values.today:
        said.append(lang("Tình trạng nhiệm vụ là của ngày lập báo cáo, không theo kỳ số liệu."))
    shown: list[Part] = [Text(tuple(filter(None, said)), "list" if len(bodies) > 1 else "paragraph")]
    if late and len(bodies) == 1:
        worst = tuple(told.overdue_task(*pair, lang, day=values.today) for pair in late[:WORST])
        shown.append(Text((lang("Quá hạn lâu nhất:"),)))
        shown.append(Text(worst, "list"))
    if late:
        shown.append(_task_table(late, values, lang))
    if values.kind == "country":
        shown.append(_provinces_table(values, lang))
    return shown


def _of_country(values: ReportValues, pack: Pack, lang: Language) -> list[Part]:
    found = [one for one in values.indicators if one.indicator.kind == "milestone"]
    said = tuple(
        told.milestone(one.table.national, one.card.milestones, one.indicator, lang) for one in found
    )
    columns = [
        Column(lang("Mã"), code="indicator"),
        Column(lang("Mốc"), code="indicator_name"),
        Column(lang("Tình trạng"), code="status_word"),
        Column(lang("Hạn"), "date", code="deadline"),
        Column(lang("Tỉnh, thành phố hoàn thành"), code="done"),
        Column(lang("Văn bản chứng minh"), code="evidence"),
        Column(lang("Đơn vị chịu trách nhiệm"), code="responsible"),
    ]
    rows: list[list[AnyCell]] = []
    for one in found:
        national, indicator = one.table.national, one.indicator
        mine = next((each for each in one.card.milestones if each.area_code == COUNTRY), None)
        of_provinces = national.denominator is not None and national.denominator > 1
        rows.append(
            [
                indicator.code,
                name(indicator, lang),
                lang(MILESTONE_STATUSES[national.status].word),
                Absent("–") if national.deadline is None else national.deadline,
                parts(national, lang) if of_provinces else "–",
                "–" if of_provinces else _evidence(mine, lang),
                (mine.responsible_unit if mine else "") or indicator.responsible_now,
            ]
        )
    made = caption(
        lang("Mốc công việc"),
        values.around(lang),
        filters=[capital(values.name_of(values.area, lang))],
        period=pack.period,
        shown=[one.table.national for one in found],
    )
    return [Text(said, "list"), table("milestones", made, columns, rows)]


def _of_province(values: ReportValues, lang: Language) -> list[Part]:
    said = tuple(
        told.milestone(value, one.card.milestones, one.indicator, lang)
        for one in values.indicators
        if one.indicator.kind == "milestone"
        and (value := one.value_of(values.area)) is not None
        and value.status != "no_data"
    )
    return [Text(said, "list")] if said else []


def _milestone_table(mine: Sequence[Milestone], values: ReportValues, pack: Pack, lang: Language) -> Table:
    several = values.kind == "group"
    columns = [
        *([Column(lang("Tỉnh, thành phố"), code="area_name")] if several else []),
        Column(lang("Mốc"), code="indicator_name"),
        Column(lang("Tình trạng"), code="status_word"),
        Column(lang("Hạn"), "date", code="deadline"),
        Column(lang("Ngày dự kiến"), "date", code="planned_date"),
        Column(lang("Ngày hoàn thành"), "date", code="completed_date"),
        Column(lang("Văn bản chứng minh"), code="evidence"),
        Column(lang("Đơn vị chịu trách nhiệm"), code="responsible"),
        Column(lang("Người phụ trách"), code="person"),
    ]
    rows: list[list[AnyCell]] = [
        [
            *([lang.pick(one.area_name, one.area_name_en)] if several else []),
            f"{one.code} {name(values.catalogue[one.code], lang)}",
            lang(MILESTONE_STATUSES[one.status].word),
            one.deadline,
            Absent("–") if one.planned_date is None else one.planned_date,
            Absent("–") if one.completed_date is None else one.completed_date,
            _evidence(one, lang),
            one.responsible_unit or lang("chưa phân công"),
            one.responsible_person or lang("chưa phân công"),
        ]
        for one in lagging_first(mine, lang)
    ]
    who = [values.name_of(code, lang) for code in (values.group if several else (values.area,))]
    made = caption(
        lang("Mốc phải hoàn thành"),
        values.around(lang),
        filters=[", ".join(who)],
        period=pack.period,
        illustrative=any(one.illustrative for one in mine),
    )
    return table("milestones", made, columns, rows)


def _task_table(late: Sequence[tuple[Task, TaskReport]], values: ReportValues, lang: Language) -> Table:
    several = values.kind == "group"
    columns = [
        *([Column(lang("Tỉnh, thành phố"), code="area_name")] if several else []),
        Column(lang("Mã"), code="task"),
        Column(lang("Nhiệm vụ, giải pháp"), code="task_name"),
        Column(lang("Thời hạn"), "date", code="due"),
        Column(lang("Quá hạn"), "number", 0, lang("ngày"), "days_overdue"),
        Column(lang("Đơn vị chủ trì"), code="responsible"),
        Column(lang("Người phụ trách"), code="person"),
        Column(lang("Kết quả phải có"), code="result"),
    ]
    rows: list[list[AnyCell]] = [
        [
            *([lang.pick(report.area_name, report.area_name_en)] if several else []),
            task.code,
            task_title(task, lang),
            due(task, report),
            (values.today - due(task, report)).days,
            report.responsible_unit.strip() or Absent(lang(CLARITY_WORDS["unit"]).lower()),
            report.responsible_person.strip() or Absent(lang(CLARITY_WORDS["person"]).lower()),
            report.expected_result.strip() or Absent(lang(CLARITY_WORDS["result"]).lower()),
        ]
        for task, report in late[:MOST]
    ]
    left = len(late) - MOST
    made = caption(
        lang("Nhiệm vụ, giải pháp quá hạn"),
        values.around(lang),
        filters=[lang("tính đến ngày {day}", day=lang.date(values.today)), *_bodies(values, lang)],
        illustrative=any(report.illustrative for _, report in late),
        notes=[lang.plural("Còn {n} dòng không nêu ở đây.", left)] if left > 0 else [],
    )
    lines = tuple(told.overdue_task(task, report, lang, day=values.today) for task, report in late[:MOST])
    return table("tasks", replace(made, origins=lines), columns, rows)


def _provinces_table(values: ReportValues, lang: Language) -> Table:
    """How each province stands with its parts, those with most overdue first."""
    columns = [
        Column(lang("Tỉnh, thành phố"), code="area_name"),
        Column(lang("Phần việc"), "number", 0, "", "tasks"),
        Column(lang("Đã báo cáo"), "number", 0, "", "reported"),
        Column(lang("Hoàn thành"), "number", 0, "", "done"),
        Column(lang("Quá hạn"), "number", 0, "", "overdue"),
        Column(lang("Chưa rõ ít nhất một điều"), "number", 0, "", "unassigned"),
    ]
    rows: list[list[AnyCell]] = []
    for code in values.names:
        mine = _reports(values, code)
        if mine:
            states = [one.state for one in mine]
            rows.append(
                [
                    values.name_of(code, lang),
                    len(mine),
                    sum(state != "no_report" for state in states),
                    sum(state in ("done", "done_late") for state in states),
                    states.count("overdue"),
                    sum(bool(one.lacking) for one in mine),
                ]
            )
    rows.sort(key=lambda row: -int(row[4]))  # type: ignore[arg-type]
    made = caption(
        lang("Nhiệm vụ theo tỉnh, thành phố"),
        values.around(lang),
        filters=[lang("tính đến ngày {day}", day=lang.date(values.today))],
        illustrative=any(one.illustrative for one in values.task_reports),
    )
    states_said = lang("{word}: theo báo cáo mới nhất.", word=lang(TASK_STATUSES["overdue"].word))
    return table("tasks-provinces", replace(made, notes=(*made.notes, states_said)), columns, rows)


def due(task: Task, report: TaskReport) -> date:
    """The day by which a task is due: the body's own date, else the last day of the decision's year."""
    return report.due_date or date(task.due_year, 12, 31)


def _late(values: ReportValues, bodies: Sequence[str]) -> list[tuple[Task, TaskReport]]:
    """What is overdue at these bodies, the longest first."""
    known = {task.code: task for task in values.tasks}
    found = [
        (known[one.task], one)
        for body in bodies
        for one in _reports(values, body)
        if one.state == "overdue" and one.task in known
    ]
    return sorted(found, key=lambda pair: (due(*pair), pair[0].code))


def _reports(values: ReportValues, body: str) -> list[TaskReport]:
    return [one for one in values.task_reports if one.area_code == body]


def _bodies(values: ReportValues, lang: Language) -> list[str]:
    codes = values.group if values.kind == "group" else (values.area,)
    return [capital(", ".join(_body(values, code, lang) for code in codes))]


def _body(values: ReportValues, code: str, lang: Language) -> str:
    return lang("các cơ quan trung ương") if code == COUNTRY else values.name_of(code, lang)


def _evidence(mine: Milestone | None, lang: Language) -> str:
    return mine.evidence_document if mine and mine.evidence_document else lang("chưa có văn bản")
