"""What is said of one indicator in one area, sentence by sentence, in both languages."""

from dataclasses import replace
from datetime import date

import pytest

from charts.statuses import STATUSES
from exports.narrative import (
    baseline,
    capital,
    change,
    firmness,
    firmness_of_many,
    level,
    needed,
    sentence,
    short_change,
    verdict,
    when,
)
from tests.unit.charts.examples import EN, INDICATOR, KNOWN, MISSING, VI

MINIMUM = 30
ENDED = replace(
    INDICATOR, ended_because_vi="Cấp huyện đã kết thúc hoạt động.", ended_because_en="Districts have ended."
)
SCORE = replace(INDICATOR, kind="score", unit="điểm", scale=(0, 1), targets=())
COUNT = replace(INDICATOR, kind="count", unit="mục", targets=())
SURVEY = replace(INDICATOR, survey=True)
FALLING = replace(INDICATOR, direction="down")
JUDGED = replace(KNOWN, pace=0.72, required_per_year=4.3, judged_value=61.7, judged_on=date(2026, 9, 30))
COUNTRY = replace(KNOWN, area_code="VN", area_name="Cả nước", area_name_en="Viet Nam")


def before(value=53.6, **changes):
    return replace(KNOWN, value=value, period="2025-Q3", **changes)


@pytest.mark.parametrize(
    ("period", "flow", "vi", "en"),
    [
        ("2026-Q3", False, "đến hết quý III/2026", "by the end of Q3 2026"),
        ("2026-Q3", True, "trong quý III/2026", "in Q3 2026"),
        ("2026-10", False, "đến hết tháng 10/2026", "by the end of October 2026"),
        ("2026", False, "đến hết năm 2026", "by the end of 2026"),
        ("2026-H1", False, "đến hết 6 tháng đầu năm 2026", "by the end of the first half of 2026"),
        ("2026-H2", True, "trong 6 tháng cuối năm 2026", "in the second half of 2026"),
        ("2026-9M", False, "đến hết 9 tháng đầu năm 2026", "by the end of the first nine months of 2026"),
    ],
)
def test_a_stock_is_told_at_the_end_of_its_period_and_a_flow_within_it(period, flow, vi, en):
    assert when(period, VI, flow=flow) == vi
    assert when(period, EN, flow=flow) == en


