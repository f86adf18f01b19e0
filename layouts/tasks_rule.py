"""The rule of the guidance that each target has its task, and where it does not hold."""

from dash import html
from dash.development.base_component import Component

from indicators.tasks import Task, uncovered
from language import Language
from layouts.related import indicator_link
from layouts.tasks_view import TasksView, title
from layouts.term_notes import explained


def rule_section(view: TasksView) -> Component:
    """The indicators that no task serves, and the tasks that serve none."""
    lang = view.choice.language
    holes = uncovered(view.catalogue, view.tasks)
    idle = [task for task in view.tasks if not task.indicators]
    return html.Section(
        [
            html.H2(
                explained(lang("Mỗi chỉ tiêu phải có nhiệm vụ thực hiện"), lang, "target"), id="rule-title"
            ),
            html.Div([_holes(view, holes), _idle(idle, lang)], className="rule"),
        ],
        className="tile",
        **{"aria-labelledby": "rule-title"},
    )


def _holes(view: TasksView, codes: tuple[str, ...]) -> Component:
    lang = view.choice.language
    if not codes:
        said = html.P([html.Span("✓ ", **{"aria-hidden": "true"}), lang("Mọi chỉ tiêu đều có nhiệm vụ.")])
        return html.Div([html.H3(lang("Chỉ tiêu chưa có nhiệm vụ")), said])
    rows = [html.Li(indicator_link(code, view.catalogue, view.choice)) for code in codes]
    said = lang.plural("{n} chỉ tiêu của hai quyết định chưa có nhiệm vụ, giải pháp nào phục vụ.", len(rows))
    return html.Div(
        [
            html.H3(lang("Chỉ tiêu chưa có nhiệm vụ")),
            html.P(said, className="missing-word"),
            html.Ul(rows, className="rule-list"),
        ]
    )


def _idle(tasks: list[Task], lang: Language) -> Component:
    rows = [
        html.Li([html.Span(task.code, className="option-code"), html.Span(title(task, lang))])
        for task in tasks
    ]
    said = lang.plural("{n} nhiệm vụ, giải pháp không gắn trực tiếp với chỉ tiêu nào.", len(rows))
    return html.Div(
        [
            html.H3(lang("Nhiệm vụ không gắn với chỉ tiêu")),
            html.P(said, className="quiet"),
            html.Ul(rows, className="rule-list"),
        ]
    )
