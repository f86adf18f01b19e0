"""The small picture of a path on a card."""

from dataclasses import replace
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from charts.sparkline import HEIGHT, WIDTH, sparkline
from charts.tokens import THEMES
from tests.unit.charts.examples import INDICATOR, KNOWN, series

SVG = "{http://www.w3.org/2000/svg}"


def drawn(theme="light", value=KNOWN, **parts):
    text = unquote(sparkline(parts.get("series", series(10, 20, 30)), INDICATOR, value, theme))
    return ElementTree.fromstring(text.removeprefix("data:image/svg+xml,"))


def test_it_is_a_picture_of_its_own_without_script_or_address():
    picture = drawn()
    assert picture.get("viewBox") == f"0 0 {WIDTH} {HEIGHT}"
    assert {one.tag.removeprefix(SVG) for one in picture.iter()} <= {"svg", "path", "polyline", "circle"}


@pytest.mark.parametrize("theme", THEMES)
def test_the_values_have_the_colour_of_the_theme(theme):
    assert THEMES[theme].accent in ElementTree.tostring(drawn(theme), "unicode")


def test_a_provisional_last_value_is_hollow():
    def last(value):
        return list(drawn(value=value).iter(f"{SVG}circle"))[-1].get("fill")

    assert last(KNOWN) == THEMES["light"].accent
    assert last(replace(KNOWN, provisional=True)) == THEMES["light"].surface


def test_a_gap_in_the_values_is_a_gap_in_the_line():
    def strokes(*values):
        return ElementTree.tostring(drawn(series=series(*values)), "unicode").count('stroke-width="2"')

    assert (strokes(10, 20, 30, 40), strokes(10, 20, None, 30, 40)) == (1, 2)


def test_nothing_is_drawn_of_nothing():
    assert sparkline(series(), INDICATOR, KNOWN, "light") == ""
