"""Where an arrow key leads to on a map: from every area to every other one, by neighbours, and back again."""

from math import atan2, cos, degrees, radians

import pytest

from geodata.load import neighbours, shapes
from tests.unit.callbacks.walking import WAYS, lost, returning

NAMES = {feature["id"]: feature["properties"]["name_vi"] for feature in shapes("34")["features"]}


def ways(script, boundaries, left_out=()):
    features = [each for each in shapes(boundaries)["features"] if each["id"] not in left_out]
    return script.ask("directions", features=features)


def square(code, west, south, side=1.0):
    ring = [(west, south), (west, south + side), (west + side, south + side), (west + side, south)]
    return {
        "id": code,
        "properties": {"label_point": [west + side / 2, south + side / 2]},
        "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
    }


# "As reported" is drawn on the 63 or on the 34, some of which may be missing (Quảng Trị, Đồng Nai).
@pytest.mark.parametrize("left_out", [(), ("44", "75")], ids=["all", "some missing"])
@pytest.mark.parametrize("boundaries", ["34", "63"])
def test_every_province_is_reached_from_every_other(script, boundaries, left_out):
    found = ways(script, boundaries, left_out)
    assert len(found) == len(shapes(boundaries)["features"]) - len(left_out)
    assert lost(found) == {}


@pytest.mark.parametrize("boundaries", ["34", "63"])
def test_the_way_back_is_mostly_the_way(script, boundaries):
    assert returning(ways(script, boundaries)) > 0.7


@pytest.mark.parametrize("boundaries", ["34", "63"])
def test_an_arrow_leads_to_a_neighbour_where_there_is_one_that_way(script, boundaries):
    found, points = ways(script, boundaries), {}
    for each in shapes(boundaries)["features"]:
        points[each["id"]] = each["properties"]["label_point"]
    for code, beside in neighbours(boundaries).items():
        west, south = points[code]
        for way, wanted in WAYS.items():
            lying = []
            for other in beside:
                east, north = points[other]
                across = (east - west) * cos(radians((south + north) / 2))
                off = abs((degrees(atan2(north - south, across)) - wanted + 540) % 360 - 180)
                if off <= 45:
                    lying.append(other)
            if lying:
                assert found[code][way] in lying


def test_provinces_lie_where_people_know_them(script):
    found = ways(script, "34")
    named = {NAMES[code]: {way: NAMES[to] for way, to in each.items()} for code, each in found.items()}
    assert named["Nghệ An"]["ArrowDown"] == "Hà Tĩnh"
    assert named["Nghệ An"]["ArrowUp"] == "Thanh Hóa"
    assert named["Sơn La"]["ArrowLeft"] == "Điện Biên"
    assert named["Huế"]["ArrowDown"] == "Đà Nẵng"
    assert named["Cần Thơ"]["ArrowDown"] == "Cà Mau"
    assert "ArrowRight" not in named["Đà Nẵng"]  # the sea
    assert "ArrowUp" not in named["Tây Ninh"]  # not across Cambodia to Quảng Trị


def test_an_island_is_reached_and_left(script):
    found = script.ask("directions", features=[square("a", 0, 0), square("b", 1, 0), square("far", 9, 3)])
    assert found["a"]["ArrowRight"] == "b"
    assert lost(found) == {}


def test_one_area_leads_nowhere_and_none_is_no_fault(script):
    assert script.ask("directions", features=[square("a", 0, 0)]) == {"a": {}}
    assert script.ask("directions", features=[]) == {}


def test_areas_that_meet_in_a_corner_are_no_neighbours(script):
    corner = [square("a", 0, 0), square("b", 1, 1), square("c", 1, 0)]
    assert script.ask("directions", features=corner)["a"]["ArrowRight"] == "c"
