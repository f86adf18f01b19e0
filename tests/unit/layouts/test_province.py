"""The parts of the page Tỉnh: names, table, movers, peers, former provinces, tasks, choice."""

from dataclasses import replace
from datetime import date

import pytest

from indicators.catalogue import read_catalogue
from indicators.model import Value, ValueTable
from indicators.peers import Features, peers
from indicators.province import Measured, standing
from indicators.reporting import Tally
from indicators.tasks import Task, TaskReport
from indicators.territory import Named, Territory
from language import language
from layouts.choice import choice
from layouts.province import province_options
from layouts.province_deeds import urgent_first
from layouts.province_former import Before, former_card
from layouts.province_head import head
from layouts.province_movers import movers_card
from layouts.province_peers import Group, group_buttons, peers_table
from layouts.province_quality import added, last_months
from layouts.province_table import indicator_table
from layouts.province_view import ProvinceView, full_name
from layouts.tasks_view import Standing as TaskStanding
from tests.unit.layouts.look import attributes, parts, texts

CATALOGUE = read_catalogue()
VI, EN = language("vi"), language("en")
TUYEN_QUANG = Named("08", "Tuyên Quang", "Tuyen Quang", "province")
HA_GIANG = Named("02", "Hà Giang", "Ha Giang", "province")
MERGED = Territory("34", TUYEN_QUANG, TUYEN_QUANG, (TUYEN_QUANG, HA_GIANG), date(2025, 7, 1), False)
NAMES = {"08": ("Tuyên Quang", "Tuyen Quang"), "15": ("Lào Cai", "Lao Cai")}


def value(number=50.0, code="S02", area="08", **more):
    fields = {
        "area_name": "Tuyên Quang",
        "area_name_en": "Tuyen Quang",
        "boundaries": "34",
        "period": "2026-Q3",
        "numerator": None,
        "denominator": 1000,
        "coverage": 1.0,
        "provisional": False,
        "preliminary": False,
        "illustrative": False,
        "status": "on_track",
        "target": 80.0,
        "deadline": date(2030, 12, 31),
        "observed_on": date(2026, 9, 30),
    }
    return Value(indicator=code, area_code=area, value=number, **(fields | more))


def measured(number=50.0, before=40.0, code="S02", **more):
    def table(*values):
        return ValueTable(code, "2026-Q3", "34", 1, values, value(60.0, code, "VN"))

    now = table(value(number, code, **more), value(70.0, code, "15"))
    return Measured(code, now, table(value(before, code)))


def view(search="?area=08", *found, territory=MERGED, group=("15",)):
    known = found or (measured(),)
    stands = tuple(standing(one, CATALOGUE[one.indicator], "08", group) for one in known)
    return ProvinceView(choice(search, CATALOGUE, "vi"), "08", "34", territory, known, stands, group, NAMES)


@pytest.mark.parametrize(
    ("named", "vi", "en"),
    [
        (TUYEN_QUANG, "Tỉnh Tuyên Quang", "Tuyen Quang Province"),
        (Named("46", "Huế", "Hue", "city"), "Thành phố Huế", "Hue City"),
        (Named("79", "Hồ Chí Minh", "Ho Chi Minh City", "city"), "Thành phố Hồ Chí Minh", "Ho Chi Minh City"),
        (Named("99", "Đâu đó", "Somewhere"), "Đâu đó", "Somewhere"),
    ],
)
def test_a_province_is_called_by_what_it_is(named, vi, en):
    assert full_name(named, VI) == vi
    assert full_name(named, EN) == en


def test_the_head_counts_targets_and_says_what_was_merged():
    said = " ".join(texts(head(view("?area=08", measured(), measured(code="N01", status="missed")))))
    assert "1/2 chỉ tiêu đã đạt hoặc đúng tiến độ; 1 không đạt hoặc quá hạn." in said
    assert "hợp nhất Tuyên Quang + Hà Giang từ 01/07/2025" in said


def test_the_head_says_since_when_a_province_is_a_city():
    city = Named("22", "Quảng Ninh", "Quang Ninh", "city", date(2026, 9, 1), "Quảng Ninh", "Quang Ninh")
    said = texts(head(view(territory=Territory("34", city, city, (city,), None, False))))
    assert "Thành phố Quảng Ninh" in said
    assert "là thành phố từ 01/09/2026" in said


