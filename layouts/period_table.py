"""The numbers behind a trend, period by period: for those who can't see it, and for those who want them."""

from collections.abc import Sequence
from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from charts.wording import amount, made_of, survey_limits
from indicators.composition import OWN
from indicators.model import Indicator, Series, SeriesPoint, Value
from indicators.periods import Period
from language import Language
from layouts.components import Children, hidden_mark, missing_mark, origin_button
from layouts.tables import data_table, row


def period_fold(
    series: Series, value: Value, indicator: Indicator, lang: Language, former: Sequence[Series] = ()
) -> list[Component]:
    """The periods of a series under a line that unfolds them, newest first; nothing where there is none.

    `value` is one of the same area; of it the origin of each number is asked for. Where not all is the area's
    own report, each row says of which units it is made. `former` are the paths of the provinces it was merged
    from where the series is shown as reported: their rows follow, each under its name.
    """
    if not series.points and not any(one.points for one in former):
        return []
    composed = bool(former) or any(point.composition != OWN for point in series.points)
    rows = [_row(point, value, indicator, lang, composed, "") for point in reversed(series.points)]
    for point, path in _by_period(former):
        asked = replace(value, area_code=path.area_code, boundaries="63")
        name = lang.pick(path.area_name, path.area_name_en)
        rows.append(_row(point, asked, indicator, lang, composed, name))
    columns = [
        (lang("Kỳ"), ""),
        *([(lang("Hợp thành từ"), "")] if composed else []),
        (lang("Giá trị"), "number"),
        ("n/N", "number"),
        (lang("Độ phủ"), "number"),
        *([(lang("Khoảng tin cậy 95%"), "number")] if indicator.survey else []),
        (lang("Ghi chú"), ""),
        (lang("Nguồn"), "source"),
    ]
    title = lang("Số liệu từng kỳ")
    return [
        html.Details(
            [html.Summary(title), data_table(title, columns, rows, hidden_caption=True)],
            className="fold period-fold",
        )
    ]


def _by_period(former: Sequence[Series]) -> list[tuple[SeriesPoint, Series]]:
    """The points of several paths, newest first; of one period in the order of the paths."""
    pairs = [(point, path) for path in former for point in path.points]
    return sorted(pairs, key=lambda pair: Period.parse(pair[0].period).end, reverse=True)


def _row(
    point: SeriesPoint, value: Value, indicator: Indicator, lang: Language, composed: bool, former: str
) -> Component:
    """The row of a period; `former` is the name of the province it is of where that isn't the area itself."""
    milestone = indicator.kind == "milestone"
    written: Children = amount(point.value, indicator, lang)
    if point.suppressed:
        written = hidden_mark(lang)
    elif point.composition.how == "unknown":
        written = lang("không xác định được")
    elif point.value is None:
        written = missing_mark(lang)
    return row(
        lang.period(point.period),
        *([(_made_of(point, indicator, lang, former), "made-of")] if composed else []),
        (_parts(point, lang) if milestone else written, "number"),
        ("" if milestone else _parts(point, lang), "number"),
        ("" if point.coverage is None else lang.percent(100 * point.coverage, 0), "number"),
        *([(_limits(point, indicator, lang), "number")] if indicator.survey else []),
        (_marks(point, lang), ""),
        (
            origin_button(replace(value, period=point.period), lang, short=True)
            if point.value is not None
            else "",
            "source",
        ),
    )


def _made_of(point: SeriesPoint, indicator: Indicator, lang: Language, former: str) -> str:
    if former:
        return lang("{area} (cũ) báo cáo", area=former)
    return made_of(point.composition, indicator, lang) or lang("tự báo cáo")


def _parts(point: SeriesPoint, lang: Language) -> str:
    if point.numerator is None or point.denominator is None:
        return ""
    return f"{lang.number(point.numerator, 0)}/{lang.number(point.denominator, 0)}"


def _limits(point: SeriesPoint, indicator: Indicator, lang: Language) -> str:
    return survey_limits(point.numerator, point.denominator, indicator, lang)


def _marks(point: SeriesPoint, lang: Language) -> str:
    said = [
        (point.provisional, lang("tạm tính")),
        (point.preliminary, lang("sơ bộ")),
        (point.illustrative, lang("minh họa")),
    ]
    return ", ".join(text for holds, text in said if holds and point.value is not None)
