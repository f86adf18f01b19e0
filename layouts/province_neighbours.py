"""The provinces around one: their numbers on the small map, and how each stands with the indicator chosen."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from charts.wording import stated
from indicators.model import Value
from language import collation_key
from layouts.choice import Choice
from layouts.components import status_icon
from layouts.export_menu import exportable
from layouts.province_view import ProvinceView, province_link
from layouts.wording import name

Region = tuple[str, Sequence[str]]


def neighbour_list(view: ProvinceView, codes: Sequence[str], values: Mapping[str, Value]) -> list[Component]:
    """The neighbours in the order of their numbers, with the indicator that is chosen."""
    chosen, lang, indicator = view.choice, view.choice.language, view.choice.indicator
    items = []
    for number, code in enumerate(codes, 1):
        value = values.get(code)
        shown: list[Component] = [
            html.Span(lang.number(number, 0), className="neighbour-number", **{"aria-hidden": "true"}),
            province_link(view.name_of(code), code, chosen),
        ]
        if value is not None:
            known = value.value is not None
            icon = [status_icon(value.status, lang)] if known else []
            look = "neighbour-value" if known else "neighbour-value soft"
            shown.append(html.Span([stated(value, indicator, lang), *icon], className=look))
        items.append(html.Li(shown))
    period = f", {lang.period(next(iter(values.values())).period)}" if values else ""
    return [
        html.Div(
            [
                html.P(
                    f"{indicator.code} {name(indicator, lang)}{period}" if values else "", className="quiet"
                ),
                exportable("around", lang, what=lang("Các tỉnh giáp ranh")),
            ],
            className="export-head",
        ),
        html.Ol(items, className="neighbours"),
    ]


def province_list(
    names: Mapping[str, tuple[str, str]],
    former: Mapping[str, Sequence[tuple[str, str]]],
    regions: Sequence[Region],
    chosen: Choice,
) -> Component:
    """Every province under its former regions, with the former provinces it is made of."""
    lang = chosen.language
    parts = []
    for title, codes in regions:
        items = []
        for code in sorted(codes, key=lambda code: collation_key(lang.pick(*names[code]))):
            mine = lang.pick(*names[code])
            others = [lang.pick(*one) for one in former.get(code, ()) if lang.pick(*one) != mine]
            shown: list[Component] = [province_link(mine, code, chosen)]
            if others:
                shown.append(html.Span(", ".join(others), className="of"))
            items.append(html.Li(shown))
        parts.append(html.Section([html.H3(title), html.Ul(items)]))
    note = lang(
        "Xếp theo sáu vùng kinh tế – xã hội trước khi sáp nhập; tỉnh hợp nhất từ hai vùng có mặt ở cả hai. "
        "Cạnh mỗi tên là các tỉnh cũ khác tên."
    )
    return html.Section(
        [
            html.H2(lang("34 tỉnh, thành phố"), id="provinces-title"),
            html.P(note, className="quiet"),
            html.Div(parts, className="province-list"),
        ],
        className="tile province-all",
        **{"aria-labelledby": "provinces-title"},
    )