@pytest.mark.parametrize(
    ("value", "indicator", "vi", "en"),
    [
        (
            KNOWN,
            INDICATOR,
            "đến hết quý III/2026, Tuyên Quang đạt 61,7% (1.234/2.000)",
            "by the end of Q3 2026, Tuyen Quang reached 61.7% (1,234/2,000)",
        ),
        (
            COUNTRY,
            INDICATOR,
            "đến hết quý III/2026, cả nước đạt 61,7% (1.234/2.000)",
            "by the end of Q3 2026, the whole country reached 61.7% (1,234/2,000)",
        ),
        (
            replace(KNOWN, provisional=True, coverage=0.62),
            INDICATOR,
            "đến hết quý III/2026, Tuyên Quang đạt 61,7% (1.234/2.000; tạm tính, độ phủ 62%)",
            "by the end of Q3 2026, Tuyen Quang reached 61.7% (1,234/2,000; provisional, coverage 62%)",
        ),
        (
            replace(KNOWN, preliminary=True, illustrative=True, stale=True),
            INDICATOR,
            "đến hết quý III/2026, Tuyên Quang đạt 61,7% "
            "(1.234/2.000; số sơ bộ; số liệu đã cũ; số liệu minh họa)",
            "by the end of Q3 2026, Tuyen Quang reached 61.7% "
            "(1,234/2,000; preliminary; out of date; illustrative data)",
        ),
        (
            MISSING,
            INDICATOR,
            "đến hết quý III/2026, Tuyên Quang chưa có số liệu",
            "by the end of Q3 2026, Tuyen Quang had no data",
        ),
        (
            replace(MISSING, suppressed=True, status="suppressed"),
            INDICATOR,
            "đến hết quý III/2026, số liệu của Tuyên Quang được ẩn để bảo vệ thông tin cá nhân",
            "by the end of Q3 2026, the number of Tuyen Quang is hidden to protect privacy",
        ),
        (
            replace(MISSING, unknown="split", boundaries="63"),
            INDICATOR,
            "đến hết quý III/2026, Tuyên Quang không xác định được theo 63 tỉnh: "
            "tỉnh cũ được chia về nhiều tỉnh mới",
            None,
        ),
        (
            replace(MISSING, status="not_applicable"),
            ENDED,
            "không áp dụng (cấp huyện đã kết thúc hoạt động)",
            "not applicable (districts have ended)",
        ),
        (replace(MISSING, status="not_applicable"), INDICATOR, "không áp dụng", "not applicable"),
        (
            replace(KNOWN, value=0.7123, numerator=None, denominator=None),
            SCORE,
            "đến hết quý III/2026, Tuyên Quang là 0,712 điểm",
            "by the end of Q3 2026, Tuyen Quang stood at 0.712 points",
        ),
        (
            replace(KNOWN, value=1.0, numerator=None, denominator=None),
            COUNT,
            "đến hết quý III/2026, Tuyên Quang có 1 mục",
            "by the end of Q3 2026, Tuyen Quang had 1 item",
        ),
        (
            replace(KNOWN, value=1234.0, numerator=None, denominator=None),
            COUNT,
            "đến hết quý III/2026, Tuyên Quang có 1.234 mục",
            "by the end of Q3 2026, Tuyen Quang had 1,234 items",
        ),
        (
            replace(KNOWN, value=0.0, numerator=0),
            INDICATOR,
            "đến hết quý III/2026, Tuyên Quang đạt 0,0% (0/2.000)",
            "by the end of Q3 2026, Tuyen Quang reached 0.0% (0/2,000)",
        ),
    ],
)
def test_the_level(value, indicator, vi, en):
    assert level(value, indicator, VI) == vi
    if en is not None:
        assert level(value, indicator, EN) == en


def test_a_survey_tells_its_interval():
    said = firmness(replace(KNOWN, numerator=60, denominator=100), SURVEY, VI)
    assert len(said) == 1
    assert said[0].startswith("khoảng tin cậy 95%: ")


@pytest.mark.parametrize(
    ("then", "now", "indicator", "vi", "en"),
    [
        (
            before(),
            KNOWN,
            INDICATOR,
            "tăng 8,1 điểm\u00a0% so với cùng kỳ năm trước",
            "up 8.1 pp on the same period a year before",
        ),
        (
            before(64.0),
            KNOWN,
            INDICATOR,
            "giảm 2,3 điểm\u00a0% so với cùng kỳ năm trước",
            "down 2.3 pp on the same period a year before",
        ),
        (
            before(61.66),
            KNOWN,
            INDICATOR,
            "không đổi so với cùng kỳ năm trước",
            "unchanged on the same period a year before",
        ),
        (
            None,
            KNOWN,
            INDICATOR,
            "chưa so được với cùng kỳ năm trước (kỳ trước chưa có số liệu)",
            "not comparable with a year before (no data in the earlier period)",
        ),
        (
            before(None, numerator=None, denominator=None),
            KNOWN,
            INDICATOR,
            "chưa so được với cùng kỳ năm trước (kỳ trước chưa có số liệu)",
            None,
        ),
        (
            before(provisional=True),
            KNOWN,
            INDICATOR,
            "chưa so được với cùng kỳ năm trước (kỳ trước là số tạm tính)",
            None,
        ),
        (
            before(),
            replace(KNOWN, provisional=True),
            INDICATOR,
            "chưa so được với cùng kỳ năm trước (tạm tính, chưa đủ địa bàn báo cáo)",
            None,
        ),
        (
            before(denominator=12),
            KNOWN,
            INDICATOR,
            "chưa so được với cùng kỳ năm trước (kỳ trước mẫu số dưới 30)",
            None,
        ),
        (
            before(),
            replace(KNOWN, denominator=29),
            INDICATOR,
            "chưa so được với cùng kỳ năm trước (mẫu số dưới 30)",
            "not comparable with a year before (denominator under 30)",
        ),
        (before(), MISSING, INDICATOR, "", ""),
        (before(), replace(KNOWN, suppressed=True), INDICATOR, "", ""),
        (before(), replace(KNOWN, status="not_applicable"), INDICATOR, "", ""),
        (
            before(100.0, numerator=None, denominator=None),
            replace(KNOWN, value=101.0, numerator=None, denominator=None),
            COUNT,
            "tăng 1 mục so với cùng kỳ năm trước",
            "up 1 item on the same period a year before",
        ),
        (
            before(interval=(49.0, 58.0)),
            replace(KNOWN, interval=(57.0, 66.0)),
            SURVEY,
            "chênh lệch so với cùng kỳ năm trước nằm trong sai số điều tra",
            "the difference from a year before lies within the error of the survey",
        ),
        (
            before(interval=(50.0, 55.0)),
            replace(KNOWN, interval=(57.0, 66.0)),
            SURVEY,
            "tăng 8,1 điểm\u00a0% so với cùng kỳ năm trước",
            None,
        ),
    ],
)
def test_the_change_of_a_year_and_what_is_no_change(then, now, indicator, vi, en):
    assert change(then, now, indicator, VI, MINIMUM) == vi
    if en is not None:
        assert change(then, now, indicator, EN, MINIMUM) == en


