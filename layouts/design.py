"""The page of components: what everything looks like, in every state, by the functions that the pages use."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from indicators.catalogue import Catalogue
from indicators.model import Indicator, ValueTable
from language import Language
from layouts import ids
from layouts.choice import Choice
from layouts.design_charts import charts_of, maps_with_legends
from layouts.design_tokens import colour_tables, size_tables
from layouts.design_values import cards, figures, lists
from layouts.design_words import controls, notices, waiting, ways
from layouts.waiting import awaited


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
        _part(lang("Cách viết: trạng thái, số, ngày, điều chưa biết"), *ways(indicator, lang)),
        _part(lang("Thông báo trên trang"), *notices(lang)),
        _part(lang("Đang chờ, chưa có gì"), *waiting(lang)),
        _part(lang("Con số đứng đầu"), *figures(indicator, lang)),
        _part(lang("Thẻ chỉ số"), cards(indicator, chosen)),
        _part(lang("Bảng và xếp hạng: không có, một, nhiều"), *lists(indicator, lang)),
        _part(lang("Biểu đồ: chưa có điểm nào, một điểm, nhiều điểm"), *charts_of(indicator, lang, theme)),
        _part(lang("Bản đồ và chú giải"), *maps_with_legends(indicator, by_status, maps, lang, theme)),
        _part(lang("Nút và lựa chọn"), *controls(indicator, lang)),
    ]


def _part(title: str, *shown: Component) -> Component:
    return html.Section([html.H2(title), *shown], className="tile design-part")
