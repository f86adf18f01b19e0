"""The look of our own slides: white, one colour for what matters, a grid and a scale of letters for all."""

from collections.abc import Iterator

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation as Slides
from pptx.shapes.base import BaseShape
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Emu

from charts.statuses import STATUSES
from exports.slides_words import INCH, TOKENS, Box, text_of
from language import N_, Language

# Arial is on every machine with Office, and has all letters of Vietnamese with their marks.
FONT = "Arial"
WIDTH, HEIGHT = 12_192_000, 6_858_000  # 16:9, as PowerPoint has it
EDGE = INCH // 2
TITLE = Box(EDGE, round(0.32 * INCH), WIDTH - 2 * EDGE, round(0.82 * INCH))
BODY = Box(EDGE, round(1.26 * INCH), WIDTH - 2 * EDGE, round(5.58 * INCH))
FOOT_AT, FOOT_HIGH = round(7.0 * INCH), round(0.3 * INCH)
NUMBER_WIDE = INCH
OPENING = Box(INCH, round(2.05 * INCH), WIDTH - 2 * INCH, round(1.75 * INCH))
UNDER_OPENING = Box(INCH, round(4.2 * INCH), WIDTH - 2 * INCH, round(2.2 * INCH))
NAMES = {
    0: N_("Trang tiêu đề"),
    1: N_("Tiêu đề và nội dung"),
    5: N_("Chỉ tiêu đề"),
}  # of the default's layouts
# What a shape can be painted with: the accent and the statuses that a map has most.
PALETTE = {
    "dk1": TOKENS.ink,
    "lt1": TOKENS.surface,
    "dk2": TOKENS.ink_soft,
    "lt2": TOKENS.sunken,
    "accent1": TOKENS.accent,
    "accent2": STATUSES["on_track"].light,
    "accent3": STATUSES["accelerate"].light,
    "accent4": STATUSES["behind"].light,
    "accent5": STATUSES["missed"].light,
    "accent6": STATUSES["slipped"].light,
    "hlink": TOKENS.accent,
    "folHlink": TOKENS.projection,
}
FOREIGN = ("/thumbnail", "/printerSettings")
PLACES = {
    PP_PLACEHOLDER.TITLE: TITLE,
    PP_PLACEHOLDER.BODY: BODY,
    PP_PLACEHOLDER.FOOTER: Box(EDGE, FOOT_AT, WIDTH - 2 * EDGE - NUMBER_WIDE, FOOT_HIGH),
    PP_PLACEHOLDER.SLIDE_NUMBER: Box(WIDTH - EDGE - NUMBER_WIDE, FOOT_AT, NUMBER_WIDE, FOOT_HIGH),
}
SMALL = (
    f'<a:lvl1pPr {nsdecls("a")} algn="{{side}}"><a:defRPr sz="900"><a:solidFill><a:schemeClr val="tx2"/>'
    "</a:solidFill></a:defRPr></a:lvl1pPr>"
)


