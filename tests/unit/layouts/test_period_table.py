"""The table under a chart: of which units each value is made, and what is unknown."""

from dataclasses import replace

from indicators.composition import Composition
from layouts.period_table import period_fold
from tests.unit.charts.examples import EN, INDICATOR, KNOWN, VI, series
from tests.unit.layouts.look import attributes, texts

TWO = (("Hà Giang", "Ha Giang"), ("Tuyên Quang", "Tuyen Quang"))


def fold(*compositions, lang=VI, of=INDICATOR, former=()):
    path = series(*[None if made.how == "unknown" else 10.0 for made in compositions])
    points = [replace(one, composition=made) for one, made in zip(path.points, compositions, strict=True)]
    return period_fold(replace(path, points=tuple(points)), KNOWN, of, lang, former)


def test_where_all_is_the_area_s_own_report_no_column_says_so():
    assert "Hợp thành từ" not in texts(fold(Composition(), Composition()))


def test_every_value_says_what_it_is_made_of():
    said = texts(
        fold(
            Composition("summed", TWO),
            Composition("summed", TWO[:1], TWO[1:]),
            Composition("both", TWO),
            Composition("recovered"),
            Composition("unknown", reason="leads_nowhere"),
            Composition("own", reason="province_only"),
            Composition(),
        )
    )
    for text in (
        "Hợp thành từ",
        "gộp từ Hà Giang, Tuyên Quang",
        "gộp từ Hà Giang; thiếu Tuyên Quang",
        "Hà Giang, Tuyên Quang trước sáp nhập, sau đó tự báo cáo",
        "khôi phục từ các xã trên địa bàn cũ",
        "không xác định được theo 63 tỉnh: có xã hiện nay chưa truy được về tỉnh cũ nào",
        "không xác định được",
        "tự báo cáo",
    ):
        assert text in said
    assert VI.missing not in said  # nothing here is a missing report


def test_a_score_is_not_called_a_sum():
    assert "trung bình của Hà Giang, Tuyên Quang" in texts(
        fold(Composition("summed", TWO), of=replace(INDICATOR, kind="score"))
    )


def test_it_is_said_in_english_too():
    assert "summed from Ha Giang, Tuyen Quang" in texts(fold(Composition("summed", TWO), lang=EN))


def test_as_reported_the_rows_of_former_provinces_follow_under_their_names():
    old = replace(series(20.0, 24.0), area_code="02", area_name="Hà Giang")
    other = replace(series(30.0, 34.0), area_code="08", area_name="Tuyên Quang")
    shown = fold(Composition(), former=(old, other))
    said = texts(shown)
    named = [text for text in said if text.endswith("(cũ) báo cáo")]
    assert named == ["Hà Giang (cũ) báo cáo", "Tuyên Quang (cũ) báo cáo"] * 2
    assert "24,0%" in said
    assert "origin=S02:02:2025-Q1:63" in attributes(shown, "data-choose")
