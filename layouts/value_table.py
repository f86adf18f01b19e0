"""The map as a table: for those who can't see it, and for those who want the figures."""

from dash import html
from dash.development.base_component import Component

from charts.wording import marks, parts
from indicators.model import Indicator, ValueTable
from language import Language, collation_key
from layouts.components import origin_button, shown_value, status_mark
from layouts.tables import carded
from layouts.wording import area_name, name


def value_table(table: ValueTable, indicator: Indicator, lang: Language) -> Component:
    """Every area of the table by name, the country last, with what the map shows of it when pointed at."""
    values = sorted(table.values, key=lambda value: collation_key(area_name(value, lang)))
    rows = [
        html.Tr(
            [
                html.Th(area_name(value, lang), scope="row"),
                html.Td(
                    [shown_value(value, indicator, lang), " ", origin_button(value, lang, short=True)],
                    className="number",
                ),
                html.Td(parts(value, lang) if indicator.kind != "milestone" else "", className="number"),
                html.Td(status_mark(value.status, lang)),
                html.Td("; ".join(marks(value, lang))),
            ]
        )
        for value in (*values, table.national)
    ]
    head = (
        (lang("Tỉnh, thành phố"), ""),
        (lang("Giá trị"), "number"),
        ("n/N", "number"),
        (lang("Trạng thái"), ""),
        (lang("Ghi chú"), ""),
    )
    table = html.Table(
        [
            html.Caption(f"{name(indicator, lang)}, {lang.period(table.period)}"),
            html.Thead(html.Tr([html.Th(text, scope="col", className=style) for text, style in head])),
            html.Tbody(rows),
        ]
    )
    return carded(table)
