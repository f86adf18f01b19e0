"""The official outlines of 34 provinces and 3,321 communes, imported and served; skipped where they are not.

The files, and anything made from them, stay outside the project.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import shapely
from flask.testing import FlaskClient
from shapely.geometry import shape

from app import create_app
from charts.choropleth import FRAME
from config import Settings
from geodata.__main__ import main, read_known
from geodata.islands import ARCHIPELAGOS
from geodata.outlines import own_outlines, read_communes, read_outlines
from geodata.provinces import newest
from tests.unit.callbacks.script import Script
from tests.unit.callbacks.walking import lost, returning
from tests.unit.house.test_imports import HEAVY

ROOT = Path(__file__).parents[2]
OFFICIAL = ROOT.parent / "shared" / "boundaries"
FILES = {"province": OFFICIAL / "provinces_34.geojson", "commune": OFFICIAL / "communes_3321.geojson"}
PROVINCES = list(newest("34"))
LARGEST = 100_000  # bytes on the way to a browser
official = pytest.mark.skipif(
    not all(file.exists() for file in FILES.values()), reason="the official outlines are not on this machine"
)


def run(demo_url: str, data_dir: Path, *arguments: str) -> int:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WAREHOUSE_URL", demo_url)
        patch.setenv("DATA_DIR", str(data_dir))
        return main(["import", *arguments])


@pytest.fixture(scope="module")
def data(demo_url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with both levels imported."""
    folder = tmp_path_factory.mktemp("official")
    for level, file in FILES.items():
        assert run(demo_url, folder, str(file), "--level", level, "--attribution", "© Một cơ quan") == 0
    return folder


@pytest.fixture(scope="module")
def client(demo_url: str, demo_cache: Path, data: Path) -> FlaskClient:
    return create_app(
        Settings(warehouse_url=demo_url, data_dir=data, cache_dir=demo_cache)
    ).server.test_client()


@official
@pytest.mark.parametrize("province", PROVINCES)
def test_the_communes_of_every_province_are_light_and_whole(client, data, demo_url, province):
    outlines = read_communes(data, province)
    answer = client.get(outlines.url, headers={"Accept-Encoding": "br"})
    assert answer.status_code == 200
    assert answer.headers["Content-Encoding"] == "br"
    assert "immutable" in answer.headers["Cache-Control"]
    assert len(answer.data) < LARGEST
    known = read_known(demo_url, "commune", "34")
    assert set(outlines.codes) == {code for code, each in known.items() if each.province == province}
    areas = [shape(each["geometry"]) for each in outlines.shapes["features"]]
    assert shapely.is_valid(areas).all()
    assert not shapely.is_empty(areas).any()
    assert shapely.coverage_is_valid(areas)


@official
def test_every_commune_is_reached_by_arrows_from_every_other_of_its_province(data):
    script, shares = Script(), []
    for province in PROVINCES:
        features = read_communes(data, province).shapes["features"]
        found = script.ask("directions", features=features)
        assert lost(found) == {}, province
        shares.append(returning(found))
    script.close()
    assert min(shares) > 0.6


@official
def test_the_communes_stay_where_they_are(data):
    given = {
        each["properties"]["code"]: shapely.make_valid(shape(each["geometry"]))
        for each in json.loads(FILES["commune"].read_text("utf-8"))["features"]
    }
    for each in read_communes(data, "08").shapes["features"]:
        drawn, official_one = shape(each["geometry"]), given[each["id"]]
        assert (drawn & official_one).area / (drawn | official_one).area > 0.95, each["id"]


@official
def test_the_provinces_are_drawn_from_the_official_outlines(client, data):
    outlines = read_outlines(data, "34")
    assert outlines.imported
    assert client.get(outlines.url).json == outlines.shapes
    areas = [shape(each["geometry"]) for each in outlines.shapes["features"]]
    assert shapely.coverage_is_valid(areas)
    assert len(client.get(outlines.url, headers={"Accept-Encoding": "br"}).data) < LARGEST / 2


