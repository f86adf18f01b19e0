"""The page of components: what everything looks like, in every state, by the functions that the pages use."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from charts.classes import Colouring, classes, provisional
from charts.dots import dots
from charts.template import CONFIG
from charts.trend import trend
from charts.wording import amount, difference, marks, parts, target
from indicators.catalogue import Catalogue
from indicators.model import Indicator, ValueTable
from language import Language
from layouts import ids
from layouts.card import Shown, indicator_card
from layouts.choice import Choice
from layouts.communes_map import no_outlines
from layouts.components import (
    ASK_FOR_LOAD,
    TRY_FEWER,
    alert,
    choosing,
    hidden_mark,
    missing_mark,
    nothing,
    nothing_mark,
    origin_button,
    segments,
    status_icon,
    status_mark,
)
from layouts.design_examples import (
    BEFORE,
    DEADLINE,
    LONG,
    PERIOD,
    PROBLEM,
    example_card,
    example_series,
    example_table,
    example_value,
    unknown_value,
)
from layouts.design_tokens import colour_tables, size_tables
from layouts.export_menu import exportable
from layouts.headline import facts, figure, headline
from layouts.indicator_trend import trend_card
from layouts.legend import legend
from layouts.notices import banner, empty_note, problem_notices, trouble_alert
from layouts.ranking import RANK_WORDS, ranking, ranking_card
from layouts.tables import data_table, row
from layouts.value_table import value_table
from layouts.waiting import awaited, skeleton

FEWEST = 30  # the denominator from which the examples are ranked


def page(_catalogue: Catalogue, _lang: Language) -> Component:
    """The page before anything is read."""
    return html.Div(awaited(), id=ids.DESIGN, className="page design")


def content(
    indicator: Indicator, by_status: ValueTable, maps: Sequence[dict[str, Any]], chosen: Choice
) -> list[Component]:
    """The page; `maps` are drawn of `by_status`, by status and by value."""
    lang, theme = chosen.language, chosen.theme
    return [
        html.Header(
            [
                html.H1(lang("Thiết kế")),
                html.P(
                    lang(
                        "Mọi thành phần của bảng chỉ số trong mọi tình huống, vẽ bằng chính các hàm mà các "
                        "trang dùng. Mọi con số ở đây đều là ví dụ."
                    ),
                    className="quiet",
                ),
            ],
            className="page-head",
        ),
        _part(lang("Màu"), *colour_tables(theme, lang)),
        _part(lang("Chữ, khoảng cách, góc và bóng"), *size_tables(lang)),
        _part(lang("Cách viết: trạng thái, số, ngày, điều chưa biết"), *_ways(indicator, lang)),
        _part(lang("Thông báo trên trang"), *_notices(lang)),
        _part(lang("Đang chờ, chưa có gì"), *_waiting(lang)),
        _part(lang("Con số đứng đầu"), *_figures(indicator, lang)),
        _part(lang("Thẻ chỉ số"), _cards(indicator, chosen)),
        _part(lang("Bảng và xếp hạng: không có, một, nhiều"), *_lists(indicator, lang)),
        _part(lang("Biểu đồ: chưa có điểm nào, một điểm, nhiều điểm"), *_charts(indicator, lang, theme)),
        _part(lang("Bản đồ và chú giải"), *_maps(indicator, by_status, maps, lang, theme)),
        _part(lang("Nút và lựa chọn"), *_controls(indicator, lang)),
    ]


def _part(title: str, *shown: Component) -> Component:
    return html.Section([html.H2(title), *shown], className="tile design-part")


def _specimen(label: str, shown: Component | list[Component]) -> Component:
    """One thing under its name. Several of a kind stand on the page, so that none has an id."""
    within = html.Div(shown)
    for one in within._traverse():
        for name in ("id", "aria-labelledby"):
            if isinstance(one, Component) and hasattr(one, name):
                delattr(one, name)
    return html.Figure([html.Figcaption(label), within], className="design-specimen")


def _ways(indicator: Indicator, lang: Language) -> list[Component]:
    known = example_value(indicator)
    written: list[tuple[str, Component | str]] = [
        (lang("Trạng thái, có chỗ"), status_mark("on_track", lang)),
        (lang("Trạng thái, trong cột hẹp"), status_icon("on_track", lang)),
        (lang("Giá trị"), amount(known.value, indicator, lang)),
        (lang("Tử số trên mẫu số"), parts(known, lang)),
        (lang("Chênh lệch của hai tỷ lệ"), difference(4.3, indicator, lang)),
        (lang("Chỉ tiêu và hạn"), target(known, indicator, lang)),
        (lang("Số lớn"), lang.number(1_234_567)),
        (lang("Số không, khác với chưa biết"), amount(0, indicator, lang)),
        (lang("Ngày"), lang.date(DEADLINE)),
        (lang("Thời điểm"), lang.moment(datetime(2026, 9, 30, 2, 15))),
        (lang("Kỳ"), ", ".join(map(lang.period, ("2026-09", PERIOD, "2026-H1", "2026-9M", "2026")))),
        (lang("Chưa biết"), missing_mark(lang)),
        (lang("Có nhưng không nêu"), hidden_mark(lang)),
        (lang("Không có gì để nói"), nothing_mark(lang("không xếp hạng"))),
        (lang("Không có chỉ tiêu"), target(replace(known, target=None), indicator, lang)),
        (
            lang("Điều phải biết trước khi trích"),
            " · ".join(
                marks(replace(known, provisional=True, coverage=0.6, preliminary=True, stale=True), lang)
            ),
        ),
    ]
    rows = [row(label, (shown, "")) for label, shown in written]
    return [
        data_table(
            lang("Mỗi loại thông tin một cách viết"), ((lang("Thứ"), ""), (lang("Cách viết"), "")), rows
        )
    ]


def _notices(lang: Language) -> list[Component]:
    return [
        _specimen(lang("Số liệu minh họa"), [found] if (found := banner(True, lang)) else []),
        _specimen(lang("Địa chỉ có tham số sai"), problem_notices([PROBLEM], lang)),
        _specimen(lang("Kho dữ liệu không đọc được"), trouble_alert(lang("kho không trả lời"), lang)),
        _specimen(
            lang("Một phần của trang bị lỗi"),
            alert(lang("Hệ thống gặp lỗi khi tính phần này; lỗi đã được ghi vào nhật ký.")),
        ),
    ]


def _waiting(lang: Language) -> list[Component]:
    return [
        _specimen(
            lang("Đang chờ: khung của trang"),
            skeleton(((12, 3), (4, 6), (4, 6), (4, 6), (8, 5), (4, 5))),
        ),
        _specimen(lang("Kỳ chưa có số liệu, kỳ trước có"), empty_note(PERIOD, BEFORE, lang)),
        _specimen(lang("Chưa kỳ nào có số liệu"), empty_note(PERIOD, None, lang)),
        *_nothings(lang),
    ]


def _nothings(lang: Language) -> list[Component]:
    """Nothing to show: for want of data, because of a filter, and where nothing is what one hopes for."""
    clear = html.Button(lang("Bỏ lọc"), type="button", className="text-button", **choosing(status=""))
    found = (
        (lang("Kho chưa có số"), nothing(lang("Chưa có kỳ nào có số liệu."), lang(ASK_FOR_LOAD))),
        (lang("Lọc không còn gì"), nothing(lang("Không có nhiệm vụ nào như vậy."), lang(TRY_FEWER), clear)),
        (lang("Chưa nhập ranh giới xã"), no_outlines(lang)),
        (lang("Không có gì là tốt"), nothing(lang("Không có dòng nào."), good=True)),
    )
    return [html.Div([_specimen(label, shown) for label, shown in found], className="design-pair")]


def _figures(indicator: Indicator, lang: Language) -> list[Component]:
    known = example_value(indicator)
    found = [
        (lang("Đủ số liệu"), known),
        (lang("Bằng 0"), replace(known, value=0.0, numerator=0, gap=80, status="reversing", pace=-0.2)),
        (
            lang("Một phần: tạm tính"),
            replace(known, value=48.2, provisional=True, coverage=0.6, status="behind"),
        ),
        (lang("Chưa có số liệu"), unknown_value(indicator)),
        (lang("Không áp dụng"), unknown_value(indicator, "not_applicable")),
        (lang("Quá hạn, chờ số liệu"), unknown_value(indicator, "awaiting")),
    ]
    whole = html.Div(headline(example_table(indicator, 3), indicator, lang), className="headline")
    return [
        html.Div(
            [_specimen(label, figure(value, indicator, lang)) for label, value in found],
            className="design-grid",
        ),
        html.Div(
            [
                _specimen(lang("Cả khối đầu trang"), whole),
                _specimen(lang("Các dữ kiện"), html.Dl(facts(known, indicator, lang), className="facts")),
            ],
            className="design-pair",
        ),
    ]


def _cards(indicator: Indicator, chosen: Choice) -> Component:
    known, path = example_value(indicator), (28, 35, 41, 48, 52, 55, 58.5, 61.7)
    long = replace(indicator, short_vi=indicator.name_vi, short_en=indicator.name_en)
    partial = replace(known, provisional=True, coverage=0.6, preliminary=True, stale=True, status="behind")
    zero = replace(known, value=0.0, numerator=0, gap=80, status="reversing")
    worse = replace(known, status="slipped")
    found = [
        example_card(indicator, known, path, 9.7),
        example_card(long, worse, path[::-1], -9.7),
        example_card(indicator, partial, path[:4], None),
        example_card(indicator, zero, (0.0,), 0.0),
        example_card(indicator, unknown_value(indicator), (), None),
        example_card(indicator, unknown_value(indicator, "not_applicable"), (), None),
    ]
    return html.Ul(
        [html.Li(indicator_card(Shown(card), chosen)) for card in found], className="indicator-cards"
    )


def _lists(indicator: Indicator, lang: Language) -> list[Component]:
    shown = []
    for count, label in ((0, lang("Không có")), (1, lang("Một")), (4, lang("Nhiều, có tên dài"))):
        table = example_table(indicator, count)
        card = ranking_card(ranking(table, indicator, FEWEST), indicator, "all", None, FEWEST, lang)
        shown.append(_specimen(label, html.Div(card)))
    numbers = html.Div(value_table(example_table(indicator, 4), indicator, lang), className="table-scroll")
    return [html.Div(shown, className="design-grid"), _specimen(lang("Bảng số"), numbers)]


def _charts(indicator: Indicator, lang: Language, theme: str) -> list[Component]:
    value = example_value(indicator)
    paths = (
        (lang("Chưa có"), ()),
        (lang("Một"), (61.7,)),
        (lang("Nhiều, có kỳ thiếu"), (28, 35, None, None, 52, 55, 58.5, 61.7)),
    )
    lines = [
        _specimen(
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
            else _graph(trend(series, indicator, value=value, lang=lang, theme=theme), label),
        )
        for label, levels in paths
        for series in (example_series(indicator, *levels),)
    ]
    table = example_table(indicator, 4)
    spread = dots(table, indicator, lang=lang, theme=theme, selected=LONG[0])
    return [
        html.Div(lines, className="design-grid"),
        _specimen(lang("Các tỉnh trên một trục"), _graph(spread, lang("Các tỉnh trên một trục"))),
    ]


def _maps(
    indicator: Indicator, table: ValueTable, maps: Sequence[dict[str, Any]], lang: Language, theme: str
) -> list[Component]:
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
                        _specimen(label, _graph(drawn, label, "design-map")),
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


def _controls(indicator: Indicator, lang: Language) -> list[Component]:
    disabled = {"bottom": RANK_WORDS["bottom"]}
    return [
        _specimen(
            lang("Một trong vài điều"),
            segments(lang("Phần của bảng xếp hạng"), "rank", RANK_WORDS, "top", lang, disabled),
        ),
        _specimen(
            lang("Nguồn gốc của số, tải về"),
            html.Div(
                [
                    origin_button(example_value(indicator), lang),
                    origin_button(example_value(indicator), lang, short=True),
                    exportable("ranking", lang),
                ],
                className="design-row",
            ),
        ),
    ]


def _graph(drawn: dict[str, Any], label: str, class_name: str = "design-chart") -> Component:
    graph = dcc.Graph(figure=drawn, config=CONFIG, responsive=True, className="chart")
    return html.Div(graph, className=class_name, role="img", **{"aria-label": label})
