"""The country's way to its target, small."""

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from charts.template import CONFIG
from indicators.model import Indicator
from language import Language
from layouts import ids


def path_card(figure: dict[str, Any], indicator: Indicator, lang: Language) -> list[Component]:
    """The chart under its title."""
    title = lang("Cả nước trên đường đến chỉ tiêu") if indicator.targets else lang("Cả nước qua các kỳ")
    graph = dcc.Graph(id=ids.PATH_CHART, figure=figure, config=CONFIG, responsive=True, className="chart")
    return [html.H2(title), html.Div(graph, className="path-chart")]
