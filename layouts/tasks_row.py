"""One task of the list: what it is, the four clarities, and how far it is."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from charts.statuses import TASK_STATUSES
from indicators.model import COUNTRY
from indicators.tasks import Clarity, Task, TaskReport
from language import Language
from layouts.components import Children, as_written, filled, status_mark
from layouts.related import related
from layouts.tasks_view import CLARITY_WORDS, DONE, Standing, TasksView, states, title


def task_row(view: TasksView, one: Standing) -> Component:
    """A task as a row of the list."""
    lang, report = view.choice.language, one.report
    told = _unreported(one.task, lang) if report.state == "no_report" else _clarities(one, lang)
    cells = [
        html.Th(_what(view, one), scope="row", role="rowheader"),
        *told,
        _cell(lang("Tình trạng"), _state(report, lang)),
    ]
    return html.Tr(cells, role="row", id=f"task-{one.task.code}")


def _clarities(one: Standing, lang: Language) -> list[Component]:
    """What the body says of the four clarities, beside what the decision says where it is silent."""
    report, task = one.report, one.task
    evidence = lang("Minh chứng cần có: {evidence}", evidence=lang.pick(task.evidence_vi, task.evidence_en))
    year = lang("Theo quyết định: năm {year}", year=task.due_year)
    people = [_told(report, "unit", lang), _told(report, "person", lang)]
    return [
        _cell(lang("Đơn vị và người phụ trách"), people),
        _cell(lang("Kết quả phải có"), _told(report, "result", lang, evidence)),
        _cell(lang("Thời hạn"), _told(report, "date", lang, year)),
    ]


def _unreported(task: Task, lang: Language) -> list[Component]:
    """One cell over the clarities of a task that nobody has reported on: what the decision says of it."""
    said = filled(
        lang("Theo quyết định: {lead}; minh chứng: {evidence}; đến hết năm {year}."),
        lead=as_written(task.lead_now),
        evidence=lang.pick(task.evidence_vi, task.evidence_en),
        year=str(task.due_year),
    )
    missing = _missing(lang("Chưa rõ người, kết quả và thời gian"))
    return [
        html.Td([missing, html.Span(said, className="instead")], colSpan=3, role="cell", className="told")
    ]


def _cell(label: str, content: Children) -> Component:
    return html.Td(content, role="cell", **{"data-label": label})


def _what(view: TasksView, one: Standing) -> list[Component]:
    """The task itself: code, kind, title, how the provinces stand with it, and the indicators it serves."""
    lang, task = view.choice.language, one.task
    kind = lang("nhiệm vụ") if task.kind == "task" else lang("giải pháp")
    shown = [
        html.Span(f"{task.code} · {kind}", className="task-code"),
        html.Span(title(task, lang), className="task-title"),
    ]
    if one.provinces and one.report.area_code == COUNTRY:
        shown.append(_provinces(one.provinces, lang))
    return [*shown, *related(lang("Phục vụ chỉ tiêu:"), task.indicators, view.catalogue, view.choice)]


def _provinces(reports: Sequence[TaskReport], lang: Language) -> Component:
    """How the provinces stand with their parts: the sentence, and a bar of their states."""
    counts = states(reports)
    said = lang(
        "{done}/{total} tỉnh hoàn thành, {unassigned} chưa phân công đủ",
        done=sum(counts[state] for state in DONE),
        total=len(reports),
        unassigned=sum(bool(one.lacking) for one in reports),
    )
    return html.Span([html.Span(said), stacked(counts, lang)], className="by-province")


def stacked(counts: dict[str, int], lang: Language) -> Component:
    """A bar as wide as its row, shared by the states according to their counts."""
    found = {state: counts[state] for state in TASK_STATUSES if counts[state]}
    words = [f"{lang(TASK_STATUSES[state].word)}: {number}" for state, number in found.items()]
    pieces = []
    for (state, number), word in zip(found.items(), words, strict=True):
        pattern = TASK_STATUSES[state].pattern
        look = f"stack-part status--{state}" + (f" pattern--{pattern}" if pattern else "")
        pieces.append(html.Span(className=look, title=word, style={"--share": number}))
    return html.Span(pieces, className="stack", role="img", **{"aria-label": "; ".join(words)})


def _told(report: TaskReport, clarity: Clarity, lang: Language, instead: str = "") -> Component:
    """What the body says of one clarity; that it says nothing, and what the decision says instead."""
    told = {
        "unit": report.responsible_unit,
        "person": report.responsible_person,
        "result": report.expected_result,
        "date": lang.date(report.due_date),
    }
    if clarity not in report.lacking:
        source = {} if clarity == "date" else {"lang": "vi"}
        return html.Span(told[clarity], className=f"told told--{clarity}", **source)
    missing = _missing(lang(CLARITY_WORDS[clarity]))
    return html.Span(
        [missing, *([html.Span(instead, className="instead")] if instead else [])], className="told"
    )


def _missing(text: str) -> Component:
    return html.Span(
        [html.Span("!", className="missing-icon", **{"aria-hidden": "true"}), text], className="missing-word"
    )


def _state(report: TaskReport, lang: Language) -> list[Component | None]:
    shown: list[Component | None] = [status_mark(report.state, lang, illustrative=report.illustrative)]
    if report.percent_complete is not None:
        shown.append(
            html.Span(
                [
                    html.Meter(
                        min="0",
                        max="100",
                        value=str(report.percent_complete),
                        className="rank-bar",
                        **{"aria-hidden": "true"},
                    ),
                    html.Span(lang.percent(report.percent_complete, 0), className="number"),
                ],
                className="task-percent",
            )
        )
    if report.completed_on is not None:
        shown.append(
            html.Span(lang("Xong ngày {day}", day=lang.date(report.completed_on)), className="quiet")
        )
    if report.note.strip() and not report.illustrative:  # a made-up report has nothing to add
        shown.append(html.Span(report.note, className="quiet", lang="vi"))
    return shown
