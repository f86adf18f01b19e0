"""The small map of a province: never without both archipelagos and Biển Đông; all of it answers a click."""

import json
from math import hypot

import plotly.graph_objects as go
import pytest

from charts.choropleth import FRAME
from charts.neighbours import ROOM, apart, neighbour_map
from charts.tokens import THEMES, contrast
from geodata.load import bounds, neighbours
from geodata.outlines import own_outlines
from geodata.provinces import newest
from tests.unit.charts.examples import EN, VI

EVERY = pytest.mark.parametrize(
    ("area", "boundaries", "theme"),
    [(a, b, t) for a in (None, "08", "48", "56") for b in ("34", "63") for t in THEMES],
)


def drawn(area="08", boundaries="34", theme="light", lang=VI):
    names = {code: one.name_vi for code, one in newest(boundaries).items()}
    around = neighbours(boundaries).get(area or "", ())
    return neighbour_map(area, around, names, own_outlines(boundaries), lang=lang, theme=theme)


def trace(figure, name):
    (found,) = [each for each in figure["data"] if each["name"] == name]
    return found


@EVERY
def test_the_archipelagos_and_the_sea_are_drawn_named_and_in_the_frame(area, boundaries, theme):
    """The rule without exception: every map shows both archipelagos and Biển Đông, labelled."""
    figure = drawn(area, boundaries, theme)
    said = " ".join(text for each in figure["data"] for text in each.get("text", ()))
    for name in ("Quần đảo Hoàng Sa<br>(Đà Nẵng)", "Quần đảo Trường Sa<br>(Khánh Hòa)", "Biển Đông"):
        assert name in said
    west, south, east, north = bounds(boundaries)
    geo = figure["layout"]["geo"]
    assert geo["lonaxis"]["range"][0] < west < east < geo["lonaxis"]["range"][1]
    assert geo["lataxis"]["range"][0] < south < north < geo["lataxis"]["range"][1]
    assert [*geo["lonaxis"]["range"], *geo["lataxis"]["range"]] == list(FRAME)
    land = trace(figure, "provinces")["locations"]
    assert {"48", "56"} <= set(land)


@EVERY
def test_it_is_a_valid_figure_of_the_whole_country(area, boundaries, theme):
    figure = drawn(area, boundaries, theme)
    assert len(go.Figure(figure).data) == len(figure["data"])
    assert set(trace(figure, "provinces")["locations"]) == set(newest(boundaries))
    json.dumps(figure)


def test_the_archipelagos_lead_to_their_provinces():
    assert [row[0] for row in trace(drawn(), "archipelagos")["customdata"]] == ["48", "56"]


def test_the_names_on_the_sea_are_in_the_readers_language():
    said = " ".join(text for each in drawn(lang=EN)["data"] for text in each.get("text", ()))
    assert "Hoang Sa" in said
    assert "East Sea" in said


def test_the_province_its_neighbours_and_the_others_are_told_apart():
    land = trace(drawn("08"), "provinces")
    kinds = dict(zip(land["locations"], land["z"], strict=True))
    assert kinds["08"] == 2
    assert {code for code, kind in kinds.items() if kind == 1} == set(neighbours("34")["08"])


def test_numbers_stand_on_the_neighbours_in_the_order_of_the_list():
    numbers = trace(drawn("08"), "numbers")
    assert numbers["text"] == [str(place) for place in range(1, len(neighbours("34")["08"]) + 1)]
    assert [row[0] for row in numbers["customdata"]] == list(neighbours("34")["08"])


@pytest.mark.parametrize("theme", THEMES)
def test_numbers_can_be_read_on_their_colour(theme):
    figure = drawn("08", theme=theme)
    fill = trace(figure, "provinces")["colorscale"][2][1]
    assert contrast(trace(figure, "numbers")["textfont"]["color"], fill) >= 4.5


def test_every_province_names_its_code_to_whoever_clicks_it():
    land = trace(drawn(None), "provinces")
    assert [row[0] for row in land["customdata"]] == land["locations"]


@pytest.mark.parametrize("area", sorted(newest("34")))
def test_no_number_covers_another(area):
    numbers = trace(drawn(area), "numbers")
    points = list(zip(numbers["lon"], numbers["lat"], strict=True))
    for place, one in enumerate(points):
        assert all(hypot(one[0] - other[0], one[1] - other[1]) >= 0.9 * ROOM for other in points[:place])


def test_points_with_room_stay_where_they_are():
    assert apart([(105.0, 20.0), (107.0, 20.0)]) == [(105.0, 20.0), (107.0, 20.0)]
