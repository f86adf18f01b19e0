"""The drawings laid over areas that colour alone must not tell apart, as coordinates: scan-lines and grids.

Plotly has no patterns on maps, so a pattern is drawn: parallel lines in degrees, cut off at the outline.
All areas share one grid, so neighbours with the same pattern read as one surface, and need fewer lines.
"""

from functools import lru_cache
from itertools import pairwise
from math import ceil, cos, floor, log10, radians, sin

from geodata.outlines import Outlines

Path = tuple[float | None, ...]
Edge = tuple[float, float, float, float]

# Degrees between the lines on a map of the country, and their angle; the marks of a grid stand on horizontal
# lines.
_SPACING = {
    "hatch": 0.13,
    "cross": 0.26,
    "lines": 0.13,
    "weave": 0.16,
    "dots": 0.2,
    "rings": 0.3,
    "mesh": 0.24,
}
_ANGLES = {"hatch": (45,), "cross": (45, 135), "lines": (0,), "weave": (135,), "mesh": (0, 90)}
GRIDS = ("dots", "rings")


@lru_cache(maxsize=256)
def pattern(name: str, outlines: Outlines, codes: tuple[str, ...], scale: float = 1) -> tuple[Path, Path]:
    """Longitudes and latitudes of a pattern over the areas: lines divided by None, or points of a grid.

    `scale` is the size of the map as a share of a map of the country: a province wants its lines closer.
    """
    return _drawn(name, outlines, codes, scale)


@lru_cache(maxsize=1024)
def over(name: str, outlines: Outlines, code: str) -> tuple[Path, Path]:
    """A pattern over one area of a map of the country."""
    return _drawn(name, outlines, (code,), 1)


def apart(name: str, outlines: Outlines, codes: tuple[str, ...]) -> tuple[Path, Path]:
    """A pattern as `pattern` draws it, but area by area: what is over one area is alike whatever the others.

    So it is told once for all pictures (callbacks/pieces.py). A line that runs on in a neighbour is two.
    """
    each = [over(name, outlines, code) for code in codes]
    return tuple(x for lons, _ in each for x in lons), tuple(y for _, lats in each for y in lats)


def _drawn(name: str, outlines: Outlines, codes: tuple[str, ...], scale: float) -> tuple[Path, Path]:
    edges, spacing = _edges(outlines, codes), _SPACING[name] * scale
    points = _grid(edges, spacing) if name in GRIDS else _lines(edges, spacing, _ANGLES[name])
    digits = 2 - floor(log10(scale))
    lons = tuple(None if point is None else round(point[0], digits) for point in points)
    return lons, tuple(None if point is None else round(point[1], digits) for point in points)


def _lines(edges: list[Edge], spacing: float, angles: tuple[int, ...]) -> list[tuple[float, float] | None]:
    points: list[tuple[float, float] | None] = []
    for angle in angles:
        turned = [(*_turn(x1, y1, -angle), *_turn(x2, y2, -angle)) for x1, y1, x2, y2 in edges]
        for y, left, right in _scan(turned, spacing):
            points += [_turn(left, y, angle), _turn(right, y, angle), None]
    return points


def _grid(edges: list[Edge], spacing: float) -> list[tuple[float, float] | None]:
    points: list[tuple[float, float] | None] = []
    for y, left, right in _scan(edges, spacing):
        shift = spacing / 2 * (round(y / spacing) % 2)  # every other row stands between the marks of the last
        first, last = ceil((left - shift) / spacing), floor((right - shift) / spacing)
        points += [(place * spacing + shift, y) for place in range(first, last + 1)]
    return points


def _scan(edges: list[Edge], spacing: float) -> list[tuple[float, float, float]]:
    """The stretches (y, left, right) of horizontal lines inside the outline, by the even-odd rule."""
    crossings: dict[int, list[float]] = {}
    for x1, y1, x2, y2 in edges:
        low, high = sorted((y1, y2))
        # half-open, so that a line through a corner meets one of its two edges
        for row in range(ceil(low / spacing), ceil(high / spacing)):
            crossings.setdefault(row, []).append(x1 + (row * spacing - y1) / (y2 - y1) * (x2 - x1))
    found = []
    for row in sorted(crossings):
        ends: list[float] = []
        for x in sorted(crossings[row]):
            if ends and x - ends[-1] < 1e-6:
                ends.pop()  # a border shared by two of the areas: the line runs on
            else:
                ends.append(x)
        pairs = zip(ends[::2], ends[1::2], strict=True)
        found += [(row * spacing, left, right) for left, right in pairs]
    return found


def _edges(outlines: Outlines, codes: tuple[str, ...]) -> list[Edge]:
    wanted = set(codes)
    shapes_drawn = [each["geometry"] for each in outlines.shapes["features"] if each["id"] in wanted]
    polygons = [
        polygon
        for shape in shapes_drawn
        for polygon in (shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]])
    ]
    rings = (ring for polygon in polygons for ring in polygon)
    return [(*start, *end) for ring in rings for start, end in pairwise(ring)]


def _turn(x: float, y: float, degrees: float) -> tuple[float, float]:
    angle = radians(degrees)
    return x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)
