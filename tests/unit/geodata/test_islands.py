"""Hoàng Sa, Trường Sa and Biển Đông are on every map, and a map without them is refused."""

from copy import deepcopy
from itertools import pairwise

import pytest
import shapely
from shapely.geometry import shape

from geodata.islands import ARCHIPELAGOS, ArchipelagoMissing, require_archipelagos
from geodata.load import islands, labels, shapes
from geodata.provinces import newest

BOTH = pytest.mark.parametrize("boundaries", ["63", "34"])
EACH = pytest.mark.parametrize("archipelago", ARCHIPELAGOS, ids=lambda a: a.id)


def feature(collection, code):
    (found,) = [f for f in collection["features"] if f["id"] == code]
    return found


@BOTH
@EACH
def test_the_archipelago_is_part_of_its_province(archipelago, boundaries):
    province = shape(feature(shapes(boundaries), archipelago.province)["geometry"])
    own = shape(feature(islands(), archipelago.id)["geometry"])
    assert province.intersection(shapely.box(*archipelago.box)).equals(own)
    assert len(shapely.get_parts(own)) >= 7


@EACH
def test_the_archipelago_is_inside_its_box_and_labelled(archipelago):
    its = feature(islands(), archipelago.id)
    assert shapely.box(*archipelago.box).contains(shape(its["geometry"]))
    assert shapely.box(*archipelago.box).contains(shapely.Point(its["properties"]["label_point"]))
    assert its["properties"]["province"] == archipelago.province


@BOTH
@EACH
def test_its_label_names_the_province_that_a_click_selects(archipelago, boundaries):
    province = newest(boundaries)[archipelago.province]
    assert archipelago.label_vi == f"{archipelago.name_vi} ({province.name_vi})"
    assert archipelago.label_en == f"{archipelago.name_en} ({province.name_en})"


@EACH
def test_every_spot_is_large_enough_to_click(archipelago):
    for part in shapely.get_parts(shape(feature(islands(), archipelago.id)["geometry"])):
        west, south, east, north = part.bounds
        assert min(east - west, north - south) > 0.15


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("vi", ["Quần đảo Hoàng Sa (Đà Nẵng)", "Quần đảo Trường Sa (Khánh Hòa)", "Biển Đông"]),
        ("en", ["Hoang Sa Islands (Da Nang)", "Truong Sa Islands (Khanh Hoa)", "East Sea"]),
    ],
)
def test_labels_in_both_languages(language, texts):
    assert [text for text, _, _ in labels(language)] == texts
    latitudes = sorted(lat for _, _, lat in labels(language))
    assert all(above - below > 1 for below, above in pairwise(latitudes)), "labels would touch"


@EACH
def test_a_map_without_the_archipelago_is_refused(archipelago):
    cut = deepcopy(shapes("34"))
    geometry = feature(cut, archipelago.province)["geometry"]
    geometry["coordinates"] = [p for p in geometry["coordinates"] if p[0][0][0] < 110]
    with pytest.raises(ArchipelagoMissing, match=archipelago.name_vi):
        require_archipelagos(cut)


@EACH
def test_an_archipelago_given_to_another_province_does_not_count(archipelago):
    moved = deepcopy(shapes("34"))
    feature(moved, archipelago.province)["id"] = "99"
    with pytest.raises(ArchipelagoMissing, match=archipelago.name_vi):
        require_archipelagos(moved)
