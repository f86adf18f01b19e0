"""The scorecard's columns: newest values with a later day's status, and targets counted."""

from dataclasses import replace

from indicators.scorecard import Column, judged_later, judged_table, targets_met
from tests.unit.charts.examples import INDICATOR, KNOWN, MISSING, table


def test_a_value_keeps_its_number_and_takes_the_later_status():
    later = replace(KNOWN, value=None, status="missed", pace=None, judged_value=58.0)
    found = judged_later(replace(KNOWN, pace=0.8), later)
    assert (found.value, found.period, found.status, found.pace) == (61.7, "2026-Q3", "missed", None)


def test_what_has_ended_since_is_not_shown_as_a_value():
    assert judged_later(KNOWN, replace(MISSING, status="not_applicable")).value is None


def test_each_province_takes_its_own_later_status():
    found = judged_table(table(), table(p08=replace(KNOWN, status="missed")))
    statuses = {value.area_code: value.status for value in found.values}
    assert statuses["08"] == "missed"
    assert set(statuses.values()) == {"missed", "accelerate"}
    assert found.national.status == "accelerate"


def test_a_column_applies_while_it_applies_to_anybody():
    gone = replace(MISSING, status="not_applicable")
    none = replace(table(), values=(gone, gone))
    assert not Column(INDICATOR, none).applies
    assert Column(INDICATOR, replace(none, values=(gone, KNOWN))).applies


def test_a_column_is_made_up_where_all_that_is_known_is():
    made_up = replace(KNOWN, illustrative=True)
    assert Column(INDICATOR, replace(table(), values=(made_up, MISSING))).all_illustrative
    assert not Column(INDICATOR, replace(table(), values=(made_up, KNOWN))).all_illustrative
    assert not Column(INDICATOR, replace(table(), values=(MISSING,))).all_illustrative
    milestone = replace(INDICATOR, kind="milestone")
    assert Column(milestone, replace(table(), values=(made_up, KNOWN))).all_illustrative


def test_targets_are_counted_where_one_is_asked_and_told():
    statuses = ("achieved", "completed_late", "behind", "no_data", "no_target", "not_applicable")
    values = [replace(KNOWN, status=status) for status in statuses]
    assert targets_met(values) == (2, 4)
    assert targets_met([replace(KNOWN, status="achieved", suppressed=True)]) == (0, 0)
