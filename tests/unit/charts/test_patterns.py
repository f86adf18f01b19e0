"""Patterns stay inside the areas they are drawn over."""

import doctest
from itertools import pairwise

import pytest
import shapely
from shapely.geometry import LineString, MultiPoint, shape

import charts.template
import charts.tokens
from charts.patterns import GRIDS, pattern
from charts.tokens import PATTERNS
from geodata.load import shapes
from geodata.outlines import own_outlines

GEOMETRY = {each["id"]: shape(each["geometry"]) for each in shapes("34")["features"]}
LINES = [name for name in PATTERNS if name not in GRIDS]


def pieces(name, codes):
    lon, lat = pattern(name, own_outlines("34"), codes)
    points = list(zip(lon, lat, strict=True))
    return [LineString([a, b]) for a, b in pairwise(points) if None not in (*a, *b)]


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("codes", [("08",), ("48", "51"), ("01", "24", "91")])
def test_lines_stay_inside(name, codes):
    inside = shapely.union_all([GEOMETRY[code] for code in codes]).buffer(0.02)  # coordinates are rounded
    drawn = pieces(name, codes)
    assert drawn
    assert all(inside.covers(line) for line in drawn)


@pytest.mark.parametrize("name", LINES)
def test_lines_fill_the_area_evenly(name):
    spacing = {"hatch": 0.13, "cross": 0.13, "lines": 0.13, "weave": 0.16, "mesh": 0.12}[name]
    length = sum(line.length for line in pieces(name, ("08",)))
    assert length == pytest.approx(GEOMETRY["08"].area / spacing, rel=0.15)


@pytest.mark.parametrize("name", GRIDS)
def test_marks_stay_inside(name):
    lon, lat = pattern(name, own_outlines("34"), ("08",))
    assert len(lon) > 5
    assert GEOMETRY["08"].buffer(0.02).covers(MultiPoint(list(zip(lon, lat, strict=True))))


def test_neighbours_are_drawn_as_one_surface():
    apart = len(pieces("hatch", ("08",))) + len(pieces("hatch", ("15",)))
    assert len(pieces("hatch", ("08", "15"))) < apart


@pytest.mark.parametrize("name", PATTERNS)
def test_nothing_is_drawn_over_nothing(name):
    assert pattern(name, own_outlines("34"), ()) == ((), ())


@pytest.mark.parametrize("module", [charts.tokens, charts.template])
def test_examples_in_the_text_hold(module):
    done = doctest.testmod(module)
    assert done.attempted > 0
    assert done.failed == 0
