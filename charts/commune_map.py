"""The map of the communes of a province, and the whole country with its archipelagos in a corner."""

from math import cos, radians

from charts.areas import land_trace, members, painted_trace, selected_trace, unlisted_trace
from charts.choropleth import FRAME
from charts.classes import Colouring, classes, provisional
from charts.hover import hover_row, hover_template, spoken
from charts.overlays import icon_trace, pattern_trace, provisional_traces, small_sea_traces
from charts.template import Figure, template
from charts.tokens import PATTERNS, THEMES
from geodata.islands import ARCHIPELAGOS, Box
from geodata.outlines import Outlines
from indicators.model import Indicator, ValueTable
from language import Language

# West, east, south, north of the country in the corner: below the archipelagos is room for their names.
INSET_FRAME = (FRAME[0], 118.6, 4.2, FRAME[3])
ROOM = 0.014  # of the map's width around a commune's point, so that its icon stays inside
TOUCH = 44  # pixels
MARGIN = 0.03  # of the map's width, around the province


def commune_map(
    table: ValueTable,
    indicator: Indicator,
    *,
    colouring: Colouring,
    lang: Language,
    theme: str,
    province: str,
    communes: Outlines,
    country: Outlines,
    selected: str | None = None,
) -> Figure:
    """The communes of a province by value, status or gap as a figure dict, one of them outlined.

    `table` holds the values of the communes, `province` is the code of the province, `communes` is what
    `geodata.outlines.read_communes(settings.data_dir, province)` found (no map where that is None) and
    `country` is `read_outlines(settings.data_dir, "34")`. Its legend is made from
    `charts.classes.classes(table, indicator, ...)`, as for the map of provinces.

    The first item of `customdata` is the commune's code on whatever can be clicked: communes and, in the
    corner, the archipelago that is a commune of this province. The frame holds the province without it; the
    corner holds Hoàng Sa, Trường Sa and Biển Đông, named, on every map. A wide province has the corner below
    it, a tall one beside it.
    """
    tokens = THEMES[theme]
    found = classes(table, indicator, colouring=colouring, lang=lang, theme=theme)
    rows = {
        value.area_code: [
            *hover_row(value, indicator, lang, colouring=colouring, before=None),
            spoken(value, indicator, lang),
        ]
        for value in table.values
    }
    hover = hover_template(table.period, lang)
    west, south, east, north = communes.frame
    scale = max(east - west, north - south) / (FRAME[1] - FRAME[0])
    painted = painted_trace(table, found, rows, hover, communes, tokens)
    outline = selected_trace(selected, communes, tokens)
    overlays = [
        pattern_trace(name, members(found, name), communes, tokens.missing_ink, scale=scale)
        for name in PATTERNS
        if name != "weave"
    ]
    overlays += provisional_traces(provisional(table, lang, theme), found, communes, scale)
    icons = found if colouring == "status" else ()
    overlays.append(icon_trace(icons, communes, size=9, room=ROOM * (east - west)))
    overlays.append(unlisted_trace(table, communes, tokens))
    others = [code for code in country.codes if code != province]
    own = {each["properties"]["archipelago"]: each["id"] for each in communes.shapes["features"]}
    holding = {a.box: rows[own[a.id]] for a in ARCHIPELAGOS if own.get(a.id) in rows}
    codes = {row[0] for row in holding.values()}
    inset = [
        land_trace("country", others, tokens.unjudged, country, tokens),
        land_trace("province", [province], tokens.accent, country, tokens),
        _only(painted, codes) | {"name": "archipelago communes"},
        _only(outline, codes)
        | {
            "name": "selected archipelago",
            "marker": {"line": {"color": tokens.selected, "width": 1.2}},
        },
        *small_sea_traces(lang, tokens),
        _target(holding, hover),
    ]
    return {
        "data": [painted, outline, *overlays, *(trace | {"geo": "geo2"} for trace in inset)],
        "layout": _layout(theme, table.boundaries, province, communes.frame),
    }


def _target(holding: dict[Box, list[str]], hover: str) -> Figure:
    """What a finger meets where an archipelago of this province is: its islands are a few pixels wide."""
    return {
        "type": "scattergeo",
        "name": "archipelago target",
        "mode": "markers",
        "lon": [(west + east) / 2 for west, _, east, _ in holding],
        "lat": [(south + north) / 2 for _, south, _, north in holding],
        "marker": {"size": TOUCH, "opacity": 0},
        "customdata": list(holding.values()),
        "hovertemplate": hover,
        "visible": bool(holding),
    }


def _only(trace: Figure, codes: set[str]) -> Figure:
    """A trace of areas without all but these."""
    places = [place for place, code in enumerate(trace["locations"]) if code in codes]
    kept = {name: [trace[name][place] for place in places] for name in ("locations", "z")}
    if "customdata" in trace:
        kept["customdata"] = [trace["customdata"][place] for place in places]
    return trace | kept | {"visible": bool(places)}


def _layout(theme: str, boundaries: str, province: str, frame: Box) -> Figure:
    tokens = THEMES[theme]
    west, south, east, north = frame
    margin = MARGIN * max(east - west, north - south)
    wide = (east - west) * cos(radians((south + north) / 2)) > 0.95 * (north - south)
    base = {"visible": False, "projection": {"type": "mercator"}, "uirevision": province}
    inset_west, inset_east, inset_south, inset_north = INSET_FRAME
    return {
        "template": template(theme),
        "uirevision": f"{boundaries}-{province}",
        "dragmode": "pan",
        "hovermode": "closest",
        "clickmode": "event",
        "geo": {
            **base,
            "domain": {"x": [0, 1], "y": [0.38, 1]} if wide else {"x": [0, 0.57], "y": [0, 1]},
            "lonaxis": {"range": [west - margin, east + margin]},
            "lataxis": {"range": [south - margin, north + margin]},
        },
        "geo2": {
            **base,
            "domain": {"x": [0.5, 1], "y": [0, 0.36]} if wide else {"x": [0.58, 1], "y": [0, 0.48]},
            "lonaxis": {"range": [inset_west, inset_east]},
            "lataxis": {"range": [inset_south, inset_north]},
            "showframe": True,
            "framecolor": tokens.line_strong,
            "framewidth": 1,
        },
    }
