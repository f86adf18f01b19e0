"""Who leads and lags, in sentences: no tie is cut, nobody has a rank that the pages don't give."""

from dataclasses import replace

import pytest

from exports.narrative_ranks import beside_country, beside_group, ends, listing, place, statuses, unranked
from indicators.province import Standing
from indicators.ranking import level_ranking
from tests.unit.charts.examples import EN, INDICATOR, KNOWN, MISSING, VI

MINIMUM = 30
COUNTRY = replace(KNOWN, area_code="VN", area_name="Cả nước", value=50.0)
NAMES = ["An Giang", "Bắc Ninh", "Cà Mau", "Đà Nẵng", "Gia Lai", "Hà Nội", "Huế", "Lai Châu"]


def province(place_, value, **changes):
    name = NAMES[place_]
    return replace(KNOWN, area_code=f"{place_:02}", area_name=name, area_name_en=name, value=value, **changes)


def ranked(*values, indicator=INDICATOR):
    found = [
        province(at, value)
        if value is not None
        else replace(MISSING, area_code=f"{at:02}", area_name=NAMES[at], area_name_en=NAMES[at])
        for at, value in enumerate(values)
    ]
    return level_ranking(found, indicator, MINIMUM)


def standing(**changes):
    asked = {"value": KNOWN, "national": COUNTRY, "median": 55.0, "compared": 5} | changes
    return Standing(
        asked.get("indicator", INDICATOR),
        asked["value"],
        asked["national"],
        None,
        None,
        asked["median"],
        asked["compared"],
    )


@pytest.mark.parametrize(
    ("values", "vi", "en"),
    [
        ([None, None], "chưa tỉnh, thành phố nào xếp hạng được", "no province can be ranked yet"),
        ([None, 40.0], "chỉ Bắc Ninh (40,0%) xếp hạng được", "only Bắc Ninh (40.0%) can be ranked"),
        (
            [30.0, 40.0],
            "dẫn đầu là Bắc Ninh (40,0%), cuối bảng là An Giang (30,0%) "
            "(trên 2 tỉnh, thành phố được xếp hạng)",
            "led by Bắc Ninh (40.0%), trailed by An Giang (30.0%) (of 2 provinces with a rank)",
        ),
        (
            [40.0, 40.0, 40.0],
            "3 tỉnh, thành phố xếp hạng được đều ở mức 40,0%",
            "all 3 provinces with a rank stand at 40.0%",
        ),
        (
            [10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0],
            "dẫn đầu là Huế (70,0%), Hà Nội (60,0%) và Gia Lai (50,0%), "
            "cuối bảng là An Giang (10,0%), Bắc Ninh (20,0%) và Cà Mau (30,0%) "
            "(trên 7 tỉnh, thành phố được xếp hạng)",
            None,
        ),
        (
            [60.0, 60.0, 60.0, 50.0, 40.0, 30.0],
            "dẫn đầu là An Giang (60,0%), Bắc Ninh (60,0%) và Cà Mau (60,0%), "
            "cuối bảng là Hà Nội (30,0%), Gia Lai (40,0%) và Đà Nẵng (50,0%) "
            "(trên 6 tỉnh, thành phố được xếp hạng)",
            None,
        ),
        (
            [100.0] * 6 + [50.0, 40.0],
            "6 tỉnh, thành phố cùng dẫn đầu với 100,0%, cuối bảng là Lai Châu (40,0%) và Huế (50,0%) "
            "(trên 8 tỉnh, thành phố được xếp hạng)",
            "6 provinces lead together with 100.0%, trailed by Lai Châu (40.0%) and Huế (50.0%) "
            "(of 8 provinces with a rank)",
        ),
        (
            [50.0] + [0.0] * 7,
            "dẫn đầu là An Giang (50,0%), 7 tỉnh, thành phố cùng ở cuối bảng với 0,0% "
            "(trên 8 tỉnh, thành phố được xếp hạng)",
            None,
        ),
        (
            [80.0, 70.0, 60.0, 60.0, 50.0, 40.0, 30.0, 20.0],
            "dẫn đầu là An Giang (80,0%) và Bắc Ninh (70,0%), "
            "cuối bảng là Lai Châu (20,0%), Huế (30,0%) và Hà Nội (40,0%) "
            "(trên 8 tỉnh, thành phố được xếp hạng)",
            None,
        ),
    ],
)
def test_who_leads_and_who_comes_last(values, vi, en):
    assert ends(ranked(*values), INDICATOR, VI) == vi
    if en is not None:
        assert ends(ranked(*values), INDICATOR, EN) == en


def test_where_less_is_better_the_least_leads():
    falling = replace(INDICATOR, direction="down")
    assert ends(ranked(10.0, 90.0, indicator=falling), falling, VI).startswith("dẫn đầu là An Giang (10,0%)")


def test_where_more_is_no_achievement_nobody_leads():
    context = replace(INDICATOR, basis="context", targets=())
    assert ends(ranked(10.0, 90.0), context, VI) == (
        "cao nhất là Bắc Ninh (90,0%), thấp nhất là An Giang (10,0%) (trên 2 tỉnh, thành phố được xếp hạng)"
    )
    assert ends(ranked(10.0, 90.0), context, EN) == (
        "highest Bắc Ninh (90.0%), lowest An Giang (10.0%) (of 2 provinces with a rank)"
    )
    falling = replace(context, direction="down")
    assert ends(ranked(10.0, 90.0, indicator=falling), falling, VI).startswith(
        "thấp nhất là An Giang (10,0%)"
    )
    said = ends(ranked(*[90.0] * 6, 1.0), context, VI)
    assert said.startswith("6 tỉnh, thành phố cùng ở mức 90,0%, thấp nhất là Huế (1,0%)")


