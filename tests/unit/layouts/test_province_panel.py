"""The panel of one province."""

from dataclasses import replace
from datetime import date

import pytest

from indicators.model import Observation
from indicators.projection import Projection
from layouts.province_panel import Province, province_panel
from tests.unit.charts.examples import KNOWN, MISSING, VI, series
from tests.unit.layouts.look import attributes, texts
from tests.unit.layouts.territories import CHOSEN, ON_34

EXPECTED = Projection(
    deadline=date(2030, 12, 31),
    value=82.0,
    low=79.0,
    high=85.0,
    slope_per_year=4.0,
    start=Observation(date(2026, 9, 30), 61.7),
    meets_on=date(2030, 6, 30),
)


def panel(**parts):
    """The texts of a panel and what its buttons choose."""
    found = Province(KNOWN, series(10, None, 30, illustrative=True), None, (), ON_34)
    shown = province_panel(replace(found, **parts), CHOSEN, {"data": [], "layout": {}})
    return texts(shown), attributes(shown, "data-choose")


def test_the_numbers_of_the_chart_stand_in_a_table_and_a_gap_is_said():
    said, _ = panel()
    for text in ("Quý IV/2024", "10,0%", "100/1.000", "Quý I/2025", VI.missing, "minh họa"):
        assert text in said


def test_the_panel_opens_where_its_number_comes_from():
    _, choices = panel()
    assert "origin=S02:08:2026-Q3:34" in choices


def test_a_province_without_a_series_has_no_empty_table():
    said, _ = panel(series=series())
    assert "Số liệu từng kỳ" in panel()[0]
    assert "Số liệu từng kỳ" not in said


@pytest.mark.parametrize(
    ("meets_on", "told"), [(date(2030, 6, 30), "Tháng 6/2030"), (date(2031, 1, 31), ""), (None, "")]
)
def test_a_projection_says_when_the_target_is_met_if_it_is_in_time(meets_on, told):
    said, _ = panel(projection=replace(EXPECTED, meets_on=meets_on))
    sentence = next(text for text in said if text.startswith("Nếu giữ nhịp"))
    assert ("Chỉ tiêu đạt được" in sentence) == bool(told)
    assert told in sentence


def test_former_provinces_are_listed_with_their_last_values():
    former = (
        replace(KNOWN, area_code="02", area_name="Hà Giang", period="2025-Q2"),
        replace(MISSING, period="2025-Q2"),
    )
    said, _ = panel(former=former)
    assert "Hà Giang" in said
    assert any("Quý II/2025" in text for text in said)
    assert "Hợp thành từ" not in panel()[0]


@pytest.mark.parametrize(
    ("status", "value", "told"),
    [
        ("behind", 82.0, "khả quan hơn"),
        ("on_track", 70.0, "kém hơn"),
        ("on_track", 82.0, ""),
        ("behind", 70.0, ""),
    ],
)
def test_a_projection_that_disagrees_with_the_status_says_so(status, value, told):
    said, _ = panel(value=replace(KNOWN, status=status), projection=replace(EXPECTED, value=value))
    sentence = next(text for text in said if text.startswith("Nếu giữ nhịp"))
    assert ("Dự báo này" in sentence) == bool(told)
    assert told in sentence
