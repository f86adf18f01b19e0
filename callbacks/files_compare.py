"""What the page So sánh gives away: the scorecard, the rankings, the paths and the spine of a province."""

from callbacks.asked import Asked, Refused
from callbacks.compare import read_compare_view, read_rankings, read_shown_paths
from charts.bars import Bar, bar_panels, bars_height
from charts.paths import paths
from charts.statuses import ALL_STATUSES
from charts.wording import amount, difference, digits
from exports.captions import caption
from exports.cells import Absent, AnyCell, table
from exports.report import ROW_UNIT, Column
from exports.thing import Picture, Thing
from exports.values import (
    area_cells,
    area_columns,
    indicator_cells,
    indicator_columns,
    number_of,
    row_unit,
    series_table,
    unit_of,
    value_cells,
    value_columns,
)
from geodata.provinces import MERGER
from indicators.model import COUNTRY, Indicator, Value
from indicators.ranking import Ranking, Way
from indicators.scorecard import Column as Scored
from language import Language
from layouts.choice import Problem
from layouts.compare_paths import paths_reading
from layouts.compare_ranking import SPAN_WORDS, TITLES
from layouts.compare_view import CompareView
from layouts.ranking import RANK_WORDS, reason_word, rows_of
from layouts.scorecard import met_of, ordered, sorted_by
from layouts.wording import area_name, name

PATHS_SIZE = (960, 480)


def read_scorecard(asked: Asked) -> Thing:
    """All provinces by all indicators as a table; behind it each number with its parts, a row each."""
    view, lang = asked_view(asked), asked.lang
    columns = view.shown_columns
    values = [value for one in columns for value in (*one.table.values, one.table.national)]
    said = caption(
        lang("Bảng điểm các tỉnh, thành phố"),
        asked.around,
        filters=[
            lang("đến hết {period}", period=lang.period(view.choice.period)) if view.choice.period else "",
            lang.plural("{n} tỉnh, thành phố", len(view.rows)),
            sorted_by(view),
        ],
        boundaries="34",
        shown=values,
    )
    heads = [
        *area_columns(lang),
        Column(lang("Chỉ tiêu đã đạt"), "number", code="targets_met"),
        Column(lang("Chỉ tiêu được giao"), "number", code="targets_asked"),
        *(
            Column(
                f"{one.indicator.code} {name(one.indicator, lang)}, {lang.period(one.table.period)}",
                "text" if one.indicator.kind == "milestone" else "number",
                digits(one.indicator),
                unit_of(one.indicator, lang) if one.indicator.kind != "milestone" else "",
                one.indicator.code,
            )
            for one in columns
        ),
    ]
    rows: list[list[AnyCell]] = [
        [code, view.name(code), *met_of(code, view), *(_cell(one, code, lang) for one in columns)]
        for code in ordered(view)
    ]
    rows.append(
        [COUNTRY, lang("cả nước"), Absent(), Absent(), *(_cell(one, COUNTRY, lang) for one in columns)]
    )
    long = [
        (one, value) for one in columns for value in (*view.in_group(one.table.values), one.table.national)
    ]
    behind = table(
        "scorecard_values",
        caption(lang("Bảng điểm, từng giá trị"), asked.around, boundaries="34", shown=values),
        [
            *indicator_columns(lang),
            *area_columns(lang),
            Column(lang("Mã kỳ"), code="period"),
            *value_columns(None, lang),
        ],
        [
            (
                *indicator_cells(one.indicator, lang),
                *area_cells(value, lang),
                value.period,
                *value_cells(value, lang),
            )
            for one, value in long
        ],
        [row_unit(one.indicator, lang) for one, _ in long],
    )
    made = table("scorecard", said, heads, rows)
    return Thing(made, None, tuple(one.indicator for one in columns), boundaries="34", more=(behind,))


