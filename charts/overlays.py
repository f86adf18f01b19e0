"""What is drawn over the colours of a map: patterns, icons and the names on the sea, as traces."""

from typing import Any

from charts.classes import MapClass
from charts.patterns import GRIDS, Path, apart, over, pattern
from charts.template import Figure
from charts.tokens import PATTERNS, Theme, ink_on
from geodata.load import islands
from geodata.outlines import Outlines
from language import Language

# The filled signs look larger than the open ones at the same size.
_HEAVY_ICONS = "●▲▼○"
# Where the names of the archipelagos stand on a small map, by province: above the one, below the other.
_SMALL_POINTS = {"48": (111.6, 17.3, "top center"), "56": (111.8, 7.0, "bottom center")}


def pattern_trace(
    name: str,
    codes: tuple[str, ...],
    outlines: Outlines,
    ink: str,
    *,
    title: str = "",
    opacity: float = 0.8,
    scale: float | None = None,
) -> Figure:
    """A pattern over some areas; it lets the pointer through to them.

    On a map of the country it is drawn area by area, else with its lines as close as `scale` says and whole.
    """
    lon, lat = apart(name, outlines, codes) if scale is None else pattern(name, outlines, codes, scale)
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


def provisional_traces(
    marked: MapClass, found: tuple[MapClass, ...], outlines: Outlines, scale: float | None = None
) -> list[Figure]:
    """The mark of provisional areas, dark over light colours and light over dark ones."""
    inks = {code: ink_on(each.colour) for each in found for code in each.area_codes}
    traces = []
    for title, ink in (("provisional on light", "#000000"), ("provisional on dark", "#ffffff")):
        codes = tuple(code for code in marked.area_codes if inks[code] == ink)
        traces.append(pattern_trace("weave", codes, outlines, ink, title=title, opacity=0.6, scale=scale))
    return traces


def icon_trace(found: tuple[MapClass, ...], outlines: Outlines, *, size: int, room: float = 0) -> Figure:
    """The icons of the classes, one on each area whose pattern doesn't tell the class already.

    An area with less than `room` (degrees) around its point goes without: its icon would cover others.
    """
    points = {
        each["id"]: each["properties"]["label_point"]
        for each in outlines.shapes["features"]
        if not room or each["properties"]["room"] >= room
    }
    plain = [each for each in found if each.icon and not each.pattern]
    drawn = [(each, points[code]) for each in plain for code in each.area_codes if code in points]
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


def parts_of_traces(outlines: Outlines) -> tuple[list[Path], ...]:
    """What traces of a map of the country are joined from: lon, lat of points, lon, lat of patterns."""
    points = [feature["properties"]["label_point"] for feature in outlines.shapes["features"]]
    drawn = [over(name, outlines, code) for name in PATTERNS for code in outlines.codes]
    of_points: list[tuple[Path, Path]] = [((lon,), (lat,)) for lon, lat in points]
    return tuple([each[axis] for each in of] for of in (of_points, drawn) for axis in (0, 1))


def sea_traces(rows: dict[str, list[str]], hover: str, lang: Language, tokens: Theme) -> list[Figure]:
    """The names of both archipelagos, which answer the pointer as their provinces do, and of Biển Đông."""
    archipelagos, seas = _places()
    named = _names("archipelagos", archipelagos, 12, tokens.ink_soft, lang) | {
        # A province that the table lacks still has its archipelago drawn and named.
        "customdata": [rows.get(place["province"], [place["province"]]) for place in archipelagos],
        **({"hovertemplate": hover} if rows else {"hoverinfo": "none"}),
    }
    return [named, _names("sea", seas, 14, tokens.sea_label, lang) | {"hoverinfo": "skip"}]


def small_sea_traces(lang: Language, tokens: Theme) -> list[Figure]:
    """The same names on a small map of the country, clear of each other; they answer no pointer."""
    archipelagos, seas = _places()
    named = _names("archipelagos", archipelagos, 9, tokens.ink, lang)
    points = [_SMALL_POINTS[place["province"]] for place in archipelagos]
    named |= {
        "lon": [lon for lon, _, _ in points],
        "lat": [lat for _, lat, _ in points],
        "textposition": [position for _, _, position in points],
    }
    sea = _names("sea", seas, 10, tokens.sea_label, lang)
    sea["lon"] = [lon + 0.6 for lon in sea["lon"]]  # off the coast, where a degree is a few pixels
    return [named | {"hoverinfo": "skip"}, sea | {"hoverinfo": "skip"}]


def _places() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    places = [feature["properties"] for feature in islands()["features"]]
    archipelagos = [place for place in places if "province" in place]
    return archipelagos, [place for place in places if "province" not in place]


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