def test_who_has_no_rank_is_told_with_the_reason():
    found = level_ranking(
        [
            province(0, 50.0),
            province(1, 60.0, provisional=True),
            province(2, 70.0, provisional=True),
            province(3, 80.0, denominator=4),
            replace(MISSING, area_code="04", area_name="Gia Lai", area_name_en="Gia Lai"),
            province(5, None, suppressed=True),
            province(6, None, unknown="split"),
            province(7, None, status="not_applicable"),
        ],
        INDICATOR,
        MINIMUM,
    )
    assert unranked(found, VI, MINIMUM) == (
        "không xếp hạng: Bắc Ninh, Cà Mau (tạm tính, chưa đủ địa bàn báo cáo); "
        "Đà Nẵng (mẫu số dưới 30); Gia Lai (chưa có số liệu); "
        "Hà Nội (được ẩn để bảo vệ thông tin cá nhân); Huế (không xác định được theo 63 tỉnh); "
        "Lai Châu (không áp dụng)"
    )
    assert ends(found, INDICATOR, VI) == "chỉ An Giang (50,0%) xếp hạng được"


def test_many_without_a_rank_are_counted():
    said = unranked(ranked(*[None] * 6, 5.0), EN, MINIMUM)
    assert said == "without a rank: 6 provinces (no data yet)"
    assert unranked(ranked(1.0, 2.0), VI, MINIMUM) == ""


@pytest.mark.parametrize(
    ("area", "vi", "en"),
    [
        ("01", "xếp thứ 1 trên 3 tỉnh, thành phố được xếp hạng", "ranked 1 of 3 provinces with a rank"),
        (
            "00",
            "cùng xếp thứ 2 trên 3 tỉnh, thành phố được xếp hạng",
            "ranked 2 with others, of 3 provinces with a rank",
        ),
        ("03", "không xếp hạng (chưa có số liệu)", "without a rank (no data yet)"),
        ("99", "", ""),
    ],
)
def test_the_place_of_a_province(area, vi, en):
    found = ranked(40.0, 60.0, 40.0, None)
    assert place(found, area, VI, MINIMUM) == vi
    assert place(found, area, EN, MINIMUM) == en


def test_how_many_provinces_have_each_status():
    values = [replace(KNOWN, status=one) for one in ("behind", "slipped", "behind", "on_track")]
    assert statuses(values, VI) == (
        "trong 4 tỉnh, thành phố có 1 “Đúng tiến độ”, 2 “Chậm tiến độ”, 1 “Đã đạt, nay giảm”"
    )
    assert statuses(values[:1], EN) == "of 1 province 1 “Behind”"
    assert statuses([], VI) == ""


@pytest.mark.parametrize(
    ("changes", "vi"),
    [
        ({}, "cao hơn cả nước (50,0%) 11,7 điểm\u00a0%"),
        ({"national": replace(COUNTRY, value=70.0)}, "thấp hơn cả nước (70,0%) 8,3 điểm\u00a0%"),
        ({"national": replace(COUNTRY, value=61.71)}, "bằng mức cả nước (61,7%)"),
        ({"national": replace(COUNTRY, value=None)}, ""),
        ({"national": replace(COUNTRY, provisional=True)}, ""),
        ({"value": replace(KNOWN, provisional=True)}, ""),
        ({"value": replace(KNOWN, denominator=8)}, ""),
        ({"value": MISSING}, ""),
        ({"value": replace(KNOWN, suppressed=True)}, ""),
        ({"indicator": replace(INDICATOR, kind="count", unit="mục")}, ""),
        ({"indicator": replace(INDICATOR, kind="milestone")}, ""),
        (
            {
                "value": replace(KNOWN, interval=(40.0, 70.0)),
                "national": replace(COUNTRY, interval=(48.0, 52.0)),
            },
            "chênh lệch với cả nước nằm trong sai số điều tra",
        ),
    ],
)
def test_a_province_beside_the_country(changes, vi):
    assert beside_country(standing(**changes), VI, MINIMUM) == vi


@pytest.mark.parametrize(
    ("changes", "vi", "en"),
    [
        (
            {},
            "cao hơn trung vị của 5 tỉnh tương đồng (55,0%) 6,7 điểm\u00a0%",
            "6.7 pp above the median of 5 peers (55.0%)",
        ),
        (
            {"median": 65.0},
            "thấp hơn trung vị của 5 tỉnh tương đồng (65,0%) 3,3 điểm\u00a0%",
            "3.3 pp below the median of 5 peers (65.0%)",
        ),
        (
            {"median": 61.7},
            "bằng trung vị của 5 tỉnh tương đồng (61,7%)",
            "level with the median of 5 peers (61.7%)",
        ),
        ({"median": None}, "", ""),
        ({"compared": 1}, "", ""),
        ({"value": replace(KNOWN, provisional=True)}, "", ""),
    ],
)
def test_a_province_beside_its_peers(changes, vi, en):
    assert beside_group(standing(**changes), VI, MINIMUM) == vi
    assert beside_group(standing(**changes), EN, MINIMUM) == en


def test_names_in_a_row():
    assert listing(["A"], VI) == "A"
    assert listing(["A", "B", "C"], VI) == "A, B và C"
    assert listing(["A", "B"], EN) == "A and B"
    assert listing([], VI) == ""
