"""The import of outlines: what is wrong is listed, all of it, and nothing is replaced."""

import json
from pathlib import Path

import brotli
import geopandas
import pytest
import shapely
from shapely.geometry import shape

from geodata.official.checks import Known
from geodata.official.drawing import communes_text
from geodata.official.importing import import_outlines
from geodata.outlines import own_outlines, read_communes, read_outlines

HOANG_SA, TRUONG_SA = shapely.box(112.0, 16.0, 112.01, 16.01), shapely.box(114.0, 9.0, 114.01, 9.01)
PROVINCES = {
    "01": shapely.box(105, 21, 106, 22),
    "08": shapely.box(106, 21, 107, 22),
    "48": shapely.union_all([shapely.box(105, 20, 106, 21), HOANG_SA]),
    "56": shapely.union_all([shapely.box(106, 20, 107, 21), TRUONG_SA]),
}
KNOWN = {code: Known(f"Tỉnh {code}", f"Province {code}", code) for code in PROVINCES}
COMMUNES = {
    "00001": shapely.box(105, 21, 106, 22),
    "00002": shapely.box(106, 21, 107, 22),
    "20001": shapely.box(105, 20, 106, 21),
    "20333": HOANG_SA,
    "22001": shapely.box(106, 20, 107, 21),
    "22736": TRUONG_SA,
}
OF = {"00001": "01", "00002": "01", "20001": "48", "20333": "48", "22001": "56", "22736": "56"}
KNOWN_COMMUNES = {code: Known(f"Xã {code}", f"Commune {code}", OF[code]) for code in COMMUNES}


def frame(outlines, crs="EPSG:4326", column="code"):
    return geopandas.GeoDataFrame({column: list(outlines)}, geometry=list(outlines.values()), crs=crs)


@pytest.fixture
def take(tmp_path):
    """Imports outlines into a folder; answers with the report."""

    def taken(outlines=None, file="outlines.geojson", known=KNOWN, level="province", made=None, **options):
        path = tmp_path / file
        if made is None and outlines is not None:
            frame(outlines).to_file(path, engine="pyogrio")
        elif made is not None:
            made(path)
        return import_outlines([path], level, "34", known, tmp_path / "data", "© Một cơ quan", **options)

    return taken


@pytest.fixture
def data(tmp_path) -> Path:
    return tmp_path / "data"


def with_(**changed):
    outlines = PROVINCES | {code.removeprefix("p"): outline for code, outline in changed.items()}
    return {code: outline for code, outline in outlines.items() if outline is not None}


def fault(report, *parts):
    """The one fault that says all of this."""
    (found,) = [said for said in report.faults if all(part in said for part in parts)]
    return found


def test_what_is_right_is_drawn_before_the_projects_own(take, data):
    report = take(PROVINCES)
    assert report.faults == []
    drawn = read_outlines(data, "34")
    assert (drawn.imported, drawn.attribution) == (True, "© Một cơ quan")
    assert drawn.codes == ["01", "08", "48", "56"]
    assert drawn.shapes["features"][0]["properties"]["name_vi"] == "Tỉnh 01"
    assert read_outlines(data, "63") is own_outlines("63")


def test_the_63_are_imported_beside_the_34(tmp_path, data):
    frame(PROVINCES).to_file(tmp_path / "a.gpkg", engine="pyogrio")
    assert import_outlines([tmp_path / "a.gpkg"], "province", "63", KNOWN, data, "©").faults == []
    assert read_outlines(data, "63").imported
    assert read_outlines(data, "34") is own_outlines("34")


def test_without_an_import_the_projects_own_are_drawn(data):
    assert read_outlines(data, "34") is own_outlines("34")
    assert read_communes(data, "08") is None


@pytest.mark.parametrize("file", ["a.geojson", "a.gpkg", "a.shp"])
def test_every_format_is_read(take, data, file):
    assert take(PROVINCES, file).faults == []
    assert read_outlines(data, "34").codes == list(PROVINCES)


def test_several_files_are_one_set(tmp_path, data):
    files = [tmp_path / f"{code}.geojson" for code in PROVINCES]
    for file, code in zip(files, PROVINCES, strict=True):
        frame({code: PROVINCES[code]}).to_file(file, engine="pyogrio")
    assert import_outlines(files, "province", "34", KNOWN, data, "©").faults == []


