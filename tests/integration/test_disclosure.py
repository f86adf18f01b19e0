"""The rule of small numbers in the repository and the API; it can be switched off."""

from collections import Counter
from datetime import date

import pytest
from flask import Flask

from api.routes import api_routes
from indicators.catalogue import read_catalogue
from repository import Repository
from tests.integration.small import fact, load, pair
from tests.unit.indicators.country import NEW_A, STAYS
from warehouse import tables
from warehouse.connect import open_warehouse

FIVE = range(3000, 3005)  # the communes of Cao Bằng
NUMBERS = ("numerator", "denominator", "value", "coverage", "pace", "gap", "required_per_year", "baseline")


@pytest.fixture
def demonstration_api(demo_url, tmp_path):
    """A client of the API over the small demonstration."""
    server = Flask(__name__)
    repository = Repository(open_warehouse(demo_url), read_catalogue(), tmp_path)
    server.register_blueprint(api_routes(repository, list))
    return server.test_client()


def of(folder, warehouse, **more):
    engine = open_warehouse(f"sqlite:///{warehouse.path}")
    return Repository(
        engine, read_catalogue(), folder, today=lambda: date(2026, 11, 22), look_seconds=0, **more
    )


def report(warehouse, values, **more):
    warehouse(
        tables.fact_measure,
        *(row for area, (n, d) in values.items() for row in pair(n, d, area=area, **more)),
    )


def communes(repository, **more):
    return {
        one.area_code: one for one in repository.read_values("S02", "2026-Q3", parent="04", **more).values
    }


def test_a_small_commune_is_hidden_with_a_partner_and_its_province_is_not(warehouse, repository):
    warehouse(tables.load_log, load(1))
    report(warehouse, dict.fromkeys(FIVE, (9, 20)) | {3002: (3, 20)})
    found = communes(repository)
    assert {code for code, one in found.items() if one.suppressed} == {"03000", "03002"}
    for one in found.values():
        assert (one.status == "suppressed") is one.suppressed
        assert not one.suppressed or all(getattr(one, name) is None for name in NUMBERS)
    province = next(one for one in repository.read_values("S02", "2026-Q3").values if one.area_code == "04")
    assert (province.numerator, province.suppressed) == (39, False)
    origin = repository.read_origin("S02", "03002", "2026-Q3")
    assert (origin.value.suppressed, origin.rows, origin.loads) == (True, 0, ())
    point = repository.read_series("S02", "03002").points[-1]
    assert (point.numerator, point.value, point.suppressed) == (None, None, True)


@pytest.mark.parametrize("minimum", [0, 1])
def test_the_setting_switches_it_off(warehouse, tmp_path, minimum):
    warehouse(tables.load_log, load(1))
    report(warehouse, dict.fromkeys(FIVE, (3, 4)))
    assert not any(
        one.suppressed for one in communes(of(tmp_path / "off", warehouse, min_cell=minimum)).values()
    )
    assert all(one.suppressed for one in communes(of(tmp_path / "on", warehouse, min_cell=5)).values())


def test_a_later_load_does_not_bring_the_earlier_number_back(warehouse, repository):
    """Revised from 3 to 9: as of load 1 the small number is hidden, and so is the new one, in every load."""
    warehouse(tables.load_log, load(1), load(2))
    report(warehouse, dict.fromkeys(FIVE, (9, 20)) | {3002: (3, 20)})
    warehouse(tables.fact_measure, fact("village_heads_trained", 9, load_id=2, area=3002))
    for as_of in (None, 1):
        found = communes(repository, as_of_load=as_of)
        assert {code for code, one in found.items() if one.suppressed} == {"03000", "03002"}
    (revision,) = repository.read_changes(1).revisions
    assert (revision.before, revision.after, revision.suppressed) == (None, None, True)


def test_a_lone_report_hides_behind_a_silent_neighbour(warehouse, repository):
    """One commune reports, so the province's partial sum is its number: nobody learns whose."""
    warehouse(tables.load_log, load(1))
    report(warehouse, {3002: (3, 20)})
    states = Counter(one.status for one in communes(repository).values())
    assert states == {"suppressed": 2, "no_data": 3}


