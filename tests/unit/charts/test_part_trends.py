"""The parts of an indicator against one another."""

from dataclasses import replace
from itertools import pairwise

import plotly.graph_objects as go
import pytest

from charts.part_trends import apart, part_trends
from tests.unit.charts.examples import INDICATOR, VI, series

WHOLE = replace(series(20.0, 30.0), indicator="S01")
PARTS = [
    replace(series(21.0, 31.0), indicator="S01a"),
    replace(series(), indicator="S01b"),
    replace(series(10.0, None), indicator="S01c"),
]


def drawn(whole=WHOLE, parts=PARTS):
    return part_trends(whole, parts, INDICATOR, lang=VI, theme="light")


def test_every_line_that_has_a_value_is_named_with_its_newest_one():
    figure = drawn()
    assert [each.name for each in go.Figure(figure).data] == ["S01", "S01a", "S01b", "S01c"]
    found = [each["text"].split("</span> ")[1] for each in figure["layout"]["annotations"]]
    assert found == ["S01 <b>30,0%</b>", "S01a <b>31,0%</b>", "S01c <b>10,0%</b>"]


def test_lines_differ_by_more_than_colour():
    dashes = [each["line"]["dash"] for each in drawn()["data"]]
    assert len(set(dashes)) == len(dashes)


@pytest.mark.parametrize(("newest", "top"), [(30.0, 50), (80.0, 100)])
def test_half_the_scale_is_enough_for_low_lines(newest, top):
    assert drawn(replace(series(20.0, newest), indicator="S01"))["layout"]["yaxis"]["range"] == [0, top]


@pytest.mark.parametrize("levels", [[10, 10, 10], [30, 10, 12, 50], []])
def test_labels_keep_their_distance_and_their_order(levels):
    heights = apart(levels, 5)
    assert sorted(range(len(levels)), key=lambda each: (levels[each], each)) == sorted(
        range(len(levels)), key=lambda each: heights[each]
    )
    ordered = sorted(heights)
    assert all(b - a >= 5 for a, b in pairwise(ordered))
