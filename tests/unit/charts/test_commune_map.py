"""The map of communes: painted by their classes, and never without Hoàng Sa, Trường Sa and Biển Đông."""

import json
from dataclasses import replace

import plotly.graph_objects as go
import pytest

from charts.classes import classes
from charts.commune_map import INSET_FRAME, commune_map
from charts.tokens import THEMES
from geodata.islands import ARCHIPELAGOS
from geodata.load import bounds
from geodata.outlines import Outlines, own_outlines
from indicators.model import Value, ValueTable
from tests.unit.charts.examples import EN, INDICATOR, KNOWN, MISSING, VI

COLOURINGS = ("value", "status", "gap")
SUPPRESSED = replace(MISSING, suppressed=True, zone="III")
ISLANDS = {"48": ("20333", "hoang_sa"), "56": ("22736", "truong_sa")}
EVERY = pytest.mark.parametrize(
    ("province", "colouring", "theme"),
    [(p, c, t) for p in ("08", "48", "56") for c in COLOURINGS for t in THEMES],
)


def square(code: str, west: float, south: float, archipelago: str | None = None, size: float = 0.2) -> dict:
    ring = [
        [west, south],
        [west, south + size],
        [west + size, south + size],
        [west + size, south],
        [west, south],
    ]
    properties = {
        "name_vi": code,
        "name_en": code,
        "label_point": [west + size / 2, south + size / 2],
        "room": size / 2,
        "archipelago": archipelago,
    }
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "id": code, "properties": properties, "geometry": geometry}


def communes(province: str = "08", tall: bool = False) -> Outlines:
    """Three communes in a row and, of the two provinces that have one, their archipelago."""
    features = [
        square(f"0000{n}", 105 + (0 if tall else n * 0.2), 22 + (n * 0.2 if tall else 0)) for n in (1, 2, 3)
    ]
    if province in ISLANDS:
        west, south, _, _ = next(a.box for a in ARCHIPELAGOS if a.province == province)
        features.append(square(ISLANDS[province][0], west + 1, south + 1, ISLANDS[province][1]))
    shapes = {
        "type": "FeatureCollection",
        "attribution": "© A test",
        "frame": [105, 22, 105.8, 22.8],
        "features": features,
    }
    return Outlines(f"/geo/communes/{province}-1.json", b"", shapes, imported=True)


def table(outlines: Outlines, **others: Value) -> ValueTable:
    values = tuple(replace(others.get(f"c{code}", KNOWN), area_code=code) for code in outlines.codes)
    return ValueTable("S02", "2026-Q3", "34", 7, values, replace(KNOWN, area_code="VN"))


def drawn(province: str = "08", colouring="value", tall: bool = False, lang=VI, **changed):
    outlines = communes(province, tall)
    selected, theme = changed.pop("selected", None), changed.pop("theme", "light")
    return commune_map(
        changed.pop("found", None) or table(outlines, **changed),
        INDICATOR,
        colouring=colouring,
        lang=lang,
        theme=theme,
        province=province,
        communes=outlines,
        country=own_outlines("34"),
        selected=selected,
    )


def trace(figure, name):
    (found,) = [each for each in figure["data"] if each["name"] == name]
    return found


@EVERY
def test_it_is_a_valid_figure(province, colouring, theme):
    figure = drawn(province, colouring, theme=theme, selected="00001", c00002=SUPPRESSED)
    assert len(go.Figure(figure).data) == len(figure["data"])


@EVERY
def test_the_archipelagos_and_the_sea_are_named_and_in_the_corner(province, colouring, theme):
    figure = drawn(province, colouring, theme=theme)
    country, marked = trace(figure, "country"), trace(figure, "province")
    assert {*country["locations"], *marked["locations"]} == set(own_outlines("34").codes)
    assert marked["locations"] == [province]
    for each in (country, marked):
        assert each["geo"] == "geo2"
        assert each["geojson"] == own_outlines("34").url  # which can't be read without both archipelagos
        assert each["visible"]
    named = [*trace(figure, "archipelagos")["text"], *trace(figure, "sea")["text"]]
    assert [name.replace("<br>", " ") for name in named] == [
        "Quần đảo Hoàng Sa (Đà Nẵng)",
        "Quần đảo Trường Sa (Khánh Hòa)",
        "Biển Đông",
    ]
    west, east, south, north = INSET_FRAME
    for name in ("archipelagos", "sea"):
        places = trace(figure, name)
        assert places["geo"] == "geo2"
        assert places.get("visible", True)
        assert all(west < lon < east for lon in places["lon"])
        assert all(south < lat < north for lat in places["lat"])
        assert min([places["textfont"]["size"]]) >= 9
    land = bounds("34")
    assert west < land[0]
    assert land[2] < east
    assert south < land[1]
    assert land[3] < north
    layout = figure["layout"]["geo2"]
    assert layout["lonaxis"]["range"] == [west, east]
    assert layout["lataxis"]["range"] == [south, north]


