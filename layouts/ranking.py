"""Who stands where: provinces ranked by their value, and the ones that can't be ranked with the reason."""

from dataclasses import dataclass
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from charts.statuses import ALL_STATUSES
from charts.wording import amount
from indicators.model import Indicator, Value, ValueTable
from language import N_, Language, collation_key
from layouts.components import area_button, segments, status_icon, status_mark
from layouts.wording import area_name

SHOWN = 10  # and whoever shares the last rank shown
RANK_WORDS = {"top": N_("Dẫn đầu"), "bottom": N_("Cuối bảng"), "all": N_("Tất cả")}

NO_VALUE = N_("chưa có số liệu")
NOT_APPLICABLE = N_("không áp dụng")
PROVISIONAL = N_("tạm tính, chưa đủ địa bàn báo cáo")
SMALL = N_("mẫu số dưới {minimum}")


@dataclass(frozen=True, slots=True)
class Ranking:
    """The values by rank, best first (ties share a rank), and the unranked ones with a message id each."""

    ranked: tuple[tuple[int, Value], ...]
    unranked: tuple[tuple[Value, str], ...]


def ranking(table: ValueTable, indicator: Indicator, min_denominator: int) -> Ranking:
    """The ranking of a table's areas by value, in the direction that is wanted.

    Without a rank: no value, provisional values, and ratios over a denominator so small that one person moves
    them far.
    """
    reasons = [(value, _reason(value, min_denominator)) for value in table.values]
    compared = [value for value, reason in reasons if not reason]
    sign = 1 if indicator.direction == "down" else -1
    ordered = sorted(compared, key=lambda value: (sign * _level(value), collation_key(value.area_name)))
    ranked: list[tuple[int, Value]] = []
    for _, tied in groupby(ordered, key=_level):
        rank = len(ranked) + 1
        ranked += [(rank, value) for value in tied]
    unranked = sorted(
        ((value, reason) for value, reason in reasons if reason),
        key=lambda pair: collation_key(pair[0].area_name),
    )
    return Ranking(tuple(ranked), tuple(unranked))


def _level(value: Value) -> float:
    """The value as compared: sums of the same shares in another order must still tie."""
    assert value.value is not None
    return round(value.value, 9)


def _reason(value: Value, min_denominator: int) -> str:
    if value.status == "not_applicable":
        return NOT_APPLICABLE
    if value.value is None:
        return NO_VALUE
    if value.provisional:
        return PROVISIONAL
    if value.denominator is not None and value.denominator < min_denominator:
        return SMALL
    return ""


def rows_of(found: Ranking, shown: str) -> tuple[tuple[int, Value], ...]:
    """The ranked values of a part: the first, the last or all; a tie is never cut."""
    if shown == "all" or len(found.ranked) <= SHOWN:
        return found.ranked
    if shown == "top":
        last, _ = found.ranked[SHOWN - 1]
        return tuple(row for row in found.ranked if row[0] <= last)
    first, _ = found.ranked[-SHOWN]
    return tuple(row for row in found.ranked if row[0] >= first)


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
                html.H2(lang("Xếp hạng"), id="ranking-title"),
                segments(lang("Phần của bảng xếp hạng"), "rank", RANK_WORDS, shown, lang),
            ],
            className="tile-head",
        )
    ]
    if not rows:
        card.append(
            html.P(lang("Chưa tỉnh nào xếp hạng được trong kỳ này. Hãy chọn kỳ khác."), className="quiet")
        )
    card.append(
        html.Ol([_row(rank, value, indicator, selected, lang) for rank, value in rows], className="ranks")
    )
    if found.unranked:
        card.append(_unranked(found, indicator, selected, min_denominator, lang))
    return card


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
            value=str(value.value),
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
                value,
                [
                    html.Span("–", className="rank"),
                    html.Span(area_name(value, lang), className="rank-name"),
                    html.Span(lang(reason, minimum=min_denominator), className="rank-reason"),
                    html.Span(
                        "" if value.value is None else amount(value.value, indicator, lang),
                        className="number",
                    ),
                ],
                "rank-row",
                selected,
            )
        )
        for value, reason in found.unranked
    ]
    summary = lang.plural("{n} tỉnh, thành phố không xếp hạng", len(rows))
    return html.Details([html.Summary(summary), html.Ul(rows, className="ranks")], className="unranked")
