"""The page of one indicator: what each of its parts says, and what it says where there is nothing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from indicators.catalogue import read_catalogue
from indicators.lifecycle import TargetLife
from indicators.loads import Measure
from indicators.milestones import COMPLETED, Milestone
from indicators.model import Observation, Review, Target
from indicators.projection import Projection
from indicators.ranking import Ranking
from layouts.choice import choice
from layouts.indicator import indicator_headline, page, period_controls
from layouts.indicator_definition import definition_card, disputed_card
from layouts.indicator_milestones import lagging_first, milestones_card
from layouts.indicator_parts import parts_card, whole_note
from layouts.indicator_spread import spread_card, spread_reading
from layouts.indicator_targets import STATES, targets_card
from layouts.indicator_trend import trend_card
from layouts.ranking import ranking
from tests.unit.charts.examples import INDICATOR, KNOWN, MISSING, VI, series, table
from tests.unit.layouts.look import attributes, texts

CATALOGUE = read_catalogue()
FIGURE: dict[str, Any] = {"data": [], "layout": {}}
NATIONAL = replace(KNOWN, area_code="VN", required_per_year=4.3)


def chosen(search="", **changed):
    """What an address chooses, with another definition where one is changed."""
    found = choice(search, CATALOGUE, "vi")
    return replace(found, indicator=replace(found.indicator, **changed)) if changed else found


def said(shown):
    return " ".join(texts(shown))


def with_levels(*levels, **changed):
    whole = table()
    values = [
        replace(one, value=level, area_name=f"Tỉnh {place}", **changed)
        for place, (one, level) in enumerate(zip(whole.values, levels, strict=False))
    ]
    return replace(whole, values=tuple(values))


def test_the_page_offers_every_indicator():
    (options,) = attributes(page(CATALOGUE, VI), "options")
    assert {one["value"] for one in options} >= set(CATALOGUE.codes)


def test_periods_lead_one_back_and_one_forward():
    periods = {"month": (), "quarter": ("2026-Q1", "2026-Q2", "2026-Q3")}
    steps = attributes(period_controls("2026-Q2", periods, chosen()), "data-choose")
    assert "p=2026-Q1" in steps
    assert "p=2026-Q3" in steps
    ends = attributes(period_controls("2026-Q3", periods, chosen()), "disabled")
    assert ends == [True]


def test_what_is_measured_nationally_has_no_boundaries_and_no_map():
    central = chosen("?i=G08")
    controls = period_controls("2026-Q3", {"quarter": ("2026-Q3",)}, central)
    assert "Ranh giới" not in said(controls)
    assert "Xem trên bản đồ" not in said(indicator_headline(table(), central))
    assert "Xem trên bản đồ" in said(indicator_headline(table(), chosen()))


def test_the_headline_names_code_pillar_decision_and_both_names():
    shown = said(indicator_headline(table(), chosen()))
    for part in ("S02 · Xã hội số · Quyết định 1087/QĐ-TTg", CATALOGUE["S02"].name_vi, "61,7%"):
        assert part in shown


def test_a_population_that_ended_is_told_whatever_the_period():
    assert "Không còn áp dụng sau ngày 30/06/2025." in said(indicator_headline(table(), chosen("?i=G03")))
    assert "Không còn áp dụng" not in said(indicator_headline(table(), chosen()))


def test_a_survey_tells_that_it_is_a_sample():
    whole = replace(table(), national=replace(NATIONAL, interval=(58.0, 65.0)))
    assert "2.000 người được hỏi" in said(indicator_headline(whole, chosen("?i=N09")))
    assert "người được hỏi" not in said(indicator_headline(whole, chosen()))


PROJECTION = Projection(date(2030, 12, 31), 71.3, 62.0, 80.5, 3.1, Observation(date(2026, 9, 30), 61.7), None)


def trend_said(value=NATIONAL, projection=PROJECTION, indicator=INDICATOR, path=None):
    return said(trend_card(FIGURE, path or series(20.0, 61.7), value, projection, indicator, VI))


def test_the_pace_needed_stands_beside_the_recent_one():
    assert "từ nay mỗi năm cần +4,3 điểm\u00a0%." in trend_said()
    assert "Nhịp gần đây: +3,1 điểm\u00a0% mỗi năm." in trend_said()
    assert "Nhịp gần đây" not in trend_said(projection=None)


@pytest.mark.parametrize(
    "value",
    [
        replace(NATIONAL, required_per_year=None),
        replace(NATIONAL, gap=-3.0),
        replace(NATIONAL, gap=None),
    ],
)
def test_no_pace_is_asked_of_what_is_reached_or_not_known(value):
    assert "mỗi năm cần" not in trend_said(value)


def test_no_pace_is_asked_where_nobody_is_left():
    assert "mỗi năm cần" not in trend_said(indicator=replace(INDICATOR, applicable_until=date(2025, 6, 30)))


def test_a_trend_without_a_period_says_so():
    assert "Chưa có kỳ nào có số liệu." in trend_said(path=series())


def reading(*levels, indicator=INDICATOR, **changed):
    return spread_reading(ranking(with_levels(*levels, **changed), indicator, 30), indicator, VI)


def test_the_spread_is_read_by_median_quartiles_first_and_last():
    text = reading(10.0, 20.0, 30.0, 40.0, 50.0)
    assert "Trung vị của 5 tỉnh, thành phố so sánh được là 30,0%" in text
    assert "từ 20,0% đến 40,0%" in text
    assert "Dẫn đầu: Tỉnh 4 (50,0%); cuối bảng: Tỉnh 0 (10,0%)." in text


def test_a_falling_indicator_is_led_from_below_and_a_context_one_has_no_leader():
    assert "Dẫn đầu: Tỉnh 0" in reading(10.0, 20.0, indicator=replace(INDICATOR, direction="down"))
    assert "Cao nhất: Tỉnh 1" in reading(10.0, 20.0, indicator=replace(INDICATOR, targets=()))


def test_shared_places_are_counted_and_equal_provinces_have_no_order():
    assert "Dẫn đầu: 4 tỉnh, thành phố (50,0%)" in reading(10.0, 50.0, 50.0, 50.0, 50.0)
    assert "Tất cả cùng ở mức 50,0%." in reading(50.0, 50.0)


def test_too_few_provinces_have_no_quartiles_and_none_is_said():
    assert "Trung vị" not in reading(10.0, 20.0, 30.0)
    assert "Chưa tỉnh nào so sánh được" in reading(10.0, provisional=True)
    assert "Chưa tỉnh nào so sánh được" in spread_reading(Ranking((), ()), INDICATOR, VI)


def test_every_province_is_listed_with_its_source_and_can_be_chosen():
    shown = spread_card(FIGURE, table(p01=MISSING), chosen("?area=08"), 30)
    assert len(set(attributes(shown, "data-area"))) == 34
    asked = [one for one in attributes(shown, "data-choose") if one.startswith("origin=")]
    assert len(set(asked)) == 34
    assert "area=&rank=" in attributes(shown, "data-choose")  # out of the selection
    assert "Chưa có số liệu" in said(shown)


def test_the_list_stays_open_for_who_chooses_from_it():
    folded, unfolded = (
        attributes(spread_card(FIGURE, table(), chosen(search), 30), "open")
        for search in ("?area=08", "?area=08&rank=all")
    )
    assert (folded, unfolded) == ([False], [True])


@pytest.mark.parametrize(
    ("search", "found", "text"),
    [
        ("?i=G08", table(), "chỉ đo ở cấp trung ương"),
        ("", with_levels(None, None), "chưa tỉnh nào có số liệu"),
    ],
)
def test_where_nothing_can_be_spread_a_line_says_why(search, found, text):
    shown = spread_card(FIGURE, found, chosen(search), 30)
    assert text in said(shown)
    assert not attributes(shown, "figure")


MILESTONE = Milestone("D01", "08", "Tuyên Quang", "Tuyen Quang", "province", date(2025, 12, 31), "overdue")


def test_milestones_that_lag_come_first():
    states = ("completed", "in_progress", "overdue", "claimed", "completed_late", "at_risk", "not_started")
    ordered = [one.status for one in lagging_first([replace(MILESTONE, status=one) for one in states], VI)]
    assert ordered[0] == "overdue"
    assert set(ordered[-2:]) == set(COMPLETED)
    assert sorted(ordered) == sorted(states)


def test_a_milestone_shows_its_proof_and_who_answers_and_what_lacks():
    done = replace(
        MILESTONE,
        area_code="VN",
        status="completed",
        completed_date=date(2025, 9, 1),
        evidence_document="12/KH-UBND",
        evidence_url="https://example.vn/12",
        responsible_unit="Sở",
        illustrative=True,
    )
    shown = milestones_card([done, MILESTONE], VI)
    for part in ("12/KH-UBND", "01/09/2025", "Trung ương", "chưa có văn bản", "chưa phân công", "minh họa"):
        assert part in said(shown)
    assert attributes(shown, "href") == ["https://example.vn/12"]
    unsafe = milestones_card([replace(done, evidence_url="javascript:alert(1)")], VI)
    assert attributes(unsafe, "href") == []
    assert "Chưa nơi nào báo cáo" in said(milestones_card([], VI))


def test_a_made_up_report_has_a_sign_and_no_note():
    noted = replace(MILESTONE, area_code="08", note="Chậm vì hợp nhất")
    made_up = replace(MILESTONE, note="Số liệu minh họa", illustrative=True)
    shown = milestones_card([made_up], VI)
    assert attributes(shown, "title").count("số liệu minh họa") == 2  # in the key and in the row
    assert "Ghi chú" not in texts(shown)
    assert "Số liệu minh họa" not in texts(shown)
    assert {"Ghi chú", "Chậm vì hợp nhất"} <= set(texts(milestones_card([made_up, noted], VI)))


def test_the_formula_is_read_out_by_the_names_of_its_measures():
    measures = [
        Measure("a", "Số đã tập huấn", "Trained", "người", "stock", "numerator"),
        Measure("b", "Tổng số", "All", "người", "stock", "denominator"),
    ]
    shown = texts(definition_card(measures, chosen()))
    above, by, below = (shown.index(part) for part in ("Số đã tập huấn", " chia cho ", "Tổng số"))
    assert above < by < below
    assert "× 100" in shown


@pytest.mark.parametrize(
    ("review", "text"),
    [
        (Review("Nhóm A"), "Chưa ai kiểm tra định nghĩa này."),
        (
            Review("Nhóm A", "Bà B", date(2026, 5, 1), date(2027, 5, 1)),
            "Người kiểm tra: Bà B, ngày 01/05/2026.",
        ),
    ],
)
def test_who_checked_is_said_plainly(review, text):
    assert text in "".join(texts(definition_card([], chosen(review=review))))


def test_what_is_disputed_has_its_own_box():
    assert (
        said(disputed_card(replace(INDICATOR, disputed_vi="Chưa rõ"), VI)) == "Điểm chưa thống nhất Chưa rõ"
    )
    assert disputed_card(INDICATOR, VI) == []


TARGET = Target(date(2030, 12, 31), 80, ">=", "Điều 1")


@pytest.mark.parametrize("state", STATES)
def test_every_state_of_a_target_has_its_words(state):
    life = TargetLife(TARGET, state, date(2026, 7, 1), "Quyết định 99")
    shown = said(targets_card([life], (), chosen()))
    assert "≥ 80%" in shown
    assert "Điều 1" in shown
    assert ("01/07/2026" in shown) == ("{day}" in STATES[state])
    assert ("Quyết định 99" in shown) == (state in ("superseded", "deadline_amended"))


def test_targets_of_named_provinces_and_their_own_are_told_apart():
    own = replace(KNOWN, own_target=True, target=90, target_basis="Kế hoạch 5")
    only = replace(TARGET, provinces=("08",))
    shown = said(targets_card([TargetLife(only, "in_force", None, "")], (own, KNOWN), chosen()))
    for part in ("chỉ áp dụng ở Tuyên Quang", "Chỉ tiêu riêng của tỉnh, thành phố", "90%", "Kế hoạch 5"):
        assert part in shown
    assert "Chưa tỉnh nào đặt chỉ tiêu riêng" in said(
        targets_card([TargetLife(TARGET, "in_force", None, "")], (KNOWN,), chosen())
    )
    assert "Không văn bản nào" in said(targets_card([], (), chosen("?i=X01")))


def test_a_part_that_outweighs_the_others_is_named():
    sizes = {"S01": 100.0, "S01a": 2.0, "S01b": 3.0, "S01c": 95.0}
    values = [replace(NATIONAL, indicator=code, denominator=size) for code, size in sizes.items()]
    shown = parts_card(FIGURE, values, CATALOGUE, chosen("?i=S01&area=08"))
    assert "Thành phần S01c chiếm 95% mẫu số" in said(shown)
    assert "/chi-tieu?i=S01a&area=08" in attributes(shown, "href")
    even = [replace(value, denominator=5.0) for value in values]
    assert "đọc cùng nhau" in said(parts_card(FIGURE, even, CATALOGUE, chosen("?i=S01")))


def test_a_part_leads_to_its_whole_and_its_fellows():
    links = attributes(whole_note(CATALOGUE["S01a"], CATALOGUE, chosen("?i=S01a")), "href")
    assert links == ["/chi-tieu?i=S01", "/chi-tieu?i=S01b", "/chi-tieu?i=S01c"]
    assert whole_note(CATALOGUE["S02"], CATALOGUE, chosen()) == []
