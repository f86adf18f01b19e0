"""The head of the page Nhiệm vụ: whose tasks, how they stand, and what is not yet clear about them."""

from collections import Counter
from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from charts.statuses import TASK_STATUSES
from charts.wording import amount, parts
from indicators.model import COUNTRY
from indicators.tasks import CLARITIES, uncovered
from language import N_, Language, collation_key
from layouts.components import SPOKEN, origin_button, segment, segments, status_mark
from layouts.tasks_counts import count, counts
from layouts.tasks_view import (
    ASSIGNED,
    CLARITY_WORDS,
    DONE,
    UNASSIGNED,
    Standing,
    TasksView,
    body_name,
    states,
)

DECISION_WORDS = {"": N_("Tất cả"), "1087": N_("Quyết định 1087"), "330": N_("Quyết định 330")}


def headline(view: TasksView, found: Sequence[Standing]) -> Component:
    """The sentence, the counts by state and by what is missing, each a filter, and the choice of the body."""
    lang = view.choice.language
    return html.Section(
        [
            html.Div(
                [
                    html.Div(
                        [
                            html.P(body_name(view, lang), className="eyebrow"),
                            html.H1(lang("Nhiệm vụ, giải pháp"), id="tasks-title"),
                        ]
                    ),
                    html.Div(
                        [
                            segments(
                                lang("Quyết định"),
                                "decision",
                                DECISION_WORDS,
                                view.choice.decision or "",
                                lang,
                            ),
                            _bodies(view, lang),
                        ],
                        className="tasks-choice",
                    ),
                ],
                className="tile-head page-head",
            ),
            html.P(reading(view, found), className="reading", **SPOKEN),
            html.Div([_states(view, found), _clarities(view, found)], className="tasks-counts"),
            html.Div([*_assigned(view, lang), _jumps(view)], className="tasks-foot"),
        ],
        className="tile",
        **{"aria-labelledby": "tasks-title"},
    )


def reading(view: TasksView, found: Sequence[Standing]) -> str:
    """One sentence: how many tasks are completed, overdue or not reported on, and how many are clear."""
    lang = view.choice.language
    name, total = body_name(view, lang), len(found)
    if not found:
        return lang("{body} không có phần việc nào trong các nhiệm vụ đang chọn.", body=name)
    counts = states([one.report for one in found])
    clear = sum(not one.report.lacking for one in found)
    said = [
        lang(
            "{body}: {done}/{total} nhiệm vụ, giải pháp đã hoàn thành",
            body=name,
            done=sum(counts[state] for state in DONE),
            total=total,
        ),
        *([lang.plural("{n} quá hạn", counts["overdue"])] if counts["overdue"] else []),
        *([lang.plural("{n} chưa có báo cáo", counts["no_report"])] if counts["no_report"] else []),
        lang("{clear}/{total} đã rõ người, rõ việc, rõ kết quả, rõ thời gian", clear=clear, total=total),
    ]
    return "; ".join(said) + "."


def _states(view: TasksView, found: Sequence[Standing]) -> Component:
    lang, chosen = view.choice.language, view.choice
    numbers = states([one.report for one in found])
    return counts(
        lang("Tình trạng"),
        [
            count(numbers[state], status_mark(state, lang), chosen.state == state, lang, state=state, kind="")
            for state in TASK_STATUSES
        ],
    )


def _clarities(view: TasksView, found: Sequence[Standing]) -> Component:
    """What is missing; a task that nobody has reported on lacks everything."""
    lang, chosen = view.choice.language, view.choice
    numbers = Counter[str](clarity for one in found for clarity in one.report.lacking)
    anything = sum(bool(one.report.lacking) for one in found)
    words: dict[str, str] = {"": N_("Chưa rõ ít nhất một điều")} | CLARITY_WORDS
    asked = chosen.kind if chosen.kind in CLARITIES else ""
    return counts(
        lang("Rõ người, rõ việc, rõ kết quả, rõ thời gian"),
        [
            count(
                numbers[clarity] if clarity else anything,
                html.Span(lang(word)),
                chosen.state == UNASSIGNED and asked == clarity,
                lang,
                state=UNASSIGNED,
                kind=clarity,
            )
            for clarity, word in words.items()
        ],
    )


def _bodies(view: TasksView, lang: Language) -> Component:
    """Whose tasks to look at: the central bodies or a province."""
    names = {
        one.area_code: lang.pick(one.area_name, one.area_name_en)
        for one in view.reports
        if one.level == "province"
    }
    provinces = sorted(names, key=lambda code: collation_key(names[code]))
    buttons = [
        segment(lang("Trung ương"), view.body == COUNTRY, area=""),
        *(segment(names[code], view.body == code, area=code) for code in provinces),
    ]
    return html.Details(
        [
            html.Summary(lang("Địa bàn: {name}", name=body_name(view, lang)), className="bodies-summary"),
            html.Div(buttons, className="bodies-list", role="group", **{"aria-label": lang("Địa bàn")}),
        ],
        className="bodies",
    )


def _jumps(view: TasksView) -> Component:
    """The ways to the parts of the page that stand further down."""
    lang = view.choice.language
    parts_below = [
        ("#timeline-title", lang("Dòng thời gian")),
        ("#task-provinces-title", lang("Theo tỉnh, thành phố")),
    ]
    if view.body == COUNTRY:
        holes = len(uncovered(view.catalogue, view.tasks))
        told = lang.plural("{n} chỉ tiêu chưa có nhiệm vụ", holes)
        parts_below.append(("#rule-title", told if holes else lang("Mọi chỉ tiêu đều có nhiệm vụ")))
    return html.Nav(
        [html.A(text, href=target) for target, text in parts_below],
        className="jumps",
        **{"aria-label": lang("Trên trang này")},
    )


def _assigned(view: TasksView, lang: Language) -> list[Component]:
    """The indicator that counts tasks assigned, for the province looked at or the country."""
    if ASSIGNED not in view.catalogue:
        return []
    value, indicator = view.own_value, view.catalogue[ASSIGNED]
    of = parts(value, lang)
    name = lang("cả nước") if value.area_code == COUNTRY else body_name(view, lang)
    return [
        html.P(
            [
                html.Span(lang("Tỷ lệ nhiệm vụ đã phân công rõ, {area}:", area=name)),
                html.Strong(amount(value.value, indicator, lang)),
                *([html.Span(f"({of})")] if of else []),
                origin_button(value, lang, short=True),
            ],
            className="tasks-assigned",
        )
    ]
