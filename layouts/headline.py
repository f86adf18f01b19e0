"""The national figure: the first thing to read on the page."""

from dash import html
from dash.development.base_component import Component

from charts.statuses import ALL_STATUSES
from charts.wording import difference, marks, parts, rounded_limit, stated, unknown
from indicators.model import Indicator, Value, ValueTable
from language import Language
from layouts.components import SPOKEN, fact, origin_button, status_mark
from layouts.reading import reading
from layouts.term_notes import explained
from layouts.wording import distance, name

MARKED = ("provisional", "preliminary", "stale", "provisional_baseline", "illustrative")  # terms of the marks


def headline(table: ValueTable, indicator: Indicator, lang: Language) -> list[Component]:
    """The country's value with its status, the sentence that reads it and what it rests on."""
    national = table.national
    return [
        html.P(lang("Cả nước · {period}", period=lang.period(table.period)), className="eyebrow"),
        html.H1(
            name(indicator, lang),
            id="headline-title",
            title=lang.pick(indicator.name_vi, indicator.name_en),
            **SPOKEN,
        ),
        figure(national, indicator, lang, explain=True),
        html.P(reading(table, indicator, lang), className="reading", **SPOKEN),
        html.Dl(facts(national, indicator, lang, explain=True), className="facts"),
    ]


def figure(value: Value, indicator: Indicator, lang: Language, *, explain: bool = False) -> Component:
    """The value in large type beside its status, with what a reader must know before quoting it.

    `explain` marks the terms in that: where it is the head of a page.
    """
    mark = status_mark(value.status, lang)
    said = stated(value, indicator, lang)
    alone = (
        value.status in ("no_data", "not_applicable") if value.value is None else said == _word(value, lang)
    )
    if value.unknown and value.value is None:
        row = [html.Span(unknown(lang), className="unknown-value"), mark]
    elif alone:  # the status says it all
        row = [mark]
    elif value.value is not None:
        row = [large(said), mark]
    else:
        row = [html.Span(lang.missing, className="big-number big-number--missing"), mark]
    told = " · ".join(marks(value, lang))
    remarks = (
        [html.P(explained(told, lang, *MARKED) if explain else told, className="remarks")] if told else []
    )
    return html.Div(
        [
            html.Div(
                [*row, origin_button(value, lang, short=True)],
                className="figure-row figure-row--status" if alone else "figure-row",
            ),
            *remarks,
        ]
    )


def large(said: str) -> Component:
    """What a value says, in large type; the unit, where it is a word, smaller than the number."""
    number, _, unit = said.partition(" ")
    words = [" ", html.Span(unit, className="unit")] if unit else []
    return html.Span([number, *words], className="big-number")


def _word(value: Value, lang: Language) -> str:
    return lang(ALL_STATUSES[value.status].word)


def facts(value: Value, indicator: Indicator, lang: Language, *, explain: bool = False) -> list[Component]:
    """The facts behind a value, each under its label; what isn't known is left out.

    `explain` marks the terms: where it is the head of a page.
    """
    if indicator.kind == "milestone":
        return [fact(lang("Hạn"), lang.date(value.deadline))]
    cells: list[Component] = []
    if value.target is not None and value.deadline is not None:
        target = rounded_limit(value.target, indicator, lang)
        own = value.own_target
        label = lang("Chỉ tiêu riêng {year}" if own else "Chỉ tiêu {year}", year=value.deadline.year)
        cells.append(fact(label, target))
    if value.gap is not None:
        short = _short_of(value, indicator)
        cells.append(
            fact(lang("Còn cách"), distance(value.gap, indicator, lang) if short else lang("đã đạt"))
        )
        if value.required_per_year is not None and short:
            cells.append(fact(lang("Cần mỗi năm"), difference(value.required_per_year, indicator, lang)))
    if of := parts(value, lang):
        cells.append(fact("n/N", of))
    if value.interval is not None:
        low, high = (lang.percent(limit) for limit in value.interval)
        cells.append(fact(lang("Khoảng tin cậy 95%"), lang("{low} – {high}", low=low, high=high)))
    if value.coverage is not None and value.value is not None:
        label = lang("Độ phủ báo cáo")
        share = lang.percent(100 * value.coverage)
        cells.append(fact(explained(label, lang, "coverage") if explain else label, share))
    if value.observed_on is not None:
        cells.append(fact(lang("Số liệu đến"), lang.date(value.observed_on)))
    return cells


def _short_of(value: Value, indicator: Indicator) -> bool:
    """Whether the target is still ahead in the wanted direction."""
    if value.gap is None:
        return False
    return value.gap < 0 if indicator.direction == "down" else value.gap > 0
