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

# On a page, as wide as its text, 13 pixels are letters of 9 points. Alone is what is passed on by itself.
CHART_ON_PAGE, MAP_ON_PAGE = (624, 310), (540, 560)
CHART_ALONE, MAP_ALONE = (960, 560), (900, 980)
BAR, AROUND_BARS, HIGHEST = 20, 40, 820  # pixels of a bar with its name; above and below all; of a page


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
            size = on_page(part)
            figure = whole(part, outlines, size, lang, told=False)
            found.images[part.key] = chromium.draw(figure, size, form)
        except ChromiumFailed as error:
            found.faults[part.key] = PictureFailed(part.caption.title, error.values["why"])
        except PictureFailed as error:
            found.faults[part.key] = error
    return found


def on_page(part: Chart | Map) -> Size:
    """How large a drawing is on a page beside its caption."""
    if isinstance(part, Map):
        return MAP_ON_PAGE
    width, height = CHART_ON_PAGE
    return width, min(HIGHEST, max(height, _needed(part)))


def alone(part: Chart | Map) -> Size:
    """How large a drawing is that is passed on by itself."""
    if isinstance(part, Map):
        return MAP_ALONE
    width, height = CHART_ALONE
    return width, max(height, _needed(part) + height - CHART_ON_PAGE[1])


def _needed(chart: Chart) -> int:
    """The height that lets the names of all bars be read."""
    bars = len(chart.plot.categories) if chart.plot.kind == "bar" else 0
    return max(AROUND_BARS + BAR * bars, round(chart.figure["layout"].get("height", 0)))


def picture(
    part: Chart | Map, chromium: Chromium, outlines: Sequence[Outlines], lang: Language, form: Form = "png"
) -> bytes:
    """One picture to be passed on by itself, with all words in it.

    Raises ChromiumMissing, PictureFailed.
    """
    try:
        size = alone(part)
        return chromium.draw(whole(part, outlines, size, lang), size, form)
    except ChromiumFailed as error:
        raise PictureFailed(part.caption.title, error.values["why"]) from error


def whole(
    part: Chart | Map, outlines: Sequence[Outlines], size: Size, lang: Language, *, told: bool = True
) -> Figure:
    """The figure of a chart or map with nothing left to be fetched, framed.

    Raises PictureFailed for a map of other outlines than these.
    """
    key = part.legend if isinstance(part, Map) else ()
    shapes = {each.url: each.shapes for each in outlines}
    try:
        figure = _inlined(part.figure, shapes)
    except KeyError as error:
        why = lang("không có ranh giới {address}", address=error.args[0])
        raise PictureFailed(part.caption.title, why) from error
    return framed(figure, part.caption, size, lang, key, told=told)


def _inlined(figure: Figure, shapes: Mapping[str, Figure]) -> Figure:
    """The figure with the outlines in it that it names by an address."""

    def of(trace: Figure) -> Figure:
        address = trace.get("geojson")
        return trace | {"geojson": shapes[address]} if isinstance(address, str) else trace

    return figure | {"data": [of(trace) for trace in figure["data"]]}
