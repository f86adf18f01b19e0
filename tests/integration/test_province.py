"""Peers and the page of a province on the small demonstration, recomputed in plain Python from the API."""

import sqlite3
from datetime import date
from math import log, sqrt
from pathlib import Path

import pytest
from sqlalchemy import make_url

from app import create_app
from callbacks.province_view import checked, read_names, read_province_view
from config import Settings
from indicators.catalogue import read_catalogue
from indicators.errors import UnknownParameter
from layouts.choice import choice
from repository import Repository
from repository.province import read_before_merger
from warehouse.connect import open_warehouse


@pytest.fixture(scope="module")
def app(demo_url: str, demo_cache: Path, tmp_path_factory: pytest.TempPathFactory):
    return create_app(
        Settings(warehouse_url=demo_url, data_dir=tmp_path_factory.mktemp("province"), cache_dir=demo_cache)
    )


@pytest.fixture(scope="module")
def repository(demo_url: str, demo_cache: Path) -> Repository:
    return Repository(
        open_warehouse(demo_url), read_catalogue(), demo_cache, today=lambda: date(2026, 11, 22)
    )


@pytest.fixture(scope="module")
def recomputed(app, demo_url: str) -> dict[str, dict[str, float]]:
    """Every distance, from the values of the API and the zones of dim_area."""
    answer = app.server.test_client().get("/api/v1/values?indicator=X01&period=2019&boundaries=34").json
    path = make_url(demo_url).database
    with sqlite3.connect(f"file:{Path(str(path))}?mode=ro", uri=True) as warehouse:
        zoned = dict(
            warehouse.execute(
                """select p.area_code, sum(c.zone in ('I', 'II', 'III')) from dim_area c
                join dim_area p on p.area_key = c.parent_key
                where c.level = 'commune' and c.valid_from <= '2026-11-22'
                and (c.valid_to is null or c.valid_to > '2026-11-22') group by 1"""
            )
        )
    rows = {
        one["area_code"]: (
            one["numerator"] / one["denominator"] * 100,
            zoned[one["area_code"]] or 0,
            log(one["denominator"]),
        )
        for one in answer["data"]
    }
    scaled = {code: list(row) for code, row in rows.items()}
    for place in range(3):
        column = [row[place] for row in rows.values()]
        mean = sum(column) / len(column)
        spread = sqrt(sum((number - mean) ** 2 for number in column) / len(column))
        for code, row in rows.items():
            scaled[code][place] = (row[place] - mean) / spread
    return {
        one: {
            other: sqrt(sum((a - b) ** 2 for a, b in zip(scaled[one], scaled[other], strict=True)))
            for other in scaled
        }
        for one in scaled
    }


def test_peers_are_those_that_a_plain_recomputation_finds(repository, recomputed):
    assert len(recomputed) == 34
    for code, apart in recomputed.items():
        found = repository.read_peers(code)
        distances = {one.features.area_code: one.distance for one in found.others}
        assert distances == pytest.approx({other: far for other, far in apart.items() if other != code})
        nearest = sorted((far, other) for other, far in apart.items() if other != code)[:5]
        assert list(found.codes) == [other for _, other in nearest]


def test_distances_are_symmetric_between_provinces(repository):
    there = {one.features.area_code: one.distance for one in repository.read_peers("08").others}
    for code, far in there.items():
        back = {one.features.area_code: one.distance for one in repository.read_peers(code).others}
        assert back["08"] == pytest.approx(far)


def test_before_the_census_nothing_is_known_and_nobody_is_compared(repository):
    found = repository.read_peers("08", "2018")
    assert found.nearest == ()
    assert found.census is None
    assert set(found.own.missing) >= {"minority_share", "population"}


def test_an_area_that_is_no_province_of_today_has_no_peers(repository):
    with pytest.raises(UnknownParameter):
        repository.read_peers("02")


def test_groups_are_as_the_address_states_them(repository):
    assert repository.read_group("peers", "08") == repository.read_peers("08").codes
    assert "15" in repository.read_group("region", "08")
    assert repository.read_group("04,08,11,04", "08") == ("04", "11")


