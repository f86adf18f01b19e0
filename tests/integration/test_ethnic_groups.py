"""Values by ethnic group: whose denominator stands under them, and which rows count."""

import pytest
from sqlalchemy import delete

from tests.integration.small import fact, load, pair
from tests.unit.indicators.country import HUE_NEW, NEW_A, STAYS
from warehouse import tables

TRAINED, ALL = "village_heads_trained", "village_heads"
PROVINCES = (STAYS, NEW_A, HUE_NEW)


@pytest.fixture
def repository(unhidden):
    return unhidden


@pytest.fixture
def add(warehouse):
    warehouse(tables.load_log, load(1), load(2))
    for code, name in (("01", "Kinh"), ("02", "Tày"), ("03", "Thái")):
        warehouse(tables.dim_ethnic_group, {"ethnic_code": code, "name_vi": name, "name_en": f"{name}."})
    for code in ("population", "population_em", "heritage_items_digitised"):
        names = {"name_vi": code, "name_en": code, "unit": "người"}
        measure = {"measure_code": code, **names, "accumulation": "stock", "additive": True}
        warehouse(tables.dim_measure, measure)
    return lambda *rows: warehouse(tables.fact_measure, *[{"ethnic_code": None, **row} for row in rows])


def group(code, measure, value, **more):
    return {**fact(measure, value, **more), "ethnic_code": code}


def everywhere(*rows):
    return [{**row, "area_key": area} for area in PROVINCES for row in rows]


def shown(repository, indicator, area="VN", **more):
    found = repository.read_ethnic_groups(indicator, "2026-09", area, **more)
    return [(one.code, one.numerator, one.denominator, one.value) for one in found]


def test_a_groups_own_denominator_where_it_has_one(add, repository):
    add(*everywhere(*pair(30, 60), group("02", TRAINED, 3), group("02", ALL, 4)))
    assert shown(repository, "S02") == [("02", 9, 12, 75)]
    assert shown(repository, "S02", "04") == [("02", 3, 4, 75)]


def test_the_denominator_of_all_where_none_names_groups(add, repository):
    add(*everywhere(*pair(30, 60), group("02", TRAINED, 3), group("03", TRAINED, 6)))
    assert shown(repository, "S02", "04") == [("03", 6, 60, 10), ("02", 3, 60, 5)]


def test_a_numerator_that_picks_groups_out_gives_their_share_of_all(add, repository):
    people = [group("01", "population", 70), group("02", "population", 20), group("03", "population", 10)]
    minorities = [group("02", "population_em", 20), group("03", "population_em", 10)]
    totals = [fact("population", 100), fact("population_em", 30)]
    add(*everywhere(*people, *minorities, *totals))
    assert shown(repository, "X01") == [("02", 60, 300, 20), ("03", 30, 300, 10)]


def test_groups_that_are_all_counted_wholly_keep_their_own_denominator(add, repository):
    add(*everywhere(*pair(60, 60), group("02", TRAINED, 20), group("02", ALL, 20)))
    assert shown(repository, "S02", "04") == [("02", 20, 20, 100)]


def test_without_anything_to_stand_over_the_number_stands_alone(add, repository):
    add(*everywhere(group("02", TRAINED, 3)))
    assert shown(repository, "S02", "04") == [("02", 3, None, None)]


def test_a_count_by_group_is_itself_largest_first(add, repository):
    item = "heritage_items_digitised"
    add(*everywhere(fact(item, 9), group("02", item, 3), group("03", item, 5)))
    assert shown(repository, "N08") == [("03", 15, None, 15), ("02", 9, None, 9)]


def test_the_rules_for_rows_hold_for_groups_too(add, repository):
    add(
        *pair(30, 60),
        group("02", TRAINED, 3),
        group("02", ALL, 4),
        group("02", TRAINED, 4, load_id=2),  # a later load
        group("03", TRAINED, 9),  # more than all
        group("03", ALL, 8),
        group("99", TRAINED, 1),  # no such group
        group("99", ALL, 2),
    )
    assert shown(repository, "S02", "04") == [("02", 4, 4, 100)]
    assert shown(repository, "S02", "04", as_of_load=1) == [("02", 3, 4, 75)]


def test_names_and_marks(add, repository):
    add(*everywhere(*pair(30, 60, source="illustrative"), group("02", TRAINED, 3)))
    (one,) = repository.read_ethnic_groups("S02", "2026-09")
    assert (one.name_vi, one.name_en, one.illustrative, one.provisional) == ("Tày", "Tày.", True, False)


def test_a_group_is_provisional_with_the_total(add, repository):
    add(*pair(30, 60), group("02", TRAINED, 3), group("02", ALL, 4))
    (one,) = repository.read_ethnic_groups("S02", "2026-09")
    assert one.provisional
    (mine,) = repository.read_ethnic_groups("S02", "2026-09", "04")
    assert not mine.provisional


def test_without_rows_by_group_there_are_none(add, repository):
    add(*pair(30, 60))
    assert repository.read_ethnic_groups("S02", "2026-09") == ()
    assert repository.read_ethnic_groups("D01", "2026-09") == ()
    assert repository.read_ethnic_groups("D04", "2026-09") == ()


def test_an_empty_list_of_groups_leaves_all_their_rows_out(add, warehouse, repository):
    add(*pair(30, 60), group("02", TRAINED, 3))
    with warehouse.engine.begin() as connection:
        connection.execute(delete(tables.dim_ethnic_group))
    assert repository.read_ethnic_groups("S02", "2026-09") == ()
