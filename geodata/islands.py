"""The archipelagos that every map of Viet Nam shows, and the check that none goes without them.

Nghị định 18/2020/NĐ-CP, Điều 11, fines whoever circulates a map without them.
"""

from dataclasses import dataclass
from typing import Any

Point = tuple[float, float]
"""Longitude, latitude (WGS 84, degrees)."""

Box = tuple[float, float, float, float]
"""West, south, east, north."""


@dataclass(frozen=True, slots=True)
class Archipelago:
    """An archipelago, the province it belongs to (one code in both boundaries) and where it lies."""

    id: str
    province: str
    name_vi: str
    name_en: str
    label_vi: str
    label_en: str
    label_point: Point
    box: Box


ARCHIPELAGOS = (
    Archipelago(
        id="hoang_sa",
        province="48",
        name_vi="Quần đảo Hoàng Sa",
        name_en="Hoang Sa Islands",
        label_vi="Quần đảo Hoàng Sa (Đà Nẵng)",
        label_en="Hoang Sa Islands (Da Nang)",
        label_point=(112.0, 17.4),
        box=(111.0, 15.5, 113.0, 17.5),
    ),
    Archipelago(
        id="truong_sa",
        province="56",
        name_vi="Quần đảo Trường Sa",
        name_en="Truong Sa Islands",
        label_vi="Quần đảo Trường Sa (Khánh Hòa)",
        label_en="Truong Sa Islands (Khanh Hoa)",
        label_point=(114.0, 11.8),
        box=(111.0, 6.0, 118.0, 12.0),
    ),
)

SEA_ID, SEA_VI, SEA_EN = "bien_dong", "Biển Đông", "East Sea"
SEA_POINT: Point = (112.4, 13.8)


class ArchipelagoMissing(ValueError):
    """A map that does not show Hoàng Sa or Trường Sa where they belong; the message says which and where."""


def require_archipelagos(shapes: dict[str, Any]) -> dict[str, Any]:
    """The same GeoJSON, once it is sure that Hoàng Sa and Trường Sa are part of it.

    An archipelago is there when a polygon of its province's feature (or of its own) lies wholly in its box.
    Raises ArchipelagoMissing.
    """
    for archipelago in ARCHIPELAGOS:
        own = (archipelago.province, archipelago.id)
        features = [feature for feature in shapes["features"] if feature.get("id") in own]
        outlines = [outline for feature in features for outline in _outlines(feature["geometry"])]
        if not any(_inside(outline, archipelago.box) for outline in outlines):
            raise ArchipelagoMissing(
                f"{archipelago.label_vi} is not on this map: no polygon of feature {' or '.join(own)} "
                f"lies in {archipelago.box} (west, south, east, north)"
            )
    return shapes


def _outlines(geometry: dict[str, Any]) -> list[list[list[float]]]:
    polygons = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}
    return [polygon[0] for polygon in polygons.get(geometry["type"], [])]


def _inside(outline: list[list[float]], box: Box) -> bool:
    west, south, east, north = box
    return all(west <= lon <= east and south <= lat <= north for lon, lat in outline)
