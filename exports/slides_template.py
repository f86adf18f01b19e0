"""The presentation that a report is written into: our own, or the office's template, by its layouts."""

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation as Slides
from pptx.shapes.base import BaseShape
from pptx.slide import Slide, SlideLayout
from pptx.util import Pt

from exports.errors import TemplateLacks, TemplateUnreadable
from exports.slides_master import own_slides, placeholders
from exports.slides_words import INCH, Box, Words, add_words, fitted, text_of
from language import N_, Language, fold

FOOT = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
CONTENTS = (PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY)
# How PowerPoint calls the layouts in both languages, without marks.
OPENING_NAMES = ("title slide", "ban chieu tieu de", "trang tieu de", "trang bia")
CONTENT_NAMES = ("title and content", "tieu de va noi dung")
HEADED_NAMES = ("title only", "chi tieu de")
OPENING = N_("trang tiêu đề (có tiêu đề và tiêu đề phụ)")
CONTENT = N_("tiêu đề và nội dung (có tiêu đề và một khung nội dung)")
HEADED = N_("chỉ tiêu đề (có tiêu đề, không có khung nội dung)")
TEMPLATE_TYPE = b"presentationml.template.main+xml"
SLIDES_TYPE = b"presentationml.presentation.main+xml"
NUMBER = (
    '<a:fld {ns} id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum"><a:rPr lang="vi-VN"/>'
    "<a:t>{n}</a:t></a:fld>"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A presentation without slides, its three layouts, and the part of a slide that is free for contents."""

    slides: Slides
    opening: SlideLayout
    content: SlideLayout
    headed: SlideLayout
    body: Box
    own: bool


def open_frame(template: Path | None, lang: Language) -> Frame:
    """The presentation to write into. Layouts are found by their names, else by what is on them.

    Raises TemplateUnreadable, TemplateLacks.
    """
    slides = own_slides(lang) if template is None else _opened(template)
    layouts = [layout for master in slides.slide_masters for layout in master.slide_layouts]
    found = {
        OPENING: _find(layouts, OPENING_NAMES, _opens),
        CONTENT: _find(layouts, CONTENT_NAMES, _holds_content),
        HEADED: _find(layouts, HEADED_NAMES, _only_title),
    }
    missing = [word for word, layout in found.items() if layout is None]
    opening, content, headed = found.values()
    if opening is None or content is None or headed is None:
        raise TemplateLacks(template.name if template else "", missing)
    _emptied(slides)
    return Frame(slides, opening, content, headed, _body(content), template is None)


def add_foot(slide: Slide, words: str, number: int, around: Frame) -> tuple[BaseShape, BaseShape]:
    """The footer and the number of a slide, in the layout's places for them, else at the lower edge."""
    wide, high = around.slides.slide_width or 0, around.slides.slide_height or 0
    edge = Box(around.body.x, high - round(0.42 * INCH), wide - 2 * around.body.x, round(0.25 * INCH))
    places = {
        shape.placeholder_format.type: shape
        for shape in placeholders(slide.slide_layout)
        if shape.placeholder_format.type in FOOT
    }
    place = places.get(PP_PLACEHOLDER.FOOTER)
    if place is None:
        foot = add_words(slide.shapes, edge, [Words(words, 9, colour="soft")], name="Footer")
    else:
        foot = _copied(slide, place)
        _fill_foot(foot, Box(0, 0, int(place.width) - INCH // 5, int(place.height)), words, around)
    place = places.get(PP_PLACEHOLDER.SLIDE_NUMBER)
    if place is None:
        blank = [Words("", 9, colour="soft")]
        counted = add_words(slide.shapes, edge, blank, align=PP_ALIGN.RIGHT, name="Number")
    else:
        counted = _copied(slide, place)
    paragraph = text_of(counted).paragraphs[0]._p
    for child in [each for each in paragraph if not each.tag.endswith("pPr")]:
        paragraph.remove(child)
    paragraph.append(parse_xml(NUMBER.format(ns=nsdecls("a"), n=number)))
    return foot, counted


def _fill_foot(foot: BaseShape, room: Box, words: str, around: Frame) -> None:
    (said,) = fitted([Words(words, 9, after=0)], room, 6) or [Words(words, 6)]
    frame = text_of(foot)
    frame.text = words
    run = frame.paragraphs[0].runs[0]
    run.font.size, run.font.name = Pt(said.size), "+mn-lt"  # LibreOffice doesn't inherit the letters
    if around.own:
        run.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
        frame.paragraphs[0].alignment = PP_ALIGN.LEFT


def _opened(file: Path) -> Slides:
    """The office's file; a .potx is opened as if it were the .pptx that PowerPoint makes of it."""
    try:
        given = file.read_bytes()
        with ZipFile(BytesIO(given)) as packed:
            if TEMPLATE_TYPE in packed.read("[Content_Types].xml"):
                given = _as_presentation(packed)
        return Presentation(BytesIO(given))
    except Exception as error:  # a file that is damaged, or of another program, fails in any way
        raise TemplateUnreadable(file.name) from error


def _as_presentation(packed: ZipFile) -> bytes:
    changed = BytesIO()
    with ZipFile(changed, "w") as out:
        for name in packed.namelist():
            content = packed.read(name)
            out.writestr(
                name, content.replace(TEMPLATE_TYPE, SLIDES_TYPE) if name.startswith("[") else content
            )
    return changed.getvalue()


def _find(
    layouts: list[SlideLayout], names: tuple[str, ...], fits: Callable[[SlideLayout], bool]
) -> SlideLayout | None:
    able = [layout for layout in layouts if fits(layout)]
    return next((layout for layout in able if fold(layout.name) in names), able[0] if able else None)


def _kinds(layout: SlideLayout) -> list[PP_PLACEHOLDER]:
    kinds = [shape.placeholder_format.type for shape in placeholders(layout)]
    return [kind for kind in kinds if kind not in FOOT]


def _opens(layout: SlideLayout) -> bool:
    kinds = _kinds(layout)
    return any(kind in TITLES for kind in kinds) and PP_PLACEHOLDER.SUBTITLE in kinds


def _holds_content(layout: SlideLayout) -> bool:
    kinds = _kinds(layout)
    return len(kinds) == 2 and kinds.count(PP_PLACEHOLDER.TITLE) == 1 and any(k in CONTENTS for k in kinds)


def _only_title(layout: SlideLayout) -> bool:
    return _kinds(layout) == [PP_PLACEHOLDER.TITLE]


def _body(content: SlideLayout) -> Box:
    """Where the layout has its content."""
    shape = next(each for each in placeholders(content) if each.placeholder_format.type in CONTENTS)
    return Box(int(shape.left), int(shape.top), int(shape.width), int(shape.height))


def _emptied(slides: Slides) -> None:
    """Takes out the slides that a template has as examples, and what groups them."""
    listed = slides.slides._sldIdLst
    for each in list(listed):
        slides.part.drop_rel(each.rId)
        listed.remove(each)
    for extension in slides.part._element.findall("{*}extLst/{*}ext"):
        if re.search("sectionLst", "".join(child.tag for child in extension)):
            extension.getparent().remove(extension)


def _copied(slide: Slide, placeholder: BaseShape) -> BaseShape:
    """The layout's placeholder on the slide, at the place that the layout gives it."""
    element = deepcopy(placeholder._element)
    element.nvSpPr.cNvPr.set("id", str(slide.shapes._next_shape_id))
    place = element.spPr.find("{*}xfrm")
    if place is not None:
        element.spPr.remove(place)
    slide.shapes._spTree.append(element)
    return slide.shapes[-1]