@official
@pytest.mark.parametrize("archipelago", ARCHIPELAGOS, ids=lambda each: each.id)
def test_the_archipelagos_can_be_seen_though_they_are_true_to_scale_in_the_files(data, archipelago):
    def at_sea(outlines):
        (its,) = [each for each in outlines.shapes["features"] if each["id"] == archipelago.province]
        return shape(its["geometry"]) & shapely.box(*archipelago.box)

    assert at_sea(read_outlines(data, "34")).area >= at_sea(own_outlines("34")).area * 0.99
    west, east, south, north = FRAME
    assert shapely.box(west, south, east, north).covers(at_sea(read_outlines(data, "34")))
    held = [
        each
        for each in read_communes(data, archipelago.province).shapes["features"]
        if each["properties"]["archipelago"] == archipelago.id
    ]
    assert [each["properties"]["name_vi"] for each in held] == [archipelago.name_vi.split(maxsplit=2)[2]]


@official
def test_an_address_of_an_earlier_import_leads_to_todays(client, data):
    for old, found in (
        ("/geo/34-000000000000.json", read_outlines(data, "34")),
        ("/geo/communes/08-000000000000.json", read_communes(data, "08")),
    ):
        moved = client.get(old)
        assert (moved.status_code, moved.headers["Location"]) == (302, found.url)
        assert "immutable" not in moved.headers["Cache-Control"]
    assert client.get("/geo/communes/99-000000000000.json").status_code == 404
    assert client.get("/geo/99-000000000000.json").status_code == 404


@official
def test_what_is_imported_is_read_without_heavy_packages(data):
    code = (
        "import sys, pathlib, app, geodata.outlines as o; d = pathlib.Path(sys.argv[1]); "
        "assert o.read_communes(d, '08') and o.read_outlines(d, '34').imported; "
        f"print(*[name for name in {HEAVY!r} if name in sys.modules])"
    )
    command = [sys.executable, "-c", code, str(data)]
    found = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert found.stdout.split() == []


@official
def test_communes_are_not_taken_for_provinces(demo_url, data, capsys):
    before = read_outlines(data, "34").body
    assert run(demo_url, data, str(FILES["commune"]), "--level", "province") == 1
    said = capsys.readouterr().err
    assert "Mã không có trong kho dữ liệu" in said
    assert "Thiếu 34 đơn vị" in said
    assert "Ranh giới đang dùng vẫn như trước" in said
    assert read_outlines(data, "34").body == before


def test_a_warehouse_that_is_away_is_named(tmp_path, capsys):
    file = tmp_path / "a.geojson"
    file.write_text("{}", "utf-8")
    nowhere = f"sqlite:///{tmp_path / 'none.sqlite'}"
    assert run(nowhere, tmp_path, str(file), "--level", "province") == 1
    assert capsys.readouterr().err.startswith("Không đối chiếu được mã với kho dữ liệu: ")
    assert not (tmp_path / "outlines").exists()


def test_communes_are_only_of_the_34(tmp_path, demo_url, capsys):
    with pytest.raises(SystemExit) as left:
        run(demo_url, tmp_path, "a.geojson", "--level", "commune", "--boundaries", "63")
    assert left.value.code == 2


@pytest.mark.parametrize(("boundaries", "count"), [("34", 34), ("63", 63)])
def test_the_warehouse_is_asked_for_the_areas_in_force(demo_url, boundaries, count):
    known = read_known(demo_url, "province", boundaries)
    assert set(known) == set(newest(boundaries))
    assert len(known) == count


def test_a_folder_that_cant_be_written_is_named(tmp_path, demo_url, capsys, monkeypatch):
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("geodata.__main__.import_outlines", full)
    assert run(demo_url, tmp_path, "a.geojson", "--level", "province") == 1
    assert "Không ghi được vào" in capsys.readouterr().err
