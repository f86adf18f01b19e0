"""The panel of one province: its figure, its path, what it was made of, and the same numbers in a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from charts.template import CONFIG
from charts.wording import amount, parts
from indicators.model import Indicator, Series, Value
from indicators.projection import Projection
from indicators.territory import Territory
from language import Language
from layouts import ids
from layouts.boundary_note import boundary_note, boundary_switch, standing_line
from layouts.choice import Choice
from layouts.components import choosing, origin_button
from layouts.export_menu import exportable
from layouts.headline import facts, figure
from layouts.period_table import period_fold
from layouts.projection import projection_note
from layouts.reading import area_reading
from layouts.tables import data_table, row
from layouts.wording import area_name, name

NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Province:
    """What is read about one province: value, path, where that leads, its territory and former provinces.

    `former` are the former provinces' last values before the merger, `former_series` their paths where the
    series is shown as reported.
    """

    value: Value
    series: Series
    projection: Projection | None
    former: tuple[Value, ...]
    territory: Territory
    former_series: tuple[Series, ...] = ()


def province_panel(
    province: Province, chosen: Choice, trend: dict[str, Any], way: Component | None = None
) -> Component:
    """The panel; `trend` is the figure of the province's path, `way` are the links up and down."""
    value, territory = province.value, province.territory
    indicator, lang = chosen.indicator, chosen.language
    heading = lang("Đường đi đến chỉ tiêu") if indicator.targets else lang("Xu hướng")
    period = lang.period(value.period).replace(" ", NO_BREAK)
    return html.Section(
        [
            html.Div(
                [
                    html.Div(
                        [
                            html.P(f"{name(indicator, lang)} · {period}", className="eyebrow"),
                            html.H2(area_name(value, lang), id="panel-title", tabIndex="-1"),
                        ]
                    ),
                    html.Button(
                        "×",
                        type="button",
                        className="close",
                        **{"aria-label": lang("Đóng")},
                        **choosing(area=""),
                    ),
                ],
                className="panel-head",
            ),
            html.P(standing_line(territory, lang), className="territory"),
            way,
            boundary_switch(territory, chosen),
            figure(value, indicator, lang),
            html.P(area_reading(value, indicator, lang), className="reading"),
            html.Dl(facts(value, indicator, lang), className="facts"),
            html.Div(
                [
                    html.H3(lang("Như đã báo cáo, trước và sau sáp nhập") if territory.broken else heading),
                    exportable("province", lang, what=area_name(value, lang)),
                ],
                className="export-head",
            ),
            html.Div(
                dcc.Graph(id=ids.TREND, figure=trend, config=CONFIG, responsive=True, className="chart"),
                className="trend",
            ),
            *boundary_note(territory, province.series, value, indicator, lang),
            *projection_note(province.projection, value, indicator, lang),
            *_former(province.former, indicator, lang),
            *period_fold(province.series, value, indicator, lang, province.former_series),
            html.P(origin_button(value, lang), className="fold"),
        ],
        role="dialog",
        className="panel-sheet",
        **{"aria-labelledby": "panel-title"},
    )


def _former(former: Sequence[Value], indicator: Indicator, lang: Language) -> list[Component]:
    if not former:
        return []
    rows = [
        row(
            area_name(value, lang),
            (amount(value.value, indicator, lang), "number"),
            (parts(value, lang), "number"),
        )
        for value in former
    ]
    period = lang.period(former[0].period)
    return [
        html.H3(lang("Hợp thành từ")),
        data_table(
            lang("Các tỉnh cũ và giá trị cuối trước khi sáp nhập ({period})", period=period),
            [(lang("Tỉnh cũ"), ""), (lang("Giá trị"), "number"), ("n/N", "number")],
            rows,
        ),
    ]
