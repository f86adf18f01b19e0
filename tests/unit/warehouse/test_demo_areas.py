"""The demonstration's areas: real counts, versions and succession."""

from collections import Counter
from datetime import date

import pytest

from warehouse.demo.areas import build_areas, unmerged
from warehouse.demo.reference import read_table


@pytest.fixture(scope="module")
def areas():
    return build_areas()


@pytest.fixture(scope="module")
def by_key(areas):
    return {row[0]: row for row in areas.rows}


@pytest.mark.parametrize(
    ("on", "provinces", "communes"),
    [(date(2025, 6, 30), 63, 10_035), (date(2025, 7, 1), 34, 3_321), (date(2026, 11, 1), 34, 3_321)],
)
def test_how_many_are_in_force(areas, on, provinces, communes):
    levels = Counter(row[2] for row in areas.rows if row[6] <= on and (row[7] is None or on < row[7]))
    assert (levels["province"], levels["commune"], levels["country"]) == (provinces, communes, 1)


def test_keys_are_unique(areas, by_key):
    assert len(by_key) == len(areas.rows)


def test_every_parent_is_there_and_above(areas, by_key):
    above = {"province": {"country"}, "commune": {"province"}, "district": {"province"}}
    assert all(by_key[row[5]][2] in above[row[2]] for row in areas.rows if row[2] != "country")


def test_an_unmerged_province_has_one_row(areas):
    assert len(unmerged()) == 11
    assert areas.province("04", date(2020, 1, 1)) == areas.province("04", date(2026, 11, 1))


def test_a_code_that_was_inherited_is_another_area(areas, by_key):
    before, after = areas.province("15", date(2025, 6, 30)), areas.province("15", date(2025, 7, 1))
    assert (by_key[before][3], by_key[after][3]) == ("Yên Bái", "Lào Cai")
    made_of = {by_key[old][3] for old, new, _ in areas.successions if new == after}
    assert made_of == {"Yên Bái", "Lào Cai"}


def test_every_merged_province_of_the_63_has_one_successor(areas, by_key):
    heirs = Counter(
        old for old, _, on in areas.successions if on == date(2025, 7, 1) and by_key[old][2] == "province"
    )
    assert len(heirs) == 52
    assert set(heirs.values()) == {1}


@pytest.mark.parametrize(
    ("code", "on"), [("46", "2025-01-01"), ("75", "2026-04-30"), ("22", "2026-09-01"), ("24", "2026-09-20")]
)
def test_a_rename_or_a_change_of_type_has_a_single_predecessor(areas, code, on):
    day = date.fromisoformat(on)
    key = areas.province(code, day)
    assert [(old, when) for old, new, when in areas.successions if new == key] == [
        (areas.province(code, date.fromordinal(day.toordinal() - 1)), day)
    ]


def test_every_commune_leads_back_to_one_old_province(areas, by_key):
    old_provinces: dict[int, set[int]] = {}
    for old, new, _ in areas.successions:
        if by_key[new][2] == "commune":
            old_provinces.setdefault(new, set()).add(by_key[old][5])
    assert len(old_provinces) == 3_321
    assert all(len(provinces) == 1 for provinces in old_provinces.values())


def test_zones_have_the_published_numbers(areas, by_key):
    zones = Counter(row[8] for row in areas.rows if row[8])
    assert zones == {"I": 250, "II": 259, "III": 824}
    of_province = Counter((by_key[row[5]][1], row[8]) for row in areas.rows if row[8])
    for line in read_table("zones"):
        for zone in ("I", "II", "III"):
            if line["province"] != "VN" and line[zone]:
                assert of_province[line["province"], zone] == int(line[zone])


def test_the_ethnic_groups_are_54_in_the_official_order():
    groups = list(read_table("ethnic_groups"))
    assert [line["code"] for line in groups] == [f"{number:02}" for number in range(1, 55)]
    assert groups[0]["name_vi"] == "Kinh"


def test_every_illustrative_pair_and_weight_is_a_measure():
    measures = {line["code"]: line for line in read_table("measures")}
    for line in read_table("ratios"):
        for code in (line["numerator"], line["denominator"]):
            assert measures[code]["finest_level"] == line["level"]
            assert (measures[code]["accumulation"] == "flow") == (line["flow"] == "yes")
