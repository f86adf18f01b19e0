"""The communes of the province that is selected: the lowest, the highest, and how many are silent."""

import re
from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from charts.wording import amount, parts, status
from indicators.model import Indicator, Value, ValueTable
from language import Language, collation_key
from layouts.components import origin_button, status_icon
from layouts.tables import data_table, row
from layouts.wording import area_name

SHOWN = 10
MARKS = re.compile(r"[\\`*_{}\[\]()<>#+!|~$&-]")


def communes_card(
    table: ValueTable | None, where: str, indicator: Indicator, lang: Language
) -> Component | str:
    """The communes with a value, lowest and highest; or why there are none.

    `table` is None where no province is selected. Why no commune reports at all is said with the zones.
    """
    if indicator.level != "commune":
        return ""
    if table is None:
        return lang("Chọn một tỉnh ở biểu đồ hoặc danh sách trên để xem các xã của tỉnh đó.")
    known = sorted(
        (value for value in table.values if value.value is not None),
        key=lambda value: (value.value or 0, collation_key(area_name(value, lang))),
    )
    if not known:
        return lang(
            "{where}, {period}: chưa xã nào có số liệu.", where=where, period=lang.period(table.period)
        )
    title = html.H2(lang("Các xã của {where}", where=where), id="communes-title")
    silent = [value for value in table.values if value.value is None]
    said = lang(
        "{reported} trên {all} xã, phường, đặc khu có số liệu. "
        "Mẫu số ở xã thường nhỏ: vài trường hợp cũng làm tỷ lệ đổi nhiều.",
        reported=lang.number(len(known), 0),
        all=lang.number(len(table.values), 0),
    )
    content: list[Component] = [title, html.P(said, className="quiet")]
    if len(known) <= 2 * SHOWN:
        content.append(_table(lang("Từ thấp đến cao"), known, indicator, lang))
    else:
        lowest = _table(lang("{n} xã thấp nhất", n=SHOWN), known[:SHOWN], indicator, lang)
        highest = _table(lang("{n} xã cao nhất", n=SHOWN), known[: -SHOWN - 1 : -1], indicator, lang)
        content.append(html.Div([lowest, highest], className="commune-columns"))
    whole = sorted(table.values, key=lambda value: collation_key(area_name(value, lang)))
    if silent or len(known) > 2 * SHOWN:
        summary = lang.plural("Xem tất cả {n} xã", len(whole))
        everything = dcc.Markdown(listed(whole, indicator, lang), className="table-scroll")
        content.append(html.Details([html.Summary(summary), everything], className="fold"))
    return html.Section(content, className="tile indicator-communes", **{"aria-labelledby": "communes-title"})


def listed(values: Sequence[Value], indicator: Indicator, lang: Language) -> str:
    """The communes as a table in Markdown: as components, hundreds of rows hold a browser up for seconds."""
    head = [lang("Xã, phường, đặc khu"), lang("Giá trị"), "n/N", lang("Khu vực"), lang("Trạng thái")]
    rows = [
        [
            area_name(value, lang),
            amount(value.value, indicator, lang),
            parts(value, lang),
            value.zone or "",
            status(value, lang),
        ]
        for value in values
    ]
    lines = [
        head,
        ["---", "---:", "---:", "---", "---"],
        *([_plain(cell) for cell in cells] for cells in rows),
    ]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _plain(text: str) -> str:
    """The text with every sign that Markdown gives a meaning to made a sign again."""
    return MARKS.sub(r"\\\g<0>", text.replace("\n", " "))


def _table(caption: str, values: Sequence[Value], indicator: Indicator, lang: Language) -> Component:
    columns = [
        (lang("Xã, phường, đặc khu"), ""),
        (lang("Giá trị"), "number"),
        ("n/N", "number"),
        (lang("Khu vực"), ""),
        (lang("Trạng thái"), ""),
        (lang("Nguồn"), ""),
    ]
    rows = [
        row(
            area_name(value, lang),
            (amount(value.value, indicator, lang), "number"),
            (parts(value, lang), "number"),
            (value.zone or "", ""),
            (status_icon(value.status, lang), ""),
            (origin_button(value, lang, short=True), ""),
        )
        for value in values
    ]
    return data_table(caption, columns, rows)
