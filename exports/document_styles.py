"""The look of a Vietnamese official document: paper, margins, letters, headings that number themselves.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I: mục I (A4; 20-25 mm above and below, 30-35 mm left, 15-20 mm
right; Times New Roman, black; page number of 13 to 14 points in the middle of the upper margin, not on the
first page), mục II khoản 6 (13 to 14 points, both margins even, first line 1 cm or 1,27 cm in, at least 6
points between paragraphs, 1 to 1,5 lines), mục V (the size of each part, which is the one taken here).
"""

from collections.abc import Iterator, Sequence

from docx import Document
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section as Pages
from docx.shared import Cm, Emu, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
BODY = 14
TOP, BOTTOM, LEFT, RIGHT = Mm(20), Mm(20), Mm(30), Mm(15)
TEXT_WIDTH = Mm(210) - LEFT - RIGHT
INDENT = Cm(1)
BLACK = RGBColor(0, 0, 0)
LANGUAGES = {"vi": "vi-VN", "en": "en-US"}
# The names of the styles that a paragraph may have: those of Word where it has one, so that it knows them.
CELL, NOTE, CAPTION, ANNEX, ITEM, FRAME = "Table Cell", "Note", "Caption", "Annex", "List Dash", "Frame"
TITLE = "Title"

# The order in which Word wants the properties of a paragraph, from the first one that is put in by hand.
ORDER = (
    *("numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
    *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid"),
    *("spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection"),
    *("textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)

# The same of a table.
TABLE_ORDER = (
    *("tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW"),
    *("jc", "tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook"),
)

# I. / 1. / a), each level a heading of its own.
LEVELS = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"))


def new_document(locale: str) -> Docx:
    """An empty document with the paper, the styles and the language of an official one."""
    document = Document()
    lay_out(document.sections[0])
    defaults = document.styles.element.find(qn("w:docDefaults")).find(".//" + qn("w:rPr"))
    language = defaults.find(qn("w:lang"))
    language.set(qn("w:val"), LANGUAGES[locale])
    language.set(qn("w:eastAsia"), LANGUAGES[locale])
    normal = document.styles["Normal"]
    _letters(normal, BODY)
    _paragraph(normal, after=6, indent=True)
    for level in range(1, 4):
        style = document.styles[f"Heading {level}"]
        _letters(style, BODY, bold=True)
        _paragraph(style, before=6, after=6, indent=True)
        style.font.all_caps = level == 1
        style.paragraph_format.keep_with_next = True
    _number_headings(document)
    for name, size, bold, italic, align, before, after in (
        (TITLE, 14, True, False, WD_ALIGN_PARAGRAPH.CENTER, 0, 0),
        (CAPTION, 13, True, False, WD_ALIGN_PARAGRAPH.CENTER, 6, 3),
        (NOTE, 11, False, True, WD_ALIGN_PARAGRAPH.LEFT, 0, 0),
        (CELL, 12, False, False, WD_ALIGN_PARAGRAPH.LEFT, 1, 1),
        (ANNEX, 14, True, False, WD_ALIGN_PARAGRAPH.CENTER, 0, 6),
        (FRAME, 13, False, False, WD_ALIGN_PARAGRAPH.CENTER, 0, 0),
    ):
        style = _style(document, name)
        _letters(style, size, bold=bold, italic=italic)
        _paragraph(style, before=before, after=after, lines=1.0)
        style.paragraph_format.alignment = align
    put(_style(document, ANNEX).element.get_or_add_pPr(), '<w:outlineLvl {} w:val="0"/>')
    _letters(_style(document, ITEM), BODY)
    _paragraph(_style(document, ITEM), after=6, indent=True)
    _letters(document.styles["Header"], 13)
    return document


def lay_out(pages: Pages, *, landscape: bool = False) -> None:
    """Gives a section its paper and margins; the first page has a header of its own."""
    wide, high = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    pages.page_width, pages.page_height = wide, high
    pages.top_margin, pages.bottom_margin = TOP, BOTTOM
    pages.left_margin, pages.right_margin = LEFT, RIGHT
    pages.header_distance, pages.footer_distance = Mm(10), Mm(10)
    pages.different_first_page_header_footer = True


def rule(paragraph: Paragraph, length: int, room: int) -> None:
    """Makes an empty paragraph a line of that length in the middle of the room it has (in EMU)."""
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Emu((room - length) // 2)
    form.first_line_indent = Emu(0)
    form.space_before, form.space_after, form.line_spacing = Pt(1), Pt(0), Pt(3)
    line = '<w:pBdr {}><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    put(paragraph._p.get_or_add_pPr(), line)


def put(properties: BaseOxmlElement, xml: str, order: Sequence[str] = ORDER) -> None:
    """Adds an element to the properties of a paragraph or table, at the place that the schema gives it."""
    element = parse_xml(xml.format(nsdecls("w")))
    place = order.index(element.tag.partition("}")[2])
    properties.insert_element_before(element, *(f"w:{name}" for name in order[place + 1 :]))


def _style(document: Docx, name: str) -> ParagraphStyle:
    names = [style.name for style in document.styles]
    if name not in names:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = None
    found = document.styles[name]
    assert isinstance(found, ParagraphStyle)
    return found


def _letters(style: ParagraphStyle, size: int, *, bold: bool = False, italic: bool = False) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.bold, style.font.italic, style.font.color.rgb = bold, italic, BLACK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):  # a theme's font would win over the one that is named
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    # The rule, the spacing and the kerning that Word's own styles come with.
    for whole, leftovers in (
        (style.element.get_or_add_pPr(), ("pBdr",)),
        (style.element.rPr, ("spacing", "kern")),
    ):
        for name in leftovers:
            for leftover in whole.findall(qn(f"w:{name}")):
                whole.remove(leftover)


def _paragraph(
    style: ParagraphStyle, *, before: int = 0, after: int = 0, lines: float = 1.15, indent: bool = False
) -> None:
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), lines
    form.first_line_indent = INDENT if indent else Emu(0)
    form.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if indent else form.alignment
    form.widow_control = True


def _number_headings(document: Docx) -> None:
    """One list of three levels whose numbers the heading styles carry."""
    numbering = document.part.numbering_part.element
    levels = "".join(_levels())
    # What a list is (abstractNum) has to stand before the lists themselves (num).
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>'
            f"{levels}</w:abstractNum>"
        ),
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for level in range(len(LEVELS)):
        number = f'<w:numPr {{}}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'
        put(document.styles[f"Heading {level + 1}"].element.get_or_add_pPr(), number)


def _levels() -> Iterator[str]:
    for level, (form, text) in enumerate(LEVELS):
        yield (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:pStyle w:val="Heading{level + 1}"/><w:suff w:val="space"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="{INDENT.twips}"/></w:pPr></w:lvl>'
        )
