"""The page Hệ thống: the information systems that the decisions name, and how each stands."""

from collections import Counter
from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from charts.statuses import MILESTONE_STATUSES
from indicators.catalogue import Catalogue
from indicators.systems import SystemState
from language import N_, Language
from layouts import ids
from layouts.choice import Choice
from layouts.components import SPOKEN, TRY_FEWER, choosing, nothing, segments, status_mark
from layouts.export_menu import exportable
from layouts.systems_table import system_table
from layouts.systems_view import FLOWS, NO_REPORT, SystemsView, asked_for, of_decision, state
from layouts.tables import long_list
from layouts.tasks_counts import count, counts
from layouts.term_notes import explained
from layouts.waiting import awaited

DECISION_WORDS = {
    "": N_("Tất cả"),
    "1087": N_("Quyết định 1087"),
    "330": N_("Quyết định 330"),
    "other": N_("Văn bản khác"),
}
DONE = ("completed", "completed_late")


def page(_catalogue: Catalogue, _lang: Language) -> Component:
    """The page before anything is read."""
    return html.Div(awaited(), id=ids.SYSTEMS, className="page tasks-page")


def systems_page(view: SystemsView) -> list[Component]:
    """The page."""
    found = of_decision(view)
    shown = asked_for(found, view.choice)
    return [html.Div(_headline(view, found)), html.Div(_list(view, shown, len(found)))]


def _headline(view: SystemsView, found: Sequence[SystemState]) -> Component:
    lang, chosen = view.choice.language, view.choice
    numbers = Counter(state(one) for one in found)
    flows = Counter[str](one.system.flow for one in found)
    by_state = [
        count(numbers[code], status_mark(code, lang), chosen.status == code, lang, status=code)
        for code in (*MILESTONE_STATUSES, NO_REPORT)
    ]
    by_flow = [
        count(
            flows[flow],
            html.Span(
                [html.Span(icon, className="flow-icon", **{"aria-hidden": "true"}), html.Span(lang(word))],
                className="flow",
            ),
            chosen.kind == flow,
            lang,
            kind=flow,
        )
        for flow, (icon, word) in FLOWS.items()
    ]
    decisions = segments(lang("Văn bản"), "decision", DECISION_WORDS, chosen.decision or "", lang)
    return html.Section(
        [
            html.Div(
                [
                    html.Div(
                        [
                            html.P(lang("Các hệ thống mà văn bản nêu tên"), className="eyebrow"),
                            html.H1(lang("Hệ thống thông tin"), id="systems-title"),
                        ]
                    ),
                    html.Div(decisions, className="tasks-choice"),
                ],
                className="tile-head page-head",
            ),
            html.P(reading(numbers, lang), className="reading", **SPOKEN),
            html.Div(
                [
                    counts(lang("Tình trạng"), by_state),
                    counts(lang("Trao đổi số liệu với bộ chỉ số"), by_flow),
                ],
                className="tasks-counts tasks-counts--rows",
            ),
        ],
        className="tile",
        **{"aria-labelledby": "systems-title"},
    )


def reading(numbers: Counter[str], lang: Language) -> str:
    """One sentence: how many systems are completed, overdue or at risk, and how many are not reported on."""
    said = [
        lang(
            "{done}/{total} hệ thống đã hoàn thành",
            done=sum(numbers[code] for code in DONE),
            total=numbers.total(),
        ),
        *([lang.plural("{n} quá hạn", numbers["overdue"])] if numbers["overdue"] else []),
        *([lang.plural("{n} có nguy cơ chậm", numbers["at_risk"])] if numbers["at_risk"] else []),
        *([lang.plural("{n} chưa có báo cáo", numbers[NO_REPORT])] if numbers[NO_REPORT] else []),
    ]
    return "; ".join(said) + "."


def _list(view: SystemsView, shown: Sequence[SystemState], total: int) -> Component:
    lang = view.choice.language
    marked = sum(bool(one.milestone and one.milestone.illustrative) for one in shown)
    said = [
        html.P(
            explained(
                lang.plural("{n} báo cáo trong danh sách là số liệu minh họa (dấu\u00a0◇)", marked),
                lang,
                "illustrative",
            ),
            className="quiet",
        )
    ]
    empty = nothing(lang("Không có hệ thống nào như vậy."), lang(TRY_FEWER), *_unfilter(view.choice))
    return html.Section(
        [
            html.Div(
                [
                    html.H2(lang("Danh sách hệ thống"), id="system-list-title"),
                    html.P(
                        [
                            html.Span(lang("{shown}/{total} hệ thống", shown=len(shown), total=total)),
                            *_unfilter(view.choice),
                        ],
                        className="quiet list-count",
                    ),
                    exportable("list", lang, picture=False, what=lang("Danh sách hệ thống")),
                ],
                className="tile-head",
            ),
            *(said if marked else []),
            long_list(system_table(view, shown), view.choice.language) if shown else empty,
        ],
        className="tile",
        **{"aria-labelledby": "system-list-title"},
    )


def _unfilter(chosen: Choice) -> list[Component]:
    if chosen.status is None and chosen.kind is None and chosen.decision is None:
        return []
    text = chosen.language("Bỏ lọc")
    attributes = choosing(status="", kind="", decision="")
    return [html.Button(text, type="button", className="text-button", **attributes)]
