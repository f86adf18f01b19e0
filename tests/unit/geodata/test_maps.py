"""The committed maps: complete, valid, sharing their borders, drawable by d3-geo, small."""

import pytest
import shapely
from shapely.geometry import shape

from geodata.islands import ARCHIPELAGOS
from geodata.load import ISLANDS, SHAPES, bounds, neighbours, shapes
from geodata.provinces import newest

BOTH = pytest.mark.parametrize("boundaries", ["63", "34"])


def geometries(boundaries) -> dict[str, shapely.Geometry]:
    return {feature["id"]: shape(feature["geometry"]) for feature in shapes(boundaries)["features"]}


@BOTH
def test_every_province_is_there_once_with_its_names(boundaries):
    named = [
        (f["id"], f["properties"]["name_vi"], f["properties"]["name_en"])
        for f in shapes(boundaries)["features"]
    ]
    assert named == [(p.code, p.name_vi, p.name_en) for p in newest(boundaries).values()]


@BOTH
def test_geometry_is_valid_and_shared_borders_are_shared(boundaries):
    provinces = list(geometries(boundaries).values())
    assert shapely.is_valid(provinces).all()
    assert shapely.coverage_is_valid(provinces)


def test_the_34_are_the_63_dissolved():
    old, new = geometries("63"), geometries("34")
    for code, province in newest("34").items():
        union = shapely.union_all([old[predecessor] for predecessor in province.predecessors])
        assert new[code].symmetric_difference(union).area == pytest.approx(0, abs=1e-12)
        assert new[code].area == pytest.approx(sum(old[c].area for c in province.predecessors), rel=1e-12)


@BOTH
def test_outer_rings_run_clockwise_so_that_no_province_fills_the_globe(boundaries):
    for code, province in geometries(boundaries).items():
        for part in shapely.get_parts(province):
            assert not part.exterior.is_ccw, code
            assert all(hole.is_ccw for hole in part.interiors), code


@BOTH
def test_the_label_point_lies_in_the_province(boundaries):
    provinces = geometries(boundaries)
    for feature in shapes(boundaries)["features"]:
        assert provinces[feature["id"]].contains(shapely.Point(feature["properties"]["label_point"]))


@BOTH
def test_large_offshore_islands_are_kept(boundaries):
    of = {"63": ("91", "77", "60", "51"), "34": ("91", "79", "68", "51")}[boundaries]
    for code, (lon, lat) in zip(
        of, [(103.98, 10.25), (106.6, 8.69), (108.94, 10.53), (109.12, 15.38)], strict=True
    ):
        assert geometries(boundaries)[code].distance(shapely.Point(lon, lat)) < 0.03, code


@BOTH
def test_the_map_stays_small(boundaries):
    assert SHAPES[boundaries].stat().st_size < 80_000
    assert ISLANDS.stat().st_size < 80_000


@BOTH
def test_bounds_hold_all_that_is_drawn(boundaries):
    assert bounds(boundaries) == tuple(shapely.total_bounds(list(geometries(boundaries).values())))
    assert bounds(boundaries)[2] > 115


@BOTH
def test_neighbours_share_a_border_and_know_each_other(boundaries):
    provinces = geometries(boundaries)
    assert neighbours(boundaries).keys() == newest(boundaries).keys()
    for code, others in neighbours(boundaries).items():
        touching = {
            c for c, its in provinces.items() if c != code and its.intersection(provinces[code]).length
        }
        assert set(others) == touching
        assert all(code in neighbours(boundaries)[other] for other in others)


def test_credit_goes_with_the_maps():
    for boundaries in ("63", "34"):
        assert "OpenStreetMap" in shapes(boundaries)["attribution"]
        assert "ODbL" in shapes(boundaries)["attribution"]


@BOTH
def test_nothing_but_the_archipelagos_lies_far_out_at_sea(boundaries):
    for code, province in geometries(boundaries).items():
        far = [part for part in shapely.get_parts(province) if part.bounds[0] > 110]
        assert bool(far) == (code in {a.province for a in ARCHIPELAGOS}), code
