"""Each row of the methodology's table of statuses, both directions, and the edge of every rule."""

import re
from datetime import date, timedelta
from pathlib import Path

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
INTERIM = Target(date(2027, 12, 31), 20.0, ">=", "plan", interim=True)
OLD = Target(DEADLINE, 80.0, ">=", "old", superseded_on=date(2026, 3, 1), superseded_by="new")
PASSED_UP = (Target(START, 80.0, ">=", "basis"),)
PASSED_DOWN = (Target(START, 10.0, "<=", "basis"),)
ENDED = date(2025, 12, 31)


def path(*points):
    return [Observation(START + timedelta(days=day), float(value)) for day, value in points]


def day(number):
    return START + timedelta(days=number)


def status(points, today=None, baseline=None, **changed):
    seen = path(*points)
    when = today or (seen[-1].on if seen else date(2026, 9, 30))
    return judgement(indicator(**{"targets": UP, **changed}), seen, when, baseline=baseline).status


FALLING = {"direction": "down", "targets": DOWN}
PAST = {"targets": PASSED_UP}
PAST_FALLING = {"direction": "down", "targets": PASSED_DOWN}
RISING_PLAN = {"baseline": Baseline(80.0, START, "plan")}
FALLING_PLAN = {"baseline": Baseline(10.0, START, "plan"), **FALLING}

# Rising: from 0 to 80 in 1,826 days; half of the time gone is day 913, where 40 is expected. Falling: from 50
# to 10, where 30 is expected. A tenth of the time is 182.6 days, so that 10 % exactly needs another deadline.
TENTH = {"targets": (Target(day(1830), 80.0, ">=", "basis"),)}
TENTH_FALLING = {"direction": "down", "targets": (Target(day(1830), 10.0, "<=", "basis"),)}
# What is observed (day, value), when, what else holds, and the status: a row or more for each of the
# methodology's, both directions, and both sides of every edge.
CASES = [
    # not_applicable: the population ended, or the target was superseded
    ("not_applicable", [(-200, 50)], ENDED + timedelta(days=1), {"applicable_until": ENDED}),
    ("no_baseline", [(-200, 50)], ENDED, {"applicable_until": ENDED}),
    ("not_applicable", [], ENDED + timedelta(days=1), {"applicable_until": ENDED, "targets": ()}),
    ("not_applicable", [(-200, 50)], ENDED + timedelta(days=1), {"applicable_until": ENDED, **FALLING}),
    ("not_applicable", [(0, 10)], date(2026, 3, 1), {"targets": (OLD,)}),
    ("no_baseline", [(0, 10)], date(2026, 2, 28), {"targets": (OLD,)}),
    ("not_applicable", [], date(2026, 3, 1), {"targets": (OLD,)}),
    # no_target: context and counts
    ("no_target", [(0, 10), (90, 20)], None, {"targets": ()}),
    ("no_target", [], None, {"targets": ()}),
    ("no_target", [(0, 10)], None, {"targets": (INTERIM,)}),
    # no_data: no usable value at all, before the deadline and after it
    ("no_data", [], None, {}),
    ("no_data", [], None, FALLING),
    ("no_data", [], day(90), PAST),
    # The deadline has passed. awaiting: the last value by then is more than one cycle older
    ("awaiting", [(-93, 90)], START, PAST),
    ("achieved", [(-92, 90)], START, PAST),
    ("awaiting", [(-93, 5)], START, PAST_FALLING),
    ("achieved", [(-92, 5)], START, PAST_FALLING),
    ("awaiting", [(-200, 50), (90, 90)], day(90), PAST),
    # achieved: the value at the deadline meets the target, unrounded, whatever came later
    ("achieved", [(-200, 50), (0, 80)], START, PAST),
    ("achieved", [(-200, 50), (0, 80), (90, 70)], day(90), PAST),
    ("achieved", [(-200, 50), (0, 10)], START, PAST_FALLING),
    ("achieved", [(-200, 50), (0, 10), (90, 20)], day(90), PAST_FALLING),
    # achieved_late: it did not, and a later value does
    ("achieved_late", [(0, 79.999), (90, 80)], day(90), PAST),
    ("achieved_late", [(0, 79.999), (90, 80), (180, 70)], day(180), PAST),
    ("achieved_late", [(0, 10.001), (90, 10)], day(90), PAST_FALLING),
    # missed: otherwise
    ("missed", [(-200, 50), (0, 79.999)], START, PAST),
    ("missed", [(-200, 90), (0, 79)], day(270), PAST),
    ("missed", [(-200, 50), (0, 10.001)], START, PAST_FALLING),
    ("missed", [(0, 10.001), (90, 10.001)], day(90), PAST_FALLING),
    # The deadline is ahead, on the eve of it too. achieved: the value meets the target
    ("achieved", [(0, 80)], None, {}),
    ("achieved", [(0, 0), (913, 80)], None, {}),
    ("achieved", [(0, 85), (913, 90)], None, {}),
    ("achieved", [(0, 50), (913, 10)], None, FALLING),
    ("achieved", [(0, 10)], None, FALLING),
    ("behind", [(-200, 10), (-10, 20)], START - timedelta(days=1), PAST),
    ("missed", [(-200, 10), (-10, 20)], START, PAST),
    # slipped: an earlier value met the target, the plan's baseline among them
    ("slipped", [(0, 0), (500, 80), (913, 79.999)], None, {}),
    ("slipped", [(0, 80), (913, 79)], None, {}),
    ("slipped", [(0, 9), (913, 11)], None, FALLING),
    ("slipped", [(0, 50), (500, 10), (913, 10.001)], None, FALLING),
    # Baseline and target alike mean hold
    ("achieved", [(100, 80)], None, RISING_PLAN),
    ("slipped", [(100, 79.999)], None, RISING_PLAN),
    ("achieved", [(100, 10)], None, FALLING_PLAN),
    ("slipped", [(100, 10.001)], None, FALLING_PLAN),
    # no_baseline: one observation only
    ("no_baseline", [(0, 20)], None, {}),
    ("no_baseline", [(0, 20)], day(400), {}),
    ("no_baseline", [(0, 20)], None, FALLING),
    ("too_early", [(100, 20)], None, {"baseline": Baseline(0.0, START, "plan")}),
    # too_early: under 10 % of the time is gone, however well it goes
    ("too_early", [(0, 0), (182, 70)], None, {}),
    ("on_track", [(0, 0), (183, 70)], None, {}),
    ("too_early", [(0, 50), (182, 60)], None, FALLING),
    ("reversing", [(0, 50), (183, 60)], None, FALLING),
    ("too_early", [(0, 0), (182, 8)], None, TENTH),
    ("on_track", [(0, 0), (183, 8)], None, TENTH),
    ("on_track", [(0, 50), (183, 46)], None, TENTH_FALLING),
    # on_track: a pace of 0.95 or more
    ("on_track", [(0, 0), (913, 40)], None, {}),
    ("on_track", [(0, 0), (913, 38)], None, {}),
    ("on_track", [(0, 50), (913, 31)], None, FALLING),
    # accelerate: from 0.60 to under 0.95
    ("accelerate", [(0, 0), (913, 37.999)], None, {}),
    ("accelerate", [(0, 0), (913, 24)], None, {}),
    ("accelerate", [(0, 50), (913, 31.001)], None, FALLING),
    ("accelerate", [(0, 50), (913, 38)], None, FALLING),
    # behind: from 0 to under 0.60
    ("behind", [(0, 0), (913, 23.999)], None, {}),
    ("behind", [(0, 10), (913, 10)], None, {}),
    ("behind", [(0, 50), (913, 38.001)], None, FALLING),
    ("behind", [(0, 50), (913, 50)], None, FALLING),
    # reversing: a negative pace
    ("reversing", [(0, 10), (913, 9.999)], None, {}),
    ("reversing", [(0, 50), (913, 50.001)], None, FALLING),
    # Interim targets bend the path and are not judged by themselves
    ("accelerate", [(0, 0), (730, 20)], None, {}),
    ("on_track", [(0, 0), (730, 20)], None, {"targets": (INTERIM, *UP)}),
    ("behind", [(0, 0), (730, 11.999)], None, {"targets": (INTERIM, *UP)}),
    ("accelerate", [(0, 0), (730, 12)], None, {"targets": (INTERIM, *UP)}),
]

