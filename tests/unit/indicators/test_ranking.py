"""Ranks by level, change and pace; ties; and everybody without a rank, with the reason."""

from dataclasses import replace

import pytest

from indicators.ranking import (
    baseline_values,
    change_ranking,
    earlier_period,
    level_ranking,
    pace_ranking,
)
from tests.unit.charts.examples import INDICATOR, KNOWN, MISSING, table

LOW = replace(INDICATOR, direction="down")
MINIMUM = 30


def values(**levels):
    """Sound values by code: p01=50 is 50 % in the province 01."""
    return [replace(KNOWN, area_code=name[1:], value=level) for name, level in levels.items()]


def paced(**paces):
    return [
        replace(KNOWN, area_code=name[1:], pace=pace, required_per_year=1.0) for name, pace in paces.items()
    ]


def by_code(found):
    return {one.area_code: one for one in found}


def ranks(found):
    return [(one.rank, one.value.area_code) for one in found.ranked]


def reasons(found):
    return {one.value.area_code: one.reason for one in found.unranked}


def test_a_tie_keeps_the_order_given_and_the_next_rank_counts_it():
    found = level_ranking(values(p08=50, p01=50, p04=70, p11=20), INDICATOR, MINIMUM)
    assert ranks(found) == [(1, "04"), (2, "08"), (2, "01"), (4, "11")]


def test_a_change_is_ranked_by_how_far_it_went_not_by_where_it_stands():
    now, before = values(p01=90, p04=30, p08=55), by_code(values(p01=89, p04=10, p08=60))
    found = change_ranking(now, before, INDICATOR, MINIMUM)
    assert ranks(found) == [(1, "04"), (2, "01"), (3, "08")]
    assert [one.amount for one in found.ranked] == [20, 1, -5]


def test_what_should_fall_is_ranked_by_its_fall():
    now, before = values(p01=90, p04=30), by_code(values(p01=95, p04=10))
    assert ranks(change_ranking(now, before, LOW, MINIMUM)) == [(1, "01"), (2, "04")]


def test_equal_changes_tie_whatever_binary_fractions_make_of_them():
    now, before = values(p01=0.3, p04=0.5), by_code(values(p01=0.1, p04=0.3))
    assert [one.rank for one in change_ranking(now, before, INDICATOR, MINIMUM).ranked] == [1, 1]


def test_no_change_ties_with_no_change_from_either_side():
    now, before = values(p01=1.0, p04=2.0), by_code(values(p01=1.0 + 1e-12, p04=2.0 - 1e-12))
    assert [one.rank for one in change_ranking(now, before, INDICATOR, MINIMUM).ranked] == [1, 1]


@pytest.mark.parametrize(
    ("earlier", "reason"),
    [
        (None, "no_earlier"),
        (MISSING, "no_earlier"),
        (replace(KNOWN, suppressed=True, value=None), "no_earlier"),
        (replace(KNOWN, provisional=True), "earlier_provisional"),
        (replace(KNOWN, denominator=29), "earlier_small"),
    ],
)
def test_a_change_needs_a_sound_earlier_value(earlier, reason):
    before = {} if earlier is None else {"01": replace(earlier, area_code="01")}
    found = change_ranking(values(p01=50), before, INDICATOR, MINIMUM)
    assert reasons(found) == {"01": reason}
    assert not found.ranked


def test_a_change_never_compares_two_territories():
    before = {"01": replace(KNOWN, area_code="01", boundaries="63")}
    with pytest.raises(AssertionError):
        change_ranking(values(p01=50), before, INDICATOR, MINIMUM)


def test_a_change_since_the_baseline_is_measured_from_each_area_s_own():
    whole = table(
        p01=replace(KNOWN, value=30, baseline=20),
        p04=replace(KNOWN, value=30, baseline=None),
        p08=replace(KNOWN, value=30, baseline=29),
    )
    found = change_ranking(whole.values, baseline_values(whole), INDICATOR, MINIMUM)
    amounts = {one.value.area_code: one.amount for one in found.ranked}
    assert (amounts["01"], amounts["08"]) == (10, 1)
    assert reasons(found) == {"04": "no_earlier"}


def test_a_faster_pace_stands_higher_whatever_the_level():
    found = pace_ranking(paced(p01=0.4, p04=1.2, p08=-0.3, p11=1.2), MINIMUM)
    assert ranks(found) == [(1, "04"), (1, "11"), (3, "01"), (4, "08")]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"target": None, "status": "no_target"}, "no_target"),
        ({"status": "no_baseline", "required_per_year": 2.0}, "no_baseline"),
        ({"status": "too_early", "pace": 3.0, "required_per_year": 2.0}, "too_early"),
        ({"status": "missed"}, "over"),
        ({"status": "achieved", "required_per_year": 0.0}, "no_pace"),
        ({"status": "behind", "pace": 0.1, "provisional": True}, "provisional"),
        ({"status": "behind", "pace": 0.1, "denominator": 12}, "small"),
        ({"value": None, "suppressed": True}, "suppressed"),
        ({"value": None}, "no_value"),
        ({"value": None, "status": "not_applicable"}, "not_applicable"),
    ],
)
def test_who_has_no_pace_is_listed_with_the_reason(changed, reason):
    assert reasons(pace_ranking([replace(KNOWN, **changed)], MINIMUM)) == {"08": reason}


@pytest.mark.parametrize(
    ("period", "span", "earlier"),
    [
        ("2026-Q1", "quarter", "2025-Q4"),
        ("2026-02", "quarter", "2025-11"),
        ("2026-H1", "quarter", None),
        ("2026", "quarter", None),
        ("2026-9M", "year", "2025-9M"),
        ("2026", "year", "2025"),
        ("2026-Q1", "baseline", None),
    ],
)
def test_the_earlier_period_is_as_long_as_the_one_it_is_compared_with(period, span, earlier):
    assert earlier_period(period, span) == earlier
