"""The path of one area's value: where it came from, where it should be, and where its recent pace leads."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from charts import wording
from charts.target_path import path_to_target
from charts.template import Figure, faded, template
from charts.tokens import THEMES, Theme
from charts.trend_labels import merger_label, trend_labels
from indicators.model import Indicator, Observation, Projection, Series, SeriesPoint, Value
from indicators.periods import Period
from language import Language

# Two labelled ticks stand at least this share of the axis apart, so that they don't meet on a phone.
_TICK_DISTANCE = 0.2
# From so many points on, markers would run into one another: they shrink.
_MANY_POINTS = 12


def trend(
    series: Series,
    indicator: Indicator,
    *,
    value: Value,
    national: Series | None = None,
    projection: Projection | None = None,
    lang: Language,
    theme: str,
    merged_on: date | None = None,
) -> Figure:
    """The trend as a figure dict, labelled at its lines instead of in a legend.

    `value` is the area's value in the period looked at; its baseline, target and deadline make the path to
    the target. The traces always come in the same order: interval, national, path, projection, target,
    value.
    """
    tokens = THEMES[theme]
    path = path_to_target(value, indicator)
    indicator = _scaled(indicator, series, national)
    # An area without a single value is shown on the country's days.
    dated = series if series.points or national is None else national
    first, last = _span(dated, path)
    layout = _layout(dated, indicator, path, (first, last), lang, theme)
    labels = trend_labels(
        series, national, value, projection, path, indicator, lang, theme, span=(first, last)
    )
    if merged_on is not None and first < merged_on < last:
        layout["margin"]["t"] = 36  # room for its label
        layout["shapes"] = [_upright(merged_on, tokens)]
        at_left = (merged_on - first) / (last - first) < 0.3
        labels.append(merger_label(merged_on, lang, theme, at_left=at_left))
    layout["annotations"] = labels
    return {
        "data": [
            _interval(projection, tokens),
            _national(national, indicator, lang, tokens),
            _target_path(path, tokens),
            _projection(projection, tokens),
            _target(value, indicator, lang, tokens),
            _value(series, indicator, lang, tokens),
        ],
        "layout": layout,
    }


def _scaled(indicator: Indicator, series: Series, national: Series | None) -> Indicator:
    """The indicator with a scale that its sums fit on: those of a count hang on how large the area is."""
    if indicator.kind != "count":
        return indicator
    points = (*series.points, *(national.points if national else ()))
    top = max((point.value for point in points if point.value is not None), default=0.0)
    return replace(indicator, scale=(0.0, rounded_up(top)))


def rounded_up(top: float) -> float:
    """The next number after it of the kind that four steps divide well.

    >>> rounded_up(3456.0), rounded_up(0.0)
    (4000.0, 4.0)
    """
    size = 10.0 ** (len(str(int(top))) - 1)
    return next((size * step for step in (2, 4, 6, 8) if size * step >= max(top, 4)), 10 * size)


def _span(series: Series, path: list[Observation]) -> tuple[date, date]:
    days = [Period.parse(point.period).end for point in series.points] + [point.on for point in path]
    first, last = (min(days), max(days)) if days else (date(2024, 10, 1), date(2030, 12, 31))
    return min(first, last - timedelta(days=180)), last


def _value(series: Series, indicator: Indicator, lang: Language, tokens: Theme) -> Figure:
    many = len(series.points) > _MANY_POINTS
    hollow = [point.provisional or point.preliminary for point in series.points]
    return {
        "type": "scatter",
        "name": "value",
        "mode": "lines+markers",
        "x": [_day(point) for point in series.points],
        "y": [point.value for point in series.points],
        "connectgaps": False,
        "line": {"color": tokens.accent, "width": 2.5},
        "marker": {
            "size": 4 if many else 7,
            "color": [tokens.surface if each else tokens.accent for each in hollow],
            "line": {"color": tokens.accent, "width": 1.2 if many else 1.8},
        },
        "customdata": [_hover(point, indicator, lang) for point in series.points],
        "hovertemplate": "%{customdata[0]}: <b>%{customdata[1]}</b>%{customdata[2]}<extra></extra>",
        "cliponaxis": False,
    }


def _national(national: Series | None, indicator: Indicator, lang: Language, tokens: Theme) -> Figure:
    points = national.points if national else ()
    return {
        "type": "scatter",
        "name": "national",
        "mode": "lines",
        "x": [_day(point) for point in points],
        "y": [point.value for point in points],
        "connectgaps": False,
        "line": {"color": tokens.line_strong, "width": 1.6},
        "customdata": [_hover(point, indicator, lang) for point in points],
        "hovertemplate": lang("Cả nước") + ", %{customdata[0]}: <b>%{customdata[1]}</b><extra></extra>",
        "visible": bool(points),
    }


def _target_path(path: list[Observation], tokens: Theme) -> Figure:
    return {
        "type": "scatter",
        "name": "target path",
        "mode": "lines",
        "x": [point.on.isoformat() for point in path],
        "y": [point.value for point in path],
        "line": {"color": tokens.ink_faint, "width": 1.6, "dash": "6px,4px"},
        "hoverinfo": "skip",
        "visible": len(path) > 1,
    }


def _target(value: Value, indicator: Indicator, lang: Language, tokens: Theme) -> Figure:
    known = value.target is not None and value.deadline is not None
    written = wording.target(value, indicator, lang)
    return {
        "type": "scatter",
        "name": "target",
        "mode": "markers",
        "x": [value.deadline.isoformat()] if value.deadline and known else [],
        "y": [value.target] if known else [],
        "marker": {
            "symbol": "diamond",
            "size": 11,
            "color": tokens.ink,
            "line": {"color": tokens.surface, "width": 1},
        },
        "hovertemplate": f"{lang('Chỉ tiêu')}: <b>{written}</b><extra></extra>",
        "cliponaxis": False,
        "visible": known,
    }


def _projection(projection: Projection | None, tokens: Theme) -> Figure:
    return {
        "type": "scatter",
        "name": "projection",
        "mode": "lines",
        "x": [projection.start.on.isoformat(), projection.deadline.isoformat()] if projection else [],
        "y": [projection.start.value, projection.value] if projection else [],
        "line": {"color": tokens.projection, "width": 2, "dash": "2px,3px"},
        "hoverinfo": "skip",
        "visible": projection is not None,
    }


def _interval(projection: Projection | None, tokens: Theme) -> Figure:
    """The 80 % interval as an area that opens from today to the deadline."""
    x: list[str] = []
    y: list[float] = []
    if projection:
        start, end = projection.start.on.isoformat(), projection.deadline.isoformat()
        x, y = [start, end, end], [projection.start.value, projection.high, projection.low]
    return {
        "type": "scatter",
        "name": "interval",
        "mode": "lines",
        "x": x,
        "y": y,
        "fill": "toself",
        "fillcolor": faded(tokens.projection, 0.16),
        "line": {"width": 0},
        "hoverinfo": "skip",
        "visible": projection is not None,
    }


def _upright(day: date, tokens: Theme) -> Figure:
    line = {"color": tokens.line_strong, "width": 1, "dash": "2px,2px"}
    x = day.isoformat()
    return {
        "type": "line",
        "x0": x,
        "x1": x,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": line,
        "layer": "below",
    }


def _layout(
    series: Series,
    indicator: Indicator,
    path: list[Observation],
    span: tuple[date, date],
    lang: Language,
    theme: str,
) -> Figure:
    low, high = indicator.scale
    first, last = span
    margin = (last - first) * 0.04
    ticks = _ticks(series, path, span, lang)
    steps = _y_steps(low, high)
    return {
        "template": template(theme),
        "uirevision": f"{series.area_code} {series.boundaries}",
        "margin": {"l": 46, "r": 24, "t": 14, "b": 46},
        "hovermode": "closest",
        "dragmode": False,
        "xaxis": {
            "range": [(first - margin).isoformat(), (last + margin).isoformat()],
            "tickvals": list(ticks),
            "ticktext": list(ticks.values()),
            "tickfont": {"size": 12, "color": THEMES[theme].ink_soft},
            "ticks": "outside",
            "ticklen": 4,
            "ticklabeloverflow": "allow",  # the newest period is named even where it ends the axis
            "showgrid": False,
            "showline": True,
            "fixedrange": True,
        },
        "yaxis": {
            # room for the labels over the highest and under the lowest possible point
            "range": [low - 0.02 * (high - low), high + 0.22 * (high - low)],
            "tickvals": steps,
            "ticktext": [lang.number(step) + ("%" if indicator.unit == "%" else "") for step in steps],
            "tickfont": {"size": 12, "color": THEMES[theme].ink_faint},
            "fixedrange": True,
        },
    }


def _ticks(
    series: Series, path: list[Observation], span: tuple[date, date], lang: Language
) -> dict[str, str]:
    """The days to be labelled, with their periods' names: the newest, the deadline, the first, years."""
    periods = [Period.parse(point.period) for point in series.points]
    wanted: list[tuple[date, str]] = []
    if periods:
        wanted.append((periods[-1].end, lang.period(periods[-1].code)))
    if path:
        wanted.append((path[-1].on, lang.period(str(path[-1].on.year))))
    wanted += [(period.end, lang.period(period.code)) for period in periods[:1]]
    newest = periods[-1].end if periods else span[0]
    middle = newest + (span[1] - newest) / 2
    years = [date(year, 12, 31) for year in range(span[0].year, span[1].year)]
    wanted += [(day, lang.period(str(day.year))) for day in sorted(years, key=lambda day: abs(day - middle))]
    taken: list[date] = []
    ticks: dict[str, str] = {}
    for day, name in wanted:
        if all(abs((day - other).days) >= _TICK_DISTANCE * (span[1] - span[0]).days for other in taken):
            taken.append(day)
            ticks[day.isoformat()] = "<br>".join(name.replace("/", " ").rsplit(" ", 1))
    return ticks


def _y_steps(low: float, high: float) -> list[float]:
    return [round(low + (high - low) * quarter / 4, 6) for quarter in range(5)]


def _day(point: SeriesPoint) -> str:
    return Period.parse(point.period).end.isoformat()


def _hover(point: SeriesPoint, indicator: Indicator, lang: Language) -> list[str]:
    known: list[Any] = [point.numerator, point.denominator]
    of = "/".join(lang.number(part, 0) for part in known) if None not in known else ""
    limits = wording.survey_limits(point.numerator, point.denominator, indicator, lang)
    marks = [lang("tạm tính")] * point.provisional + [lang("số sơ bộ")] * point.preliminary
    tail = (f" ({of})" if of else "") + (f"<br><i>{', '.join(marks)}</i>" if marks else "")
    if limits:
        tail = f"{tail}<br>{lang('Khoảng tin cậy 95%')}: {limits}"
    return [lang.period(point.period), wording.amount(point.value, indicator, lang), tail]