def test_the_head_leads_down_to_the_communes_and_across_to_the_group():
    addresses = attributes(head(view("?area=08&i=G02&p=2026-Q3")), "href")
    assert "/xa?area=08&i=S02&p=2026-Q3" in addresses  # G02 has no communes
    assert "/so-sanh?areas=08%2C15&i=G02&p=2026-Q3" in addresses


def test_a_former_province_says_so_and_leads_to_what_it_became():
    former = Territory("63", HA_GIANG, TUYEN_QUANG, (TUYEN_QUANG, HA_GIANG), date(2025, 7, 1), False)
    shown = head(view("?area=02&b=63", territory=former, group=()))
    assert any("Nay thuộc Tỉnh Tuyên Quang" in text for text in texts(shown))
    assert "/tinh?area=08&i=S02" in attributes(shown, "href")


def cells(shown):
    """The texts of each cell of the first row, by label."""
    rows = [part for part in parts(shown) if getattr(part, "data-label", None)]
    return {getattr(part, "data-label"): " ".join(texts(part.children)) for part in rows}


def test_the_table_has_the_value_beside_country_group_target_pace_and_a_year_before():
    found = cells(indicator_table(view("?area=08", measured(pace=0.62, required_per_year=6.5))))
    assert found["Giá trị"].startswith("50,0%")
    assert "Đúng tiến độ" in found["Trạng thái"]
    assert found["Cả nước"] == "60,0%"
    assert found["Trung vị các tỉnh tương đồng"] == "70,0% 1 tỉnh"
    assert found["Chỉ tiêu"] == "≥ 80% đến 31/12/2030"
    assert found["Nhịp độ"] == "62% cần +6,5 điểm\u00a0%/năm"
    assert "+10,0 điểm\u00a0%" in found["So với một năm trước"]
    assert "(tốt lên)" in found["So với một năm trước"]
    assert found["Số liệu đến"] == "30/09/2026"


def test_a_provinces_own_target_is_named_as_such_with_its_text():
    own = measured(own_target=True, target_basis="Quyết định 12/QĐ-UBND")
    assert (
        "chỉ tiêu riêng của tỉnh Quyết định 12/QĐ-UBND"
        in cells(indicator_table(view("?area=08", own)))["Chỉ tiêu"]
    )


def test_what_is_missing_is_never_a_zero():
    found = cells(indicator_table(view("?area=08", measured(None, None, status="no_data", target=None))))
    assert found["Giá trị"] == "chưa có số liệu"
    assert found["So với một năm trước"] == "– chưa so được với năm trước"
    assert found["Chỉ tiêu"] == "– không có chỉ tiêu"


def test_a_status_that_rests_on_an_earlier_figure_says_which():
    earlier = measured(None, judged_value=47.0, judged_on=date(2026, 6, 30))
    assert "theo số 30/06/2026: 47,0%" in cells(indicator_table(view("?area=08", earlier)))["Trạng thái"]


def test_a_status_chosen_leaves_its_indicators_alone():
    both = (measured(), measured(code="N01", status="missed"))
    said = texts(indicator_table(view("?area=08&status=missed", *both)))
    assert "N01" in said
    assert "S02" not in said
    assert "1/2 chỉ số có số liệu theo tỉnh" in said


def test_movers_say_both_values_and_what_is_compared():
    said = " ".join(texts(movers_card(view("?area=08", measured(50, 58)), 30)))
    assert "Không chỉ số nào tăng." in said
    assert "58,0% (Quý III/2026) → 50,0% (Quý III/2026)" in said
    assert "mẫu số dưới 30" in said


def features(code, share=50.0, zones=10, people=1e6):
    return Features(code, *NAMES.get(code, (code, code)), share, zones, people)


def group_of(*provinces):
    return Group(
        peers(provinces, "08"), [("Tây Nguyên", "Central Highlands")], {"08": (4, 19), "15": (10, 19)}
    )


def test_peers_show_their_distance_and_what_they_are_compared_by():
    found = group_of(features("08"), features("15", 40.0, 12, 2e6))
    said = texts(peers_table(view(), found))
    for text in ("Lào Cai", "40,0%", "12", "2.000.000", "10/19", "4/19"):
        assert text in said
    assert lang_number(found.peers.others[0].distance) in said


