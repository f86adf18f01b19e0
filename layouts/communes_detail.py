"""The panel of one commune: its figure, what it contributes, its path, and what it was made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from charts.contribution import count
from charts.template import CONFIG
from charts.wording import amount, rounded_limit
from indicators.communes import FormerCommune
from indicators.contribution import Contribution
from indicators.model import Indicator, Series, Value
from language import Language
from layouts import ids
from layouts.communes_table import zone_word
from layouts.components import choosing, hidden_mark, origin_button
from layouts.export_menu import exportable
from layouts.headline import facts, figure
from layouts.period_table import period_fold
from layouts.reading import area_reading
from layouts.tables import data_table, row
from layouts.wording import area_name, name


@dataclass(frozen=True, slots=True)
class Commune:
    """What is read about one commune: its value, its province's, its path (None: not told), its past."""

    value: Value
    province: Value
    series: Series | None
    contributed: Contribution | None
    former: tuple[FormerCommune, ...]


def commune_panel(
    commune: Commune, indicator: Indicator, trend: dict[str, Any] | None, lang: Language
) -> Component:
    """The panel; `trend` is the figure of the commune's path."""
    value = commune.value
    return html.Section(
        [
            html.Div(
                [
                    html.Div(
                        [
                            html.P(
                                f"{name(indicator, lang)} · {lang.period(value.period)}", className="eyebrow"
                            ),
                            html.H2(area_name(value, lang), id="commune-title", tabIndex="-1"),
                            html.P(_place(commune, lang), className="quiet"),
                        ]
                    ),
                    html.Button(
                        "×",
                        type="button",
                        className="close",
                        **{"aria-label": lang("Đóng")},
                        **choosing(commune=""),
                    ),
                ],
                className="panel-head",
            ),
            *(_hidden(lang) if value.suppressed else _told(commune, indicator, trend, lang)),
            *_former(commune.former, lang),
        ],
        role="dialog",
        className="panel-sheet",
        **{"aria-labelledby": "commune-title"},
    )


def contribution_words(commune: Commune, indicator: Indicator, lang: Language) -> str:
    """What the commune contributes to the distance of its province, in sentences; empty where unknown."""
    found, value = commune.contributed, commune.value
    if found is None or value.value is None:
        return ""
    goal = rounded_limit(found.target, indicator, lang)
    rank, mine = next(
        ((rank, one) for rank, one in enumerate(found.lacks, 1) if one.area.area_code == value.area_code),
        (0, None),
    )
    if mine is None:
        return lang("Xã đã đạt chỉ tiêu {target} của tỉnh nên không còn thiếu gì.", target=goal)
    said = lang(
        "Xã còn thiếu {missing} ở tử số để đạt {target}; thiếu nhiều thứ {rank} trong {n} xã chưa đạt.",
        missing=count(mine.missing, lang),
        target=goal,
        rank=lang.number(rank, 0),
        n=lang.number(len(found.lacks), 0),
    )
    if not found.of_province:
        return said
    alone = found.value + (mine.points if indicator.direction == "up" else -mine.points)
    return (
        said
        + " "
        + lang(
            "Nếu riêng xã này đạt, tỉnh từ {value} thành {raised}.",
            value=_exact(found.value, indicator, lang),
            raised=_exact(alone, indicator, lang),
        )
    )


def _exact(value: float, indicator: Indicator, lang: Language) -> str:
    """A value with a second decimal: what one commune moves is often less than the first."""
    return lang.percent(value, 2) if indicator.unit == "%" else amount(value, indicator, lang)


def _place(commune: Commune, lang: Language) -> str:
    return lang(
        "{province} · mã {code} · {zone}",
        province=area_name(commune.province, lang),
        code=commune.value.area_code,
        zone=zone_word(commune.value.zone, lang),
    )


def _hidden(lang: Language) -> list[Component]:
    return [
        html.P(hidden_mark(lang), className="figure-row"),
        html.P(
            lang(
                "Xã rất ít người nên số được ẩn để không ai bị nhận ra. Số này có, và có trong số của tỉnh."
            ),
            className="reading",
        ),
    ]


def _told(
    commune: Commune, indicator: Indicator, trend: dict[str, Any] | None, lang: Language
) -> list[Component]:
    value, series = commune.value, commune.series
    contributed = contribution_words(commune, indicator, lang)
    path: list[Component] = []
    if series is not None and series.points and trend is not None:
        graph = dcc.Graph(
            id=ids.COMMUNES_TREND, figure=trend, config=CONFIG, responsive=True, className="chart"
        )
        path = [
            html.Div(
                [
                    html.H3(lang("Đường đi đến chỉ tiêu") if indicator.targets else lang("Xu hướng")),
                    exportable("commune", lang, what=area_name(value, lang)),
                ],
                className="export-head",
            ),
            html.Div(graph, className="trend"),
            *period_fold(series, value, indicator, lang),
        ]
    source = [html.P(origin_button(value, lang), className="fold")] if value.value is not None else []
    return [
        figure(value, indicator, lang),
        html.P(area_reading(value, indicator, lang), className="reading"),
        html.Dl(facts(value, indicator, lang), className="facts"),
        *([html.P(contributed, className="commune-contribution")] if contributed else []),
        *path,
        *source,
    ]


def _former(former: Sequence[FormerCommune], lang: Language) -> list[Component]:
    if not former:
        return []
    rows = [
        row(
            lang.pick(one.name_vi, one.name_en),
            (lang.pick(one.province_vi, one.province_en), ""),
            (lang("toàn bộ") if one.whole else lang("một phần"), ""),
        )
        for one in former
    ]
    until = former[0].until
    return [
        html.H3(lang("Hợp thành từ")),
        data_table(
            lang("Các xã cũ trước ngày {day}", day=lang.date(until)) if until else lang("Các xã cũ"),
            [(lang("Xã cũ"), ""), (lang("Tỉnh khi đó"), ""), (lang("Phần nhập vào"), "")],
            rows,
        ),
    ]
