"""The panel of a province for a milestone."""

from dataclasses import replace
from datetime import date

import pytest

from indicators.milestones import Milestone
from layouts.milestone_panel import milestone_panel
from tests.unit.charts.examples import INDICATOR, KNOWN, VI
from tests.unit.layouts.look import attributes, texts

DONE = Milestone(
    code="D01",
    area_code="08",
    area_name="Tuyên Quang",
    area_name_en="Tuyen Quang",
    level="province",
    deadline=date(2025, 12, 31),
    status="completed",
    completed_date=date(2025, 4, 23),
    evidence_document="90/KH-UBND",
    evidence_url="https://example.invalid/90",
    responsible_unit="Sở Dân tộc và Tôn giáo",
)


def said_of(milestone):
    shown = milestone_panel(milestone, KNOWN, INDICATOR, VI)
    return texts(shown), attributes(shown, "href")


def test_a_completed_milestone_shows_its_proof():
    said, links = said_of(DONE)
    for text in (
        "Tuyên Quang",
        "Hoàn thành",
        "23/04/2025",
        "31/12/2025",
        "90/KH-UBND",
        "Sở Dân tộc và Tôn giáo",
    ):
        assert text in said, text
    assert links == ["https://example.invalid/90"]


def test_what_was_not_reported_says_so():
    said, _ = said_of(replace(DONE, completed_date=None, evidence_document="", status="in_progress"))
    assert "chưa có văn bản" in said
    assert "chưa phân công" in said
    assert VI.missing in said


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "data:text/html,x", "//example.invalid"])
def test_only_addresses_of_the_web_become_links(url):
    assert said_of(replace(DONE, evidence_url=url))[1] == []


def test_a_province_that_has_no_part_in_it_is_told_so():
    said, links = said_of(None)
    assert "Tuyên Quang" in said
    assert "Chỉ số này chỉ đo ở cấp trung ương, không chia theo tỉnh." in said
    assert links == []
