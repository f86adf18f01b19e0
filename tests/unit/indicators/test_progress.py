"""Each row of the methodology's table of statuses, both directions, and the edge of every rule."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.model import Baseline, Observation, Target
from indicators.progress import Thresholds, expected_on, expected_path, judgement
from tests.unit.indicators.country import indicator

DEADLINE = date(2030, 12, 31)
START = date(2025, 12, 31)  # 1,826 days before the deadline
UP = (Target(DEADLINE, 80.0, ">=", "basis"),)
DOWN = (Target(DEADLINE, 10.0, "<=", "basis"),)


def path(*points):
    return [Observation(START + timedelta(days=day), float(value)) for day, value in points]


def status(points, today=None, **changed):
    seen = path(*points)
    when = today or (seen[-1].on if seen else date(2026, 9, 30))
    return judgement(indicator(**{"targets": UP, **changed}), seen, when).status


# From 0 to 80 in 1,826 days: half of the time gone is day 913, where 40 is expected.
@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([], "no_data"),
        ([(0, 20)], "no_baseline"),
        ([(0, 80)], "achieved"),
        ([(0, 0), (100, 5)], "too_early"),
        ([(0, 0), (182, 10)], "too_early"),
        ([(0, 0), (183, 10)], "on_track"),
        ([(0, 0), (913, 40)], "on_track"),
        ([(0, 0), (913, 38)], "on_track"),
        ([(0, 0), (913, 37.9)], "accelerate"),
        ([(0, 0), (913, 24)], "accelerate"),
        ([(0, 0), (913, 23.9)], "behind"),
        ([(0, 10), (913, 10)], "behind"),
        ([(0, 10), (913, 9.99)], "reversing"),
        ([(0, 0), (913, 80)], "achieved"),
        ([(0, 0), (500, 80), (913, 79.999)], "slipped"),
        ([(0, 80), (913, 79)], "slipped"),
        ([(0, 85), (913, 90)], "achieved"),
    ],
)
def test_the_deadline_is_ahead(points, expected):
    assert status(points) == expected


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([(0, 50), (913, 30)], "on_track"),
        ([(0, 50), (913, 35)], "accelerate"),
        ([(0, 50), (913, 45)], "behind"),
        ([(0, 50), (913, 51)], "reversing"),
        ([(0, 50), (913, 10)], "achieved"),
        ([(0, 9), (913, 11)], "slipped"),
    ],
)
def test_an_indicator_that_should_fall(points, expected):
    assert status(points, direction="down", targets=DOWN) == expected


PASSED = date(2026, 9, 30)
N_TARGET = (Target(START, 100.0, ">=", "330/QĐ-UBDT"),)


@pytest.mark.parametrize(
    ("points", "today", "expected"),
    [
        ([(-92, 100)], PASSED, "achieved"),
        ([(-92, 99), (0, 100)], START, "achieved"),
        ([(-200, 50), (0, 99.9)], START, "missed"),
        ([(-200, 100), (0, 99)], PASSED, "missed"),
        ([(-93, 100)], PASSED, "awaiting"),
        ([(-200, 100)], PASSED, "awaiting"),
        ([(-200, 50), (90, 100)], PASSED, "awaiting"),
        ([(0, 99), (90, 100)], PASSED, "achieved_late"),
        ([(0, 99), (90, 100), (180, 98)], PASSED, "achieved_late"),
        ([(0, 100), (90, 98)], PASSED, "achieved"),
        ([], PASSED, "no_data"),
        ([(-200, 50), (-10, 60)], START - timedelta(days=1), "behind"),
    ],
)
def test_the_deadline_has_passed(points, today, expected):
    assert status(points, today=today, targets=N_TARGET) == expected


def test_what_was_judged_at_the_deadline_stays_whatever_is_asked_later():
    at_it, passed = Observation(START, 99.0), date(2026, 9, 30)
    asked_year = Observation(START, 100.0)
    for when, now in (
        (START, asked_year),
        (START, None),
        (passed, None),
        (passed, Observation(passed, 50.0)),
    ):
        found = judgement(
            indicator(targets=N_TARGET), path((0, 100)), when, now=now, due=lambda target: at_it
        )
        assert (found.status, found.judged) == ("missed", at_it)


def test_a_population_that_ended_is_not_judged():
    ended = {"applicable_until": date(2025, 6, 30)}
    assert status([(-200, 50)], today=date(2025, 9, 30), **ended) == "not_applicable"
    assert status([(-300, 50)], today=date(2025, 6, 30), **ended) != "not_applicable"
    assert not judgement(indicator(**ended), path((-300, 50)), PASSED).stale


def test_a_superseded_target_gives_way():
    old = Target(DEADLINE, 80.0, ">=", "old", superseded_on=date(2026, 3, 1), superseded_by="new")
    new = Target(date(2029, 12, 31), 90.0, ">=", "new")
    assert status([(0, 10)], today=date(2026, 6, 30), targets=(old,)) == "not_applicable"
    assert judgement(indicator(targets=(old, new)), path((0, 10)), date(2026, 6, 30)).target == new


def test_without_a_target_there_is_a_trend_and_no_status():
    assert status([(0, 10), (90, 20)], targets=()) == "no_target"
    assert status([], targets=()) == "no_target"


def test_hold_means_the_target_is_where_it_began():
    plan = Baseline(80.0, START, "plan")
    held = judgement(indicator(targets=UP), path((100, 80)), START + timedelta(days=100), baseline=plan)
    lost = judgement(indicator(targets=UP), path((100, 79)), START + timedelta(days=100), baseline=plan)
    assert (held.status, lost.status, lost.pace) == ("achieved", "slipped", None)


def test_the_parts_of_a_judgement():
    found = judgement(indicator(targets=UP), path((0, 10), (365, 24)), START + timedelta(days=365))
    assert found.pace == pytest.approx(((24 - 10) / (80 - 10)) / (365 / 1826), abs=1e-12)
    assert found.required_per_year == pytest.approx((80 - 24) / ((1826 - 365) / 365.25), abs=1e-12)
    assert found.baseline == Observation(START, 10.0)
    assert found.baseline_provisional


def test_a_plans_baseline_is_not_provisional():
    plan = Baseline(5.0, date(2024, 12, 31), "plan")
    found = judgement(indicator(targets=UP), path((0, 10)), START, baseline=plan)
    assert (found.baseline, found.baseline_provisional) == (Observation(plan.date, 5.0), False)
    assert found.status == "behind"


def test_interim_targets_bend_the_expected_path():
    interim = Target(date(2027, 12, 31), 20.0, ">=", "plan", interim=True)
    points = [(0, 0), (730, 20)]
    assert status(points, targets=UP) == "accelerate"
    assert status(points, targets=(interim, *UP)) == "on_track"
    line = expected_path(Observation(START, 0.0), UP[0], [interim])
    assert expected_on(line, date(2027, 12, 31)) == 20
    assert expected_on(line, date(2029, 7, 1)) == pytest.approx(50, abs=0.1)
    assert expected_on(line, date(2031, 1, 1)) == 80


def test_an_interim_target_that_asks_for_no_progress_yet():
    interim = Target(date(2027, 12, 31), 10.0, ">=", "plan", interim=True)
    assert status([(0, 10), (500, 11)], targets=(interim, *UP)) == "on_track"
    assert status([(0, 10), (500, 9)], targets=(interim, *UP)) == "reversing"


@given(
    st.integers(1, 99), st.integers(200, 1700), st.sampled_from([(0.95, "on_track"), (0.60, "accelerate")])
)
def test_a_pace_of_exactly_a_threshold_has_reached_it(way, days, edge):
    threshold, expected = edge
    goal = (Target(DEADLINE, float(way), ">=", "basis"),)
    value = way * threshold * days / (DEADLINE - START).days
    assert status([(0, 0), (days, value)], targets=goal) == expected


def test_the_next_deadline_is_the_one_that_is_judged():
    both = (Target(date(2025, 12, 31), 50.0, ">=", "a"), Target(DEADLINE, 80.0, ">=", "b"))
    assert judgement(indicator(targets=both), path((0, 55)), START).target == both[0]
    assert judgement(indicator(targets=both), path((0, 55)), date(2026, 3, 31)).target == both[1]


@pytest.mark.parametrize(("days", "stale"), [(0, False), (136, False), (137, True)])
def test_a_value_is_stale_after_one_and_a_half_cycles(days, stale):
    assert judgement(indicator(), path((0, 10)), START + timedelta(days=days)).stale is stale


def test_thresholds_are_configuration():
    strict = Thresholds(on_track=1.2)
    assert (
        judgement(
            indicator(targets=UP), path((0, 0), (913, 40)), START + timedelta(days=913), thresholds=strict
        ).status
        == "accelerate"
    )
