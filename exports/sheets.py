"""What a sheet of a workbook is called, how wide its columns are, how its numbers are written; its data."""

from collections.abc import Sequence

from exports.csv_file import absent
from exports.report import ROW_UNIT, Chart, Column, Map, Table
from language import Language

LONGEST_NAME = 31  # letters of a sheet's name
NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
WIDEST, NARROWEST = 46, 9  # characters


def sheet_name(wanted: str, taken: Sequence[str]) -> str:
    """A name that a workbook accepts: 31 letters at most, none of []:*?/\\', and not there yet.

    >>> sheet_name("Tỷ lệ: xã/phường", []), sheet_name("bản đồ", ["Bản đồ"])
    ('Tỷ lệ xã phường', 'bản đồ 2')
    """
    clean = " ".join(wanted.translate(NOT_IN_NAMES).split()) or "Sheet"
    used = {name.lower() for name in taken} | {"history"}  # Excel keeps that one for itself
    number, name = 1, clean[:LONGEST_NAME].strip()
    while name.lower() in used:
        number += 1
        end = f" {number}"
        name = clean[: LONGEST_NAME - len(end)].strip() + end
    return name


def number_format(unit: str, decimals: int) -> str:
    """The format of numbers in a unit; the program that opens the file puts its own points and commas.

    >>> number_format("%", 1), number_format("người", 0)
    ('#,##0.0"%"', '#,##0')
    """
    digits = "#,##0" + ("." + "0" * decimals if decimals else "")
    return digits + ('"%"' if unit == "%" else "")


def chart_table(chart: Chart, lang: Language) -> Table:
    """The data of a chart: a row for each category, a column for each series."""
    plot = chart.plot
    columns = [
        Column("", code="category"),
        *(
            Column(line.name, "number", plot.decimals, plot.unit, f"series_{n}")
            for n, line in enumerate(plot.lines, 1)
        ),
    ]
    rows = tuple(
        (category, *(line.values[place] for line in plot.lines))
        for place, category in enumerate(plot.categories)
    )
    return Table(chart.key, chart.caption, tuple(columns), rows)


def map_table(drawn: Map, lang: Language) -> Table:
    """What a map says of each area."""
    columns = (
        Column(lang("Mã"), code="area_code"),
        Column(lang("Tỉnh, thành phố"), code="area_name"),
        Column(lang("Nội dung"), code="said"),
    )
    return Table(
        drawn.key, drawn.caption, columns, tuple((one.code, one.name, one.said) for one in drawn.areas)
    )


def named(columns: Sequence[Column]) -> int:
    """How many columns at the left say what a row is about: two at most."""
    return next((place for place, column in enumerate(columns[:2]) if column.kind != "text"), 2)


def heading_of(column: Column) -> str:
    return f"{column.title} ({column.unit})" if column.unit not in ("", ROW_UNIT) else column.title


def column_width(table: Table, at: int, lang: Language) -> float:
    """So wide that the longest cell fits, within reason: longer texts wrap."""
    longest = max((len(line) for line in heading_of(table.columns[at]).split()), default=0)
    for number, row in enumerate(table.rows):
        cell = row[at]
        if cell is None:
            said = absent(table, number, at, lang)
        elif isinstance(cell, float):
            said = f"{cell:,.2f}"
        else:
            said = str(cell)
        longest = max(longest, len(said))
    return min(max(longest + 3, NARROWEST), WIDEST)
