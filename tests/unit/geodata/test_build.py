"""How the maps are made: decoding, matching, and that the committed files are what the code makes."""

import doctest
import json

import pytest
import shapely
from shapely.geometry import shape

import geodata.build
import geodata.echarts
import geodata.load
import geodata.provinces
from geodata.build import (
    bordering,
    by_code,
    dissolved,
    island_features,
    province_features,
    simplified,
    symbol,
    write,
)
from geodata.echarts import read_map
from geodata.islands import ARCHIPELAGOS
from geodata.load import ISLANDS, NEIGHBOURS, SHAPES, shapes
from geodata.source import map_of_vietnam


def coded(points: list[tuple[int, int]]) -> str:
    """A ring as ECharts writes it: the reverse of what is tested, from points in 1/1024 degree."""

    def letter(step: int) -> str:
        return chr(64 + (2 * step if step >= 0 else -2 * step - 1))

    steps = zip(points, [points[0], *points], strict=False)
    return "".join(letter(x - a) + letter(y - b) for (x, y), (a, b) in steps)


SQUARE = [(1024, 2048), (2048, 2048), (2048, 1024), (1024, 1024), (1024, 2048)]
HOLE = [(1200, 1200), (1300, 1200), (1300, 1300), (1200, 1200)]


def javascript(**geometry) -> str:
    feature = {"type": "Feature", "properties": {"name": "Somewhere"}, "geometry": geometry}
    collection = {"type": "FeatureCollection", "features": [feature], "UTF8Encoding": True}
    return f"define(function (e) {{e.registerMap('x', {json.dumps(collection, separators=(',', ':'))});}});"


def test_a_coded_polygon_with_a_hole_is_read():
    text = javascript(
        type="Polygon", coordinates=[coded(SQUARE), coded(HOLE)], encodeOffsets=[SQUARE[0], HOLE[0]]
    )
    assert read_map(text) == {
        "Somewhere": [[[(x / 1024, y / 1024) for x, y in SQUARE], [(x / 1024, y / 1024) for x, y in HOLE]]]
    }


def test_a_coded_multipolygon_is_read():
    text = javascript(
        type="MultiPolygon",
        coordinates=[[coded(SQUARE)], [coded(HOLE)]],
        encodeOffsets=[[SQUARE[0]], [HOLE[0]]],
    )
    (first,), (second,) = read_map(text)["Somewhere"]
    assert (first[1], second[1]) == ((2.0, 2.0), (1300 / 1024, 1200 / 1024))


def test_a_map_that_is_not_coded_is_refused():
    with pytest.raises(ValueError, match="coding"):
        read_map('x({"type":"FeatureCollection","features":[]})')


def test_provinces_that_are_not_the_63_are_refused():
    with pytest.raises(ValueError, match="63"):
        by_code({"Hanoi": [[[(0, 0), (1, 0), (1, 1), (0, 0)]]]})


def test_provinces_that_overlap_are_refused():
    with pytest.raises(ValueError, match="overlap"):
        simplified({"01": shapely.box(0, 0, 2, 2), "02": shapely.box(1, 1, 3, 3)})


def test_another_archive_is_refused(tmp_path):
    (tmp_path / "other.tgz").write_bytes(b"something else")
    with pytest.raises(ValueError, match="SHA-512"):
        map_of_vietnam(tmp_path / "other.tgz")


def test_the_committed_files_are_what_the_code_makes_of_the_63(tmp_path):
    symbols = {a.id: symbol(a) for a in ARCHIPELAGOS}
    sea = shapely.union_all(list(symbols.values()))
    shapes63 = {f["id"]: shape(f["geometry"]).difference(sea) for f in shapes("63")["features"]}
    shapes34 = dissolved(shapes63)

    def made(features) -> bytes:
        write(tmp_path / "made.geojson", features)
        return (tmp_path / "made.geojson").read_bytes()

    assert made(province_features("63", shapes63, symbols)) == SHAPES["63"].read_bytes()
    assert made(province_features("34", shapes34, symbols)) == SHAPES["34"].read_bytes()
    assert made(island_features(symbols)) == ISLANDS.read_bytes()
    assert json.loads(NEIGHBOURS.read_bytes()) == {"63": bordering(shapes63), "34": bordering(shapes34)}


@pytest.mark.parametrize(
    "module", [geodata.build, geodata.echarts, geodata.load, geodata.provinces], ids=lambda m: m.__name__
)
def test_examples_in_the_docstrings_hold(module):
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed
