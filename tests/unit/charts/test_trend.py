"""The trend and its target path: valid, on a fixed scale, honest about gaps."""

import json
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import pytest

from charts.target_path import path_to_target
from charts.trend import trend
from indicators.composition import Composition
from indicators.model import Observation, Target
from indicators.projection import Projection
from tests.unit.charts.examples import EN, INDICATOR, KNOWN, MISSING, VI, series

MERGED = date(2025, 7, 1)
PATH = series(20.0, 24.0, None, 33.0, 41.0, 48.0, 55.0, 61.7)
PROJECTION = Projection(date(2030, 12, 31), 71.3, 62.0, 80.5, 8.9, Observation(date(2026, 9, 30), 61.7), None)
NO_TARGET = replace(KNOWN, target=None, deadline=None, baseline=None, baseline_date=None, gap=None)


def drawn(found=PATH, indicator=INDICATOR, **changed):
    choices: dict[str, Any] = {"value": KNOWN, "lang": VI, "theme": "light"} | changed
    return trend(found, indicator, **choices)


def trace(figure, name):
    (found,) = [each for each in figure["data"] if each["name"] == name]
    return found


def words(figure):
    return [each["text"] for each in figure["layout"]["annotations"]]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("value", [KNOWN, NO_TARGET, MISSING], ids=["known", "no target", "missing"])
@pytest.mark.parametrize("lang", [VI, EN], ids=["vi", "en"])
def test_it_is_a_valid_small_figure_without_addresses(theme, value, lang):
    figure = drawn(
        value=value, lang=lang, theme=theme, national=PATH, projection=PROJECTION, merged_on=MERGED
    )
    assert len(go.Figure(figure).data) == 6
    written = json.dumps(figure, ensure_ascii=False)
    assert "://" not in written
    assert len(written.encode()) < 10_000


def test_it_is_valid_without_a_single_observation():
    figure = drawn(series(), value=MISSING)
    assert go.Figure(figure).layout.xaxis.range[0] < go.Figure(figure).layout.xaxis.range[1]


def test_a_gap_stays_a_gap():
    line = trace(drawn(), "value")
    assert line["y"][2] is None
    assert line["connectgaps"] is False
    assert line["customdata"][2] == ["Quý II/2025", "chưa có số liệu", ""]


def test_the_pointer_reads_value_and_parts():
    assert trace(drawn(), "value")["customdata"][-1] == ["Quý III/2026", "61,7%", " (617/1.000)"]


def test_provisional_points_are_hollow():
    sound = trace(drawn(series(20.0, 30.0)), "value")["marker"]
    hollow = trace(drawn(series(20.0, 30.0, provisional=True)), "value")["marker"]
    assert set(sound["color"]) == {sound["line"]["color"]}
    assert not set(hollow["color"]) & {hollow["line"]["color"]}


def test_the_scale_is_that_of_the_indicator_in_every_area():
    low, high = drawn(series(1.0, 2.0))["layout"]["yaxis"], drawn(series(98.0, 99.0))["layout"]["yaxis"]
    assert low["range"] == high["range"]
    assert low["ticktext"] == ["0%", "25%", "50%", "75%", "100%"]


def test_the_traces_keep_their_order():
    full = drawn(national=PATH, projection=PROJECTION, merged_on=MERGED)
    bare = drawn(series(20.0), value=NO_TARGET)
    assert [each["name"] for each in full["data"]] == [each["name"] for each in bare["data"]]


def test_lines_are_named_at_their_ends():
    country = series(30.0, 40.0, None, 41.0, 45.0, 50.0, 52.0, 54.3)
    found = words(drawn(national=country, projection=PROJECTION))
    assert "<b>61,7%</b>" in found
    assert "Cả nước 54,3%" in found
    assert "Chỉ tiêu <b>80%</b><br>31/12/2030" in found
    assert "Dự báo <b>71,3%</b><br>(62,0 – 80,5)" in found
    assert "Lộ trình" in found


