"""The small pictures of paths: one scale for all of them, the own line before the others."""

from dataclasses import replace
from urllib.parse import unquote
from xml.etree import ElementTree

from charts.panels import HEIGHT, WIDTH, panel
from charts.paths import looks
from tests.unit.charts.examples import series

LOOK = looks("light")[1]
SCALE = (0.0, 80.0, 20.0)
SVG = "{http://www.w3.org/2000/svg}"


def shapes(address):
    return list(ElementTree.fromstring(unquote(address.removeprefix("data:image/svg+xml,"))))


def drawn(own, *others, scale=SCALE, target=None):
    return shapes(panel(own, others, LOOK, scale, target, "light"))


def lines(found):
    return [each for each in found if each.tag == f"{SVG}polyline"]


def test_the_own_line_comes_last_in_its_colour():
    found = lines(drawn(series(10, 20), series(40, 50)))
    assert [each.get("stroke") == LOOK.colour for each in found] == [False, True]


def test_the_same_value_stands_at_the_same_height_in_every_picture():
    one = lines(drawn(series(40, 40), series(10, 10)))[-1].get("points")
    other = lines(drawn(series(40, 40), series(70, 75)))[-1].get("points")
    assert one == other


def test_a_gap_in_the_values_is_a_gap_in_the_line():
    assert len(lines(drawn(series(10, None, 30)))) == 2


def test_everything_lies_inside():
    for each in lines(drawn(series(0, 80), series(80, 0), target=80.0)):
        for point in each.get("points").split():
            x, y = map(float, point.split(","))
            assert 0 <= x <= WIDTH
            assert 0 <= y <= HEIGHT


def test_nothing_known_is_an_empty_picture_and_no_fault():
    assert lines(drawn(replace(series(), points=()))) == []
