"""Makes of checked outlines what the maps draw: fewer points, shared borders kept, islands one can see."""

from collections.abc import Mapping

import brotli
import numpy as np
import shapely
from shapely.geometry import shape

from geodata.features import collection, feature
from geodata.islands import ARCHIPELAGOS
from geodata.load import islands
from geodata.official.checks import SLIVER_SHARE, WIDEST_GAP, Known, Outlines

DECIMALS = 4
"""About 10 m: a tenth of a pixel on the map of a province."""
COUNTRY_TOLERANCE = 0.015
"""Degrees, for the map of the country: about 6,000 points (see geodata.build)."""
COMMUNE_TOLERANCE = 0.0015
"""Degrees, for the first try at the communes of a province: less than a pixel."""
COARSER = 1.3
LARGEST = 100_000
"""Bytes, compressed as the server does: what the communes of a province may weigh on the way to a phone."""


class NotTiled(ValueError):
    """The outlines could not be made to share their borders; the message says which areas."""


def tiled(outlines: Outlines) -> Outlines:
    """The same areas without the small overlaps and gaps between them; raises NotTiled."""
    before = list(outlines.values())
    after = shapely.coverage_clean(before, gap_width=WIDEST_GAP)
    changed = abs(shapely.area(after) - shapely.area(before)) > SLIVER_SHARE * shapely.area(before)
    if changed.any() or not shapely.coverage_is_valid(after):
        raise NotTiled(", ".join(code for code, wrong in zip(outlines, changed, strict=True) if wrong))
    return dict(zip(outlines, after, strict=True))


def provinces_text(outlines: Outlines, known: Mapping[str, Known], attribution: str) -> str:
    """The file of the provinces; Hoàng Sa and Trường Sa are drawn large enough to be seen and clicked."""
    drawn = simplified(outlines, COUNTRY_TOLERANCE)
    features = [_feature(code, drawn[code], known[code], known[code].province) for code in sorted(drawn)]
    return collection(features, attribution)


def communes_text(outlines: Outlines, known: Mapping[str, Known], attribution: str) -> str:
    """The file of the communes of one province, simplified until it is light enough."""
    holding = {code: archipelago(outlines[code]) for code in outlines}
    mainland = [outlines[code] for code, held in holding.items() if not held]
    frame = shapely.total_bounds(mainland).round(DECIMALS).tolist()
    tolerance = COMMUNE_TOLERANCE
    while True:
        drawn = simplified(outlines, tolerance)
        features = [
            _feature(code, drawn[code], known[code], known[code].province if holding[code] else "")
            for code in sorted(drawn)
        ]
        for each in features:
            each["properties"]["archipelago"] = holding[each["id"]]
        text = collection(features, attribution, frame=frame)
        if len(brotli.compress(text.encode(), quality=9)) < LARGEST:
            return text
        tolerance *= COARSER


def simplified(outlines: Outlines, tolerance: float) -> Outlines:
    """The same areas with fewer points, on a grid, still sharing their borders."""
    simple = _on_grid(shapely.coverage_simplify(list(outlines.values()), tolerance))
    if not shapely.coverage_is_valid(simple):  # rounding moved a corner across a line
        simple = _on_grid(shapely.coverage_clean(simple))
    return dict(zip(outlines, simple, strict=True))


def archipelago(outline: shapely.Geometry) -> str | None:
    """The id of the archipelago that an area is, if the greater part of it lies there."""
    for one in ARCHIPELAGOS:
        if shapely.intersection(outline, shapely.box(*one.box)).area > outline.area / 2:
            return one.id
    return None


def _on_grid(areas: np.ndarray) -> np.ndarray:
    rounded = shapely.transform(areas, lambda points: points.round(DECIMALS))
    return shapely.make_valid(rounded, method="structure", keep_collapsed=False)


def _feature(code: str, area: shapely.Geometry, named: Known, province: str) -> dict:
    """The feature of an area with the symbols of the archipelagos of a province, if it holds them."""
    largest = max(shapely.get_parts(area), key=shapely.area)
    radius = shapely.maximum_inscribed_circle(largest, 0.001)
    properties = {
        "name_vi": named.name_vi,
        "name_en": named.name_en,
        "label_point": [round(number, DECIMALS) for number in radius.coords[0]],
        "room": round(radius.length, DECIMALS),
    }
    held = {one.id for one in ARCHIPELAGOS if one.province == province}
    symbols = [shape(each["geometry"]) for each in islands()["features"] if each["id"] in held]
    return feature(code, properties, shapely.union_all([area, *symbols]))
