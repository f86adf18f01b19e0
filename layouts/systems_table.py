"""The systems by category: what each is to the indicator set, whose it is, and how it stands."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from indicators.milestones import Milestone
from indicators.systems import System, SystemState
from language import Language
from layouts.components import Children, as_written, status_mark
from layouts.links import INDICATOR, link
from layouts.related import related
from layouts.systems_view import FLOWS, NO_REPORT, SystemsView, state


def system_table(view: SystemsView, shown: Sequence[SystemState]) -> Component:
    """The systems asked for as one table with a heading for each category."""
    lang = view.choice.language
    words = (
        lang("Nhóm"),
        lang("Hệ thống"),
        lang("Trao đổi số liệu"),
        lang("Đơn vị chủ quản"),
        lang("Tình trạng"),
    )
    heads = [html.Th(word, scope="col", role="columnheader") for word in words]
    return html.Table(
        [html.Thead(html.Tr(heads, role="row"), role="rowgroup"), *_categories(view, shown)],
        className="task-table system-table",
        role="table",
        **{"aria-labelledby": "system-list-title"},
    )


def _categories(view: SystemsView, shown: Sequence[SystemState]) -> list[Component]:
    """The categories in the order in which the list first names them."""
    bodies = []
    for category in dict.fromkeys(one.system.category for one in shown):
        found = [one for one in shown if one.system.category == category]
        name_of = view.choice.language.pick(category, found[0].system.category_en)
        header = html.Th(
            name_of, rowSpan=len(found), scope="rowgroup", role="rowheader", className="category"
        )
        rows = [
            html.Tr(
                [*([header] if place == 0 else []), *_cells(view, one)],
                role="row",
                id=f"system-{one.system.code}",
            )
            for place, one in enumerate(found)
        ]
        bodies.append(html.Tbody(rows, role="rowgroup"))
    return bodies


def _cells(view: SystemsView, one: SystemState) -> list[Component]:
    lang, system = view.choice.language, one.system
    icon, word = FLOWS[system.flow]
    flow = html.Span(
        [html.Span(icon, className="flow-icon", **{"aria-hidden": "true"}), html.Span(lang(word))],
        className="flow",
    )
    return [
        html.Th(_what(view, system), scope="row", role="rowheader"),
        _cell(lang("Trao đổi số liệu"), flow),
        _cell(lang("Đơn vị chủ quản"), _owner(system, lang)),
        _cell(lang("Tình trạng"), _state(view, one)),
    ]


def _cell(label: str, content: Children) -> Component:
    return html.Td(content, role="cell", **{"data-label": label})


def _what(view: SystemsView, system: System) -> list[Component]:
    lang = view.choice.language
    note = lang.pick(system.note_vi, system.note_en)
    return [
        html.Details(
            [
                html.Summary(
                    [html.Span(f"{system.code} · "), html.Span(system.decision, lang="vi")],
                    title=lang("Điều khoản nêu tên hệ thống"),
                ),
                html.P(system.clause, lang="vi"),
            ],
            className="task-code system-named",
        ),
        html.Span(lang.pick(system.name_vi, system.name_en), className="task-title"),
        html.Span(lang.pick(system.role_vi, system.role_en), className="system-role"),
        *([html.Span(note, className="system-note")] if note else []),
        *related(lang("Chỉ số liên quan:"), system.indicators, view.catalogue, view.choice),
    ]


def _owner(system: System, lang: Language) -> list[Component]:
    """Whose system it is, and whose it was where that has changed."""
    now = html.Span(system.owner_now or lang("chưa rõ"), lang="vi")
    if system.owner_then in ("", "-", system.owner_now):
        return [now]
    then = html.Span([lang("Trước đây: "), html.Span(system.owner_then, lang="vi")], className="quiet")
    return [now, then]


def _state(view: SystemsView, one: SystemState) -> list[Component]:
    """How it stands: the mark, its days, the document, who answers for it."""
    lang, milestone = view.choice.language, one.milestone
    if milestone is None:
        due = lang("Hạn theo văn bản: năm {year}", year=one.system.due_year)
        return [status_mark(NO_REPORT, lang), html.Span(due, className="quiet")]
    mark = status_mark(state(one), lang, illustrative=milestone.illustrative)
    lines = [
        html.Span(line, className="quiet")
        for line in (*_days(milestone, lang), *_people(milestone), *_note(milestone))
        if line
    ]
    return [mark, *lines, *_document(milestone, lang), *_shared(view, one.system)]


def _days(milestone: Milestone, lang: Language) -> list[str]:
    said = [lang("Hạn {day}", day=lang.date(milestone.deadline))]
    if milestone.completed_date:
        return [*said, lang("Xong ngày {day}", day=lang.date(milestone.completed_date))]
    if milestone.planned_date:
        said.append(lang("Dự kiến xong {day}", day=lang.date(milestone.planned_date)))
    return said


def _people(milestone: Milestone) -> list[Component]:
    people = ", ".join(filter(None, (milestone.responsible_unit, milestone.responsible_person)))
    return [as_written(people)] if people else []


def _note(milestone: Milestone) -> list[Component]:
    """What was added to the report; a made-up one has nothing to add."""
    note = "" if milestone.illustrative else milestone.note.strip()
    return [as_written(note)] if note else []


def _document(milestone: Milestone, lang: Language) -> list[Component]:
    """The document that proves the completion, linked where its address is one that a browser may follow."""
    text, url = milestone.evidence_document.strip(), milestone.evidence_url.strip()
    if not text:
        return []
    safe = url.startswith(("https://", "http://"))
    document = as_written(text)
    if safe:
        document = html.A(document, href=url, target="_blank", rel="noopener")
    return [html.Span([lang("Văn bản: "), document], className="quiet")]


def _shared(view: SystemsView, system: System) -> list[Component]:
    """That the state is that of a milestone of the set, with the way to it."""
    code, lang = system.milestone, view.choice.language
    if code == system.code or code not in view.catalogue:
        return []
    return [link(lang("Theo mốc {code}", code=code), INDICATOR, view.choice, "indicator-link", i=code)]
