"""The committed maps, read once: what the served app knows of geography. Standard library alone."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Literal

from geodata.islands import Box, require_archipelagos
from geodata.provinces import Boundaries

FOLDER = Path(__file__).parent
SHAPES: dict[Boundaries, Path] = {
    "63": FOLDER / "provinces63.geojson",
    "34": FOLDER / "provinces34.geojson",
}
ISLANDS = FOLDER / "islands.geojson"
NEIGHBOURS = FOLDER / "neighbours.json"


@cache
def shapes(boundaries: Boundaries) -> dict[str, Any]:
    """The provinces as a GeoJSON FeatureCollection; a feature's `id` is the province's code.

    Properties: `name_vi`, `name_en`, `label_point` ([lon, lat], inside the largest part). Hoàng Sa is part of
    48 and Trường Sa of 56, so they are coloured and clicked with their province. Outer rings run clockwise,
    as d3-geo wants them (RFC 7946 says the opposite): turned round, a province fills the globe. The answer is
    shared by all callers: read it, do not change it.
    """
    return require_archipelagos(_read(SHAPES[boundaries]))


@cache
def islands() -> dict[str, Any]:
    """Hoàng Sa and Trường Sa as features of their own and Biển Đông as a point, with `label_vi`, `label_en`
    and `label_point`; an archipelago's `province` is the code of the province it belongs to."""
    return require_archipelagos(_read(ISLANDS))


def labels(language: Literal["vi", "en"]) -> list[tuple[str, float, float]]:
    """What every map writes on the sea: (text, lon, lat) of both archipelagos and of Biển Đông."""
    written = (feature["properties"] for feature in islands()["features"])
    return [(properties[f"label_{language}"], *properties["label_point"]) for properties in written]


def bounds(boundaries: Boundaries) -> Box:
    """West, south, east and north of all that is drawn, the archipelagos included."""
    west, south, east, north = shapes(boundaries)["bbox"]
    return west, south, east, north


@cache
def neighbours(boundaries: Boundaries) -> dict[str, tuple[str, ...]]:
    """The codes of the provinces that share a border with each province.

    >>> neighbours("34")["96"]
    ('91', '92')
    """
    return {code: tuple(others) for code, others in _read(NEIGHBOURS)[boundaries].items()}


def _read(file: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return content
