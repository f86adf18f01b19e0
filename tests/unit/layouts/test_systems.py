"""The page Hệ thống: which systems, how they stand, whose they are."""

from dataclasses import replace
from datetime import date

import pytest

from indicators.milestones import Milestone
from indicators.system_list import system_list
from indicators.systems import System, SystemState
from layouts.choice import choice
from layouts.still import to_html
from layouts.systems import systems_page
from layouts.systems_table import system_table
from layouts.systems_view import SystemsView, asked_for, of_decision
from tests.unit.layouts.look import attributes, one_line, texts
from tests.unit.layouts.tasks_examples import CATALOGUE

PORTAL = System(
    code="SYS34",
    name_vi="Cổng thông tin",
    name_en="Portal",
    category="Chương trình",
    decision="Quyết định 330/QĐ-UBDT",
    clause="nhiệm vụ 2",
    owner_then="Ủy ban Dân tộc",
    owner_now="Bộ Dân tộc và Tôn giáo",
    role_vi="Đăng số liệu",
    role_en="Publishes figures",
    flow="out",
    note_vi="Chưa có đặc tả",
    note_en="No specification",
    indicators=("S02", "Q99"),
    milestone="SYS34",
    due_year=2025,
    category_en="Programme",
)
BOTH = replace(
    PORTAL,
    code="SYS03",
    flow="both",
    decision="Quyết định 1087/QĐ-TTg; Quyết định 330/QĐ-UBDT",
    category="Nền tảng",
)
LATER = replace(PORTAL, code="SYS43", flow="none", decision="Nghị định 278/2025/NĐ-CP", owner_then="-")
DONE = Milestone(
    code="SYS34",
    area_code="VN",
    area_name="Cả nước",
    area_name_en="Viet Nam",
    level="country",
    deadline=date(2025, 12, 31),
    status="completed",
    completed_date=date(2025, 7, 17),
    evidence_document="134/QĐ-BDTTG",
    evidence_url="https://example.vn/134",
    responsible_unit="Vụ Tổng hợp",
)
SYSTEMS = (SystemState(PORTAL, DONE), SystemState(BOTH, None), SystemState(LATER, None))


def view(search="", systems=SYSTEMS):
    return SystemsView(choice(search, CATALOGUE, "vi"), CATALOGUE, systems)


def codes(search):
    shown = view(search)
    return [one.system.code for one in asked_for(of_decision(shown), shown.choice)]


def table(search="", systems=SYSTEMS):
    return system_table(view(search, systems), systems)


def text(shown):
    return " ".join(texts(shown))


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("", ["SYS34", "SYS03", "SYS43"]),
        ("?decision=330", ["SYS34", "SYS03"]),
        ("?decision=1087", ["SYS03"]),
        ("?decision=other", ["SYS43"]),
        ("?kind=out", ["SYS34"]),
        ("?kind=person", ["SYS34", "SYS03", "SYS43"]),  # the kind of another page filters nothing
        ("?status=no_report", ["SYS03", "SYS43"]),
        ("?status=completed&kind=both", []),
    ],
)
def test_the_address_chooses_the_systems(search, expected):
    assert codes(search) == expected


def test_the_page_counts_by_state_and_by_flow():
    head, _ = map(to_html, systems_page(view()))
    assert "1/3 hệ thống đã hoàn thành; 2 chưa có báo cáo." in head
    assert 'data-choose="status=no_report"' in head
    assert 'data-choose="kind=both"' in head


def test_a_pressed_count_takes_its_filter_back():
    head, shown = map(to_html, systems_page(view("?kind=out")))
    assert 'data-choose="kind="' in head
    assert "1/3 hệ thống" in shown
    assert "Bỏ lọc" in shown


def test_the_state_comes_with_its_evidence():
    said = text(table())
    for part in ("Hoàn thành", "Hạn 31/12/2025", "Xong ngày 17/07/2025", "134/QĐ-BDTTG", "Vụ Tổng hợp"):
        assert part in said
    assert "https://example.vn/134" in attributes(table(), "href")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", ""])
def test_an_address_that_is_no_web_page_is_no_link(url):
    shown = table(systems=(SystemState(PORTAL, replace(DONE, evidence_url=url)),))
    assert attributes(shown, "href") == ["/chi-tieu?i=S02"]
    assert "134/QĐ-BDTTG" in text(shown)


def test_a_system_that_nobody_reported_on_says_so_with_its_year():
    said = text(table(systems=SYSTEMS[1:2]))
    assert "Chưa có báo cáo" in said
    assert "Hạn theo văn bản: năm 2025" in said


def test_the_owner_before_is_named_where_there_was_another():
    assert "Trước đây:" in text(table(systems=SYSTEMS[:1]))
    assert "Trước đây:" not in text(table(systems=SYSTEMS[2:]))


def test_a_category_stands_once_over_its_systems():
    shown = table(systems=(SYSTEMS[0], SYSTEMS[2]))
    assert texts(shown).count("Chương trình") == 1
    assert attributes(shown, "rowSpan") == [2]


def test_the_state_of_a_milestone_of_the_set_leads_to_it():
    shared = SystemState(replace(PORTAL, milestone="S02", indicators=()), DONE)
    assert "Theo mốc S02" in text(table(systems=(shared,)))
    assert "Theo mốc" not in text(table())


def test_illustrative_reports_are_marked():
    made_up = SystemState(PORTAL, replace(DONE, illustrative=True, note="Số liệu minh họa"))
    _, shown = systems_page(view(systems=(made_up,)))
    assert "1 báo cáo trong danh sách là số liệu minh họa" in one_line(shown)
    assert to_html(shown).count("◇") == 2


def test_no_listed_system_was_formerly_nobodys():
    assert not [one.code for one in system_list() if one.owner_then.lower().startswith("chưa")]
