"""A report as an XLSX file: a sheet for each table, chart and map, their definitions, and where all is from.

Numbers are written as they are shown: 75,5 percent is 75.5 under the format 0.0"%", not 0.755, so that the
file, the screen, the API and the CSV hold the same number. They are unrounded; the format rounds.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from textwrap import wrap
from typing import IO, TYPE_CHECKING, Any

from exports.csv_file import absent
from exports.report import ROW_UNIT, Caption, Cell, Chart, Map, Report, Section, Table, Text
from exports.sheets import (
    WIDEST,
    chart_table,
    column_width,
    heading_of,
    map_table,
    named,
    number_format,
    sheet_name,
)
from language import Language, language

if TYPE_CHECKING:  # it is loaded with the first file that is asked for
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FONT = "Arial"  # on every machine that has a spreadsheet, with all Vietnamese letters
LANDSCAPE_FROM = 5  # columns
HEAD, GRID, WARNING, SOFT = "#e7ecf6", "#dde2e9", "#8f1d18", "#46536a"
SHORTEST_LINE = 60  # letters, where a table is narrower
WIDE = 110  # letters; a wider table keeps its names in sight, too
TOO_LONG = 32_767  # letters of a cell
A4 = 9


def write_xlsx(report: Report, file: IO[bytes] | Path) -> None:
    """Writes the workbook: contents where there are several sections, the sheets, annexes, provenance."""
    import xlsxwriter

    book = xlsxwriter.Workbook(
        file,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    lang = language(report.locale)
    book.set_properties({"title": report.title, "company": report.agency, "comments": report.subtitle})
    writer = _Sheets(book, report, lang)
    tables = [(section, part) for section in _ordered(report) for part in _tables(section, lang)]
    if len({section.key for section, _ in tables if not section.annex}) > 1:
        writer.contents(tables)
    for section, part in tables:
        writer.table(part, section)
    writer.provenance([part for _, part in tables])
    book.close()


def _ordered(report: Report) -> list[Section]:
    beside = [Section("data", "", report.data, annex=True)] if report.data else []
    return [*sorted(report.sections, key=lambda section: section.annex), *beside]


def _tables(section: Section, lang: Language) -> Iterator[Table]:
    """Everything of a section that has data, as tables."""
    for part in section.parts:
        if isinstance(part, Table):
            yield part
        elif isinstance(part, Chart):
            yield chart_table(part, lang)
        elif isinstance(part, Map):
            yield map_table(part, lang)


class _Sheets:
    """The workbook while it is written: its formats, and the sheets that it has so far."""

    def __init__(self, book: "Workbook", report: Report, lang: Language) -> None:
        self.book, self.report, self.lang = book, report, lang
        self.names: list[str] = []
        self.style = cache(self._style)

    def _style(self, **look: Any) -> "Format":
        return self.book.add_format({"font_name": FONT, "font_size": 10, "valign": "top", **look})

    def sheet(self, wanted: str, columns: int) -> "Worksheet":
        """A new sheet, set up for A4: as wide as the paper, the agency and the page at its foot."""
        name = sheet_name(wanted, self.names)
        self.names.append(name)
        sheet = self.book.add_worksheet(name)
        sheet.set_paper(A4)
        if columns >= LANDSCAPE_FROM:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
        agency = self.report.agency.replace("&", "&&")
        warned = self.illustrative() if self.report.illustrative else ""
        sheet.set_header(f"&L&8{agency}&R&8{warned}")
        sheet.set_footer(f"&L&8{self.known().replace('&', '&&')}&R&8{self.lang('Trang')} &P/&N")
        return sheet

    def illustrative(self) -> str:
        return self.lang("SỐ LIỆU MINH HỌA – không dùng để báo cáo")

    def known(self) -> str:
        """As of which load and day all numbers are."""
        report, lang = self.report, self.lang
        if report.load_id is None:
            return lang("Chưa có lần nạp nào được duyệt")
        return lang("Lần nạp số {load}, {day}", load=report.load_id, day=lang.date(report.data_date))

    def head(self, sheet: "Worksheet", caption: Caption, width: float) -> int:
        """Writes title, subtitle and, where true, that numbers are made up; the next free row."""
        row = self.lines(sheet, 0, caption.title, width * 0.75, bold=True, font_size=13)
        row = self.lines(sheet, row, caption.subtitle, width, font_color=SOFT)
        if caption.illustrative or self.report.illustrative:
            row = self.lines(sheet, row, self.illustrative(), width, bold=True, font_color=WARNING)
        return row

    def lines(self, sheet: "Worksheet", row: int, text: str, width: float, **look: Any) -> int:
        """Writes a text over as many rows as it needs to stay on the paper; the next free row."""
        for line in wrap(text, max(int(width), SHORTEST_LINE)):
            sheet.write_string(row, 0, line, self.style(**look))
            row += 1
        return row

    def table(self, table: Table, section: Section) -> None:
        """The sheet of a table: head, names of columns that stay in sight, rows, and the notes under them."""
        columns = table.columns
        sheet = self.sheet(table.caption.title, len(columns))
        widths = [column_width(table, place, self.lang) for place in range(len(columns))]
        at = self.head(sheet, table.caption, sum(widths))
        heading = self.style(
            bold=True, bg_color=HEAD, border=1, border_color=GRID, text_wrap=True, valign="vcenter"
        )
        for place, column in enumerate(columns):
            sheet.write_string(at, place, heading_of(column), heading)
            sheet.set_column(place, place, widths[place])
        for number, row in enumerate(table.rows):
            for place, cell in enumerate(row):
                self.cell(sheet, at + 1 + number, place, cell, table, number)
        sheet.freeze_panes(at + 1, named(columns) if sum(widths) > WIDE else 0)
        sheet.repeat_rows(at)
        if table.rows:
            sheet.autofilter(at, 0, at + len(table.rows), max(len(columns) - 1, 0))
        below = at + len(table.rows) + 2
        for note in table.caption.notes:
            below = self.lines(sheet, below, note, sum(widths), font_size=9, font_color=SOFT)

    def cell(self, sheet: "Worksheet", row: int, at: int, cell: Cell, table: Table, number: int) -> None:
        """One cell with its true type; what is not known is told in grey."""
        column = table.columns[at]
        lines = {"border": 1, "border_color": GRID}
        if cell is None:
            why = absent(table, number, at, self.lang)
            grey = self.style(
                font_color="#616d80",
                italic=True,
                align="right" if column.kind == "number" else "left",
                **lines,
            )
            sheet.write_string(row, at, why, grey) if why else sheet.write_blank(row, at, None, grey)
        elif isinstance(cell, bool):
            sheet.write_boolean(row, at, cell, self.style(**lines))
        elif isinstance(cell, int | float):
            unit, decimals = (
                table.row_units[number]
                if column.unit == ROW_UNIT and table.row_units
                else (column.unit, column.decimals)
            )
            sheet.write_number(row, at, cell, self.style(num_format=number_format(unit, decimals), **lines))
        elif isinstance(cell, date):
            days = "dd/mm/yyyy" if self.lang.code == "vi" else "d mmm yyyy"
            sheet.write_datetime(row, at, cell, self.style(num_format=days, align="left", **lines))
        else:
            wrapped = len(cell) > WIDEST
            sheet.write_string(row, at, cell[:TOO_LONG], self.style(text_wrap=wrapped, **lines))

    def contents(self, tables: Sequence[tuple[Section, Table]]) -> None:
        """The first sheet: what the report is, what it says, and a link to each sheet."""
        lang, report = self.lang, self.report
        sheet = self.sheet(lang("Nội dung"), 2)
        sheet.set_column(0, 0, 92)
        row = self.head(sheet, _caption(report), 92) + 1
        said = [part for section in report.sections for part in section.parts if isinstance(part, Text)]
        for sentence in (sentence for text in said for sentence in text.sentences):
            sheet.write_string(row, 0, sentence, self.style(text_wrap=True))
            row += 1
        row += 1
        names = list(self.names)
        for section, part in tables:
            names.append(sheet_name(part.caption.title, names))
            label = f"{section.title}: {part.caption.title}"[:250]
            look = self.style(font_color="#23407c", underline=1)
            sheet.write_url(row, 0, f"internal:'{names[-1]}'!A1", look, label)
            row += 1

    def provenance(self, tables: Sequence[Table]) -> None:
        """The last sheet: as of which load, boundaries, filters and day; then every column of every sheet."""
        lang = self.lang
        sheet = self.sheet(lang("Nguồn gốc số liệu"), 4)
        for place, width in enumerate((30, 62, 30, 14)):
            sheet.set_column(place, place, width)
        row = self.head(sheet, _caption(self.report), 92) + 1
        for name, said in self.facts():
            sheet.write_string(row, 0, name, self.style(bold=True))
            sheet.write_string(row, 1, said, self.style(text_wrap=True))
            row += 1
        row += 1
        for place, name in enumerate((lang("Trang tính"), lang("Cột"), lang("Mã cột"), lang("Đơn vị"))):
            sheet.write_string(row, place, name, self.style(bold=True, bg_color=HEAD))
        for table in tables:
            for column in table.columns:
                row += 1
                unit = lang("theo từng dòng") if column.unit == ROW_UNIT else column.unit
                for place, said in enumerate((table.caption.title, column.title, column.code, unit)):
                    sheet.write_string(row, place, said, self.style())
        origins = [line for table in tables for line in table.caption.origins]
        row += 2 if origins else 0
        for line in dict.fromkeys(origins):
            sheet.write_string(row, 0, line, self.style())
            row += 1

    def facts(self) -> list[tuple[str, str]]:
        """What the report is made of, by name; what doesn't apply is left out."""
        report, lang = self.report, self.lang
        notes = dict.fromkeys(
            note
            for section in report.sections
            for part in section.parts
            if not isinstance(part, Text)
            for note in part.caption.notes
        )
        named = [
            (lang("Phạm vi"), report.scope_name),
            (lang("Lọc và cách xem"), report.subtitle),
            (lang("Kỳ"), lang.period(report.period) if report.period else ""),
            (lang("Lần nạp"), "" if report.load_id is None else str(report.load_id)),
            (lang("Ngày của số liệu"), lang.date(report.data_date) if report.data_date else ""),
            (lang("Ngày lập tệp"), lang.date(report.written_on)),
            (lang("Bản chốt"), report.edition),
            (lang("Mã kiểm tra"), report.checksum),
            (lang("Đường dẫn"), report.link),
            (lang("Số liệu minh họa"), lang("có") if report.illustrative else lang("không")),
            (lang("Số liệu sơ bộ"), lang("có") if report.preliminary else lang("không")),
        ]
        return [(name, said) for name, said in named if said] + [(lang("Ghi chú"), note) for note in notes]


def _caption(report: Report) -> Caption:
    return Caption(report.title, report.subtitle, (), "", report.illustrative)
