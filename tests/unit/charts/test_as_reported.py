"""The series as reported: a break is a break, on both sides, and every line is named clear of the others."""

import json
from dataclasses import replace
from datetime import date

import plotly.graph_objects as go
import pytest

from charts.as_reported import apart, as_reported
from tests.unit.charts.examples import EN, INDICATOR, KNOWN, VI, series

MERGED = date(2025, 7, 1)
# Quarters from 2024-Q4 on: three before the merger, the others after it.
WHOLE = series(30.0, 31.0, 32.0, 50.0, 52.0, 54.0)
OLD = replace(series(20.0, 24.0, 26.0, 99.0), area_code="02", area_name="Hà Giang", boundaries="63")
OTHER = replace(series(21.0, 25.0, None), area_code="77", area_name="Bà Rịa - Vũng Tàu", boundaries="63")


def drawn(found=WHOLE, former=(OLD, OTHER), **changed):
    choices = {"value": KNOWN, "merged_on": MERGED, "lang": VI, "theme": "light"} | changed
    return as_reported(found, former, INDICATOR, **choices)


def words(figure):
    return [each["text"] for each in figure["layout"]["annotations"]]


def test_no_line_goes_through_the_merger():
    for line in drawn()["data"]:
        sides = {
            day < MERGED.isoformat() for day, y in zip(line["x"], line["y"], strict=True) if y is not None
        }
        assert len(sides) == 1, line["name"]
        assert line["connectgaps"] is False


def test_what_lies_on_the_other_side_is_not_drawn():
    old, other, today = drawn()["data"]
    assert old["x"] == ["2024-12-31", "2025-03-31", "2025-06-30"]  # the 99 after the merger is nobody's
    assert old["y"] == [20.0, 24.0, 26.0]
    assert other["y"] == [21.0, 25.0, None]
    assert today["x"][0] == "2025-09-30"
    assert today["y"] == [50.0, 52.0, 54.0]


def test_a_year_in_which_the_merger_falls_belongs_to_the_province_of_today():
    years = replace(WHOLE, frequency="year", points=(replace(WHOLE.points[0], period="2025"),))
    assert drawn(years, former=())["data"][-1]["x"] == ["2025-12-31"]


def test_the_break_is_marked_and_dated_and_every_former_province_is_named():
    figure = drawn()
    assert "<b>Sáp nhập tỉnh</b><br>01/07/2025" in words(figure)
    assert "Hà Giang" in words(figure)
    assert "Bà Rịa -<br>Vũng Tàu" in words(figure)
    assert "<b>54,0%</b>" in words(figure)
    uprights = [shape for shape in figure["layout"]["shapes"] if shape["y1"] == 1 and shape["type"] == "line"]
    assert [shape["x0"] for shape in uprights] == [-5, 5]
    assert {shape["xanchor"] for shape in uprights} == {"2025-07-01"}


def test_former_provinces_are_told_apart_by_their_strokes():
    first, second, _ = drawn()["data"]
    assert first["line"]["dash"] != second["line"]["dash"]
    assert first["line"]["width"] < drawn()["data"][-1]["line"]["width"]


def test_names_of_lines_that_begin_together_stand_apart():
    names = [each for each in drawn()["layout"]["annotations"] if each.get("showarrow")]
    low, high = sorted(names, key=lambda each: -each["ay"])
    pixels = 170 / 110
    distance = (high["y"] - low["y"]) * pixels - (high["ay"] - low["ay"])
    assert distance >= 22  # half of one line and half of two


@pytest.mark.parametrize(
    ("middles", "heights"),
    [([10.0, 11.0, 12.0], [15, 30, 15]), ([0.0, 0.0], [15, 15]), ([5.0, 80.0, 81.0], [15, 15, 15])],
)
def test_labels_never_meet_nor_sink(middles, heights):
    placed = apart(middles, heights)
    for below, above in zip(range(len(placed)), range(1, len(placed)), strict=False):
        assert placed[above] - placed[below] >= (heights[above] + heights[below]) / 2 - 1e-9
    assert placed[0] - heights[0] / 2 >= 0


def test_labels_with_room_stay_where_they_are():
    assert apart([20.0, 60.0], [15, 15]) == [20.0, 60.0]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("lang", [VI, EN], ids=["vi", "en"])
def test_it_is_a_valid_small_figure_without_addresses(theme, lang):
    figure = drawn(theme=theme, lang=lang)
    go.Figure(figure)
    written = json.dumps(figure, ensure_ascii=False)
    assert "://" not in written
    assert len(written.encode()) < 10_000


def test_it_is_valid_with_one_side_empty_or_both():
    for found, former in ((series(), (OLD,)), (WHOLE, ()), (series(), ())):
        axis = go.Figure(drawn(found, former)).layout.xaxis
        assert axis.range[0] < MERGED.isoformat() < axis.range[1]


def test_the_target_is_a_line_without_a_path():
    figure = drawn()
    (line,) = [shape for shape in figure["layout"]["shapes"] if shape["y0"] == 80]
    assert line["line"]["dash"]
    assert "Chỉ tiêu <b>80%</b> (2030)" in words(figure)
    bare = drawn(value=replace(KNOWN, target=None, deadline=None))
    assert not [text for text in words(bare) if "Chỉ tiêu" in text]


def test_a_count_has_a_scale_for_both_sides():
    count = replace(INDICATOR, kind="count", unit="mục", targets=(), denominator=())
    tall = replace(OLD, points=(replace(OLD.points[0], value=3456.0),))
    value = replace(KNOWN, target=None, deadline=None)
    figure = as_reported(WHOLE, [tall], count, value=value, merged_on=MERGED, lang=VI, theme="light")
    assert figure["layout"]["yaxis"]["tickvals"][-1] == 4000
