"""How a merger is drawn: lightly where a line goes on through it, as a gap where it doesn't."""

from datetime import date

from charts.template import Figure, faded
from charts.tokens import THEMES
from charts.trend_labels import plain
from charts.wording import unknown
from indicators.model import Series
from indicators.periods import Period
from language import Language

# How far the two edges of a break stand apart, in pixels.
_GAP = 5


def merger(
    series: Series, merged_on: date, span: tuple[date, date], lang: Language, theme: str
) -> tuple[list[Figure], list[Figure]]:
    """Shapes and annotations of a merger that a harmonised line goes through; `span` is the axis.

    Where a former province's values can't be known, that is said over the days it holds for.
    """
    tokens = THEMES[theme]
    first, last = span
    at_left = (merged_on - first) / (last - first) < 0.3
    shapes = [_upright(merged_on, tokens.line_strong, dash="2px,2px")]
    words = f"{lang('Sáp nhập tỉnh')} {lang.date(merged_on)}"
    unknown_on = [Period.parse(one.period) for one in series.points if one.composition.how == "unknown"]
    if unknown_on:
        until = max(period.end for period in unknown_on)
        shapes.append(_band(merged_on, max(until, merged_on), faded(tokens.line_strong, 0.18)))
        words = f"{words}<br><b>{lang('sau đó')} {unknown(lang)}</b>"
    label = plain(words, 11, tokens.ink_soft if unknown_on else tokens.ink_faint) | {
        "x": merged_on.isoformat(),
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "xanchor": "left" if at_left or unknown_on else "center",
        "align": "left",
        "xshift": -4 if at_left else 0,
        "yshift": 2 if unknown_on else 12,  # clear of the label of a target at the top of the scale
    }
    return shapes, [label]


def merger_break(merged_on: date, lang: Language, theme: str) -> tuple[list[Figure], list[Figure]]:
    """Shapes and annotation of a merger at which a series breaks: a gap between two edges, with its name."""
    tokens = THEMES[theme]
    day = merged_on.isoformat()
    gap = {
        "type": "rect",
        "xsizemode": "pixel",
        "xanchor": day,
        "x0": -_GAP,
        "x1": _GAP,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "fillcolor": tokens.sunken,
        "line": {"width": 0},
        "layer": "below",
    }
    edges = [
        _upright(merged_on, tokens.ink_soft) | {"xsizemode": "pixel", "xanchor": day, "x0": x, "x1": x}
        for x in (-_GAP, _GAP)
    ]
    label = plain(f"<b>{lang('Sáp nhập tỉnh')}</b><br>{lang.date(merged_on)}", 12, tokens.ink_soft) | {
        "x": day,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "xanchor": "center",
        "yshift": 3,
    }
    return [gap, *edges], [label]


def _upright(day: date, colour: str, dash: str = "solid") -> Figure:
    return {
        "type": "line",
        "x0": day.isoformat(),
        "x1": day.isoformat(),
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": colour, "width": 1, "dash": dash},
        "layer": "below",
    }


def _band(start: date, end: date, colour: str) -> Figure:
    return {
        "type": "rect",
        "x0": start.isoformat(),
        "x1": end.isoformat(),
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "fillcolor": colour,
        "line": {"width": 0},
        "layer": "below",
    }
