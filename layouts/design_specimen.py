"""One thing on the page of components, under its name."""

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from charts.template import CONFIG


def specimen(label: str, shown: Component | list[Component]) -> Component:
    """The thing under its name. Several of a kind stand on the page, so that none has an id."""
    within = html.Div(shown)
    for one in within._traverse():
        for name in ("id", "aria-labelledby"):
            if isinstance(one, Component) and hasattr(one, name):
                delattr(one, name)
    return html.Figure([html.Figcaption(label), within], className="design-specimen")


def graph(drawn: dict[str, Any], label: str, class_name: str = "design-chart") -> Component:
    """A chart in a frame as high as its class says."""
    graph = dcc.Graph(figure=drawn, config=CONFIG, responsive=True, className="chart")
    return html.Div(graph, className=class_name, role="img", **{"aria-label": label})
