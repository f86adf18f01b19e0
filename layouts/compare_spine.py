"""The spine chart of a province: in every indicator where it stands between the worst and the best."""

from itertools import groupby

from dash import html
from dash.development.base_component import Component

from charts.spine import spine
from charts.wording import amount
from indicators.model import Value
from indicators.ranking import Ranking, is_small
from indicators.scorecard import Column
from indicators.spread import Spread, spread
from language import Language
from layouts.compare_view import CompareView, short_period
from layouts.components import Children, nothing_mark, segment, status_icon, status_mark
from layouts.export_menu import exportable
from layouts.links import INDICATOR, link
from layouts.overview_filters import pillar_name
from layouts.ranking import ranking, reason_word
from layouts.wording import name


def spine_card(view: CompareView) -> list[Component]:
    """The spine chart of the province looked at, a row an indicator by pillar, and its milestones."""
    chosen, lang = view.choice, view.choice.language
    assert chosen.area is not None
    measured = [column for column in view.shown_columns if column.indicator.kind != "milestone"]
    bodies = []
    for pillar, group in groupby(measured, key=lambda column: column.indicator.pillar):
        head = html.Th(pillar_name(pillar, lang), colSpan=7, scope="rowgroup", className="spine-pillar")
        bodies.append(html.Tbody([html.Tr(head), *(_row(column, chosen.area, view) for column in group)]))
    area = view.name(chosen.area)
    return [
        html.Div(
            [
                html.H2(lang("{area} giữa 34 tỉnh, thành phố", area=area), id="compare-spine-title"),
                *_switch(view),
                exportable("spine", lang, what=area),
            ],
            className="tile-head",
        ),
        _key(lang),
        html.Table(
            [
                html.Caption(
                    lang("Vị trí của {area} trong từng chỉ số", area=area), className="visually-hidden"
                ),
                html.Thead(html.Tr(_heads(area, lang))),
                *bodies,
            ],
            className="spine-table",
        ),
        *_milestones(chosen.area, view),
    ]


def _heads(area: str, lang: Language) -> list[Component]:
    words = (
        (lang("Chỉ số"), ""),
        (area, "number"),
        (lang("Cả nước"), "number"),
        (lang("Hạng"), "number"),
        (lang("Kém nhất"), "number"),
        (lang("Kém nhất ← trung vị → tốt nhất"), "spine-cell"),
        (lang("Tốt nhất"), "number spine-best"),
    )
    return [html.Th(word, scope="col", className=style) for word, style in words]


def _switch(view: CompareView) -> list[Component]:
    """The provinces chosen as buttons: whose spine is shown."""
    chosen, lang = view.choice, view.choice.language
    if len(chosen.areas) < 2:
        return []
    buttons = [segment(view.name(code), code == chosen.area, area=code) for code in chosen.areas]
    return [
        html.Div(
            buttons, className="segments", role="group", **{"aria-label": lang("Tỉnh, thành phố được xem")}
        )
    ]


def _key(lang: Language) -> Component:
    items = (
        ("spine-sign spine-sign--range", lang("từ kém nhất đến tốt nhất")),
        ("spine-sign spine-sign--middle", lang("một nửa số tỉnh ở giữa")),
        ("spine-sign spine-sign--median", lang("trung vị")),
        ("spine-sign spine-sign--country", lang("cả nước")),
        ("spine-sign spine-sign--area", lang("tỉnh đang xem, tô theo trạng thái; rỗng là không xếp hạng")),
    )
    return html.Ul(
        [html.Li([html.Span(className=style, **{"aria-hidden": "true"}), word]) for style, word in items],
        className="spine-key",
    )


