"""What the overview puts before a leader, and what it leaves in the cards."""

from dataclasses import replace
from datetime import date

import pytest

from indicators.attention import MOST, attention, concern_of
from indicators.cards import Card
from indicators.model import Series
from tests.unit.charts.examples import KNOWN
from tests.unit.indicators.country import indicator

NO_PATH = Series("T1", "VN", "Cả nước", "Viet Nam", "34", "quarter", None, ())


def card(code="T1", status="on_track", change=None, before=None, direction="up", part_of="", **told):
    of = indicator(code, direction=direction, part_of=part_of)
    value = replace(KNOWN, indicator=code, status=status, **told)
    return Card(of, value, NO_PATH, before, change)


@pytest.mark.parametrize("status", ["slipped", "reversing", "overdue", "missed", "no_data", "awaiting"])
def test_some_states_are_a_reason_by_themselves(status):
    concern = concern_of(card(status=status))
    assert concern
    assert concern.reason == status


@pytest.mark.parametrize(
    "status", ["on_track", "accelerate", "achieved", "no_target", "not_applicable", "completed"]
)
def test_others_are_not(status):
    assert concern_of(card(status=status)) is None


@pytest.mark.parametrize(
    ("direction", "change", "concerns"),
    [("up", -1.0, True), ("up", -0.9, False), ("up", 5.0, False), ("down", 1.0, True), ("down", -5.0, False)],
)
def test_a_notable_change_against_the_wanted_direction_is_one(direction, change, concerns):
    assert (concern_of(card(change=change, direction=direction)) is not None) == concerns


def test_a_fall_is_no_worry_where_the_target_is_met_all_the_same():
    assert concern_of(card(status="achieved", change=-5.0)) is None


def test_a_change_of_a_survey_within_its_intervals_may_be_chance():
    before = replace(KNOWN, interval=(50.0, 60.0))
    assert concern_of(card(change=-3.0, before=before, interval=(47.0, 57.0))) is None
    assert concern_of(card(change=-20.0, before=before, interval=(30.0, 40.0))) is not None


def test_variety_goes_before_repetition_and_the_list_stays_short():
    missed = [card(f"M{number}", "missed", judged_value=number, target=80.0) for number in range(9)]
    found = attention([*missed, card("F1", "slipped"), card("W1", "no_data")])
    assert len(found) == MOST
    assert [one.reason for one in found] == ["slipped", *["missed"] * 4, "no_data"]
    assert [one.card.indicator.code for one in found[1:5]] == ["M0", "M1", "M2", "M3"]


def test_what_nobody_knows_is_told_by_the_nearer_deadline():
    late, soon = (
        card(code, "no_data", deadline=date(year, 12, 31)) for code, year in (("A1", 2030), ("B1", 2027))
    )
    assert [one.card.indicator.code for one in attention([late, soon], most=1)] == ["B1"]


def test_a_part_is_told_with_its_whole_and_alone_where_the_whole_is_well():
    part, whole = card("P1", "missed", part_of="T1"), card("T1", "missed")
    assert [one.card.indicator.code for one in attention([part, whole])] == ["T1"]
    assert [one.card.indicator.code for one in attention([part, card("T1", "on_track")])] == ["P1"]
