"""The six former regions, and which provinces of today lie in them."""

import pytest

from geodata.provinces import newest
from geodata.regions import read_regions, regions_of, same_region


def test_every_former_province_lies_in_one_region():
    codes = [code for region in read_regions() for code in region.provinces]
    assert sorted(codes) == sorted(newest("63"))


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("Trung du và miền núi phía Bắc", 14),
        ("Đồng bằng sông Hồng", 11),
        ("Bắc Trung Bộ và duyên hải miền Trung", 14),
        ("Tây Nguyên", 5),
        ("Đông Nam Bộ", 6),
        ("Đồng bằng sông Cửu Long", 13),
    ],
)
def test_regions_have_as_many_provinces_as_the_plan_says(name, count):
    """Nghị quyết 81/2023/QH15 counts 14, 11, 14, 5, 6 and 13."""
    region = next(one for one in read_regions() if one.name_vi == name)
    assert len(region.provinces) == count


def test_the_highlands_are_those_of_the_plan():
    names = newest("63")
    (highlands,) = [one for one in read_regions() if one.name_vi == "Tây Nguyên"]
    found = {names[code].name_vi for code in highlands.provinces}
    assert found == {"Kon Tum", "Gia Lai", "Đắk Lắk", "Đắk Nông", "Lâm Đồng"}


def test_every_province_of_today_lies_in_a_region():
    assert all(regions_of(code) for code in newest("34"))


@pytest.mark.parametrize(
    ("code", "regions"),
    [
        ("08", ["Trung du và miền núi phía Bắc"]),
        ("25", ["Trung du và miền núi phía Bắc", "Đồng bằng sông Hồng"]),  # with Vĩnh Phúc
        ("68", ["Bắc Trung Bộ và duyên hải miền Trung", "Tây Nguyên"]),  # with Bình Thuận
        ("80", ["Đông Nam Bộ", "Đồng bằng sông Cửu Long"]),  # with Long An
    ],
)
def test_a_merger_across_a_border_lies_in_both_regions(code, regions):
    assert [region.name_vi for region in regions_of(code)] == regions


def test_the_same_region_is_of_both_sides_and_without_oneself():
    for code in newest("34"):
        assert code not in same_region(code)
        assert all(code in same_region(other) for other in same_region(code))
