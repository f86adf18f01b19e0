"""The whole set in sentences: what moved, what needs attention, how firm it all is."""

from dataclasses import replace
from datetime import date

import pytest

from exports import narrative_set as told
from indicators.attention import Concern
from indicators.cards import Card
from indicators.model import Series
from indicators.province import Standing
from tests.unit.charts.examples import EN, INDICATOR, KNOWN, MISSING, VI

BODY = replace(INDICATOR, responsible_now="Bộ Dân tộc và Tôn giáo")
NOBODY = Series("S02", "VN", "", "", "34", "quarter", 7, ())


def moved(by, before, now):
    value = replace(KNOWN, value=now)
    return Standing(INDICATOR, value, value, replace(KNOWN, value=before, period="2025-Q3"), by, None, 0)


def test_the_headline_says_as_of_when():
    said = told.standing_of_set("8/29 chỉ tiêu đã đạt.", "2026-Q3", VI)
    assert said == "Đến hết quý III/2026, 8/29 chỉ tiêu đã đạt."


def test_what_improved_and_what_slipped_most():
    up, down = moved(8.1, 53.6, 61.7), moved(-3.0, 64.7, 61.7)
    assert told.improved([up, up], VI) == (
        "Tiến bộ nhiều nhất so với cùng kỳ năm trước: Trưởng thôn (S02) tăng 8,1 điểm\u00a0%, "
        "từ 53,6% lên 61,7%; Trưởng thôn (S02) tăng 8,1 điểm\u00a0%, từ 53,6% lên 61,7%."
    )
    assert told.slipped([down], EN) == (
        "Slipped most on a year before: Village heads (S02) down 3.0 pp, from 64.7% to 61.7%."
    )


def test_where_less_is_better_an_improvement_is_a_fall():
    assert "giảm 3,0 điểm\u00a0%, từ 64,7% xuống 61,7%" in told.improved([moved(-3.0, 64.7, 61.7)], VI)


def test_that_nothing_moved_is_said():
    assert told.improved([], VI) == (
        "So với cùng kỳ năm trước, trong các tỷ lệ so sánh được không có tỷ lệ nào tiến bộ."
    )
    assert told.slipped([], EN) == "Of the ratios that can be compared with a year before, none slipped."


def test_that_nothing_can_be_compared_is_said():
    assert told.nothing_moved(VI).startswith("Chưa có tỷ lệ nào so sánh được với cùng kỳ năm trước")


def test_a_target_judged_at_its_deadline_rests_on_no_earlier_period():
    frozen = replace(MISSING, status="missed", judged_on=date(2025, 12, 31))
    assert told.judged_earlier([(INDICATOR, frozen)], VI) == ""


def test_a_concern_says_why_and_whose_it_is():
    card = Card(BODY, replace(KNOWN, status="slipped"), NOBODY, None, None)
    assert told.concern(Concern(card, "slipped", 1.0), VI) == (
        "Trưởng thôn (S02): từng đạt chỉ tiêu 80%, nay là 61,7%. Phụ trách: Bộ Dân tộc và Tôn giáo."
    )


def pairs(*values):
    return [(replace(INDICATOR, code=f"S{at:02}"), value) for at, value in enumerate(values)]