def lang_number(number):
    return VI.number(number, 2)


def test_a_province_without_a_feature_is_compared_on_none_and_says_which():
    found = group_of(replace(features("08"), population=None), features("15"))
    said = texts(peers_table(view(group=()), found))
    assert "Chưa so được với tỉnh nào: tỉnh này chưa có dân số." in said
    assert said[-1].startswith("Tự chọn nhóm")


def test_who_is_left_out_for_want_of_a_feature_is_named():
    found = group_of(features("08"), features("15"), replace(features("04"), minority_share=None))
    assert "Không so được khoảng cách vì thiếu ít nhất một đặc điểm: 04." in texts(peers_table(view(), found))


def test_the_region_is_named_with_its_source():
    said = " ".join(
        texts(peers_table(view("?area=08&group=region"), group_of(features("08"), features("15"))))
    )
    assert "Nghị quyết 81/2023/QH15" in said
    assert "Tây Nguyên" in said


@pytest.mark.parametrize(
    ("search", "pressed"),
    [("", "Tỉnh tương đồng"), ("?group=region", "Cùng vùng cũ"), ("?group=08,04", "Nhóm tự chọn")],
)
def test_the_group_that_is_compared_with_is_pressed(search, pressed):
    shown = group_buttons(choice(search, CATALOGUE, "vi"))
    found = [part for part in parts(shown) if getattr(part, "aria-pressed", None) == "true"]
    assert [part.children for part in found] == [pressed]


def test_former_provinces_stand_beside_what_they_come_to_together():
    before = Before(
        CATALOGUE["S02"],
        "2025-Q2",
        {"08": value(30.0, numerator=300), "02": value(None)},
        value(25.0),
        value(50.0),
    )
    said = texts(former_card(view(), [before]))
    for text in ("Tuyên Quang", "Hà Giang", "Quý II/2025", "30,0%", "300/1.000", "chưa có số liệu", "25,0%"):
        assert text in said


def test_a_province_that_was_not_merged_says_so():
    alone = Territory("34", TUYEN_QUANG, TUYEN_QUANG, (TUYEN_QUANG,), None, False)
    said = texts(former_card(view(territory=alone), []))
    assert "Tuyên Quang không sáp nhập: địa bàn không đổi, chuỗi số liệu liền mạch." in said


@pytest.mark.parametrize("typed", ["Lào Cai", "lao cai", "Yên Bái", "yen bai", "15"])
def test_a_province_is_found_by_its_name_its_former_name_and_without_diacritics(typed):
    former = {"15": [("Lào Cai", "Lao Cai"), ("Yên Bái", "Yen Bai")], "08": [("Hà Giang", "Ha Giang")]}
    found = [
        one["value"]
        for one in province_options(NAMES, former, VI)
        if set(typed.lower().split()) <= set(one["search"].split())
    ]
    assert found == ["15"]


def task(code, state, lacking=(), due=None):
    listed = Task(
        code, "task", "Nhóm", "Group", "Việc", "Task", "1087", "1", "A", "B", True, 2025, 2026, "x", "x"
    )
    report = TaskReport(code, "08", "Tuyên Quang", "Tuyen Quang", "province", state, lacking, due_date=due)
    return TaskStanding(listed, report, ())


def test_overdue_tasks_come_first_then_those_not_wholly_assigned():
    found = urgent_first(
        [
            task("a", "done", ("person",)),
            task("b", "in_progress"),
            task("c", "not_started", ("date",)),
            task("d", "overdue", due=date(2026, 3, 1)),
            task("e", "overdue", due=date(2026, 1, 1)),
        ]
    )
    assert [one.task.code for one in found] == ["e", "d", "c", "b", "a"]


def test_reports_are_of_the_last_twelve_months_that_were_all_due():
    tallies = [Tally("08", f"2026-{month:02}", 10, 9, 8) for month in range(1, 12)]
    tallies += [Tally("15", "2026-10", 5, 5, 5)]
    months = last_months(tallies, "2026-10")
    assert (months[0], months[-1]) == ("2026-01", "2026-10")
    assert added(tallies, months, "08") == (100, 90, 80)
    assert added(tallies, months, None) == (105, 95, 85)
    assert last_months(tallies, None) == []
