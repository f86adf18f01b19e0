"""Words on slides: how much room they take, in letters of Arial, and boxes of them that never overflow."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, cast

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.shapetree import GroupShapes, SlideShapes
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Emu, Pt

from charts.tokens import THEMES

TOKENS = THEMES["light"]
POINT = 12_700  # EMU, the unit of slides
INCH = 914_400
LINE = 1.2  # height of a line, of the size of its letters
# Widths of the letters from space to ~ in Arial, in thousandths of their size (those of Helvetica).
WIDTHS = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 "
    "556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 "
    "667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 "
    "556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584 "
)
LETTERS = {chr(32 + at): int(width) / 1000 for at, width in enumerate(WIDTHS.split())}
WIDER = {"ư": 0.64, "Ư": 0.83, "ơ": 0.61, "Ơ": 0.85, "đ": 0.556, "Đ": 0.72, "–": 0.556, "·": 0.333}
OTHER = 0.9  # a sign of another font
BOLD = 1.1
SPARE = 1.03  # of another program's letters

Colour = Literal["ink", "soft", "accent", "warning"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a slide, in EMU."""

    x: int
    y: int
    w: int
    h: int

    @property
    def place(self) -> tuple[Emu, Emu, Emu, Emu]:
        """Left, top, width and height as python-pptx takes them."""
        return Emu(self.x), Emu(self.y), Emu(self.w), Emu(self.h)

    def below(self, height: float) -> "Box":
        """What is left of it under so many EMU."""
        return Box(self.x, self.y + round(height), self.w, self.h - round(height))

    def top(self, height: float) -> "Box":
        """So many EMU of it from above."""
        return replace(self, h=round(height))

    def columns(self, count: int, gap: int) -> list["Box"]:
        """As many equal columns."""
        width = (self.w - gap * (count - 1)) // count
        return [Box(self.x + at * (width + gap), self.y, width, self.h) for at in range(count)]

    def split(self, width: int, gap: int) -> tuple["Box", "Box"]:
        """A column of that width at the left, and the rest."""
        rest = self.w - width - gap
        return replace(self, w=width), Box(self.x + width + gap, self.y, rest, self.h)


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph: its size in points, whether it stands behind a bullet, the points of space after it."""

    text: str
    size: float = 14
    bold: bool = False
    colour: Colour = "ink"
    bullet: bool = False
    after: float = 4


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How many points wide a text is on one line.

    >>> round(text_width("Đắk Lắk", 10))
    38
    """
    return sum(_letter(letter) for letter in text) * size * (BOLD if bold else 1) * SPARE


def lines(text: str, size: float, room: float, *, bold: bool = False) -> int:
    """How many lines a text takes in so many points, broken between words."""
    count, used, space = 1, 0.0, text_width(" ", size, bold=bold)
    for word in text.split(" "):
        needed = text_width(word, size, bold=bold)
        if used and used + space + needed > room:
            count, used = count + 1, 0.0
        used += needed + (space if used else 0)
        while used > room:  # a word longer than the line
            count, used = count + 1, used - room
    return count


def height(words: Sequence[Words], box_width: int) -> int:
    """How many EMU high paragraphs are in a box that wide."""
    return round(sum(_tall(one, box_width / POINT) + one.after for one in words) * POINT)


def fitted(words: Sequence[Words], box: Box, least: float) -> list[Words] | None:
    """The paragraphs as large as the box lets them be: at most as given, none under `least` points."""
    most = max((one.size for one in words), default=least)
    shrink = 0.0
    while True:
        tried = [replace(one, size=max(one.size - shrink, min(one.size, least))) for one in words]
        if height(tried, box.w) <= box.h:
            return tried
        if shrink > most - least:
            return None
        shrink += 0.5


def add_words(
    shapes: SlideShapes | GroupShapes,
    box: Box,
    words: Sequence[Words],
    *,
    align: PP_ALIGN = PP_ALIGN.LEFT,
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
    name: str = "",
    wrap: bool = True,
) -> BaseShape:
    """A box with these paragraphs, without margins of its own."""
    shape = shapes.add_textbox(*box.place)
    if name:
        shape.name = clean(name)
    frame = text_of(shape)
    frame.word_wrap = wrap
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    frame.vertical_anchor = anchor
    fill_frame(frame, words, align=align)
    return shape


def text_of(shape: BaseShape) -> TextFrame:
    """The frame of a shape that holds words."""
    return cast(Shape, shape).text_frame


def described(shape: BaseShape, name: str, words: str) -> None:
    """Names a shape, and tells a reader who can't see it what it shows."""
    about = shape._element._nvXxPr.cNvPr
    about.set("name", clean(name))
    about.set("descr", clean(words))


def clean(text: str) -> str:
    """The text without signs that no XML may hold.

    >>> clean("Đắk\\x0b Lắk")
    'Đắk Lắk'
    """
    return "".join(letter for letter in text if letter.isprintable() or letter in "\n\t")


def fill_frame(
    frame: TextFrame, words: Sequence[Words], *, align: PP_ALIGN | None = None, bullets: bool = True
) -> None:
    """Writes paragraphs into a frame; without `bullets` those of the layout stay as they are."""
    for at, one in enumerate(words):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        if align is not None:
            paragraph.alignment = align
        paragraph.space_before, paragraph.space_after = Pt(0), Pt(one.after)
        if bullets:
            _bullet(paragraph, one)
        run = paragraph.add_run()
        run.text = one.text
        run.font.size, run.font.bold = Pt(one.size), one.bold
        if one.colour == "warning":
            run.font.color.rgb = RGBColor.from_string(TOKENS.warning[1:])
        elif one.colour == "accent":
            run.font.color.theme_color = MSO_THEME_COLOR.ACCENT_1
        else:
            soft = one.colour == "soft"
            run.font.color.theme_color = MSO_THEME_COLOR.TEXT_2 if soft else MSO_THEME_COLOR.TEXT_1


def _tall(one: Words, room: float) -> float:
    inner = room - one.size if one.bullet else room
    return lines(one.text, one.size, inner, bold=one.bold) * one.size * LINE


def _bullet(paragraph: _Paragraph, one: Words) -> None:
    properties = paragraph._p.get_or_add_pPr()
    indent = round(one.size * POINT) if one.bullet else 0
    properties.set("marL", str(indent))
    properties.set("indent", str(-indent))
    mark = '<a:buChar {ns} char="•"/>' if one.bullet else "<a:buNone {ns}/>"
    properties.append(parse_xml(mark.format(ns=nsdecls("a"))))


@cache  # of the letters of a language there are few
def _letter(letter: str) -> float:
    plain = unicodedata.normalize("NFD", letter)[0]
    found = WIDER.get(letter) or LETTERS.get(plain)
    if found is None:
        return OTHER
    horn = "\u031b" in unicodedata.normalize("NFD", letter)  # of ơ and ư, whatever tone is on them
    return max(found, WIDER[{"o": "ơ", "O": "Ơ", "u": "ư", "U": "Ư"}[plain]]) if horn else found
