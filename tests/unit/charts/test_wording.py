"""Numbers and words as they are read in Vietnamese."""

from dataclasses import replace
from datetime import date

import pytest

from charts import wording
from charts.wording import UNITS
from indicators.catalogue import read_catalogue
from tests.unit.charts.examples import EN, INDICATOR, KNOWN, MISSING, VI

SCORE = replace(INDICATOR, unit="điểm", scale=(0.3, 0.9))


@pytest.mark.parametrize(
    ("value", "indicator", "written"),
    [
        (75.5, INDICATOR, "75,5%"),
        (0.0, INDICATOR, "0,0%"),
        (None, INDICATOR, "chưa có số liệu"),
        (0.71234, SCORE, "0,712 điểm"),
        (1234567.0, replace(SCORE, scale=(0, 2_000_000)), "1.234.567 điểm"),
    ],
)
def test_amounts(value, indicator, written):
    assert wording.amount(value, indicator, VI) == written


def test_percentages_differ_by_points():
    assert wording.difference(3.25, INDICATOR, VI) == "+3,3 điểm\u00a0%"
    assert wording.difference(-3, INDICATOR, VI) == "-3,0 điểm\u00a0%"
    assert wording.difference(2, INDICATOR, VI, round_number=True) == "2 điểm\u00a0%"


def test_parts_are_whole_numbers_or_nothing():
    assert wording.parts(KNOWN, VI) == "1.234/2.000"
    assert wording.parts(MISSING, VI) == ""


def test_the_target_has_a_direction_and_a_deadline():
    assert wording.target(KNOWN, INDICATOR, VI) == "≥ 80% đến 31/12/2030"
    assert wording.target(KNOWN, replace(INDICATOR, direction="down"), VI).startswith("≤")
    assert wording.target(replace(KNOWN, target=None), INDICATOR, VI) == "không có"


def test_marks():
    assert wording.marks(KNOWN, VI) == []
    marked = replace(
        KNOWN, provisional=True, coverage=0.5, stale=True, illustrative=True, baseline_provisional=True
    )
    assert wording.marks(marked, VI) == [
        "tạm tính, độ phủ 50%",
        "số liệu đã cũ",
        "mốc gốc tạm",
        "số liệu minh họa",
    ]


def test_a_status_without_a_value_of_the_period_says_what_it_rests_on():
    judged = replace(MISSING, status="behind", judged_value=50, judged_on=date(2026, 8, 31))
    assert wording.marks(judged, VI) == ["trạng thái theo số liệu đến 31/08/2026"]


def test_the_units_of_all_indicators_can_be_translated():
    assert {indicator.unit for indicator in read_catalogue()} - {"%"} <= set(UNITS)


def test_english_numbers():
    assert wording.amount(75.5, INDICATOR, EN) == "75.5%"


@pytest.mark.parametrize(
    ("code", "vi", "en"),
    [
        ("illustrative", "số liệu minh họa", "illustrative data"),
        ("published", "số liệu đã công bố", "published figures"),
        ("LGSP", "LGSP", "LGSP"),
    ],
)
def test_a_source_is_named_in_words(code, vi, en):
    assert wording.source(code, VI) == vi
    assert wording.source(code, EN) == en