def test_the_countrys_small_denominators_are_all_there_are():
    national = replace(COUNTRY, numerator=7, denominator=8, value=87.5)
    earlier = replace(national, numerator=8, value=100.0, period="2025-Q3")
    assert (
        change(earlier, national, INDICATOR, VI, MINIMUM) == "giảm 12,5 điểm\u00a0% so với cùng kỳ năm trước"
    )


@pytest.mark.parametrize(
    ("then", "now", "vi"),
    [
        (before(), KNOWN, "+8,1 điểm\u00a0%"),
        (before(64.0), KNOWN, "-2,3 điểm\u00a0%"),
        (before(61.7), KNOWN, "không đổi"),
        (before(), MISSING, "–"),
        (None, KNOWN, "kỳ trước chưa có số liệu"),
        (before(interval=(49.0, 58.0)), replace(KNOWN, interval=(57.0, 66.0)), "trong sai số điều tra"),
    ],
)
def test_the_change_in_a_cell(then, now, vi):
    assert short_change(then, now, INDICATOR, VI, MINIMUM) == vi


@pytest.mark.parametrize(
    ("status", "vi", "en"),
    [
        ("achieved", "đã đạt chỉ tiêu 80% đề ra cho năm 2030", "the target of 80% for 2030 is met"),
        (
            "achieved_late",
            "không đạt chỉ tiêu 80% đúng hạn 31/12/2030, đạt sau hạn (61,7% ngày 30/09/2026)",
            "the target of 80% was not met by 31 Dec 2030, but later (61.7% on 30 Sep 2026)",
        ),
        (
            "missed",
            "không đạt chỉ tiêu 80%: đến hạn 31/12/2030 mới đạt 61,7%, còn thiếu 18,3 điểm\u00a0%",
            "the target of 80% was missed: 61.7% by the deadline of 31 Dec 2030, 18.3 pp short",
        ),
        (
            "awaiting",
            "đã hết hạn 31/12/2030 nhưng chưa có số liệu tại hạn để kết luận về chỉ tiêu 80%",
            None,
        ),
        (
            "slipped",
            "từng đạt chỉ tiêu 80% của năm 2030, nay không còn đạt, còn thiếu 18,3 điểm\u00a0%",
            "the target of 80% for 2030 was met before and no longer is, 18.3 pp short",
        ),
        (
            "no_baseline",
            "còn thiếu 18,3 điểm\u00a0% so với chỉ tiêu 80% của năm 2030; mới có một lần đo nên chưa đánh "
            "giá được tiến độ, bình quân mỗi năm cần tăng 4,3 điểm\u00a0%",
            "18.3 pp short of the target of 80% for 2030; with one observation only, progress can’t be "
            "judged yet; on average it has to rise by 4.3 pp a year",
        ),
        (
            "too_early",
            "còn thiếu 18,3 điểm\u00a0% so với chỉ tiêu 80% của năm 2030; còn quá sớm để đánh giá tiến độ",
            "18.3 pp short of the target of 80% for 2030; too early to judge progress",
        ),
        (
            "on_track",
            "đúng tiến độ, còn thiếu 18,3 điểm\u00a0% so với chỉ tiêu 80% của năm 2030",
            "on track, 18.3 pp short of the target of 80% for 2030",
        ),
        (
            "accelerate",
            "cần tăng tốc: nhịp độ mới bằng 72% mức cần có để đạt chỉ tiêu 80% vào năm 2030, "
            "còn thiếu 18,3 điểm\u00a0%, bình quân mỗi năm cần tăng 4,3 điểm\u00a0%",
            "must speed up: the pace is 72% of what the target of 80% by 2030 asks for, 18.3 pp short; "
            "on average it has to rise by 4.3 pp a year",
        ),
        (
            "behind",
            "chậm tiến độ: nhịp độ mới bằng 72% mức cần có để đạt chỉ tiêu 80% vào năm 2030, "
            "còn thiếu 18,3 điểm\u00a0%, bình quân mỗi năm cần tăng 4,3 điểm\u00a0%",
            "behind: the pace is 72% of what the target of 80% by 2030 asks for, 18.3 pp short; "
            "on average it has to rise by 4.3 pp a year",
        ),
        (
            "reversing",
            "thụt lùi so với mốc gốc 20,0%, còn thiếu 18,3 điểm\u00a0% so với chỉ tiêu 80% của năm 2030, "
            "bình quân mỗi năm cần tăng 4,3 điểm\u00a0%",
            "going backwards from the baseline of 20.0%, 18.3 pp short of the target of 80% for 2030; "
            "on average it has to rise by 4.3 pp a year",
        ),
        ("no_target", "", ""),
        ("not_applicable", "", ""),
        ("no_data", "", ""),
        ("suppressed", "", ""),
    ],
)
def test_how_a_value_stands_to_its_target(status, vi, en):
    value = replace(JUDGED, status=status, value=81.0 if status == "achieved" else JUDGED.value)
    assert verdict(value, INDICATOR, VI) == vi
    if en is not None:
        assert verdict(value, INDICATOR, EN) == en