def test_the_names_are_english_in_english():
    assert trace(drawn(lang=EN), "archipelagos")["text"][0] == "Hoang Sa Islands<br>(Da Nang)"


@pytest.mark.parametrize("tall", [True, False])
def test_the_corner_covers_nothing_of_the_province(tall):
    layout = drawn(tall=tall)["layout"]
    main, corner = layout["geo"]["domain"], layout["geo2"]["domain"]
    assert main["x"][1] <= corner["x"][0] or corner["y"][1] <= main["y"][0]


@pytest.mark.parametrize(("province", "archipelago"), ISLANDS.items())
def test_an_archipelago_is_painted_and_clicked_in_the_corner_of_its_province(province, archipelago):
    code, _ = archipelago
    figure = drawn(province, selected=code)
    areas, corner = trace(figure, "areas"), trace(figure, "archipelago communes")
    assert corner["locations"] == [code]
    place = areas["locations"].index(code)
    assert (corner["z"], corner["colorscale"]) == ([areas["z"][place]], areas["colorscale"])
    target = trace(figure, "archipelago target")
    assert target["customdata"] == corner["customdata"] == [areas["customdata"][place]]
    assert target["marker"]["size"] >= 44
    assert trace(figure, "selected archipelago")["locations"] == [code]
    west, _, east, _ = next(a.box for a in ARCHIPELAGOS if a.province == province)
    assert west < target["lon"][0] < east


def test_other_provinces_have_no_archipelago_to_click():
    figure = drawn("08")
    assert not trace(figure, "archipelago communes")["visible"]
    assert not trace(figure, "archipelago target")["visible"]


@pytest.mark.parametrize("province", ISLANDS)
def test_the_archipelago_leaves_the_mainland_its_size(province):
    west, east = drawn(province)["layout"]["geo"]["lonaxis"]["range"]
    assert east - west < 1


@pytest.mark.parametrize("colouring", COLOURINGS)
def test_what_is_suppressed_looks_unlike_what_is_missing_and_tells_nothing(colouring):
    told = replace(KNOWN, suppressed=True, zone="III", provisional=True)  # even if a number slips through
    figure = drawn(colouring=colouring, c00001=told, c00002=MISSING)
    areas = trace(figure, "areas")
    assert areas["z"][0] != areas["z"][1]
    assert trace(figure, "mesh")["visible"]
    assert trace(figure, "hatch")["visible"]
    assert not trace(drawn(colouring=colouring, c00002=MISSING), "mesh")["visible"]
    row = areas["customdata"][0]
    assert row[2:5] == ["Được ẩn để bảo vệ thông tin cá nhân", "", ""]
    assert row[6:] == ["", "", ""]
    assert not [number for number in ("61,7", "1.234", "2.000") if number in json.dumps(row)]
    legend = classes(table(communes(), c00001=told), INDICATOR, colouring=colouring, lang=VI, theme="light")
    assert [each.label for each in legend if "00001" in each.area_codes] == [row[2]]


def test_the_pointer_reads_the_zone():
    figure = drawn(c00001=replace(KNOWN, area_name="Xã Lũng Cú", zone="III"))
    assert trace(figure, "areas")["customdata"][0][1] == "Xã Lũng Cú · khu vực III"


def test_a_commune_that_the_outlines_lack_is_not_asked_for():
    more = table(communes())
    more = replace(more, values=(*more.values, replace(KNOWN, area_code="99999")))
    figure = drawn(found=more, selected="99999")
    assert trace(figure, "areas")["locations"] == ["00001", "00002", "00003"]
    assert not trace(figure, "selected")["visible"]


def test_a_commune_that_the_table_lacks_is_drawn():
    few = table(communes())
    few = replace(few, values=few.values[:1])
    assert trace(drawn(found=few), "unlisted")["locations"] == ["00002", "00003"]


def test_only_communes_answer_the_pointer():
    figure = drawn("48", "status", c00001=MISSING, selected="00001")
    answering = {each["name"] for each in figure["data"] if each.get("hoverinfo") != "skip"}
    assert answering == {"areas", "archipelago communes", "archipelago target"}


def test_a_small_commune_has_no_icon_that_would_cover_others():
    outlines = communes()
    outlines.shapes["features"][0]["properties"]["room"] = 0.001
    figure = commune_map(
        table(outlines),
        INDICATOR,
        colouring="status",
        lang=VI,
        theme="light",
        province="08",
        communes=outlines,
        country=own_outlines("34"),
    )
    assert len(trace(figure, "icons")["text"]) == 2