def read_ranking(asked: Asked) -> Thing:
    """The three rankings of the indicator looked at: the part chosen as a picture, all of them as a table."""
    view, lang = asked_view(asked), asked.lang
    column, chosen = _measured(view), view.choice
    indicator, least = column.indicator, view.min_denominator
    found = read_rankings(asked.repository, view, column)
    said = caption(
        lang("Xếp hạng: {name}", name=f"{indicator.code} {name(indicator, lang)}"),
        asked.around,
        period=column.table.period,
        filters=[
            lang.plural("{n} tỉnh, thành phố", len(view.rows)),
            lang(RANK_WORDS[chosen.rank]),
            lang("thay đổi: {span}", span=lang(SPAN_WORDS[chosen.span])),
        ],
        boundaries="34",
        shown=column.table.values,
    )
    heads = [
        Column(lang("Cách xếp hạng"), code="ranked_by_word"),
        Column(lang("Mã cách xếp hạng"), code="ranked_by"),
        Column(lang("Hạng"), "number", code="rank"),
        Column(lang("Con số xếp hạng"), "number", digits(indicator), ROW_UNIT, "ranked_amount"),
        *area_columns(lang),
        *value_columns(indicator, lang),
        Column(lang("Vì sao không xếp hạng"), code="unranked_because"),
    ]
    rows: list[tuple[AnyCell, ...]] = []
    units: list[tuple[str, int]] = []
    for way, order in found.items():
        word = lang(TITLES[way])
        rows += [
            (word, way, one.rank, one.amount, *area_cells(one.value, lang), *value_cells(one.value, lang), "")
            for one in order.ranked
        ]
        rows += [
            (
                word,
                way,
                Absent("–"),
                Absent("–"),
                *area_cells(one.value, lang),
                *value_cells(one.value, lang),
                reason_word(one.reason, least, lang),
            )
            for one in order.unranked
        ]
        unit = {"level": row_unit(indicator, lang), "change": ("", digits(indicator)), "pace": ("", 2)}[way]
        units += [unit] * (len(order.ranked) + len(order.unranked))
    panels = [(lang(TITLES[way]), _bars(way, order, view, indicator)) for way, order in found.items()]
    tallest = max(len(lines) for _, lines in panels)
    picture = (
        Picture(bar_panels(panels, theme=chosen.theme), 1200, bars_height(tallest) + 30) if tallest else None
    )
    return Thing(table("ranking", said, heads, rows, units), picture, (indicator,), column.table.period, "34")


def _bars(way: Way, order: Ranking, view: CompareView, indicator: Indicator) -> list[Bar]:
    lang = view.choice.language
    said = {
        "level": lambda number: amount(number, indicator, lang),
        "change": lambda number: difference(number, indicator, lang),
        "pace": lambda number: lang.number(number, 2),
    }[way]
    return [
        Bar(f"{one.rank}. {area_name(one.value, lang)}", one.amount, said(one.amount))
        for one in rows_of(order, view.choice.rank)
    ]


def read_paths(asked: Asked) -> Thing:
    """The paths of the provinces chosen, and the country's."""
    view, lang = asked_view(asked), asked.lang
    column, chosen = _measured(view), view.choice
    need_areas(view)
    found = read_shown_paths(asked.repository, view, column)
    lines = [found[code] for code in chosen.areas]
    figure = paths(
        lines,
        found[COUNTRY],
        column.indicator,
        value=column.table.national,
        lang=lang,
        theme=chosen.theme,
        merged_on=MERGER,
    )
    series = [*lines, found[COUNTRY]]
    said = caption(
        lang("Đường đi: {indicator}", indicator=f"{column.indicator.code} {name(column.indicator, lang)}"),
        asked.around,
        period=column.table.period,
        filters=[", ".join(view.name(code) for code in chosen.areas)],
        boundaries="34",
        alt=paths_reading(view),
        shown=[point for one in series for point in one.points],
    )
    made = series_table("paths", said, series, column.indicator, lang)
    return Thing(made, Picture(figure, *PATHS_SIZE), (column.indicator,), column.table.period, "34")


def asked_view(asked: Asked) -> CompareView:
    """What the address of a file asks of the page; raises Refused with every parameter that can't be used."""
    view = read_compare_view(asked.repository, asked.choice, asked.settings.min_denominator)
    if view.choice.problems:
        raise Refused(*view.choice.problems)
    return view


def _measured(view: CompareView) -> Scored:
    """The column of the indicator looked at; nothing is ranked or drawn of one of the country alone."""
    if view.looked_at is None or view.looked_at.indicator.kind == "milestone":
        allowed = tuple(one.indicator.code for one in view.columns if one.indicator.kind != "milestone")
        raise Refused(Problem("i", view.choice.indicator.code, allowed))
    return view.looked_at


def need_areas(view: CompareView) -> None:
    """Raises Refused where no province is chosen, with those that may be."""
    if not view.choice.areas:
        raise Refused(Problem("areas", "", tuple(view.names)))


def _cell(column: Scored, code: str, lang: Language) -> AnyCell:
    value: Value | None = column.value_of(code)
    if column.indicator.kind == "milestone":
        return lang(ALL_STATUSES[value.status].word) if value is not None else None
    return number_of(value, lang)


THINGS = {"scorecard": read_scorecard, "ranking": read_ranking, "paths": read_paths}
