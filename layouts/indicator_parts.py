"""An indicator's parts against one another, and a part under its whole."""

from collections.abc import Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from charts.template import CONFIG
from charts.wording import amount, parts
from indicators.catalogue import Catalogue
from indicators.model import Indicator, Value
from language import Language
from layouts import ids
from layouts.choice import Choice
from layouts.components import origin_button, status_mark
from layouts.export_menu import exportable
from layouts.links import INDICATOR, link
from layouts.tables import data_table, row
from layouts.wording import name

SWAMPING = 80  # percent of the denominator from which one part makes the whole what it is


def parts_card(
    figure: dict[str, Any], values: Sequence[Value], catalogue: Catalogue, chosen: Choice
) -> Component:
    """The parts as lines and as rows; `values` are the country's, the whole first."""
    lang = chosen.language
    title = lang("Các thành phần")
    columns = [
        (lang("Chỉ số"), ""),
        (lang("Giá trị"), "number"),
        ("n/N", "number"),
        (lang("Trạng thái"), ""),
        (lang("Nguồn"), "source"),
    ]
    rows = [_row(value, catalogue[value.indicator], chosen) for value in values]
    graph = dcc.Graph(
        id=ids.INDICATOR_PARTS, figure=figure, config=CONFIG, responsive=True, className="chart"
    )
    return html.Section(
        [
            html.Div(
                [html.H2(title, id="parts-title"), exportable("parts", lang, what=title)],
                className="export-head",
            ),
            html.P(_weight(values, lang), className="reading"),
            html.Div(graph, className="parts-chart", role="img", **{"aria-label": title}),
            data_table(lang("Cả nước, từng thành phần"), columns, rows, hidden_caption=True),
        ],
        className="tile indicator-parts",
        **{"aria-labelledby": "parts-title"},
    )


def whole_note(indicator: Indicator, catalogue: Catalogue, chosen: Choice) -> list[Component]:
    """That an indicator is a part of another, with the way there and to its fellows."""
    if not indicator.part_of:
        return []
    lang = chosen.language
    whole = catalogue[indicator.part_of]
    fellows = [catalogue[code] for code in whole.parts if code != indicator.code]
    links = [_to(one, chosen) for one in (whole, *fellows)]
    return [
        html.P([html.Span(lang("Là một thành phần của chỉ số gộp; xem cùng:")), *links], className="part-of")
    ]


def _row(value: Value, indicator: Indicator, chosen: Choice) -> Component:
    lang = chosen.language
    if indicator.code == chosen.indicator.code:
        head: Component = html.Strong(f"{indicator.code} {name(indicator, lang)}")
    else:
        head = _to(indicator, chosen)
    return row(
        head,
        (amount(value.value, indicator, lang), "number"),
        (parts(value, lang), "number"),
        (status_mark(value.status, lang), ""),
        (origin_button(value, lang, short=True), "source"),
    )


def _to(indicator: Indicator, chosen: Choice) -> Component:
    text = f"{indicator.code} {name(indicator, chosen.language)}"
    boundaries = None if chosen.boundaries == "34" else chosen.boundaries
    return link(text, INDICATOR, chosen, i=indicator.code, p=chosen.period, b=boundaries, area=chosen.area)


def _weight(values: Sequence[Value], lang: Language) -> str:
    """Which part outweighs the others in the denominator, so that nobody takes the whole for all of them."""
    sized = [(value.denominator, value) for value in values[1:] if value.denominator]
    together = lang("Chỉ số gộp cộng các thành phần dưới đây; đọc cùng nhau.")
    if not sized:
        return together
    largest = max(sized, key=lambda pair: pair[0])
    share = 100 * largest[0] / sum(size for size, _ in sized)
    if share < SWAMPING:
        return together
    return lang(
        "Thành phần {code} chiếm {share} mẫu số của chỉ số gộp, nên tỷ lệ gộp gần như là của thành phần này.",
        code=largest[1].indicator,
        share=lang.percent(share, 0),
    )
