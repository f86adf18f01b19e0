"""The numbers behind a trend, period by period: for those who can't see it, and for those who want them."""

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from charts.wording import amount, survey_limits
from indicators.model import Indicator, Series, SeriesPoint, Value
from language import Language
from layouts.components import origin_button
from layouts.tables import data_table, row


def period_fold(series: Series, value: Value, indicator: Indicator, lang: Language) -> list[Component]:
    """The periods of a series under a line that unfolds them, newest first; nothing where there is none.

    `value` is one of the same area; of it the origin of each number is asked for.
    """
    if not series.points:
        return []
    milestone = indicator.kind == "milestone"
    rows = [
        row(
            lang.period(point.period),
            (_parts(point, lang) if milestone else amount(point.value, indicator, lang), "number"),
            ("" if milestone else _parts(point, lang), "number"),
            ("" if point.coverage is None else lang.percent(100 * point.coverage, 0), "number"),
            *([(_limits(point, indicator, lang), "number")] if indicator.survey else []),
            (_marks(point, lang), ""),
            (
                origin_button(replace(value, period=point.period), lang, short=True)
                if point.value is not None
                else "",
                "",
            ),
        )
        for point in reversed(series.points)
    ]
    columns = [
        (lang("Kỳ"), ""),
        (lang("Giá trị"), "number"),
        ("n/N", "number"),
        (lang("Độ phủ"), "number"),
        *([(lang("Khoảng tin cậy 95%"), "number")] if indicator.survey else []),
        (lang("Ghi chú"), ""),
        (lang("Nguồn"), ""),
    ]
    title = lang("Số liệu từng kỳ")
    return [
        html.Details(
            [html.Summary(title), data_table(title, columns, rows, hidden_caption=True)], className="fold"
        )
    ]


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
