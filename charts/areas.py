"""Areas on a map, as traces: painted by their classes, outlined, or left plain."""

from collections.abc import Mapping, Sequence
from typing import Any

from charts.classes import MapClass
from charts.template import Figure
from charts.tokens import Theme
from geodata.outlines import Outlines
from indicators.model import ValueTable

_CLEAR = "rgba(0,0,0,0)"


def painted_trace(
    table: ValueTable,
    found: tuple[MapClass, ...],
    rows: Mapping[str, Sequence[str | int]],
    hover: str,
    outlines: Outlines,
    tokens: Theme,
) -> Figure:
    """The areas in the colours of their classes; `rows` are their customdata, the code first in each."""
    drawn = set(outlines.codes)
    place = {code: number + 0.5 for number, each in enumerate(found) for code in each.area_codes}
    codes = [value.area_code for value in table.values if value.area_code in drawn]
    return {
        **_geometry(outlines),
        "name": "areas",
        "locations": codes,
        "z": [place[code] for code in codes],
        "zmin": 0,
        "zmax": len(found),
        "colorscale": _steps([each.colour for each in found]),
        "marker": {"line": {"color": tokens.border, "width": 0.5}},
        "customdata": [rows[code] for code in codes],
        "hovertemplate": hover,
    }


def selected_trace(selected: str | None, outlines: Outlines, tokens: Theme) -> Figure:
    """The line around the area that is selected; the pointer reaches the area through it."""
    codes = [selected] if selected and selected in outlines.codes else []
    return _plain("selected", codes, _CLEAR, {"color": tokens.selected, "width": 2.6}, outlines)


def unlisted_trace(table: ValueTable, outlines: Outlines, tokens: Theme) -> Figure:
    """The land of areas that the table lacks, so that the map is whole; it answers no pointer."""
    listed = {value.area_code for value in table.values}
    codes = [code for code in outlines.codes if code not in listed]
    return land_trace("unlisted", codes, tokens.missing, outlines, tokens)


def land_trace(name: str, codes: list[str], colour: str, outlines: Outlines, tokens: Theme) -> Figure:
    """Areas in one colour that tell nothing and answer no pointer."""
    return _plain(name, codes, colour, {"color": tokens.border, "width": 0.5}, outlines)


def members(found: tuple[MapClass, ...], pattern: str) -> tuple[str, ...]:
    """The areas that a pattern is drawn over."""
    return tuple(code for each in found if each.pattern == pattern for code in each.area_codes)


def _plain(name: str, codes: list[str], colour: str, line: dict[str, Any], outlines: Outlines) -> Figure:
    return {
        **_geometry(outlines),
        "name": name,
        "locations": codes,
        "z": [0] * len(codes),
        "colorscale": [[0, colour], [1, colour]],
        "marker": {"line": line},
        "hoverinfo": "skip",
        "visible": bool(codes),
    }


def _geometry(outlines: Outlines) -> Figure:
    return {"type": "choropleth", "geojson": outlines.url, "featureidkey": "id", "showscale": False}


def _steps(colours: list[str]) -> list[list[Any]]:
    """A colour scale without transitions."""
    width = 1 / len(colours)
    return [
        [round(edge, 6), colour]
        for place, colour in enumerate(colours)
        for edge in (place * width, (place + 1) * width)
    ]
