"""The tasks over the years: the chart on a wide screen, a list by the year they are due on a phone."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from dash import dcc, html
from dash.development.base_component import Component

from charts.template import CONFIG, Figure
from charts.timeline import Bar, height
from language import Language
from layouts.components import status_mark
from layouts.export_menu import exportable
from layouts.tables import long_list
from layouts.tasks_view import Standing, due, title


def bars(shown: Sequence[Standing], lang: Language) -> tuple[Bar, ...]:
    """The tasks as bars, the earliest due day first.

    A task that nobody has reported on has the years of the decision.
    """
    found = [
        Bar(
            one.task.code,
            title(one.task, lang),
            one.report.state,
            one.report.started_on or date(one.task.start_year, 1, 1),
            due(one),
            one.report.percent_complete,
            one.report.completed_on,
        )
        for one in shown
    ]
    return tuple(sorted(found, key=lambda bar: (bar.due, bar.start)))


def timeline_section(found: Sequence[Bar], figure: Figure, lang: Language) -> Component:
    """The chart, and the same as a list."""
    years = [_year(year, list(group), lang) for year, group in groupby(found, key=lambda bar: bar.due.year)]
    said = lang(
        "Các thanh chạy từ ngày bắt đầu đến thời hạn, phần đậm là phần đã làm; số liệu như trong danh sách."
    )
    chart = html.Div(
        dcc.Graph(figure=figure, config=CONFIG, responsive=True, className="chart"),
        className="timeline",
        style={"--height": f"{height(found)}px"},
        role="img",
        **{"aria-label": said},
    )
    return html.Section(
        [
            html.Div(
                [
                    html.H2(lang("Dòng thời gian"), id="timeline-title"),
                    exportable("timeline", lang, what=lang("Dòng thời gian")),
                ],
                className="export-head",
            ),
            html.P(
                lang(
                    "Thanh chạy từ ngày bắt đầu đến thời hạn, phần đậm là phần đã làm; ◆ ngày hoàn thành; "
                    "nét đứt: thời gian quá hạn. Xếp theo thời hạn."
                ),
                className="quiet",
            ),
            chart,
            html.Div(long_list(html.Div(years), lang), className="timeline-list"),
        ],
        className="tile",
        **{"aria-labelledby": "timeline-title"},
    )


def _year(year: int, found: Sequence[Bar], lang: Language) -> Component:
    rows = [
        html.Li(
            [
                html.Span([html.Strong(bar.code), " ", bar.title]),
                html.Span(
                    [html.Span(lang("Hạn {day}", day=lang.date(bar.due))), status_mark(bar.state, lang)],
                    className="timeline-due",
                ),
            ]
        )
        for bar in found
    ]
    return html.Div([html.H3(lang("Hạn trong năm {year}", year=year)), html.Ol(rows)])
