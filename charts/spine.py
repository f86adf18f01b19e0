"""The spine of one indicator: how areas spread from the worst to the best, and where one of them stands."""

from urllib.parse import quote

from charts.statuses import ALL_STATUSES
from charts.tokens import THEMES, Theme, ink_on
from indicators.spread import Spread

WIDTH, HEIGHT, MARGIN = 320, 26, 11
MIDDLE = HEIGHT / 2


def spine(
    spread: Spread, value: float | None, status: str, national: float | None, *, hollow: bool, theme: str
) -> str:
    """The address of an SVG picture: a bar from the worst (left) to the best, the median in the middle.

    The dark part is the middle half of the areas. The area is a disc with the sign of its status, hollow
    where its value is provisional or small; the country is an upright line. The longer side fills its half;
    the other is drawn to the same measure, so that the median stands in the same place in every row.
    """
    tokens = THEMES[theme]
    half = max(abs(spread.best - spread.median), abs(spread.median - spread.worst)) or 1.0
    sign = 1 if spread.best >= spread.worst else -1

    def at(level: float) -> float:
        share = max(-1.0, min(1.0, sign * (level - spread.median) / half))
        return round(WIDTH / 2 + share * (WIDTH / 2 - MARGIN), 1)

    shapes = [
        _bar(at(spread.worst), at(spread.best), 10, tokens.line),
        _bar(at(spread.lower), at(spread.upper), 10, tokens.line_strong),
        f"<path d='M{WIDTH / 2:g} 3V{HEIGHT - 3}' stroke='{tokens.surface}' stroke-width='2'/>",
    ]
    if national is not None:
        shapes.append(_country(at(national), tokens))
    if value is not None:
        shapes.append(_area(at(value), status, tokens, hollow=hollow, theme=theme))
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' "
        f"width='{WIDTH}' height='{HEIGHT}'>{''.join(shapes)}</svg>"
    )
    return "data:image/svg+xml," + quote(svg, safe=" =:/'")


def _bar(left: float, right: float, height: float, colour: str) -> str:
    top, width = MIDDLE - height / 2, max(right - left, 2)
    return f"<rect x='{left:g}' y='{top:g}' width='{width:g}' height='{height:g}' fill='{colour}'/>"


def _country(x: float, tokens: Theme) -> str:
    return (
        f"<path d='M{x:g} 2V{HEIGHT - 2}' stroke='{tokens.surface}' stroke-width='5'/>"
        f"<path d='M{x:g} 2V{HEIGHT - 2}' stroke='{tokens.accent}' stroke-width='2.4'/>"
    )


def _area(x: float, status: str, tokens: Theme, *, hollow: bool, theme: str) -> str:
    colour = ALL_STATUSES[status].colour(theme)
    fill, ink = (tokens.surface, tokens.ink) if hollow else (colour, ink_on(colour))
    ring = colour if hollow else tokens.selected
    return (
        f"<circle cx='{x:g}' cy='{MIDDLE:g}' r='9' fill='{fill}' stroke='{ring}' "
        f"stroke-width='{2.4 if hollow else 1.4:g}'/>"
        f"<text x='{x:g}' y='{MIDDLE + 4:g}' text-anchor='middle' font-family='sans-serif' font-size='11' "
        f"font-weight='700' fill='{ink}'>{ALL_STATUSES[status].icon}</text>"
    )
