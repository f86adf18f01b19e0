"""The map of an indicator: every province in the colour of its class, with its archipelagos and Biển Đông."""

from collections.abc import Mapping

from charts.areas import members, painted_trace, selected_trace, unlisted_trace
from charts.classes import Colouring, classes, provisional
from charts.hover import hover_row, hover_template, spoken
from charts.overlays import icon_trace, pattern_trace, provisional_traces, sea_traces
from charts.template import Figure, template
from charts.tokens import PATTERNS, THEMES
from geodata.outlines import Outlines
from geodata.provinces import MERGER, Boundaries
from indicators.model import Indicator, ValueTable
from indicators.periods import Period
from language import Language

# West, east, south, north: the country with both archipelagos, nothing hidden in a corner.
FRAME = (101.7, 118.0, 6.4, 23.8)


def choropleth(
    table: ValueTable,
    indicator: Indicator,
    *,
    colouring: Colouring,
    lang: Language,
    theme: str,
    before: ValueTable | None = None,
    selected: str | None = None,
    outlines: Outlines,
    ranks: Mapping[str, int] | None = None,
) -> Figure:
    """The map as a figure dict; the browser reads its geometry from the address of the outlines.

    `outlines` are those of `drawn_boundaries(table)`, `ranks` the places of those that are ranked.

    The first item of `customdata` is the area's code on whatever can be clicked; of the areas the last two
    are what a keyboard's reader is told and the rank (assets/4_map_keys.js). The traces always come in
    the same order: areas, selected area, patterns, provisional marks, icons, archipelagos, sea, unlisted.
    """
    tokens = THEMES[theme]
    found = classes(table, indicator, colouring=colouring, lang=lang, theme=theme, before=before)
    earlier = {value.area_code: value.value for value in before.values} if before else {}
    placed = ranks or {}
    rows = {
        value.area_code: hover_row(
            value, indicator, lang, colouring=colouring, before=earlier.get(value.area_code)
        )
        for value in table.values
    }
    told: dict[str, list[str | int]] = {
        value.area_code: [
            *rows[value.area_code],
            spoken(value, indicator, lang),
            placed.get(value.area_code, 0),
        ]
        for value in table.values
    }
    hover = hover_template(table.period, lang)
    overlays = [
        pattern_trace(name, members(found, name), outlines, tokens.missing_ink)
        for name in PATTERNS
        if name != "weave"
    ]
    overlays += provisional_traces(provisional(table, lang, theme), found, outlines)
    size = 9 if len(outlines.codes) > 34 else 11
    overlays.append(icon_trace(found if colouring == "status" else (), outlines, size=size))
    overlays += sea_traces(rows, hover, lang, tokens)
    overlays.append(unlisted_trace(table, outlines, tokens))
    areas = painted_trace(table, found, told, hover, outlines, tokens)
    outline = selected_trace(selected, outlines, tokens)
    return {"data": [areas, outline, *overlays], "layout": _layout(theme, table.boundaries)}


def drawn_boundaries(table: ValueTable) -> Boundaries:
    """The shapes that a table is drawn on: as reported means the 63 before the merger and the 34 after it."""
    if table.boundaries in ("63", "34"):
        return "63" if table.boundaries == "63" else "34"
    return "63" if Period.parse(table.period).end < MERGER else "34"


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