@pytest.mark.parametrize(
    ("say", "mark", "one_vi", "one_en", "two_en"),
    [
        (
            told.preliminary,
            {"preliminary": True},
            "1 chỉ số dùng số sơ bộ, còn có thể thay đổi: Trưởng thôn (S00).",
            "1 indicator rests on preliminary numbers, which may change: Village heads (S00).",
            "2 indicators rest on preliminary numbers, which may change: "
            "Village heads (S00); Village heads (S01).",
        ),
        (
            told.provisional,
            {"provisional": True},
            "1 chỉ số là số tạm tính vì chưa đủ địa bàn báo cáo: Trưởng thôn (S00).",
            "1 indicator is provisional, as too few areas reported: Village heads (S00).",
            "2 indicators are provisional, as too few areas reported: "
            "Village heads (S00); Village heads (S01).",
        ),
        (
            told.stale,
            {"stale": True},
            "1 chỉ số chỉ có số liệu đã cũ: Trưởng thôn (S00).",
            "1 indicator has old data only: Village heads (S00).",
            "2 indicators have old data only: Village heads (S00); Village heads (S01).",
        ),
        (
            told.missing,
            {"value": None, "status": "no_data"},
            "1 chỉ số chưa có số liệu của kỳ này: Trưởng thôn (S00).",
            "1 indicator has no data for this period: Village heads (S00).",
            "2 indicators have no data for this period: Village heads (S00); Village heads (S01).",
        ),
        (
            told.judged_earlier,
            {"value": None, "status": "behind", "judged_on": date(2026, 8, 31)},
            "Trạng thái của 1 chỉ tiêu dựa trên số liệu của kỳ trước: Trưởng thôn (S00).",
            "The status of 1 target rests on an earlier period: Village heads (S00).",
            "The statuses of 2 targets rest on earlier periods: Village heads (S00); Village heads (S01).",
        ),
        (
            told.hidden,
            {"suppressed": True, "value": None},
            "1 chỉ số được ẩn để bảo vệ thông tin cá nhân: Trưởng thôn (S00).",
            "1 indicator is hidden to protect privacy: Village heads (S00).",
            "2 indicators are hidden to protect privacy: Village heads (S00); Village heads (S01).",
        ),
        (
            told.ended,
            {"status": "not_applicable", "value": None},
            "1 chỉ số không còn áp dụng, không tính vào số nào: Trưởng thôn (S00).",
            "1 indicator does not apply any more and is in no count: Village heads (S00).",
            "2 indicators do not apply any more and are in no count: "
            "Village heads (S00); Village heads (S01).",
        ),
    ],
)
def test_how_firm_the_numbers_are(say, mark, one_vi, one_en, two_en):
    weak = replace(KNOWN, **mark)
    assert say(pairs(weak, KNOWN), VI) == one_vi
    assert say(pairs(weak, KNOWN), EN) == one_en
    assert say(pairs(weak, weak), EN) == two_en
    assert say(pairs(KNOWN), VI) == ""


def test_of_many_only_the_codes_are_told():
    assert (
        told.missing(pairs(*[MISSING] * 4), VI) == "4 chỉ số chưa có số liệu của kỳ này: S00, S01, S02, S03."
    )


def test_what_does_not_apply_or_is_hidden_is_not_missing():
    others = (
        replace(MISSING, status="not_applicable"),
        replace(MISSING, suppressed=True),
        replace(MISSING, unknown="split"),
    )
    assert told.missing(pairs(*others), VI) == ""


def test_made_up_numbers_come_with_a_warning():
    values = [KNOWN, replace(KNOWN, illustrative=True), replace(MISSING, illustrative=True)]
    assert told.made_up(values, VI) == (
        "Số liệu minh họa, không dùng để báo cáo: 1 chỉ số (trên 2 chỉ số có số liệu)."
    )
    assert told.made_up(values[1:2] * 2, EN) == (
        "Illustrative numbers, not to be reported: 2 indicators (of 2 with data)."
    )
    assert told.made_up([KNOWN], VI) == ""
    assert told.made_up_values(values, VI) == (
        "Số liệu minh họa, không dùng để báo cáo: 1 giá trị (trên 2 giá trị)."
    )
    assert told.provisional_values([KNOWN, replace(KNOWN, preliminary=True)], EN) == (
        "1 value is provisional or preliminary."
    )


def test_provisional_baselines_are_counted():
    tentative = replace(KNOWN, baseline_provisional=True, baseline_date=date(2024, 12, 31))
    assert told.provisional_baselines([tentative, KNOWN], VI) == (
        "Tiến độ của 1 chỉ tiêu tính từ mốc gốc tạm (lần đo đầu tiên), vì kế hoạch không nêu mốc gốc."
    )
    assert told.provisional_baselines([replace(tentative, status="no_target")], VI) == ""
