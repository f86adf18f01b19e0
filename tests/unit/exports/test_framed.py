"""The frame of an exported picture: every word that has to go along, and no word that is taken for HTML."""

from dataclasses import replace

import plotly.graph_objects as go
import pytest

from exports.framed import framed
from exports.images import alone, on_page, whole
from language import language
from tests.unit.exports.small_report import (
    NOTES,
    OUTLINES,
    caption,
    map_of_provinces,
    ranking_chart,
    trend_chart,
)

VI, EN = language("vi"), language("en")
SIZE = (960, 560)


def words(figure) -> str:
    """All that is written around the drawing, a line each."""
    return "\n".join(each["text"] for each in figure["layout"]["annotations"])


@pytest.mark.parametrize(
    "part", [map_of_provinces(), trend_chart(), ranking_chart()], ids=lambda part: part.key
)
@pytest.mark.parametrize("told", [True, False])
def test_it_is_a_valid_figure_of_the_size_asked_for(part, told):
    figure = whole(part, [OUTLINES], alone(part), VI, told=told)
    drawn = go.Figure(figure)
    assert (drawn.layout.width, drawn.layout.height) == alone(part)
    assert drawn.layout.paper_bgcolor == "#ffffff"


def test_title_filters_period_source_day_boundaries_and_the_mark_are_in_the_picture():
    part = trend_chart()
    found = words(framed(part.figure, part.caption, SIZE, VI)).replace("\n", " ")
    assert part.caption.title in found
    assert part.caption.subtitle in found
    assert "<b>SỐ LIỆU MINH HỌA</b>" in found
    for note in NOTES[1:]:
        assert note in found
    assert "ILLUSTRATIVE DATA" in words(framed(part.figure, part.caption, SIZE, EN))


def test_what_is_not_illustrative_has_no_mark():
    part = ranking_chart()
    plain = replace(part.caption, illustrative=False, notes=NOTES[1:])
    assert "MINH HỌA" not in words(framed(part.figure, plain, SIZE, VI))


def test_beside_a_caption_only_the_mark_stays():
    part = ranking_chart()
    assert words(framed(part.figure, part.caption, SIZE, VI, told=False)) == "<b>SỐ LIỆU MINH HỌA</b>"


def test_a_long_title_is_written_on_several_lines_and_the_drawing_begins_below():
    part = ranking_chart()
    short = framed(part.figure, caption("Ngắn"), SIZE, VI)
    long = framed(part.figure, caption("Tên rất dài của một chỉ số " * 8), SIZE, VI)
    assert long["layout"]["margin"]["t"] > short["layout"]["margin"]["t"] + 20


def test_texts_are_never_tags():
    found = words(framed(ranking_chart().figure, caption("<a href='x'>Đà Nẵng</a> & Huế"), SIZE, VI))
    assert "&lt;a href='x'&gt;Đà Nẵng&lt;/a&gt; &amp; Huế" in found


def test_a_map_has_its_key_with_counts_and_its_own_outlines():
    part = map_of_provinces()
    figure = whole(part, [OUTLINES], alone(part), VI)
    for entry in part.legend:
        assert f"{entry.label} ({entry.count})" in words(figure)
    assert [shape["fillcolor"] for shape in figure["layout"]["shapes"]] == [k.colour for k in part.legend]
    assert not [trace for trace in figure["data"] if isinstance(trace.get("geojson"), str)]
    assert isinstance(part.figure["data"][0]["geojson"], str), "the figure of the screen is as it was"


def test_of_a_long_key_only_what_is_on_the_map_is_shown():
    part = map_of_provinces()
    key = [replace(part.legend[0], label=f"Nhóm {n}", count=n % 2) for n in range(12)]
    figure = framed(part.figure, part.caption, SIZE, VI, key)
    assert len(figure["layout"]["shapes"]) == 6


def test_a_bar_of_each_province_has_room_for_its_name():
    assert on_page(ranking_chart())[1] >= 34 * 20
    assert on_page(trend_chart())[1] < 400