def view(repository, search):
    return read_province_view(repository, checked(repository, choice(search, repository.catalogue, "vi")))


def test_the_page_has_the_numbers_of_the_api(app, repository):
    client = app.server.test_client()
    found = view(repository, "?area=08")
    assert len(found.standings) == sum(one.level != "country" for one in repository.catalogue)
    for one in found.standings:
        if one.indicator.kind == "milestone" or one.value.status == "not_applicable":
            continue
        address = f"/api/v1/values?indicator={one.indicator.code}&period={one.value.period}"
        values = {row["area_code"]: row for row in client.get(address).json["data"]}
        assert one.value.value == pytest.approx(values["08"]["value"])
        firm = sorted(
            values[code]["value"]
            for code in found.group
            if values[code]["value"] is not None and not values[code]["provisional"]
        )
        assert one.compared == len(firm)
        if firm:
            middle = len(firm) // 2
            expected = firm[middle] if len(firm) % 2 else (firm[middle - 1] + firm[middle]) / 2
            assert one.median == pytest.approx(expected)
        if one.change is not None:
            year = int(one.value.period[:4]) - 1
            earlier = client.get(
                f"/api/v1/values?indicator={one.indicator.code}&period={year}{one.value.period[4:]}"
            ).json["data"]
            (before,) = [row["value"] for row in earlier if row["area_code"] == "08"]
            assert one.change == pytest.approx(one.value.value - before)


def test_former_provinces_add_up_to_what_the_page_shows_together(repository):
    found = read_before_merger(repository, "S02")
    former = {value.area_code: value for value in found.former.values}
    together = {value.area_code: value for value in found.together.values}["08"]
    assert found.period < "2025-07"
    if together.value is not None:
        parts = [former["02"], former["08"]]
        known = [one for one in parts if one.value is not None]
        assert together.numerator == pytest.approx(sum(one.numerator for one in known))
        assert together.denominator == pytest.approx(sum(one.denominator for one in known))


def test_a_past_period_shows_nothing_from_after_it(repository):
    found = view(repository, "?area=08&p=2025-Q4")
    for one in found.standings:
        if one.value.observed_on is not None:
            assert one.value.observed_on <= date(2025, 12, 31), one.indicator.code


@pytest.mark.parametrize(
    ("search", "kind"),
    [
        ("?area=22&p=2026-Q2", "province"),
        ("?area=22&p=2026-Q3", "city"),
        ("?area=24&p=2026-08", "province"),
        ("?area=24&p=2026-09", "city"),
        ("?area=75&p=2026-03", "province"),
        ("?area=75&p=2026-04", "city"),
        ("?area=46&b=63&p=2024", "province"),
        ("?area=46&b=63&p=2025-03", "city"),
    ],
)
def test_a_province_is_a_city_from_its_day_on(repository, search, kind):
    assert view(repository, search).territory.chosen.kind == kind


def test_a_code_means_another_province_on_other_boundaries(repository):
    assert view(repository, "?area=15").name == "Lào Cai"
    assert view(repository, "?area=15&b=63").name == "Yên Bái"
    assert view(repository, "?area=15&b=reported&p=2024").name == "Yên Bái"
    assert view(repository, "?area=15&b=reported&p=2026-Q3").name == "Lào Cai"


@pytest.mark.parametrize(
    ("search", "parameter"),
    [("?area=99", "area"), ("?area=10", "area"), ("?area=08&group=08,99", "group")],
)
def test_what_is_not_there_is_a_problem_of_the_address(repository, search, parameter):
    found = checked(repository, choice(search, repository.catalogue, "vi"))
    assert [one.parameter for one in found.problems] == [parameter]


def test_there_are_34_or_63_to_choose_from(repository):
    for search, count in (("", 34), ("?b=63", 63), ("?b=reported&p=2024", 63)):
        assert len(read_names(repository, choice(search, repository.catalogue, "vi"))) == count
