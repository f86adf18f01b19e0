"""What of an address the page So sánh can use, and what it says of the rest."""

import pytest

from layouts.choice import choice
from layouts.compare_view import MOST, short_period
from layouts.notices import problem_notices
from tests.unit.charts.examples import EN, VI
from tests.unit.layouts.compare_examples import CATALOGUE, view
from tests.unit.layouts.look import texts

SEVEN = "01,04,08,11,12,14,15"


def told(found):
    return " ".join(texts(problem_notices(found.choice.problems, VI)))


def test_provinces_keep_the_order_in_which_they_were_chosen_each_once():
    assert view("?areas=08,04,08,01").choice.areas == ("08", "04", "01")


def test_a_seventh_province_is_refused_by_name_and_the_six_stand():
    found = view(f"?areas={SEVEN}")
    assert found.choice.areas == tuple(SEVEN.split(",")[:MOST])
    assert "nhiều nhất 6 tỉnh" in told(found)
    assert "Tỉnh 15" in told(found)


def test_unknown_codes_are_named_and_the_others_stand():
    found = view("?areas=08,99,04")
    assert found.choice.areas == ("08", "04")
    assert "“99”" in told(found)
    assert "các tỉnh so sánh" in told(found)


@pytest.mark.parametrize("areas", ["<b>", "8", "08;04", "08,,04", ",".join(["08"] * 3 + ["abc"])])
def test_what_is_no_list_of_codes_is_refused_whole(areas):
    found = choice(f"?areas={areas}".replace(";", "%3B"), CATALOGUE, "vi")
    assert found.areas == ()
    assert [problem.parameter for problem in found.problems] == ["areas"]


@pytest.mark.parametrize(
    ("search", "area", "areas"),
    [
        ("?areas=08,04", "08", ("08", "04")),
        ("?areas=08,04&area=04", "04", ("08", "04")),
        ("?area=04", "04", ("04",)),
        ("?areas=08&area=04", "04", ("08", "04")),
        ("", None, ()),
        ("?areas=01,04,08,11,12,14&area=15", "01", ("01", "04", "08", "11", "12", "14")),
    ],
)
def test_the_province_looked_at_is_one_of_those_chosen(search, area, areas):
    found = view(search).choice
    assert (found.area, found.areas) == (area, areas)


def test_a_group_of_nobody_is_told_and_all_are_shown():
    found = view("?group=peers")
    assert found.choice.group is None
    assert "cần một tỉnh" in told(found)
    assert view("?group=peers&area=08").choice.group == "peers"


def test_strangers_in_an_own_group_are_named():
    found = view("?group=08,99")
    assert found.choice.group == "08"
    assert "“99”" in told(found)


@pytest.mark.parametrize("sort", ["X", "--S02", "-", "S02-"])
def test_an_order_that_is_not_there_is_told(sort):
    found = view(f"?sort={sort}")
    assert found.choice.sort is None
    assert f"“{sort}”" in told(found)


@pytest.mark.parametrize("sort", ["S02", "-S02", "name", "-name", "met", "-met"])
def test_every_column_is_an_order(sort):
    assert view(f"?sort={sort}").choice.sort == sort
    assert not view(f"?sort={sort}").choice.problems


def test_a_span_that_is_not_there_is_told():
    found = view("?span=decade")
    assert found.choice.span == "year"
    assert "“decade”" in told(found)


def test_boundaries_are_always_those_of_today():
    assert view("?b=63").choice.boundaries == "34"


@pytest.mark.parametrize(
    ("code", "vi", "en"),
    [("2026-10", "T10/26", "M10/26"), ("2026-Q3", "Q3/26", "Q3/26"), ("2024", "2024", "2024")],
)
def test_periods_fit_the_head_of_a_narrow_column(code, vi, en):
    assert (short_period(code, VI), short_period(code, EN)) == (vi, en)
