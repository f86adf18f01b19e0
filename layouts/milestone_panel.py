"""The panel of one province for a milestone: its state, its dates, its proof, and who answers for it."""

from urllib.parse import urlsplit

from dash import html
from dash.development.base_component import Component

from indicators.milestones import Milestone
from indicators.model import Indicator, Value
from language import Language
from layouts.components import Children, as_written, choosing, fact, status_mark
from layouts.wording import area_name, name


def milestone_panel(
    milestone: Milestone | None,
    value: Value,
    indicator: Indicator,
    lang: Language,
    way: Component | None = None,
) -> Component:
    """The panel of a province's part in a milestone; None says that it has none.

    `way` is the link to the province's page.
    """
    close = html.Button(
        "×", type="button", className="close", **{"aria-label": lang("Đóng")}, **choosing(area="")
    )
    title = html.Div(
        [
            html.P(name(indicator, lang), className="eyebrow"),
            html.H2(area_name(value, lang), id="panel-title", tabIndex="-1"),
        ]
    )
    if milestone is None:
        content: list[Component] = [html.P(lang("Chỉ số này chỉ đo ở cấp trung ương, không chia theo tỉnh."))]
    else:
        content = [
            html.P(status_mark(milestone.status, lang)),
            html.Dl(milestone_facts(milestone, lang), className="facts facts--long"),
        ]
    return html.Section(
        [
            html.Div([title, close], className="panel-head"),
            way,
            *content,
        ],
        role="dialog",
        className="panel-sheet",
        **{"aria-labelledby": "panel-title"},
    )


def milestone_facts(milestone: Milestone, lang: Language) -> list[Component]:
    """What was reported on a milestone; what was not says so."""
    note = milestone.note or ""
    return [
        fact(lang("Hạn"), lang.date(milestone.deadline)),
        fact(lang("Ngày dự kiến"), lang.date(milestone.planned_date)),
        fact(lang("Ngày hoàn thành"), lang.date(milestone.completed_date)),
        fact(lang("Văn bản chứng minh"), evidence(milestone, lang)),
        fact(lang("Đơn vị chịu trách nhiệm"), _who(milestone.responsible_unit, lang)),
        fact(lang("Người phụ trách"), _who(milestone.responsible_person, lang)),
        *([fact(lang("Ghi chú"), as_written(note))] if note else []),
    ]


def _who(name: str, lang: Language) -> Component | str:
    return as_written(name) if name else lang("chưa phân công")


def evidence(milestone: Milestone, lang: Language) -> Children:
    """The document that proves a milestone, as a link where the report gives an address of the web."""
    if not milestone.evidence_document:
        return lang("chưa có văn bản")
    written = as_written(milestone.evidence_document)
    if urlsplit(milestone.evidence_url).scheme not in ("http", "https"):  # nothing that a browser would run
        return written
    return html.A(written, href=milestone.evidence_url, target="_blank", rel="noopener noreferrer")
