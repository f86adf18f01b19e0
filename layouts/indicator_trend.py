"""The country's way to the target: the trend, where it leads, the pace that is needed, and the periods."""

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from charts.template import CONFIG
from charts.wording import difference
from indicators.model import Indicator, Series, Value
from indicators.projection import Projection
from language import Language
from layouts import ids
from layouts.components import ASK_FOR_LOAD, nothing
from layouts.export_menu import exportable
from layouts.period_table import period_fold
from layouts.projection import projection_note


def trend_card(
    figure: dict[str, Any],
    series: Series,
    value: Value,
    projection: Projection | None,
    indicator: Indicator,
    lang: Language,
) -> Component:
    """The chart of the country's path, what it says in words, and the same numbers in a table."""
    if not series.points:
        return html.Section(
            [
                html.H2(_title(value, indicator, lang)),
                nothing(lang("Chưa có kỳ nào có số liệu."), lang(ASK_FOR_LOAD)),
            ],
            className="tile indicator-trend",
        )
    graph = dcc.Graph(
        id=ids.INDICATOR_TREND, figure=figure, config=CONFIG, responsive=True, className="chart"
    )
    return html.Section(
        [
            html.Div(
                [
                    html.H2(_title(value, indicator, lang), id="trend-title"),
                    exportable("trend", lang, what=_title(value, indicator, lang)),
                ],
                className="export-head",
            ),
            html.Div(
                graph, className="trend-chart", role="img", **{"aria-label": _title(value, indicator, lang)}
            ),
            *projection_note(projection, value, indicator, lang),
            *_pace(value, projection, indicator, lang),
            *period_fold(series, value, indicator, lang),
        ],
        className="tile indicator-trend",
        **{"aria-labelledby": "trend-title"},
    )


def _title(value: Value, indicator: Indicator, lang: Language) -> str:
    if indicator.kind == "milestone":
        return lang("Số tỉnh, thành phố đã hoàn thành qua các kỳ")
    return lang("Cả nước trên đường đến chỉ tiêu") if value.target is not None else lang("Cả nước qua các kỳ")


def _pace(
    value: Value, projection: Projection | None, indicator: Indicator, lang: Language
) -> list[Component]:
    """How much is needed each year from here on, beside what recent years brought."""
    needed = value.required_per_year
    if indicator.applicable_until is not None:  # nobody is left to get there
        return []
    if needed is None or value.deadline is None or value.gap is None or value.gap * needed <= 0:
        return []
    said = lang(
        "Để đạt đúng hạn {deadline}, từ nay mỗi năm cần {needed}.",
        deadline=lang.date(value.deadline),
        needed=difference(needed, indicator, lang),
    )
    if projection is not None:
        recent = difference(projection.slope_per_year, indicator, lang)
        said += " " + lang("Nhịp gần đây: {recent} mỗi năm.", recent=recent)
    return [html.P(said, className="pace")]
