"""The parts of an indicator against one another and against the whole, each line named at its end."""

from collections.abc import Sequence
from itertools import pairwise

from charts import wording
from charts.template import Figure, template
from charts.tokens import THEMES
from charts.trend_labels import newest
from indicators.model import Indicator, Series
from indicators.periods import Period
from language import Language

_DASHES = ("solid", "6px,3px", "2px,2px", "8px,3px,2px,3px")
# Labels at the right end stand at least this share of the scale apart.
_LABEL = 0.09


def part_trends(
    whole: Series, parts: Sequence[Series], indicator: Indicator, *, lang: Language, theme: str
) -> Figure:
    """The lines as a figure dict: the whole first, then its parts in order."""
    tokens = THEMES[theme]
    colours = [tokens.accent, tokens.better[1], tokens.worse[2], tokens.projection]
    lines = [whole, *parts]
    ends = [
        (point.value, line.indicator, colours[place % len(colours)])
        for place, line in enumerate(lines)
        if (point := newest(line)) and point.value is not None
    ]
    low, high = indicator.scale[0], _top(lines, indicator)
    heights = apart([value for value, _, _ in ends], _LABEL * (high - low))
    ticks = _ticks(lines, lang)
    return {
        "data": [
            _line(line, indicator, lang, colours[place % len(colours)], place)
            for place, line in enumerate(lines)
        ],
        "layout": {
            "template": template(theme),
            "margin": {"l": 46, "r": 104, "t": 10, "b": 46},
            "hovermode": "closest",
            "dragmode": False,
            "xaxis": {
                "type": "date",
                "tickvals": list(ticks),
                "ticktext": list(ticks.values()),
                "tickfont": {"size": 12, "color": tokens.ink_soft},
                "ticks": "outside",
                "ticklen": 4,
                "showgrid": False,
                "showline": True,
                "fixedrange": True,
            },
            "yaxis": {
                "range": [low, high],
                "tickvals": [low, (low + high) / 2, high],
                "ticktext": [
                    wording.rounded_limit(step, indicator, lang) for step in (low, (low + high) / 2, high)
                ],
                "tickfont": {"size": 12, "color": tokens.ink_faint},
                "fixedrange": True,
            },
            "annotations": [
                {
                    "x": 1,
                    "xref": "paper",
                    "xanchor": "left",
                    "xshift": 8,
                    "y": height,
                    "text": f'<span style="color:{colour}">━</span> {code} '
                    f"<b>{wording.amount(value, indicator, lang)}</b>",
                    "showarrow": False,
                    "font": {"size": 12, "color": tokens.ink},
                }
                for (value, code, colour), height in zip(ends, heights, strict=True)
            ],
        },
    }


def _top(lines: Sequence[Series], indicator: Indicator) -> float:
    """Half the scale where no line leaves it, for the lines are close together; else all of it."""
    low, high = indicator.scale
    middle = (low + high) / 2
    under = all(point.value is None or point.value <= middle for line in lines for point in line.points)
    return middle if under else high


def apart(levels: Sequence[float], distance: float, top: float | None = None) -> list[float]:
    """The heights of labels at these levels, moved up as little as keeps each clear of the one under it.

    Where that would lift the highest over `top`, those above give way downwards.

    >>> apart([10, 50, 12], 5), apart([96, 98, 97], 5, 100)
    ([10, 50, 15], [90, 100, 95])
    """
    heights = list(levels)
    rising = sorted(range(len(levels)), key=lambda each: levels[each])
    for under, place in pairwise(rising):
        heights[place] = max(heights[place], heights[under] + distance)
    if top is None:
        return heights
    for place in reversed(rising):
        heights[place] = min(heights[place], top)
        top = heights[place] - distance
    return heights


def _line(line: Series, indicator: Indicator, lang: Language, colour: str, place: int) -> Figure:
    return {
        "type": "scatter",
        "name": line.indicator,
        "mode": "lines",
        "x": [Period.parse(point.period).end.isoformat() for point in line.points],
        "y": [point.value for point in line.points],
        "connectgaps": False,
        "line": {
            "color": colour,
            "width": 2 if place else 3,
            "dash": _DASHES[place % len(_DASHES)],
        },
        "customdata": [
            [lang.period(point.period), wording.amount(point.value, indicator, lang)] for point in line.points
        ],
        "hovertemplate": f"{line.indicator}, " + "%{customdata[0]}: <b>%{customdata[1]}</b><extra></extra>",
        "cliponaxis": False,
    }


def _ticks(lines: Sequence[Series], lang: Language) -> dict[str, str]:
    """The first and the last period, by their days."""
    codes = sorted({point.period for line in lines for point in line.points})
    found = [codes[place] for place in (0, -1)] if codes else []
    return {
        Period.parse(code).end.isoformat(): "<br>".join(lang.period(code).replace("/", " ").rsplit(" ", 1))
        for code in found
    }
