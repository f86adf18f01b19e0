"""What became of a target, state by state, and which state comes first."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from indicators.lifecycle import lives
from indicators.model import Target
from tests.unit.indicators.country import indicator

ONE_DAY = timedelta(days=1)
DEADLINE = date(2025, 12, 31)
TARGET = Target(DEADLINE, 80.0, ">=", "330/QĐ-UBDT")
REPLACED = date(2025, 3, 1)
OLD = replace(TARGET, superseded_on=REPLACED, superseded_by="Quyết định mới")
LATER = Target(date(2027, 12, 31), 80.0, ">=", "Quyết định mới")
HIGHER = Target(date(2027, 12, 31), 90.0, ">=", "Quyết định mới")
ENDED = {"applicable_until": date(2025, 6, 30), "ended_because_vi": "Bỏ cấp huyện"}


def states(day, *targets, own=(), **changed):
    found = lives(indicator(targets=targets, **changed), day, own)
    return [(life.state, life.since, life.basis) for life in found]


def test_in_force_up_to_its_deadline():
    assert states(DEADLINE, TARGET) == [("in_force", None, TARGET.legal_basis)]


def test_the_deadline_passed_the_day_after_it():
    assert states(DEADLINE + ONE_DAY, TARGET) == [("deadline_passed", DEADLINE + ONE_DAY, TARGET.legal_basis)]


def test_superseded_from_the_day_that_is_named():
    assert states(REPLACED - ONE_DAY, OLD) == [("in_force", None, OLD.legal_basis)]
    assert states(REPLACED, OLD, HIGHER)[0] == ("superseded", REPLACED, "Quyết định mới")


def test_the_same_value_by_another_date_is_an_amended_deadline():
    assert [state for state, *_ in states(REPLACED, OLD, LATER)] == ["deadline_amended", "in_force"]


@pytest.mark.parametrize(
    "other",
    [
        replace(LATER, date=DEADLINE),
        replace(LATER, operator="<="),
        replace(LATER, provinces=("46",)),
        replace(LATER, superseded_on=REPLACED),
    ],
)
def test_what_does_not_amend_a_deadline(other):
    assert ("superseded", REPLACED, "Quyết định mới") in states(REPLACED, OLD, other)


def test_a_population_ended_the_day_after_its_last():
    ended = ENDED["applicable_until"]
    assert states(ended, TARGET, **ENDED)[0][0] == "in_force"
    assert states(ended + ONE_DAY, TARGET, **ENDED) == [("population_ended", ended + ONE_DAY, "Bỏ cấp huyện")]


def test_of_several_states_the_first_counts():
    late = date(2026, 3, 1)
    assert states(late, OLD, **ENDED)[0][0] == "superseded"
    assert states(late, TARGET, **ENDED)[0][0] == "population_ended"
    assert states(late, replace(OLD, superseded_on=late), **ENDED)[0][0] == "superseded"
    assert states(late, replace(OLD, superseded_on=late + ONE_DAY))[0][0] == "deadline_passed"


def test_targets_by_deadline_interim_ones_among_them():
    interim = Target(date(2026, 12, 31), 85.0, ">=", "Kế hoạch", interim=True)
    found = lives(indicator(targets=(HIGHER, interim, TARGET)), date(2026, 6, 1))
    assert [life.target for life in found] == [TARGET, interim, HIGHER]


def test_an_areas_own_targets_take_the_place_of_the_common_ones():
    own = Target(date(2027, 12, 31), 50.0, ">=", "Kế hoạch của tỉnh")
    assert states(DEADLINE, TARGET, own=(own,)) == [("in_force", None, "Kế hoạch của tỉnh")]


def test_without_a_target_there_is_nothing_to_tell():
    assert states(DEADLINE) == []
