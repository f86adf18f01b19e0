"""Charts that staff edit in PowerPoint: native ones, their numbers in a workbook inside the file."""

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import cast

from pptx.chart.axis import CategoryAxis, ValueAxis
from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import ChartData
from pptx.chart.series import LineSeries
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Pt

from charts.statuses import STATUSES
from charts.tokens import contrast
from exports.report import Caption, Line, Plot
from exports.slides_words import TOKENS, Box, Words, add_words, clean, described, text_of
from language import Language

KINDS = {
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
}
MARKERS = (
    (XL_MARKER_STYLE.CIRCLE, "●"),
    (XL_MARKER_STYLE.SQUARE, "■"),
    (XL_MARKER_STYLE.DIAMOND, "◆"),
    (XL_MARKER_STYLE.TRIANGLE, "▲"),
    (XL_MARKER_STYLE.X, "×"),
    (XL_MARKER_STYLE.PLUS, "+"),
)
DASHED = "– –"
LOCALES = {"vi": "[$-42A]", "en": "[$-409]"}
NEAR_ALL, ALL = 80, 100  # percent
MOST_NEWEST = 2  # lines whose newest numbers don't stand in each other's way
ONE_COLUMN = 20  # bars; more stand in two charts beside each other, to the same measure
GAP = 300_000
ROOM = 1.25  # of the longest bar, for the number at its end
SMALL, FEW_NAMES = 4_200_000, 6  # EMU under which so many names at most stand along an axis
READABLE, FAINT = 4.5, 1.5  # contrasts: of small letters; of a bar that needs an outline


def add_chart(
    shapes: SlideShapes,
    box: Box,
    plot: Plot,
    caption: Caption,
    lang: Language,
    size: float = 12,
    *,
    key: bool = True,
) -> None:
    """Adds the plot as one chart, or as two where it has many bars; one without values says so.

    A legend stands below where there are several lines, unless `key` is false.
    """
    if not any(value is not None for line in plot.lines for value in line.values):
        add_words(shapes, box, [Words(lang.missing, 14, colour="soft")], name=caption.title)
        return
    for part, place in zip(parts(plot), box.columns(len(parts(plot)), GAP), strict=True):
        chart = _native(shapes, place, part, plot, caption, lang, size)
        chart.has_legend = key and len(plot.lines) > 1
        if chart.has_legend:
            chart.legend.position = XL_LEGEND_POSITION.BOTTOM
            chart.legend.include_in_layout = False
            chart.legend.font.size = Pt(size)


def add_key(
    shapes: SlideShapes, box: Box, lines: Sequence[Line], size: float, name: str, sign: str = ""
) -> None:
    """Adds one legend for several charts of the same lines: the markers in their colours, the names."""
    shape = add_words(shapes, box, [Words("", size)], name=name)
    paragraph = text_of(shape).paragraphs[0]
    for at, line in enumerate(lines):
        mark = sign or (DASHED if line.dashed else MARKERS[at % len(MARKERS)][1])
        for text, colour in ((f"{mark} ", line.colour), (f"{line.name}      ", "")):
            run = paragraph.add_run()
            run.text = text
            run.font.size, run.font.bold = Pt(size), bool(colour)
            if colour:
                run.font.color.rgb = RGBColor.from_string(colour[1:])
            else:
                run.font.color.theme_color = MSO_THEME_COLOR.TEXT_1


def add_colours(shapes: SlideShapes, box: Box, plot: Plot, lang: Language, size: float) -> bool:
    """Adds what the colours of bars mean, where they are those of statuses and the names don't say it."""
    known = {each.light: lang(each.word) for each in reversed(STATUSES.values())}
    said = [Line(known[colour], (), colour) for colour in dict.fromkeys(plot.colours) if colour in known]
    told = bool(said) and not {line.name for line in said} & set(plot.categories)
    if told:
        add_key(shapes, box, said, size, lang("Chú giải"), sign="■")
    return told


