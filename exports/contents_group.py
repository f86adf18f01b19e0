"""A group of provinces by the whole set: a sentence for each, their counts, their values side by side."""

from collections import Counter
from dataclasses import replace

from charts.statuses import ALL_STATUSES
from exports import narrative_set as told
from exports.captions import caption
from exports.cells import Absent, AnyCell, table
from exports.narrative import capital, sentence, when
from exports.origins import value_line
from exports.pack import Pack
from exports.report import ROW_UNIT, Column, Part, Table, Text
from exports.report_values import ReportValues
from exports.values import number_of, row_unit
from indicators.model import COUNTRY, Value
from indicators.province import counted
from language import Language
from layouts.overview_counts import STANDING_WORDS, UNCOUNTED, standings
from layouts.overview_counts import sentence as headline
from layouts.wording import name


def group_summary(values: ReportValues, pack: Pack, lang: Language) -> list[Part]:
    """How each province stands with its targets, and how firm the numbers of all of them are."""
    said = []
    for code in values.group:
        counts = Counter(one.value.status for one in values.standings_of(code) if not one.indicator.part_of)
        said.append(sentence(values.name_of(code, lang), [headline(counts, lang)]))
    shown = [one.value for code in values.group for one in values.standings_of(code)]
    firm = told.paragraph((told.made_up_values(shown, lang), told.provisional_values(shown, lang)))
    lead = lang("{when}, các tỉnh trong nhóm thực hiện các chỉ tiêu như sau:", when=when(pack.period, lang))
    return [Text((capital(lead),)), Text(tuple(said), "list"), *([Text(firm, "list")] if firm else [])]


def group_counts(values: ReportValues, pack: Pack, lang: Language) -> Table:
    """How many targets of each province stand how."""
    columns = [
        Column(lang("Tỉnh, thành phố"), code="area_name"),
        Column(lang("Chỉ tiêu được đánh giá"), "number", 0, "", "counted"),
        *(Column(lang(word), "number", 0, "", standing) for standing, word in STANDING_WORDS.items()),
    ]
    rows: list[list[AnyCell]] = []
    for code in values.group:
        mine = counted(values.standings_of(code), UNCOUNTED)
        found = standings(Counter(one.value.status for one in mine))
        rows.append([values.name_of(code, lang), len(mine), *found.values()])
    made = caption(
        lang("Kết quả theo tỉnh, thành phố"),
        values.around(lang),
        period=pack.period,
        boundaries="34",
        shown=_shown(values),
    )
    return table("group-counts", made, columns, rows)


def group_table(values: ReportValues, pack: Pack, lang: Language) -> Table:
    """Every indicator in every province of the group, and in the country."""
    areas = (*values.group, COUNTRY)
    columns = [
        Column(lang("Mã"), code="indicator"),
        Column(lang("Chỉ số"), code="indicator_name"),
        *(
            Column(capital(values.name_of(code, lang)), "number", 1, ROW_UNIT, f"value_{code}")
            for code in areas
        ),
    ]
    rows: list[list[AnyCell]] = []
    units, lines = [], []
    for one in values.indicators:
        if one.indicator.level == "country":
            continue
        found = [one.value_of(code) for code in areas]
        milestone = one.indicator.kind == "milestone"
        cells: list[AnyCell] = [
            _state(value, lang) if milestone else number_of(value, lang) for value in found
        ]
        rows.append([one.indicator.code, name(one.indicator, lang), *cells])
        units.append(row_unit(one.indicator, lang))
        lines += [value_line(value, one.indicator, lang) for value in found if value is not None]
    made = caption(
        lang("Các chỉ số theo tỉnh, thành phố"),
        values.around(lang),
        period=pack.period,
        boundaries="34",
        shown=_shown(values),
    )
    return table("group-indicators", replace(made, origins=tuple(lines)), columns, rows, units)


def _state(value: Value | None, lang: Language) -> AnyCell:
    return None if value is None else Absent(lang(ALL_STATUSES[value.status].word))


def _shown(values: ReportValues) -> list[Value]:
    return [one.value for code in values.group for one in values.standings_of(code)]
