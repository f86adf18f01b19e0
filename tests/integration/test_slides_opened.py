"""The slides as LibreOffice opens them: a page each, every name with its marks, nothing left out."""

import unicodedata

import pytest
from PIL import Image
from pptx import Presentation

from exports.slides import write_pptx
from tests.unit.exports.small_report import LETTERS, NAMES, small_report

SEA = ("Quần đảo Hoàng Sa", "Quần đảo Trường Sa", "Biển Đông")


@pytest.fixture(scope="module")
def printed(office, tmp_path_factory):
    file = tmp_path_factory.mktemp("slides") / "bao-cao.pptx"
    write_pptx(small_report(), file)
    return file, office.pdf(file)


def test_every_slide_is_a_page(printed, office):
    file, pdf = printed
    pages = office.pages(pdf)
    assert len(pages) == len(Presentation(file).slides)
    for page in pages:
        with Image.open(page) as drawn:
            assert drawn.width / drawn.height == pytest.approx(16 / 9, abs=0.01)
            assert len(drawn.convert("L").getcolors() or ()) > 8  # something is on it


def test_names_keep_their_marks(printed, office):
    said = unicodedata.normalize("NFC", " ".join(office.text(printed[1]).split()))
    for name in (*NAMES.values(), *SEA):
        assert name in said
    for line in LETTERS:
        assert all(word in said for word in line.split())


def test_letters_are_those_of_arial(printed, office):
    fonts = office.fonts(printed[1])
    assert "LiberationSans" in fonts  # which LibreOffice takes for Arial
    assert "LiberationSerif" not in fonts