def own_slides(lang: Language) -> Slides:
    """An empty presentation of 16:9 in our look, with the three layouts that reports need."""
    slides = Presentation()
    slides.slide_width, slides.slide_height = WIDTH, HEIGHT  # type: ignore[assignment]
    master = slides.slide_masters[0]
    for at, layout in reversed(list(enumerate(master.slide_layouts))):
        if at in NAMES:
            layout._element.cSld.set("name", lang(NAMES[at]))
        else:
            master.slide_layouts.remove(layout)
    for rels in (slides.part.package._rels, slides.part.rels):  # a picture and a printer of python-pptx's own
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(FOREIGN)]:
            rels.pop(key)
    _theme(master)
    _letters(master)
    for shape in list(placeholders(master)):
        kind = shape.placeholder_format.type
        if kind in PLACES:
            _place(shape, PLACES[kind])
            text_of(shape).margin_left = text_of(shape).margin_right = Emu(0)
        else:
            shape._element.getparent().remove(shape._element)  # the date: it stands in the footer
    for layout in master.slide_layouts:
        _settle(layout)
    _rule(master, Box(EDGE, FOOT_AT - INCH // 25, WIDTH - 2 * EDGE, 0))
    _opening(master.slide_layouts[0])
    return slides


def placeholders(on: SlideMaster | SlideLayout) -> Iterator[BaseShape]:
    """The places that a master or a layout has for what is written on slides."""
    return (shape for shape in on.shapes if shape.is_placeholder)


def _theme(master: SlideMaster) -> None:
    """Our colours, which PowerPoint offers first when a shape is painted, and our letters."""
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = parse_xml(part.blob)
    theme.set("name", "Công tác dân tộc")
    colours = theme.find(".//{*}clrScheme")
    colours.set("name", "Công tác dân tộc")
    for each in list(colours):
        value = PALETTE[each.tag.rpartition("}")[2]][1:]
        each[:] = [parse_xml(f'<a:srgbClr {nsdecls("a")} val="{value.upper()}"/>')]
    fonts = theme.find(".//{*}fontScheme")
    fonts.set("name", FONT)
    for family in fonts:
        for each in list(family):
            if each.tag.endswith("latin"):
                each.set("typeface", FONT)
            elif each.get("script"):  # among them Times New Roman for Vietnamese
                family.remove(each)
    part._blob = serialize_part_xml(theme)  # python-pptx keeps themes as bytes


def _letters(master: SlideMaster) -> None:
    """Titles at the left, bold, in the accent; texts smaller than PowerPoint's."""
    style = master._element.find(".//{*}titleStyle/{*}lvl1pPr")
    style.set("algn", "l")
    letters = style.find("{*}defRPr")
    letters.set("sz", "2400")
    letters.set("b", "1")
    letters.find(".//{*}schemeClr").set("val", "accent1")
    for level, size in zip(
        master._element.find(".//{*}bodyStyle"), (1800, 1600, 1400, 1400, 1400), strict=False
    ):
        level.find("{*}defRPr").set("sz", str(size))
    for shape in placeholders(master):
        kind = shape.placeholder_format.type
        if kind in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
            levels = shape._element.find(".//{*}lstStyle")
            side = "l" if kind == PP_PLACEHOLDER.FOOTER else "r"
            levels[:] = [parse_xml(SMALL.format(side=side))]


def _settle(layout: SlideLayout) -> None:
    """Everything of a layout stands where the master has it; dates are left out."""
    for shape in list(placeholders(layout)):
        if shape.placeholder_format.type == PP_PLACEHOLDER.DATE:
            shape._element.getparent().remove(shape._element)
            continue
        place = shape._element.spPr.find("{*}xfrm")
        if place is not None:
            shape._element.spPr.remove(place)


def _opening(layout: SlideLayout) -> None:
    """The first slide: a band of the accent above, the title large, a short rule below it."""
    for shape in placeholders(layout):
        kind = shape.placeholder_format.type
        if kind == PP_PLACEHOLDER.CENTER_TITLE:
            _place(shape, OPENING)
            _level(shape, 'algn="l"', '<a:defRPr sz="3600" b="1"/>')
            shape._element.find(".//{*}bodyPr").set("anchor", "b")
        elif kind == PP_PLACEHOLDER.SUBTITLE:
            _place(shape, UNDER_OPENING)
            _level(shape, 'algn="l" marL="0" indent="0"', '<a:defRPr sz="2000"/>')
    _rule(layout, Box(0, 0, WIDTH, round(0.22 * INCH)), solid=True)
    _rule(layout, Box(INCH, round(3.98 * INCH), round(0.9 * INCH), round(0.05 * INCH)), solid=True)


def _level(shape: BaseShape, how: str, letters: str) -> None:
    levels = shape._element.find(".//{*}lstStyle")
    levels[:] = [parse_xml(f"<a:lvl1pPr {nsdecls('a')} {how}><a:buNone/>{letters}</a:lvl1pPr>")]


def _place(shape: BaseShape, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = box.place


def _rule(on: SlideMaster | SlideLayout, box: Box, *, solid: bool = False) -> None:
    """A line, or a filled band, that nobody selects on a slide."""
    fill = '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln>'
    line = f'<a:ln w="9525"><a:solidFill><a:srgbClr val="{TOKENS.line[1:].upper()}"/></a:solidFill></a:ln>'
    form = "rect" if solid else "line"
    drawn = parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{900 + len(on.shapes)}" name="Rule"/>'
        "<p:cNvSpPr/>"
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{box.x}" y="{box.y}"/>'
        f'<a:ext cx="{box.w}" cy="{box.h}"/></a:xfrm><a:prstGeom prst="{form}">'
        f"<a:avLst/></a:prstGeom>{fill if solid else line}</p:spPr></p:sp>"
    )
    on.shapes._spTree.insert(2, drawn)
