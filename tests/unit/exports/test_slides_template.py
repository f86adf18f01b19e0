"""The ministry's own template: its layouts are found and used, and what it lacks is named."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.util import Inches

from exports.errors import ExportError, TemplateLacks, TemplateUnreadable
from exports.slides import write_pptx
from language import language
from tests.unit.exports.small_report import NAMES, small_report

MARK = "Mẫu của Bộ"
VI, EN = language("vi"), language("en")
KEPT = {
    "Title Slide": "Bản chiếu tiêu đề",
    "Title and Content": "Tiêu đề và Nội dung",
    "Title Only": "Chỉ tiêu đề",
}


def template(folder: Path, *, without: str = "", names: dict[str, str] = KEPT, wide: float = 10) -> Path:
    """A template of 4:3 with an example slide, a mark of the ministry on its master, and these layouts."""
    slides = Presentation()
    slides.slide_width = Inches(wide)
    example = slides.slide_layouts[0 if without == "Title and Content" else 1]
    slides.slides.add_slide(example).shapes.title.text = "Trang mẫu"
    for layout in list(slides.slide_layouts):
        if layout.name not in names or layout.name == without:
            slides.slide_layouts.remove(layout)
        else:
            layout._element.cSld.set("name", names[layout.name])
    slides.slide_master.placeholders[0].text_frame.text = MARK
    file = folder / "mẫu của Bộ.pptx"
    slides.save(str(file))
    return file


def written(file: Path):
    out = BytesIO()
    write_pptx(small_report(), out, file)
    return Presentation(BytesIO(out.getvalue()))


def test_template_gives_size_master_and_layouts_and_its_examples_go(tmp_path):
    slides = written(template(tmp_path))
    assert slides.slide_width == Inches(10)
    assert slides.slide_master.placeholders[0].text_frame.text == MARK
    assert {slide.slide_layout.name for slide in slides.slides} <= set(KEPT.values())
    assert slides.slides[0].slide_layout.name == "Bản chiếu tiêu đề"
    assert "Trang mẫu" not in {slide.shapes.title.text for slide in slides.slides}
    assert slides.slides[0].shapes.title.text == small_report().title
    names = [
        shape.name
        for slide in slides.slides
        for group in slide.shapes
        if hasattr(group, "shapes")
        for shape in group.shapes
    ]
    assert set(NAMES.values()) <= set(names)


def test_template_keeps_contents_where_its_layout_has_them(tmp_path):
    slides = written(template(tmp_path))
    body = next(
        shape
        for layout in slides.slide_layouts
        if layout.name == "Tiêu đề và Nội dung"
        for shape in layout.placeholders
        if shape.placeholder_format.idx == 1
    )
    drawn = [shape for slide in slides.slides for shape in slide.shapes if shape.has_chart or shape.has_table]
    assert drawn
    for shape in drawn:
        assert shape.left >= body.left
        assert shape.top >= body.top
        assert shape.left + shape.width <= body.left + body.width + 1
        assert shape.top + shape.height <= body.top + body.height + 1


def test_layouts_are_found_by_what_is_on_them(tmp_path):
    slides = written(template(tmp_path, names={name: f"Mẫu {at}" for at, name in enumerate(KEPT)}))
    assert slides.slides[0].slide_layout.name == "Mẫu 0"


@pytest.mark.parametrize(
    ("without", "said"),
    [
        ("Title Slide", "trang tiêu đề (có tiêu đề và tiêu đề phụ)"),
        ("Title and Content", "tiêu đề và nội dung (có tiêu đề và một khung nội dung)"),
        ("Title Only", "chỉ tiêu đề (có tiêu đề, không có khung nội dung)"),
    ],
)
def test_what_a_template_lacks_is_named_and_nothing_is_written(tmp_path, without, said):
    file, out = template(tmp_path, without=without), tmp_path / "out.pptx"
    with pytest.raises(TemplateLacks) as told:
        write_pptx(small_report(), out, file)
    assert isinstance(told.value, ExportError)
    assert told.value.said(VI) == (
        f"Tệp mẫu trình chiếu “mẫu của Bộ.pptx” thiếu bố cục: {said}. Hãy thêm bố cục này vào bản chiếu cái "
        "(Slide Master) của tệp rồi xuất lại."
    )
    assert "lacks a layout" in told.value.said(EN)
    assert not out.exists()


@pytest.mark.parametrize("content", [b"", b"PK", b"no slides at all", None])
def test_what_is_no_template_is_told_and_nothing_is_written(tmp_path, content):
    file, out = tmp_path / "a.pptx", tmp_path / "out.pptx"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(TemplateUnreadable) as told:
        write_pptx(small_report(), out, file)
    assert "“a.pptx”" in told.value.said(VI)
    assert not out.exists()


def test_a_workbook_is_no_template(tmp_path):
    file = tmp_path / "a.pptx"
    with ZipFile(file, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(TemplateUnreadable):
        write_pptx(small_report(), BytesIO(), file)


def test_potx_is_opened_as_what_powerpoint_makes_of_it(tmp_path):
    given, file = template(tmp_path), tmp_path / "mẫu.potx"
    with ZipFile(given) as old, ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(
                name,
                old.read(name).replace(b"presentationml.presentation.main", b"presentationml.template.main"),
            )
    slides = written(file)
    assert slides.slide_master.placeholders[0].text_frame.text == MARK


def test_template_without_places_for_footers_gets_numbers_all_the_same(tmp_path):
    file = template(tmp_path)
    slides = Presentation(str(file))
    for on in (slides.slide_master, *slides.slide_layouts):
        for shape in [each for each in on.placeholders if each.placeholder_format.type in (13, 15, 16)]:
            shape._element.getparent().remove(shape._element)
    slides.save(str(file))
    for slide in list(written(file).slides)[1:]:
        assert len(slide._element.findall(".//{*}fld[@type='slidenum']")) == 1
        assert any("Lần nạp số 7" in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
