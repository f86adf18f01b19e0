"""Outlines as GeoJSON that the maps can draw."""

import json
from collections.abc import Sequence
from typing import Any

import shapely
from shapely.geometry import mapping, shape


def feature(code: str, properties: dict[str, Any], area: shapely.Geometry) -> dict[str, Any]:
    """A GeoJSON feature of an area; the same area gives the same one."""
    # normalize() fixes the order of parts and where rings start; d3-geo needs outer rings clockwise.
    drawn = shapely.orient_polygons(shapely.normalize(area), exterior_cw=True)
    return {"type": "Feature", "id": code, "properties": properties, "geometry": mapping(drawn)}


def collection(features: Sequence[dict[str, Any]], attribution: str, **members: Any) -> str:
    """The text of a file of features, one a line so that a change is a small difference."""
    bounds = shapely.total_bounds([shape(each["geometry"]) for each in features])
    head = {"type": "FeatureCollection", "attribution": attribution, "bbox": bounds.tolist()} | members
    lines = ",\n".join(_compact(each) for each in features)
    return f'{_compact(head)[:-1]},"features":[\n{lines}\n]}}\n'


def _compact(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