def test_another_reference_system_is_taken_over(take, data):
    vn2000 = frame(PROVINCES).to_crs("EPSG:3405")  # metres
    report = take(file="a.gpkg", made=lambda path: vn2000.to_file(path, engine="pyogrio"))
    assert report.faults == []
    assert "WGS 84" in report.notes[0]
    drawn = shape(read_outlines(data, "34").shapes["features"][0]["geometry"])
    assert drawn.bounds == pytest.approx((105, 21, 106, 22), abs=1e-3)


@pytest.mark.parametrize("column", ["CODE", "ma_tinh"])
def test_the_column_of_codes_is_found(take, column):
    found = frame(PROVINCES, column=column).assign(name="x", other=1)
    assert take(made=lambda path: found.to_file(path, engine="pyogrio")).faults == []


def test_numbers_get_their_zeros_back(take):
    found = frame(PROVINCES)
    found["code"] = found["code"].astype(int)
    assert take(file="a.shp", made=lambda path: found.to_file(path, engine="pyogrio")).faults == []


def test_a_column_that_is_not_there_is_named_with_those_that_are(take):
    found = frame(PROVINCES, column="ten").replace({"01": "a", "08": "b", "48": "c", "56": "d"})
    assert fault(take(made=lambda path: found.to_file(path, engine="pyogrio")), "“code”", "ten")
    assert fault(take(PROVINCES, column="ma"), "“ma”", "--code-column")


def test_the_shared_borders_stay_shared_and_rings_run_clockwise(take, data):
    wavy = shapely.segmentize(shapely.box(105, 21, 106, 22), 0.01)
    take(with_(p01=wavy, p08=shapely.segmentize(PROVINCES["08"], 0.01)))
    areas = [shape(each["geometry"]) for each in read_outlines(data, "34").shapes["features"]]
    assert shapely.coverage_is_valid(areas)
    assert not any(part.exterior.is_ccw for area in areas for part in shapely.get_parts(area))
    assert shapely.get_num_coordinates(areas[0]) < shapely.get_num_coordinates(wavy) / 10


def test_the_archipelagos_are_drawn_as_large_as_on_the_projects_own_map(take, data):
    take(PROVINCES)
    for each in read_outlines(data, "34").shapes["features"]:
        if each["id"] in ("48", "56"):
            at_sea = shape(each["geometry"]).intersection(shapely.box(110, 5, 118, 18))
            own = next(f for f in own_outlines("34").shapes["features"] if f["id"] == each["id"])
            assert (
                at_sea.area >= shape(own["geometry"]).intersection(shapely.box(110, 5, 118, 18)).area * 0.99
            )


WRONG = {
    "an unknown code": (with_(p99=shapely.box(107, 20, 108, 21)), ("không có trong kho dữ liệu", "99")),
    "a missing province": (with_(p08=None), ("Thiếu 1", "08 Tỉnh 08")),
    "an overlap": (
        with_(p08=shapely.box(105.5, 21, 107, 22)),
        ("Chồng lấn", "01 Tỉnh 01, 08 Tỉnh 08", "km²"),
    ),
    "a gap": (with_(p01=PROVINCES["01"] - shapely.box(105.4, 21, 106, 21.6)), ("Khe hở", "01 Tỉnh 01")),
    "a ring that crosses itself": (
        with_(p01=shapely.Polygon([(105, 21), (106, 22), (106, 21), (105, 22)])),
        ("01 Tỉnh 01", "không tự sửa được"),
    ),
    "coordinates elsewhere": (with_(p01=shapely.box(5, 21, 6, 22)), ("ngoài khung", "01 Tỉnh 01")),
    "longitude and latitude swapped": (
        {code: shapely.transform(each, lambda p: p[:, ::-1]) for code, each in PROVINCES.items()},
        ("ngoài khung", "đổi chỗ"),
    ),
    "a line": (with_(p01=shapely.LineString([(105, 21), (106, 22)])), ("01", "LineString")),
    "no Hoàng Sa": (with_(p48=shapely.box(105, 20, 106, 21)), ("Quần đảo Hoàng Sa",)),
    "no Trường Sa": (with_(p56=shapely.box(106, 20, 107, 21)), ("Quần đảo Trường Sa",)),
    "Hoàng Sa in another province": (
        with_(p48=shapely.box(105, 20, 106, 21), p01=shapely.union_all([PROVINCES["01"], HOANG_SA])),
        ("Hoàng Sa", "bị ghi vào 01 Tỉnh 01"),
    ),
}


