"""The spines of many indicators as one figure: for pictures, where the page has a table of small ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from charts.statuses import ALL_STATUSES
from charts.template import Figure, template
from charts.tokens import THEMES, ink_on
from indicators.spread import Spread

ROW, EDGE = 34, 10  # pixels
NAMES, ENDS = 330, 90


@dataclass(frozen=True, slots=True)
class SpineRow:
    """An indicator: its spread over the areas, where the one looked at stands, and the words beside it."""

    name: str
    said: str
    worst: str
    best: str
    spread: Spread
    value: float | None
    national: float | None
    status: str
    hollow: bool


def spine_chart(rows: Sequence[SpineRow], theme: str) -> Figure:
    """The figure, the first row on top; each is drawn to a measure of its own, the median in the middle."""
    tokens = THEMES[theme]
    whole: dict[str, list[Any]] = {"y": [], "x": [], "base": []}
    middle: dict[str, list[Any]] = {"y": [], "x": [], "base": []}
    country: dict[str, list[Any]] = {"x": [], "y": []}
    notes: list[dict[str, Any]] = []
    areas = []
    for place, row in enumerate(rows):
        found = row.spread
        for trace, low, high in ((whole, found.worst, found.best), (middle, found.lower, found.upper)):
            trace["y"].append(place)
            trace["base"].append(at(found, low))
            trace["x"].append(at(found, high) - at(found, low))
        if row.national is not None:
            country["x"].append(at(found, row.national))
            country["y"].append(place)
        if row.value is not None:
            areas.append((at(found, row.value), place, row))
        notes += [
            _note(-1.08, place, row.worst, "right", tokens.ink_soft),
            _note(1.08, place, row.best, "left", tokens.ink_soft),
            _note(1.56, place, row.said, "left", tokens.ink),
        ]
    bar = {"type": "bar", "orientation": "h", "hoverinfo": "skip"}
    colours = [ALL_STATUSES[row.status].colour(theme) for _, _, row in areas]
    fills = [
        tokens.surface if row.hollow else colour for (_, _, row), colour in zip(areas, colours, strict=True)
    ]
    return {
        "data": [
            bar | whole | {"marker": {"color": tokens.line}, "width": 0.36},
            bar | middle | {"marker": {"color": tokens.line_strong}, "width": 0.36},
            {
                "type": "scatter",
                "mode": "markers",
                "x": [0] * len(rows),
                "y": list(range(len(rows))),
                "marker": {"symbol": "line-ns", "size": 12, "line": {"width": 2, "color": tokens.surface}},
            },
            {
                "type": "scatter",
                "mode": "markers",
                **country,
                "marker": {"symbol": "line-ns", "size": 18, "line": {"width": 2.6, "color": tokens.accent}},
            },
            {
                "type": "scatter",
                "mode": "markers+text",
                "x": [x for x, _, _ in areas],
                "y": [y for _, y, _ in areas],
                "text": [ALL_STATUSES[row.status].icon for _, _, row in areas],
                "textfont": {
                    "size": 11,
                    "color": [
                        tokens.ink if row.hollow else ink_on(colour)
                        for (_, _, row), colour in zip(areas, colours, strict=True)
                    ],
                },
                "marker": {
                    "size": 19,
                    "color": fills,
                    "line": {
                        "width": 1.5,
                        "color": [
                            colour if row.hollow else tokens.selected
                            for (_, _, row), colour in zip(areas, colours, strict=True)
                        ],
                    },
                },
            },
        ],
        "layout": {
            "template": template(theme),
            "barmode": "overlay",
            "margin": {"l": NAMES, "r": EDGE, "t": EDGE, "b": EDGE},
            "annotations": notes,
            "xaxis": {"range": [-1.5, 2.2], "visible": False},
            "yaxis": {
                "range": [len(rows) - 0.5, -0.5],
                "tickvals": list(range(len(rows))),
                "ticktext": [_short(row.name) for row in rows],
                "gridcolor": tokens.grid,
                "ticks": "outside",
                "ticklen": 6,
                "tickcolor": "rgba(0,0,0,0)",
            },
        },
    }


def spine_height(count: int) -> int:
    """How tall the figure is drawn, in pixels."""
    return count * ROW + 2 * EDGE


def at(spread: Spread, level: float) -> float:
    """Where a level stands between -1 (worse) and 1 (better), the median at 0.

    The longer side fills its half; the other is drawn to the same measure.
    """
    half = max(abs(spread.best - spread.median), abs(spread.median - spread.worst)) or 1.0
    sign = 1 if spread.best >= spread.worst else -1
    return max(-1.0, min(1.0, sign * (level - spread.median) / half))


def _note(x: float, y: int, text: str, anchor: str, colour: str) -> dict[str, Any]:
    return {
        "x": x,
        "y": y,
        "text": text,
        "xanchor": anchor,
        "yanchor": "middle",
        "showarrow": False,
        "font": {"size": 12.5, "color": colour},
    }


def _short(name: str, most: int = 44) -> str:
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"
