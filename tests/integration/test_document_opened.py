"""The Word document as LibreOffice prints it."""

from exports.document import write_docx
from exports.images import drawings
from tests.unit.exports.small_report import LETTERS, small_report
from tests.unit.exports.test_document import png

REPORT = small_report()


def test_libreoffice_prints_it_in_the_form_of_an_official_document(office, tmp_path):
    file = tmp_path / "bao-cao.docx"
    with file.open("wb") as out:
        write_docx(REPORT, out, {part.key: png() for part in drawings(REPORT)})
    printed = office.pdf(file)
    pages = office.text(printed).split("\f")[:-1]
    first, second = pages[0], pages[1]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in first
    assert "I. TÓM TẮT" in first, "headings number themselves"
    assert first.lstrip().startswith(("BỘ DÂN TỘC", "CỘNG HÒA")), "no number on the first page"
    assert second.lstrip().startswith("2")
    assert sum("Lưu ý" in page for page in pages) >= 2, "the header of a long table is repeated"
    assert any("Hình 2." in page for page in pages)
    whole = " ".join(" ".join(pages).split())
    for line in LETTERS:
        assert line in whole
    assert "./." in whole
    assert len(office.pages(printed)) == len(pages)
