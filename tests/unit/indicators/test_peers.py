"""Provinces alike: which are nearest, and what becomes of one of which something isn't known."""

from dataclasses import replace
from math import e

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.peers import Features, distances, peers


def features(code, share, communes, population):
    return Features(code, f"Tỉnh {code}", f"Province {code}", share, communes, population)


known = st.builds(
    features,
    st.just("01"),
    st.floats(0, 100),
    st.integers(0, 200),
    st.floats(1, 2e7),
)
COUNTRIES = st.lists(known, min_size=2, max_size=34).map(
    lambda found: [replace(one, area_code=f"{number:02d}") for number, one in enumerate(found, 1)]
)


@given(COUNTRIES)
def test_a_distance_is_the_same_both_ways_and_nothing_to_oneself(country):
    apart = distances(country)
    for one in country[:5]:
        assert apart(one, one) == 0
        for other in country[-5:]:
            assert apart(one, other) == apart(other, one) >= 0


@given(COUNTRIES)
def test_the_way_round_is_never_shorter(country):
    apart = distances(country)
    one, between, other = country[0], country[len(country) // 2], country[-1]
    assert apart(one, other) <= apart(one, between) + apart(between, other) + 1e-9


@given(COUNTRIES)
def test_the_nearest_are_others_in_order_and_nobody_left_out_is_nearer(country):
    found = peers(country, "01")
    apart = distances(country)
    assert "01" not in found.codes
    assert len(found.nearest) == min(5, len(country) - 1)
    far = [peer.distance for peer in found.nearest]
    assert far == sorted(far)
    rest = [one for one in country if one.area_code not in (*found.codes, "01")]
    assert all(apart(found.own, one) >= far[-1] for one in rest)


def test_features_weigh_alike_whatever_their_unit():
    """Two that differ by one standard deviation in one feature are as far apart as in another."""
    country = [
        features("01", 0, 10, e**10),
        features("02", 20, 10, e**10),
        features("03", 0, 50, e**10),
        features("04", 0, 10, e**12),
    ]
    found = peers(country, "01")
    assert [peer.distance for peer in found.nearest] == pytest.approx([2.3094010767585034] * 3)
    assert found.codes == ("02", "03", "04")  # a tie goes by code


def test_population_counts_by_its_logarithm():
    """Half and twice as many people are equally far."""
    country = [features("01", 5, 5, 1e6), features("02", 5, 5, 2e6), features("03", 5, 5, 5e5)]
    one, other = peers(country, "01").nearest
    assert one.distance == pytest.approx(other.distance)


def test_a_feature_that_is_everywhere_the_same_adds_nothing():
    country = [features("01", 5, 7, 1e6), features("02", 5, 7, 1e6)]
    assert peers(country, "01").nearest[0].distance == 0


@pytest.mark.parametrize(
    ("lacking", "named"),
    [
        ({"minority_share": None}, ("minority_share",)),
        ({"zone_communes": None, "population": None}, ("zone_communes", "population")),
        ({"population": 0}, ("population",)),
    ],
)
def test_a_province_without_a_feature_is_compared_on_none(lacking, named):
    country = [features("01", 5, 5, 1e6), features("02", 6, 5, 1e6), features("03", 9, 8, 3e6)]
    without = replace(country[1], **lacking)
    found = peers([country[0], without, country[2]], "01")
    assert found.codes == ("03",)
    assert found.left_out == (without,)
    assert without.missing == named
    assert found.compared == 2
    assert peers([country[0], without, country[2]], "02").nearest == ()


def test_nobody_known_gives_nobody():
    country = [features("01", None, None, None), features("02", None, None, None)]
    found = peers(country, "01")
    assert (found.nearest, found.compared, len(found.left_out)) == ((), 0, 2)
