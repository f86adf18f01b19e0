"""How many rows stand behind a value, and with which loads they came."""

from datetime import date

from tests.unit.indicators.country import (
    HUE_NEW,
    NEW_A,
    OLD_A,
    OLD_B,
    STAYS,
    facts,
    indicator,
    month,
    pair,
    readings,
)

SEP = month(2026, 9)
AUG = month(2026, 8)
Q3 = (date(2026, 7, 1), date(2026, 9, 30))
STAYING_COMMUNES = range(3000, 3005)
FLOW = ("done", "all")
SCORE = indicator(kind="score", numerator=("dti",), denominator=(), unit="điểm", targets=())


def behind(amount):
    return amount.rows, sorted(amount.loads)


def test_the_rows_behind_a_value_are_counted_with_their_loads():
    communes = dict.fromkeys(range(3000, 3004), (1, 2))
    rows = pair(SEP, communes, load_id=4) + pair(SEP, {3004: (1, 2)}, load_id=7)
    rows += pair(SEP, {STAYS: (5, 10)}, load_id=9)  # a control total: not behind the value
    assert behind(readings(rows).reported(STAYS, *SEP)) == (10, [4, 7])
    assert behind(readings(rows[8:]).reported(STAYS, *SEP)) == (2, [9])
    assert behind(readings([]).reported(STAYS, *SEP)) == (0, [])


def test_an_older_row_is_not_behind_the_last_value():
    rows = pair(AUG, {STAYS: (1, 10)}, load_id=4) + pair(SEP, {STAYS: (2, 10)}, load_id=5)
    assert behind(readings(rows).reported(STAYS, *Q3)) == (2, [5])
    assert behind(readings(rows, flows=FLOW).reported(STAYS, *Q3)) == (4, [4, 5])


def test_rows_of_both_levels_stand_behind_a_pair_of_both():
    rows = facts("done", SEP, dict.fromkeys(STAYING_COMMUNES, 3), load_id=4)
    rows += facts("all", SEP, {STAYS: 60}, load_id=6)
    assert behind(readings(rows).reported(STAYS, *SEP)) == (6, [4, 6])


def test_the_country_and_a_merged_past_have_the_rows_of_all_they_are_made_of():
    early = month(2025, 3)
    rows = pair(early, {OLD_A: (1, 10)}, load_id=1) + pair(early, {OLD_B: (4, 20)}, load_id=2)
    rows += pair(early, {STAYS: (3, 30), HUE_NEW: (1, 9)}, load_id=3)
    found = readings(rows)
    assert behind(found.today(NEW_A, *early)) == (4, [1, 2])
    assert behind(found.country(*early)) == (8, [1, 2, 3])


def test_a_weight_is_a_row_behind_its_score():
    rows = facts("dti", SEP, {STAYS: 0.2}, load_id=1) + facts("people", SEP, {STAYS: 300}, load_id=2)
    assert behind(readings(rows, SCORE, weight="people").reported(STAYS, *SEP)) == (2, [1, 2])
