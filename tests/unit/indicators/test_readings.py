"""Levels, periods and boundaries: which rows make the amount of an area."""

from datetime import date

import pytest

from indicators.areas import MERGER
from indicators.formulas import without_overlap
from tests.unit.indicators.country import (
    HUE_NEW,
    HUE_OLD,
    NEW_A,
    OLD_A,
    OLD_B,
    STAYS,
    SUCCESSIONS,
    VN,
    areas,
    facts,
    indicator,
    month,
    pair,
    readings,
    version,
)

SEP = month(2026, 9)
AUG = month(2026, 8)
Q3 = (date(2026, 7, 1), date(2026, 9, 30))
Y2025 = (date(2025, 1, 1), date(2025, 12, 31))
STAYING_COMMUNES = range(3000, 3005)


def parts(amount):
    lacking = amount.partial or amount.thin or (amount.coverage or 0) < 0.8
    return amount.numerator, amount.denominator, amount.coverage, lacking


def test_communes_make_the_province_where_80_percent_report():
    found = readings(pair(SEP, dict.fromkeys(range(3000, 3004), (1, 2))) + pair(SEP, {STAYS: (50, 99)}))
    assert parts(found.reported(STAYS, *SEP)) == (4, 8, 0.8, False)


def test_under_80_percent_the_provinces_own_row_is_the_value():
    found = readings(pair(SEP, dict.fromkeys(range(3000, 3003), (1, 2))) + pair(SEP, {STAYS: (50, 99)}))
    assert parts(found.reported(STAYS, *SEP)) == (50, 99, 1.0, False)


def test_without_an_own_row_the_partial_sum_is_provisional():
    found = readings(pair(SEP, dict.fromkeys(range(3000, 3003), (1, 2))))
    assert parts(found.reported(STAYS, *SEP)) == (3, 6, 0.6, True)


def test_a_commune_with_half_a_pair_does_not_count():
    rows = pair(SEP, dict.fromkeys(range(3000, 3004), (1, 2))) + facts("done", SEP, {3004: 7})
    assert parts(readings(rows).reported(STAYS, *SEP)) == (4, 8, 0.8, False)


def test_the_parts_of_a_pair_may_come_from_different_levels():
    rows = facts("done", SEP, dict.fromkeys(STAYING_COMMUNES, 3)) + facts("all", SEP, {STAYS: 60})
    assert parts(readings(rows).reported(STAYS, *SEP)) == (15, 60, 1.0, False)


def test_nothing_reported_is_nothing_known():
    amount = readings([]).reported(STAYS, *SEP)
    assert (amount.known, amount.coverage) == (False, 0.0)


def test_a_faulty_pair_is_left_out():
    rows = pair(SEP, {**dict.fromkeys(range(3000, 3004), (1, 2)), 3004: (9, 2)})
    assert parts(readings(rows).reported(STAYS, *SEP)) == (4, 8, 0.8, False)
    zero = pair(SEP, {**dict.fromkeys(range(3000, 3004), (1, 2)), 3004: (0, 0)})
    assert parts(readings(zero).reported(STAYS, *SEP)) == (4, 8, 0.8, False)


def test_a_stock_is_its_last_value_in_the_period():
    found = readings(pair(AUG, {STAYS: (1, 10)}) + pair(SEP, {STAYS: (2, 10)}))
    assert found.reported(STAYS, *Q3).numerator == 2
    assert found.reported(STAYS, *AUG).numerator == 1
    assert not found.reported(STAYS, *month(2026, 7)).known
    assert found.reported(STAYS, *Q3).observed_on == SEP[1]


def test_each_area_has_its_own_last_value():
    rows = pair(AUG, {HUE_NEW: (1, 10), STAYS: (5, 10)}) + pair(SEP, {STAYS: (6, 10)})
    assert parts(readings(rows).country(*Q3))[:2] == (7, 20)


def test_the_sum_of_parts_needs_all_of_them():
    split = indicator(numerator=("a", "b"), denominator=("c", "d"))
    whole = [f for m, v in zip("abcd", (1, 2, 10, 20), strict=True) for f in facts(m, SEP, {STAYS: v})]
    assert parts(readings(whole, split).reported(STAYS, *SEP))[:2] == (3, 30)
    assert not readings(whole[:3], split).reported(STAYS, *SEP).known


