"""What outlines must be before a map is drawn from them: each check answers with faults and repairs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from geodata.islands import ARCHIPELAGOS

FRAME = shapely.box(102.0, 6.0, 118.0, 23.5)
"""Viet Nam with both archipelagos (WGS 84)."""
SWAPPED = shapely.box(6.0, 102.0, 23.5, 118.0)
REPAIRED_SHARE = 0.001
"""Of an area, what mending a ring may change: more would mean to guess which side is meant."""
SLIVER_SHARE = 0.1
"""Of the smaller area, up to which an overlap or a gap is taken for a badly traced border, and mended."""
WIDEST_GAP = 0.05
"""Degrees: the widest gap that is filled, once none is too large."""
SMALLEST = 1e-12
"""Square degrees: less than that is the rounding of a computer, not an overlap."""

Outlines = dict[str, shapely.Geometry]

WRONG_CODES = {"06978": "06970"}
"""Codes that went round for another. Ba Chẽ is 06970 in the signed Quyết định 19/2025/QĐ-TTg and in the list
of the statistics office; public copies had 06978 until August 2026."""


@dataclass(frozen=True, slots=True)
class Known:
    """An area that the warehouse knows: its names and, of a commune, the code of its province."""

    name_vi: str
    name_en: str
    province: str


class Named:
    """How an area is written in a message."""

    def __init__(self, known: Mapping[str, Known]) -> None:
        self.known = known

    def __call__(self, code: str) -> str:
        return f"{code} {self.known[code].name_vi}" if code in self.known else code

    def all(self, codes: Iterable[str]) -> str:
        """Several of them, in the order of their codes."""
        return ", ".join(self(code) for code in sorted(codes))


def corrected(outlines: Outlines, known: Mapping[str, Known]) -> tuple[Outlines, list[str]]:
    """The outlines under their right codes where one has gone round wrong, and which those were."""
    wrong = {
        code: right
        for code, right in WRONG_CODES.items()
        if code in outlines and code not in known and right in known and right not in outlines
    }
    notes = [f"Mã {code} là mã sai đã lưu hành của {Named(known)(right)}." for code, right in wrong.items()]
    return {wrong.get(code, code): each for code, each in outlines.items()}, notes


def code_faults(codes: Iterable[str], twice: Sequence[str], known: Mapping[str, Known]) -> list[str]:
    """Codes that come twice, that the warehouse does not know or has in no province, or that are missing."""
    named, given = Named(known), set(codes)
    faults = []
    if twice:
        faults.append(f"Mã trùng: {named.all(set(twice))}.")
    if unknown := given - known.keys():
        faults.append(f"Mã không có trong kho dữ liệu: {named.all(unknown)}.")
    if homeless := {code for code in given & known.keys() if not known[code].province}:
        faults.append(f"Không thuộc tỉnh nào trong kho dữ liệu: {named.all(homeless)}.")
    if missing := known.keys() - given:
        faults.append(f"Thiếu {len(missing)} đơn vị có trong kho dữ liệu: {named.all(missing)}.")
    return faults


def frame_faults(outlines: Outlines, known: Mapping[str, Known]) -> list[str]:
    """Areas with a point outside Viet Nam's frame: another reference system, or coordinates swapped."""
    outside = {code: each for code, each in outlines.items() if not shapely.covers(FRAME, _box(each))}
    if not outside:
        return []
    west, south, east, north = FRAME.bounds
    hint = ""
    if all(shapely.covers(SWAPPED, _box(each)) for each in outside.values()):
        hint = " Có thể kinh độ và vĩ độ bị đổi chỗ."
    elif all(max(map(abs, each.bounds)) > 360 for each in outside.values()):
        hint = " Có thể tọa độ tính bằng mét mà tệp ghi là độ."
    return [
        f"Tọa độ ngoài khung Việt Nam (kinh độ {west:g}–{east:g}, vĩ độ {south:g}–{north:g}): "
        f"{Named(known).all(outside)}.{hint}"
    ]


