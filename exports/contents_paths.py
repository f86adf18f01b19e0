"""The section of paths: where each indicator that is drawn came from, and where it has to go."""

from collections.abc import Sequence
from dataclasses import replace

from charts.paths import looks, paths
from charts.target_path import path_to_target
from charts.tokens import THEMES
from charts.trend import trend
from charts.wording import digits, stated, target
from exports import narrative as told
from exports.captions import caption
from exports.contents_ranking import code_and_name
from exports.narrative_set import title
from exports.origins import origins
from exports.pack import Pack
from exports.report import Chart, Line, Part, Plot, Text
from exports.report_values import IndicatorValues, ReportValues
from exports.values import unit_of
from indicators.areas import MERGER
from indicators.model import COUNTRY, Indicator, Series, Value
from indicators.periods import Period
from indicators.progress import expected_on
from language import Language
from layouts.projection import projection_words
from layouts.wording import area_name

THEME = "light"
MOST_LINES = 6  # on one chart, as on the page
TOKENS = THEMES[THEME]


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
        lang("{indicator}: diễn biến", indicator=code_and_name(indicator, lang)),
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
        lang("{indicator}: diễn biến", indicator=code_and_name(indicator, lang)),
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


def _by_six(codes: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(codes[start : start + MOST_LINES]) for start in range(0, len(codes), MOST_LINES)]
