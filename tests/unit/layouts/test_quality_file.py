"""The list as a file: its head, its rows, and what a spreadsheet must not compute."""

from dataclasses import replace

from layouts.quality_file import COLUMNS, file_name, file_rows
from tests.unit.charts.examples import EN, VI
from tests.unit.layouts.quality_examples import LATE, LOAD, WRONG

HEAD = 6  # what it is, the load, whether made up, how many, a blank line, the columns


def rows(*lines, illustrative=False, load=LOAD, lang=VI):
    return file_rows(lines, "Tuyên Quang", load, illustrative, lang)


def test_the_head_says_what_as_of_which_load_and_whether_made_up():
    told = ["".join(row) for row in rows(WRONG, illustrative=True)[:4]]
    assert told[0].endswith("Tuyên Quang")
    assert "31" in told[1]
    assert "14/11/2026" in told[1]
    assert "SỐ LIỆU MINH HỌA" in told[2]
    assert "Không có số minh họa" in rows(WRONG)[2]
    assert "Chưa có lần nạp nào được duyệt" in rows(WRONG, load=None)[1]


def test_a_line_has_a_cell_for_each_column_and_iso_days():
    late = rows(LATE)[HEAD]
    assert len(late) == len(COLUMNS) == len(rows(LATE)[HEAD - 1])
    assert late[8:12] == ["2026-09-30", "2026-10-15", "2026-10-20", ""]
    assert late[1] == "late_report"


def test_an_unknown_detail_stands_as_it_was_written():
    assert "số đếm -3" in rows(WRONG)[HEAD]
    assert "odd" in rows(replace(WRONG, detail="odd"))[HEAD]


def test_a_text_that_a_spreadsheet_would_compute_is_made_plain():
    for text in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"):
        assert f"'{text}" in rows(replace(WRONG, detail=text))[HEAD]
    assert "1=1" in rows(replace(WRONG, detail="1=1"))[HEAD]


def test_the_name_of_the_file_is_plain():
    assert file_name("Đắk Lắk", LOAD, VI) == "chat-luong-du-lieu-dak-lak-lan-nap-31.csv"
    assert file_name("Hà Nội / x", None, EN).isascii()
