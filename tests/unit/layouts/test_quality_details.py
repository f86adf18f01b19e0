"""What is wrong, in the reader's language; and that no kind that the checks know is without a name."""

import re
from pathlib import Path

import pytest

from layouts.quality_details import control_total, detail_text
from layouts.quality_kinds import KINDS
from tests.unit.charts.examples import VI

DOMAIN = Path(__file__).parents[3] / "indicators"
CHECKS = ("soundness", "pair_faults", "quality", "reports", "task_reports", "milestones", "own_targets")
# A kind beside its wording: ("unknown_load", "the load log ..."), Fault("wrong_target", ...
KIND = re.compile(r'(?:return|Fault\(|Finding\(|append\(\(|extend\(\(|\(|=) ?"([a-z]+(?:_[a-z]+)+)", f?"')


@pytest.mark.parametrize(
    ("detail", "said"),
    [
        ("total 55555, sum of 75 of 75 parts 112886", "tổng 55.555, cộng 75/75 đơn vị dưới được 112.886"),
        ("S02: 400 of 13", "S02: tử số 400, mẫu số 13"),
        ("S01b: the denominator is zero", "S01b"),
        (
            "S02: 70 on 2026-09-30 of 60 on 2026-08-31",
            "S02: tử số 70 ngày 30/09/2026, mẫu số 60 ngày 31/08/2026",
        ),
        ("area_key 999999 is not in dim_area", "khóa địa bàn 999999"),
        ("the period ends before it starts: 2026-09-30 to 2026-09-01", "từ 30/09/2026 đến 01/09/2026"),
        ("completed_on lies after today: 2035-01-15", "ngày hoàn thành là 15/01/2035"),
        ("percent_complete is 140", "tỷ lệ hoàn thành là 140"),
        ("nothing is asked of a commune here", "cấp xã không phải báo cáo nội dung này"),
        ("value 'không rõ'", "ghi là “không rõ”"),
        ("a count of -3", "số đếm -3"),
        ("a count of -1.5e+06", "số đếm -1.500.000"),
        ("target of N02: no such indicator: N02", "chỉ tiêu của N02: không có chỉ số này"),
        ("the load is not yet approved", ""),
        ("reported as not available", ""),
        ("", None),
        ("Không nhận ra địa bàn", None),
    ],
)
def test_details_are_told_in_vietnamese_and_unknown_ones_are_left_as_they_are(detail, said):
    assert detail_text(detail, VI) == said


def test_a_day_that_is_none_stays_as_it_was_written():
    assert detail_text("the period ends after today: 2035-13-40", VI) == "kết thúc ngày 2035-13-40"


def test_a_total_is_read_out_of_its_detail():
    found = control_total("total 1.5e+06, sum of 3 of 5 parts 12.25")
    assert found is not None
    assert (found.total, found.sum, found.parts, found.parts_expected) == (1_500_000, 12.25, 3, 5)
    assert control_total("otherwise") is None


def test_every_kind_that_the_checks_know_has_a_name():
    texts = [(DOMAIN / f"{name}.py").read_text("utf-8") for name in CHECKS]
    written = {kind for text in texts for kind in KIND.findall(text)}
    assert {"numerator_exceeds_denominator", "duplicate_row", "period_reversed"} <= written
    assert written <= set(KINDS)
