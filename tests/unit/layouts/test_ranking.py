"""Ranks, ties, and who is left without one."""

from dataclasses import replace

import pytest

from indicators.ranking import Ranked, Ranking
from layouts.ranking import SHOWN, ranking, rows_of
from tests.unit.charts.examples import INDICATOR, KNOWN, MISSING, table

LOW = replace(INDICATOR, direction="down")


def ranked(found):
    return [(one.rank, one.value.area_code) for one in found.ranked]


def with_values(**values: float):
    """A table in which all but the given provinces have no value."""
    whole = table()
    known = [
        replace(one, value=values.get(f"p{one.area_code}"), area_name=one.area_code) for one in whole.values
    ]
    return replace(whole, values=tuple(known))


def test_ties_share_a_rank_and_the_next_one_counts_them():
    found = ranking(with_values(p01=50, p04=70, p08=50, p11=20), INDICATOR, 30)
    assert ranked(found) == [(1, "04"), (2, "01"), (2, "08"), (4, "11")]


def test_a_tie_does_not_hang_on_the_last_bit_of_a_sum():
    found = ranking(with_values(p01=0.1 + 0.2, p04=0.3), INDICATOR, 30)
    assert [one.rank for one in found.ranked] == [1, 1]


def standing(*ranks):
    return Ranking(tuple(Ranked(rank, KNOWN, 61.7) for rank in ranks), ())


@pytest.mark.parametrize("part", ["top", "bottom"])
def test_a_part_of_the_ranking_never_cuts_a_tie(part):
    apart = standing(*range(1, 35))
    assert len(rows_of(apart, part)) == SHOWN
    assert len(rows_of(standing(*[1] * 34), part)) == 34
    assert rows_of(standing(1, 2, 3), part) == rows_of(standing(1, 2, 3), "all")
    assert len(rows_of(apart, "all")) == 34


def test_an_indicator_that_should_fall_is_ranked_from_below():
    assert ranked(ranking(with_values(p01=50, p04=70), LOW, 30)) == [(1, "01"), (2, "04")]


def test_everyone_is_ranked_or_listed_with_the_reason():
    found = ranking(
        table(
            p01=MISSING,
            p04=replace(KNOWN, provisional=True),
            p08=replace(KNOWN, denominator=29),
            p11=replace(MISSING, status="not_applicable"),
            p12=replace(KNOWN, denominator=30),
        ),
        INDICATOR,
        30,
    )
    reasons = {one.value.area_code: one.reason for one in found.unranked}
    assert reasons == {"01": "no_value", "04": "provisional", "08": "small", "11": "not_applicable"}
    assert len(found.ranked) + len(found.unranked) == 34


def test_zero_is_a_value_and_gets_the_last_rank():
    assert ranked(ranking(with_values(p01=0, p04=1), INDICATOR, 30))[-1] == (2, "01")
