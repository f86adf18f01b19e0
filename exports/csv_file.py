"""Tables as CSV: UTF-8 with the mark by which spreadsheets know it, ISO days, decimal points."""

import csv
import io
from datetime import date

from exports.report import ROW_UNIT, Cell, Column, Table
from language import Language

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")  # a spreadsheet would take such a text for a formula
MARK = "\ufeff"


def csv_text(table: Table, lang: Language) -> str:
    """What the table is, a line each, an empty line, the names of the columns with their codes, the rows.

    Numbers are as they were computed, unrounded; an empty cell says why it is empty, as on the page.
    """
    caption = table.caption
    head = [caption.title, caption.subtitle, *caption.notes]
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerows([plain(line)] for line in head if line)
    writer.writerow([])
    writer.writerow([column_name(column) for column in table.columns])
    for number, row in enumerate(table.rows):
        writer.writerow([_cell(table, number, at, cell, lang) for at, cell in enumerate(row)])
    return MARK + written.getvalue()


def column_name(column: Column) -> str:
    """The name of a column, its unit where it has one, and its code: "Giá trị (%) [value]"."""
    unit = f" ({column.unit})" if column.unit not in ("", ROW_UNIT) else ""
    code = f" [{column.code}]" if column.code else ""
    return plain(f"{column.title}{unit}{code}")


def absent(table: Table, row: int, column: int, lang: Language) -> str:
    """What an empty cell says: why it is, or that nothing is known; never a zero."""
    return table.missing.get((row, column), lang.missing)


def plain(text: str) -> str:
    """The text, so that no spreadsheet computes it."""
    return f"'{text}" if text.startswith(RISKY) else text


def _cell(table: Table, row: int, column: int, cell: Cell, lang: Language) -> str | int | float:
    if cell is None:
        return plain(absent(table, row, column, lang))
    if isinstance(cell, date):
        return cell.isoformat()
    return plain(cell) if isinstance(cell, str) else cell
