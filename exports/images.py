"""The charts and maps of a report as pictures, drawn on the server."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from charts.template import Figure
from exports.chromium import Chromium, Form
from exports.errors import ChromiumFailed, PictureFailed
from exports.framed import framed
from exports.report import Chart, Map, Report
from geodata.outlines import Outlines
from language import Language, language

Size = tuple[int, int]
"""Width and height in pixels of 1/96 inch."""

# The width of a page's text, so that 13 pixels are letters of 9 points there; and a picture by itself.
ON_PAGE: dict[type, Size] = {Chart: (624, 360), Map: (540, 560)}
ALONE: dict[type, Size] = {Chart: (960, 600), Map: (900, 980)}


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a report by the key of their chart, and of each that failed why."""

    images: dict[str, bytes] = field(default_factory=dict)
    faults: dict[str, PictureFailed] = field(default_factory=dict)


def drawings(report: Report) -> Iterator[Chart | Map]:
    """The charts and maps of a report, in order."""
    for section in report.sections:
        yield from (part for part in section.parts if isinstance(part, Chart | Map))


def pictures(
    report: Report,
    chromium: Chromium,
    outlines: Sequence[Outlines],
    form: Form = "png",
    *,
    told: Callable[[Chart | Map], None] = lambda part: None,
) -> Pictures:
    """All pictures of a report as they stand on its pages, beside their captions.

    `outlines` are those that its maps are drawn from. `told` hears of each before it is drawn. One that can't
    be drawn leaves the others alone. Raises ChromiumMissing.
    """
    found, lang = Pictures(), language(report.locale)
    for part in drawings(report):
        told(part)
        try:
            figure = whole(part, outlines, ON_PAGE[type(part)], lang, told=False)
            found.images[part.key] = chromium.draw(figure, ON_PAGE[type(part)], form)
        except ChromiumFailed as error:
            found.faults[part.key] = PictureFailed(part.caption.title, error.values["why"])
    return found


def picture(
    part: Chart | Map, chromium: Chromium, outlines: Sequence[Outlines], lang: Language, form: Form = "png"
) -> bytes:
    """One picture to be passed on by itself, with all words in it.

    Raises ChromiumMissing, PictureFailed.
    """
    try:
        size = ALONE[type(part)]
        return chromium.draw(whole(part, outlines, size, lang), size, form)
    except ChromiumFailed as error:
        raise PictureFailed(part.caption.title, error.values["why"]) from error


def whole(
    part: Chart | Map, outlines: Sequence[Outlines], size: Size, lang: Language, *, told: bool = True
) -> Figure:
    """The figure of a chart or map with nothing left to be fetched, framed."""
    key = part.legend if isinstance(part, Map) else ()
    shapes = {each.url: each.shapes for each in outlines}
    figure = _inlined(part.figure, shapes)
    return framed(figure, part.caption, size, lang, key, told=told)


def _inlined(figure: Figure, shapes: Mapping[str, Figure]) -> Figure:
    """The figure with the outlines in it that it names by an address."""

    def of(trace: Figure) -> Figure:
        address = trace.get("geojson")
        return trace | {"geojson": shapes[address]} if isinstance(address, str) else trace

    return figure | {"data": [of(trace) for trace in figure["data"]]}
