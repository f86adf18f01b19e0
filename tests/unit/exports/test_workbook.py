"""XLSX, read back by openpyxl: true types, formats, reasons, safe texts, names of sheets, print set-up."""

import io
from datetime import date, datetime

import openpyxl
import pytest

from exports.cells import Absent, table
from exports.report import ROW_UNIT, Caption, Column, Report, Section, Text
from exports.sheets import sheet_name
from exports.workbook import write_xlsx
from tests.unit.exports.small_report import small_report

CAPTION = Caption("Giá trị: xã/phường", "Quý III/2026", ("Nguồn: kho", "Ranh giới: 34 tỉnh"), "", True)
COLUMNS = (
    Column("Tỉnh", code="area_name"),
    Column("Giá trị", "number", 1, "%", "value"),
    Column("Hạn", "date", code="deadline"),
)


def report(*parts, illustrative=True, locale="vi"):
    sections = tuple(Section(f"s{number}", f"Mục {number}", (part,)) for number, part in enumerate(parts))
    return Report(
        title="Báo cáo",
        subtitle="Quý III/2026",
        agency="Bộ & Tôn giáo",
        locale=locale,
        scope="VN",
        scope_name="cả nước",
        period="2026-Q3",
        boundaries="34",
        load_id=32,
        data_date=date(2026, 11, 16),
        written_on=date(2026, 11, 25),
        illustrative=illustrative,
        preliminary=False,
        sections=sections,
        link="https://bang/ban-do?i=S02",
    )


def book(found):
    written = io.BytesIO()
    write_xlsx(found, written)
    return openpyxl.load_workbook(written)


def rows_table(*rows, caption=CAPTION, columns=COLUMNS, units=()):
    return table("map", caption, columns, rows, units)


def under(sheet):
    """The rows under the names of the columns."""
    rows = list(sheet.iter_rows())
    start = next(place for place, row in enumerate(rows) if row[0].value == "Tỉnh")
    return rows[start + 1 :]


def test_numbers_and_days_are_real_and_keep_their_scale():
    sheet = book(report(rows_table(("Huế", 75.5432, date(2026, 9, 30))))).worksheets[0]
    name, value, day = under(sheet)[0]
    assert (name.value, value.value, day.value) == ("Huế", 75.5432, datetime(2026, 9, 30))
    assert value.number_format == '#,##0.0"%"'
    assert day.is_date


def test_a_row_may_have_a_unit_of_its_own():
    columns = (COLUMNS[0], Column("Giá trị", "number", unit=ROW_UNIT, code="value"))
    found = rows_table(("A", 1.0), ("B", 2.0), columns=columns, units=(("%", 1), ("người", 0)))
    first, second = under(book(report(found)).worksheets[0])[:2]
    assert (first[1].number_format, second[1].number_format) == ('#,##0.0"%"', "#,##0")


def test_what_is_not_known_is_told_in_words():
    sheet = book(
        report(rows_table(("Huế", None, Absent()), ("Lào Cai", Absent("được ẩn"), None)))
    ).worksheets[0]
    first, second = under(sheet)[:2]
    assert [cell.value for cell in first] == ["Huế", "chưa có số liệu", None]
    assert second[1].value == "được ẩn"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "{=1}"])
def test_a_text_is_never_a_formula(text):
    cell = under(book(report(rows_table((text, 1, None)))).worksheets[0])[0][0]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.hyperlink is None


def test_the_head_stays_in_sight_can_be_filtered_and_is_printed_on_each_page():
    sheet = book(report(rows_table(("Huế", 1.0, None)))).worksheets[0]
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:C5"
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.page_setup.paperSize == 9
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0  # as many pages as it takes, one wide
    assert "&P" in sheet.oddFooter.right.text
    assert "Bộ && Tôn giáo" in sheet.oddHeader.left.text


def test_made_up_numbers_are_told_on_every_sheet_and_nowhere_else():
    def told(found):
        return [
            "MINH HỌA" in " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
            for sheet in found
        ]

    plain = Caption("Giá trị", "", ("Nguồn: kho",), "", False)
    assert all(told(book(report(rows_table(("A", 1.0, None)), rows_table(("B", 2.0, None))))))
    assert not any(told(book(report(rows_table(("A", 1.0, None), caption=plain), illustrative=False))))


def test_the_last_sheet_says_where_all_is_from():
    sheet = book(report(rows_table(("Huế", 1.0, None)))).worksheets[-1]
    said = {row[0].value: row[1].value for row in sheet.iter_rows() if row[0].value and row[1].value}
    assert said["Lần nạp"] == "32"
    assert said["Ngày của số liệu"] == "16/11/2026"
    assert said["Đường dẫn"] == "https://bang/ban-do?i=S02"
    assert ("value", "%") in [(row[2].value, row[3].value) for row in sheet.iter_rows()]


def test_several_tables_have_contents_that_lead_to_them():
    found = book(report(Text(("Một câu.",)), rows_table(("A", 1.0, None)), rows_table(("B", 2.0, None))))
    assert found.sheetnames == ["Nội dung", "Giá trị xã phường", "Giá trị xã phường 2", "Nguồn gốc số liệu"]
    said = [cell.value for cell in found.worksheets[0]["A"]]
    assert "Một câu." in said
    links = [cell.hyperlink.location for cell in found.worksheets[0]["A"] if cell.hyperlink]
    assert links == ["'Giá trị xã phường'!A1", "'Giá trị xã phường 2'!A1"]


def test_names_of_sheets_are_those_that_a_workbook_takes():
    long = "Tỷ lệ " * 20
    names: list[str] = []
    for wanted in (long, long, long.upper(), "", "'a'", "History", "x[1]:*?/\\"):
        names.append(sheet_name(wanted, names))
    assert all(0 < len(name) <= 31 for name in names)
    assert len({name.lower() for name in names}) == len(names)
    assert not any(set(name) & set("[]:*?/\\") for name in names)


def test_charts_and_maps_of_a_report_give_their_data():
    found = book(small_report())
    assert len(found.sheetnames) > 2