def test_a_wrong_row_does_not_tell_its_number(warehouse, repository):
    warehouse(tables.load_log, load(1))
    report(warehouse, dict.fromkeys(FIVE, (9, 20)) | {3002: (4, 3)})
    (fault,) = (
        one for one in repository.read_quality().issues if one.kind == "numerator_exceeds_denominator"
    )
    assert fault.detail == "numbers hidden: too few people"
    assert all("4" not in one.detail for one in repository.read_listed() if one.area_code == "03002")


def test_small_groups_are_hidden_in_two_provinces_with_a_second_group(warehouse, repository):
    warehouse(tables.load_log, load(1))
    measure = "heritage_items_digitised"
    names = {"name_vi": measure, "name_en": measure, "unit": "mục", "accumulation": "stock", "additive": True}
    warehouse(tables.dim_measure, {"measure_code": measure, **names})
    groups = {"02": "Tày", "03": "Thái", "04": "Hoa", "05": "Khmer"}
    warehouse(
        tables.dim_ethnic_group,
        *({"ethnic_code": code, "name_vi": name, "name_en": name} for code, name in groups.items()),
    )
    rows = {STAYS: (3, 20, 30, 40), NEW_A: (15, 25, 35, 45), 42: (16, 26, 36, 46)}
    warehouse(
        tables.fact_measure,
        *(
            {**fact(measure, value, area=area), "ethnic_code": code}
            for area, values in rows.items()
            for code, value in zip(groups, values, strict=True)
        ),
    )

    def hidden(area):
        found = repository.read_ethnic_groups("N08", "2026-Q3", area)
        assert all(one.numerator is None for one in found if one.suppressed)
        return {one.code for one in found if one.suppressed}

    where = {area: hidden(area) for area in ("04", "08", "46", "VN")}
    assert where["04"] == {"02", "03"}
    assert sorted(map(sorted, where.values())) == [[], [], ["02", "03"], ["02", "03"]]
    assert not where["VN"]
    assert repository.read_ethnic_groups("N08", "2026-Q3", "04")[-1].suppressed  # its place tells nothing
    warehouse(tables.load_log, load(2))  # revised from few to many: as of load 1 it were few
    warehouse(tables.fact_measure, {**fact(measure, 33, area=STAYS, load_id=2), "ethnic_code": "02"})
    assert hidden("04") == {"02", "03"}
    before = repository.read_ethnic_groups("N08", "2026-Q3", "04", as_of_load=1)
    assert {one.code for one in before if one.suppressed} == {"02", "03"}


def test_the_demonstration_keeps_at_least_two_unknown_in_every_sum(demonstration_api):
    """Every province of 34 and of 63, every indicator of communes: what is left of a sum is two or none."""

    def told(call, **asked):
        return demonstration_api.get(f"/api/v1/{call}", query_string=asked).get_json()

    hidden = 0
    for code in ("S02", "S01a", "S01c", "E01", "N01", "N04"):
        for boundaries in ("34", "63"):
            table = told("values", indicator=code, period="2026-Q3", boundaries=boundaries)
            for province in table["data"]:
                if province["value"] is None:
                    continue
                found = told(
                    "values",
                    indicator=code,
                    period="2026-Q3",
                    boundaries=boundaries,
                    parent=province["area_code"],
                )["data"]
                unknown = [one for one in found if one["suppressed"]]
                hidden += len(unknown)
                assert len(unknown) != 1, (code, boundaries, province["area_code"])
                for one in found:
                    assert one["suppressed"] is (one["status"] == "suppressed")
                    for side in ("numerator", "denominator"):
                        assert not 0 < (one[side] or 0) < 5, one
                        assert not one["suppressed"] or one[side] is None
                told_of = [one for one in found if one["suppressed"] or one["value"] is not None]
                if len(told_of) >= 0.8 * len(found):  # else the province's own row stands
                    rest = province["numerator"] - sum(one["numerator"] or 0 for one in found)
                    assert rest > -1e-9 if unknown else abs(rest) < 1e-9
    assert hidden > 1000
