"""Texts, tables and pictures on the pages of a document, with captions that Word counts."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from docx.document import Document as Docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Mm, Pt
from docx.table import _Row
from docx.text.paragraph import Paragraph

from exports.document_frame import add_field
from exports.document_styles import CAPTION, CELL, ITEM, NOTE, TABLE_ORDER, TEXT_WIDTH, put
from exports.images import on_page
from exports.printed import heading, instead, said, sentences, widths
from exports.report import Caption, Chart, Map, Part, Table, Text
from language import N_, Language

PIXEL = Mm(25.4) / 96
BESIDE = 70  # twentieths of a point between a cell's words and its line
SMALL = ((5, 12), (8, 11), (99, 9))  # so many columns at most have letters of that size
LINES = '<w:{name} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'


class Parts:
    """Writes parts one after the other and counts tables and pictures."""

    def __init__(self, document: Docx, images: Mapping[str, bytes], lang: Language, width: int = TEXT_WIDTH):
        self.document, self.images, self.lang, self.width = document, images, lang, width
        self.look = document.styles[CELL].style_id  # python-docx looks a style up by its name for too long
        self.tables = self.pictures = 0

    def add(self, part: Part) -> None:
        """Writes a part at the end of the document; a drawing without a picture as the table of its data."""
        if isinstance(part, Text):
            self.text(part)
        elif isinstance(part, Table):
            self.table(part)
        elif image := self.images.get(part.key):
            self.picture(part, image)
        else:
            self.table(instead(part, self.lang), not_drawn=True)

    def text(self, text: Text) -> None:
        """A paragraph, or a list with a dash before each of its sentences."""
        if text.style == "list":
            for sentence in text.sentences:
                self.document.add_paragraph(f"- {sentence}", style=ITEM)
        elif text.sentences:
            self.document.add_paragraph(" ".join(text.sentences))

    def picture(self, part: Chart | Map, image: bytes) -> None:
        """A picture in the middle, told to who can't see it, its caption and its source below."""
        holder = self.document.add_paragraph(style=CAPTION)
        holder.paragraph_format.keep_with_next = True
        width = min(self.width, round(on_page(part)[0] * PIXEL))
        drawn = holder.add_run().add_picture(BytesIO(image), width=Emu(width))
        about = drawn._inline.docPr
        about.set("name", part.key)
        about.set("title", part.caption.title)
        about.set("descr", part.caption.alt)
        self.pictures += 1
        caption = self.caption(part.caption, N_("Hình"), self.pictures)
        caption.paragraph_format.keep_with_next = True
        self.notes(part.caption)

    def table(self, table: Table, *, not_drawn: bool = False) -> None:
        """A table under its caption: the header on every page, no row on two."""
        self.tables += 1
        self.caption(table.caption, N_("Bảng"), self.tables).paragraph_format.keep_with_next = True
        if not_drawn:
            told = self.lang("Không vẽ được hình; đây là số liệu của hình.")
            self.document.add_paragraph(told, style=NOTE).paragraph_format.keep_with_next = True
        size = next(size for most, size in SMALL if len(table.columns) <= most)
        grid = self.document.add_table(1, len(table.columns))
        grid.alignment, grid.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        borders = "".join(
            LINES.format(name=side) for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        put(grid._tbl.tblPr, f"<w:tblBorders {{}}>{borders}</w:tblBorders>", TABLE_ORDER)
        margins = "".join(f'<w:{side} w:w="{BESIDE}" w:type="dxa"/>' for side in ("left", "right"))
        put(grid._tbl.tblPr, f"<w:tblCellMar {{}}>{margins}</w:tblCellMar>", TABLE_ORDER)
        shares = [
            Emu(round(share * self.width)) for share in widths(table, self.lang, 2 * self.width / Pt(size))
        ]
        for column, share in zip(grid._tbl.tblGrid.findall(qn("w:gridCol")), shares, strict=True):
            column.set(qn("w:w"), str(share.twips))
        head = grid.rows[0]
        head._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
        centre = [WD_ALIGN_PARAGRAPH.CENTER] * len(shares)
        self.row(head, [heading(column) for column in table.columns], size, shares, centre, bold=True)
        sides = [
            WD_ALIGN_PARAGRAPH.RIGHT if column.kind == "number" else WD_ALIGN_PARAGRAPH.LEFT
            for column in table.columns
        ]
        for number in range(len(table.rows)):
            cells = [said(table, number, at, self.lang) for at in range(len(table.columns))]
            self.row(grid.add_row(), cells, size, shares, sides, last=number == len(table.rows) - 1)
        self.notes(table.caption)

    def row(
        self,
        row: _Row,
        texts: Sequence[str],
        size: int,
        widths: Sequence[Emu],
        sides: Sequence[WD_ALIGN_PARAGRAPH],
        *,
        bold: bool = False,
        last: bool = False,
    ) -> None:
        """The words of a row, which stays on one page; the last one with the notes."""
        row._tr.get_or_add_trPr().insert(0, parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        for cell, text, width, side in zip(row.cells, texts, widths, sides, strict=True):
            cell.width = width
            paragraph = cell.paragraphs[0]
            paragraph._p.style, paragraph.alignment = self.look, side
            paragraph.paragraph_format.keep_with_next = last
            run = paragraph.add_run(text)
            run.font.size, run.font.bold = Pt(size), bold

    def caption(self, caption: Caption, kind: str, number: int) -> Paragraph:
        """ "Hình 1. …" with a number that Word counts, and the filters in the next line."""
        paragraph = self.document.add_paragraph(style=CAPTION)
        paragraph.add_run(self.lang(kind) + " ")
        add_field(paragraph, f"SEQ {self.lang(kind)} \\* ARABIC", str(number))
        paragraph.add_run(f". {caption.title}")
        if caption.subtitle:
            paragraph.add_run().add_break()
            filters = paragraph.add_run(caption.subtitle)
            filters.bold, filters.italic = False, True
            filters.font.size = Pt(12)
        return paragraph

    def notes(self, caption: Caption) -> None:
        """Source, day of the data, boundaries and warnings, below what they are of."""
        paragraph = self.document.add_paragraph(sentences(caption.notes), style=NOTE)
        paragraph.paragraph_format.space_before = Pt(2)
        paragraph.paragraph_format.space_after = Pt(10)
