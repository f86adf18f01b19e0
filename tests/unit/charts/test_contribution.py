"""The chart of contributions."""

import plotly.graph_objects as go
import pytest

from charts.contribution import contributions, count, height
from indicators.contribution import contribution
from tests.unit.charts.examples import EN, INDICATOR, VI
from tests.unit.indicators.test_contribution import UP, communes, province

FOUND = communes((10, 50), (45, 50), (20, 100), (8, 10))
TOLD = contribution(province(FOUND), FOUND, UP)


def chart(shown=10, found=TOLD, lang=VI, theme="light", **more):
    return contributions(found, shown, INDICATOR, lang=lang, theme=theme, **more)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("lang", [VI, EN])
def test_plotly_knows_every_property(theme, lang):
    go.Figure(chart(lang=lang, theme=theme))


def test_bars_and_steps_run_through_the_communes_largest_first():
    bars, steps = chart()["data"]
    assert bars["x"] == [60, 30]
    assert [row[0] for row in bars["customdata"]] == ["00003", "00001"]
    assert steps["x"] == [TOLD.value, *(one.raised for one in TOLD.lacks)]
    said = [(one["y"], one["text"]) for one in chart()["layout"]["annotations"] if one["xref"] == "x2"]
    assert said[:2] == [(0, "68,1%"), (1, "82,4%")]


def test_only_so_many_are_shown():
    assert chart(shown=1)["data"][0]["x"] == [60]
    assert height(3) - height(1) == 2 * (height(2) - height(1))


def test_the_target_lies_on_the_axis_of_the_steps():
    layout = chart()["layout"]
    low, high = layout["xaxis2"]["range"]
    assert low < TOLD.value < TOLD.target < high
    assert TOLD.target in {shape["x0"] for shape in layout["shapes"]}


def test_the_selected_commune_stands_out():
    widths = chart(selected="00001")["data"][0]["marker"]["line"]["width"]
    assert widths == [0, 2]


def test_the_whole_is_named_for_what_it_is():
    found = contribution(province(communes((1, 2))), FOUND, UP)
    texts = [one["text"] for one in chart(found=found)["layout"]["annotations"]]
    assert "Các xã<br>sẽ ở mức" in texts
    assert "Tỉnh sẽ<br>ở mức" in [one["text"] for one in chart()["layout"]["annotations"]]


@pytest.mark.parametrize(("missing", "text"), [(0.4, "0,4"), (9.94, "9,9"), (9.96, "10"), (1234.5, "1.235")])
def test_small_numbers_keep_a_decimal(missing, text):
    assert count(missing, VI) == text
