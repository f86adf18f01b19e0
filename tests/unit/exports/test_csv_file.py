"""CSV: its mark, its head, real numbers, ISO days, reasons for empty cells, nothing that computes."""

import csv
from datetime import date

import pytest

from exports.cells import Absent, table
from exports.csv_file import MARK, column_name, csv_text
from exports.report import Caption, Column
from language import language

VI, EN = language("vi"), language("en")
CAPTION = Caption("Bản đồ", "Quý III/2026", ("SỐ LIỆU MINH HỌA", "Nguồn: kho"), "", True)
COLUMNS = (
    Column("Tỉnh", code="area_name"),
    Column("Giá trị", "number", 1, "%", "value"),
    Column("Hạn", "date", code="deadline"),
)


def lines(*rows, lang=VI):
    text = csv_text(table("map", CAPTION, COLUMNS, rows), lang)
    assert text.startswith(MARK)
    return list(csv.reader(text.removeprefix(MARK).splitlines()))


def test_the_head_says_what_it_is_then_the_names_with_their_codes():
    found = lines(("Huế", 1.0, date(2026, 9, 30)))
    assert [row[0] for row in found[:4]] == ["Bản đồ", "Quý III/2026", "SỐ LIỆU MINH HỌA", "Nguồn: kho"]
    assert found[4] == []
    assert found[5] == ["Tỉnh [area_name]", "Giá trị (%) [value]", "Hạn [deadline]"]


def test_numbers_are_unrounded_with_a_point_and_days_are_iso():
    assert lines(("Huế", 54.321, date(2026, 9, 2)))[6] == ["Huế", "54.321", "2026-09-02"]
    assert lines(("Huế", -0.5, None))[6][1] == "-0.5"  # a number is no formula


def test_an_empty_cell_says_why_and_is_never_a_zero():
    assert lines(("Huế", None, None))[6] == ["Huế", "chưa có số liệu", "chưa có số liệu"]
    assert lines(("Huế", Absent("được ẩn"), Absent()))[6] == ["Huế", "được ẩn", ""]
    assert "0" not in lines(("Huế", None, None), lang=EN)[6]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_a_text_that_a_spreadsheet_would_compute_is_made_plain(text):
    assert lines((text, 1, None))[6][0] == f"'{text}"
    assert column_name(Column(text)) == f"'{text}"


def test_a_text_with_an_equals_sign_within_stays():
    assert lines(("1=1", 1, None))[6][0] == "1=1"


def test_a_row_of_another_length_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="map"):
        table("map", CAPTION, COLUMNS, [("Huế",)])
