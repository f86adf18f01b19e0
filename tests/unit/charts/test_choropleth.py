"""The map: valid, small, sovereign, the same in every period, and silent towards other hosts."""

import json
import re
from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest

from charts.choropleth import FRAME, choropleth, drawn_boundaries
from charts.classes import classes
from charts.tokens import THEMES
from geodata.load import bounds
from geodata.outlines import own_outlines
from tests.unit.charts.examples import EN, INDICATOR, KNOWN, MISSING, PROVINCES, VI, table

COLOURINGS = ("value", "status", "gap", "change")
EVERY_MAP = pytest.mark.parametrize(
    ("colouring", "boundaries", "theme"),
    [(c, b, t) for c in COLOURINGS for b in ("34", "63", "reported") for t in THEMES],
)


def drawn(colouring="value", found=None, **changed):
    found = table(p01=MISSING) if found is None else found
    choices: dict[str, Any] = {
        "lang": VI,
        "theme": "light",
        "before": table(),
        "outlines": own_outlines(drawn_boundaries(found)),
    } | changed
    return choropleth(found, INDICATOR, colouring=colouring, **choices)


def trace(figure, name):
    (found,) = [each for each in figure["data"] if each["name"] == name]
    return found


def colour_of(figure, area):
    areas = trace(figure, "areas")
    share = (areas["z"][areas["locations"].index(area)] - areas["zmin"]) / (areas["zmax"] - areas["zmin"])
    return next(colour for edge, colour in reversed(areas["colorscale"]) if edge <= share)


@EVERY_MAP
def test_it_is_a_valid_figure(colouring, boundaries, theme):
    figure = drawn(colouring, table(boundaries, p01=MISSING), theme=theme, selected="01")
    assert len(go.Figure(figure).data) == len(figure["data"])


def test_the_country_is_whole_even_where_the_warehouse_lists_no_province():
    nothing = replace(table(), values=())
    assert trace(drawn(found=nothing), "unlisted")["locations"] == PROVINCES["34"]
    assert not trace(drawn(), "unlisted")["visible"]


@EVERY_MAP
def test_the_archipelagos_and_the_sea_are_named_and_in_the_frame(colouring, boundaries, theme):
    figure = drawn(colouring, table(boundaries), theme=theme)
    named = [*trace(figure, "archipelagos")["text"], *trace(figure, "sea")["text"]]
    assert [name.replace("<br>", " ") for name in named] == [
        "Quần đảo Hoàng Sa (Đà Nẵng)",
        "Quần đảo Trường Sa (Khánh Hòa)",
        "Biển Đông",
    ]
    west, east, south, north = FRAME
    for name in ("archipelagos", "sea"):
        places = trace(figure, name)
        assert places.get("visible", True)
        assert all(west < lon < east for lon in places["lon"])
        assert all(south < lat < north for lat in places["lat"])
    shapes_west, shapes_south, shapes_east, shapes_north = bounds("34")
    assert west < shapes_west
    assert shapes_east < east
    assert south < shapes_south
    assert shapes_north < north
    assert figure["layout"]["geo"]["lonaxis"]["range"] == [west, east]


def test_the_labels_are_english_in_english():
    figure = drawn(lang=EN)
    assert trace(figure, "archipelagos")["text"][0] == "Hoang Sa Islands<br>(Da Nang)"
    assert trace(figure, "sea")["text"] == ["East Sea"]


def test_an_archipelago_answers_as_its_province():
    figure = drawn(found=table(p48=replace(KNOWN, area_name="Đà Nẵng")))
    labels, areas = trace(figure, "archipelagos"), trace(figure, "areas")
    assert [row[0] for row in labels["customdata"]] == ["48", "56"]
    hovered = labels["customdata"][0]
    assert areas["customdata"][areas["locations"].index("48")][: len(hovered)] == hovered
    assert labels["hovertemplate"] == areas["hovertemplate"]


def test_the_archipelagos_are_named_on_an_empty_map_too():
    empty = replace(table(), values=())
    figure = drawn(found=empty)
    assert [row[0] for row in trace(figure, "archipelagos")["customdata"]] == ["48", "56"]
    assert len(go.Figure(figure).data) == len(figure["data"])


@EVERY_MAP
def test_no_address_but_the_shapes(colouring, boundaries, theme):
    written = json.dumps(drawn(colouring, table(boundaries), theme=theme, selected="01"))
    assert not re.findall(r"[a-z]+://|//[a-z]", written)
    assert set(re.findall(r'"geojson": "([^"]*)"', written)) == {
        own_outlines(drawn_boundaries(table(boundaries))).url
    }


@pytest.mark.parametrize("colouring", COLOURINGS)
def test_it_is_small(colouring):
    some = table(
        p01=MISSING, p04=replace(MISSING, status="not_applicable"), p08=replace(KNOWN, provisional=True)
    )
    assert len(json.dumps(drawn(colouring, some), ensure_ascii=False).encode()) < 15_000


