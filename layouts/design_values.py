"""Values on the page of components: alone, on cards and in lists."""

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from indicators.model import Indicator
from language import Language
from layouts.card import Shown, indicator_card
from layouts.choice import Choice
from layouts.design_examples import example_card, example_table, example_value, unknown_value
from layouts.design_specimen import specimen
from layouts.headline import facts, figure, headline
from layouts.ranking import ranking, ranking_card
from layouts.value_table import value_table

FEWEST = 30  # the denominator from which the examples are ranked


def figures(indicator: Indicator, lang: Language) -> list[Component]:
    """The figure at the head of a page, known, zero, partial and unknown."""
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
            [specimen(label, figure(value, indicator, lang)) for label, value in found],
            className="design-grid",
        ),
        html.Div(
            [
                specimen(lang("Cả khối đầu trang"), whole),
                specimen(lang("Các dữ kiện"), html.Dl(facts(known, indicator, lang), className="facts")),
            ],
            className="design-pair",
        ),
    ]


def cards(indicator: Indicator, chosen: Choice) -> Component:
    """The card of an indicator, likewise."""
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


def lists(indicator: Indicator, lang: Language) -> list[Component]:
    """Rankings and the table of values: of none, of one, of several."""
    shown = []
    for count, label in ((0, lang("Không có")), (1, lang("Một")), (4, lang("Nhiều, có tên dài"))):
        table = example_table(indicator, count)
        card = ranking_card(ranking(table, indicator, FEWEST), indicator, "all", None, FEWEST, lang)
        shown.append(specimen(label, html.Div(card)))
    numbers = html.Div(value_table(example_table(indicator, 4), indicator, lang), className="table-scroll")
    return [html.Div(shown, className="design-grid"), specimen(lang("Bảng số"), numbers)]
