"""What communes contribute to their province's distance from its target."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from indicators.contribution import DIGITS, contribution, makes_province
from indicators.model import Value
from tests.unit.indicators.country import indicator

UP, DOWN = indicator(), indicator(direction="down")


def value(code, numerator, denominator, target=80.0, **more):
    level = None if numerator is None else 100 * numerator / denominator
    given = {
        "indicator": "T1",
        "area_code": code,
        "area_name": f"Xã {code}",
        "area_name_en": f"Commune {code}",
        "boundaries": "34",
        "period": "2026-Q3",
        "numerator": numerator,
        "denominator": denominator,
        "value": level,
        "coverage": 1.0,
        "provisional": False,
        "preliminary": False,
        "illustrative": False,
        "status": "behind",
        "target": target,
    }
    return Value(**{**given, **more})


def communes(*pairs):
    return [value(f"{place:05}", *pair) for place, pair in enumerate(pairs, 1)]


def province(found, target=80.0, **more):
    told = [one for one in found if one.numerator is not None]
    return value(
        "08", sum(one.numerator for one in told), sum(one.denominator for one in told), target, **more
    )


SILENT = (None, None)


def test_each_commune_lacks_what_brings_it_to_the_target_the_largest_first():
    found = communes((10, 50), (45, 50), (20, 100), (8, 10))
    told = contribution(province(found), found, UP)
    assert [(one.area.area_code, one.missing) for one in told.lacks] == [("00003", 60), ("00001", 30)]
    assert [one.together for one in told.lacks] == [60, 90]
    assert (told.met, told.silent, told.hidden, told.told) == (2, 0, 0, 4)
    # 83 of 210; with 60 more 143, with 90 more 173
    assert told.value == pytest.approx(100 * 83 / 210)
    assert [one.raised for one in told.lacks] == pytest.approx([100 * 143 / 210, 100 * 173 / 210])
    assert [one.points for one in told.lacks] == pytest.approx([100 * 60 / 210, 100 * 30 / 210])


def test_the_smallest_set_that_closes_the_gap_counts_on_those_beyond_the_target():
    found = communes((10, 50), (50, 50), (20, 100), (78, 100))
    told = contribution(province(found), found, UP)
    assert told.gap == pytest.approx(0.8 * 300 - 158)
    assert told.closing == 2  # 60 alone is less than 82, 60 and 30 are more: the fourth need not move
    assert len(told.lacks) == 3


def test_a_province_at_its_target_has_no_gap_though_communes_lack():
    found = communes((100, 100), (5, 10))
    told = contribution(province(found), found, UP)
    assert (told.gap, told.closing) == (0, 0)
    assert [one.missing for one in told.lacks] == [3]


def test_where_fewer_is_better_the_excess_counts():
    found = communes((30, 100), (5, 100), (12, 20))
    told = contribution(province(found, target=10), found, DOWN)
    assert [(one.area.area_code, one.missing) for one in told.lacks] == [("00001", 20), ("00003", 10)]
    assert told.gap == 25
    assert told.lacks[-1].raised == pytest.approx(100 * 17 / 220)
    assert told.closing == 2


def test_of_equals_the_lower_code_comes_first_whatever_binary_fractions_make_of_them():
    # 70 % of 1 and 70 % of 11 less 7 are both 0.7, but not as floats.
    found = communes((0, 1), (7, 11), (0, 1))
    told = contribution(province(found, target=70.0), found, UP)
    assert [one.area.area_code for one in told.lacks] == ["00001", "00002", "00003"]


def test_the_target_is_the_provinces_own():
    found = communes((40, 100))
    assert contribution(province(found, target=50.0), found, UP).lacks[0].missing == 10


def test_communes_without_data_are_counted_and_lack_nothing():
    found = communes((10, 50), SILENT, (20, 50))
    told = contribution(province(found), found, UP)
    assert (told.silent, len(told.lacks), told.of_province) == (1, 2, True)


def test_where_the_province_reports_for_itself_the_whole_are_the_communes_told_of():
    found = communes((10, 50), (20, 50), SILENT, SILENT)
    told = contribution(replace(province(found), numerator=70, denominator=200), found, UP)
    assert not told.of_province
    assert (told.numerator, told.denominator, told.gap) == (30, 100, 50)
    assert told.lacks[-1].raised == 80


def test_nothing_is_told_without_target_ratio_or_communes():
    found = communes((10, 50))
    assert contribution(province(found, target=None), found, UP) is None
    assert contribution(province(found), found, replace(UP, kind="count", denominator=())) is None
    assert contribution(province(found), communes(SILENT), UP) is None
    assert contribution(province(found), [], UP) is None


def hide(one):
    return replace(one, numerator=None, denominator=None, value=None, suppressed=True)


def test_hidden_communes_are_told_together_and_only_from_two_on():
    found = communes((10, 50), (1, 4), (1, 3), (40, 50))
    whole = province(found)
    both = contribution(whole, [found[0], hide(found[1]), hide(found[2]), found[3]], UP)
    assert (both.hidden, both.of_province) == (2, True)
    assert both.hidden_missing == pytest.approx(0.8 * 7 - 2)
    assert {one.area.area_code for one in both.lacks} == {"00001"}
    alone = contribution(whole, [found[0], hide(found[1]), *found[2:]], UP)
    assert (alone.hidden, alone.hidden_missing) == (1, None)


def test_hidden_communes_that_cannot_make_the_province_leave_the_whole_to_those_told_of():
    found = [*communes((10, 50), (40, 50)), hide(value("00009", 1, 2)), hide(value("00010", 1, 2))]
    for own in (
        replace(province(found), numerator=200, denominator=200),  # more above than below
        replace(province(found), numerator=40, denominator=90),  # less than those told of
        replace(province(found), coverage=0.5),  # stands on other communes
    ):
        told = contribution(own, found, UP)
        assert not told.of_province
        assert told.hidden_missing is None


def test_a_province_without_parts_is_not_made_of_its_communes():
    found = communes((10, 50))
    assert not makes_province(value("08", None, None), found)


pairs = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
many = st.lists(pairs, min_size=1, max_size=40)
targets = st.floats(0.5, 100)


@given(many, targets, st.sampled_from([UP, DOWN]))
def test_raising_all_communes_gives_at_least_the_target(found, target, direction):
    made = communes(*found)
    told = contribution(province(made, target=target), made, direction)
    best = told.lacks[-1].raised if told.lacks else told.value
    assert best >= target - 1e-6 if direction is UP else best <= target + 1e-6
    assert told.closing is not None


@given(many, targets, st.sampled_from([UP, DOWN]))
@example([(1, 2), (0, 1)], 99.99999999999999, UP)
def test_contributions_are_never_negative_and_fall(found, target, direction):
    made = communes(*found)
    told = contribution(province(made, target=target), made, direction)
    sizes = [one.missing for one in told.lacks]
    assert all(size > 0 for size in sizes)
    # Those that differ by the error of their reckoning alone are equal, and stand by code.
    alike = [round(size, DIGITS) for size in sizes]
    assert alike == sorted(alike, reverse=True)
    assert told.gap >= 0
    assert sum(sizes) >= told.gap - 1e-6


@given(many, targets, st.integers(0, 10**6))
def test_the_order_of_the_communes_never_matters(found, target, seed):
    made = communes(*found)
    mixed = Random(seed).sample(made, len(made))
    whole = province(made, target=target)
    assert contribution(whole, made, UP) == contribution(whole, mixed, UP)


@given(many, targets)
def test_no_smaller_set_closes_the_gap(found, target):
    made = communes(*found)
    told = contribution(province(made, target=target), made, UP)
    assume(told.closing)
    assert sum(one.missing for one in told.lacks[: told.closing - 1]) < told.gap
