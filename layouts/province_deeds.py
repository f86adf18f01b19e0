"""What a province has to do: its milestones with their documents, its tasks with who, what and by when."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from indicators.catalogue import Catalogue
from indicators.milestones import Milestone
from language import Language
from layouts.choice import Choice
from layouts.components import nothing, status_mark
from layouts.export_menu import exportable
from layouts.indicator_milestones import lagging_first, noted, reported
from layouts.links import INDICATOR, TASKS, link
from layouts.tables import data_table, row
from layouts.tasks_headline import reading
from layouts.tasks_row import task_row
from layouts.tasks_table import task_heads
from layouts.tasks_view import Standing, TasksView, due
from layouts.wording import name

SHOWN = 6  # tasks before the fold
URGENCY = {"overdue": 0, "no_report": 2, "not_started": 3, "in_progress": 4, "done_late": 5, "done": 6}
UNASSIGNED = 1  # after what is overdue


@dataclass(frozen=True, slots=True)
class Deeds:
    """The milestones of a province, and its tasks."""

    milestones: Sequence[Milestone]
    tasks: TasksView
    standings: Sequence[Standing]


def milestone_table(deeds: Deeds, catalogue: Catalogue, chosen: Choice) -> Component:
    """The milestones asked of provinces, those that lag first."""
    lang = chosen.language
    columns = [
        (lang("Mốc"), ""),
        (lang("Tình trạng"), ""),
        (lang("Hạn"), ""),
        (lang("Ngày dự kiến"), ""),
        (lang("Ngày hoàn thành"), ""),
        (lang("Văn bản chứng minh"), ""),
        (lang("Đơn vị chịu trách nhiệm"), ""),
        (lang("Người phụ trách"), ""),
        *([(lang("Ghi chú"), "")] if noted(deeds.milestones) else []),
    ]
    rows = []
    for one in lagging_first(deeds.milestones, lang):
        text = [html.Span(one.code, className="option-code"), name(catalogue[one.code], lang)]
        rows.append(
            row(
                link(text, INDICATOR, chosen, "indicator-link", i=one.code, area=chosen.area),
                (status_mark(one.status, lang, illustrative=one.illustrative), ""),
                (lang.date(one.deadline), "day"),
                *reported(one, lang, noted=noted(deeds.milestones)),
            )
        )
    said: Component = nothing(
        lang("Chưa có mốc nào giao cho tỉnh."),
        lang("Mốc hiện ra khi kho có báo cáo đầu tiên; mọi mốc của Quyết định có ở trang Tổng quan."),
    )
    if rows:
        said = data_table(lang("Các mốc của tỉnh"), columns, rows, hidden_caption=True)
    return html.Section(
        [
            html.Div(
                [
                    html.H2(lang("Mốc phải hoàn thành"), id="province-milestones-title"),
                    exportable("milestones", lang, picture=False, what=lang("Mốc phải hoàn thành")),
                ],
                className="export-head",
            ),
            said,
        ],
        className="tile province-milestones",
        **{"aria-labelledby": "province-milestones-title"},
    )


def task_card(deeds: Deeds) -> Component:
    """The tasks: overdue ones first, then those not wholly assigned; the rest behind a fold."""
    view, lang = deeds.tasks, deeds.tasks.choice.language
    ordered = urgent_first(deeds.standings)
    if not ordered:
        content: list[Component] = [
            nothing(lang("Tỉnh không có phần việc nào."), lang("Danh mục đầy đủ có ở trang Nhiệm vụ."))
        ]
    else:
        content = [html.P(reading(view, ordered), className="reading"), _table(view, ordered[:SHOWN])]
        if rest := ordered[SHOWN:]:
            text = lang.plural("Xem thêm {n} nhiệm vụ, giải pháp", len(rest))
            content.append(html.Details([html.Summary(text), _table(view, rest)], className="more-tasks"))
    said = lang("Rõ người, rõ việc, rõ kết quả, rõ thời gian; việc quá hạn trước.")
    if view.choice.period is not None:
        said += " " + lang("Tình trạng là của hôm nay, không theo kỳ đang xem.")
    all_of_them = link(lang("Trang nhiệm vụ của tỉnh") + " ›", TASKS, view.choice, area=view.choice.area)
    return html.Section(
        [
            html.Div(
                [
                    html.H2(lang("Nhiệm vụ của tỉnh"), id="province-tasks-title"),
                    html.Span(all_of_them, className="ways"),
                    exportable("tasks", lang, picture=False, what=lang("Nhiệm vụ của tỉnh")),
                ],
                className="tile-head",
            ),
            html.P(said, className="quiet"),
            *content,
        ],
        className="tile province-tasks-card",
        **{"aria-labelledby": "province-tasks-title"},
    )


def urgent_first(standings: Sequence[Standing]) -> list[Standing]:
    """Overdue tasks first, then those that lack a clarity, then by state; of equals the earliest due."""

    def order(one: Standing) -> tuple[int, object, str]:
        report = one.report
        rank = URGENCY[report.state]
        if report.lacking and rank > UNASSIGNED and report.state not in ("done", "done_late"):
            rank = UNASSIGNED
        return rank, due(one), one.task.code

    return sorted(standings, key=order)


def _table(view: TasksView, shown: Sequence[Standing]) -> Component:
    lang: Language = view.choice.language
    return html.Table(
        [
            html.Thead(html.Tr(task_heads(lang), role="row"), role="rowgroup"),
            html.Tbody([task_row(view, one) for one in shown], role="rowgroup"),
        ],
        className="task-table",
        role="table",
        **{"aria-labelledby": "province-tasks-title"},
    )
