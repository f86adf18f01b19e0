"""Tables on slides: as many rows as fit, the header repeated on the next slide, no row cut off."""

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.shapetree import SlideShapes
from pptx.table import _Cell
from pptx.util import Emu, Pt

from exports.printed import heading, said, widths
from exports.report import Table
from exports.slides_words import LINE, POINT, Box, described, lines, text_width
from language import Language

SIZES = ((4, 13), (6, 12), (99, 10))  # so many columns at most have letters of that size
LEAST = 10  # points
PAD_X, PAD_Y = 6, 2  # points inside a cell, at each side
HEAD_LINES = 2  # of a heading that is longer than its cells
LETTER = 0.52  # a mean letter, of its size
PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's table style without lines and fills
BESIDE = 420_000  # EMU between two halves


@dataclass(frozen=True, slots=True)
class Sheet:
    """What of a table stands on one slide: columns beside each other, each with the numbers of its rows."""

    table: Table
    halves: tuple[tuple[int, ...], ...]
    size: float
    split: bool = False


def sheets(table: Table, box: Box, lang: Language) -> list[Sheet]:
    """The slides that a table takes in such a box: the letters as small as saves a slide, none too small.

    A long table that is narrow stands in two halves.
    """
    most = letters(table)
    tried = [_sheets(table, box, size, lang) for size in range(most, min(most, LEAST) - 1, -1)]
    return min(tried, key=len)


def _sheets(table: Table, box: Box, size: float, lang: Language) -> list[Sheet]:
    rows = tuple(range(len(table.rows)))
    pages = _pages(table, rows, box.w, box.h, size, lang)
    half = (box.w - BESIDE) // 2
    if len(pages) > 1 and _narrow(table, lang, size, half):
        pages = _even(table, _pages(table, rows, half, box.h, size, lang), half, box.h, size, lang)
        return [Sheet(table, tuple(pages[at : at + 2]), size, True) for at in range(0, len(pages), 2)]
    return [Sheet(table, (page,), size) for page in _even(table, pages, box.w, box.h, size, lang)]


def add_sheet(shapes: SlideShapes, box: Box, sheet: Sheet, lang: Language) -> None:
    """Adds the part of a table to a slide."""
    table = sheet.table
    places = box.columns(2, BESIDE) if sheet.split else [box]
    for rows, place in zip(sheet.halves, places, strict=False):
        _add(shapes, place, table, rows, sheet.size, lang)


def table_height(table: Table, rows: Sequence[int], width: int, size: float, lang: Language) -> int:
    """How many EMU high these rows are under their header."""
    rooms = _rooms(table, width, size, lang)
    return round(
        (_head(table, rooms, size) + sum(_row(table, row, rooms, size, lang) for row in rows)) * POINT
    )


def letters(table: Table) -> int:
    """The size of a table's letters in points."""
    return next(size for most, size in SIZES if len(table.columns) <= most)


def _narrow(table: Table, lang: Language, size: float, width: int) -> bool:
    """Whether no cell of a row breaks in so narrow a table."""
    rooms = _rooms(table, width, size, lang)
    one = size * LINE + 2 * PAD_Y
    return all(_row(table, row, rooms, size, lang) <= one + 0.01 for row in range(len(table.rows)))


def _pages(
    table: Table, rows: Sequence[int], width: int, high: int, size: float, lang: Language
) -> list[tuple[int, ...]]:
    rooms = _rooms(table, width, size, lang)
    room = high / POINT - _head(table, rooms, size)
    pages: list[list[int]] = [[]]
    left = room
    for row in rows:
        tall = _row(table, row, rooms, size, lang)
        if pages[-1] and tall > left:
            pages.append([])
            left = room
        pages[-1].append(row)
        left -= tall
    return [tuple(page) for page in pages]