def look(plot: Plot) -> list[tuple[str, str, bool]]:
    """How the lines of a plot are told apart: those that are alike can share a legend."""
    return [(line.name, line.colour, line.dashed) for line in plot.lines]


def parts(plot: Plot) -> list[Plot]:
    """The plot as it stands on a slide: itself, or the upper and the lower half of a long list of bars."""
    count = len(plot.categories)
    if plot.kind != "bar" or count <= ONE_COLUMN:
        return [plot]
    half = ceil(count / 2)
    return [_cut(plot, slice(0, half)), _cut(plot, slice(half, count))]


def number_format(unit: str, decimals: int, lang: Language) -> str:
    """The format of numbers in a unit, with the commas and points of the report's language.

    >>> from language import language
    >>> number_format("%", 1, language("vi"))
    '[$-42A]#,##0.0"%"'
    """
    digits = "#,##0" + ("." + "0" * decimals if decimals else "")
    return LOCALES[lang.code] + digits + ('"%"' if unit == "%" else "")


def _cut(plot: Plot, part: slice) -> Plot:
    lines = tuple(Line(one.name, one.values[part], one.colour, one.dashed) for one in plot.lines)
    return Plot(plot.kind, plot.categories[part], lines, plot.unit, plot.decimals, plot.colours[part])


def _native(
    shapes: SlideShapes,
    box: Box,
    plot: Plot,
    whole: Plot,
    caption: Caption,
    lang: Language,
    size: float,
) -> NativeChart:
    form = number_format(plot.unit, plot.decimals, lang)
    data = ChartData(number_format=form)
    data.categories = [_plain(category) for category in plot.categories]
    for line in plot.lines:
        data.add_series(_plain(line.name), line.values)
    frame = cast(GraphicFrame, shapes.add_chart(KINDS[plot.kind], *box.place, data))
    described(frame, caption.title, caption.alt)
    chart = frame.chart
    chart.has_title = False
    chart.font.size = Pt(size)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    _names(chart.category_axis, every=2 if box.w < SMALL and len(plot.categories) > FEW_NAMES else 1)
    if plot.kind == "line":
        _lines(chart, plot, form, size)
    else:
        _bars(chart, plot, whole, form, size)
    return chart


def _lines(chart: NativeChart, plot: Plot, form: str, size: float) -> None:
    """Each line told apart by its marker and dash, too; of one or two the newest numbers beside them."""
    _grid(chart.value_axis, form)
    if plot.unit not in ("", "%"):
        _unit(chart.value_axis, plot.unit, size)
    most = max(value for line in plot.lines for value in line.values if value is not None)
    if plot.unit == "%" and NEAR_ALL < most <= ALL:  # by itself the axis would go on to 120%
        chart.value_axis.maximum_scale = ALL
    solid = [line for line in plot.lines if not line.dashed]
    highest = max(solid, key=lambda line: _last(line) or 0, default=None)
    for at, (series, line) in enumerate(zip(chart.plots[0].series, plot.lines, strict=True)):
        colour = RGBColor.from_string(line.colour[1:])
        series.smooth = False
        series.format.line.color.rgb = colour
        series.format.line.width = Pt(1.75 if line.dashed else 2.5)
        if line.dashed:
            series.format.line.dash_style = MSO_LINE.DASH
            series.marker.style = XL_MARKER_STYLE.NONE
            continue
        series.marker.style = MARKERS[at % len(MARKERS)][0]
        series.marker.size = 7
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = colour
        series.marker.format.line.color.rgb = colour
        if len(solid) <= MOST_NEWEST:
            _newest(series, line, form, size, above=line is highest)


def _last(line: Line) -> float | None:
    return next((value for value in reversed(line.values) if value is not None), None)


