"""The table of provinces: who was in force when, and who became whom."""

import unicodedata
from datetime import date
from itertools import pairwise

import pytest

from geodata.provinces import MERGER, Province, kind, newest, read_provinces, successors

UNMERGED = {"01", "04", "11", "12", "14", "20", "22", "38", "40", "42", "46"}


def in_force(day: date) -> list[Province]:
    return [p for p in read_provinces() if p.valid_from <= day and (p.valid_to is None or day < p.valid_to)]


@pytest.mark.parametrize(
    ("day", "boundaries", "count"),
    [
        (date(2019, 4, 1), "63", 63),
        (date(2024, 12, 31), "63", 63),
        (date(2025, 6, 30), "63", 63),
        (MERGER, "34", 34),
        (date(2026, 11, 22), "34", 34),
    ],
)
def test_every_province_is_in_force_once_on_any_day(day, boundaries, count):
    provinces = in_force(day)
    assert {p.boundaries for p in provinces} == {boundaries}
    assert len({p.code for p in provinces}) == len(provinces) == count


def test_versions_of_a_province_follow_each_other_without_a_gap():
    for earlier, later in pairwise(read_provinces()):
        if (earlier.boundaries, earlier.code) == (later.boundaries, later.code):
            assert earlier.valid_to == later.valid_from


def test_each_of_the_63_became_part_of_exactly_one_of_the_34():
    old = [code for p in newest("34").values() for code in p.predecessors]
    assert sorted(old) == sorted(newest("63"))
    assert successors().keys() == newest("63").keys()
    assert set(successors().values()) == newest("34").keys()


def test_a_merged_province_keeps_the_code_of_one_of_its_predecessors():
    assert all(p.code in p.predecessors for p in newest("34").values())
    assert {p.code for p in newest("34").values() if not p.merged} == UNMERGED


@pytest.mark.parametrize(
    ("code", "name34", "name63"),
    [
        ("15", "Lào Cai", "Yên Bái"),
        ("24", "Bắc Ninh", "Bắc Giang"),
        ("44", "Quảng Trị", "Quảng Bình"),
        ("52", "Gia Lai", "Bình Định"),
        ("80", "Tây Ninh", "Long An"),
        ("82", "Đồng Tháp", "Tiền Giang"),
        ("91", "An Giang", "Kiên Giang"),
    ],
)
def test_the_code_is_not_always_the_namesakes(code, name34, name63):
    assert (newest("34")[code].name_vi, newest("63")[code].name_vi) == (name34, name63)


@pytest.mark.parametrize(
    ("code", "day", "name_before", "name_after"),
    [
        ("46", date(2025, 1, 1), "Thừa Thiên Huế", "Huế"),
        ("75", date(2026, 4, 30), "Đồng Nai", "Đồng Nai"),
        ("22", date(2026, 9, 1), "Quảng Ninh", "Quảng Ninh"),
        ("24", date(2026, 9, 20), "Bắc Ninh", "Bắc Ninh"),
    ],
)
def test_a_province_becomes_a_city_on_its_day(code, day, name_before, name_after):
    (before,) = [p for p in read_provinces() if p.code == code and p.valid_to == day]
    (after,) = [p for p in read_provinces() if p.code == code and p.valid_from == day]
    assert (before.kind_vi, before.name_vi) == ("tỉnh", name_before)
    assert (after.kind_vi, after.name_vi) == ("thành phố", name_after)


def test_names_are_nfc_with_diacritics_and_plain_english():
    for p in read_provinces():
        assert unicodedata.is_normalized("NFC", p.name_vi)
        assert p.name_en.isascii()
    # Of all names only these are the same without diacritics.
    assert {p.name_vi for p in read_provinces() if p.name_vi.isascii()} == {
        "An Giang",
        "Gia Lai",
        "Kon Tum",
        "Long An",
    }


@pytest.mark.parametrize(
    ("code", "day", "expected"),
    [
        ("46", date(2024, 12, 31), "province"),
        ("46", date(2025, 1, 1), "city"),
        ("46", date(2026, 1, 1), "city"),
        ("75", date(2026, 4, 29), "province"),
        ("75", date(2026, 4, 30), "city"),
        ("22", date(2026, 8, 31), "province"),
        ("22", date(2026, 9, 1), "city"),
        ("24", date(2026, 9, 19), "province"),
        ("24", date(2026, 9, 20), "city"),
        ("27", date(2026, 9, 20), ""),  # Bắc Ninh's former code
        ("99", date(2026, 1, 1), ""),
    ],
)
def test_a_province_is_a_city_from_its_day_on(code, day, expected):
    assert kind(code, day) == expected
