"""A report as slides, read back with python-pptx: numbers, maps, notes, places, and the same bytes again."""

import doctest
from dataclasses import replace
from io import BytesIO
from itertools import combinations
from zipfile import ZipFile

import openpyxl
import pytest
from pptx import Presentation
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from exports import slides_chart, slides_legend, slides_words
from exports.report import Report, Section, Text
from exports.slides import write_pptx
from exports.slides_chart import number_format, parts
from exports.slides_words import Words, height
from geodata.islands import ARCHIPELAGOS, ArchipelagoMissing
from language import language
from tests.unit.exports.small_report import (
    LETTERS,
    NAMES,
    OUTLINES,
    column_chart,
    map_of_provinces,
    ranking_chart,
    small_report,
    trend_chart,
)

VI, EN = language("vi"), language("en")
ISLANDS = ("Quần đảo Hoàng Sa (Đà Nẵng)", "Quần đảo Trường Sa (Khánh Hòa)")


def opened(report: Report):
    """What was written, as python-pptx reads it."""
    file = BytesIO()
    write_pptx(report, file)
    return Presentation(BytesIO(file.getvalue()))


@pytest.fixture(scope="module")
def slides():
    return opened(small_report())


def everything(shapes):
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from everything(shape.shapes)


def charts(slides):
    return [shape for slide in slides.slides for shape in slide.shapes if shape.has_chart]


def the_map(slides):
    title = map_of_provinces().caption.title
    return next(
        shape
        for slide in slides.slides
        for shape in slide.shapes
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP and shape.name == title
    )


def words_of(slide) -> str:
    return "\n".join(shape.text_frame.text for shape in everything(slide.shapes) if shape.has_text_frame)


def test_first_slide_says_whose_what_when_and_that_numbers_are_made_up(slides):
    said = words_of(slides.slides[0])
    for words in (
        "BỘ DÂN TỘC VÀ TÔN GIÁO",
        "Báo cáo tình hình",
        "Đến hết quý III/2026",
        "Lần nạp số 7, 02/10/2026".lower(),
        "SỐ LIỆU MINH HỌA",
    ):
        assert words in said or words in said.lower()


@pytest.mark.parametrize("made", [trend_chart, column_chart, ranking_chart])
def test_chart_data_are_the_reports(slides, made):
    chart = made()
    drawn = [shape.chart for shape in charts(slides) if shape.name == chart.caption.title]
    categories, values = [], [[] for _ in chart.plot.lines]
    for each in drawn:
        categories += list(each.plots[0].categories)
        for at, series in enumerate(each.plots[0].series):
            values[at] += series.values
            assert series.name == chart.plot.lines[at].name
    assert tuple(categories) == chart.plot.categories
    assert [tuple(line) for line in values] == [line.values for line in chart.plot.lines]


def test_workbook_behind_a_chart_holds_the_numbers_and_leaves_gaps_empty(slides):
    plot = trend_chart().plot
    chart = next(shape.chart for shape in charts(slides) if shape.name == trend_chart().caption.title)
    sheet = openpyxl.load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][1:] == tuple(line.name for line in plot.lines)
    assert [row[0] for row in rows[1:]] == list(plot.categories)
    assert [row[1] for row in rows[1:]] == list(plot.lines[0].values)
    assert None in plot.lines[0].values


def test_gaps_stay_gaps(slides):
    assert all(
        shape.chart._chartSpace.find(".//{*}dispBlanksAs").get("val") == "gap" for shape in charts(slides)
    )


def test_target_is_dashed_and_lines_have_the_screens_colours(slides):
    chart = next(shape.chart for shape in charts(slides) if shape.name == trend_chart().caption.title)
    for series, line in zip(chart.plots[0].series, trend_chart().plot.lines, strict=True):
        assert str(series.format.line.color.rgb).lower() == line.colour[1:]
        assert (series.format.line.dash_style == MSO_LINE.DASH) == line.dashed


