from datetime import date, timedelta

import pytest

from indicators.model import Observation
from indicators.projection import projection
from tests.unit.indicators.country import indicator

DEADLINE = date(2030, 12, 31)


def line(values, first=date(2025, 1, 31), step=30):
    return [Observation(first + timedelta(days=step * n), float(value)) for n, value in enumerate(values)]


def test_a_straight_line_goes_on():
    path = line(range(10, 20))
    found = projection(indicator(), path, path[-1].on + timedelta(days=300), 80)
    assert found.value == pytest.approx(29)
    assert (found.low, found.high) == (pytest.approx(29), pytest.approx(29))
    assert found.slope_per_year == pytest.approx(365.25 / 30)
    assert found.meets_on == path[-1].on + timedelta(days=30 * 61)


def test_under_four_points_nothing_is_projected():
    assert projection(indicator(), line([1, 2, 3]), DEADLINE, 80) is None


def test_one_wild_value_does_not_move_the_slope():
    tame, wild = line([10, 11, 12, 13, 14, 15]), line([10, 11, 90, 13, 14, 15])
    assert projection(indicator(), wild, DEADLINE, 80).slope_per_year == pytest.approx(
        projection(indicator(), tame, DEADLINE, 80).slope_per_year, rel=0.05
    )


def test_it_goes_on_from_where_the_path_stands_today():
    path = line([50, 60, 70, 80, 90, 70])
    found = projection(indicator(), path, DEADLINE, 80)
    assert found.start == path[-1]
    assert found.meets_on > path[-1].on


def test_values_stay_within_what_is_possible():
    found = projection(indicator(), line([10, 30, 50, 70]), DEADLINE, 80)
    assert (found.value, found.high) == (100, 100)
    falling = projection(indicator(), line([70, 50, 30, 10]), DEADLINE, 80)
    assert (falling.value, falling.low, falling.meets_on) == (0, 0, None)


def test_only_the_last_36_months_count():
    old_fall = line([90, 50, 10], first=date(2020, 1, 31), step=31)
    recent = line([10, 11, 12, 13, 14, 15])
    assert projection(indicator(), old_fall + recent, DEADLINE, 80).slope_per_year > 0


def test_the_interval_holds_the_middle_of_the_residuals():
    found = projection(indicator(), line([10, 12, 11, 13, 12, 14, 13, 15]), date(2026, 6, 30), 80)
    assert found.low < found.value < found.high


def test_an_indicator_that_should_fall_meets_its_target_from_above():
    down = indicator(direction="down")
    path = line([50, 49, 48, 47])
    assert projection(down, path, DEADLINE, 10).meets_on == path[-1].on + timedelta(days=30 * 37)
