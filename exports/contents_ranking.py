"""The section of rankings and comparisons: who stands where with each indicator that is drawn."""

from collections.abc import Sequence
from dataclasses import replace

from charts.bars import Bar, bars
from charts.statuses import ALL_STATUSES
from charts.tokens import THEMES
from charts.wording import amount, digits
from exports import narrative as told
from exports import narrative_ranks as ranks
from exports.captions import caption
from exports.narrative_set import title
from exports.origins import origins
from exports.pack import Pack
from exports.report import Chart, Line, Part, Plot, Text
from exports.report_values import IndicatorValues, ReportValues
from exports.values import unit_of
from indicators.model import COUNTRY, Indicator, Value
from indicators.ranking import Ranking
from language import Language
from layouts.ranking import ranking
from layouts.wording import area_name, name

THEME = "light"
TOKENS = THEMES[THEME]


def rankings(values: ReportValues, pack: Pack, lang: Language) -> list[Part]:
    """Who stands where: all provinces, or a province among those alike, or a group's."""
    parts: list[Part] = []
    for one in values.drawn:
        if one.indicator.level == "country" or one.indicator.kind == "milestone":
            continue
        parts += [Text((rank_words(one, values, lang),)), ranking_chart(one, values, lang)]
    return parts or [Text((no_provinces(lang),))]


def rank_words(one: IndicatorValues, values: ReportValues, lang: Language) -> str:
    """Who leads and who lags, or where the province stands, beside the country and those alike."""
    found = ranked_provinces(one, values)
    minimum = values.min_denominator
    if values.area == COUNTRY:
        said = [ranks.ends(found, one.indicator, lang), ranks.unranked(found, lang, minimum)]
    else:
        mine = next(each for each in values.standings if each.indicator.code == one.indicator.code)
        said = [
            told.level(mine.value, one.indicator, lang),
            ranks.place(found, values.area, lang, minimum) if mine.value.value is not None else "",
            ranks.beside_country(mine, lang, minimum),
            ranks.beside_group(mine, lang, minimum),
        ]
    firm = told.firmness_of_many((each.value for each in found.ranked), lang)
    return told.sentence(title(one.indicator, lang), [*said, firm if values.area == COUNTRY else ""])


def ranking_chart(one: IndicatorValues, values: ReportValues, lang: Language) -> Chart:
    """The values of the provinces from the best on, the country among them, in their status' colours."""
    indicator, found = one.indicator, ranked_provinces(one, values)
    shown = [each.value for each in found.ranked if _beside(each.value, values)]
    rest = [
        each.value for each in found.unranked if each.value.value is not None and _beside(each.value, values)
    ]
    listed = _with_country(shown, one.table.national, indicator) + rest
    rows = [_bar(value, rest, values, indicator, lang) for value in listed]
    low, high = (0.0, None) if indicator.kind == "count" else indicator.scale
    ordered = [*shown, *rest]
    left = ranks.unranked(found, lang, values.min_denominator)
    alt = lang("Biểu đồ thanh, từ tốt nhất đến kém nhất. {words}", words=rank_words(one, values, lang))
    made = caption(
        lang("{indicator}: so sánh các tỉnh, thành phố", indicator=code_and_name(indicator, lang)),
        values.around(lang),
        filters=who(values, lang),
        period=one.table.period,
        boundaries=one.table.boundaries,
        alt=alt,
        shown=[one.table.national, *ordered],
        notes=[f"{told.capital(left)}."] if left else [],
    )
    return Chart(
        f"ranking-{indicator.code}",
        replace(made, origins=origins(one, listed, lang)),
        bars(rows, theme=THEME, low=low, high=high),
        Plot(
            "bar",
            tuple(row.name for row in rows),
            (Line(name(indicator, lang), tuple(row.value for row in rows), TOKENS.accent),),
            unit_of(indicator, lang),
            digits(indicator),
            tuple(row.colour for row in rows),
        ),
    )


def ranked_provinces(one: IndicatorValues, values: ReportValues) -> Ranking:
    """The ranking of all provinces; of a group's report of its provinces alone, as the page So sánh does."""
    if values.kind != "group":
        return ranking(one.table, one.indicator, values.min_denominator)
    mine = tuple(value for value in one.table.values if value.area_code in values.group)
    return ranking(replace(one.table, values=mine), one.indicator, values.min_denominator)


def _beside(value: Value, values: ReportValues) -> bool:
    return values.kind == "country" or value.area_code in (values.area, *values.group)


def _with_country(shown: Sequence[Value], national: Value, indicator: Indicator) -> list[Value]:
    """The country at its place among the provinces; a sum has none, nor what is not known."""
    found = list(shown)
    if national.value is None or indicator.kind == "count":
        return found
    sign = -1 if indicator.direction == "down" else 1
    place = sum(sign * (value.value or 0) > sign * national.value for value in found)
    return [*found[:place], national, *found[place:]]


def _bar(
    value: Value, rest: Sequence[Value], values: ReportValues, indicator: Indicator, lang: Language
) -> Bar:
    country, own = value.area_code == COUNTRY, value.area_code == values.area
    label = told.capital(area_name(value, lang))
    label = f"► {label}" if own and not country else f"{label} *" if value in rest else label
    colour = TOKENS.ink_soft if country else ALL_STATUSES[value.status].colour(THEME)
    if not country and not indicator.targets:
        colour = TOKENS.sequential[3]
    return Bar(label, value.value, amount(value.value, indicator, lang), colour)


def who(values: ReportValues, lang: Language) -> list[str]:
    """Whose values a chart lays side by side."""
    if values.kind == "country":
        return [lang("34 tỉnh, thành phố")]
    names = ", ".join(values.name_of(code, lang) for code in values.group)
    if values.kind == "group":
        return [lang("Nhóm: {names}", names=names)]
    own = values.name_of(values.area, lang)
    return [lang("{area} và các tỉnh tương đồng: {names}", area=own, names=names)] if names else [own]


def code_and_name(indicator: Indicator, lang: Language) -> str:
    return f"{indicator.code} {name(indicator, lang)}"


def no_provinces(lang: Language) -> str:
    return lang("Chưa chọn chỉ số nào có giá trị theo tỉnh.")
