"""What the page Tổng quan gives away: the indicators, their counts by status, concerns, milestones."""

from collections.abc import Sequence

from callbacks.asked import Asked
from charts.bars import Bar, bars, bars_height
from charts.statuses import ALL_STATUSES
from exports.captions import caption
from exports.cells import Absent, table
from exports.deeds import milestone_cells, milestone_columns
from exports.report import ROW_UNIT, Caption, Column
from exports.thing import Picture, Thing
from exports.values import indicator_cells, indicator_columns, number_of, row_unit, value_cells, value_columns
from indicators.attention import attention
from indicators.cards import Card
from language import Language
from layouts.overview_attention import in_charge, why
from layouts.overview_counts import STANDING_WORDS, STANDINGS, sentence, tally
from layouts.overview_filters import filter_words, matching, pillar_name


def read_indicators(asked: Asked) -> Thing:
    """The indicators that the filters leave, parts after their wholes, with the country's newest values."""
    lang = asked.lang
    cards = _shown(asked)
    heads = [
        *indicator_columns(lang),
        Column(lang("Trụ cột"), code="pillar"),
        Column(lang("Mã kỳ"), code="period"),
        *value_columns(None, lang),
        Column(lang("Một năm trước"), "number", unit=ROW_UNIT, code="year_before"),
        Column(lang("So với một năm trước"), "number", unit=ROW_UNIT, code="change"),
    ]
    rows = [
        (
            *indicator_cells(one.indicator, lang),
            pillar_name(one.indicator.pillar, lang),
            one.value.period,
            *value_cells(one.value, lang),
            Absent(lang("không có")) if one.before is None else number_of(one.before, lang),
            Absent(lang("không so được")) if one.change is None else one.change,
        )
        for one in cards
    ]
    said = _caption(asked, lang("Các chỉ số, cả nước"), cards)
    units = [row_unit(one.indicator, lang) for one in cards]
    return Thing(table("indicators", said, heads, rows, units), None, tuple(one.indicator for one in cards))


def read_counts(asked: Asked) -> Thing:
    """How many indicators have each status."""
    lang, chosen = asked.lang, asked.choice
    cards = matching(_wholes(_cards(asked)), chosen, whatever_status=True)
    counts = tally(cards)
    order = [
        (standing, status)
        for standing, statuses in STANDINGS.items()
        for status in sorted(statuses, key=lambda code: ALL_STATUSES[code].order)
        if counts[status]
    ]
    heads = [
        Column(lang("Nhóm"), code="standing_word"),
        Column(lang("Trạng thái"), code="status_word"),
        Column(lang("Mã trạng thái"), code="status"),
        Column(lang("Số chỉ tiêu"), "number", code="count"),
    ]
    rows = [
        (lang(STANDING_WORDS[standing]), lang(ALL_STATUSES[status].word), status, counts[status])
        for standing, status in order
    ]
    said = _caption(asked, lang("Các chỉ tiêu theo trạng thái"), cards, alt=sentence(counts, lang))
    drawn = [
        Bar(
            f"{ALL_STATUSES[status].icon} {lang(ALL_STATUSES[status].word)}",
            counts[status],
            lang.number(counts[status], 0),
            ALL_STATUSES[status].colour(chosen.theme),
        )
        for _, status in order
    ]
    picture = Picture(bars(drawn, theme=chosen.theme), 720, bars_height(len(drawn))) if drawn else None
    return Thing(table("counts", said, heads, rows), picture)


def read_attention(asked: Asked) -> Thing:
    """What needs a leader's attention, and why."""
    lang = asked.lang
    found = attention(_shown(asked))
    cards = [one.card for one in found]
    heads = [
        *indicator_columns(lang),
        Column(lang("Vì sao"), code="why"),
        Column(lang("Mã lý do"), code="reason"),
        Column(lang("Phụ trách"), code="in_charge"),
        Column(lang("Mã kỳ"), code="period"),
        *value_columns(None, lang),
    ]
    rows = [
        (
            *indicator_cells(one.card.indicator, lang),
            why(one, lang),
            one.reason,
            in_charge(one.card),
            one.card.value.period,
            *value_cells(one.card.value, lang),
        )
        for one in found
    ]
    said = _caption(asked, lang("Cần chú ý"), cards)
    units = [row_unit(one.indicator, lang) for one in cards]
    return Thing(table("attention", said, heads, rows, units), None, tuple(one.indicator for one in cards))


def read_milestones(asked: Asked) -> Thing:
    """The milestones with the reports of every body."""
    lang = asked.lang
    cards = [one for one in _shown(asked) if one.indicator.kind == "milestone"]
    reports = [(one, report) for one in cards for report in one.milestones]
    heads = [
        *indicator_columns(lang)[:2],
        Column(lang("Mã địa bàn"), code="area_code"),
        Column(lang("Địa bàn"), code="area_name"),
        *milestone_columns(lang),
    ]
    rows = [
        (
            *indicator_cells(card.indicator, lang)[:2],
            one.area_code,
            lang.pick(one.area_name, one.area_name_en),
            *milestone_cells(one, lang),
        )
        for card, one in reports
    ]
    said = caption(
        lang("Mốc công việc"),
        asked.around,
        filters=filter_words(asked.choice),
        illustrative=any(one.illustrative for _, one in reports),
    )
    return Thing(table("milestones", said, heads, rows), None, tuple(one.indicator for one in cards))


def _caption(asked: Asked, title: str, cards: Sequence[Card], alt: str = "") -> Caption:
    lang: Language = asked.lang
    return caption(
        title,
        asked.around,
        filters=[lang("cả nước"), lang("số mới nhất của từng chỉ số"), *filter_words(asked.choice)],
        shown=[one.value for one in cards],
        alt=alt,
    )


def _cards(asked: Asked) -> list[Card]:
    repository = asked.repository
    return [repository.read_card(code, as_of_load=asked.choice.load) for code in repository.catalogue.codes]


def _wholes(cards: Sequence[Card]) -> list[Card]:
    return [card for card in cards if not card.indicator.part_of]


def _shown(asked: Asked) -> list[Card]:
    """The cards that the filters leave, and the parts of their indicators."""
    cards = _cards(asked)
    codes = {card.indicator.code for card in matching(_wholes(cards), asked.choice)}
    return [card for card in cards if codes & {card.indicator.code, card.indicator.part_of}]


THINGS = {
    "indicators": read_indicators,
    "counts": read_counts,
    "attention": read_attention,
    "milestones": read_milestones,
}
