"""The sections that draw indicators one by one: maps, rankings and comparisons, paths."""

from collections.abc import Sequence
from dataclasses import replace

from charts.bars import Bar, bars
from charts.choropleth import choropleth
from charts.classes import Colouring, classes, provisional
from charts.paths import looks, paths
from charts.statuses import ALL_STATUSES
from charts.target_path import path_to_target
from charts.tokens import THEMES
from charts.trend import trend
from charts.wording import amount, digits, marks, stated, target
from exports import narrative as told
from exports import narrative_ranks as ranks
from exports.captions import caption
from exports.narrative_set import title
from exports.origins import origins
from exports.pack import Pack
from exports.report import Chart, Line, Map, MapArea, MapKey, Part, Plot, Text
from exports.report_values import IndicatorValues, ReportValues
from exports.values import unit_of
from indicators.areas import MERGER
from indicators.model import COUNTRY, Indicator, Series, Value
from indicators.periods import Period
from indicators.progress import expected_on
from indicators.ranking import Ranking
from language import Language
from layouts.projection import projection_words
from layouts.ranking import ranking
from layouts.reading import reading
from layouts.wording import area_name, name

THEME = "light"
MOST_LINES = 6  # on one chart, as on the page
TOKENS = THEMES[THEME]


def maps(values: ReportValues, pack: Pack, lang: Language) -> list[Part]:
    """A map for each indicator that provinces have, coloured by status where it has one."""
    parts: list[Part] = []
    for one in values.drawn:
        if one.indicator.level == "country":
            continue
        parts += [_map(one, values, lang), Text((_map_words(one, values, lang),))]
    return parts or [Text((_no_provinces(lang),))]


def rankings(values: ReportValues, pack: Pack, lang: Language) -> list[Part]:
    """Who stands where: all provinces, or a province among those alike, or a group's."""
    parts: list[Part] = []
    for one in values.drawn:
        if one.indicator.level == "country" or one.indicator.kind == "milestone":
            continue
        parts += [Text((rank_words(one, values, lang),)), ranking_chart(one, values, lang)]
    return parts or [Text((_no_provinces(lang),))]


def trends(values: ReportValues, pack: Pack, lang: Language) -> list[Part]:
    """The path of each indicator to its target, with its reading; of a group the paths on one chart."""
    parts: list[Part] = []
    for one in values.drawn:
        if one.indicator.kind == "milestone":
            continue
        if values.kind == "group" and one.indicator.level != "country":
            parts += [path_chart(one, codes, values, lang) for codes in _by_six(values.group)]
            continue
        area = values.area if one.indicator.level != "country" else COUNTRY
        value = one.value_of(area)
        said = [area_words(one, area, values, lang)]
        if value is not None and area == COUNTRY:
            said.append(projection_words(one.projection, value, one.indicator, lang))
        parts += [Text(tuple(filter(None, said))), trend_chart(one, area, values, lang)]
    return parts or [Text((lang("Chưa chọn chỉ số nào có diễn biến theo kỳ."),))]


def area_words(one: IndicatorValues, area: str, values: ReportValues, lang: Language) -> str:
    """One indicator in one area in a sentence: level, change, pace, and what the pace is measured from."""
    value, indicator = one.value_of(area), one.indicator
    if value is None:
        return ""
    flow = one.origin is not None and any(
        each.accumulation == "flow" for each in one.origin.measures if each.side == "numerator"
    )
    return told.sentence(
        title(indicator, lang),
        (
            told.level(value, indicator, lang, flow=flow),
            told.change(one.before_of(area), value, indicator, lang, values.min_denominator),
            told.verdict(value, indicator, lang),
            told.baseline(value, indicator, lang),
        ),
    )


