"""What is said above the page."""

from dataclasses import replace

from charts.classes import classes, provisional
from layouts.choice import Problem
from layouts.legend import legend
from layouts.notices import banner, empty_note, is_empty, problem_notices, stamp
from layouts.wording import is_illustrative
from tests.unit.charts.examples import EN, INDICATOR, KNOWN, MISSING, VI, series, table
from tests.unit.layouts.look import one_line


def test_one_illustrative_number_is_enough_for_the_banner():
    real, path = table(), series(10, 20)
    assert not is_illustrative(real, path)
    assert is_illustrative(table(p96=replace(KNOWN, illustrative=True)), path)
    assert is_illustrative(real, series(10, 20, illustrative=True))
    assert banner(False, VI) is None
    assert "SỐ LIỆU MINH HỌA – không dùng để báo cáo" in one_line(banner(True, VI))


def test_the_stamp_names_the_newest_day_and_the_load():
    assert one_line(stamp(table(), VI)) == "Số liệu đến 30/09/2026 · lần nạp số 7"
    assert one_line(stamp(replace(table(), load_id=None), VI)) == "Chưa có lần nạp nào được duyệt"


def test_a_wrong_parameter_is_named_with_its_value_and_what_is_accepted():
    said = one_line(problem_notices([Problem("b", "62", ("34", "63"))], VI))
    for part in ("“b”", "ranh giới", "“62”", "34, 63"):
        assert part in said


def test_of_a_long_value_only_the_beginning_is_repeated():
    said = one_line(problem_notices([Problem("area", "z" * 5000, ("01", "02"))], VI))
    assert "z" * 20 in said
    assert len(said) < 300


def test_an_empty_map_offers_the_newest_period():
    assert "Quý II/2026" in one_line(empty_note("2026-Q3", "2026-Q2", VI))
    assert "chỉ số khác" in one_line(empty_note("2026-Q3", "2026-Q3", VI))
    assert "kỳ gần nhất" not in one_line(empty_note("2026-Q3", None, VI))


def test_a_map_is_empty_where_no_province_has_a_value_and_zero_is_one():
    nothing = table()
    nothing = replace(nothing, values=tuple(MISSING for _ in nothing.values))
    assert is_empty(nothing)
    assert not is_empty(replace(nothing, values=(*nothing.values, replace(KNOWN, value=0.0))))
    assert not is_empty(replace(nothing, national=replace(MISSING, status="not_applicable")))


def test_the_legend_shows_every_class_in_use_with_its_count():
    shown = table(p01=MISSING, p04=replace(KNOWN, provisional=True))
    found = classes(shown, INDICATOR, colouring="status", lang=EN, theme="light")
    said = one_line(legend(found, provisional(shown, EN, "light"), "status", EN))
    assert "33" in said
    assert "34" in said
    assert "Missed" not in said
