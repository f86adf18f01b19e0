"""A report as plain records: what it says, in order, before it becomes slides, pages or sheets.

Every file is written from the same report, and a report is made from the same values and figures as the
screen, so a number is the same wherever it stands.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from charts.template import Figure
from language import Locale

Cell = str | int | float | date | None
# How the numbers of a column are written: `decimals` say how many digits, nothing says what is text.
ColumnKind = Literal["text", "number", "date"]
ROW_UNIT = "…"  # of a column whose unit each row says itself
PlotKind = Literal["line", "bar", "column"]


@dataclass(frozen=True, slots=True)
class Caption:
    """What every chart, map and table carries with it, in words of the report's language.

    `subtitle` tells the filters; `notes` the period, the source, the date of the data, the boundaries and,
    where true, that numbers are illustrative, preliminary or provisional. `alt` is what a reader is told who
    can't see it. `origins` say of each number where it comes from, a line each.
    """

    title: str
    subtitle: str
    notes: tuple[str, ...]
    alt: str
    illustrative: bool
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One series of a plot: a value for each category, None where none is known; `colour` is #rrggbb."""

    name: str
    values: tuple[float | None, ...]
    colour: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Plot:
    """The data of a chart, for programs that draw it themselves."""

    kind: PlotKind
    categories: tuple[str, ...]
    lines: tuple[Line, ...]
    unit: str
    decimals: int
    colours: tuple[str, ...] = ()  # of the bars one by one, where they differ


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: the figure that the screen shows, and its data. `key` is part of file names."""

    key: str
    caption: Caption
    figure: Figure
    plot: Plot


@dataclass(frozen=True, slots=True)
class MapArea:
    """An area of a map: its code, its name, the colour it is painted in and what is said of it."""

    code: str
    name: str
    colour: str
    said: str


@dataclass(frozen=True, slots=True)
class MapKey:
    """One entry of a map's legend: the colour, its words, how many areas have it."""

    colour: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Map:
    """A map of provinces: the figure that the screen shows, the colour of each area, the legend.

    `boundaries` ("34" or "63") are the shapes that it is drawn on.
    """

    key: str
    caption: Caption
    figure: Figure
    boundaries: str
    areas: tuple[MapArea, ...]
    legend: tuple[MapKey, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. Numbers stand in `unit` with `decimals` digits.

    `code` is the same in every language and edition, for programs that read the file.
    """

    title: str
    kind: ColumnKind = "text"
    decimals: int = 0
    unit: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of real numbers and dates; None is "not known", and never written as zero.

    `missing` says of empty cells, by (row, column), why they are: "được ẩn", "không áp dụng". Elsewhere the
    reader sees "chưa có số liệu". Where rows are of several indicators, `row_units` has the unit and the
    digits of each row, for its numbers in columns of the unit ROW_UNIT.
    """

    key: str
    caption: Caption
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    missing: dict[tuple[int, int], str] = field(default_factory=dict)
    row_units: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """Sentences that belong together; `style` tells a paragraph from a list."""

    sentences: tuple[str, ...]
    style: Literal["paragraph", "list"] = "paragraph"


Part = Text | Chart | Map | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report under a heading of its own; `annex` ones stand at the end."""

    key: str
    title: str
    parts: tuple[Part, ...]
    annex: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report: what it is of, from which state of the warehouse, and its sections in order.

    `scope` is "VN", a province's code or a group; `scope_name` its words. `load_id` and `data_date` (the day
    of that load) tell which numbers these are. `edition` is the number of a frozen one, else "". `data` are
    tables that a workbook has beside the sections, too long for slides and pages.
    """

    title: str
    subtitle: str
    agency: str
    locale: Locale
    scope: str
    scope_name: str
    period: str
    boundaries: str
    load_id: int | None
    data_date: date | None
    written_on: date
    illustrative: bool
    preliminary: bool
    sections: tuple[Section, ...]
    edition: str = ""
    checksum: str = ""
    link: str = ""
    data: tuple[Table, ...] = ()
