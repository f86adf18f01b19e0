"""The country's way to its target, small; of a milestone, whose it is."""

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from charts.template import CONFIG
from indicators.model import Indicator
from language import Language
from layouts import ids
from layouts.choice import Choice
from layouts.components import fact
from layouts.export_menu import exportable
from layouts.links import INDICATOR, link


def duty_card(chosen: Choice) -> list[Component]:
    """Who has to see to a milestone and what asks for it, in place of a path."""
    lang, indicator = chosen.language, chosen.indicator
    terms = [
        fact(lang("Cơ quan chịu trách nhiệm"), html.Span(indicator.responsible_now, lang="vi")),
        fact(lang("Căn cứ"), html.Span(indicator.decision, lang="vi")),
    ]
    return [
        html.H2(lang("Trách nhiệm")),
        html.Dl(terms, className="facts facts--long"),
        link(lang("Xem trang của chỉ số"), INDICATOR, chosen, i=indicator.code),
    ]


def path_card(figure: dict[str, Any], indicator: Indicator, lang: Language) -> list[Component]:
    """The chart under its title."""
    title = lang("Cả nước trên đường đến chỉ tiêu") if indicator.targets else lang("Cả nước qua các kỳ")
    graph = dcc.Graph(id=ids.PATH_CHART, figure=figure, config=CONFIG, responsive=True, className="chart")
    head = html.Div([html.H2(title), exportable("country", lang, what=title)], className="export-head")
    return [head, html.Div(graph, className="path-chart")]