def _even(
    table: Table, pages: list[tuple[int, ...]], width: int, high: int, size: float, lang: Language
) -> list[tuple[int, ...]]:
    """The rows with about as many on each page, where that fits."""
    rows = [row for page in pages for row in page]
    each = -(-len(rows) // len(pages))
    even = [tuple(rows[at : at + each]) for at in range(0, len(rows), each)]
    return even if all(table_height(table, page, width, size, lang) <= high for page in even) else pages


def _rooms(table: Table, width: int, size: float, lang: Language) -> list[float]:
    """How many points of text there are in each column: what its cells take, where there is room for all."""
    inner = width / POINT - 2 * PAD_X * len(table.columns)
    wished = [
        max(
            [text_width(said(table, row, at, lang), size) for row in range(len(table.rows))]
            + [text_width(heading(column), size, bold=True) / HEAD_LINES]
            + [text_width(word, size, bold=True) for word in heading(column).split()]
        )
        for at, column in enumerate(table.columns)
    ]
    if sum(wished) <= inner:
        more = (inner - sum(wished)) / len(wished)
        return [each + more for each in wished]
    return [share * inner for share in widths(table, lang, inner / (size * LETTER))]


def _head(table: Table, rooms: Sequence[float], size: float) -> float:
    tall = [
        lines(heading(column), size, room, bold=True)
        for column, room in zip(table.columns, rooms, strict=True)
    ]
    return max(tall) * size * LINE + 2 * PAD_Y


def _row(table: Table, row: int, rooms: Sequence[float], size: float, lang: Language) -> float:
    tall = [lines(said(table, row, at, lang), size, room) for at, room in enumerate(rooms)]
    return max(tall) * size * LINE + 2 * PAD_Y


def _add(
    shapes: SlideShapes, box: Box, table: Table, rows: Sequence[int], size: float, lang: Language
) -> None:
    rooms = _rooms(table, box.w, size, lang)
    tall = table_height(table, rows, box.w, size, lang)
    left, top, width, _ = box.place
    frame = shapes.add_table(len(rows) + 1, len(table.columns), left, top, width, Emu(tall))
    described(frame, table.caption.title, table.caption.alt)
    grid = frame.table
    grid.horz_banding = False
    frame._element.find(".//{*}tableStyleId").text = PLAIN
    for at, room in enumerate(rooms):
        grid.columns[at].width = Emu(round((room + 2 * PAD_X) * POINT))
    grid.rows[0].height = Emu(round(_head(table, rooms, size) * POINT))
    for at, column in enumerate(table.columns):
        _write(grid.cell(0, at), heading(column), size, right=column.kind == "number", head=True)
    for place, row in enumerate(rows, start=1):
        grid.rows[place].height = Emu(round(_row(table, row, rooms, size, lang) * POINT))
        for at, column in enumerate(table.columns):
            missing = table.rows[row][at] is None
            text = said(table, row, at, lang)
            _write(grid.cell(place, at), text, size, right=column.kind == "number", soft=missing)


def _write(
    cell: _Cell, text: str, size: float, *, right: bool, head: bool = False, soft: bool = False
) -> None:
    cell.margin_left = cell.margin_right = Pt(PAD_X)
    cell.margin_top = cell.margin_bottom = Pt(PAD_Y)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if head else MSO_ANCHOR.TOP
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    if text:
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold, run.font.italic = Pt(size), head, soft
        plain = MSO_THEME_COLOR.TEXT_2 if soft else MSO_THEME_COLOR.TEXT_1
        run.font.color.theme_color = MSO_THEME_COLOR.ACCENT_1 if head else plain
    # An empty cell would be as high as letters of 18 points.
    paragraph._p.append(parse_xml(f'<a:endParaRPr {nsdecls("a")} sz="{round(size * 100)}"/>'))
    weight, shade = (19_050, "") if head else (6_350, '<a:lumMod val="20000"/><a:lumOff val="80000"/>')
    colour = "accent1" if head else "tx1"
    line = (
        f'<a:lnB {nsdecls("a")} w="{weight}"><a:solidFill><a:schemeClr val="{colour}">{shade}</a:schemeClr>'
        "</a:solidFill></a:lnB>"
    )
    cell._tc.get_or_add_tcPr().insert(0, parse_xml(line))
