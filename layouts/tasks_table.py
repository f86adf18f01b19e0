"""The listed tasks by group: who answers for each, what must come of it, by when, and how far it is."""

from collections.abc import Sequence
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from language import Language
from layouts.choice import Choice
from layouts.components import TRY_FEWER, choosing, nothing
from layouts.export_menu import exportable
from layouts.tables import long_list
from layouts.tasks_row import task_row
from layouts.tasks_view import DONE, Standing, TasksView
from layouts.term_notes import explained


def task_table(view: TasksView, shown: Sequence[Standing], total: int) -> Component:
    """The tasks asked for as one table with a heading for each group; what to do where there is none."""
    lang = view.choice.language
    head = [
        html.H2(lang("Danh sách nhiệm vụ, giải pháp"), id="task-list-title"),
        html.P(
            [
                html.Span(lang("{shown}/{total} nhiệm vụ, giải pháp", shown=len(shown), total=total)),
                *_unfilter(view.choice),
            ],
            className="quiet list-count",
        ),
        exportable("list", lang, picture=False, what=lang("Danh sách nhiệm vụ, giải pháp")),
    ]
    note = _illustrative(shown, lang)
    body: Component = nothing(
        lang("Không có nhiệm vụ nào như vậy."), lang(TRY_FEWER), *_unfilter(view.choice)
    )
    if shown:
        body = html.Table(
            [html.Thead(html.Tr(task_heads(lang), role="row"), role="rowgroup"), *_groups(view, shown)],
            className="task-table",
            role="table",
            **{"aria-labelledby": "task-list-title"},
        )
    return html.Section(
        [html.Div(head, className="tile-head"), *note, long_list(body, lang) if shown else body],
        className="tile",
        **{"aria-labelledby": "task-list-title"},
    )


def _unfilter(chosen: Choice) -> list[Component]:
    if chosen.state is None and chosen.kind is None and chosen.decision is None:
        return []
    text = chosen.language("Bỏ lọc")
    attributes = choosing(state="", kind="", decision="")
    return [html.Button(text, type="button", className="text-button", **attributes)]


def _illustrative(shown: Sequence[Standing], lang: Language) -> list[Component]:
    marked = sum(one.report.illustrative for one in shown)
    if not marked:
        return []
    said = lang.plural("{n} báo cáo trong danh sách là số liệu minh họa (dấu\u00a0◇)", marked)
    return [html.P(explained(said, lang, "illustrative"), className="quiet")]


def task_heads(lang: Language) -> list[Component]:
    """The heads of the columns of a list of tasks."""
    words = (
        lang("Nhiệm vụ, giải pháp"),
        lang("Đơn vị và người phụ trách"),
        lang("Kết quả phải có"),
        lang("Thời hạn"),
        lang("Tình trạng"),
    )
    return [html.Th(word, scope="col", role="columnheader") for word in words]


def _groups(view: TasksView, shown: Sequence[Standing]) -> list[Component]:
    lang = view.choice.language
    bodies = []
    for (decision, _), group in groupby(shown, key=lambda one: (one.task.decision, one.task.group_vi)):
        rows = list(group)
        first = rows[0].task
        done = sum(one.report.state in DONE for one in rows)
        heading = [
            html.Span(lang("Quyết định {decision}", decision=decision), className="group-decision"),
            html.Span(lang.pick(first.group_vi, first.group_en)),
            html.Span(lang("{done}/{total} hoàn thành", done=done, total=len(rows)), className="group-count"),
        ]
        header = html.Th(
            html.Div(heading, className="group-name"), colSpan=5, scope="rowgroup", role="rowheader"
        )
        bodies.append(
            html.Tbody(
                [html.Tr(header, className="group-row", role="row"), *(task_row(view, one) for one in rows)],
                role="rowgroup",
            )
        )
    return bodies