def mended(outlines: Outlines, known: Mapping[str, Known]) -> tuple[Outlines, list[str], list[str]]:
    """The outlines as valid polygons; the faults that can't be mended safely, and what was mended.

    A mend is safe if the area stays the same: of a ring that crosses itself nobody knows what it encloses.
    """
    named = Named(known)
    good: Outlines = {}
    faults, repaired = [], []
    for code, given in outlines.items():
        if given is None or given.is_empty:
            faults.append(f"{named(code)}: không có hình.")
        elif given.geom_type not in ("Polygon", "MultiPolygon"):
            faults.append(f"{named(code)}: không phải vùng mà là {given.geom_type}.")
        elif not np.isfinite(given.bounds).all():
            faults.append(f"{named(code)}: có tọa độ không phải là số.")
        elif given.is_valid:
            good[code] = shapely.force_2d(given)
        else:
            mend = shapely.make_valid(shapely.force_2d(given), method="structure", keep_collapsed=False)
            stated = _stated_area(given)
            if mend.is_empty or abs(mend.area - stated) > REPAIRED_SHARE * max(mend.area, stated):
                faults.append(f"{named(code)}: hình sai, không tự sửa được ({_reason(given)}).")
            else:
                good[code] = mend
                repaired.append(code)
    notes = [f"Đã sửa {len(repaired)} hình có lỗi nhỏ: {named.all(repaired)}."] if repaired else []
    return good, faults, notes


def border_faults(outlines: Outlines, known: Mapping[str, Known]) -> tuple[list[str], list[str]]:
    """Overlaps and gaps between neighbours that are too large to be mended, and what is small enough."""
    codes, areas = list(outlines), np.array(list(outlines.values()), dtype=object)
    sizes, tree, named = shapely.area(areas), shapely.STRtree(areas), Named(known)
    faults: list[str] = []
    small = {"chồng lấn": [0, 0.0], "khe hở": [0, 0.0]}

    def judge(what: str, place: shapely.Geometry, between: Sequence[int]) -> None:
        share = place.area / min(sizes[list(between)])
        if share > SLIVER_SHARE:
            who = named.all(codes[one] for one in between)
            faults.append(f"{what.capitalize()} {_size(place)} giữa {who}, gần {_point(place)}.")
        else:
            count, largest = small[what]
            small[what] = [count + 1, max(largest, _square_km(place))]

    left, right = tree.query(areas, predicate="intersects")
    pairs = [(one, other) for one, other in zip(left, right, strict=True) if one < other]
    for one, other in pairs:
        shared = shapely.intersection(areas[one], areas[other])
        if shared.area > SMALLEST:
            judge("chồng lấn", shared, (one, other))
    for part in shapely.get_parts(shapely.union_all(areas)):
        for hole in shapely.polygons(shapely.get_rings(part)[1:]):
            around = tree.query(hole, predicate="intersects")
            if hole.area > SMALLEST and len(around):
                judge("khe hở", hole, around)
    notes = [
        f"Đã sửa {count} {what} nhỏ dọc ranh giới, lớn nhất {_km(largest)}."
        for what, (count, largest) in small.items()
        if count
    ]
    return faults, notes


def archipelago_faults(outlines: Outlines, known: Mapping[str, Known]) -> list[str]:
    """Archipelagos that are not inside, or inside an area of another province."""
    faults, named = [], Named(known)
    for archipelago in ARCHIPELAGOS:
        box = shapely.box(*archipelago.box)
        holders = {
            code for code, each in outlines.items() if shapely.covers(box, shapely.get_parts(each)).any()
        }
        own = {code for code in holders if code in known and known[code].province == archipelago.province}
        if not own:
            faults.append(f"Không có {archipelago.label_vi}: bản đồ thiếu quần đảo này không được dùng.")
        if other := {code for code in holders - own if code in known}:
            faults.append(f"{archipelago.label_vi} bị ghi vào {named.all(other)}.")
    return faults


def _box(outline: shapely.Geometry) -> shapely.Geometry:
    return shapely.box(*outline.bounds)


def _stated_area(outline: shapely.Geometry) -> float:
    """The area by the rings as they run: loops that cross count against each other."""
    return sum(
        abs(_shoelace(part.exterior)) - sum(abs(_shoelace(hole)) for hole in part.interiors)
        for part in shapely.get_parts(outline)
    )


def _shoelace(ring: shapely.Geometry) -> float:
    x, y = shapely.get_coordinates(ring).T
    return float(np.dot(x[:-1] - x[0], y[1:] - y[0]) - np.dot(x[1:] - x[0], y[:-1] - y[0])) / 2


def _reason(outline: shapely.Geometry) -> str:
    return str(shapely.is_valid_reason(outline))


def _square_km(place: shapely.Geometry) -> float:
    return float(place.area * 111.32**2 * np.cos(np.radians(place.centroid.y)))


def _size(place: shapely.Geometry) -> str:
    return _km(_square_km(place))


def _km(size: float) -> str:
    return f"{size:,.3f} km²".replace(",", " ").replace(".", ",") if size >= 0.001 else "dưới 0,001 km²"


def _point(place: shapely.Geometry) -> str:
    inside = shapely.point_on_surface(place)
    return f"{inside.x:.4f}, {inside.y:.4f}"