def test_bars_have_their_own_colours(slides):
    plot = ranking_chart().plot
    drawn = [shape.chart for shape in charts(slides) if shape.name == ranking_chart().caption.title]
    found = [
        str(series.points[at].format.fill.fore_color.rgb).lower()
        for chart in drawn
        for series in chart.plots[0].series
        for at in range(len(list(chart.plots[0].categories)))
    ]
    assert found == [colour[1:] for colour in plot.colours]


def test_colours_of_bars_are_told_in_words(slides):
    slide = next(
        each for each in slides.slides if any(s.name == ranking_chart().caption.title for s in each.shapes)
    )
    assert "■ Đúng tiến độ" in words_of(slide)


def test_halves_of_a_long_list_are_measured_alike(slides):
    drawn = [shape.chart for shape in charts(slides) if shape.name == ranking_chart().caption.title]
    assert len(drawn) == 2
    assert len({(each.value_axis.minimum_scale, each.value_axis.maximum_scale) for each in drawn}) == 1
    assert len(parts(ranking_chart().plot)[0].categories) == 17


def test_number_formats_say_unit_digits_and_language():
    assert number_format("%", 1, VI) == '[$-42A]#,##0.0"%"'
    assert number_format("người", 0, EN) == "[$-409]#,##0"


def test_bars_without_a_value_are_named(slides):
    slide = next(
        each for each in slides.slides if any(s.name == ranking_chart().caption.title for s in each.shapes)
    )
    assert "Chưa có số liệu: Hà Nội." in words_of(slide)


def test_chart_without_any_value_says_so():
    plot = trend_chart().plot
    empty = replace(
        plot, lines=tuple(replace(line, values=(None,) * len(plot.categories)) for line in plot.lines)
    )
    report = small_report()
    parts_ = (replace(trend_chart(), plot=empty),)
    slides = opened(replace(report, sections=(Section("paths", "Diễn biến", parts_),)))
    assert not charts(slides)
    assert "chưa có số liệu" in words_of(slides.slides[1])


def test_every_province_is_a_shape_with_its_name_and_colour(slides):
    shapes = {
        shape.name: shape for shape in the_map(slides).shapes if shape.shape_type == MSO_SHAPE_TYPE.FREEFORM
    }
    for area in map_of_provinces().areas:
        shape = shapes[area.name]
        assert str(shape.fill.fore_color.rgb).lower() == area.colour[1:]
        assert area.said in shape._element.nvSpPr.cNvPr.get("descr")
    assert set(shapes) == {*NAMES.values(), *ISLANDS}


def test_both_archipelagos_are_shapes_of_their_own_at_their_places_and_named(slides):
    group = the_map(slides)
    shapes = {shape.name: shape for shape in group.shapes}
    said = "\n".join(
        shape.text_frame.text.replace("\n", " ") for shape in group.shapes if shape.has_text_frame
    )
    for name, province in zip(ISLANDS, ("Đà Nẵng", "Khánh Hòa"), strict=True):
        assert shapes[name].shape_type == MSO_SHAPE_TYPE.FREEFORM
        assert shapes[name].left > shapes[province].left + shapes[province].width  # out at sea
        assert shapes[name].fill.fore_color.rgb == shapes[province].fill.fore_color.rgb
        assert name in said
    assert shapes[ISLANDS[1]].top > shapes[ISLANDS[0]].top + shapes[ISLANDS[0]].height
    assert "Biển Đông" in said


def test_outlines_without_the_archipelagos_are_refused():
    west, _, east, _ = ARCHIPELAGOS[0].box
    features = [
        feature
        | {
            "geometry": {
                "type": "MultiPolygon",
                "coordinates": [
                    polygon
                    for polygon in (
                        feature["geometry"]["coordinates"]
                        if feature["geometry"]["type"] == "MultiPolygon"
                        else [feature["geometry"]["coordinates"]]
                    )
                    if not all(west <= lon <= east for lon, _ in polygon[0])
                ],
            }
        }
        for feature in OUTLINES.shapes["features"]
    ]
    broken = replace(OUTLINES, shapes=OUTLINES.shapes | {"features": features})
    file = BytesIO()
    with pytest.raises(ArchipelagoMissing):
        write_pptx(small_report(), file, outlines=[broken])
    assert file.getvalue() == b""


