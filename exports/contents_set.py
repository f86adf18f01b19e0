"""The sections about the whole set: the summary, the counts by status, the table of indicators."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from charts.bars import Bar, bars
from charts.statuses import ALL_STATUSES
from charts.wording import marks, stated
from exports import narrative_set as told
from exports.captions import caption
from exports.cells import Absent, AnyCell, table
from exports.contents_group import group_counts, group_summary, group_table
from exports.narrative import capital, short_change
from exports.origins import value_line
from exports.pack import Pack
from exports.report import ROW_UNIT, Chart, Column, Line, Part, Plot, Table, Text
from exports.report_values import IndicatorValues, ReportValues
from exports.values import number_of, row_unit
from indicators.attention import attention
from indicators.model import COUNTRY, Indicator, Value
from indicators.pillars import PILLAR_ORDER
from indicators.province import Standing, movers
from language import Language
from layouts.overview_counts import UNCOUNTED, sentence
from layouts.wording import name

THEME = "light"


def summary(values: ReportValues, pack: Pack, lang: Language) -> list[Part]:
    """What a leader reads first: the headline, what moved, what needs attention, how firm it all is."""
    if values.kind == "group":
        return group_summary(values, pack, lang)
    found = looked_at(values)
    wholes = wholes_of(found)
    counts = _counts(wholes)
    improved, slipped = movers(found, values.min_denominator)
    parts: list[Part] = [
        Text(
            told.paragraph(
                (
                    told.standing_of_set(sentence(counts, lang), pack.period, lang),
                    *(
                        (told.improved(improved, lang), told.slipped(slipped, lang))
                        if improved or slipped
                        else (told.nothing_moved(lang),)
                    ),
                )
            )
        )
    ]
    if pack.kind == "country":
        concerns = attention([one.card for one in values.indicators])
        said = tuple(told.concern(one, lang) for one in concerns) or (told.no_concern(lang),)
        parts += [Text((lang("Cần chú ý:"),)), Text(said, "list")]
    if firm := firmness(wholes, lang):
        parts += [Text((lang("Lưu ý khi sử dụng số liệu:"),)), Text(firm, "list")]
    return parts


def firmness(values: Sequence[tuple[Indicator, Value]], lang: Language) -> tuple[str, ...]:
    """How firm the numbers are: made up, preliminary, provisional, old, missing, hidden."""
    alone = [value for _, value in values]
    return told.paragraph(
        (
            told.made_up(alone, lang),
            told.preliminary(values, lang),
            told.provisional(values, lang),
            told.stale(values, lang),
            told.missing(values, lang),
            told.judged_earlier(values, lang),
            told.hidden(values, lang),
            told.provisional_baselines(alone, lang),
            told.ended(values, lang),
        )
    )


def status(values: ReportValues, pack: Pack, lang: Language) -> list[Part]:
    """How many indicators stand how, and the table of all of them."""
    if values.kind == "group":
        return [group_counts(values, pack, lang), group_table(values, pack, lang)]
    found = looked_at(values)
    return [status_chart(values, found, pack, lang), status_table(values, found, pack, lang)]


def looked_at(values: ReportValues) -> list[Standing]:
    """How the country, or the province looked at, stands with every indicator."""
    if values.area != COUNTRY:
        return list(values.standings)
    return [national_standing(one) for one in values.indicators]


def wholes_of(found: Iterable[Standing]) -> list[tuple[Indicator, Value]]:
    """The indicators with their values, without those that are parts of others."""
    return [(one.indicator, one.value) for one in found if not one.indicator.part_of]


def national_standing(one: IndicatorValues) -> Standing:
    """How the country stands with an indicator, beside itself alone."""
    card = one.card
    return Standing(one.indicator, card.value, card.value, card.before, card.change, None, 0)


def status_chart(values: ReportValues, found: Sequence[Standing], pack: Pack, lang: Language) -> Chart:
    """The counts by status, from the best on; what is in no count comes last."""
    wholes = wholes_of(found)
    counts = _counts(wholes)
    shown = sorted(counts, key=lambda one: (one in UNCOUNTED, ALL_STATUSES[one].order))
    words = [lang(ALL_STATUSES[one].word) for one in shown]
    colours = [ALL_STATUSES[one].colour(THEME) for one in shown]
    rows = [
        Bar(f"{ALL_STATUSES[one].icon} {word}", counts[one], lang.number(counts[one], 0), colour)
        for one, word, colour in zip(shown, words, colours, strict=True)
    ]
    told_counts = ", ".join(
        f"{word}: {lang.number(counts[one], 0)}" for one, word in zip(shown, words, strict=True)
    )
    made = caption(
        lang("Số chỉ số theo trạng thái"),
        values.around(lang),
        filters=[capital(values.name_of(values.area, lang))],
        period=pack.period,
        alt=lang("Biểu đồ thanh. {counts}.", counts=told_counts),
        shown=[value for _, value in wholes],
    )
    lines = tuple(
        f"{lang(ALL_STATUSES[one].word)}: {', '.join(i.code for i, value in wholes if value.status == one)}"
        for one in shown
    )
    return Chart(
        "status",
        replace(made, origins=lines),
        bars(rows, theme=THEME),
        Plot(
            "bar",
            tuple(words),
            (
                Line(
                    lang("Số chỉ số"),
                    tuple(float(counts[one]) for one in shown),
                    colours[0] if colours else "",
                ),
            ),
            lang("chỉ số"),
            0,
            tuple(colours),
        ),
    )


def status_table(values: ReportValues, found: Sequence[Standing], pack: Pack, lang: Language) -> Table:
    """Every indicator with its value, its target, its status and what must be known of it."""
    columns = [
        Column(lang("Mã"), code="indicator"),
        Column(lang("Chỉ số"), code="indicator_name"),
        Column(lang("Kỳ"), code="period_name"),
        Column(lang("Giá trị"), "number", 1, ROW_UNIT, "value"),
        Column(lang("Chỉ tiêu"), "number", 1, ROW_UNIT, "target"),
        Column(lang("Hạn"), "date", code="deadline"),
        Column(lang("Trạng thái"), code="status_word"),
        Column(lang("So với cùng kỳ năm trước"), code="change_words"),
        Column(lang("Lưu ý"), code="remarks"),
    ]
    ordered = sorted(found, key=lambda one: (PILLAR_ORDER[one.indicator.pillar], one.indicator.code))
    rows = [_row(one, values, lang) for one in ordered]
    made = caption(
        lang("Các chỉ số: giá trị, chỉ tiêu, trạng thái"),
        values.around(lang),
        filters=[capital(values.name_of(values.area, lang))],
        period=pack.period,
        boundaries="34" if values.area != COUNTRY else "",
        shown=[one.value for one in found],
    )
    lines = tuple(value_line(one.value, one.indicator, lang) for one in ordered)
    units = [row_unit(one.indicator, lang) for one in ordered]
    return table("indicators", replace(made, origins=lines), columns, rows, units)


def _row(one: Standing, values: ReportValues, lang: Language) -> list[AnyCell]:
    value, indicator = one.value, one.indicator
    milestone = indicator.kind == "milestone"
    moved = short_change(one.before, value, indicator, lang, values.min_denominator)
    said = [*marks(value, lang), lang("chỉ tiêu riêng của tỉnh") if value.own_target else ""]
    return [
        indicator.code,
        name(indicator, lang),
        lang.period(value.period),
        Absent(stated(value, indicator, lang)) if milestone else number_of(value, lang),
        Absent(lang("hoàn thành")) if milestone else _target(value, lang),
        Absent("–") if value.deadline is None else value.deadline,
        lang(ALL_STATUSES[value.status].word),
        "–" if milestone else moved,
        "; ".join(filter(None, said)),
    ]


def _target(value: Value, lang: Language) -> AnyCell:
    return Absent(lang("không có")) if value.target is None else value.target


def _counts(values: Sequence[tuple[Indicator, Value]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for _, value in values:
        counts[value.status] = counts.get(value.status, 0) + 1
    return counts
