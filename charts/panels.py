"""A small picture of one area's path before those of the others, all on one scale."""

from collections.abc import Callable, Sequence
from datetime import date
from urllib.parse import quote

from charts.paths import Look, ticks
from charts.tokens import THEMES, Theme
from indicators.model import Series
from indicators.periods import Period

WIDTH, HEIGHT = 220, 110
LEFT, RIGHT, TOP, BOTTOM = 4, 8, 8, 6

Scale = tuple[float, float, float]  # low end, high end, step
Placing = Callable[[date, float], tuple[float, float]]


def panel(
    own: Series, others: Sequence[Series], look: Look, scale: Scale, target: float | None, theme: str
) -> str:
    """The address of an SVG picture: the own path thick, the others faint, the target dashed.

    `scale` is that of all pictures that stand side by side. A gap in the values is a gap in the line.
    """
    tokens = THEMES[theme]
    low, high, step = scale
    days = [_day(point.period) for line in (own, *others) for point in line.points]
    first, last = (min(days), max(days)) if days else (date(2024, 12, 31), date(2025, 12, 31))

    def at(day: date, level: float) -> tuple[float, float]:
        along = (day - first).days / max((last - first).days, 1)
        x = LEFT + along * (WIDTH - LEFT - RIGHT)
        y = HEIGHT - BOTTOM - (level - low) / (high - low) * (HEIGHT - TOP - BOTTOM)
        return round(x, 1), round(y, 1)

    shapes = [_level(at(first, each)[1], tokens.grid, 1) for each in ticks(low, high, step)]
    if target is not None and low <= target <= high:
        shapes.append(_level(at(first, target)[1], tokens.ink_faint, 1.2, "4 3"))
    for line in others:
        shapes += [_stroke(run, tokens.line_strong, 1, 0.55) for run in _runs(line, at)]
    runs = _runs(own, at)
    shapes += [_stroke(run, look.colour, 2.6) for run in runs]
    if runs:
        shapes.append(_dot(runs[-1][-1], look.colour, tokens))
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' "
        f"width='{WIDTH}' height='{HEIGHT}' fill='none'>{''.join(shapes)}</svg>"
    )
    return "data:image/svg+xml," + quote(svg, safe=" =:/'")


def _day(period: str) -> date:
    return Period.parse(period).end


def _runs(line: Series, at: Placing) -> list[list[tuple[float, float]]]:
    """The places of the values without a gap between them, oldest first."""
    runs: list[list[tuple[float, float]]] = [[]]
    for point in line.points:
        if point.value is None:
            runs.append([])
        else:
            runs[-1].append(at(_day(point.period), point.value))
    return [run for run in runs if run]


def _stroke(run: Sequence[tuple[float, float]], colour: str, width: float, opacity: float = 1) -> str:
    corners = " ".join(f"{x:g},{y:g}" for x, y in (run if len(run) > 1 else [*run, *run]))
    return (
        f"<polyline points='{corners}' stroke='{colour}' stroke-width='{width:g}' opacity='{opacity:g}' "
        "stroke-linejoin='round' stroke-linecap='round'/>"
    )


def _level(y: float, colour: str, width: float, dash: str = "") -> str:
    dashed = f" stroke-dasharray='{dash}'" if dash else ""
    return f"<path d='M0 {y:g}H{WIDTH}' stroke='{colour}' stroke-width='{width:g}'{dashed}/>"


def _dot(place: tuple[float, float], colour: str, tokens: Theme) -> str:
    x, y = place
    return (
        f"<circle cx='{x:g}' cy='{y:g}' r='4' fill='{colour}' stroke='{tokens.surface}' stroke-width='1.5'/>"
    )
