"""A small picture of a path beside the one that its target asks for, light enough to stand on every card."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from urllib.parse import quote

from charts.target_path import path_to_target
from charts.tokens import THEMES, Theme
from indicators.model import Indicator, Observation, Series, Value
from indicators.periods import Period

WIDTH, HEIGHT, MARGIN = 160, 48, 5
# Less than this share of the indicator's scale is never stretched over the whole height.
LEAST_SPAN = 0.1

Placing = Callable[[Observation], tuple[float, float]]


def sparkline(series: Series, indicator: Indicator, value: Value, theme: str) -> str:
    """The address of an SVG picture: values as a line, the path to the target dashed, the target a diamond.

    The last value is a dot, hollow where it is provisional or preliminary; a gap in the values is a gap in
    the line. Empty where nothing can be drawn.
    """
    tokens, path = THEMES[theme], path_to_target(value, indicator)
    runs = list(_runs(series))
    seen = [each for run in runs for each in run]
    if not seen:
        return ""
    place = _placing([*seen, *path], indicator)
    last = seen[-1]
    hollow = value.provisional or value.preliminary
    shapes = [
        *([_line(path, place, tokens.ink_faint, 1.2, "3 2.5")] if len(path) > 1 else []),
        *([_diamond(path[-1], place, tokens)] if path else []),
        *(_line(run, place, tokens.accent, 2) for run in runs if len(run) > 1),
        *(_dot(run[0], place, tokens, 1.6) for run in runs[:-1] if len(run) == 1),
        _dot(last, place, tokens, 3, hollow=hollow),
    ]
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' "
        f"width='{WIDTH}' height='{HEIGHT}' fill='none'>{''.join(shapes)}</svg>"
    )
    return "data:image/svg+xml," + quote(svg, safe=" =:/'")


def _placing(shown: Sequence[Observation], indicator: Indicator) -> Placing:
    """Where an observation stands in a picture that holds all of these."""
    days = [each.on.toordinal() for each in shown]
    values = [each.value for each in shown]
    first, length = min(days), max(max(days) - min(days), 1)
    least = LEAST_SPAN * (indicator.scale[1] - indicator.scale[0])
    span = max(max(values) - min(values), least)
    low = (min(values) + max(values) - span) / 2

    def place(seen: Observation) -> tuple[float, float]:
        across, up = (seen.on.toordinal() - first) / length, (seen.value - low) / span
        x = MARGIN + across * (WIDTH - 2 * MARGIN)
        y = HEIGHT - MARGIN - up * (HEIGHT - 2 * MARGIN)
        return round(x, 1), round(y, 1)

    return place


def _runs(series: Series) -> Iterator[list[Observation]]:
    """The values without a gap between them, oldest first."""
    run: list[Observation] = []
    for point in series.points:
        if point.value is not None:
            run.append(Observation(_day(point.period), point.value))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _day(period: str) -> date:
    return Period.parse(period).end


def _line(points: Sequence[Observation], place: Placing, colour: str, width: float, dash: str = "") -> str:
    corners = " ".join("{:g},{:g}".format(*place(each)) for each in points)
    dashed = f" stroke-dasharray='{dash}'" if dash else ""
    return (
        f"<polyline points='{corners}' stroke='{colour}' stroke-width='{width:g}'{dashed} "
        "stroke-linejoin='round' stroke-linecap='round'/>"
    )


def _dot(seen: Observation, place: Placing, tokens: Theme, radius: float, *, hollow: bool = False) -> str:
    x, y = place(seen)
    fill = tokens.surface if hollow else tokens.accent
    stroke = f"stroke='{tokens.accent}' stroke-width='1.4'"
    return f"<circle cx='{x:g}' cy='{y:g}' r='{radius:g}' fill='{fill}' {stroke}/>"


def _diamond(target: Observation, place: Placing, tokens: Theme) -> str:
    x, y = place(target)
    return f"<path d='M{x:g} {y - 4:g}l4 4-4 4-4-4z' fill='{tokens.ink}'/>"