def test_the_projection_opens_into_its_interval():
    figure = drawn(projection=PROJECTION)
    assert trace(figure, "interval")["y"] == [61.7, 80.5, 62.0]
    assert trace(figure, "projection")["x"] == ["2026-09-30", "2030-12-31"]
    assert not trace(drawn(), "interval")["visible"]


@pytest.mark.parametrize(("expected", "above"), [(71.3, False), (95.0, True)])
def test_target_and_projection_are_named_on_different_sides(expected, above):
    labels = drawn(projection=replace(PROJECTION, value=expected))["layout"]["annotations"]
    (projection,) = [each for each in labels if each["text"].startswith("Dự báo")]
    (target,) = [each for each in labels if each["text"].startswith("Chỉ tiêu")]
    assert (projection["yanchor"] == "bottom") is above
    assert (target["yanchor"] == "bottom") is not above


def test_the_merger_is_marked_where_it_is_in_sight():
    assert "Sáp nhập tỉnh 01/07/2025" in words(drawn(merged_on=MERGED))
    assert not [word for word in words(drawn()) if "Sáp nhập" in word]
    assert "shapes" not in drawn(merged_on=date(2020, 1, 1))["layout"]


def with_how(found, how, reason="", **changed):
    """The series whose points after the merger were made otherwise."""
    points = [
        replace(one, composition=Composition(how, reason=reason, **changed))
        if one.period > "2025-Q2"
        else one
        for one in found.points
    ]
    return replace(found, points=tuple(points))


def test_a_harmonised_line_goes_on_through_the_merger():
    full = series(20.0, 24.0, 26.0, 33.0, 41.0)
    assert trace(drawn(full, merged_on=MERGED), "value")["y"] == [20.0, 24.0, 26.0, 33.0, 41.0]
    (mark,) = drawn(full, merged_on=MERGED)["layout"]["shapes"]
    assert mark["line"]["dash"]  # light: no edge, no gap


def test_what_nobody_can_know_on_63_is_said_over_its_days():
    found = with_how(series(20.0, 24.0, 26.0, None, None), "unknown", "province_only")
    figure = drawn(found, merged_on=MERGED)
    (text,) = [word for word in words(figure) if "Sáp nhập" in word]
    assert "không xác định được theo 63 tỉnh" in text
    band = figure["layout"]["shapes"][1]
    assert (band["x0"], band["x1"]) == ("2025-07-01", "2025-12-31")
    missing = drawn(series(20.0, 24.0, 26.0, None, None), merged_on=MERGED)
    assert not [word for word in words(missing) if "không xác định" in word]
    assert len(missing["layout"]["shapes"]) == 1


def test_the_pointer_reads_what_a_value_is_made_of():
    names = (("Hà Giang", "Ha Giang"), ("Tuyên Quang", "Tuyen Quang"))
    found = with_how(series(20.0, 24.0, 26.0, 33.0), "summed", units=names)
    assert trace(drawn(found), "value")["customdata"][-1][2] == " (330/1.000)<br>gộp từ Hà Giang, Tuyên Quang"


def test_a_province_without_values_is_drawn_on_the_days_of_the_country():
    empty, full = drawn(series(), value=NO_TARGET, national=PATH), drawn(value=NO_TARGET)
    assert empty["layout"]["xaxis"]["range"] == full["layout"]["xaxis"]["range"]
    assert empty["layout"]["xaxis"]["tickvals"] == full["layout"]["xaxis"]["tickvals"]


def test_a_target_alone_stands_at_the_right_end():
    start, end = drawn(series(), value=replace(KNOWN, baseline=None))["layout"]["xaxis"]["range"]
    assert start < "2030-08"
    assert end > "2030-12-31"


@pytest.mark.parametrize(("values", "corner"), [((2.0, 4.0), (0, 1)), ((90.0, 95.0), (1, 0))])
def test_the_remark_stands_where_nothing_is_drawn(values, corner):
    figure = drawn(series(*values, illustrative=True), value=NO_TARGET)
    (note,) = [each for each in figure["layout"]["annotations"] if "minh họa" in each["text"]]
    assert (note["x"], note["y"]) == corner


