"""Values with their targets: whose they are, what sets them, and a survey's limits."""

from dataclasses import replace
from datetime import date

import pytest

from indicators.model import Target
from indicators.periods import Period
from indicators.values import Scope, common_targets, value_table
from tests.unit.indicators.country import HUE_NEW, NEW_A, STAYS, facts, indicator, month, pair, readings

SEP = month(2026, 9)
SEPTEMBER = Period.parse("2026-09")
COMMON = Target(date(2030, 12, 31), 80.0, ">=", "1087/QĐ-TTg")
OF_HUE = Target(date(2030, 12, 31), 90.0, ">=", "Kế hoạch của Huế", provinces=("46",))
ROWS = pair(SEP, {STAYS: (30, 60), NEW_A: (10, 40), HUE_NEW: (6, 8), 3000: (1, 2)})


def table(*targets, own=None, rows=ROWS, parent=None, **changed):
    found = readings(rows, indicator(targets=targets, **changed))
    scope = Scope(1, own_targets={found.areas.unit_of(key): given for key, given in (own or {}).items()})
    values = value_table(found, SEPTEMBER, "34", parent, scope)
    return {value.area_code: value for value in (values.national, *values.values)}


def shown(values, *fields):
    return {code: tuple(getattr(value, field) for field in fields) for code, value in values.items()}


def test_a_target_of_named_provinces_holds_there_and_nowhere_else():
    assert shown(table(OF_HUE), "target", "own_target", "status", "target_basis") == {
        "VN": (None, False, "no_target", ""),
        "04": (None, False, "no_target", ""),
        "08": (None, False, "no_target", ""),
        "46": (90.0, True, "no_baseline", "Kế hoạch của Huế"),
    }


def test_a_named_provinces_target_stands_beside_the_common_one():
    early = replace(OF_HUE, date=date(2027, 12, 31))
    assert shown(table(COMMON, early), "target", "own_target") == {
        "VN": (80.0, False),
        "04": (80.0, False),
        "08": (80.0, False),
        "46": (90.0, True),
    }


def test_an_own_target_takes_precedence_over_both():
    own = Target(date(2028, 12, 31), 40.0, ">=", "Kế hoạch riêng")
    values = table(COMMON, OF_HUE, own={HUE_NEW: (own,)})
    assert (values["46"].target, values["46"].own_target, values["46"].target_basis) == (
        40.0,
        True,
        "Kế hoạch riêng",
    )
    assert (values["04"].own_target, values["04"].target_basis) == (False, "1087/QĐ-TTg")


def test_a_provinces_target_is_not_its_communes():
    assert table(replace(OF_HUE, provinces=("04",)), parent="04")["03000"].target is None
    assert common_targets(indicator(targets=(COMMON, OF_HUE)), "03000") == (COMMON,)


def test_what_is_not_judged_names_no_target():
    ended = table(OF_HUE, applicable_until=date(2026, 8, 31))["46"]
    assert (ended.status, ended.target_basis, ended.own_target) == ("not_applicable", "", False)


def test_a_survey_has_limits_wherever_it_has_a_denominator():
    values = table(COMMON, survey=True)
    assert values["46"].interval == pytest.approx((40.93, 92.85), abs=0.005)  # 6 of 8
    low, high = values["VN"].interval
    assert low < values["VN"].value < high
    assert table(COMMON, survey=True, rows=facts("done", SEP, {STAYS: 3}))["04"].interval is None


def test_what_is_no_survey_has_no_limits():
    assert {value.interval for value in table(COMMON).values()} == {None}
