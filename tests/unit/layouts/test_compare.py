"""The parts of the page So sánh: controls, three rankings, paths and the spine."""

from dataclasses import replace
from typing import Any, get_args

import pytest

from indicators.ranking import Reason, change_ranking, level_ranking, pace_ranking
from layouts.compare import area_options, compare_controls, page
from layouts.compare_paths import chosen_provinces, paths_card
from layouts.compare_ranking import rankings_card
from layouts.compare_spine import spine_card
from layouts.ranking import REASON_WORDS
from tests.unit.charts.examples import VI, series
from tests.unit.layouts.compare_examples import CATALOGUE, NAMES, S02, view
from tests.unit.layouts.look import attributes, texts

FIGURE: dict[str, Any] = {"data": [], "layout": {}}


def rankings(search="", unavailable=frozenset()):
    found = view(search)
    values = S02.table.values
    ranked = {
        "level": level_ranking(values, S02.indicator, 30),
        "change": change_ranking(values, {}, S02.indicator, 30),
        "pace": pace_ranking(values, 30),
    }
    return rankings_card(found, ranked, "2025-Q3", unavailable)


def test_the_page_has_one_heading_of_the_first_order():
    shown = page(CATALOGUE, VI)
    assert texts(shown)[0] == "So sánh các tỉnh, thành phố"


def test_provinces_are_found_without_diacritics_and_by_code():
    option = next(one for one in area_options(NAMES, VI) if one["value"] == "08")
    assert {"tuyên", "tuyen", "quang", "08"} <= set(option["search"].split())


def test_the_quarters_and_the_newest_can_be_chosen_and_an_asked_month_stays():
    assert attributes(compare_controls(view("?p=2026-05")), "value") == ["", "2026-Q3", "2026-Q2", "2026-05"]


def test_groups_need_a_province_to_be_the_group_of():
    assert len(attributes(compare_controls(view()), "disabled")) == 3
    buttons = attributes(compare_controls(view("?areas=08,04")), "data-choose")
    assert buttons == ["group=", "group=peers", "group=region", "group=08,04"]
    assert attributes(compare_controls(view("?areas=08,04")), "disabled") == []


def test_an_own_group_is_told_and_stays_while_others_are_chosen():
    said = texts(compare_controls(view("?areas=01&group=08,04", rows=("04", "08", "01"))))
    assert "Nhóm riêng: 3 tỉnh" in said


def test_each_ranking_says_why_it_alone_is_unfair():
    said = " ".join(texts(rankings()))
    assert said.count("chưa công bằng") == 3
    assert "Quý III/2025" in said


def test_who_has_no_rank_is_listed_with_the_reason():
    said = texts(rankings())
    assert "tạm tính, chưa đủ địa bàn báo cáo" in said
    assert "mẫu số dưới 30" in said
    assert "kỳ trước chưa có số liệu" in said


def test_every_reason_has_words():
    assert set(get_args(Reason)) == set(REASON_WORDS)


def test_a_span_that_the_periods_don_t_have_can_t_be_chosen():
    assert attributes(rankings(unavailable=frozenset({"quarter"})), "disabled") == [True]


def test_a_row_lays_its_province_beside_the_others():
    assert "areas=04,08&area=08" in attributes(rankings("?areas=04"), "data-choose")


def test_the_provinces_chosen_can_be_taken_out_one_by_one():
    chips = attributes(chosen_provinces(view("?areas=08,04")), "data-choose")
    assert chips == ["area=08", "areas=04&area=", "area=04", "areas=08", "areas=&area="]
    assert chosen_provinces(view()) == []


def test_the_small_pictures_tell_first_and_newest_to_those_who_can_t_see_them():
    lines = {code: replace(series(10, 20, 30), area_code=code) for code in ("08", "04", "VN")}
    shown = paths_card(view("?areas=08,04"), FIGURE, lines)
    assert attributes(shown, "alt") == ["Quý IV/2024: 10,0% – Quý II/2025: 30,0%"] * 2


def test_a_province_without_any_value_has_an_empty_picture_that_says_so():
    lines = {"08": replace(series(), area_code="08"), "VN": series(10, 20)}
    assert attributes(paths_card(view("?areas=08"), FIGURE, lines), "alt") == ["chưa có số liệu"]


def test_the_spine_has_a_row_for_each_measured_indicator_and_milestones_apart():
    said = texts(spine_card(view("?areas=08,04&area=04")))
    assert "Cao Bằng giữa 34 tỉnh, thành phố" in said
    assert "Mốc công việc" in said
    assert "Quá hạn" in said
    assert len(attributes(spine_card(view("?areas=08")), "src")) == 1


@pytest.mark.parametrize(("area", "rank"), [("08", "1"), ("01", "5")])
def test_the_spine_tells_the_rank_among_those_that_have_one(area, rank):
    said = texts(spine_card(view(f"?areas={area}")))
    assert said[said.index("/5") - 1] == rank


def test_who_has_no_rank_is_told_why_in_the_spine():
    assert "tạm tính, chưa đủ địa bàn báo cáo" in texts(spine_card(view("?areas=04")))