def _row(column: Column, area: str, view: CompareView) -> Component:
    lang, indicator, table = view.choice.language, column.indicator, column.table
    value = column.value_of(area)
    found = spread(table.values, indicator, view.min_denominator)
    head = html.Th(
        [
            link(
                [html.Span(indicator.code, className="option-code"), name(indicator, lang)],
                INDICATOR,
                view.choice,
                "indicator-link",
                i=indicator.code,
                p=table.period,
                area=area,
            ),
            html.Span(
                short_period(table.period, lang), className="spine-when", title=lang.period(table.period)
            ),
        ],
        scope="row",
    )
    own = [
        amount(value.value if value else None, indicator, lang),
        status_icon(value.status, lang) if value is not None and value.status != "no_target" else None,
    ]
    rank = _rank(ranking(table, indicator, view.min_denominator), area, view.min_denominator, lang)
    cells = [
        _cell(own, lang("Tỉnh đang xem"), "number spine-own"),
        _cell(amount(table.national.value, indicator, lang), lang("Cả nước"), "number"),
        _cell(rank, lang("Hạng"), "number"),
    ]
    return html.Tr([head, *cells, *_spine(found, value, column, view)])


def _cell(content: Children, label: str, style: str) -> Component:
    return html.Td(content, className=style, **{"data-label": label})


def _rank(found: Ranking, area: str, min_denominator: int, lang: Language) -> Component:
    """The rank of an area among those that have one; a dash with the reason where it has none."""
    for one in found.ranked:
        if one.value.area_code == area:
            of = lang.number(len(found.ranked), 0)
            return html.Span([str(one.rank), html.Span(f"/{of}", className="of")])
    reason = next((one.reason for one in found.unranked if one.value.area_code == area), "no_value")
    word = reason_word(reason, min_denominator, lang)
    return nothing_mark(word)


def _spine(found: Spread | None, value: Value | None, column: Column, view: CompareView) -> list[Component]:
    """The worst, the picture and the best; that too few can be compared where they can't."""
    lang, indicator = view.choice.language, column.indicator
    if found is None:
        said = lang("Quá ít tỉnh so sánh được.")
        return [html.Td(said, colSpan=3, className="quiet spine-none")]
    worst, best = amount(found.worst, indicator, lang), amount(found.best, indicator, lang)
    hollow = value is not None and (value.provisional or is_small(value, view.min_denominator))
    national = None if indicator.kind == "count" else column.table.national.value
    picture = spine(
        found,
        value.value if value else None,
        value.status if value else "no_data",
        national,
        hollow=hollow,
        theme=view.choice.theme,
    )
    said = lang(
        "Kém nhất {worst}, tứ phân vị dưới {lower}, trung vị {median}, tứ phân vị trên {upper}, "
        "tốt nhất {best}",
        worst=worst,
        lower=amount(found.lower, indicator, lang),
        median=amount(found.median, indicator, lang),
        upper=amount(found.upper, indicator, lang),
        best=best,
    )
    return [
        _cell(worst, lang("Kém nhất"), "number spine-end"),
        html.Td(html.Img(src=picture, alt=said, title=said), className="spine-cell"),
        _cell(best, lang("Tốt nhất"), "number spine-end spine-best"),
    ]


def _milestones(area: str, view: CompareView) -> list[Component]:
    """The province's milestones, which have a state and no place between others."""
    lang = view.choice.language
    found = [column for column in view.shown_columns if column.indicator.kind == "milestone"]
    if not found:
        return []
    items = []
    for column in found:
        value, indicator = column.value_of(area), column.indicator
        label = [html.Span(indicator.code, className="option-code"), name(indicator, lang)]
        to = link(label, INDICATOR, view.choice, "indicator-link", i=indicator.code, area=area)
        items.append(html.Li([to, status_mark(value.status if value else "no_data", lang)]))
    return [html.H3(lang("Mốc công việc")), html.Ul(items, className="spine-milestones")]


def spine_hint(lang: Language) -> Component:
    """How to choose provinces, where none is chosen."""
    said = lang(
        "Chọn đến 6 tỉnh, thành phố bằng dấu + trong bảng, trong bảng xếp hạng hoặc ở ô “Tỉnh, thành phố” "
        "phía trên để đặt cạnh nhau: đường đi, vị trí trong từng chỉ số."
    )
    return html.P(said, className="quiet")
