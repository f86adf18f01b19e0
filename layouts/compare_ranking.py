"""One indicator's provinces ranked by level, by change and by pace, side by side: each alone is unfair."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from charts.wording import amount, difference
from indicators.model import Indicator
from indicators.ranking import Ranked, Ranking, Unranked, Way
from language import N_, Language
from layouts.choice import Choice
from layouts.compare_view import CompareView, with_area
from layouts.components import Children, choosing, nothing, segment, segments, status_icon
from layouts.controls import control_group
from layouts.export_menu import exportable
from layouts.ranking import RANK_WORDS, reason_word, rows_of
from layouts.term_notes import explained
from layouts.wording import area_name, name

SPAN_WORDS = {"quarter": N_("1 quý"), "year": N_("1 năm"), "baseline": N_("Từ mốc gốc")}
TITLES: dict[Way, str] = {
    "level": N_("Theo mức"),
    "change": N_("Theo thay đổi"),
    "pace": N_("Theo nhịp độ"),
}
UNFAIR: dict[Way, str] = {
    "level": N_("Riêng mức thì chưa công bằng: tỉnh xuất phát cao đứng trên dù có thể không tiến thêm."),
    "change": N_(
        "Riêng thay đổi thì chưa công bằng: xuất phát thấp dễ tăng nhanh, gần đích thì hết chỗ để tăng."
    ),
    "pace": N_(
        "Riêng nhịp độ thì chưa công bằng: đo trên lộ trình riêng của tỉnh, nên mốc gốc thấp hay chỉ tiêu "
        "dễ cho nhịp độ cao."
    ),
}
NO_QUARTER = N_("Số liệu của chỉ số này có kỳ dài hơn một quý")


def rankings_card(
    view: CompareView, found: dict[Way, Ranking], earlier: str | None, unavailable: frozenset[str]
) -> list[Component]:
    """The three lists; `earlier` is the period that the change is taken from, None for the baselines."""
    lang, column = view.choice.language, view.looked_at
    assert column is not None
    indicator = column.indicator
    since = _since(view.choice, earlier, lang)
    scope = lang.plural("{n} tỉnh, thành phố", len(view.rows))
    return [
        html.Div(
            [
                html.H2(
                    explained(
                        lang("Xếp hạng: {indicator}", indicator=f"{indicator.code} {name(indicator, lang)}"),
                        lang,
                        "ranking",
                    ),
                    id="compare-ranking-title",
                ),
                segments(lang("Phần của bảng xếp hạng"), "rank", RANK_WORDS, view.choice.rank, lang),
                exportable("ranking", lang, what=lang("Xếp hạng")),
            ],
            className="tile-head",
        ),
        html.P(
            explained(
                lang(
                    "{period}, {scope} theo ranh giới 34 tỉnh. Bằng nhau thì cùng hạng; số tạm tính và "
                    "mẫu số dưới {minimum} được nêu tên nhưng không xếp hạng.",
                    period=lang.period(column.table.period),
                    scope=scope,
                    minimum=view.min_denominator,
                ),
                lang,
                "boundaries",
            ),
            className="quiet",
        ),
        html.Div(
            [
                _list("level", found["level"], indicator, view, []),
                _list(
                    "change",
                    found["change"],
                    indicator,
                    view,
                    [_spans(view.choice, unavailable, lang), since],
                ),
                _list("pace", found["pace"], indicator, view, []),
            ],
            className="rankings",
        ),
    ]


def _since(chosen: Choice, earlier: str | None, lang: Language) -> Component:
    if earlier is not None:
        said = lang("so với {period}, cùng ranh giới", period=lang.period(earlier))
    elif chosen.span == "baseline":
        said = lang("so với mốc gốc của từng tỉnh")
    else:
        said = lang("không có kỳ trước để so")
    return html.P(explained(said, lang, "baseline"), className="quiet")


def _spans(chosen: Choice, unavailable: frozenset[str], lang: Language) -> Component:
    label = lang("Thay đổi trong")
    buttons = [
        segment(
            lang(word),
            chosen.span == span,
            disabled=lang(NO_QUARTER) if span in unavailable else "",
            span=span,
        )
        for span, word in SPAN_WORDS.items()
    ]
    return control_group(
        label, html.Div(buttons, className="segments", role="group", **{"aria-label": label})
    )


def _list(
    way: Way, found: Ranking, indicator: Indicator, view: CompareView, more: list[Component]
) -> Component:
    lang = view.choice.language
    shown = rows_of(found, view.choice.rank)
    beside = [one for one in found.ranked if one.value.area_code in view.choice.areas and one not in shown]
    content: list[Component] = [html.Ol(_rows(way, shown, indicator, view), className="ranks")]
    if beside:  # the provinces chosen are there whatever part is shown
        content.append(html.Ol(_rows(way, beside, indicator, view), className="ranks ranks--beside"))
    if not found.ranked:
        content = [
            nothing(
                lang("Không tỉnh nào xếp hạng được theo cách này."),
                lang("Chọn cách xếp, kỳ hoặc chỉ số khác."),
            )
        ]
    if found.unranked:
        summary = lang.plural("{n} tỉnh, thành phố không xếp hạng", len(found.unranked))
        unranked = html.Ul(
            [html.Li(_unranked(one, indicator, view)) for one in found.unranked], className="ranks"
        )
        content.append(
            html.Details(
                [html.Summary(summary), unranked], className="unranked", open=len(found.unranked) <= 8
            )
        )
    title = f"ranking-{way}"
    return html.Section(
        [
            html.H3(explained(lang(TITLES[way]), lang, "pace"), id=title),
            html.P(lang(UNFAIR[way]), className="quiet unfair"),
            html.Div(more, className="ranking-span"),
            *content,
        ],
        className="one-ranking",
        **{"aria-labelledby": title},
    )


def _rows(way: Way, ranked: Sequence[Ranked], indicator: Indicator, view: CompareView) -> list[Component]:
    return [html.Li(_ranked(way, one, indicator, view)) for one in ranked]


def _ranked(way: Way, one: Ranked, indicator: Indicator, view: CompareView) -> Component:
    lang, value = view.choice.language, one.value
    written = {
        "level": amount(one.amount, indicator, lang),
        "change": difference(one.amount, indicator, lang),
        "pace": lang.number(one.amount, 2),
    }[way]
    content = [
        html.Span(str(one.rank), className="rank"),
        html.Span(area_name(value, lang), className="rank-name"),
        html.Span(written, className="number"),
        status_icon(value.status, lang) if value.status != "no_target" else html.Span(),
    ]
    return _button(value.area_code, content, view)


def _unranked(one: Unranked, indicator: Indicator, view: CompareView) -> Component:
    lang, value = view.choice.language, one.value
    content = [
        html.Span("–", className="rank"),
        html.Span(area_name(value, lang), className="rank-name"),
        html.Span(reason_word(one.reason, view.min_denominator, lang), className="rank-reason"),
        html.Span("" if value.value is None else amount(value.value, indicator, lang), className="number"),
    ]
    return _button(value.area_code, content, view)


def _button(code: str, content: Children, view: CompareView) -> Component:
    """A row as the button that lays its province beside the others, or looks at it where it is there."""
    chosen = view.choice
    place = chosen.areas.index(code) + 1 if code in chosen.areas else 0
    current = {"aria-current": "true"} if place else {}
    return html.Button(
        content,
        type="button",
        className=f"rank-row compare-row line-{place}" if place else "rank-row compare-row",
        **choosing(areas=with_area(chosen, code), area=code),
        **current,
    )
