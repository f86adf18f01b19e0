"""The legend of the map: what each look means and how many provinces have it."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from charts.classes import MapClass
from charts.tokens import ink_on
from language import N_, Language
from layouts.components import Children
from layouts.term_notes import explained
from layouts.terms import TERMS

TITLES = {
    "value": N_("Giá trị"),
    "status": N_("Trạng thái so với chỉ tiêu"),
    "gap": N_("Khoảng cách đến chỉ tiêu"),
    "change": N_("Thay đổi sau một năm"),
}


EXPLAINED = TERMS.keys() - {"suppressed"}
MILESTONE_TITLE = N_("Tình trạng thực hiện")


def legend(
    found: Sequence[MapClass],
    over: MapClass,
    colouring: str,
    lang: Language,
    *,
    milestone: bool = False,
    communes: bool = False,
) -> list[Component]:
    """The classes of the map with the number of areas in each, which add up to all of them.

    `over` is a mark drawn over the classes and counted beside them. Empty classes that aren't steps of a
    scale are left out.
    """
    total = sum(one.count for one in found)
    counts = lang.plural("{n} xã, phường, đặc khu" if communes else "{n} tỉnh, thành phố", total)
    shown = [one for one in found if one.count or one.always]
    counted = html.Ul([_item(one, lang) for one in shown], className="legend-items")
    beside = html.Ul([_item(over, lang)], className="legend-items legend-items--over")
    return [
        html.H2(
            explained(lang(MILESTONE_TITLE if milestone else TITLES[colouring]), lang, "status", "target")
        ),
        html.P(counts, className="legend-total"),
        counted,
        *([beside] if over.count else []),
    ]


def _item(one: MapClass, lang: Language) -> Component:
    pattern = f" pattern--{one.pattern}" if one.pattern else ""
    # The one inline style: the colours are the chart's answer, not the page's taste.
    colours = {"--swatch": one.colour, "--on-swatch": ink_on(one.colour)}
    return html.Li(
        [
            html.Span(one.icon, className=f"swatch{pattern}", style=colours, **{"aria-hidden": "true"}),
            html.Span(_label(one, lang), className="legend-label"),
            html.Span(lang.number(one.count, 0), className="number"),
        ],
        className="legend-item" if one.count else "legend-item legend-item--none",
        **{"data-class": one.code, "data-count": str(one.count)},
    )


def _label(one: MapClass, lang: Language) -> Children:
    """What a class is called; that of a status is explained. What is hidden is so by the head of the page."""
    return explained(one.label, lang, one.code) if one.code in EXPLAINED else one.label
