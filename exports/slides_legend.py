"""The legend of a map on a slide, and the sign that each area bears so that no class is a colour alone."""

from collections.abc import Sequence

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Emu, Pt

from charts.tokens import ink_on
from exports.report import Map, MapKey
from exports.slides_words import INCH, TOKENS, Box, Words, add_words, clean, height
from language import Language, collation_key

SWATCH = round(0.24 * INCH)
BESIDE, BETWEEN = SWATCH * 3 // 2, SWATCH // 4  # from a swatch to its words; between two entries
MOST_KEYS = 9  # with more, those that no province has are left out


def signs(drawn: Map) -> dict[str, str]:
    """What is written on each area, so that classes are read without colours: the legend's sign or number."""
    keys = legend(drawn)
    return {code: sign(keys, at) for code, at in _places(drawn).items()}


def legend(drawn: Map) -> Sequence[MapKey]:
    """The entries that a slide has room for."""
    if len(drawn.legend) <= MOST_KEYS:
        return drawn.legend
    return [key for key in drawn.legend if key.count]


def _places(drawn: Map) -> dict[str, int]:
    """Which entry of the legend each area has, by its colour.

    Classes that can't be judged share a colour; their word is in what is said of the area.
    """
    keys, found = legend(drawn), {}
    for area in drawn.areas:
        alike = [at for at, key in enumerate(keys) if key.colour == area.colour]
        said = area.said.split(" · ")
        named = [at for at in alike if _words_of(keys[at]) in said]
        if alike:
            found[area.code] = (named or alike)[0]
    return found


def sign(keys: Sequence[MapKey], at: int) -> str:
    """The sign with which an entry's label begins; where it has none, its number.

    >>> sign([MapKey("#ffffff", "✓ Đã đạt", 3), MapKey("#dddddd", "20–40%", 1)], 1)
    '2'
    """
    first = keys[at].label.partition(" ")[0]
    return first if len(first) == 1 and not first.isalnum() else str(at + 1)


def entries(drawn: Map, size: float, lang: Language, *, named: bool = False) -> list[list[Words]]:
    """What the legend says, a list of paragraphs an entry: the class, how many areas; `named` says which."""
    keys, places = legend(drawn), _places(drawn)
    names: list[list[str]] = [[] for _ in keys]
    for area in drawn.areas:
        if area.code in places:
            names[places[area.code]].append(area.name)
    found = []
    for key, members in zip(keys, names, strict=True):
        said = [Words(f"{_words_of(key)}: {lang.number(key.count, 0)}", size, bold=named, after=0)]
        if named and members:
            in_order = sorted(members, key=collation_key)
            said.append(Words(", ".join(in_order), max(size - 4, 10), colour="soft", after=0))
        found.append(said)
    return found


def legend_height(said: Sequence[Sequence[Words]], box_width: int) -> int:
    """How high the legend is in a box that wide."""
    return sum(_tall(entry, box_width) for entry in said)


def add_legend(
    shapes: SlideShapes, box: Box, drawn: Map, said: Sequence[Sequence[Words]], lang: Language
) -> None:
    """Adds the legend: colour and sign, words, how many provinces; a group that is moved as one."""
    keys, y, made = legend(drawn), box.y, list[BaseShape]()
    for at, (key, entry) in enumerate(zip(keys, said, strict=True)):
        swatch = shapes.add_shape(MSO_SHAPE.RECTANGLE, *Box(box.x, y, SWATCH, SWATCH).place)
        swatch.name = clean(key.label)
        paint(swatch, key.colour)
        frame = swatch.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
        frame.word_wrap, frame.vertical_anchor = False, MSO_ANCHOR.MIDDLE
        write_sign(swatch, sign(keys, at), 10, ink_on(key.colour))
        tall = _tall(entry, box.w)
        room = Box(box.x + BESIDE, y, box.w - BESIDE, max(SWATCH, tall - BETWEEN))
        anchor = MSO_ANCHOR.MIDDLE if len(entry) == 1 else MSO_ANCHOR.TOP
        made += [swatch, add_words(shapes, room, entry, anchor=anchor)]
        y += tall
    if made:
        shapes.add_group_shape(made).name = lang("Chú giải")


def _tall(entry: Sequence[Words], box_width: int) -> int:
    return max(SWATCH, height(entry, box_width - BESIDE)) + BETWEEN


def _words_of(key: MapKey) -> str:
    first, _, rest = key.label.partition(" ")
    return rest if len(first) == 1 and not first.isalnum() else key.label


def paint(shape: Shape, colour: str) -> None:
    """Fills a shape with one colour under the thin border of maps."""
    style = shape._element.find("{*}style")
    if style is not None:  # the theme's shadow and gradient
        shape._element.remove(style)
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(colour[1:])
    shape.line.color.rgb = RGBColor.from_string(TOKENS.border[1:])
    shape.line.width = Pt(0.5)


def write_sign(shape: Shape, text: str, size: float, colour: str) -> None:
    """Writes a sign into the middle of a shape."""
    paragraph = shape.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.CENTER
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(size), True
    run.font.color.rgb = RGBColor.from_string(colour[1:])