@pytest.mark.parametrize("kind", WRONG)
def test_what_is_wrong_is_named_and_nothing_is_replaced(take, data, kind):
    take(PROVINCES, "right.geojson")
    before = read_outlines(data, "34").body
    outlines, parts = WRONG[kind]
    report = take(outlines, "wrong.geojson")
    assert fault(report, *parts)
    assert report.written == []
    assert read_outlines(data, "34").body == before
    assert [file.name for file in (data / "outlines").iterdir()] == ["provinces34.geojson"]


def test_all_that_is_wrong_is_said_at_once(take):
    report = take(
        with_(
            p08=None,
            p99=shapely.box(107, 20, 108, 21),
            p48=shapely.box(105, 20, 106, 21),
            p01=shapely.Polygon([(105, 21), (106, 22), (106, 21), (105, 22)]),
        )
    )
    assert len(report.faults) == 4


def test_a_code_that_comes_twice_is_named(take):
    twice = frame({"01": PROVINCES["01"], "08": PROVINCES["08"]}).replace({"code": {"08": "01"}})
    assert fault(take(made=lambda path: twice.to_file(path, engine="pyogrio")), "Mã trùng", "01 Tỉnh 01")


def test_an_area_without_a_code_is_counted(take):
    nameless = frame(PROVINCES)
    nameless.loc[0, "code"] = None
    assert fault(take(made=lambda path: nameless.to_file(path, engine="pyogrio")), "1 đối tượng không có mã")


def test_an_area_without_a_shape_is_named(take):
    assert fault(take(with_(p01=shapely.Polygon())), "01 Tỉnh 01", "không có hình")


@pytest.mark.parametrize("content", ["", "not a map", '{"type": "FeatureCollection", "features": []}'])
@pytest.mark.parametrize("file", ["a.geojson", "a.gpkg", "a.shp"])
def test_a_file_that_is_empty_or_cant_be_read_is_named(take, data, file, content):
    report = take(file=file, made=lambda path: path.write_text(content, "utf-8"))
    assert len(report.faults) == 1
    assert file in report.faults[0]
    assert not data.exists()


def test_a_file_that_is_not_there_is_named(take):
    assert fault(take(file="nowhere.shp"), "nowhere.shp", "không có tệp này")


def test_an_address_is_never_fetched(tmp_path):
    report = import_outlines([Path("http://127.0.0.1:9/x.geojson")], "province", "34", KNOWN, tmp_path, "©")
    assert fault(report, "không có tệp này")


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
def test_a_shapefile_without_its_reference_system_is_refused(take):
    nowhere = frame(PROVINCES, crs=None)
    report = take(file="a.shp", made=lambda path: nowhere.to_file(path, engine="pyogrio"))
    assert fault(report, "hệ tọa độ", ".prj")


def test_metres_that_claim_to_be_degrees_are_refused_with_a_hint(take):
    metres = frame(PROVINCES).to_crs("EPSG:3405").set_crs("EPSG:4326", allow_override=True)
    report = take(file="a.gpkg", made=lambda path: metres.to_file(path, engine="pyogrio"))
    assert fault(report, "ngoài khung", "mét")


def test_a_geopackage_of_several_layers_asks_which(take):
    def made(path):
        frame(PROVINCES).to_file(path, engine="pyogrio", layer="tinh")
        frame(COMMUNES).to_file(path, engine="pyogrio", layer="xa")

    assert fault(take(file="a.gpkg", made=made), "tinh, xa", "--layer")
    assert take(file="b.gpkg", made=made, layer="tinh").faults == []


def test_a_small_fault_is_mended_and_said(take, data):
    sliver = shapely.box(105.999, 21, 107, 22)  # overlaps the neighbour by 100 m
    spike = shapely.Polygon(
        [(105, 21), (105, 22), (106, 22), (106, 21), (105.5, 21), (105.5, 20.5), (105.5, 21)]
    )
    hole = PROVINCES["48"] - shapely.box(105.4, 20.5, 105.41, 20.51)
    report = take(with_(p08=sliver, p01=spike, p48=hole))
    assert report.faults == []
    assert len(report.notes) == 3
    areas = [shape(each["geometry"]) for each in read_outlines(data, "34").shapes["features"]]
    assert shapely.coverage_is_valid(areas)
    assert not any(part.interiors for area in areas for part in shapely.get_parts(area))


def test_a_new_import_is_noticed_without_a_restart(take, data):
    take(PROVINCES)
    before = read_outlines(data, "34")
    assert read_outlines(data, "34") is before
    take(with_(p01=shapely.box(104.5, 21, 106, 22)))
    assert read_outlines(data, "34").url != before.url