def test_one_part_out_of_bounds_leaves_the_sum_out():
    split = indicator(numerator=("a", "b"), denominator=("c", "d"))
    rows = [f for m, v in zip("abcd", (11, 2, 10, 20), strict=True) for f in facts(m, SEP, {STAYS: v})]
    assert not readings(rows, split).reported(STAYS, *SEP).known


def test_a_merged_provinces_past_is_the_sum_of_its_predecessors():
    early = month(2025, 3)
    found = readings(pair(early, {OLD_A: (1, 10), OLD_B: (4, 20), STAYS: (3, 30)}))
    assert parts(found.today(NEW_A, *early)) == (5, 30, 1.0, False)
    assert parts(found.former(OLD_A, *early))[:2] == (1, 10)
    only_one = readings(pair(early, {OLD_A: (1, 10)}))
    assert parts(only_one.today(NEW_A, *early)) == (1, 10, 0.5, True)


def test_a_former_province_comes_back_from_its_communes():
    found = readings(pair(SEP, {2000: (1, 2), 2001: (1, 2), 2002: (5, 9), 2003: (5, 9), 2004: (5, 9)}))
    assert parts(found.former(OLD_A, *SEP)) == (2, 4, 1.0, False)
    assert parts(found.former(OLD_B, *SEP)) == (15, 27, 1.0, False)
    unknown = readings(pair(SEP, {NEW_A: (9, 10)}))
    assert (unknown.former(OLD_A, *SEP).known, unknown.former(OLD_A, *SEP).coverage) == (False, 0.0)


def test_a_former_province_that_cannot_be_recovered_is_unknown():
    mixed = areas(successions=[*SUCCESSIONS, (1100, 2001)])
    found = readings(pair(SEP, dict.fromkeys(range(2000, 2005), (1, 2))), where=mixed)
    assert (found.former(OLD_A, *SEP).known, found.former(OLD_A, *SEP).coverage) == (False, None)


def test_an_unmerged_province_is_the_same_under_all_boundaries():
    found = readings(pair(SEP, {STAYS: (3, 30)}))
    assert found.today(STAYS, *SEP) == found.former(STAYS, *SEP) == found.reported(STAYS, *SEP)


def test_a_rename_does_not_break_the_path():
    found = readings(pair(month(2024, 12), {HUE_OLD: (1, 10)}) + pair(month(2025, 1), {HUE_NEW: (2, 10)}))
    unit = found.areas.unit_of(HUE_NEW)
    assert [seen.value for seen in found.path(lambda s, e: found.today(unit, s, e), date(2025, 12, 31))] == [
        10.0,
        20.0,
    ]


FLOW = ("done", "all")


def test_a_flow_adds_what_lies_inside_and_says_when_a_part_is_missing():
    whole = [row for number in (7, 8, 9) for row in pair(month(2026, number), {STAYS: (1, 10)})]
    assert parts(readings(whole, flows=FLOW).reported(STAYS, *Q3)) == (3, 30, 1.0, False)
    assert parts(readings(whole[2:], flows=FLOW).reported(STAYS, *Q3)) == (2, 20, 1.0, True)


def test_a_flow_counts_only_the_months_that_have_both_parts():
    rows = pair(AUG, {STAYS: (1, 10)}) + facts("all", SEP, {STAYS: 10})
    assert parts(readings(rows, flows=FLOW).reported(STAYS, *Q3)) == (1, 10, 1.0, True)


def test_a_flow_does_not_count_a_quarter_beside_its_months():
    months = [row for number in (7, 8, 9) for row in pair(month(2026, number), {STAYS: (1, 10)})]
    rows = months + pair(Q3, {STAYS: (4, 30)})
    assert parts(readings(rows, flows=FLOW).reported(STAYS, *Q3)) == (3, 30, 1.0, False)
    assert parts(readings(months[:4] + pair(Q3, {STAYS: (4, 30)}), flows=FLOW).reported(STAYS, *Q3)) == (
        4,
        30,
        1.0,
        False,
    )


