"""The spine of an indicator: the median in the middle, the better side right, whatever the direction."""

from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from charts.spine import MARGIN, WIDTH, spine
from charts.statuses import ALL_STATUSES
from indicators.spread import Spread

RISING = Spread(10, 30, 40, 45, 60, 34)
FALLING = Spread(60, 45, 40, 30, 10, 34)
SVG = "{http://www.w3.org/2000/svg}"


def shapes(found=RISING, value=45.0, status="on_track", national=40.0, hollow=False, theme="light"):
    address = spine(found, value, status, national, hollow=hollow, theme=theme)
    return list(ElementTree.fromstring(unquote(address.removeprefix("data:image/svg+xml,"))))


def disc(found):
    return next((each for each in found if each.tag == f"{SVG}circle"), None)


def bars(found):
    rects = [each for each in found if each.tag == f"{SVG}rect"]
    return [(float(each.get("x")), float(each.get("x")) + float(each.get("width"))) for each in rects]


def test_the_longer_side_fills_its_half_and_the_median_is_in_the_middle():
    (left, right), (lower, upper) = bars(shapes())
    assert left == MARGIN
    assert right == pytest.approx(WIDTH / 2 + (WIDTH / 2 - MARGIN) * 20 / 30, abs=0.2)
    assert left < lower < WIDTH / 2 < upper < right
    assert float(disc(shapes(value=40.0)).get("cx")) == WIDTH / 2


def test_what_should_fall_has_its_low_values_right():
    assert bars(shapes(FALLING))[0][0] == pytest.approx(WIDTH / 2 - (WIDTH / 2 - MARGIN) * 20 / 30, abs=0.2)
    assert float(disc(shapes(FALLING, value=15.0)).get("cx")) > WIDTH / 2
    assert float(disc(shapes(FALLING, value=55.0)).get("cx")) < WIDTH / 2


def test_a_value_beyond_those_compared_stays_in_sight():
    assert float(disc(shapes(value=400.0)).get("cx")) == WIDTH - MARGIN


def test_the_sign_of_the_status_is_there_beside_its_colour():
    found = shapes(status="behind")
    assert found[-1].text == ALL_STATUSES["behind"].icon
    assert disc(found).get("fill") == ALL_STATUSES["behind"].colour("light")
    assert disc(shapes(status="behind", hollow=True)).get("fill") != ALL_STATUSES["behind"].colour("light")


def test_what_is_not_known_is_not_drawn():
    found = shapes(value=None, national=None)
    assert disc(found) is None
    assert len(found) < len(shapes())


def test_all_at_one_value_is_no_fault():
    assert disc(shapes(Spread(5, 5, 5, 5, 5, 34), value=5.0, national=5.0)) is not None
