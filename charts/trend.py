"""The path of one area's value: where it came from, where it should be, and where its recent pace leads."""

from dataclasses import replace
from datetime import date, timedelta

from charts import wording
from charts.lines import day_of, hover, value_line
from charts.merger import merger
from charts.period_ticks import period_ticks
from charts.target_path import path_to_target
from charts.template import Figure, faded, template
from charts.tokens import THEMES, Theme
from charts.trend_labels import trend_labels
from indicators.model import Indicator, Observation, Series, Value
from indicators.periods import Period
from indicators.projection import Projection
from language import Language


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
    the target. A merger is marked lightly: the line goes on, harmonised; from where nobody knows the values
    of a former province the chart says so. The traces always come in the same order: interval, national,
    path, projection, target, value.
    """
    tokens = THEMES[theme]
    path = path_to_target(value, indicator)
    indicator = scaled(indicator, series, *([national] if national else []))
    # An area without a single value is shown on the country's days.
    dated = series if series.points or national is None else national
    first, last = _span(dated, path)
    layout = _layout(dated, indicator, path, (first, last), lang, theme)
    labels = trend_labels(
        series, national, value, projection, path, indicator, lang, theme, span=(first, last)
    )
    if merged_on is not None and first < merged_on < last:
        layout["margin"]["t"] = 36  # room for its label
        shapes, words = merger(series, merged_on, (first, last), lang, theme)
        layout["shapes"] = shapes
        labels += words
    layout["annotations"] = labels
    return {
        "data": [
            _interval(projection, tokens),
            _national(national, indicator, lang, tokens),
            _target_path(path, tokens),
            _projection(projection, tokens),
            _target(value, indicator, lang, tokens),
            value_line(series, indicator, lang, tokens),
        ],
        "layout": layout,
    }


def scaled(indicator: Indicator, *paths: Series) -> Indicator:
    """The indicator with a scale that its sums fit on: those of a count hang on how large the area is."""
    if indicator.kind != "count":
        return indicator
    values = [point.value for path in paths for point in path.points if point.value is not None]
    return replace(indicator, scale=(0.0, rounded_up(max(values, default=0.0))))


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


def _national(national: Series | None, indicator: Indicator, lang: Language, tokens: Theme) -> Figure:
    points = national.points if national else ()
    return {
        "type": "scatter",
        "name": "national",
        "mode": "lines",
        "x": [day_of(point) for point in points],
        "y": [point.value for point in points],
        "connectgaps": False,
        "line": {"color": tokens.line_strong, "width": 1.6},
        "customdata": [hover(point, indicator, lang) for point in points],
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
    ticks = period_ticks(series, path, span, lang)
    steps = y_steps(low, high)
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


def y_steps(low: float, high: float) -> list[float]:
    """Five steps of a scale that divide it evenly."""
    return [round(low + (high - low) * quarter / 4, 6) for quarter in range(5)]
