"""The limits of a survey's share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.survey import interval


# Newcombe 1998, table I: the method of Wilson without correction for continuity.
@pytest.mark.parametrize(
    ("numerator", "denominator", "low", "high"),
    [(81, 263, 25.53, 36.62), (15, 148, 6.24, 16.05), (0, 20, 0.0, 16.11), (1, 29, 0.61, 17.18)],
)
def test_the_limits_of_wilson(numerator, denominator, low, high):
    found = interval(numerator, denominator)
    assert found == pytest.approx((low, high), abs=0.005)


def test_nobody_asked_is_no_interval():
    assert interval(0, 0) is None


def test_nobody_and_everybody_are_limits_themselves():
    assert interval(0, 7)[0] == 0.0
    assert interval(7, 7)[1] == 100.0
    assert interval(0, 7)[1] == pytest.approx(100 - interval(7, 7)[0])


def test_more_asked_is_a_narrower_interval():
    (low, high), (lower, higher) = interval(50, 100), interval(5, 10)
    assert lower < low < high < higher


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_share_lies_within_its_limits(asked):
    low, high = interval(*asked)
    assert 0 <= low <= 100 * asked[0] / asked[1] <= high <= 100
