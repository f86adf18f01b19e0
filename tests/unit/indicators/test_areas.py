from datetime import date

import pytest

from indicators.areas import MERGER
from indicators.errors import UnknownParameter
from tests.unit.indicators.country import (
    HUE_NEW,
    HUE_OLD,
    NEW_A,
    OLD_A,
    OLD_B,
    STAYS,
    SUCCESSIONS,
    areas,
    version,
)

AFTER, BEFORE = date(2026, 9, 30), date(2025, 3, 31)


def codes(where, boundaries, day):
    return [where.version_at(unit, day).code for unit in where.provinces(boundaries, day)]


def test_boundaries_are_the_provinces_in_force_on_their_day():
    where = areas()
    assert codes(where, "34", AFTER) == ["04", "08", "46"]
    assert codes(where, "63", AFTER) == ["02", "04", "08", "46"]
    assert codes(where, "reported", BEFORE) == ["02", "04", "08", "46"]
    assert codes(where, "reported", AFTER) == ["04", "08", "46"]


def test_a_rename_is_the_same_unit_and_a_merger_is_another():
    where = areas()
    assert where.unit_of(HUE_OLD) == where.unit_of(HUE_NEW)
    assert where.unit_of(OLD_B) != where.unit_of(NEW_A)
    assert where.predecessors(where.unit_of(NEW_A)) == (where.unit_of(OLD_A), where.unit_of(OLD_B))
    assert where.predecessors(where.unit_of(STAYS)) == ()


def test_names_follow_the_date():
    where = areas()
    unit = where.unit_of(HUE_NEW)
    assert where.version_at(unit, date(2024, 12, 31)).name_vi == "Thừa Thiên Huế"
    assert where.version_at(unit, date(2025, 1, 1)).name_vi == "Huế"
    assert where.version_at(where.unit_of(NEW_A), BEFORE).name_vi == "Tuyên Quang"


def test_a_code_used_twice_means_another_unit():
    where = areas()
    assert where.find_province("08", "63", AFTER) == where.unit_of(OLD_B)
    assert where.find_province("08", "34", AFTER) == where.unit_of(NEW_A)
    assert where.units_with_code("08") == (where.unit_of(OLD_B), where.unit_of(NEW_A))
    with pytest.raises(UnknownParameter):
        where.find_province("02", "34", AFTER)


def test_communes_lead_back_to_former_provinces():
    where = areas()
    found = {commune.key for commune in where.recovered_communes(where.unit_of(OLD_A), AFTER) or ()}
    assert found == {2000, 2001}
    assert where.recovered_communes(where.unit_of(OLD_B), MERGER) is not None


def test_a_commune_of_two_former_provinces_makes_both_unknown():
    where = areas(successions=[*SUCCESSIONS, (1100, 2001)])
    assert where.recovered_communes(where.unit_of(OLD_A), AFTER) is None
    assert where.recovered_communes(where.unit_of(OLD_B), AFTER) is None


def test_a_commune_that_leads_nowhere_makes_all_constituents_unknown():
    where = areas(extra=[version(2099, "02099", "commune", NEW_A, since=MERGER)])
    assert where.recovered_communes(where.unit_of(OLD_A), AFTER) is None


def test_a_succession_of_unknown_versions_is_passed_over():
    where = areas(successions=[*SUCCESSIONS, (999, NEW_A), (OLD_A, 998)])
    assert where.predecessors(where.unit_of(NEW_A)) == (where.unit_of(OLD_A), where.unit_of(OLD_B))


def test_a_circle_of_parents_ends():
    extra = [version(901, "90001", "commune", 902), version(902, "902", "district", 901)]
    assert areas(extra=extra).province_of(901) is None


def test_a_succession_back_in_time_is_left_out():
    where = areas(successions=[*SUCCESSIONS, (NEW_A, OLD_A), (OLD_A, OLD_A), (2000, 1000)])
    assert where.refused == [(NEW_A, OLD_A), (OLD_A, OLD_A), (2000, 1000)]
    assert where.predecessors(where.unit_of(OLD_A)) == ()
    assert where.origins(2000) == {where.unit_of(OLD_A)}


def test_the_province_of_a_commune_by_their_codes():
    where = areas()
    assert where.province_of_commune("02000", MERGER) == "08"
    assert where.province_of_commune("02000", date(2025, 6, 30)) is None
    assert where.province_of_commune("01000", date(2025, 6, 30)) == "02"
    assert where.province_of_commune("99999", MERGER) is None


def test_a_commune_without_a_province_has_none():
    alone = version(6000, "06000", "commune", 999)
    assert areas(extra=[alone]).province_of_commune("06000", MERGER) is None


def test_what_a_province_may_rest_on_are_its_past_its_present_and_their_communes():
    found = areas().connected(NEW_A)
    assert {OLD_A, OLD_B, NEW_A, 1000, 1105, 2000, 2004} <= found
    assert not found & {STAYS, 3000, HUE_NEW}
    assert areas().connected(OLD_A) == found
