"""What all printed pages say alike: cells in words, numbering, the data of a drawing as a table."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from exports.csv_file import absent
from exports.report import ROW_UNIT, Cell, Chart, Column, Map, Report, Section, Table
from language import Language

ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
# In letters: a longer cell asks for no more room; what stands between two columns; lines of a title.
WIDE, BETWEEN, LINES = 150, 2.5, 3
CAPITAL = 1.35  # of the width of a small letter


def heading(column: Column) -> str:
    """The title of a column with its unit, where all rows have the same one."""
    return f"{column.title} ({column.unit})" if column.unit not in ("", ROW_UNIT) else column.title


def said(table: Table, row: int, at: int, lang: Language) -> str:
    """A cell as it is read; one without a value says why, and is never a zero."""
    cell, column = table.rows[row][at], table.columns[at]
    if cell is None:
        return absent(table, row, at, lang)
    if isinstance(cell, date):
        return lang.date(cell)
    if isinstance(cell, str):
        return cell
    if column.unit == ROW_UNIT and table.row_units:
        unit, decimals = table.row_units[row]
        return lang.number(cell, decimals) + (unit if unit == "%" else f" {unit}" if unit else "")
    return lang.number(cell, column.decimals)


def widths(table: Table, lang: Language, room: float) -> list[float]:
    """The share of the width that each column gets, where `room` letters stand in a line of the page.

    No word is broken while there is room for all; what is left goes to the columns with long texts.
    """
    least, wished = [], []
    for at, column in enumerate(table.columns):
        cells = [said(table, row, at, lang) for row in range(len(table.rows))]
        title = heading(column)
        words = [1.1 * _length(word) for word in title.split()]  # they are bold
        words += [_length(word) for cell in cells for word in cell.split()]
        lengths = [len(cell) for cell in cells] or [0]
        usual = min(max(lengths), 1.3 * sum(lengths) / len(lengths), WIDE)
        least.append(max(words, default=0) + BETWEEN)
        wished.append(max(least[-1], usual + BETWEEN, len(title) / LINES + BETWEEN))
    left = max(0.0, room - sum(least))
    more = sum(wished) - sum(least) or 1
    wide = [low + left * (high - low) / more for low, high in zip(least, wished, strict=True)]
    return [each / sum(wide) for each in wide]


def _length(word: str) -> float:
    return sum(CAPITAL if letter.isupper() else 1 for letter in word)


def sentences(notes: Iterable[str]) -> str:
    """Notes one after the other, each with a full stop.

    >>> sentences(["Số sơ bộ", "Ranh giới: 34 tỉnh."])
    'Số sơ bộ. Ranh giới: 34 tỉnh.'
    """
    return " ".join(note if note.endswith((".", "!", "?")) else f"{note}." for note in notes)


def small(text: str) -> str:
    """The text as it stands within a sentence; what begins with an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def together(title: str) -> str:
    """The title with periods and quantities that no end of a line divides."""
    return re.sub(r"\b(Quý|Tháng|Năm|tháng|năm) (?=[IVX\d])", "\\1\u00a0", title)


def instead(part: Chart | Map, lang: Language) -> Table:
    """The data of a drawing as a table, for where it can't be drawn."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    if isinstance(part, Map):
        columns = (Column(lang("Tỉnh, thành phố")), Column(lang("Giá trị")))
        rows = tuple((area.name, area.said) for area in part.areas)
    else:
        plot = part.plot
        lines = (Column(line.name, "number", plot.decimals, plot.unit) for line in plot.lines)
        columns = (Column(""), *lines)
        rows = tuple(
            (category, *(line.values[place] for line in plot.lines))
            for place, category in enumerate(plot.categories)
        )
    return Table(part.key, part.caption, columns, rows)


def split(report: Report) -> tuple[Sequence[Section], Sequence[Section]]:
    """The sections of the body, and the annexes."""
    return (
        [section for section in report.sections if not section.annex],
        [section for section in report.sections if section.annex],
    )


def annex_title(section: Section, lang: Language) -> str:
    """The title of an annex without the word that stands before it anyway."""
    return section.title.removeprefix(f"{lang('Phụ lục')}: ")


def roman(number: int) -> str:
    """A number as sections and annexes are counted.

    >>> [roman(number) for number in (1, 4, 9, 14)]
    ['I', 'IV', 'IX', 'XIV']
    """
    written = ""
    for value, letters in ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def watermark(report: Report, lang: Language) -> str:
    """What is written across every page while a number may still change or is made up; else empty."""
    if report.illustrative:
        return lang("SỐ LIỆU MINH HỌA")
    return lang("DỰ THẢO") if report.preliminary else ""


def state(report: Report, lang: Language) -> list[str]:
    """As of which data a report was written, in sentences."""
    told = []
    if report.load_id is not None and report.data_date is not None:
        told.append(
            lang(
                "Báo cáo được lập theo lần nạp số {load} ngày {day} của kho dữ liệu.",
                load=report.load_id,
                day=lang.date(report.data_date),
            )
        )
    if report.edition:
        told.append(lang("Bản chốt số {edition}.", edition=report.edition))
    if report.illustrative:
        told.append(lang("Số liệu trong báo cáo này là số liệu minh họa, không dùng để báo cáo."))
    if report.preliminary:
        told.append(lang("Trong báo cáo có số liệu sơ bộ, còn có thể thay đổi."))
    return told