def test_every_status_has_been_told_above():
    told = test_how_a_value_stands_to_its_target.pytestmark[0].args[1]
    assert {status for status, *_ in told} == set(STATUSES)


@pytest.mark.parametrize(
    ("status", "vi"),
    [
        ("missed", "không đạt chỉ tiêu 10%: đến hạn 31/12/2030 còn ở mức 61,7%, cao hơn 51,7 điểm\u00a0%"),
        (
            "behind",
            "chậm tiến độ: nhịp độ mới bằng 72% mức cần có để đạt chỉ tiêu 10% vào năm 2030, "
            "cao hơn 51,7 điểm\u00a0%, bình quân mỗi năm cần giảm 12,1 điểm\u00a0%",
        ),
        ("on_track", "đúng tiến độ, cao hơn chỉ tiêu 10% của năm 2030 là 51,7 điểm\u00a0%"),
        ("slipped", "từng đạt chỉ tiêu 10% của năm 2030, nay không còn đạt, cao hơn 51,7 điểm\u00a0%"),
    ],
)
def test_where_less_is_better_nothing_is_missing(status, vi):
    value = replace(JUDGED, status=status, target=10, gap=-51.7, required_per_year=-12.1)
    assert verdict(value, FALLING, VI) == vi


def test_a_target_met_at_its_deadline_and_lost_since_says_both():
    value = replace(JUDGED, status="achieved", target=60, value=58.0, judged_value=60.4)
    assert verdict(value, INDICATOR, VI) == (
        "đã đạt chỉ tiêu 60% đề ra cho năm 2030 (khi hết hạn 31/12/2030 đạt 60,4%)"
    )


