"""The small map of a province: the whole country, the province, and its neighbours by their numbers."""

from collections.abc import Mapping, Sequence
from math import hypot

from charts.choropleth import FRAME
from charts.overlays import sea_traces
from charts.template import Figure, template
from charts.tokens import THEMES, ink_on
from geodata.outlines import Outlines
from language import Language

ROOM = 0.75  # degrees that a number needs on a map as narrow as a phone
STEPS = 40


def apart(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The points moved away from each other until each has room, as far as that is possible.

    >>> [round(lon, 2) for lon, _ in apart([(106.0, 20.0), (106.25, 20.0), (110.0, 20.0)])]
    [105.75, 106.5, 110.0]
    """
    found = [list(point) for point in points]
    for _ in range(STEPS):
        for place, one in enumerate(found):
            for other in found[:place]:
                way = (one[0] - other[0], one[1] - other[1])
                far = hypot(*way)
                if far >= ROOM:
                    continue
                for axis, share in enumerate(way):
                    step = (ROOM - far) / 2 * (share / far if far else 1 - axis)
                    one[axis] += step
                    other[axis] -= step
    return [(lon, lat) for lon, lat in found]


def neighbour_map(
    area: str | None,
    neighbours: Sequence[str],
    names: Mapping[str, str],
    outlines: Outlines,
    *,
    lang: Language,
    theme: str,
) -> Figure:
    """The map as a figure dict; without a province all are alike, to choose one from.

    The first item of `customdata` is the code on whatever can be clicked, the third what a keyboard's reader
    is told (assets/4_map_keys.js). A neighbour bears its place in
    `neighbours`, from 1, as names would cover each other; the province itself bears none, its outline is
    thick.
    """
    tokens = THEMES[theme]
    fills = (tokens.missing, tokens.sequential[1], tokens.accent)
    where = {code: lang("giáp ranh") for code in neighbours}
    if area:
        where[area] = lang("đang xem")
    rows = {code: [code, names.get(code, code), where.get(code, "")] for code in outlines.codes}
    kinds = [2 if code == area else 1 if code in neighbours else 0 for code in outlines.codes]
    hover = "%{customdata[1]}<extra></extra>"
    land = {
        "type": "choropleth",
        "name": "provinces",
        "geojson": outlines.url,
        "featureidkey": "id",
        "showscale": False,
        "locations": outlines.codes,
        "z": kinds,
        "zmin": 0,
        "zmax": 2,
        "colorscale": [
            [edge, fill] for place, fill in enumerate(fills) for edge in (place / 3, (place + 1) / 3)
        ],
        "marker": {"line": {"color": tokens.border, "width": 0.6}},
        "customdata": list(rows.values()),
        "hovertemplate": hover,
    }
    points = {each["id"]: each["properties"]["label_point"] for each in outlines.shapes["features"]}
    marked = [(number, code) for number, code in enumerate(neighbours, 1) if code in points]
    placed = apart([(points[code][0], points[code][1]) for _, code in marked])
    numbers = {
        "type": "scattergeo",
        "name": "numbers",
        "mode": "text",
        "lon": [lon for lon, _ in placed],
        "lat": [lat for _, lat in placed],
        "text": [str(number) for number, _ in marked],
        "customdata": [rows[code] for _, code in marked],
        "hovertemplate": hover,
        "textfont": {"size": 13, "weight": 700, "color": ink_on(fills[1])},
    }
    west, east, south, north = FRAME
    return {
        "data": [land, numbers, *sea_traces(rows, hover, lang, tokens)],
        "layout": {
            "template": template(theme),
            "uirevision": "34",
            "dragmode": False,
            "hovermode": "closest",
            "hoverdistance": 8,  # a number answers for itself, not for the land around it
            "clickmode": "event",
            "geo": {
                "visible": False,
                "projection": {"type": "mercator"},
                "lonaxis": {"range": [west, east]},
                "lataxis": {"range": [south, north]},
            },
        },
    }