@pytest.mark.parametrize("damage", ["", "{", '{"features": []}', "islands"])
def test_a_file_damaged_after_the_import_is_told_and_not_drawn(take, data, caplog, damage):
    take(PROVINCES)
    file = data / "outlines" / "provinces34.geojson"
    content = json.loads(file.read_text("utf-8"))
    content["features"] = content["features"][:2]  # 48 and 56 hold the archipelagos
    file.write_text(json.dumps(content) if damage == "islands" else damage, "utf-8")
    assert read_outlines(data, "34") is own_outlines("34")
    assert "outlines not read" in caplog.text


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"files": {"01": "01-gone.geojson"}}'])
def test_communes_damaged_after_the_import_are_told_and_not_drawn(take, data, caplog, damage):
    take(COMMUNES, known=KNOWN_COMMUNES, level="commune")
    (data / "outlines" / "communes.json").write_text(damage, "utf-8")
    assert read_communes(data, "01") is None
    assert "outlines not read" in caplog.text


def test_a_commune_of_no_province_is_refused(take):
    known = KNOWN_COMMUNES | {"00001": Known("Xã", "Commune", "")}
    assert fault(take(COMMUNES, known=known, level="commune"), "Không thuộc tỉnh nào", "00001 Xã")


def test_communes_are_read_by_province(take, data):
    report = take(COMMUNES, known=KNOWN_COMMUNES, level="commune")
    assert report.faults == []
    found = read_communes(data, "01")
    assert (found.codes, found.attribution) == (["00001", "00002"], "© Một cơ quan")
    assert found.frame == (105, 21, 107, 22)
    assert read_communes(data, "08") is None
    held = read_communes(data, "48")
    assert [each["properties"]["archipelago"] for each in held.shapes["features"]] == [None, "hoang_sa"]
    assert held.frame == (105, 20, 106, 21)  # the mainland
    island = shape(held.shapes["features"][1]["geometry"])
    assert island.area > 100 * HOANG_SA.area  # the symbols, which can be seen


@pytest.mark.parametrize("code", ["20333", "22736"])
def test_communes_without_an_archipelago_are_refused(take, data, code):
    few = {each: outline for each, outline in COMMUNES.items() if each != code}
    known = {each: KNOWN_COMMUNES[each] for each in few}
    report = take(few, known=known, level="commune")
    assert fault(report, "Không có Quần đảo")
    assert not data.exists()


def test_an_archipelago_in_a_commune_of_another_province_is_refused(take):
    known = KNOWN_COMMUNES | {"20333": Known("Đặc khu Hoàng Sa", "Hoang Sa", "56")}
    report = take(COMMUNES, known=known, level="commune")
    assert fault(report, "bị ghi vào 20333")


def test_the_files_of_an_earlier_import_of_communes_go(take, data):
    take(COMMUNES, known=KNOWN_COMMUNES, level="commune")
    before = read_communes(data, "01")
    moved = COMMUNES | {"00001": shapely.box(104.5, 21, 106, 22)}
    take(moved, known=KNOWN_COMMUNES, level="commune")
    assert read_communes(data, "01").url != before.url
    assert len(list((data / "outlines" / "communes").iterdir())) == 3


def test_a_code_known_to_have_gone_round_wrong_is_read_right(take, data):
    known = {"06970" if code == "00002" else code: each for code, each in KNOWN_COMMUNES.items()}
    outlines = {"06978" if code == "00002" else code: each for code, each in COMMUNES.items()}
    report = take(outlines, known=known, level="commune")
    assert report.faults == []
    assert "06978" in report.notes[0]
    assert read_communes(data, "01").codes == ["00001", "06970"]


def test_heavy_outlines_are_simplified_until_they_are_light():
    angles = [turn / 60_000 * 6.2831853 for turn in range(60_000)]
    from math import cos, sin

    coast = shapely.Polygon(
        [
            (106 + (0.9 + 0.05 * sin(97 * a)) * cos(a), 21 + (0.9 + 0.05 * cos(89 * a)) * sin(a))
            for a in angles
        ]
    )
    text = communes_text({"00001": coast}, KNOWN_COMMUNES, "©")
    assert len(brotli.compress(text.encode(), quality=9)) < 100_000
    assert shape(json.loads(text)["features"][0]["geometry"]).area == pytest.approx(coast.area, rel=0.01)
