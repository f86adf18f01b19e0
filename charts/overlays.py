"""What is drawn over the colours of a map: patterns, icons and the names on the sea, as traces."""

from typing import Any

from charts.classes import MapClass
from charts.patterns import GRIDS, pattern
from charts.template import Figure
from charts.tokens import Theme, ink_on
from geodata.load import islands, shapes
from geodata.provinces import Boundaries
from language import Language

# The filled signs look larger than the open ones at the same size.
_HEAVY_ICONS = "●▲▼○"


def pattern_trace(
    name: str,
    codes: tuple[str, ...],
    boundaries: Boundaries,
    ink: str,
    *,
    title: str = "",
    opacity: float = 0.8,
) -> Figure:
    """A pattern over some areas; it lets the pointer through to them."""
    lon, lat = pattern(name, boundaries, codes)
    drawn: Figure = {"mode": "lines", "line": {"color": ink, "width": 1}}
    if name == "dots":
        drawn = {"mode": "markers", "marker": {"size": 2.6, "color": ink, "line": {"width": 0}}}
    elif name in GRIDS:
        drawn = {"mode": "markers", "marker": {"symbol": "circle-open", "size": 5, "color": ink}}
    return {
        "type": "scattergeo",
        "name": title or name,
        "lon": lon,
        "lat": lat,
        "opacity": opacity,
        "hoverinfo": "skip",
        "visible": bool(lon),
        **drawn,
    }


def provisional_traces(marked: MapClass, found: tuple[MapClass, ...], boundaries: Boundaries) -> list[Figure]:
    """The mark of provisional areas, dark over light colours and light over dark ones."""
    inks = {code: ink_on(each.colour) for each in found for code in each.area_codes}
    traces = []
    for title, ink in (("provisional on light", "#000000"), ("provisional on dark", "#ffffff")):
        codes = tuple(code for code in marked.area_codes if inks[code] == ink)
        traces.append(pattern_trace("weave", codes, boundaries, ink, title=title, opacity=0.6))
    return traces


def icon_trace(found: tuple[MapClass, ...], boundaries: Boundaries) -> Figure:
    """The icons of the classes, one on each area whose pattern doesn't tell the class already."""
    points = {shape["id"]: shape["properties"]["label_point"] for shape in shapes(boundaries)["features"]}
    plain = [each for each in found if each.icon and not each.pattern]
    drawn = [(each, points[code]) for each in plain for code in each.area_codes]
    size = 11 if boundaries == "34" else 9
    return {
        "type": "scattergeo",
        "name": "icons",
        "mode": "text",
        "lon": [lon for _, (lon, _) in drawn],
        "lat": [lat for _, (_, lat) in drawn],
        "text": [each.icon for each, _ in drawn],
        "textfont": {
            "size": [size if each.icon in _HEAVY_ICONS else size + 5 for each, _ in drawn],
            "color": [ink_on(each.colour) for each, _ in drawn],
            "weight": 700,
        },
        "hoverinfo": "skip",
        "visible": bool(drawn),
    }


def sea_traces(rows: dict[str, list[str]], hover: str, lang: Language, tokens: Theme) -> list[Figure]:
    """The names of both archipelagos, which answer the pointer as their provinces do, and of Biển Đông."""
    places = [feature["properties"] for feature in islands()["features"]]
    archipelagos = [place for place in places if "province" in place]
    seas = [place for place in places if "province" not in place]
    named = _names("archipelagos", archipelagos, 12, tokens.ink_soft, lang) | {
        # A province that the table lacks still has its archipelago drawn and named.
        "customdata": [rows.get(place["province"], [place["province"]]) for place in archipelagos],
        **({"hovertemplate": hover} if rows else {"hoverinfo": "none"}),
    }
    return [named, _names("sea", seas, 14, tokens.sea_label, lang) | {"hoverinfo": "skip"}]


def _names(title: str, places: list[dict[str, Any]], size: int, colour: str, lang: Language) -> Figure:
    return {
        "type": "scattergeo",
        "name": title,
        "mode": "text",
        "lon": [place["label_point"][0] for place in places],
        "lat": [place["label_point"][1] for place in places],
        # on two lines, so that a narrow screen doesn't cut them off
        "text": [place[f"label_{lang.code}"].replace(" (", "<br>(") for place in places],
        "textposition": "top center",
        "textfont": {"size": size, "color": colour},
    }
