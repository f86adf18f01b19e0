"""A merged province's series as it was reported: the former provinces, a break, the province of today."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from charts import wording
from charts.lines import day_of, hover, value_line
from charts.merger import merger_break
from charts.template import Figure, faded, template
from charts.tokens import THEMES, Theme
from charts.trend import scaled, y_steps
from charts.trend_labels import newest, plain
from indicators.model import Indicator, Series, Value
from indicators.periods import Period
from language import Language

# The share of the axis on the left that is kept for the names of the former provinces.
_FOR_NAMES = 0.34
# The lowest plot that is drawn, in pixels, and how far the names need to stand apart on it.
_PLOT_HEIGHT, _LINE_HEIGHT = 170, 15
# A longer name is written in two lines, so that it fits on the narrowest phone.
_LONG_NAME = 8
# Former provinces are told apart by their names, and where lines cross by their strokes.
_STROKES = ("solid", "5px,3px", "2px,2px", "7px,3px,2px,3px")


def as_reported(
    series: Series,
    former: Sequence[Series],
    indicator: Indicator,
    *,
    value: Value,
    merged_on: date,
    lang: Language,
    theme: str,
) -> Figure:
    """The series as a figure dict. No line goes through the merger: the two sides are not the same territory.

    Of `series` only what ends after the merger is drawn, of `former` (one of each predecessor) what ends
    before it, whatever else they hold. There is no path to the target and no projection: both are harmonised.
    The traces: a line for each former province, and the province of today last.
    """
    tokens = THEMES[theme]
    today = _within(series, merged_on, after=True)
    before = [_within(one, merged_on, after=False) for one in former]
    indicator = scaled(indicator, today, *before)
    low, high = indicator.scale
    first, last = _span([today, *before], merged_on)
    shapes, labels = merger_break(merged_on, lang, theme)
    if value.target is not None:
        shapes.append(_target_line(value.target, tokens))
        labels.append(_target_name(value, indicator, lang, tokens))
    labels += _names(before, indicator, lang, tokens)
    if (point := newest(today)) and point.value is not None:
        labels.append(_newest(day_of(point), point.value, value.target, indicator, lang, tokens))
    if any(point.illustrative for one in (today, *before) for point in one.points):
        labels.append(
            plain(f"<i>{lang('Số liệu minh họa')}</i>", 11, tokens.warning)
            | {"x": 1, "y": 0, "xref": "paper", "yref": "paper", "xanchor": "right", "yanchor": "bottom"}
        )
    steps = y_steps(low, high)
    return {
        "data": [
            *(_former_line(one, place, indicator, lang, tokens) for place, one in enumerate(before)),
            value_line(today, indicator, lang, tokens),
        ],
        "layout": {
            "template": template(theme),
            "uirevision": f"{series.area_code} {series.boundaries}",
            "margin": {"l": 46, "r": 30, "t": 42, "b": 46},
            "hovermode": "closest",
            "dragmode": False,
            "shapes": shapes,
            "annotations": labels,
            "xaxis": {
                "range": [
                    (first - (last - first) * _FOR_NAMES / (1 - _FOR_NAMES)).isoformat(),
                    (last + (last - first) * 0.06).isoformat(),
                ],
                **_ticks(today, before, lang),
                "tickfont": {"size": 12, "color": tokens.ink_soft},
                "ticks": "outside",
                "ticklen": 4,
                "showgrid": False,
                "showline": True,
                "fixedrange": True,
            },
            "yaxis": {
                "range": [low - 0.02 * (high - low), high + 0.08 * (high - low)],
                "tickvals": steps,
                "ticktext": [lang.number(step) + ("%" if indicator.unit == "%" else "") for step in steps],
                "tickfont": {"size": 12, "color": tokens.ink_faint},
                "fixedrange": True,
            },
        },
    }


def _within(series: Series, merged_on: date, *, after: bool) -> Series:
    """The part of a series on one side of the merger, by the ends of its periods."""
    kept = [one for one in series.points if (Period.parse(one.period).end >= merged_on) is after]
    return replace(series, points=tuple(kept))


def _span(paths: Sequence[Series], merged_on: date) -> tuple[date, date]:
    days = [Period.parse(point.period).end for one in paths for point in one.points]
    half_a_year = timedelta(days=182)
    return min([*days, merged_on - half_a_year]), max([*days, merged_on + half_a_year])


def _former_line(series: Series, place: int, indicator: Indicator, lang: Language, tokens: Theme) -> Figure:
    name = lang.pick(series.area_name, series.area_name_en)
    return {
        "type": "scatter",
        "name": f"former {series.area_code}",
        "mode": "lines+markers",
        "x": [day_of(point) for point in series.points],
        "y": [point.value for point in series.points],
        "connectgaps": False,
        "line": {"color": tokens.ink_soft, "width": 1.4, "dash": _STROKES[place % len(_STROKES)]},
        "marker": {"size": 4, "color": tokens.ink_soft},
        "customdata": [[name, *hover(point, indicator, lang)] for point in series.points],
        "hovertemplate": "%{customdata[0]}, %{customdata[1]}: <b>%{customdata[2]}</b>%{customdata[3]}"
        "<extra></extra>",
        "cliponaxis": False,
    }


def _names(before: Sequence[Series], indicator: Indicator, lang: Language, tokens: Theme) -> list[Figure]:
    """The names of the former provinces at the left of their lines, moved apart so that they don't meet."""
    low, high = indicator.scale
    pixels = _PLOT_HEIGHT / (1.1 * (high - low))
    starts: list[tuple[float, str, str]] = []
    for one in before:
        begun = next((point for point in one.points if point.value is not None), None)
        if begun is not None and begun.value is not None:
            name = lang.pick(one.area_name, one.area_name_en)
            starts.append((begun.value, day_of(begun), _wrapped(name)))
    starts.sort()
    heights = [(text.count("<br>") + 1) * _LINE_HEIGHT for _, _, text in starts]
    middles = apart([value * pixels for value, _, _ in starts], heights)
    return [
        {
            "text": text,
            "x": day,
            "y": value,
            "ax": -11,
            "ay": round(value * pixels - middle, 1),
            "showarrow": True,
            "arrowhead": 0,
            "arrowwidth": 0.8,
            "arrowcolor": tokens.line_strong,
            "standoff": 4,
            "xanchor": "right",
            "align": "right",
            "font": {"size": 11, "color": tokens.ink_soft},
            "borderpad": 1,
        }
        for (value, day, text), middle in zip(starts, middles, strict=True)
    ]


