from collections import defaultdict
from dataclasses import replace
from datetime import date
from math import isnan, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.group_totals import GroupList, above_communes, group_totals, rows_of, told_by_group
from indicators.soundness import Row, Rules, sound_facts
from tests.unit.indicators.country import NEW_A, OLD_A, STAYS, VN, areas, indicator, month

SEPTEMBER, JUNE = month(2026, 9), month(2025, 6)
RULES = Rules(
    areas(), {"done": True, "dti": False}, {"01", "02"}, {1, 2, 4}, {1, 2, 3, 4}, None, date(2026, 11, 22)
)


def listed(said, measure="done", period=SEPTEMBER, ethnic="02", load=1):
    return GroupList(measure, *period, ethnic, False, False, load, list(said), list(said.values()))


def totals(*lists):
    return [fact.value for fact in group_totals(lists, RULES)]


def test_the_communes_of_a_province_are_one():
    assert totals(listed({2000: 3.0, 2001: 4.0, 3000: 5.0, STAYS: 9.0})) == [7.0, 5.0, 9.0]


def test_a_later_load_replaces_what_it_names_and_no_more():
    lists = [listed({2000: 30.0, 2001: 4.0}), listed({2000: 1.0}, load=2)]
    assert totals(*lists) == totals(*reversed(lists)) == [5.0]


def test_a_later_missing_value_leaves_nothing_of_an_earlier_one():
    assert totals(listed({2000: 30.0, 2001: 4.0}), listed({2000: nan}, load=2)) == [4.0]


def test_what_is_said_twice_with_one_load_does_not_count():
    assert totals(listed({2000: 3.0, 2001: 4.0}), listed({2000: 3.0})) == [4.0]


def test_rows_that_are_not_of_communes_are_told_one_by_one():
    found = above_communes([listed({2000: 3.0, STAYS: 4.0, 999: 2.0, VN: 1.0})], RULES.areas)
    assert [(row.area_key, row.value) for row in found] == [(STAYS, 4.0), (VN, 1.0)]


LISTS = st.lists(
    st.builds(
        lambda said, measure, period, group, load: GroupList(
            measure,
            period[0],
            period[1],
            group,
            False,
            False,
            load,
            [key for key, _ in said],
            [value for _, value in said],
        ),
        said=st.lists(
            st.tuples(
                st.sampled_from([1000, 2000, 2001, 2002, 3000, OLD_A, NEW_A, STAYS, VN, 999]),
                st.sampled_from([0.0, 3.0, 7.0, -2.0, nan]),
            ),
            min_size=1,
            max_size=6,
        ),
        measure=st.sampled_from(["done", "dti", "nobody's"]),
        period=st.sampled_from([SEPTEMBER, JUNE, (None, SEPTEMBER[1]), month(2026, 12)]),
        group=st.sampled_from(["01", "02", "77"]),
        load=st.sampled_from([1, 2, 3, 4, 99]),
    ),
    max_size=8,
)


@given(LISTS)
def test_the_sums_are_those_of_the_sound_facts(lists):
    rows = [
        Row(*one[:1], key, *one[1:4], None if isnan(value) else value, None, *one[4:7])
        for one in lists
        for key, value in zip(one.area_keys, one.values, strict=True)
    ]
    assert by_province(group_totals(lists, RULES)) == by_province(sound_facts(rows, RULES)[0])


def by_province(facts):
    sums = defaultdict(float)
    for fact in facts:
        commune = RULES.areas.versions[fact.area_key].level == "commune"
        place = ("communes of", RULES.areas.province_of(fact.area_key)) if commune else fact.area_key
        sums[fact.measure, fact.start, fact.end, fact.ethnic, place] += fact.value
    return dict(sums)


RATE = indicator(numerator=("done",), denominator=("all",))
OF_ALL = replace(RULES, additive={"done": True, "all": True})


@pytest.mark.parametrize(
    ("others", "shares"),
    [
        ([("done", "02", 5.0), ("all", "02", 5.0), ("all", "01", 9.0)], True),  # whole or not at all
        ([("done", "02", 4.0), ("all", "02", 5.0), ("all", "01", 9.0)], False),  # a part
        ([("done", "02", 5.0), ("all", "02", 5.0)], False),  # nobody is left out
        ([("done", "02", 5.0), ("all", "01", 9.0)], False),  # nothing to be whole of
        ([("all", "01", 9.0)], False),
    ],
)
def test_groups_are_shares_where_the_numerator_picks_some_of_them(others, shares):
    lists = [listed({STAYS: value}, measure, ethnic=group) for measure, group, value in others]
    told = told_by_group(RATE, lists, OF_ALL)
    assert told.shares is shares
    assert told.measures == {
        group: frozenset(measure for measure, one, _ in others if one == group) for _, group, _ in others
    }


def test_what_is_not_sound_is_not_told():
    assert told_by_group(RATE, [listed({STAYS: 5.0}, load=3), listed({999: 5.0})], OF_ALL) == ({}, False)


def test_lists_are_rows_of_some_areas_or_all():
    lists = [listed({2000: 3.0, STAYS: nan})]
    assert [row.area_key for row in rows_of(lists, None)] == [2000, STAYS]
    assert [row.value for row in rows_of(lists, {2000})] == [3.0]