def test_a_flow_runs_on_through_the_merger():
    before = pair((date(2025, 1, 1), date(2025, 6, 30)), {OLD_A: (1, 10), OLD_B: (2, 20)})
    after = pair((date(2025, 7, 1), date(2025, 12, 31)), {NEW_A: (4, 40)})
    found = readings(before + after, flows=FLOW)
    assert parts(found.today(NEW_A, *Y2025)) == (7, 70, 1.0, False)
    assert parts(found.reported(NEW_A, *Y2025)) == (4, 40, 1.0, True)
    assert parts(readings(before[1:] + after, flows=FLOW).today(NEW_A, *Y2025))[3] is True


def test_a_flow_that_the_new_province_reports_whole_is_taken_whole():
    before = pair(month(2025, 3), {OLD_A: (5, 10), OLD_B: (5, 10)})
    found = readings(before + pair(Y2025, {NEW_A: (80, 200)}), flows=FLOW)
    assert parts(found.today(NEW_A, *Y2025)) == (80, 200, 1.0, False)


def test_a_province_that_was_split_is_not_counted_twice():
    early = month(2025, 3)
    other = version(51, "05", "province", VN, since=MERGER)
    where = areas(extra=[other], successions=[*SUCCESSIONS, (OLD_A, 51)])
    found = readings(pair(early, {OLD_A: (50, 100), OLD_B: (10, 100)}), where=where)
    assert parts(found.today(NEW_A, *early)) == (10, 100, 0.5, True)
    assert not found.today(51, *early).known


def test_a_stock_over_the_merger_is_the_latest_known():
    before = pair(month(2025, 6), {OLD_A: (1, 10), OLD_B: (2, 20)})
    assert parts(readings(before).today(NEW_A, *Y2025))[:2] == (3, 30)
    assert parts(readings(before + pair(month(2025, 12), {NEW_A: (9, 30)})).today(NEW_A, *Y2025))[:2] == (
        9,
        30,
    )


def test_a_flow_known_on_one_side_of_the_merger_keeps_its_coverage():
    before = pair((date(2025, 1, 1), date(2025, 6, 30)), {OLD_A: (1, 10), OLD_B: (2, 20)})
    found = readings(before, flows=FLOW)
    assert parts(found.former(OLD_A, *Y2025)) == (1, 10, 1.0, True)
    assert parts(found.today(NEW_A, *Y2025)) == (3, 30, 1.0, True)


def test_a_thin_later_value_does_not_hide_a_whole_earlier_one():
    rows = pair(month(2025, 6), {OLD_A: (1, 10), OLD_B: (2, 20)}) + pair(month(2025, 12), {2000: (5, 9)})
    assert parts(readings(rows).today(NEW_A, *Y2025))[:2] == (3, 30)


def test_a_partial_province_does_not_make_the_country_provisional():
    rows = pair(SEP, {NEW_A: (2, 20), HUE_NEW: (3, 30), **dict.fromkeys(range(3000, 3003), (1, 2))})
    rows += pair(SEP, dict.fromkeys(range(2000, 2005), (1, 2)))
    assert parts(readings(rows).country(*SEP))[2:] == (9 / 11, False)


def test_the_path_of_a_flow_has_the_length_of_period_that_the_area_reports():
    months = [row for number in (7, 8, 9) for row in pair(month(2026, number), {STAYS: (1, 10)})]
    found = readings(months + pair(Q3, {HUE_NEW: (3, 10)}), flows=FLOW)
    quarterly = found.areas.unit_of(HUE_NEW)
    paths = {
        unit: found.path(lambda s, e, u=unit: found.today(u, s, e), SEP[1]) for unit in (STAYS, quarterly)
    }
    assert [seen.on.month for seen in paths[STAYS]] == [7, 8, 9]
    assert [(seen.on, seen.value) for seen in paths[quarterly]] == [(SEP[1], 30.0)]


def test_the_country_is_the_sum_of_the_provinces_or_its_own_row():
    provinces = {STAYS: (1, 10), NEW_A: (2, 20), HUE_NEW: (3, 30)}
    found = readings(pair(SEP, {**provinces, VN: (99, 100)}))
    assert parts(found.country(*SEP)) == (6, 60, 1.0, False)
    assert parts(readings(pair(SEP, {STAYS: (1, 10), VN: (99, 100)})).country(*SEP)) == (99, 100, 1.0, False)
    partial = readings(pair(SEP, {STAYS: (1, 10), HUE_NEW: (3, 30)})).country(*SEP)
    assert (partial.numerator, round(partial.coverage or 0, 3), partial.thin) == (4, 0.667, True)


