"""How a province stands beside the country and its group, and what moved most in a year."""

from dataclasses import replace

import pytest

from indicators.catalogue import read_catalogue
from indicators.model import Value, ValueTable
from indicators.province import Measured, counted, movers, standing

CATALOGUE = read_catalogue()
S02 = CATALOGUE["S02"]


def value(area="08", number=50.0, **more):
    fields = {
        "indicator": "S02",
        "area_name": area,
        "area_name_en": area,
        "boundaries": "34",
        "period": "2026-Q3",
        "numerator": None,
        "denominator": 1000,
        "coverage": 1.0,
        "provisional": False,
        "preliminary": False,
        "illustrative": False,
        "status": "on_track",
    }
    return Value(area_code=area, value=number, **(fields | more))


def table(*values):
    return ValueTable("S02", "2026-Q3", "34", 1, values, value("VN"))


def stands(number=50.0, before=40.0, indicator=S02, **more):
    """Where province 08 stands, with a year before."""
    found = standing(
        Measured("S02", table(value(number=number, **more)), table(value(number=before))), indicator, "08", ()
    )
    assert found is not None
    return found


def test_the_change_is_against_the_same_province_a_year_before():
    found = standing(
        Measured("S02", table(value("08", 50), value("04", 90)), table(value("04", 10), value("08", 45))),
        S02,
        "08",
        (),
    )
    assert found.change == 5
    assert found.before.area_code == "08"


@pytest.mark.parametrize("side", ["now", "before"])
@pytest.mark.parametrize("lacking", [{"number": None}, {"provisional": True}, {"suppressed": True}])
def test_there_is_no_change_where_either_side_is_not_firm(side, lacking):
    firm, weak = value(), value(**lacking)
    now, before = (weak, firm) if side == "now" else (firm, weak)
    assert standing(Measured("S02", table(now), table(before)), S02, "08", ()).change is None


def test_the_median_is_of_the_firm_values_of_the_group_alone():
    others = [
        value("04", 10),
        value("11", 30),
        value("14", 35),
        value("15", 99, provisional=True),
        value("19", None),
        value("20", 100),
    ]
    group = ("04", "11", "14", "15", "19")
    found = standing(Measured("S02", table(value(), *others), None), S02, "08", group)
    assert (found.median, found.compared) == (30, 3)


def test_there_is_no_median_of_nobody():
    found = standing(Measured("S02", table(value(), value("04", None)), None), S02, "08", ("04",))
    assert (found.median, found.compared) == (None, 0)


def test_a_province_that_the_table_lacks_stands_nowhere():
    assert standing(Measured("S02", table(value("04")), None), S02, "08", ()) is None


def test_what_should_fall_is_better_when_it_falls():
    falling = replace(S02, direction="down")
    assert stands(50, 60, falling).better == 10
    assert stands(50, 60).better == -10


def test_movers_are_the_largest_on_either_side_in_order():
    found = [stands(50 + move, 50) for move in (1, -2, 9, 4, -7, 5, 0)]
    improved, slipped = movers(found, 30)
    assert [one.change for one in improved] == [9, 5, 4]
    assert [one.change for one in slipped] == [-7, -2]


@pytest.mark.parametrize(
    "changed",
    [
        {"indicator": replace(S02, unit="điểm")},
        {"indicator": replace(S02, survey=True)},
        {"indicator": replace(S02, part_of="S01")},
        {"indicator": replace(S02, basis="context")},
        {"status": "not_applicable"},
        {"denominator": 29},
        {"provisional": True},
        {"number": 40.04},
    ],
)
def test_what_moves_by_chance_or_in_another_unit_is_no_mover(changed):
    assert movers([stands(**changed)], 30) == ((), ())
    assert movers([stands()], 30) != ((), ())


def test_parts_and_what_asks_nothing_are_not_counted():
    part = stands(indicator=replace(S02, part_of="S01"))
    whole, unasked = stands(), stands(status="no_target")
    assert counted([part, whole, unasked], ("no_target",)) == [whole]
