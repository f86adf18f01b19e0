"""One dot a province: where it stands, how it looks, what it is called."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import plotly.graph_objects as go
import pytest

from charts.dots import dots, stacked
from charts.statuses import STATUSES
from indicators.model import Value
from tests.unit.charts.examples import EN, INDICATOR, KNOWN, MISSING, VI, table

COUNT = replace(INDICATOR, kind="count", unit="mục", targets=(), denominator=())


def drawn(found=None, indicator=INDICATOR, **changed):
    choices: dict[str, Any] = {"lang": VI, "theme": "light"} | changed
    return dots(found or table(), indicator, **choices)


def spread(*values: float | None, **changed) -> Any:
    """A table whose first provinces have these values, and the others none."""
    whole = table()
    rest = (None,) * (len(whole.values) - len(values))
    known: list[Value] = [
        replace(MISSING if value is None else KNOWN, value=value, area_code=one.area_code, **changed)
        for value, one in zip((*values, *rest), whole.values, strict=True)
    ]
    return replace(whole, values=tuple(known))


def words(figure):
    return [each["text"] for each in figure["layout"]["annotations"]]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("lang", [VI, EN], ids=["vi", "en"])
@pytest.mark.parametrize("selected", [None, "08", "nowhere"])
def test_it_is_a_valid_figure(theme, lang, selected):
    figure = drawn(lang=lang, theme=theme, selected=selected)
    assert len(go.Figure(figure).data) == 2


def test_it_is_valid_without_a_single_value():
    figure = drawn(spread())
    assert figure["data"][0]["x"] == []
    assert go.Figure(figure).layout.xaxis.range[0] < 0


def test_every_province_with_a_value_is_a_dot_that_knows_its_code():
    provinces = drawn(spread(10.0, None, 30.0))["data"][0]
    assert provinces["x"] == [10.0, 30.0]
    assert [row[0] for row in provinces["customdata"]] == [
        table().values[0].area_code,
        table().values[2].area_code,
    ]


def test_dots_that_share_a_row_stand_apart():
    levels = [0.0, 0.1, 0.2, 0.2, 4.0, 4.1, 9.0]
    placed = list(zip(levels, stacked(levels, 3.0), strict=True))
    assert all(row != other or abs(x - y) >= 3.0 for (x, row), (y, other) in combinations(placed, 2))
    assert [row for level, row in placed if level == 9.0] == [0]


def test_dots_have_the_colour_and_the_icon_of_their_status_and_provisional_ones_are_hollow():
    whole = spread(10.0, 20.0, status="behind")
    firm, loose = whole.values[0], replace(whole.values[1], provisional=True)
    marker = drawn(replace(whole, values=(firm, loose)))["data"][0]
    behind = STATUSES["behind"].light
    assert marker["marker"]["color"][0] == marker["marker"]["line"]["color"][1] == behind
    assert marker["marker"]["color"][1] != behind
    assert marker["text"] == [STATUSES["behind"].icon] * 2


def test_without_a_target_dots_are_alike():
    bare = replace(INDICATOR, targets=())
    provinces = drawn(spread(10.0, 20.0, status="no_target"), bare)["data"][0]
    assert len(set(provinces["marker"]["color"])) == 1
    assert set(provinces["text"]) == {""}


def test_the_country_and_the_target_are_lines_with_names():
    figure = drawn()
    assert [each["x0"] for each in figure["layout"]["shapes"]] == [80, 61.7]
    assert words(figure) == ["Chỉ tiêu <b>80%</b>", "Cả nước <b>61,7%</b>"]


def test_a_sum_is_no_place_among_its_parts():
    figure = drawn(spread(3.0, 130.0), COUNT)
    assert figure["layout"]["shapes"] == []
    assert figure["layout"]["xaxis"]["tickvals"] == [0, 50, 100, 150, 200]


def test_the_selected_province_is_ringed_and_named():
    figure = drawn(selected="08")
    assert len(figure["data"][1]["x"]) == 1
    assert "<b>Tuyên Quang</b> 61,7%" in words(figure)
    assert not drawn()["data"][1]["visible"]


def test_a_value_beyond_the_scale_is_in_sight():
    low, high = drawn(spread(130.0))["layout"]["xaxis"]["range"]
    assert low < 0 < 130 < high


@pytest.mark.parametrize(("value", "side"), [(2.0, "left"), (50.0, "center"), (98.0, "right")])
def test_names_near_an_end_turn_inwards(value, side):
    found = spread(value)
    code = found.values[0].area_code
    label = drawn(found, selected=code)["layout"]["annotations"][-1]
    assert label["xanchor"] == side


def test_it_is_valid_without_a_single_value_and_without_a_target():
    nothing = spread()
    nothing = replace(
        nothing, national=replace(MISSING, area_code="VN", target=None, status="not_applicable")
    )
    assert drawn(nothing, replace(INDICATOR, targets=()))["data"][0]["x"] == []
