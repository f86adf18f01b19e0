"""What surrounds the words of an official document: its head, its signature, page numbers, the watermark.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II: khoản 1 (quốc hiệu, tiêu ngữ), 2 (agency), 3 (number), 4
(place and day), 5 (kind and summary), 7 (signature), 9 (recipients); mục III khoản 1 (annexes). What an
officer decides (number, place, day, recipients, signature) is left to be filled in.
"""

from itertools import count
from xml.sax.saxutils import quoteattr

from docx.document import Document as Docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section as Pages
from docx.shared import Emu, Mm, Pt
from docx.table import Table as Grid
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from exports.document_styles import FRAME, TABLE_ORDER, TEXT_WIDTH, TITLE, put, rule
from exports.narrative import capital
from exports.printed import small, together
from exports.report import Report
from language import Language

LEFT_WIDTH = Mm(64)
DOTS = "……………………"
BLANK = "\u00a0" * 8
NATION = {
    "vi": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    "en": ("SOCIALIST REPUBLIC OF VIET NAM", "Independence - Freedom - Happiness"),
}
MOTTO_WIDTH = {"vi": Mm(58), "en": Mm(71)}  # of the words in bold letters of 13 points: the rule is as long


def add_head(document: Docx, report: Report, lang: Language) -> None:
    """The head of the first page, with the kind and the summary of the document below."""
    left, right = _two_cells(document)
    nation, motto = NATION[lang.code]
    _write(right.paragraphs[0], nation, 12, bold=True)
    _write(_add(right), motto, 13, bold=True)
    rule(_add(right), MOTTO_WIDTH[lang.code], TEXT_WIDTH - LEFT_WIDTH)
    _write(left.paragraphs[0], report.agency.upper(), 12, bold=True)
    rule(_add(left), Mm(24), LEFT_WIDTH)
    number = _add(left)
    _write(number, lang("Số: {blank}/BC-…", blank=BLANK), 13)
    number.paragraph_format.space_before = Pt(8)
    day = _add(right)
    _write(day, place_and_day(report, lang), 13, italic=True)
    day.paragraph_format.space_before = Pt(8)
    kind = document.add_paragraph(lang("BÁO CÁO"), style=TITLE)
    kind.paragraph_format.space_before = Pt(18)
    about = document.add_paragraph(together(summary(report, lang)), style=TITLE)
    if report.subtitle:
        about.add_run().add_break()
        about.add_run(f"({small(report.subtitle)})")
    line = document.add_paragraph(style=FRAME)
    rule(line, Mm(50), TEXT_WIDTH)
    line.paragraph_format.space_after = Pt(12)
    to = document.add_paragraph(lang("Kính gửi: {blank}", blank=DOTS), style=FRAME)
    to.runs[0].font.size = Pt(14)
    to.paragraph_format.space_after = Pt(10)


def place_and_day(report: Report, lang: Language) -> str:
    """The line for place and day. A ministry sits in Hà Nội; of another agency the place isn't known."""
    place = lang("Hà Nội") if report.agency.startswith("Bộ ") else "……………"
    return lang(
        "{place}, ngày {blank} tháng {blank} năm {year}", place=place, blank="….", year=report.written_on.year
    )


def summary(report: Report, lang: Language) -> str:
    """What the document is about: the report's title without its kind, which stands above."""
    kind = lang("Báo cáo")
    if not report.title.startswith(f"{kind} "):
        return report.title
    return capital(report.title[len(kind) + 1 :])


def add_signature(document: Docx, lang: Language) -> None:
    """Who gets the document, and the place for the signature."""
    left, right = _two_cells(document)
    recipients = [
        (lang("Nơi nhận:"), 12, True),
        (lang("- Như trên;"), 11, False),
        (f"- {DOTS};", 11, False),
        (lang("- Lưu: VT, …."), 11, False),
    ]
    for paragraph, (text, size, first) in zip(
        [left.paragraphs[0], *(_add(left) for _ in recipients[1:])], recipients, strict=True
    ):
        _write(paragraph, text, size, bold=first, italic=first)
        paragraph.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    _write(right.paragraphs[0], lang("QUYỀN HẠN, CHỨC VỤ"), 14, bold=True)
    for _ in range(4):
        _write(_add(right), "", 14)
    _write(_add(right), DOTS, 14, bold=True)


def number_pages(pages: Pages) -> None:
    """The page number in the middle of the upper margin, from the second page on; counted from 1."""
    pages.header.is_linked_to_previous = False
    pages.first_page_header.is_linked_to_previous = False
    paragraph = pages.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_field(paragraph, "PAGE", "2")
    start = parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>')
    pages._sectPr.insert_element_before(start, "w:cols", "w:formProt", "w:vAlign", "w:titlePg", "w:docGrid")


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """A field, and what it shows until the program that opens the file computes it."""
    for part in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{shown}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{part}</w:r>"))


def add_watermarks(document: Docx, text: str) -> None:
    """The words across every page, light and behind the text, as Word's own watermarks."""
    numbers = count(1)
    for pages in document.sections:
        for header in (pages.header, pages.first_page_header):
            header.paragraphs[0]._p.append(parse_xml(_watermark(text, next(numbers))))


def _watermark(text: str, number: int) -> str:
    width = min(480, 44 * len(text))
    height = 1.4 * width / len(text)
    names = (
        nsdecls("w")
        + ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    )
    return f"""<w:r {names}><w:rPr><w:noProof/></w:rPr><w:pict>
      <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
          path="m@7,l@8,m@5,21600l@6,21600e">
        <v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>
          <v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>
          <v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>
          <v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>
        <v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
            o:connectangles="270,180,90,0"/>
        <v:textpath on="t" fitshape="t"/>
      </v:shapetype>
      <v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136"
          alt={quoteattr(text)} o:allowincell="f" fillcolor="#c0c0c0" stroked="f"
          style="position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height:.0f}pt;
          rotation:315;z-index:-251658752;mso-position-horizontal:center;
          mso-position-horizontal-relative:margin;mso-position-vertical:center;
          mso-position-vertical-relative:margin">
        <v:fill opacity=".5"/>
        <v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" string={quoteattr(text)}/>
      </v:shape></w:pict></w:r>"""


def _two_cells(document: Docx) -> tuple[_Cell, _Cell]:
    """Two columns without lines, as wide as the text."""
    grid: Grid = document.add_table(1, 2)
    grid.alignment, grid.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for cell, width in zip(grid.rows[0].cells, (LEFT_WIDTH, TEXT_WIDTH - LEFT_WIDTH), strict=True):
        cell.width = Emu(width)
        cell.paragraphs[0].style = document.styles[FRAME]
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    put(grid._tbl.tblPr, f"<w:tblCellMar {{}}>{margins}</w:tblCellMar>", TABLE_ORDER)
    whole = parse_xml(f"<w:cantSplit {nsdecls('w')}/>")
    grid.rows[0]._tr.get_or_add_trPr().append(whole)
    for column, width in zip(
        grid._tbl.tblGrid.findall(qn("w:gridCol")), (LEFT_WIDTH, TEXT_WIDTH - LEFT_WIDTH), strict=True
    ):
        column.set(qn("w:w"), str(Emu(width).twips))
    return grid.cell(0, 0), grid.cell(0, 1)


def _add(cell: _Cell) -> Paragraph:
    return cell.add_paragraph(style=FRAME)


def _write(paragraph: Paragraph, text: str, size: int, *, bold: bool = False, italic: bool = False) -> None:
    run = paragraph.add_run(text)
    run.font.size, run.font.bold, run.font.italic = Pt(size), bold, italic
