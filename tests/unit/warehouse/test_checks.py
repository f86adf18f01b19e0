"""Each rule of the dimensions finds its fault, and nothing in rows that are right."""

from types import SimpleNamespace

import pytest
from sqlalchemy.types import (
    BIGINT,
    DATE,
    DOUBLE_PRECISION,
    INTEGER,
    NUMERIC,
    SMALLINT,
    TEXT,
    TIMESTAMP,
    VARCHAR,
    Boolean,
    Date,
    DateTime,
    Integer,
    NullType,
    Numeric,
    String,
    Text,
)

from warehouse.checks import area_faults, measure_faults, same_family, succession_faults


def area(**changed):
    usual = {
        "area_key": 1,
        "area_code": "VN",
        "level": "country",
        "parent_key": None,
        "valid_from": "2008-08-01",
        "valid_to": None,
        "zone": None,
    }
    return SimpleNamespace(**usual | changed)


COUNTRY = area()
PROVINCE = area(area_key=2, area_code="04", level="province", parent_key=1)


def measure(**changed):
    return SimpleNamespace(
        **{"measure_code": "officials", "accumulation": "stock", "weight_measure": None} | changed
    )


def test_sound_dimensions_have_no_faults():
    assert list(area_faults([COUNTRY, PROVINCE])) == []
    assert list(measure_faults([measure()])) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"area_key": 1}, "area_key lặp lại: 1"),
        ({"level": "region"}, "level chỉ nhận"),
        ({"zone": "IV"}, "zone chỉ nhận"),
        ({"parent_key": 99}, "parent_key không có trong bảng"),
        ({"valid_from": "hôm qua"}, "valid_from thiếu"),
        ({"valid_to": "2008-08-01"}, "không trước valid_to"),
        ({"level": "country"}, "đúng một dòng cấp country"),
    ],
)
def test_each_rule_of_the_areas(changed, said):
    wrong = area(**{"area_key": 2, "area_code": "04", "level": "province", "parent_key": 1} | changed)
    assert any(said in message for message in area_faults([COUNTRY, wrong]))


def test_two_versions_in_force_at_once():
    later = area(area_key=3, area_code="04", level="province", parent_key=1, valid_from="2025-07-01")
    assert list(area_faults([COUNTRY, PROVINCE, later])) == ["hai phiên bản cùng hiệu lực, ở area_code: 04"]


def test_versions_that_follow_each_other_are_right():
    earlier = area(area_key=2, area_code="04", level="province", parent_key=1, valid_to="2025-07-01")
    later = area(area_key=3, area_code="04", level="province", parent_key=1, valid_from="2025-07-01")
    assert list(area_faults([COUNTRY, later, earlier])) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"measure_code": "officials"}, "measure_code lặp lại: officials"),
        ({"measure_code": "b", "accumulation": "sum"}, "accumulation chỉ nhận"),
        ({"measure_code": "b", "weight_measure": "none"}, "weight_measure không có"),
    ],
)
def test_each_rule_of_the_measures(changed, said):
    assert any(said in message for message in measure_faults([measure(), measure(**changed)]))


def test_successions_between_areas_that_are_there():
    def found(predecessor, successor):
        pair = SimpleNamespace(predecessor_key=predecessor, successor_key=successor)
        return list(succession_faults([pair], {1, 2}))

    assert found(1, 2) == []
    assert found(1, 9) == ["không có trong dim_area: 9"]
    assert found(1, 1) == ["một phiên bản kế tục chính nó: 1"]


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (Integer(), BIGINT()),
        (Integer(), NUMERIC(10, 0)),
        (Boolean(), SMALLINT()),
        (Numeric(18, 4), DOUBLE_PRECISION()),
        (Date(), TIMESTAMP()),
        (DateTime(), TIMESTAMP()),
        (String(5), TEXT()),
        (Text(), VARCHAR(500)),
        (Date(), NullType()),
    ],
)
def test_types_that_hold_what_is_wanted(wanted, given):
    assert same_family(wanted, given)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (Date(), VARCHAR(10)),
        (Numeric(), TEXT()),
        (Integer(), VARCHAR(5)),
        (DateTime(), DATE()),
        (String(), INTEGER()),
    ],
)
def test_types_that_do_not(wanted, given):
    assert not same_family(wanted, given)