def apart(middles: Sequence[float], heights: Sequence[float]) -> list[float]:
    """The middles of labels of these heights, lowest first, moved as little as keeps them from meeting.

    None of them lies under the foot of the plot, which is 0.

    >>> apart([10.0, 12.0, 90.0], [10, 10, 10])
    [6.0, 16.0, 90.0]
    """
    groups: list[tuple[list[int], float]] = []  # labels that touch, and where their lowest edge is
    for place, middle in enumerate(middles):
        members, bottom = [place], max(0.0, middle - heights[place] / 2)
        while groups and _top(groups[-1], heights) > bottom:
            earlier, _ = groups.pop()
            members = [*earlier, *members]
            total = sum(heights[one] for one in members)
            bottom = max(0.0, sum(middles[one] for one in members) / len(members) - total / 2)
        groups.append((members, bottom))
    placed: list[float] = []
    for members, bottom in groups:
        for one in members:
            placed.append(bottom + heights[one] / 2)
            bottom += heights[one]
    return placed


def _top(group: tuple[list[int], float], heights: Sequence[float]) -> float:
    members, bottom = group
    return bottom + sum(heights[one] for one in members)


def _wrapped(name: str) -> str:
    """A name in two lines where it is long, cut at the space nearest to its middle."""
    spaces = [place for place, letter in enumerate(name) if letter == " "]
    if len(name) <= _LONG_NAME or not spaces:
        return name
    cut = min(spaces, key=lambda place: abs(place - len(name) / 2))
    return f"{name[:cut]}<br>{name[cut + 1 :]}"


def _newest(
    day: str, y: float, target: float | None, indicator: Indicator, lang: Language, tokens: Theme
) -> Figure:
    """The newest value at its point, on the side where the line of the target isn't."""
    low, high = indicator.scale
    under = target is not None and 0 <= target - y < 0.25 * (high - low)
    return plain(f"<b>{wording.amount(y, indicator, lang)}</b>", 15, tokens.accent) | {
        "x": day,
        "y": y,
        "xanchor": "right",
        "xshift": 12,
        "yanchor": "top" if under else "bottom",
        "yshift": -8 if under else 8,
        "bgcolor": faded(tokens.surface, 0.72),
    }


def _target_line(target: float, tokens: Theme) -> dict[str, Any]:
    line = {"color": tokens.ink, "width": 1.2, "dash": "6px,4px"}
    ends = {"xref": "paper", "x0": 0, "x1": 1, "y0": target, "y1": target}
    return {"type": "line", **ends, "line": line, "layer": "below"}


def _target_name(value: Value, indicator: Indicator, lang: Language, tokens: Theme) -> Figure:
    assert value.target is not None
    limit = wording.rounded_limit(value.target, indicator, lang)
    year = f" ({value.deadline.year})" if value.deadline else ""
    return plain(f"{lang('Chỉ tiêu')} <b>{limit}</b>{year}", 12, tokens.ink) | {
        "x": 1,
        "xref": "paper",
        "y": value.target,
        "xanchor": "right",
        "yanchor": "bottom",
    }


def _ticks(today: Series, before: Sequence[Series], lang: Language) -> dict[str, list[str]]:
    """The first and the last period of each side, as far as there is room for their names."""
    sides = [max(before, key=lambda one: len(one.points), default=today).points, today.points]
    ends = [point.period for points in sides if points for point in (points[0], points[-1])]
    named: dict[str, str] = {}
    periods = [Period.parse(code) for code in dict.fromkeys(ends)]
    whole = (periods[-1].end - periods[0].end).days if len(periods) > 1 else 0
    kept: list[date] = []
    # The ends of the whole first, then those beside the break.
    for period in [*periods[:1], *periods[-1:], *periods[1:-1]]:
        if all(abs((period.end - other).days) >= 0.3 * whole for other in kept):
            kept.append(period.end)
            written = lang.period(period.code).replace("/", " ").rsplit(" ", 1)
            named[period.end.isoformat()] = "<br>".join(written)
    return {"tickvals": list(named), "ticktext": list(named.values())}