def test_nothing_is_judged_of_a_value_that_is_not_there():
    nothing = replace(MISSING, status="on_track", judged_value=None, judged_on=None)
    assert verdict(nothing, INDICATOR, VI) == ""
    assert verdict(replace(JUDGED, status="on_track", suppressed=True), INDICATOR, VI) == ""
    assert verdict(replace(JUDGED, target=None), INDICATOR, VI) == ""


def test_a_status_that_rests_on_an_earlier_value_says_so():
    value = replace(JUDGED, status="on_track", value=None, judged_on=date(2026, 8, 31))
    assert verdict(value, INDICATOR, VI) == (
        "trạng thái “Đúng tiến độ” là theo số liệu đến 31/08/2026 (61,7%)"
    )
    assert verdict(value, INDICATOR, EN) == (
        "the status “On track” rests on the data up to 31 Aug 2026 (61.7%)"
    )
    assert baseline(replace(value, baseline_provisional=True), INDICATOR, VI) == ""


def test_a_deadline_passed_is_judged_even_where_the_period_has_no_value():
    said = verdict(replace(JUDGED, status="missed", value=None), INDICATOR, VI)
    assert said == "không đạt chỉ tiêu 80%: đến hạn 31/12/2030 mới đạt 61,7%, còn thiếu 18,3 điểm\u00a0%"


def test_a_target_that_asks_for_no_progress_yet_has_no_pace_to_tell():
    assert "nhịp độ" not in verdict(replace(JUDGED, status="on_track", pace=None), INDICATOR, VI)
    assert "None" not in verdict(replace(JUDGED, status="reversing", pace=None), INDICATOR, VI)


def test_what_is_needed_each_year():
    assert needed(JUDGED, INDICATOR, VI) == "tăng 4,3 điểm\u00a0%"
    assert needed(replace(JUDGED, required_per_year=-4.3), INDICATOR, EN) == "to fall by 4.3 pp"


def test_a_provisional_baseline_is_told_and_a_planned_one_is_not():
    value = replace(JUDGED, baseline_provisional=True)
    assert baseline(value, INDICATOR, VI) == "tiến độ tính từ mốc gốc tạm 20,0% ngày 31/12/2024"
    assert baseline(value, INDICATOR, EN) == (
        "progress is measured from the provisional baseline of 20.0% on 31 Dec 2024"
    )
    assert baseline(JUDGED, INDICATOR, VI) == ""
    assert baseline(replace(value, suppressed=True), INDICATOR, VI) == ""


def test_what_a_comparison_rests_on():
    some = [KNOWN, replace(KNOWN, preliminary=True), replace(KNOWN, illustrative=True)]
    assert firmness_of_many(some, VI) == "có số sơ bộ, số liệu minh họa"
    assert firmness_of_many([KNOWN], VI) == ""
    assert firmness_of_many([replace(MISSING, illustrative=True)], VI) == ""


def test_clauses_make_one_sentence_and_none_makes_none():
    assert sentence("S02", ["một", "", "hai."]) == "S02: một; hai."
    assert sentence("S02", ["", ""]) == ""
    assert capital("đến hết") == "Đến hết"


@pytest.mark.parametrize("lang", [VI, EN], ids=["vi", "en"])
@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("value", [JUDGED, replace(MISSING, judged_value=None, judged_on=None)])
def test_no_status_leaves_a_hole_in_its_sentence(status, value, lang):
    found = replace(value, status=status)
    said = sentence(
        "S02",
        [level(found, INDICATOR, lang), verdict(found, INDICATOR, lang), baseline(found, INDICATOR, lang)],
    )
    assert "{" not in said
    assert "None" not in said
    assert "  " not in said
    assert said.endswith(".")
