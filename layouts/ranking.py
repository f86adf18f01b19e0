"""Who stands where: provinces ranked by their value, and the ones that can't be ranked with the reason."""

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from charts.statuses import ALL_STATUSES
from charts.wording import amount
from indicators.model import Indicator, Value, ValueTable
from indicators.ranking import Ranked, Ranking, level_ranking
from language import N_, Language, collation_key
from layouts.components import area_button, nothing, segments, status_icon, status_mark
from layouts.export_menu import exportable
from layouts.term_notes import explained
from layouts.wording import area_name

SHOWN = 10  # and whoever shares the last rank shown
RANK_WORDS = {"top": N_("Dẫn đầu"), "bottom": N_("Cuối bảng"), "all": N_("Tất cả")}

# Why an area has no rank, as message ids.
REASON_WORDS = {
    "no_value": N_("chưa có số liệu"),
    "not_applicable": N_("không áp dụng"),
    "unknown": N_("không xác định được theo 63 tỉnh"),
    "suppressed": N_("được ẩn để bảo vệ thông tin cá nhân"),
    "provisional": N_("tạm tính, chưa đủ địa bàn báo cáo"),
    "small": N_("mẫu số dưới {minimum}"),
    "no_earlier": N_("kỳ trước chưa có số liệu"),
    "earlier_provisional": N_("kỳ trước là số tạm tính"),
    "earlier_small": N_("kỳ trước mẫu số dưới {minimum}"),
    "no_target": N_("không có chỉ tiêu"),
    "over": N_("hạn của chỉ tiêu đã qua"),
    "no_baseline": N_("chưa có mốc gốc"),
    "too_early": N_("quá sớm để đánh giá"),
    "no_pace": N_("chỉ tiêu chưa đòi hỏi phải tăng"),
}


def ranking(table: ValueTable, indicator: Indicator, min_denominator: int) -> Ranking:
    """The ranking of a table's areas by level; those that tie, and those without a rank, by their names."""
    return level_ranking(by_name(table.values), indicator, min_denominator)


def by_name(values: Iterable[Value]) -> list[Value]:
    """Values in the order of their areas' Vietnamese names."""
    return sorted(values, key=lambda value: collation_key(value.area_name))


def reason_word(reason: str, min_denominator: int, lang: Language) -> str:
    """Why an area has no rank, in words."""
    return lang(REASON_WORDS[reason], minimum=min_denominator)


def rows_of(found: Ranking, shown: str) -> tuple[Ranked, ...]:
    """The ranked values of a part: the first, the last or all; a tie is never cut."""
    if shown == "all" or len(found.ranked) <= SHOWN:
        return found.ranked
    if shown == "top":
        last = found.ranked[SHOWN - 1].rank
        return tuple(row for row in found.ranked if row.rank <= last)
    first = found.ranked[-SHOWN].rank
    return tuple(row for row in found.ranked if row.rank >= first)


def ranking_card(
    found: Ranking,
    indicator: Indicator,
    shown: str,
    selected: str | None,
    min_denominator: int,
    lang: Language,
) -> list[Component]:
    """The ranking as a list of buttons that open a province's panel: the first, the last or all of them."""
    rows = rows_of(found, shown)
    card: list[Component] = [
        html.Div(
            [
                html.H2(explained(lang("Xếp hạng"), lang, "ranking"), id="ranking-title"),
                segments(lang("Phần của bảng xếp hạng"), "rank", RANK_WORDS, shown, lang),
                exportable("ranking", lang, what=lang("Xếp hạng")),
            ],
            className="tile-head",
        )
    ]
    if not rows:
        card.append(_nobody(indicator, lang))
    card.append(
        html.Ol([_row(one.rank, one.value, indicator, selected, lang) for one in rows], className="ranks")
    )
    if found.unranked:
        card.append(_unranked(found, indicator, selected, min_denominator, lang))
    return card


def _nobody(indicator: Indicator, lang: Language) -> Component:
    """Why no province is ranked, and what to do."""
    if indicator.level == "country":
        return nothing(
            lang("Không xếp hạng tỉnh."), lang("Chỉ số này chỉ đo ở cấp trung ương: hãy chọn chỉ số khác.")
        )
    return nothing(
        lang("Chưa tỉnh nào xếp hạng được trong kỳ này."),
        lang("Số còn tạm tính, mẫu số quá nhỏ hoặc chưa có. Hãy chọn kỳ khác."),
    )


def states_card(table: ValueTable, selected: str | None, lang: Language) -> list[Component]:
    """The provinces with their state in a milestone, those that lag first: nothing to rank."""
    ordered = sorted(
        table.values, key=lambda one: (-ALL_STATUSES[one.status].order, collation_key(area_name(one, lang)))
    )
    rows = [
        html.Li(
            area_button(
                value,
                [html.Span(area_name(value, lang), className="rank-name"), status_mark(value.status, lang)],
                "rank-row rank-row--state",
                selected,
            )
        )
        for value in ordered
    ]
    head = html.Div(html.H2(lang("Từng tỉnh, thành phố"), id="ranking-title"), className="tile-head")
    return [head, html.Ul(rows, className="ranks")]


def _row(rank: int, value: Value, indicator: Indicator, selected: str | None, lang: Language) -> Component:
    low, high = indicator.scale
    content = [
        html.Span(str(rank), className="rank"),
        html.Span(area_name(value, lang), className="rank-name"),
        html.Meter(
            min=str(low),
            max=str(high),
            value=f"{value.value:.4g}",  # as exact as the bar is long
            className="rank-bar",
            **{"aria-hidden": "true"},
        ),
        html.Span(amount(value.value, indicator, lang), className="number"),
        status_icon(value.status, lang) if value.status != "no_target" else None,
    ]
    return html.Li(area_button(value, content, "rank-row", selected))


def _unranked(
    found: Ranking, indicator: Indicator, selected: str | None, min_denominator: int, lang: Language
) -> Component:
    rows = [
        html.Li(
            area_button(
                one.value,
                [
                    html.Span("–", className="rank"),
                    html.Span(area_name(one.value, lang), className="rank-name"),
                    html.Span(reason_word(one.reason, min_denominator, lang), className="rank-reason"),
                    html.Span(
                        "" if one.value.value is None else amount(one.value.value, indicator, lang),
                        className="number",
                    ),
                ],
                "rank-row",
                selected,
            )
        )
        for one in found.unranked
    ]
    summary = lang.plural("{n} tỉnh, thành phố không xếp hạng", len(rows))
    return html.Details([html.Summary(summary), html.Ul(rows, className="ranks")], className="unranked")
