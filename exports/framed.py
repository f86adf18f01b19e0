"""A figure as it is passed on by itself: with its title, filters, key and source in the picture."""

from collections.abc import Sequence
from html import escape
from textwrap import wrap

from charts.template import Figure
from charts.tokens import THEMES
from exports.printed import sentences
from exports.report import Caption, MapKey
from language import Language

PAD = 20  # pixels around everything
TITLE, SUBTITLE, NOTE, KEY = 18, 13, 11, 11.5  # sizes of letters in pixels
LINE = 1.4  # of the size of the letters
LETTER = 0.54  # a letter's mean width, of its size; bold ones are wider
BOLD = 0.6
SWATCH, KEY_ROW = 13, 20
KEY_TOP, KEY_WIDTH, KEY_MOST = (
    0.58,
    0.32,
    9,
)  # shares of the map; with more entries the empty ones are left out
TOKENS = THEMES["light"]


def framed(
    figure: Figure,
    caption: Caption,
    size: tuple[int, int],
    lang: Language,
    key: Sequence[MapKey] = (),
    *,
    told: bool = True,
) -> Figure:
    """The figure on white, as large as `size` (width, height in pixels): words above and below the drawing.

    `key` is a map's; it stands on the empty land and sea left of the country. Where a document tells the
    words beside the picture (`told` is false) only the mark of illustrative numbers stays in it.
    """
    width, height = size
    layout = figure["layout"]
    inside = _margin(layout)
    side = PAD if told else 0
    head = _head(caption, width - 2 * PAD) if told else []
    foot = _foot(caption, width - 2 * PAD, lang, told=told)
    margin = {
        "l": inside["l"] + side,
        "r": inside["r"] + side,
        "t": inside["t"] + side + _height(head),
        "b": inside["b"] + side + _height(foot),
    }
    words: list[Figure] = []
    drop: float = side
    for line in head:
        words.append(_words(line, -inside["l"], margin["t"] - drop, top=True))
        drop += _height([line])
    rise = side + _height(foot)
    for line in foot:
        rise -= _height([line])
        words.append(_words(line, -inside["l"], rise - margin["b"], top=False))
    swatches, labels = _key(key, width - margin["l"] - margin["r"], lang)
    return {
        **figure,
        "layout": {
            **layout,
            "width": width,
            "height": height,
            "margin": margin,
            "paper_bgcolor": TOKENS.surface,
            "plot_bgcolor": TOKENS.surface,
            "annotations": [*layout.get("annotations", ()), *words, *labels],
            "shapes": [*layout.get("shapes", ()), *swatches],
        },
    }


Line = tuple[str, float, str, bool]
"""The words of a line as HTML, the size of its letters, their colour, whether they are bold."""


def _head(caption: Caption, width: float) -> list[Line]:
    title = [(line, TITLE, TOKENS.ink, True) for line in _wrapped(caption.title, TITLE, width, BOLD)]
    subtitle = [
        (line, SUBTITLE, TOKENS.ink_soft, False) for line in _wrapped(caption.subtitle, SUBTITLE, width)
    ]
    return [*title, *subtitle, ("", NOTE, TOKENS.ink, False)]


def _foot(caption: Caption, width: float, lang: Language, *, told: bool) -> list[Line]:
    mark: list[Line] = []
    if caption.illustrative:
        mark.append((lang("SỐ LIỆU MINH HỌA"), NOTE, TOKENS.warning, True))
    if not told:
        return mark
    # Of the notes the one that says the same gives way to the mark.
    notes = [each for each in caption.notes if not (mark and each.startswith(mark[0][0]))]
    gap = ("", NOTE, TOKENS.ink, False)
    lines = _wrapped(sentences(notes), NOTE, width)
    return [gap, *mark, *((line, NOTE, TOKENS.ink_faint, False) for line in lines)]


def _key(key: Sequence[MapKey], width: float, lang: Language) -> tuple[list[Figure], list[Figure]]:
    swatches, labels, down = [], [], 0.0
    for entry in key if len(key) <= KEY_MOST else [each for each in key if each.count]:
        said = f"{entry.label} ({lang.number(entry.count)})"
        lines = _wrapped(said, KEY, KEY_WIDTH * width - SWATCH - 8)
        swatches.append(_swatch(entry.colour, down))
        label = _words(("<br>".join(lines), KEY, TOKENS.ink, False), SWATCH + 8, -down, top=True)
        labels.append(label | {"y": KEY_TOP})
        down += KEY_ROW + (len(lines) - 1) * KEY * LINE
    return swatches, labels


def _swatch(colour: str, down: float) -> Figure:
    return {
        "type": "rect",
        "xref": "paper",
        "yref": "paper",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": 0,
        "yanchor": KEY_TOP,
        "x0": 1,
        "x1": 1 + SWATCH,
        "y0": -down - SWATCH - 2,
        "y1": -down - 2,
        "fillcolor": colour,
        "line": {"color": TOKENS.border, "width": 0.8},
    }


def _words(line: Line, across: float, up: float, *, top: bool) -> Figure:
    """Words at so many pixels from the left and from the top (or the bottom) of the drawing."""
    text, size, colour, bold = line
    return {
        "text": f"<b>{text}</b>" if bold else text,
        "font": {"size": size, "color": colour},
        "showarrow": False,
        "align": "left",
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1 if top else 0,
        "xanchor": "left",
        "yanchor": "top" if top else "bottom",
        "xshift": across,
        "yshift": up,
        "borderpad": 0,
    }


def _wrapped(text: str, size: float, width: float, letter: float = LETTER) -> list[str]:
    """The text in lines that fit, as HTML: what plotly.js takes for a tag is written out."""
    return [escape(line, quote=False) for line in wrap(text, max(10, int(width / (size * letter))))]


def _height(lines: Sequence[Line]) -> float:
    return sum(size * LINE for _, size, _, _ in lines)


def _margin(layout: Figure) -> dict[str, float]:
    given = layout.get("template", {}).get("layout", {}).get("margin", {}) | layout.get("margin", {})
    return {side: given.get(side, 0) for side in "lrtb"}