def test_outlines_given_are_drawn(slides):
    """Imported ones take the place of the project's own."""
    file = BytesIO()
    write_pptx(small_report(), file, outlines=[OUTLINES])
    names = [shape.name for shape in the_map(Presentation(BytesIO(file.getvalue()))).shapes]
    assert names == [shape.name for shape in the_map(slides).shapes]


def test_classes_are_told_without_colours(slides):
    """The sign of the legend stands on each province."""
    group, drawn = the_map(slides), map_of_provinces()
    signs = [
        shape.text_frame.text
        for shape in group.shapes
        if shape.has_text_frame and len(shape.text_frame.text) == 1
    ]
    for key in drawn.legend:
        assert signs.count(key.label[0]) == key.count


def test_legend_counts_and_names_the_provinces(slides):
    legend = next(
        shape
        for slide in slides.slides
        for shape in slide.shapes
        if shape.name == "Chú giải" and hasattr(shape, "shapes")
    )
    said = "\n".join(shape.text_frame.text for shape in legend.shapes)
    assert "Đúng tiến độ: 14" in said
    assert "Chưa có số liệu: 1\nHà Nội" in said


def test_notes_have_the_source_of_every_number(slides):
    notes = {
        slide.shapes.title.text: slide.notes_slide.notes_text_frame.text
        for slide in slides.slides
        if slide.has_notes_slide
    }
    assert len(notes) == len(slides.slides)
    drawn = map_of_provinces().caption
    assert all(line in notes[drawn.title] for line in (*drawn.origins, *drawn.notes))
    # Words without a drawing rest on the indicators that they name: S02 is one that the report has.
    assert all("Báo cáo được lập theo lần nạp số 7" in each for each in notes.values())


def test_words_alone_name_the_sources_of_their_indicators():
    report = small_report()
    words = Section("summary", "Tóm tắt", (Text(("Trưởng thôn được tập huấn (S02) tăng.",)),))
    slides = opened(replace(report, sections=(words, *report.sections[1:])))
    assert (
        "S02 · Hà Nội · Quý III/2026: chưa có số liệu" in slides.slides[1].notes_slide.notes_text_frame.text
    )


def test_slides_are_numbered_by_fields_and_have_the_footer(slides):
    for number, slide in enumerate(list(slides.slides)[1:], start=2):
        fields = slide._element.findall(".//{*}fld")
        assert [(each.get("type"), each.find("{*}t").text) for each in fields] == [("slidenum", str(number))]
        assert "Bộ Dân tộc và Tôn giáo · Nguồn: Kho dữ liệu công tác dân tộc · Lần nạp số 7" in words_of(
            slide
        )


def test_slides_are_read_aloud_from_the_title_to_the_number(slides):
    titles = [slide.shapes.title.text for slide in slides.slides]
    assert len(set(titles)) == len(titles)
    for slide in list(slides.slides)[1:]:
        assert slide.shapes[0] == slide.shapes.title
        assert [shape.placeholder_format.type for shape in list(slide.shapes)[-2:]] == [
            PP_PLACEHOLDER.FOOTER,
            PP_PLACEHOLDER.SLIDE_NUMBER,
        ]
        assert {each.get("lang") for each in slide._element.iter("{*}rPr")} == {"vi-VN"}


def test_illustrative_numbers_are_marked_on_every_slide_and_real_ones_on_none(slides):
    assert all("SỐ LIỆU MINH HỌA" in words_of(slide) for slide in slides.slides)
    report = small_report()
    real = opened(replace(report, illustrative=False))
    assert not [slide for slide in real.slides if "SỐ LIỆU MINH HỌA" in words_of(slide)]