# As the methodology lists them.
STATUSES = {
    "not_applicable",
    "no_target",
    "no_data",
    "awaiting",
    "achieved",
    "achieved_late",
    "missed",
    "slipped",
    "no_baseline",
    "too_early",
    "on_track",
    "accelerate",
    "behind",
    "reversing",
}


@pytest.mark.parametrize(("expected", "points", "today", "given"), CASES)
def test_the_table_of_statuses(expected, points, today, given):
    assert status(points, today, **given) == expected


def test_the_table_has_every_status_and_no_other():
    assert {expected for expected, *_ in CASES} == STATUSES


def test_the_statuses_are_those_of_the_methodology():
    shared = Path(__file__).parents[4] / "shared" / "methodology.md"
    if not shared.exists():
        pytest.skip("the methodology is not here")
    table = shared.read_text("utf-8").partition("| code |")[2].partition("\n\n")[0]
    assert set(re.findall(r"^\| `(\w+)`", table, re.MULTILINE)) == STATUSES


PASSED = date(2026, 9, 30)
N_TARGET = (Target(START, 100.0, ">=", "330/QĐ-UBDT"),)


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


def test_what_is_not_judged_is_not_stale():
    ended = {"applicable_until": date(2025, 6, 30)}
    assert not judgement(indicator(**ended), path((-300, 50)), PASSED).stale


def test_a_superseded_target_gives_way():
    new = Target(date(2029, 12, 31), 90.0, ">=", "new")
    for when, target in ((date(2026, 2, 28), new), (date(2026, 3, 1), new), (date(2030, 1, 1), new)):
        assert judgement(indicator(targets=(OLD, new)), path((0, 10)), when).target == target
    earlier = Target(date(2029, 12, 31), 90.0, ">=", "old", superseded_on=date(2026, 3, 1))
    for when, target in ((date(2026, 2, 28), earlier), (date(2026, 3, 1), UP[0])):
        assert judgement(indicator(targets=(earlier, *UP)), path((0, 10)), when).target == target


def test_hold_means_the_target_is_where_it_began():
    plan = Baseline(80.0, START, "plan")
    lost = judgement(indicator(targets=UP), path((100, 79)), START + timedelta(days=100), baseline=plan)
    assert (lost.status, lost.pace) == ("slipped", None)


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
    line = expected_path(Observation(START, 0.0), UP[0], [INTERIM])
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


def test_exactly_one_and_a_half_cycles_is_not_stale(monkeypatch):
    monkeypatch.setattr("indicators.progress.DAYS_A_YEAR", 360)  # 1.5 quarters are then 135 days, not 136.97
    assert not judgement(indicator(), path((0, 10)), START + timedelta(days=135)).stale
    assert judgement(indicator(), path((0, 10)), START + timedelta(days=136)).stale


def test_thresholds_are_configuration():
    strict = Thresholds(on_track=1.2)
    assert (
        judgement(
            indicator(targets=UP), path((0, 0), (913, 40)), START + timedelta(days=913), thresholds=strict
        ).status
        == "accelerate"
    )