def test_two_low_values_are_both_named_over_the_lines():
    figure = drawn(series(1.0, 2.0), value=NO_TARGET, national=series(10.0, 12.0))
    own, country = (
        next(each for each in figure["layout"]["annotations"] if word in each["text"])
        for word in ("2,0%", "12,0%")
    )
    assert own["yanchor"] == country["yanchor"] == "bottom"
    assert own["y"] == country["y"]
    assert own["yshift"] >= country["yshift"] + country["font"]["size"]


def test_a_value_at_the_target_leaves_the_room_over_it_to_the_target():
    deadline = date(2025, 6, 30)
    figure = drawn(series(70.0, 75.0, 79.0), value=replace(KNOWN, deadline=deadline))
    own, target = (
        next(each for each in figure["layout"]["annotations"] if word in each["text"])
        for word in ("79,0%", "Chỉ tiêu")
    )
    assert (own["yanchor"], target["yanchor"]) == ("top", "bottom")


def test_two_values_at_the_target_are_named_under_one_another():
    value = replace(KNOWN, deadline=date(2025, 3, 31))
    figure = drawn(series(70.0, 75.0), value=value, national=series(71.0, 77.0))
    own, country = (
        next(each for each in figure["layout"]["annotations"] if word in each["text"])
        for word in ("75,0%", "77,0%")
    )
    assert own["yanchor"] == country["yanchor"] == "top"
    assert own["yshift"] <= country["yshift"] - country["font"]["size"]


def test_a_low_projection_is_named_over_its_line():
    low = replace(PROJECTION, value=12.0, low=10.0, high=14.0)
    labels = drawn(projection=low)["layout"]["annotations"]
    (label,) = [each for each in labels if each["text"].startswith("Dự báo")]
    assert (label["yanchor"], label["y"]) == ("bottom", 14.0)


def test_the_first_value_is_named_clear_of_the_scale():
    (label,) = [each for each in drawn(series(50.0))["layout"]["annotations"] if "50,0%" in each["text"]]
    assert label["xanchor"] == "left"


def test_illustrative_data_says_so():
    assert "<i>Số liệu minh họa</i>" in words(drawn(series(20.0, 30.0, illustrative=True)))
    assert "<i>Số liệu minh họa</i>" not in words(drawn())


def test_ticks_are_periods_and_stand_apart():
    axis = drawn()["layout"]["xaxis"]
    named = dict(zip(axis["tickvals"], axis["ticktext"], strict=True))
    assert named["2026-09-30"] == "Quý III<br>2026"
    assert named["2024-12-31"] == "Quý IV<br>2024"
    assert named["2030-12-31"] == "Năm<br>2030"
    days = sorted(date.fromisoformat(day) for day in named)
    assert all((b - a).days > 400 for a, b in pairwise(days))


def test_the_path_goes_over_the_interim_targets():
    plan = (
        Target(date(2027, 12, 31), 40, ">=", "", interim=True),
        Target(date(2030, 12, 31), 80, ">=", ""),
    )
    path = path_to_target(KNOWN, replace(INDICATOR, targets=plan))
    assert [point.value for point in path] == [20, 40, 80]
    own = replace(KNOWN, target=90)  # a province's own target
    assert [point.value for point in path_to_target(own, replace(INDICATOR, targets=plan))] == [20, 90]


def test_without_a_baseline_there_is_no_path():
    value = replace(KNOWN, baseline=None, baseline_date=None)
    assert path_to_target(value, INDICATOR) == [Observation(date(2030, 12, 31), 80)]
    assert not trace(drawn(value=value), "target path")["visible"]


def test_the_scale_of_a_count_follows_its_sums():
    count = replace(INDICATOR, kind="count", unit="mục", targets=(), denominator=())
    axis = drawn(series(3000.0, 3456.0), count, value=NO_TARGET)["layout"]["yaxis"]
    assert axis["tickvals"] == [0, 1000, 2000, 3000, 4000]


def test_a_survey_tells_its_interval():
    survey = replace(INDICATOR, survey=True)
    assert "Khoảng tin cậy 95%: " in trace(drawn(indicator=survey), "value")["customdata"][0][2]
    assert "Khoảng tin cậy" not in trace(drawn(), "value")["customdata"][0][2]
