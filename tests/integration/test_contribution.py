"""Contributions counted again from what the API answers, in plain Python, and held against the page's."""

import pytest
from flask import Flask

from api.routes import api_routes
from callbacks.communes import contributed, read_communes_view
from indicators.catalogue import read_catalogue
from layouts.choice import choice
from repository import Repository
from warehouse.connect import open_warehouse

CATALOGUE = read_catalogue()


@pytest.fixture(scope="module")
def repository(demo_url, demo_cache):
    """The repository over the small demonstration."""
    return Repository(open_warehouse(demo_url), CATALOGUE, demo_cache)


@pytest.fixture(scope="module")
def client(repository):
    """A client of the API over it."""
    server = Flask(__name__)
    server.register_blueprint(api_routes(repository, list))
    return server.test_client()


def answered(client, **asked):
    return client.get("/api/v1/values", query_string=asked).get_json()


def recounted(province, communes, hidden):
    """What communes lack, largest first, where the province would be after each, and how many it takes."""
    target = province["target"]
    told = [one for one in communes if one["value"] is not None]
    above, below = province["numerator"], province["denominator"]
    if not hidden:
        # The province's own report may be another figure: then the communes stand for themselves.
        above = sum(one["numerator"] for one in told)
        below = sum(one["denominator"] for one in told)
    lacks = []
    for one in told:
        lack = target / 100 * one["denominator"] - one["numerator"]
        if lack > 1e-6:
            lacks.append((one["area_code"], lack))
    lacks.sort(key=lambda pair: (-round(pair[1], 6), pair[0]))
    raised, closing, done = [], None, above
    for place, (_, lack) in enumerate(lacks, 1):
        done += lack
        raised.append(100 * done / below)
        if closing is None and done >= target / 100 * below - 1e-6:
            closing = place
    return lacks, raised, 0 if above >= target / 100 * below - 1e-6 else closing


@pytest.mark.parametrize("indicator", ["S02", "S01"])
@pytest.mark.parametrize("period", ["2026-Q3", "2026-09"])
def test_the_page_counts_as_anybody_would_from_the_api(repository, client, indicator, period):
    provinces = answered(client, indicator=indicator, period=period, boundaries="34")["data"]
    compared = 0
    for province in provinces:
        code = province["area_code"]
        communes = answered(client, indicator=indicator, period=period, boundaries="34", parent=code)["data"]
        chosen = choice(f"?i={indicator}&p={period}&area={code}", CATALOGUE, "vi")
        found = contributed(read_communes_view(repository, chosen))
        if not any(one["value"] is not None for one in communes) or province["target"] is None:
            assert found is None
            continue
        values = repository.read_values(indicator, period, "34", code).values
        hidden = {value.area_code for value in values if value.suppressed}
        assert not hidden & {one["area_code"] for one in communes if one["value"] is not None}
        lacks, raised, closing = recounted(province, communes, hidden)
        assert found is not None
        assert [one.area.area_code for one in found.lacks] == [one for one, _ in lacks]
        assert [one.missing for one in found.lacks] == pytest.approx([lack for _, lack in lacks])
        assert [one.raised for one in found.lacks] == pytest.approx(raised)
        assert found.closing == closing
        compared += len(lacks)
    assert compared > (50 if indicator == "S02" else 0)  # else the demonstration shows nothing


def test_a_commune_alone_chooses_its_province(repository):
    found = read_communes_view(repository, choice("?i=S02&p=2026-Q3&commune=02260", CATALOGUE, "vi"))
    assert found.province is not None
    assert found.province.area_code == "08"
    assert "02260" in {value.area_code for value in found.communes}


def test_an_unknown_province_is_a_problem_and_an_unknown_order_is_one(repository):
    found = read_communes_view(repository, choice("?i=S02&area=99&sort=size", CATALOGUE, "vi"))
    assert {problem.parameter for problem in found.choice.problems} == {"area", "sort"}
    assert found.province is None


def test_the_former_province_has_the_communes_that_lead_back_to_it(repository):
    today = read_communes_view(repository, choice("?i=S02&p=2026-Q3&area=08", CATALOGUE, "vi"))
    former = [
        read_communes_view(repository, choice(f"?i=S02&p=2026-Q3&b=63&area={code}", CATALOGUE, "vi"))
        for code in ("02", "08")
    ]
    codes = [{value.area_code for value in one.communes} for one in (today, *former)]
    assert codes[0] == codes[1] | codes[2]
    assert not codes[1] & codes[2]