def test_coverage_of_the_country_counts_communes_where_communes_report():
    rows = pair(
        SEP,
        {
            **dict.fromkeys(STAYING_COMMUNES, (1, 2)),
            **dict.fromkeys(range(2000, 2003), (1, 2)),
            HUE_NEW: (1, 2),
        },
    )
    amount = readings(rows).country(*SEP)
    assert (amount.communes_reported, amount.communes_expected) == (5 + 3 + 1, 5 + 5 + 1)


SCORE = indicator(kind="score", numerator=("dti",), denominator=(), unit="điểm", targets=())


def test_a_score_is_averaged_over_the_provinces_as_they_reported():
    early = month(2024, 12)
    found = readings(facts("dti", early, {OLD_A: 0.2, OLD_B: 0.4, STAYS: 0.9, HUE_OLD: 0.5}), SCORE)
    value = found.formula.value
    assert value(found.today(NEW_A, *early)) == pytest.approx(0.3)
    assert value(found.country(*early)) == pytest.approx((0.2 + 0.4 + 0.9 + 0.5) / 4)


def test_a_score_with_a_weight_is_a_weighted_average():
    rows = facts("dti", SEP, {STAYS: 0.2, NEW_A: 0.8}) + facts("people", SEP, {STAYS: 300, NEW_A: 100})
    found = readings(rows, SCORE, weight="people")
    assert found.formula.value(found.country(*SEP)) == pytest.approx((0.2 * 300 + 0.8 * 100) / 400)


def test_a_score_without_its_weight_stands_but_is_in_no_mean():
    rows = facts("dti", SEP, {STAYS: 0.2, NEW_A: 0.8, HUE_NEW: 0.5}) + facts(
        "people", SEP, {STAYS: 300, NEW_A: 100, HUE_NEW: 0}, illustrative=True
    )
    found = readings(rows, SCORE, weight="people")
    alone, country = found.reported(found.areas.unit_of(HUE_NEW), *SEP), found.country(*SEP)
    assert (found.formula.value(alone), alone.coverage, alone.illustrative) == (0.5, 1.0, False)
    assert found.formula.value(country) == pytest.approx((0.2 * 300 + 0.8 * 100) / 400)
    assert (country.provinces_reported, country.provinces_expected, country.illustrative) == (2, 3, True)


def test_a_score_from_communes_weighs_as_one_province():
    rows = facts("dti", SEP, {**dict.fromkeys(STAYING_COMMUNES, 0.2), NEW_A: 0.8, HUE_NEW: 0.8})
    found = readings(rows, SCORE)
    assert found.formula.value(found.country(*SEP)) == pytest.approx((0.2 + 0.8 + 0.8) / 3)


def test_a_count_is_a_sum_without_denominator():
    count = indicator(kind="count", unit="mục", denominator=(), targets=())
    found = readings(facts("done", SEP, {STAYS: 4, NEW_A: 5, HUE_NEW: 6}), count)
    assert found.formula.value(found.country(*SEP)) == 15


def test_a_communes_past_comes_from_those_that_went_into_it_whole():
    early = month(2025, 3)
    rows = pair(early, {1000: (1, 2), 1001: (1, 2), 1002: (5, 9)})
    assert parts(readings(rows).commune(2000, *early))[:2] == (2, 4)
    split = areas(successions=[*SUCCESSIONS, (1000, 2001)])
    assert not readings(rows, where=split).commune(2000, *early).known


def test_the_newest_period_is_the_shortest_of_those_that_end_last():
    found = readings(pair(Q3, {STAYS: (1, 2)}) + pair(SEP, {STAYS: (1, 2)}))
    assert found.newest().code == "2026-09"
    half_a_pair = readings(pair(AUG, {STAYS: (1, 2)}) + facts("all", SEP, {STAYS: 2}))
    assert half_a_pair.newest().code == "2026-08"


def test_intervals_without_overlap_cover_most_days():
    year = (date(2026, 1, 1), date(2026, 12, 31))
    quarters = [(date(2026, 1, 1), date(2026, 3, 31)), (date(2026, 4, 1), date(2026, 6, 30))]
    assert without_overlap([year, *quarters]) == [year]
    assert without_overlap([*quarters, (date(2026, 1, 1), date(2026, 6, 30))]) == quarters
    assert without_overlap([]) == []
