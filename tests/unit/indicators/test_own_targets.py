"""Which of a province's own targets counts."""

from datetime import date

import pytest

from indicators.own_targets import TargetRow, own_targets
from indicators.soundness import Rules
from tests.unit.indicators.country import HUE_NEW, HUE_OLD, STAYS, areas

DAY = date(2027, 12, 31)
RULES = Rules(areas(), {}, (), {1, 2, 3}, {1, 2, 3, 4}, None, date(2026, 11, 22))


def row(value=50.0, load=1, area=STAYS, on=DAY, indicator="T1"):
    return TargetRow(indicator, area, on, value, "Kế hoạch của tỉnh", load)


def found(*rows, as_of=None, direction="up"):
    rules = Rules(*[getattr(RULES, name) for name in RULES.__slots__][:5], as_of, RULES.today)
    targets, faults = own_targets(rows, {"T1": direction}, rules)
    values = {unit: [one.value for one in own] for unit, own in targets.get("T1", {}).items()}
    return values, [fault.detail for fault in faults]


def test_the_newest_approved_load_counts_up_to_the_one_asked_for():
    rows = [row(50, 1), row(60, 3), row(70, 4)]  # the fourth is a draft
    assert found(*rows) == ({STAYS: [60]}, [])
    assert found(*reversed(rows)) == ({STAYS: [60]}, [])
    assert found(*rows, as_of=2) == ({STAYS: [50]}, [])


@pytest.mark.parametrize("value", [None, 60.0])
def test_two_with_one_key_in_one_load_are_both_left_out(value):
    values, faults = found(row(40, 1), row(50, 2), row(value, 2))
    assert (values, len(faults)) == ({}, 2)


def test_an_older_target_does_not_come_back_for_one_that_cannot_be_read():
    values, faults = found(row(50, 1), row(None, 2))
    assert (values, faults) == ({}, ["target of T1: the value can't be read"])
    assert found(row(None, 1), row(50, 2)) == ({STAYS: [50]}, [])


@pytest.mark.parametrize(
    "wrong", [{"indicator": "Z9"}, {"area": 999}, {"on": None}, {"on": date(1899, 1, 1)}, {"load": 9}]
)
def test_what_belongs_nowhere_is_listed(wrong):
    values, faults = found(row(**wrong))
    assert (values, len(faults)) == ({}, 1)


def test_a_renamed_province_keeps_its_target():
    values, _ = found(row(50, 1, HUE_OLD), row(60, 2, HUE_NEW))
    assert values == {RULES.areas.unit_of(HUE_NEW): [60]}


@pytest.mark.parametrize(("direction", "operator"), [("up", ">="), ("down", "<=")])
def test_a_target_is_met_in_the_indicators_direction(direction, operator):
    targets, _ = own_targets([row()], {"T1": direction}, RULES)
    assert targets["T1"][STAYS][0].operator == operator