def test_long_table_goes_on_with_its_header_repeated_and_loses_no_row(slides):
    found = [
        shape.table
        for slide in slides.slides
        for shape in slide.shapes
        if shape.has_table and shape.name == "Giá trị theo tỉnh, thành phố"
    ]
    assert len(found) > 1
    heads = {tuple(cell.text for cell in each.rows[0].cells) for each in found}
    assert heads == {("Mã", "Tỉnh, thành phố", "Giá trị", "Chỉ tiêu (%)", "Hạn", "Lưu ý")}
    names = [row.cells[1].text for each in found for row in list(each.rows)[1:]]
    assert names[: len(NAMES)] == list(NAMES.values())
    assert names[-len(LETTERS) :] == list(LETTERS)
    values = [row.cells[2].text for each in found for row in list(each.rows)[1:]]
    assert values[0] == "1.235 người"
    assert values[1] == "1.235,6%"
    assert values[2] == "chưa có số liệu"
    assert values[5] == "được ẩn"


def test_definitions_are_those_of_what_is_drawn_and_where_the_others_are(slides):
    slide = next(each for each in slides.slides if each.shapes.title.text == "Phụ lục: Định nghĩa các chỉ số")
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    assert [row.cells[0].text for row in table.rows] == ["Mã", "S02"]
    assert "đủ 12 chỉ số ở bản Word và bản Excel" in words_of(slide)


@pytest.mark.parametrize("module", [slides_words, slides_chart, slides_legend])
def test_examples_in_words(module):
    found = doctest.testmod(module)
    assert found.attempted
    assert not found.failed


def test_charts_maps_and_tables_are_told_to_who_cant_see_them(slides):
    told = [
        shape._element._nvXxPr.cNvPr.get("descr")
        for slide in slides.slides
        for shape in slide.shapes
        if shape.has_chart or shape.has_table or shape.name == map_of_provinces().caption.title
    ]
    assert len(told) >= 6
    assert all(told)


def test_nothing_leaves_the_slide_and_no_words_overflow_their_box(slides):
    for slide in slides.slides:
        for shape in everything(slide.shapes):
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= slides.slide_width + 1
            assert shape.top + shape.height <= slides.slide_height + 1
            if shape.has_text_frame and shape.text_frame.word_wrap and shape.text_frame.text:
                words = [
                    Words(p.text, p.runs[0].font.size.pt, bool(p.runs[0].font.bold), after=p.space_after.pt)
                    for p in shape.text_frame.paragraphs
                    if p.runs and p.runs[0].font.size and p.space_after is not None
                ]
                slack = words[-1].after * 12_700 if words else 0
                assert height(words, shape.width) - slack <= shape.height + 12_700, shape.text_frame.text


def test_drawings_and_tables_dont_cover_each_other(slides):
    for slide in slides.slides:
        boxes = [
            shape for shape in slide.shapes if shape.has_chart or shape.has_table or hasattr(shape, "shapes")
        ]
        for one, other in combinations(boxes, 2):
            apart = (
                one.left + one.width <= other.left
                or other.left + other.width <= one.left
                or one.top + one.height <= other.top
                or other.top + other.height <= one.top
            )
            assert apart, (one.name, other.name)


def test_same_report_gives_the_same_bytes_and_no_hour_of_now():
    first, second = BytesIO(), BytesIO()
    write_pptx(small_report(), first)
    write_pptx(small_report(), second)
    assert first.getvalue() == second.getvalue()
    about = Presentation(BytesIO(first.getvalue())).core_properties
    assert (about.title, about.author) == (small_report().title, "Bộ Dân tộc và Tôn giáo")
    assert about.created.date() == about.modified.date() == small_report().written_on
    with ZipFile(BytesIO(first.getvalue())) as packed:
        assert {each.date_time for each in packed.infolist()} == {(2026, 11, 25, 0, 0, 0)}


