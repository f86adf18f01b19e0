"""Charts and maps on the page of components."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from charts.classes import Colouring, classes, provisional
from charts.dots import dots
from charts.trend import trend
from indicators.model import Indicator, ValueTable
from language import Language
from layouts.design_examples import LONG, example_series, example_table, example_value
from layouts.design_specimen import graph, specimen
from layouts.indicator_trend import trend_card
from layouts.legend import legend


def charts_of(indicator: Indicator, lang: Language, theme: str) -> list[Component]:
    """Trends of no point, of one and of several, and the provinces on one axis."""
    value = example_value(indicator)
    paths = (
        (lang("Chưa có"), ()),
        (lang("Một"), (61.7,)),
        (lang("Nhiều, có kỳ thiếu"), (28, 35, None, None, 52, 55, 58.5, 61.7)),
    )
    lines = [
        specimen(
            label,
            trend_card(
                trend(series, indicator, value=value, lang=lang, theme=theme),
                series,
                value,
                None,
                indicator,
                lang,
            )
            if not levels
            else graph(trend(series, indicator, value=value, lang=lang, theme=theme), label),
        )
        for label, levels in paths
        for series in (example_series(indicator, *levels),)
    ]
    table = example_table(indicator, 4)
    spread = dots(table, indicator, lang=lang, theme=theme, selected=LONG[0])
    return [
        html.Div(lines, className="design-grid"),
        specimen(lang("Các tỉnh trên một trục"), graph(spread, lang("Các tỉnh trên một trục"))),
    ]


def maps_with_legends(
    indicator: Indicator, table: ValueTable, maps: Sequence[dict[str, Any]], lang: Language, theme: str
) -> list[Component]:
    """The maps, each with its legend."""
    named: tuple[tuple[Colouring, str], ...] = (
        ("status", lang("Theo trạng thái")),
        ("value", lang("Theo giá trị")),
    )
    over = provisional(table, lang, theme)
    return [
        html.Div(
            [
                html.Div(
                    [
                        specimen(label, graph(drawn, label, "design-map")),
                        html.Div(
                            legend(
                                classes(table, indicator, colouring=colouring, lang=lang, theme=theme),
                                over,
                                colouring,
                                lang,
                            ),
                            className="legend",
                        ),
                    ]
                )
                for (colouring, label), drawn in zip(named, maps, strict=True)
            ],
            className="design-pair",
        )
    ]
