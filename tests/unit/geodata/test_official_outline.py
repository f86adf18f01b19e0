"""Against the official outline of the 34 provinces, where it is at hand: the project holds no copy of it."""

import csv
import json
from pathlib import Path
from statistics import median

import pytest
import shapely
from shapely.geometry import shape

from geodata.islands import ARCHIPELAGOS
from geodata.load import FOLDER, shapes

OFFICIAL = Path(__file__).parents[3].parent / "shared" / "boundaries" / "provinces_34.geojson"
pytestmark = pytest.mark.skipif(not OFFICIAL.exists(), reason="the official outline is not on this machine")


@pytest.fixture(scope="module")
def official() -> dict[str, shapely.Geometry]:
    content = json.loads(OFFICIAL.read_text(encoding="utf-8"))
    return {f["properties"]["code"]: shapely.make_valid(shape(f["geometry"])) for f in content["features"]}


def test_provinces_overlap_the_official_outline(official):
    mainland = shapely.box(100, 5, 110, 25)
    ours = {f["id"]: shape(f["geometry"]) & mainland for f in shapes("34")["features"]}
    theirs = {code: outline & mainland for code, outline in official.items()}
    assert ours.keys() == theirs.keys()
    overlap = {code: (ours[code] & theirs[code]).area / (ours[code] | theirs[code]).area for code in ours}
    assert median(overlap.values()) > 0.95
    assert min(overlap.values()) > 0.85, min(overlap, key=overlap.__getitem__)


@pytest.mark.parametrize("archipelago", ARCHIPELAGOS, ids=lambda a: a.id)
def test_the_islands_are_where_the_official_map_has_them(official, archipelago):
    there = official[archipelago.province] & shapely.box(*archipelago.box)
    with (FOLDER / "islands.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["archipelago"] == archipelago.id]
    for row in rows:
        assert there.distance(shapely.Point(float(row["lon"]), float(row["lat"]))) < 0.06, row["name_vi"]
