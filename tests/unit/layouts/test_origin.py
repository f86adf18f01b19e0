"""The dialog that tells where a number comes from."""

from dataclasses import replace
from datetime import datetime

import pytest

from indicators.catalogue import read_catalogue
from indicators.loads import Load, Measure, Origin
from layouts.choice import Asked, choice
from layouts.origin import SHOWN_LOADS, api_call, origin_dialog, unknown_origin
from tests.unit.charts.examples import INDICATOR, KNOWN, VI
from tests.unit.layouts.look import attributes, texts

MEASURE = Measure("village_heads", "Trưởng thôn", "Village heads", "người", "stock", "denominator")
LOAD = Load(7, "illustrative", datetime(2026, 10, 16, 2), "Vụ Kế hoạch", "")
ORIGIN = Origin(KNOWN, (MEASURE,), (LOAD,), 68, ("Hà Giang",), ("Ha Giang",), None, 7)


def dialog(origin=ORIGIN, indicator=INDICATOR, search=""):
    return origin_dialog(origin, indicator, choice(search, read_catalogue(), "vi"))


def test_everything_that_a_check_needs_is_told():
    said = " ".join(texts(dialog()))
    for text in (
        "Trưởng thôn",
        "village_heads",
        "68 dòng số liệu",
        "Vụ Kế hoạch",
        "Hà Giang",
        "16/10/2026",
        "34 tỉnh",
    ):
        assert text in said, text


def test_an_illustrative_load_is_called_so():
    assert "số liệu minh họa" in texts(dialog())
    real = replace(ORIGIN, loads=(replace(LOAD, source_system="LGSP"),))
    assert "LGSP" in texts(dialog(real))


def test_a_load_that_nobody_approved_is_called_so():
    assert "chưa duyệt" in texts(dialog(replace(ORIGIN, loads=(replace(LOAD, approved_by=""),))))


def test_the_number_can_be_asked_again_as_of_the_same_load():
    call = "/api/v1/values?indicator=S02&period=2026-Q3&boundaries=34&as_of_load=7"
    assert api_call(ORIGIN) == call
    assert call in attributes(dialog(), "href")
    assert api_call(replace(ORIGIN, as_of_load=3)).endswith("as_of_load=3")
    assert "parent=08" in api_call(replace(ORIGIN, parent="08"))


def test_many_loads_are_counted():
    loads = tuple(replace(LOAD, load_id=number) for number in range(SHOWN_LOADS + 3))
    assert "… và 3 lần nạp khác" in texts(dialog(replace(ORIGIN, loads=loads)))


def test_a_survey_shows_its_interval_and_a_province_its_own_target():
    value = replace(KNOWN, interval=(41.0, 52.5), own_target=True, target_basis="Kế hoạch của tỉnh")
    said = " ".join(texts(dialog(replace(ORIGIN, value=value))))
    assert "từ 41,0% đến 52,5%" in said
    assert "chỉ tiêu riêng của địa phương" in said
    assert "Kế hoạch của tỉnh" in said


@pytest.mark.parametrize("search", ["?load=7", "?lang=en&theme=contrast"])
def test_its_links_keep_what_is_set_for_all_pages(search):
    links = [href for href in attributes(dialog(search=search), "href") if href.startswith("/chi-tieu")]
    assert links
    assert all(part in links[0] for part in search.lstrip("?").split("&"))


def test_a_value_that_does_not_exist_says_so():
    said = " ".join(texts(unknown_origin(Asked("S02", "97", "2026-Q3", "34"), VI)))
    assert "“97”" in said