def test_slides_are_grouped_by_sections_with_the_annex_last(slides):
    sections = [each.get("name") for each in slides.part._element.findall(".//{*}section")]
    assert sections[1:] == ["Tóm tắt", "Bản đồ", "Xếp hạng và so sánh", "Diễn biến các chỉ số", "Phụ lục"]
    assert len(slides.part._element.findall(".//{*}section//{*}sldId")) == len(slides.slides)


def test_palette_offers_our_colours_and_letters_are_on_every_machine(slides):
    file = BytesIO()
    slides.save(file)
    with ZipFile(BytesIO(file.getvalue())) as packed:
        theme = packed.read("ppt/theme/theme1.xml").decode()
    assert 'typeface="Arial"' in theme
    assert "Calibri" not in theme
    assert "23407C" in theme


def test_province_stands_out_on_small_maps_of_its_report():
    report = small_report()
    maps = Section("maps", "Bản đồ", (map_of_provinces(), replace(map_of_provinces(), key="map-S01")))
    slides = opened(replace(report, scope="08", sections=(maps,)))
    assert len(slides.slides) == 2
    shapes = {shape.name: shape for shape in the_map(slides).shapes}
    assert shapes["Tuyên Quang"].line.width > shapes["Hà Nội"].line.width
    assert set(ISLANDS) <= set(shapes)


def test_text_that_is_too_long_goes_on_over_slides():
    sentence = "Đây là một câu dài để xem chữ có tràn ra ngoài khung hay không. " * 4
    long = Section("summary", "Tóm tắt", (Text(tuple(f"{n}. {sentence}" for n in range(30)), "list"),))
    slides = opened(replace(small_report(), sections=(long,)))
    said = "\n".join(words_of(slide) for slide in slides.slides)
    assert len(slides.slides) > 3
    assert all(f"{n}. Đây" in said for n in range(30))
    test_nothing_leaves_the_slide_and_no_words_overflow_their_box(slides)


def test_names_are_text_not_formulas():
    chart = ranking_chart()
    plot = replace(chart.plot, categories=("=1+1", *chart.plot.categories[1:]))
    slides = opened(replace(small_report(), sections=(Section("r", "R", (replace(chart, plot=plot),)),)))
    sheet = openpyxl.load_workbook(BytesIO(charts(slides)[0].chart.part.chart_workbook.xlsx_part.blob)).active
    assert sheet["A2"].data_type == "s"


def test_signs_that_no_file_may_hold_are_left_out():
    chart, drawn = ranking_chart(), map_of_provinces()
    plot = replace(chart.plot, categories=("Đắk\x0b Lắk", *chart.plot.categories[1:]))
    areas = (replace(drawn.areas[0], name="Hà\x00 Nội", said="\x1f?"), *drawn.areas[1:])
    odd = (replace(chart, plot=plot), replace(drawn, areas=areas), Text(("a\x01b",)))
    slides = opened(replace(small_report(), title="Báo\x08 cáo", sections=(Section("r", "R\x02", odd),)))
    assert next(iter(charts(slides)[0].chart.plots[0].categories)) == "Đắk Lắk"
    assert "Hà Nội" in {shape.name for shape in the_map(slides).shapes}


def test_former_provinces_are_drawn_on_their_own_outlines():
    drawn = replace(map_of_provinces(), boundaries="63", areas=())
    slides = opened(replace(small_report(), sections=(Section("maps", "Bản đồ", (drawn,)),)))
    names = {shape.name for shape in the_map(slides).shapes}
    assert {"Hà Giang", "Bà Rịa - Vũng Tàu", *ISLANDS} <= names


def test_empty_report_is_a_first_slide():
    assert len(opened(replace(small_report(), sections=())).slides) == 1


def test_english():
    slides = opened(replace(small_report(), locale="en"))
    said = words_of(slides.slides[2])
    assert "East Sea" in said
    assert "Hoang Sa Islands" in said
