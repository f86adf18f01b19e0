"""The Word document, by Nghị định 30/2020/NĐ-CP, read back with python-docx."""

import io
from dataclasses import replace

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from PIL import Image

from exports.document import write_docx
from exports.document_styles import TABLE_ORDER
from exports.images import drawings
from tests.unit.exports.small_report import definitions, small_report

REPORT = small_report()
FIRM = replace(REPORT, illustrative=False, preliminary=False)


def png() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (12, 8), "white").save(made, "PNG")
    return made.getvalue()


IMAGES = {part.key: png() for part in drawings(REPORT)}


def written(report=REPORT, images=IMAGES):
    file = io.BytesIO()
    write_docx(report, file, images)
    file.seek(0)
    return Document(file)


@pytest.fixture(scope="module")
def document():
    return written()


def texts(document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def xml(document, tag: str):
    return document.element.body.iter(qn(tag))


def test_paper_and_margins(document):
    for section in document.sections:
        assert round(section.page_width.mm) == 210
        assert round(section.page_height.mm) == 297
        assert 20 <= round(section.top_margin.mm) <= 25
        assert 20 <= round(section.bottom_margin.mm) <= 25
        assert 30 <= round(section.left_margin.mm) <= 35
        assert 15 <= round(section.right_margin.mm) <= 20


@pytest.mark.parametrize(
    "name", ["Normal", "Heading 1", "Heading 2", "Heading 3", "Title", "Caption", "Header"]
)
def test_letters_are_black_times_new_roman_of_13_or_14_points(document, name):
    style = document.styles[name]
    assert style.font.name == "Times New Roman"
    assert Pt(13) <= style.font.size <= Pt(14)
    assert str(style.font.color.rgb) == "000000"
    fonts = style.element.rPr.rFonts
    assert not [key for key in fonts.attrib if key.endswith("Theme")]


def test_paragraphs(document):
    form = document.styles["Normal"].paragraph_format
    assert form.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert round(form.first_line_indent.cm, 2) == 1
    assert form.space_after >= Pt(6)
    assert 1 <= form.line_spacing <= 1.5


def test_the_head_of_the_first_page(document):
    left, right = document.tables[0].rows[0].cells
    assert [p.text for p in right.paragraphs[:2]] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]
    assert left.text.startswith("BỘ DÂN TỘC VÀ TÔN GIÁO")
    assert "/BC-…" in left.text
    assert "Hà Nội, ngày …. tháng …. năm 2026" in right.text
    assert [run.font.size for p in right.paragraphs[:2] for run in p.runs] == [Pt(12), Pt(13)]
    assert len(list(document.tables[0]._tbl.iter(qn("w:pBdr")))) == 2, "the rules below motto and agency"
    found = texts(document)
    assert "BÁO CÁO" in found
    assert "Tình hình thực hiện các chỉ tiêu chuyển đổi số công tác dân tộc\n(đến hết quý III/2026)" in found


def test_another_agency_s_place_is_left_open():
    document = written(replace(REPORT, agency="Sở Dân tộc và Tôn giáo tỉnh Tuyên Quang"))
    assert "Hà Nội" not in document.tables[0].rows[0].cells[1].text


def test_headings_are_styles_that_number_themselves(document):
    heads = [p for p in document.paragraphs if p.style.name == "Heading 1"]
    assert [p.text for p in heads] == [section.title for section in REPORT.sections if not section.annex]
    for level in range(1, 4):
        assert document.styles[f"Heading {level}"].element.pPr.numPr is not None
    numbering = document.part.numbering_part.element
    levels = [each.get(qn("w:val")) for each in numbering.iter(qn("w:lvlText"))][:3]
    assert levels == ["%1.", "%2.", "%3)"]


def test_it_ends_with_the_sign_of_the_end_and_room_for_a_signature(document):
    found = texts(document)
    (ending,) = [text for text in found if text.endswith("./.")]
    assert ending.startswith("Trên đây là báo cáo tình hình thực hiện")
    left, right = document.tables[-2].rows[0].cells
    assert left.text.startswith("Nơi nhận:")
    assert right.text.startswith("QUYỀN HẠN, CHỨC VỤ")