def rank_words(one: IndicatorValues, values: ReportValues, lang: Language) -> str:
    """Who leads and who lags, or where the province stands, beside the country and those alike."""
    found = _ranking(one, values)
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
    indicator, found = one.indicator, _ranking(one, values)
    shown = [each.value for each in found.ranked if _beside(each.value, values)]
    rest = [
        each.value for each in found.unranked if each.value.value is not None and _beside(each.value, values)
    ]
    listed = _with_country(shown, one.table.national, indicator) + rest
    rows = [_bar(value, rest, values, indicator, lang) for value in listed]
    low, high = (0.0, None) if indicator.kind == "count" else indicator.scale
    ordered = [*shown, *rest]
    left = ranks.unranked(found, lang, values.min_denominator)
    alt = lang("Biểu đồ thanh, từ cao đến thấp. {words}", words=rank_words(one, values, lang))
    made = caption(
        lang("{indicator}: so sánh các tỉnh, thành phố", indicator=_title(indicator, lang)),
        values.around(lang),
        filters=_who(values, lang),
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


def trend_chart(one: IndicatorValues, area: str, values: ReportValues, lang: Language) -> Chart:
    """The path of the country, or of a province beside it, and the way to the target."""
    value = one.value_of(area)
    assert value is not None
    series, indicator = one.paths[area], one.indicator
    national = None if area == COUNTRY else one.paths[COUNTRY]
    figure = trend(
        series,
        indicator,
        value=value,
        national=national,
        projection=one.projection if area == COUNTRY else None,
        lang=lang,
        theme=THEME,
    )
    made = caption(
        lang("{indicator}: diễn biến", indicator=_title(indicator, lang)),
        values.around(lang),
        filters=[
            told.capital(values.name_of(area, lang)),
            lang("chỉ tiêu {target}", target=target(value, indicator, lang)),
        ],
        period=value.period,
        boundaries=series.boundaries if area != COUNTRY else "",
        alt=lang("Biểu đồ đường. {words}", words=area_words(one, area, values, lang)),
        shown=[value, *series.points],
    )
    shown = [one_of for one_of in (value, one.table.national) if one_of is not None]
    return Chart(
        f"trend-{area}-{indicator.code}",
        replace(made, origins=origins(one, shown if national else [value], lang)),
        figure,
        _trend_plot(series, national, value, indicator, lang),
    )


def path_chart(one: IndicatorValues, codes: Sequence[str], values: ReportValues, lang: Language) -> Chart:
    """The paths of up to six provinces beside the country."""
    indicator = one.indicator
    lines = [one.paths[code] for code in codes if code in one.paths]
    figure = paths(
        lines,
        one.paths[COUNTRY],
        indicator,
        value=one.table.national,
        lang=lang,
        theme=THEME,
        merged_on=MERGER,
    )
    shown = [found for code in codes if (found := one.value_of(code)) is not None]
    said = "; ".join(f"{area_name(value, lang)} {stated(value, indicator, lang)}" for value in shown)
    made = caption(
        lang("{indicator}: diễn biến", indicator=_title(indicator, lang)),
        values.around(lang),
        filters=[", ".join(values.name_of(code, lang) for code in codes)],
        period=one.table.period,
        boundaries="34",
        alt=lang("Biểu đồ đường. {words}", words=f"{said}."),
        shown=[one.table.national, *shown],
    )
    days = _categories(one.paths[COUNTRY])
    drawn = [
        (one.paths[COUNTRY], TOKENS.line_strong),
        *zip(lines, (look.colour for look in looks(THEME)), strict=False),
    ]
    plot = Plot(
        "line",
        tuple(lang.period(code) for code in days),
        tuple(Line(_series_name(line, lang), _at(line, days), colour) for line, colour in drawn),
        unit_of(indicator, lang),
        digits(indicator),
    )
    key = f"paths-{'-'.join(codes)}-{indicator.code}"
    return Chart(key, replace(made, origins=origins(one, [one.table.national, *shown], lang)), figure, plot)


def _map(one: IndicatorValues, values: ReportValues, lang: Language) -> Map:
    indicator, table = one.indicator, one.table
    colouring: Colouring = "status" if indicator.targets or indicator.kind == "milestone" else "value"
    figure = choropleth(
        table,
        indicator,
        colouring=colouring,
        lang=lang,
        theme=THEME,
        selected=values.area if values.area != COUNTRY else None,
        outlines=values.outlines,
    )
    found = classes(table, indicator, colouring=colouring, lang=lang, theme=THEME)
    over = provisional(table, lang, THEME)
    colour = {code: each.colour for each in found for code in each.area_codes}
    what = lang("trạng thái") if colouring == "status" else lang("giá trị")
    made = caption(
        lang("{indicator}: bản đồ {what}", indicator=_title(indicator, lang), what=what),
        values.around(lang),
        filters=[lang("34 tỉnh, thành phố"), *_who(values, lang)[1:]],
        period=table.period,
        boundaries=table.boundaries,
        alt=lang(
            "Bản đồ Việt Nam, có quần đảo Hoàng Sa và quần đảo Trường Sa. {words}",
            words=reading(table, indicator, lang),
        ),
        shown=table.values,
        is_map=True,
    )
    keys = [
        MapKey(each.colour, f"{each.icon} {each.label}".strip(), each.count)
        for each in found
        if each.count or each.always
    ]
    keys += [MapKey(over.colour, over.label, over.count)] if over.count else []
    return Map(
        f"map-{indicator.code}",
        replace(made, origins=origins(one, [table.national, *table.values], lang)),
        figure,
        "34",
        tuple(
            MapArea(
                each.area_code, area_name(each, lang), colour[each.area_code], _said(each, indicator, lang)
            )
            for each in table.values
        ),
        tuple(keys),
    )


def _map_words(one: IndicatorValues, values: ReportValues, lang: Language) -> str:
    """What the map shows: how many provinces have each status, and who leads and lags."""
    shown = [value for value in one.table.values if values.kind != "group" or value.area_code in values.group]
    mine, judged = one.value_of(values.area), bool(one.indicator.targets)
    said = [ranks.statuses(shown, lang) if judged else ranks.ends(_ranking(one, values), one.indicator, lang)]
    if values.kind == "province" and mine is not None and judged:
        state = lang(ALL_STATUSES[mine.status].word)
        said.append(lang("riêng {area}: “{status}”", area=area_name(mine, lang), status=state))
    said.append(told.firmness_of_many(shown, lang))
    return told.sentence(title(one.indicator, lang), said)


def _said(value: Value, indicator: Indicator, lang: Language) -> str:
    """What is said of an area of a map: its value, its status, and how firm they are."""
    if value.suppressed:
        return lang("Được ẩn để bảo vệ thông tin cá nhân")
    word = lang(ALL_STATUSES[value.status].word)
    said = stated(value, indicator, lang)
    return " · ".join(dict.fromkeys((said, word, *marks(value, lang))))


def _ranking(one: IndicatorValues, values: ReportValues) -> Ranking:
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


def _trend_plot(
    series: Series, national: Series | None, value: Value, indicator: Indicator, lang: Language
) -> Plot:
    """The same lines by period; the way to the target is read off at each period's end."""
    codes = _categories(national or series)
    path = path_to_target(value, indicator)
    lines = [Line(_series_name(series, lang), _at(series, codes), TOKENS.accent)]
    if national is not None:
        lines.append(Line(_series_name(national, lang), _at(national, codes), TOKENS.line_strong))
    if len(path) > 1:
        way = tuple(
            expected_on(path, end) if (end := Period.parse(code).end) >= path[0].on else None
            for code in codes
        )
        lines.append(Line(lang("Lộ trình đến chỉ tiêu"), way, TOKENS.ink_faint, dashed=True))
    return Plot(
        "line",
        tuple(lang.period(code) for code in codes),
        tuple(lines),
        unit_of(indicator, lang),
        digits(indicator),
    )


def _categories(series: Series) -> list[str]:
    return [point.period for point in series.points]


def _at(series: Series, codes: Sequence[str]) -> tuple[float | None, ...]:
    known = {point.period: point.value for point in series.points}
    return tuple(known.get(code) for code in codes)


def _series_name(series: Series, lang: Language) -> str:
    return (
        lang("Cả nước") if series.area_code == COUNTRY else lang.pick(series.area_name, series.area_name_en)
    )


def _who(values: ReportValues, lang: Language) -> list[str]:
    """Whose values a chart lays side by side."""
    if values.kind == "country":
        return [lang("34 tỉnh, thành phố")]
    names = ", ".join(values.name_of(code, lang) for code in values.group)
    if values.kind == "group":
        return [lang("Nhóm: {names}", names=names)]
    own = values.name_of(values.area, lang)
    return [lang("{area} và các tỉnh tương đồng: {names}", area=own, names=names)] if names else [own]


def _by_six(codes: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(codes[start : start + MOST_LINES]) for start in range(0, len(codes), MOST_LINES)]


def _title(indicator: Indicator, lang: Language) -> str:
    return f"{indicator.code} {name(indicator, lang)}"


def _no_provinces(lang: Language) -> str:
    return lang("Chưa chọn chỉ số nào có giá trị theo tỉnh.")
