"""The sentence made from the numbers."""

from dataclasses import replace
from datetime import date

import pytest

from charts.statuses import STATUSES
from layouts.headline import large
from layouts.reading import area_reading, reading
from tests.unit.charts.examples import EN, INDICATOR, KNOWN, MISSING, VI, table

JUDGED = replace(KNOWN, pace=0.72, judged_value=61.7, judged_on=date(2026, 9, 30))


def test_the_sentence_says_where_it_stands_what_is_missing_and_how_fast():
    assert area_reading(JUDGED, INDICATOR, VI) == (
        "Quý III/2026, Tuyên Quang đạt 61,7% (1.234/2.000), còn 18,3 điểm\u00a0% nữa mới tới chỉ tiêu 80% "
        "năm 2030; cần tăng tốc: mới đi được 72% quãng đường lẽ ra đã đi."
    )


def test_the_countrys_sentence_counts_the_provinces_that_do_well():
    one_good = table(p01=replace(JUDGED, status="on_track"), p04=MISSING)
    assert reading(one_good, INDICATOR, VI).endswith("; 1/33 tỉnh, thành phố đã đạt hoặc đúng tiến độ.")


def test_what_is_missing_is_said_and_never_a_zero():
    assert area_reading(MISSING, INDICATOR, VI) == "Quý III/2026, Tuyên Quang chưa có số liệu."


def test_a_provisional_value_says_what_it_rests_on():
    said = area_reading(replace(JUDGED, provisional=True, coverage=0.62), INDICATOR, VI)
    assert "đạt 61,7% (1.234/2.000; số tạm tính: mới có 62% địa bàn báo cáo), còn" in said


def test_a_number_without_a_target_is_not_said_to_be_reached():
    context = replace(INDICATOR, targets=())
    said = area_reading(replace(KNOWN, status="no_target", target=None, deadline=None), context, VI)
    assert said == "Quý III/2026, Tuyên Quang là 61,7% (1.234/2.000)."


def test_a_population_that_ended_says_why():
    ended = replace(INDICATOR, ended_because_vi="Cấp huyện đã kết thúc hoạt động.")
    said = area_reading(replace(MISSING, status="not_applicable"), ended, VI)
    assert said == "Quý III/2026: không áp dụng. Cấp huyện đã kết thúc hoạt động."


@pytest.mark.parametrize("lang", [VI, EN], ids=["vi", "en"])
@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(
    "value", [JUDGED, replace(MISSING, judged_value=None, judged_on=None)], ids=["known", "missing"]
)
def test_every_status_makes_one_whole_sentence(status, value, lang):
    said = area_reading(replace(value, status=status), INDICATOR, lang)
    assert said[0].isupper() or said[0].isdigit()
    assert "{" not in said
    assert "  " not in said
    assert "None" not in said


@pytest.mark.parametrize(
    ("said", "parts"),
    [("45,9%", ["45,9%"]), ("11.206 mục", ["11.206", " ", "mục"]), ("11/34 tỉnh", ["11/34", " ", "tỉnh"])],
)
def test_a_number_is_larger_than_its_unit(said, parts):
    shown = large(said).children
    assert [one if isinstance(one, str) else one.children for one in shown] == parts
