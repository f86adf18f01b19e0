"""The limits of the classes are round, few, and hang on the indicator alone."""

from dataclasses import replace
from typing import Any

import pytest

from charts.scales import change_labels, change_limits, gap_labels, gap_limits, value_labels, value_limits
from indicators.catalogue import read_catalogue
from tests.unit.charts.examples import EN, INDICATOR, VI


def scaled(low: float, high: float, unit: str = "%", direction: Any = "up"):
    return replace(INDICATOR, scale=(low, high), unit=unit, direction=direction)


@pytest.mark.parametrize(
    ("scale", "limits"),
    [
        ((0, 100), (15, 30, 45, 60, 75, 90)),
        ((0, 60), (10, 20, 30, 40, 50)),
        ((40, 100), (50, 60, 70, 80, 90)),
        ((0.3, 0.9), (0.4, 0.5, 0.6, 0.7, 0.8)),
        ((0, 50000), (10000, 20000, 30000, 40000)),
    ],
)
def test_limits_are_round(scale, limits):
    assert value_limits(scaled(*scale)) == limits


@pytest.mark.parametrize("indicator", read_catalogue(), ids=lambda indicator: indicator.code)
def test_every_indicator_has_four_to_seven_classes_inside_its_scale(indicator):
    limits = value_limits(indicator)
    assert 3 <= len(limits) <= 6
    assert list(limits) == sorted(set(limits))
    assert indicator.scale[0] < limits[0]
    assert limits[-1] < indicator.scale[1]


def test_gap_and_change_have_a_neutral_class_around_zero():
    for limits in (gap_limits(INDICATOR), change_limits(INDICATOR)):
        below, above = (
            max(limit for limit in limits if limit < 0),
            min(limit for limit in limits if limit > 0),
        )
        assert below == -above
        assert 0 not in limits


def test_classes_of_values_are_named():
    assert value_labels(INDICATOR, VI)[:2] == ["Dưới 15%", "15 – 30%"]
    assert value_labels(INDICATOR, VI)[-1] == "Từ 90%"
    assert value_labels(scaled(0.3, 0.9, "điểm"), VI)[1] == "0,4 – 0,5 điểm"


def test_classes_of_gaps_are_named():
    names = gap_labels(INDICATOR, VI)
    assert names[0] == "Còn cách trên 50 điểm\u00a0%"
    assert names[3:5] == ["Còn cách 2 – 10 điểm\u00a0%", "Sát chỉ tiêu (±2 điểm\u00a0%)"]


def test_a_rise_is_the_worse_where_less_is_wanted():
    assert change_labels(INDICATOR, VI)[0] == "Giảm trên 15 điểm\u00a0%"
    assert change_labels(scaled(0, 100, direction="down"), VI)[0] == "Tăng trên 15 điểm\u00a0%"


@pytest.mark.parametrize("labels", [value_labels, gap_labels, change_labels])
def test_names_differ_and_match_the_limits(labels):
    limits = {value_labels: value_limits, gap_labels: gap_limits, change_labels: change_limits}[labels](
        INDICATOR
    )
    for lang in (VI, EN):
        names = labels(INDICATOR, lang)
        assert len(set(names)) == len(names) == len(limits) + 1
