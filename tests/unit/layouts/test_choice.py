"""The address and what it chooses."""

import pytest

from indicators.catalogue import read_catalogue
from layouts.choice import choice

CATALOGUE = read_catalogue()


def chosen(search):
    return choice(search, CATALOGUE, "vi")


def test_an_empty_address_chooses_the_defaults():
    first = chosen("")
    assert (first.indicator.code, first.period, first.boundaries, first.colouring) == (
        "S02",
        None,
        "34",
        "status",
    )
    assert (first.area, first.rank, first.language.code, first.theme) == (None, "top", "vi", "light")
    assert first.problems == ()


def test_every_part_of_an_address_is_taken():
    found = chosen("?i=N01&p=2026-H1&b=reported&c=change&area=08&rank=all&lang=en&theme=contrast")
    assert (found.indicator.code, found.period, found.boundaries, found.colouring) == (
        "N01",
        "2026-H1",
        "reported",
        "change",
    )
    assert (found.area, found.rank, found.language.code, found.theme) == ("08", "all", "en", "contrast")


@pytest.mark.parametrize(
    ("search", "parameter", "value"),
    [
        ("?i=S99", "i", "S99"),
        ("?p=2026-Q5", "p", "2026-Q5"),
        ("?b=62", "b", "62"),
        ("?c=red", "c", "red"),
        ("?rank=best", "rank", "best"),
        ("?lang=fr", "lang", "fr"),
        ("?theme=sepia", "theme", "sepia"),
        ("?present=yes", "present", "yes"),
        ("?kind=%3Cscript%3E", "kind", "<script>"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_and_the_rest_stands(search, parameter, value):
    found = chosen(search + "&area=14")
    assert [(problem.parameter, problem.value) for problem in found.problems] == [(parameter, value)]
    assert value not in found.problems[0].allowed
    assert found.problems[0].allowed
    assert found.area == "14"


def test_what_needs_a_target_falls_back_to_the_value_where_there_is_none():
    context = next(indicator for indicator in CATALOGUE if not indicator.targets)
    for colouring in ("status", "gap"):
        assert chosen(f"?i={context.code}&c={colouring}").colouring == "value"
    assert chosen(f"?i={context.code}").colouring == "value"
    assert chosen(f"?i={context.code}&c=change").colouring == "change"


def test_the_state_of_the_data_and_the_filters_are_part_of_the_address():
    found = chosen("?load=12&decision=330&due=2025&status=behind&state=overdue&pillar=programme&present=1")
    assert (found.load, found.decision, found.due, found.status) == (12, "330", "2025", "behind")
    assert (found.state, found.pillar, found.present) == ("overdue", "programme", True)
    assert found.problems == ()


def test_the_value_whose_origin_is_asked_for_is_named_whole():
    origin = chosen("?origin=S02:08:2026-Q3:34").origin
    assert str(origin) == "S02:08:2026-Q3:34"


@pytest.mark.parametrize(
    ("search", "parameter"),
    [
        ("?load=-1", "load"),
        ("?load=" + "9" * 30, "load"),
        ("?origin=S02", "origin"),
        ("?origin=S99:08:2026-Q3:34", "origin"),
        ("?origin=S02:08:2026-Q9:34", "origin"),
        ("?origin=S02:08:2026-Q3:62", "origin"),
        ("?decision=999", "decision"),
        ("?status=good", "status"),
    ],
)
def test_what_no_page_can_show_is_named(search, parameter):
    assert [problem.parameter for problem in chosen(search).problems] == [parameter]


def test_a_milestone_is_always_coloured_by_its_state():
    assert chosen("?i=D01&c=value").colouring == "status"


@pytest.mark.parametrize(
    ("search", "group"),
    [
        ("", None),
        ("?group=peers", "peers"),
        ("?group=region", "region"),
        ("?group=08,04,11", "08,04,11"),
        ("?group=08,04,08", "08,04"),
    ],
)
def test_a_group_is_named_or_the_readers_own(search, group):
    assert chosen(search).group == group
    assert chosen(search).problems == ()


@pytest.mark.parametrize("given", ["near", "8,04", "08;04", "080", ",".join(["08"] * 2 + ["x"])])
def test_a_group_that_names_no_codes_is_a_problem(given):
    found = chosen(f"?group={given}")
    assert found.group is None
    assert [(one.parameter, one.value) for one in found.problems] == [("group", given)]
