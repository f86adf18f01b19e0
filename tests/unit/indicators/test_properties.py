"""What must hold whatever the numbers are."""

from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.areas import MERGER
from indicators.model import Observation, Target
from indicators.progress import judgement
from tests.unit.indicators.country import (
    HUE_NEW,
    HUE_OLD,
    NEW_A,
    OLD_A,
    OLD_B,
    STAYS,
    indicator,
    month,
    pair,
    readings,
)

EARLY, LATE = month(2025, 3), month(2026, 9)
a_pair = st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
old_provinces = st.fixed_dictionaries({}, optional=dict.fromkeys((OLD_A, OLD_B, STAYS, HUE_NEW), a_pair))
new_areas = st.fixed_dictionaries(
    {}, optional=dict.fromkeys((NEW_A, STAYS, HUE_NEW, *range(2000, 2005), *range(3000, 3005)), a_pair)
)
BETTER = [
    "reversing",
    "behind",
    "accelerate",
    "on_track",
    "achieved",
]


@given(old=old_provinces, new=new_areas)
@settings(deadline=None)
def test_the_provinces_add_up_to_the_country(old, new):
    found = readings(pair(EARLY, old) + pair(LATE, new))
    for period in (EARLY, LATE):
        provinces = [found.today(unit, *period) for unit in found.areas.provinces("34", period[1])]
        country = found.country(*period)
        assert (country.numerator or 0) == sum(amount.numerator or 0 for amount in provinces)
        assert (country.denominator or 0) == sum(amount.denominator or 0 for amount in provinces)


@given(old=old_provinces)
@settings(deadline=None)
def test_a_merged_province_equals_its_predecessors(old):
    found = readings(pair(EARLY, old))
    before = [found.former(unit, *EARLY) for unit in (OLD_A, OLD_B)]
    merged = found.today(NEW_A, *EARLY)
    assert (merged.numerator or 0) == sum(amount.numerator or 0 for amount in before)
    assert merged.known == any(amount.known for amount in before)


@given(new=st.fixed_dictionaries(dict.fromkeys(range(2000, 2005), a_pair)))
@settings(deadline=None)
def test_former_provinces_recovered_from_communes_add_up_to_their_successor(new):
    found = readings(pair(LATE, new))
    former = [found.former(unit, *LATE) for unit in (OLD_A, OLD_B)]
    assert sum(amount.numerator for amount in former) == found.today(NEW_A, *LATE).numerator


@given(old=old_provinces, new=new_areas, seed=st.integers(0, 9))
@settings(deadline=None)
def test_the_order_of_rows_never_matters(old, new, seed):
    rows = pair(EARLY, old) + pair(LATE, new)
    mixed = list(rows)
    Random(seed).shuffle(mixed)
    assert readings(rows).country(*LATE) == readings(mixed).country(*LATE)
    assert readings(rows).today(NEW_A, *EARLY) == readings(mixed).today(NEW_A, *EARLY)


@given(
    first=st.floats(0, 100),
    values=st.tuples(st.floats(0, 100), st.floats(0, 100)),
    days=st.integers(200, 1800),
    target=st.floats(1, 100),
    direction=st.sampled_from(["up", "down"]),
)
def test_a_status_never_improves_when_the_value_worsens(first, values, days, target, direction):
    start = date(2025, 12, 31)
    low, high = sorted(values)
    worse, better = (low, high) if direction == "up" else (high, low)
    goal = (Target(date(2030, 12, 31), target, ">=" if direction == "up" else "<=", ""),)
    order = {status: rank for rank, status in enumerate(BETTER)}

    def rank(value):
        path = [Observation(start, first), Observation(start + timedelta(days=days), value)]
        found = judgement(indicator(targets=goal, direction=direction), path, path[-1].on).status
        return order.get(found, order["on_track"])  # "too early" and "slipped" stand beside the scale of pace

    assert rank(worse) <= rank(better)


@given(st.dictionaries(st.sampled_from([HUE_OLD, STAYS]), a_pair))
def test_a_value_is_a_share(found):
    readings_of = readings(pair(month(2024, 11), found))
    value = readings_of.formula.value(readings_of.country(*month(2024, 11)))
    assert value is None or 0 <= value <= 100


def test_the_merger_is_the_day_after_the_last_day_of_63():
    assert MERGER - timedelta(days=1) == date(2025, 6, 30)
