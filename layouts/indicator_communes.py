"""The communes of the province that is selected in a few words, and the way to the page of all of them."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from charts.wording import amount
from indicators.model import Indicator, Value, ValueTable
from language import Language
from layouts.breadcrumbs import carried
from layouts.choice import Choice
from layouts.communes import by_name, goes_down
from layouts.links import COMMUNES, link
from layouts.term_notes import explained
from layouts.wording import area_name

NAMED = 3


def communes_card(table: ValueTable | None, where: str, chosen: Choice) -> Component | str:
    """How many communes have a value, and which stand lowest and highest; or why there are none.

    `table` is None where no province is selected. Why no commune reports at all is said with the zones.
    """
    lang, indicator = chosen.language, chosen.indicator
    if not goes_down(indicator):
        return ""
    if table is None:
        return lang("Chọn một tỉnh ở biểu đồ hoặc danh sách trên để xem các xã của tỉnh đó.")
    ordered = by_name(table.values, lang)
    known = sorted(
        (value for value in ordered if value.value is not None), key=lambda value: value.value or 0
    )
    hidden = sum(value.suppressed for value in table.values)
    if not known and not hidden:
        return lang(
            "{where}, {period}: chưa xã nào có số liệu.", where=where, period=lang.period(table.period)
        )
    said = lang(
        "{reported} trên {all} xã, phường, đặc khu có số liệu. "
        "Mẫu số ở xã thường nhỏ: vài trường hợp cũng làm tỷ lệ đổi nhiều.",
        reported=lang.number(len(known) + hidden, 0),
        all=lang.number(len(table.values), 0),
    )
    content: list[Component] = [
        html.H2(lang("Các xã của {where}", where=where), id="communes-title"),
        html.P(said, className="quiet"),
        *(
            [html.P(explained(_hidden_said(hidden, lang), lang, "suppressed"), className="quiet")]
            if hidden
            else []
        ),
    ]
    if len(known) > 2 * NAMED:
        content += [
            html.P([html.Strong(f"{lang('Thấp nhất')}: "), _named(known[:NAMED], indicator, lang)]),
            html.P([html.Strong(f"{lang('Cao nhất')}: "), _named(known[: -NAMED - 1 : -1], indicator, lang)]),
        ]
    text = lang("Xem từng xã và mức đóng góp của xã vào khoảng cách đến chỉ tiêu")
    content.append(
        html.P(link(text, COMMUNES, chosen, "", area=chosen.area, **carried(chosen)), className="ways")
    )
    return html.Section(content, className="tile indicator-communes", **{"aria-labelledby": "communes-title"})


def _hidden_said(hidden: int, lang: Language) -> str:
    return lang.plural("Số của {n} xã được ẩn: quá ít người, hoặc sẽ làm lộ số của xã khác.", hidden)


def _named(values: Sequence[Value], indicator: Indicator, lang: Language) -> str:
    return ", ".join(f"{area_name(one, lang)} ({amount(one.value, indicator, lang)})" for one in values)
