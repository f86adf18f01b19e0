"""The map of an indicator: every province in the colour of its class, with its archipelagos and Biển Đông."""

from typing import Any

from charts.classes import Colouring, MapClass, classes, provisional
from charts.hover import hover_row, hover_template
from charts.overlays import icon_trace, pattern_trace, provisional_traces, sea_traces
from charts.template import Figure, template
from charts.tokens import PATTERNS, THEMES, Theme
from geodata.load import shapes
from geodata.provinces import MERGER, Boundaries
from indicators.model import Indicator, ValueTable
from indicators.periods import Period
from language import Language

# West, east, south, north: the country with both archipelagos, nothing hidden in a corner.
FRAME = (101.7, 117.4, 6.4, 23.8)


def choropleth(
    table: ValueTable,
    indicator: Indicator,
    *,
    colouring: Colouring,
    lang: Language,
    theme: str,
    before: ValueTable | None = None,
    selected: str | None = None,
    geojson_url: str,
) -> Figure:
    """The map as a figure dict; the browser reads its geometry from `geojson_url`.

    The first item of `customdata` is the area's code on whatever can be clicked. The traces always come in
    the same order: areas, selected area, patterns, provisional marks, icons, archipelagos, sea, unlisted.
    """
    tokens = THEMES[theme]
    boundaries = drawn_boundaries(table)
    found = classes(table, indicator, colouring=colouring, lang=lang, theme=theme, before=before)
    earlier = {value.area_code: value.value for value in before.values} if before else {}
    rows = {
        value.area_code: hover_row(
            value, indicator, lang, colouring=colouring, before=earlier.get(value.area_code)
        )
        for value in table.values
    }
    hover = hover_template(table.period, lang)
    shape = {"type": "choropleth", "geojson": geojson_url, "featureidkey": "id", "showscale": False}
    areas = {
        **shape,
        "name": "areas",
        "locations": [value.area_code for value in table.values],
        "z": _places(table, found),
        "zmin": 0,
        "zmax": len(found),
        "colorscale": _steps([each.colour for each in found]),
        "marker": {"line": {"color": tokens.border, "width": 0.5}},
        "customdata": list(rows.values()),
        "hovertemplate": hover,
    }
    outline = {
        **shape,
        "name": "selected",
        "locations": [selected] if selected else [],
        "z": [0] if selected else [],
        "colorscale": [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]],
        "marker": {"line": {"color": tokens.selected, "width": 2.6}},
        "hoverinfo": "skip",
        "visible": bool(selected),
    }
    overlays = [
        pattern_trace(name, _members(found, name), boundaries, tokens.missing_ink)
        for name in PATTERNS
        if name != "weave"
    ]
    overlays += provisional_traces(provisional(table, lang, theme), found, boundaries)
    overlays.append(icon_trace(found if colouring == "status" else (), boundaries))
    overlays += sea_traces(rows, hover, lang, tokens)
    overlays.append(shape | _unlisted(set(rows), boundaries, tokens))
    return {"data": [areas, outline, *overlays], "layout": _layout(theme, table.boundaries)}


def drawn_boundaries(table: ValueTable) -> Boundaries:
    """The shapes that a table is drawn on: as reported means the 63 before the merger and the 34 after it."""
    if table.boundaries in ("63", "34"):
        return "63" if table.boundaries == "63" else "34"
    return "63" if Period.parse(table.period).end < MERGER else "34"


def _unlisted(listed: set[str], boundaries: Boundaries, tokens: Theme) -> Figure:
    """The land of provinces that the table lacks, so that the country is whole; it answers no pointer."""
    codes = [each["id"] for each in shapes(boundaries)["features"] if each["id"] not in listed]
    return {
        "name": "unlisted",
        "locations": codes,
        "z": [0] * len(codes),
        "colorscale": [[0, tokens.missing], [1, tokens.missing]],
        "marker": {"line": {"color": tokens.border, "width": 0.5}},
        "hoverinfo": "skip",
        "visible": bool(codes),
    }


def _places(table: ValueTable, found: tuple[MapClass, ...]) -> list[float]:
    place = {code: number + 0.5 for number, each in enumerate(found) for code in each.area_codes}
    return [place[value.area_code] for value in table.values]


def _steps(colours: list[str]) -> list[list[Any]]:
    """A colour scale without transitions."""
    width = 1 / len(colours)
    return [
        [round(edge, 6), colour]
        for place, colour in enumerate(colours)
        for edge in (place * width, (place + 1) * width)
    ]


def _members(found: tuple[MapClass, ...], pattern: str) -> tuple[str, ...]:
    return tuple(code for each in found if each.pattern == pattern for code in each.area_codes)


def _layout(theme: str, boundaries: str) -> Figure:
    west, east, south, north = FRAME
    return {
        "template": template(theme),
        "uirevision": boundaries,
        "dragmode": "pan",
        "hovermode": "closest",
        "clickmode": "event",
        "geo": {
            "visible": False,
            "projection": {"type": "mercator"},
            "lonaxis": {"range": [west, east]},
            "lataxis": {"range": [south, north]},
            "uirevision": boundaries,
        },
    }
