"""The line of a series: its points with what the pointer reads at them."""

from typing import Any

from charts import wording
from charts.template import Figure
from charts.tokens import Theme
from indicators.model import Indicator, Series, SeriesPoint
from indicators.periods import Period
from language import Language

# From so many points on, markers would run into one another: they shrink.
_MANY_POINTS = 12


def value_line(series: Series, indicator: Indicator, lang: Language, tokens: Theme) -> Figure:
    """The line of an area's values; provisional and preliminary points are hollow, a gap stays a gap."""
    many = len(series.points) > _MANY_POINTS
    hollow = [point.provisional or point.preliminary for point in series.points]
    return {
        "type": "scatter",
        "name": "value",
        "mode": "lines+markers",
        "x": [day_of(point) for point in series.points],
        "y": [point.value for point in series.points],
        "connectgaps": False,
        "line": {"color": tokens.accent, "width": 2.5},
        "marker": {
            "size": 4 if many else 7,
            "color": [tokens.surface if each else tokens.accent for each in hollow],
            "line": {"color": tokens.accent, "width": 1.2 if many else 1.8},
        },
        "customdata": [hover(point, indicator, lang) for point in series.points],
        "hovertemplate": "%{customdata[0]}: <b>%{customdata[1]}</b>%{customdata[2]}<extra></extra>",
        "cliponaxis": False,
    }


def day_of(point: SeriesPoint) -> str:
    """The day at which a point is drawn: the end of its period."""
    return Period.parse(point.period).end.isoformat()


def hover(point: SeriesPoint, indicator: Indicator, lang: Language) -> list[str]:
    """The period, the value, and what has to be said of it."""
    known: list[Any] = [point.numerator, point.denominator]
    of = "/".join(lang.number(part, 0) for part in known) if None not in known else ""
    limits = wording.survey_limits(point.numerator, point.denominator, indicator, lang)
    marks = [lang("tạm tính")] * point.provisional + [lang("số sơ bộ")] * point.preliminary
    tail = (f" ({of})" if of else "") + (f"<br><i>{', '.join(marks)}</i>" if marks else "")
    if made := wording.made_of(point.composition, indicator, lang):
        tail = f"{tail}<br>{made}"
    if limits:
        tail = f"{tail}<br>{lang('Khoảng tin cậy 95%')}: {limits}"
    return [lang.period(point.period), wording.amount(point.value, indicator, lang), tail]
