"""The paths of the provinces chosen: all on one chart, and each by itself on the same scale."""

from collections.abc import Mapping, Sequence

from dash import dcc, html
from dash.development.base_component import Component

from charts.panels import panel
from charts.paths import Look, looks, path_scale
from charts.template import CONFIG, Figure
from charts.wording import amount, rounded_limit
from indicators.model import COUNTRY, Indicator, Series, Value
from language import Language
from layouts import ids
from layouts.compare_view import CompareView
from layouts.components import choosing, status_mark
from layouts.export_menu import exportable
from layouts.wording import name


def paths_card(view: CompareView, figure: Figure, found: Mapping[str, Series]) -> list[Component]:
    """The chart of all paths with its reading, then the small pictures."""
    lang, column, chosen = view.choice.language, view.looked_at, view.choice
    assert column is not None
    lines = [found[code] for code in chosen.areas]
    title = lang("Đường đi: {indicator}", indicator=f"{column.indicator.code} {name(column.indicator, lang)}")
    graph = dcc.Graph(
        id=ids.COMPARE_PATHS_CHART, figure=figure, config=CONFIG, responsive=True, className="chart"
    )
    return [
        html.Div(
            [html.H2(title, id="compare-paths-title"), exportable("paths", lang, what=title)],
            className="export-head",
        ),
        html.Div(graph, className="paths-chart", role="group", **{"aria-label": paths_reading(view)}),
        html.P(
            lang(
                "Mọi kỳ đều tính theo ranh giới 34 tỉnh ngày nay: trước khi sáp nhập là số gộp của các tỉnh "
                "cũ. Điểm rỗng là số tạm tính hoặc sơ bộ."
            ),
            className="quiet",
        ),
        _panels(view, lines, found),
    ]


def paths_reading(view: CompareView) -> str:
    """Where each of the provinces chosen stands, in words."""
    lang, column = view.choice.language, view.looked_at
    assert column is not None
    said = [
        f"{view.name(code)} {amount(value.value, column.indicator, lang)}"
        for code in view.choice.areas
        if (value := column.value_of(code)) is not None
    ]
    national = f"{lang('cả nước')} {amount(column.table.national.value, column.indicator, lang)}"
    return f"{lang.period(column.table.period)}: {'; '.join([*said, national])}."


def _panels(view: CompareView, lines: Sequence[Series], found: Mapping[str, Series]) -> Component:
    lang, column = view.choice.language, view.looked_at
    assert column is not None
    indicator, national = column.indicator, column.table.national
    beside = [] if indicator.kind == "count" else [found[COUNTRY]]
    scale = path_scale([*lines, *beside], national, indicator)
    low, high = (rounded_limit(each, indicator, lang) for each in scale[:2])
    shown = [
        _panel(line, [other for other in (*lines, *beside) if other is not line], look, scale, view)
        for line, look in zip(lines, looks(view.choice.theme), strict=False)
    ]
    return html.Div(
        [
            html.H3(lang("Từng tỉnh trên cùng một thang, từ {low} đến {high}", low=low, high=high)),
            html.Ul(shown, className="panels"),
        ]
    )


def _panel(
    line: Series, others: Sequence[Series], look: Look, scale: tuple[float, float, float], view: CompareView
) -> Component:
    """One province: its name, its newest value with its status, and its path before the others'."""
    lang, column, chosen = view.choice.language, view.looked_at, view.choice
    assert column is not None
    code, value = line.area_code, column.value_of(line.area_code)
    place = chosen.areas.index(code) + 1
    picture = panel(line, others, look, scale, column.table.national.target, chosen.theme)
    return html.Li(
        [
            html.Div(
                [
                    html.Span(look.sign, className=f"line-sign line-{place}", **{"aria-hidden": "true"}),
                    html.Span(view.name(code), className="panel-name"),
                    html.Span(_newest(value, column.indicator, lang), className="number"),
                ],
                className="path-head",
            ),
            html.Img(src=picture, alt=_told(line, column.indicator, lang), className="panel-picture"),
            *([status_mark(value.status, lang)] if value is not None else []),
        ],
        className="path-panel",
    )


def _newest(value: Value | None, indicator: Indicator, lang: Language) -> str:
    return amount(value.value if value else None, indicator, lang)


def _told(line: Series, indicator: Indicator, lang: Language) -> str:
    """The first and the newest value of a path, for those who can't see it."""
    known = [point for point in line.points if point.value is not None]
    if not known:
        return lang.missing
    return " – ".join(
        f"{lang.period(point.period)}: {amount(point.value, indicator, lang)}"
        for point in dict.fromkeys((known[0], known[-1]))
    )


def chosen_provinces(view: CompareView) -> list[Component]:
    """The provinces chosen, each with its sign and the way out; how to choose where there are none."""
    chosen, lang = view.choice, view.choice.language
    if not chosen.areas:
        return []
    chips = [_chip(code, look, view) for code, look in zip(chosen.areas, looks(chosen.theme), strict=False)]
    clear = html.Button(
        lang("Bỏ chọn tất cả"), type="button", className="text-button", **choosing(areas="", area="")
    )
    return [html.Ul([*chips, html.Li(clear)], className="chosen-provinces")]


def _chip(code: str, look: Look, view: CompareView) -> Component:
    chosen, lang = view.choice, view.choice.language
    place, title = chosen.areas.index(code) + 1, lang("Bỏ {area} khỏi so sánh", area=view.name(code))
    rest = ",".join(each for each in chosen.areas if each != code)
    out = {"area": ""} if chosen.area == code else {}
    current = {"aria-current": "true"} if chosen.area == code else {}
    return html.Li(
        [
            html.Button(
                [
                    html.Span(look.sign, className=f"line-sign line-{place}", **{"aria-hidden": "true"}),
                    view.name(code),
                ],
                type="button",
                className="chip-name",
                title=lang("Xem vị trí của {area}", area=view.name(code)),
                **choosing(area=code),
                **current,
            ),
            html.Button(
                "×",
                type="button",
                className="chip-out",
                title=title,
                **{"aria-label": title},
                **choosing(areas=rest, **out),
            ),
        ],
        className="province-chip",
    )
