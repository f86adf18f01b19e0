"""The series of the province that is selected: read on 34, on 63 or as reported, and what it is made of."""

from collections.abc import Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from charts.template import CONFIG
from indicators.model import Series, Value
from indicators.territory import Territory
from layouts import ids
from layouts.boundary_note import boundary_note, boundary_switch, standing_line
from layouts.choice import Choice
from layouts.components import ASK_FOR_LOAD, nothing
from layouts.export_menu import exportable
from layouts.period_table import period_fold
from layouts.wording import area_name


def province_card(
    figure: dict[str, Any],
    series: Series,
    former: Sequence[Series],
    value: Value,
    territory: Territory,
    chosen: Choice,
) -> Component:
    """The chart of a province's path with the switch of its boundaries, and the same numbers in a table."""
    lang, indicator = chosen.language, chosen.indicator
    title = lang("{area} qua các kỳ", area=area_name(value, lang))
    head = [
        html.Div(
            [html.H2(title, id="province-title"), exportable("province", lang, what=title)],
            className="export-head",
        ),
        html.P(standing_line(territory, lang), className="territory"),
        boundary_switch(territory, chosen),
    ]
    if not series.points and not any(one.points for one in former):
        said = nothing(lang("Chưa có kỳ nào có số liệu."), lang(ASK_FOR_LOAD))
        return html.Section([*head, said], className="tile indicator-province")
    graph = dcc.Graph(
        id=ids.INDICATOR_PROVINCE_TREND, figure=figure, config=CONFIG, responsive=True, className="chart"
    )
    return html.Section(
        [
            *head,
            html.Div(graph, className="trend-chart", role="img", **{"aria-label": title}),
            *boundary_note(territory, series, value, indicator, lang),
            *period_fold(series, value, indicator, lang, former),
        ],
        className="tile indicator-province",
        **{"aria-labelledby": "province-title"},
    )
