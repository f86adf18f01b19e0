"""The steps by which areas complete a milestone."""

from dataclasses import replace
from datetime import date

import plotly.graph_objects as go

from charts.steps import steps
from tests.unit.charts.examples import KNOWN, VI, series

COUNTRY = replace(KNOWN, area_code="VN", numerator=12, value=12, denominator=34, deadline=date(2025, 12, 31))


def test_the_count_goes_up_in_steps_to_the_newest_which_is_named():
    figure = steps(series(0.0, 5.0, None, 12.0), COUNTRY, lang=VI, theme="light")
    assert go.Figure(figure).data[0].line.shape == "hv"
    assert figure["data"][0]["y"] == [0.0, 5.0, 12.0]
    assert [each["text"] for each in figure["layout"]["annotations"]] == ["<b>12/34</b>", "Hạn 31/12/2025"]
    assert figure["layout"]["shapes"][0]["x0"] == "2025-12-31"


def test_the_axis_holds_the_deadline_and_all_areas():
    layout = steps(series(1.0), COUNTRY, lang=VI, theme="contrast")["layout"]
    first, last = layout["xaxis"]["range"]
    assert first < "2024-12-31"
    assert last > "2025-12-31"
    assert layout["yaxis"]["range"][1] > 34


def test_it_is_valid_without_a_report():
    assert go.Figure(steps(series(), COUNTRY, lang=VI, theme="light")).data[0].x == ()
