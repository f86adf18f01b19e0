"""What printed pages say alike."""

from dataclasses import replace
from datetime import date

import pytest

from exports import printed
from exports.report import ROW_UNIT, Column, Table
from language import language
from tests.unit.exports.small_report import (
    caption,
    long_table,
    map_of_provinces,
    small_report,
    trend_chart,
)

VI, EN = language("vi"), language("en")
COLUMNS = (
    Column("Tên"),
    Column("Giá trị", "number", 1, "%"),
    Column("Ngày", "date"),
    Column("Số", "number", 0, ROW_UNIT),
)
TABLE = Table(
    "t",
    caption("t"),
    COLUMNS,
    (("Đắk Lắk", 0.0, date(2026, 9, 2), 1234.5), ("Huế", None, None, 61.66)),
    {(1, 1): "được ẩn"},
    (("người", 0), ("%", 1)),
)


def test_cells_are_written_as_the_pages_write_them():
    rows = [[printed.said(TABLE, row, at, VI) for at in range(4)] for row in range(2)]
    assert rows == [
        ["Đắk Lắk", "0,0", "02/09/2026", "1.235 người"],
        ["Huế", "được ẩn", "chưa có số liệu", "61,7%"],
    ]
    assert printed.said(TABLE, 0, 2, EN) == "2 Sep 2026"
    assert [printed.heading(column) for column in COLUMNS] == ["Tên", "Giá trị (%)", "Ngày", "Số"]


@pytest.mark.parametrize("room", [20, 78, 104])
def test_columns_share_the_whole_width(room):
    assert sum(printed.widths(long_table(), VI, room)) == pytest.approx(1)


def test_no_word_is_broken_while_there_is_room():
    table = long_table()
    room = 120.0
    for at, share in enumerate(printed.widths(table, VI, room)):
        words = [word for row in range(len(table.rows)) for word in printed.said(table, row, at, VI).split()]
        assert share * room > max(map(len, words))


def test_a_drawing_that_is_missing_stands_as_its_data():
    chart, provinces = trend_chart(), map_of_provinces()
    assert len(printed.instead(chart, VI).rows) == len(chart.plot.categories)
    assert printed.instead(chart, VI).rows[2][1] is None, "a gap stays a gap"
    assert len(printed.instead(provinces, VI).rows) == 34


def test_pages_are_marked_while_numbers_may_change():
    report = small_report()
    firm = replace(report, illustrative=False, preliminary=False)
    assert printed.watermark(report, VI) == "SỐ LIỆU MINH HỌA"
    assert printed.watermark(replace(report, illustrative=False), VI) == "DỰ THẢO"
    assert printed.watermark(replace(report, illustrative=False), EN) == "DRAFT"
    assert printed.watermark(firm, VI) == ""
    assert len(printed.state(report, VI)) == 3
    assert len(printed.state(firm, VI)) == 1
    assert "0123" in printed.state(replace(firm, edition="0123"), VI)[1]


def test_small_words():
    assert printed.small("Đến hết quý III") == "đến hết quý III"
    assert printed.small("UBND tỉnh") == "UBND tỉnh"
    assert printed.together("Quý III/2026, năm 2025") == "Quý\u00a0III/2026, năm\u00a02025"
    assert printed.sentences(["Số sơ bộ", "Hết."]) == "Số sơ bộ. Hết."
    assert [printed.roman(number) for number in (1, 4, 9, 14)] == ["I", "IV", "IX", "XIV"]