def test_pages_are_numbered_from_the_second_on_and_each_annex_by_itself(document):
    assert len(document.sections) == 2
    for section in document.sections:
        assert section.different_first_page_header_footer
        header = section.header.paragraphs[0]
        assert header.alignment == WD_ALIGN_PARAGRAPH.CENTER
        assert [each.text.strip() for each in header._p.iter(qn("w:instrText"))] == ["PAGE"]
        assert not list(section.first_page_header.paragraphs[0]._p.iter(qn("w:instrText")))
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_tables_repeat_their_header_and_keep_rows_whole(document):
    grid = next(table for table in document.tables if table.cell(0, 0).text == "Mã")
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in grid.rows][:3] == [True, False, False]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in grid.rows)
    row = grid.rows[3].cells
    assert row[2].text == "chưa có số liệu"
    assert row[2].paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert row[4].text == "31/12/2030"
    assert grid.rows[6].cells[2].text == "được ẩn"


def test_pictures_have_their_words_and_captions_that_word_counts(document):
    about = list(xml(document, "wp:docPr"))
    drawn = list(drawings(REPORT))
    assert [each.get("descr") for each in about] == [part.caption.alt for part in drawn]
    fields = [each.text.strip() for each in xml(document, "w:instrText")]
    assert fields.count("SEQ Hình \\* ARABIC") == len(drawn)
    assert fields.count("SEQ Bảng \\* ARABIC") == 2
    captions = [p for p in document.paragraphs if p.style.name == "Caption" and p.text]
    for part in drawn:
        (found,) = [p.text for p in captions if part.caption.title in p.text]
        assert part.caption.subtitle in found
    assert any("lần nạp số 7" in text and "Ranh giới" in text for text in texts(document))


def test_a_drawing_without_a_picture_stands_as_its_data():
    document = written(images={key: image for key, image in IMAGES.items() if key != "map-S02"})
    assert len(list(xml(document, "wp:docPr"))) == len(IMAGES) - 1
    assert "Không vẽ được hình; đây là số liệu của hình." in texts(document)
    assert any(
        table.cell(0, 0).text == "Tỉnh, thành phố" and len(table.rows) == 35 for table in document.tables
    )


def watermarks(document) -> list[str]:
    headers = [h for s in document.sections for h in (s.header, s.first_page_header)]
    tag = "{urn:schemas-microsoft-com:vml}textpath"
    return [each.get("string") for h in headers for each in h._element.iter(tag) if each.get("string")]


def test_the_watermark_is_on_every_page_while_numbers_may_change_and_then_on_none(document):
    assert watermarks(document) == ["SỐ LIỆU MINH HỌA"] * 4
    assert watermarks(written(replace(REPORT, illustrative=False))) == ["DỰ THẢO"] * 4
    assert watermarks(written(FIRM)) == []


def test_annexes_are_announced_and_named():
    document = written()
    found = texts(document)
    assert any("Kèm theo báo cáo là Phụ lục: định nghĩa và nguồn." in text for text in found)
    assert "Phụ lục\nĐỊNH NGHĨA VÀ NGUỒN" in found
    more = REPORT.sections[-1]
    two = written(
        replace(REPORT, sections=(*REPORT.sections, replace(more, title="Nguồn", parts=(definitions(),))))
    )
    assert "Phụ lục II\nNGUỒN" in texts(two)


def test_what_the_file_says_of_itself(document):
    about = document.core_properties
    assert (about.title, about.author, about.language) == (REPORT.title, REPORT.agency, "vi-VN")
    language = document.styles.element.find(".//" + qn("w:lang"))
    assert language.get(qn("w:val")) == "vi-VN"


def test_in_english():
    document = written(replace(REPORT, locale="en", title="Report on progress"))
    assert "SOCIALIST REPUBLIC OF VIET NAM" in document.tables[0].rows[0].cells[1].text
    assert document.styles.element.find(".//" + qn("w:lang")).get(qn("w:val")) == "en-US"
    assert "This concludes the report on progress./." in texts(document)


def test_properties_of_paragraphs_stand_in_the_order_that_word_wants(document):
    order = [
        "pStyle",
        "keepNext",
        "keepLines",
        "pageBreakBefore",
        "widowControl",
        "numPr",
        "pBdr",
        "spacing",
        "ind",
        "jc",
        "outlineLvl",
        "sectPr",
    ]
    everything = [document.element.body, document.styles.element]
    for properties in (each for whole in everything for each in whole.iter(qn("w:pPr"))):
        places = [
            order.index(child.tag.partition("}")[2])
            for child in properties
            if child.tag.partition("}")[2] in order
        ]
        assert places == sorted(places)


def test_properties_of_tables_do_too(document):
    for table in document.tables:
        places = [TABLE_ORDER.index(child.tag.partition("}")[2]) for child in table._tbl.tblPr]
        assert places == sorted(places)