@pytest.mark.parametrize("colouring", COLOURINGS)
@pytest.mark.parametrize("theme", THEMES)
def test_areas_have_the_colours_of_their_classes(colouring, theme):
    found = table(p01=MISSING, p04=replace(KNOWN, value=0.0, gap=80), p08=replace(KNOWN, status="achieved"))
    figure = drawn(colouring, found, theme=theme)
    legend = classes(found, INDICATOR, colouring=colouring, lang=VI, theme=theme, before=table())
    for each in legend:
        assert {colour_of(figure, area) for area in each.area_codes} <= {each.colour}


@pytest.mark.parametrize("colouring", COLOURINGS)
def test_a_new_period_changes_neither_colours_nor_order_nor_zoom(colouring):
    one, other = drawn(colouring), drawn(colouring, table(period="2025-Q1", p08=MISSING))
    assert [each["name"] for each in one["data"]] == [each["name"] for each in other["data"]]
    for key in ("colorscale", "zmin", "zmax"):
        assert trace(one, "areas")[key] == trace(other, "areas")[key]
    assert one["layout"]["uirevision"] == other["layout"]["uirevision"]
    assert colour_of(one, "11") == colour_of(other, "11")


@pytest.mark.parametrize("colouring", COLOURINGS)
def test_a_zero_is_drawn_unlike_what_is_missing(colouring):
    figure = drawn(colouring, table(p01=MISSING, p04=replace(KNOWN, value=0.0, gap=80)))
    assert colour_of(figure, "01") != colour_of(figure, "04")
    assert trace(figure, "hatch")["visible"]
    assert not trace(drawn(colouring, table()), "hatch")["visible"]


def test_provisional_areas_are_marked_so_that_it_shows_on_their_colour():
    light = drawn(found=table(p01=replace(KNOWN, value=5.0, provisional=True)))
    dark = drawn(found=table(p01=replace(KNOWN, value=95.0, provisional=True)))
    assert (
        trace(light, "provisional on light")["visible"],
        trace(light, "provisional on dark")["visible"],
    ) == (True, False)
    assert (
        trace(dark, "provisional on light")["visible"],
        trace(dark, "provisional on dark")["visible"],
    ) == (False, True)


def test_statuses_are_drawn_with_their_icons():
    icons = trace(drawn("status", table(p01=MISSING, p04=replace(KNOWN, status="achieved"))), "icons")
    assert icons["text"].count("✓") == 1
    assert icons["text"].count("▲") == len(PROVINCES["34"]) - 2
    assert not trace(drawn("value"), "icons")["visible"]


def test_what_is_drawn_over_the_areas_lets_the_pointer_through():
    figure = drawn("status", table(p01=MISSING), selected="01")
    answering = {"areas", "archipelagos"}
    assert {each["name"] for each in figure["data"] if each.get("hoverinfo") != "skip"} == answering


def test_the_selected_area_is_outlined():
    assert trace(drawn(selected="08"), "selected")["locations"] == ["08"]
    assert not trace(drawn(), "selected")["visible"]


def test_the_pointer_reads_everything():
    figure = drawn("gap", table(p08=replace(KNOWN, preliminary=True, illustrative=True, provisional=True)))
    areas = trace(figure, "areas")
    row = areas["customdata"][areas["locations"].index("08")]
    read = re.sub(r"%\{customdata\[(\d)\]\}", lambda place: row[int(place[1])], areas["hovertemplate"])
    assert read == (
        "<b>Tuyên Quang</b><br>Quý III/2026: <b>61,7%</b> (1.234/2.000)<br>▲ Cần tăng tốc"
        "<br>Chỉ tiêu: ≥ 80% đến 31/12/2030<br>So với chỉ tiêu: -18,3 điểm\u00a0%"
        "<br><i>tạm tính, độ phủ 93%, số sơ bộ, số liệu minh họa</i><extra></extra>"
    )


def test_a_missing_value_is_named_missing():
    areas = trace(drawn(found=table(p01=MISSING)), "areas")
    row = areas["customdata"][areas["locations"].index("01")]
    assert row[2:5] == ["chưa có số liệu", "", "<br>? Chưa có số liệu"]


@pytest.mark.parametrize(
    ("boundaries", "period", "shapes"),
    [
        ("34", "2025-Q1", "34"),
        ("63", "2026-Q3", "63"),
        ("reported", "2025-Q2", "63"),
        ("reported", "2025-Q3", "34"),
    ],
)
def test_reported_is_drawn_on_the_shapes_of_the_day(boundaries, period, shapes):
    assert drawn_boundaries(table(boundaries, period)) == shapes
