"""A milestone area by area: how each stands, by which document, and who answers for it."""

from collections.abc import Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component

from indicators.milestones import Milestone
from indicators.model import COUNTRY
from language import Language, collation_key
from layouts.components import ASK_FOR_LOAD, Children, as_written, made_up, nothing, nothing_mark, status_mark
from layouts.export_menu import exportable
from layouts.indicator_spread import status_key
from layouts.milestone_panel import evidence
from layouts.tables import data_table, row


def milestones_card(milestones: Sequence[Milestone], lang: Language) -> Component:
    """The areas with their states in a table, those that lag first; marked where they are made up."""
    title = html.H2(lang("Từng nơi thực hiện"), id="milestones-title")
    if not milestones:
        return html.Section(
            [title, nothing(lang("Chưa nơi nào báo cáo về mốc này."), lang(ASK_FOR_LOAD))],
            className="tile indicator-milestones",
        )
    columns = [
        (lang("Nơi thực hiện"), ""),
        (lang("Tình trạng"), ""),
        (lang("Ngày dự kiến"), ""),
        (lang("Ngày hoàn thành"), ""),
        (lang("Văn bản chứng minh"), ""),
        (lang("Đơn vị chịu trách nhiệm"), ""),
        (lang("Người phụ trách"), ""),
        *([(lang("Ghi chú"), "")] if noted(milestones) else []),
    ]
    rows = [_row(one, lang, noted=noted(milestones)) for one in lagging_first(milestones, lang)]
    marked = any(one.illustrative for one in milestones)
    sign = html.Span([made_up(lang), html.Span(lang("số liệu minh họa"))], className="status")
    signs = [html.Li(sign)] if marked else []
    return html.Section(
        [
            html.Div(
                [title, exportable("milestones", lang, picture=False, what=lang("Từng nơi thực hiện"))],
                className="export-head",
            ),
            status_key([one.status for one in milestones], lang, *signs),
            data_table(lang("Tình trạng và văn bản chứng minh"), columns, rows, hidden_caption=True),
        ],
        className="tile indicator-milestones",
        **{"aria-labelledby": "milestones-title"},
    )


def lagging_first(milestones: Sequence[Milestone], lang: Language) -> list[Milestone]:
    """The milestones by state, what is overdue first and what is completed last, then by name."""
    return sorted(milestones, key=lambda one: (-_URGENCY.get(one.status, 0), collation_key(_name(one, lang))))


# What needs a leader most comes first; a claim without a document is a thing to be asked for.
_URGENCY = {
    "overdue": 6,
    "at_risk": 5,
    "claimed": 4,
    "not_started": 3,
    "in_progress": 2,
    "completed_late": 1,
    "completed": 0,
}


def _name(milestone: Milestone, lang: Language) -> str:
    if milestone.area_code == COUNTRY:
        return lang("Trung ương")
    return lang.pick(milestone.area_name, milestone.area_name_en)


def _row(milestone: Milestone, lang: Language, *, noted: bool) -> Component:
    mark = status_mark(milestone.status, lang, illustrative=milestone.illustrative)
    return row(_name(milestone, lang), (mark, ""), *reported(milestone, lang, noted=noted))


def noted(milestones: Sequence[Milestone]) -> bool:
    """Whether any report has a remark."""
    return any(_note(one) for one in milestones)


def _note(milestone: Milestone) -> str:
    """What was added to the report; a made-up one has nothing to add."""
    return "" if milestone.illustrative else milestone.note


def reported(milestone: Milestone, lang: Language, *, noted: bool) -> list[tuple[Children, str]]:
    """The cells of what was reported: both dates, the document, who answers, and the note if any has one."""
    nobody = html.Span(lang("chưa phân công"), className="lacking")
    return [
        (_day(milestone.planned_date, lang), "day"),
        (_day(milestone.completed_date, lang), "day"),
        (_evidence(milestone, lang), ""),
        (as_written(milestone.responsible_unit) if milestone.responsible_unit else nobody, ""),
        (as_written(milestone.responsible_person) if milestone.responsible_person else nobody, ""),
        *([(as_written(_note(milestone)), "")] if noted else []),
    ]


def _day(day: date | None, lang: Language) -> Children:
    return nothing_mark(lang("chưa có ngày")) if day is None else lang.date(day)


def _evidence(milestone: Milestone, lang: Language) -> Component:
    missing = not milestone.evidence_document
    return html.Span(evidence(milestone, lang), className="lacking" if missing else "")
