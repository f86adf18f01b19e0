"""What improved and what slipped most in a province within a year."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from charts.wording import amount
from indicators.province import Standing, movers
from language import Language
from layouts.breadcrumbs import carried
from layouts.components import nothing
from layouts.export_menu import exportable
from layouts.links import INDICATOR, link
from layouts.province_table import change
from layouts.province_view import ProvinceView
from layouts.wording import name


def movers_card(view: ProvinceView, min_denominator: float) -> Component:
    """The largest changes for the better and for the worse, each with both values, and what is compared."""
    lang = view.choice.language
    improved, slipped = movers(view.standings, min_denominator)
    rule = lang(
        "So cùng kỳ năm trước trên cùng một ranh giới. Chỉ xét các tỷ lệ; không xét số tạm tính, "
        "điều tra mẫu và mẫu số dưới {minimum}.",
        minimum=lang.number(min_denominator),
    )
    return html.Section(
        [
            html.Div(
                [
                    html.H2(lang("Thay đổi trong một năm"), id="movers-title"),
                    exportable("movers", lang, picture=False, what=lang("Thay đổi trong một năm")),
                ],
                className="export-head",
            ),
            html.Div(
                [
                    _list(
                        view, lang("Tiến bộ nhiều nhất"), improved, lang("Không chỉ số nào tăng."), "better"
                    ),
                    _list(
                        view, lang("Giảm sút nhiều nhất"), slipped, lang("Không chỉ số nào giảm."), "worse"
                    ),
                ],
                className="movers",
            ),
            html.P(rule, className="quiet"),
        ],
        className="tile province-movers",
        **{"aria-labelledby": "movers-title"},
    )


def _list(view: ProvinceView, title: str, found: Sequence[Standing], none_moved: str, kind: str) -> Component:
    body = (
        html.Ol([html.Li(_item(view, one)) for one in found])
        if found
        else nothing(none_moved, good=kind == "worse")
    )
    return html.Div([html.H3(title), body], className=f"moved-list moved-list--{kind}")


def _item(view: ProvinceView, one: Standing) -> list[Component]:
    lang = view.choice.language
    text = [html.Span(one.indicator.code, className="option-code"), name(one.indicator, lang)]
    asked = carried(view.choice) | {"i": one.indicator.code}
    return [
        link(text, INDICATOR, view.choice, "indicator-link", area=view.area, **asked),
        html.Span(change(one, lang), className="mover-change number"),
        html.Span(_path(one, lang), className="of"),
    ]


def _path(one: Standing, lang: Language) -> str:
    """Both values and the periods they are of."""
    if one.before is None:
        return ""
    return lang(
        "{before} ({then}) → {value} ({now})",
        before=amount(one.before.value, one.indicator, lang),
        then=lang.period(one.before.period),
        value=amount(one.value.value, one.indicator, lang),
        now=lang.period(one.value.period),
    )