def _newest(series: LineSeries, line: Line, form: str, size: float, *, above: bool) -> None:
    """Writes the last known number of a line at its point."""
    known = [at for at, value in enumerate(line.values) if value is not None]
    if not known:
        return
    label = series.points[known[-1]].data_label
    label.font.size, label.font.bold = Pt(size), True
    if contrast(line.colour, TOKENS.surface) >= READABLE:
        label.font.color.rgb = RGBColor.from_string(line.colour[1:])
    label.position = XL_LABEL_POSITION.ABOVE if above else XL_LABEL_POSITION.BELOW
    element = label._get_or_add_dLbl()
    numbers = parse_xml(f"<c:numFmt {nsdecls('c')} sourceLinked='0'/>")
    numbers.set("formatCode", form)
    first = element.find("{*}spPr")
    first = element.find("{*}txPr") if first is None else first
    first.addprevious(numbers)


def _bars(chart: NativeChart, plot: Plot, whole: Plot, form: str, size: float) -> None:
    """Bars from zero on with their numbers at their ends; the names read from above."""
    axis, names, drawn = chart.value_axis, chart.category_axis, chart.plots[0]
    drawn.gap_width = 45
    drawn.has_data_labels = True
    labels = drawn.data_labels
    labels.number_format, labels.number_format_is_linked = form, False
    labels.font.size = Pt(size)
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.show_value = True
    names.reverse_order = plot.kind == "bar"
    names.format.line.color.theme_color = MSO_THEME_COLOR.TEXT_1
    names.format.line.color.brightness = 0.6
    names.major_tick_mark = XL_TICK_MARK.NONE
    axis.has_major_gridlines = False
    axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.format.line.fill.background()
    low, high = scale([value for line in whole.lines for value in line.values])
    axis.minimum_scale = low
    if whole is not plot:
        axis.maximum_scale = high
    if plot.unit not in ("", "%"):
        _unit(axis, plot.unit, size)
    for series, line in zip(drawn.series, plot.lines, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = RGBColor.from_string((line.colour or "#23407c")[1:])
        series.invert_if_negative = False
        if len(plot.lines) == 1:
            for at, colour in enumerate(plot.colours):
                look = series.points[at].format
                look.fill.solid()
                look.fill.fore_color.rgb = RGBColor.from_string(colour[1:])
                if contrast(colour, TOKENS.surface) < FAINT:
                    look.line.color.rgb = RGBColor.from_string(TOKENS.border[1:])
                    look.line.width = Pt(0.75)


def scale(values: Sequence[float | None]) -> tuple[float, float]:
    """A round measure that holds all bars and their labels: zero is part of it.

    >>> scale([12.5, 87.0, None])
    (0, 109.0)
    """
    known = [value for value in values if value is not None] or [1.0]
    low, high = min(0.0, *known, 0), max(0.0, *known, 0) or 1.0
    step = 10 ** floor(log10(high - low)) / 10
    return (floor(low / step) * step if low < 0 else 0), ceil(high * ROOM / step) * step


def _grid(axis: ValueAxis, form: str) -> None:
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = form, False
    line = axis.major_gridlines.format.line
    line.color.theme_color, line.color.brightness = MSO_THEME_COLOR.TEXT_1, 0.8
    line.width = Pt(0.5)
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.format.line.fill.background()


def _unit(axis: ValueAxis, unit: str, size: float) -> None:
    axis.has_title = True
    frame = axis.axis_title.text_frame
    frame.text = unit
    font = frame.paragraphs[0].runs[0].font
    font.size, font.bold = Pt(size), False


def _names(axis: CategoryAxis, every: int) -> None:
    """The names along the axis, or every so manieth where they would stand in each other's way."""
    after = axis._element.find("{*}noMultiLvlLbl")
    after.addprevious(parse_xml(f"<c:tickLblSkip {nsdecls('c')} val='{every}'/>"))
    axis.format.line.color.theme_color = MSO_THEME_COLOR.TEXT_1
    axis.format.line.color.brightness = 0.6


def _plain(text: str) -> str:
    """The text, so that the workbook computes nothing from it."""
    text = clean(text)
    return f"'{text}" if text.startswith("=") else text
