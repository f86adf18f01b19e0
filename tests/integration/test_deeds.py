"""Milestones and tasks over a real database and through the API: loads, missing tables, parameters."""

from datetime import date, datetime

import pytest
from flask import Flask
from sqlalchemy import create_engine, insert

from api.routes import api_routes
from indicators.catalogue import read_catalogue
from indicators.errors import UnknownParameter
from indicators.system_list import system_list
from indicators.task_list import task_list
from repository import Repository
from tests.unit.indicators.country import HUE_NEW, LONG_AGO, NEW_A, OLD_A, STAYS, SUCCESSIONS, VERSIONS, VN
from warehouse import tables
from warehouse.connect import open_warehouse

PROVINCES = ["04", "08", "46"]
BY_PROVINCE = {"D01", "N06", "S03"}
OF_THE_COUNTRY = {"A01", "A02", "A03", "G06"}


@pytest.fixture
def warehouse(tmp_path):
    """A SQLite warehouse of the small country with three loads, the last one a draft; `add` appends rows."""
    engine = create_engine(f"sqlite:///{tmp_path / 'kho.sqlite'}")
    tables.contract.create_all(engine)

    def add(table, *rows):
        with engine.begin() as connection:
            connection.execute(insert(table), list(rows))

    add(
        tables.dim_area,
        *[
            {
                "area_key": one.key,
                "area_code": one.code,
                "level": one.level,
                "name_vi": one.name_vi,
                "name_en": one.name_en,
                "parent_key": one.parent_key,
                "valid_from": one.valid_from,
                "valid_to": one.valid_to,
            }
            for one in VERSIONS
        ],
    )
    both = [{"predecessor_key": before, "successor_key": after} for before, after in SUCCESSIONS]
    add(tables.area_succession, *[row | {"effective_date": LONG_AGO} for row in both])
    add(tables.load_log, load(1), load(2, source="illustrative"), load(3, approved=None))
    add.engine, add.path = engine, tmp_path / "kho.sqlite"
    return add


def load(number, source="manual", approved="Vụ Tổng hợp"):
    counts = {"rows_received": 1, "rows_accepted": 1, "rows_rejected": 0}
    day = datetime(2026, 2 + number, 16)
    return {
        "load_id": number,
        "source_system": source,
        "loaded_at": day,
        "approved_by": approved,
        **counts,
    }


def milestone(code="D01", area=STAYS, load=1, **more):
    return {
        "milestone_code": code,
        "area_key": area,
        "responsible_unit": "Sở",
        "load_id": load,
        "planned_date": None,
        "completed_date": None,
        "evidence_document": None,
    } | more


def task(code="III.1.a", area=STAYS, load=1, person="Ông A", **more):
    return {
        "task_code": code,
        "area_key": area,
        "responsible_unit": "Sở",
        "responsible_person": person,
        "expected_result": "Kế hoạch",
        "due_date": date(2026, 12, 31),
        "started_on": None,
        "completed_on": None,
        "percent_complete": None,
        "load_id": load,
    } | more


@pytest.fixture
def repository(warehouse, tmp_path):
    return Repository(
        open_warehouse(f"sqlite:///{warehouse.path}"),
        read_catalogue(),
        tmp_path / "cache",
        today=lambda: date(2026, 11, 22),
        look_seconds=0,
    )


@pytest.fixture
def api(repository):
    server = Flask("test")
    server.register_blueprint(api_routes(repository, lambda: []))
    return server.test_client()


def ask(api, **parameters):
    answer = api.get("/api/v1/milestones", query_string=parameters)
    assert answer.status_code == 200, answer.text
    return {(one["code"], one["area_code"]): one for one in answer.json["data"]}


COMPLETED = {"completed_date": date(2025, 12, 31), "evidence_document": "12/KH-UBND ngày 31/12/2025"}


def test_every_area_that_should_have_a_milestone_is_listed(api):
    listed = ask(api)
    assert listed.keys() == {(code, "VN") for code in OF_THE_COUNTRY} | {
        (code, area) for code in BY_PROVINCE for area in PROVINCES
    }
    assert listed["S03", "04"] == {
        "code": "S03",
        "area_code": "04",
        "planned_date": None,
        "completed_date": None,
        "deadline": "2030-12-31",
        "status": "not_started",
        "evidence_document": None,
        "responsible_unit": None,
    }
    assert listed["D01", "04"]["status"] == "overdue"


def test_a_milestone_is_listed_as_reported(warehouse, api):
    warehouse(
        tables.fact_milestone,
        milestone(planned_date=date(2025, 11, 30), load=1),
        milestone(planned_date=date(2025, 11, 30), load=2, **COMPLETED),
        milestone(area=VN, load=2),
        milestone(area=OLD_A, **COMPLETED | {"completed_date": date(2025, 5, 5)}),
    )
    assert ask(api)["D01", "04"] == {
        "code": "D01",
        "area_code": "04",
        "planned_date": "2025-11-30",
        "completed_date": "2025-12-31",
        "deadline": "2025-12-31",
        "status": "completed",
        "evidence_document": "12/KH-UBND ngày 31/12/2025",
        "responsible_unit": "Sở",
    }
    assert ask(api)["D01", "VN"]["status"] == "overdue"
    assert ask(api, as_of_load=1)["D01", "04"]["status"] == "overdue"
    assert ("D01", "VN") not in ask(api, as_of_load=1)
    assert ask(api, period="2025-11")["D01", "04"]["status"] == "in_progress"
    former = ask(api, boundaries="63")
    assert {area for code, area in former if code == "D01"} == {"VN", "02", *PROVINCES}
    assert former["D01", "02"]["status"] == "completed"
    assert ("D01", "02") in ask(api, boundaries="reported", period="2025-Q2")


@pytest.mark.parametrize(
    "wrong", [{"period": "2026-13"}, {"boundaries": "35"}, {"as_of_load": "3"}, {"as_of_load": "x"}]
)
def test_a_wrong_parameter_is_named(api, wrong):
    answer = api.get("/api/v1/milestones", query_string=wrong)
    assert (answer.status_code, answer.json["parameter"]) == (400, *wrong)
    assert answer.json["allowed"]


def test_an_answer_that_the_caller_has_is_not_sent_again(warehouse, api):
    etag = api.get("/api/v1/milestones").headers["ETag"]
    assert api.get("/api/v1/milestones", headers={"If-None-Match": etag}).status_code == 304
    warehouse(tables.load_log, load(4))
    assert api.get("/api/v1/milestones", headers={"If-None-Match": etag}).status_code == 200


def test_the_country_counts_provinces_and_marks_what_is_made_up(warehouse, repository):
    warehouse(
        tables.fact_milestone,
        milestone(**COMPLETED),
        milestone(area=NEW_A, load=2, **COMPLETED | {"completed_date": date(2026, 2, 1)}),
        milestone(area=HUE_NEW, **COMPLETED | {"evidence_document": " "}),
    )
    table = repository.read_values("D01")
    found = {value.area_code: (value.value, value.status, value.illustrative) for value in table.values}
    assert found == {
        "04": (1, "completed", False),
        "08": (1, "completed_late", True),
        "46": (0, "claimed", False),
    }
    assert (table.period, table.national.value, table.national.denominator) == ("2026-11", 2, 3)
    assert (table.national.status, table.national.illustrative) == ("overdue", True)
    assert repository.read_values("D01", as_of_load=1).national.value == 1
    series = repository.read_series("D01", frequency="year").points
    assert [(point.period, point.value) for point in series] == [("2026", 2)]
    assert repository.read_periods("D01")["quarter"] == ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")
    with pytest.raises(UnknownParameter):
        repository.read_series("D01", "99")


def test_systems_are_read_with_their_newest_report(warehouse, repository):
    assert {state.milestone for state in repository.read_systems()} == {None}
    warehouse(
        tables.fact_milestone,
        milestone("A03", area=VN, **COMPLETED),
        milestone("SYS02", area=VN, planned_date=date(2031, 1, 1)),
        milestone("SYS33", area=VN, load=2),
        milestone("SYS43", area=VN, load=3),
        milestone("SYS43", area=STAYS),
    )
    found = {one.system.code: one.milestone for one in repository.read_systems() if one.milestone}
    statuses = {code: (one.status, one.deadline.year) for code, one in found.items()}
    assert statuses == {
        "SYS12": ("completed", 2025),
        "SYS02": ("at_risk", 2030),
        "SYS33": ("overdue", 2025),
    }
    assert found["SYS33"].illustrative
    assert len(repository.read_systems()) == len(system_list())
    assert [one.system.code for one in repository.read_systems(as_of_load=1) if one.milestone] == [
        "SYS02",
        "SYS12",
    ]


def test_tasks_are_read_for_the_country_and_each_province_with_a_part(warehouse, repository):
    warehouse(
        tables.fact_task,
        task(completed_on=date(2026, 3, 1), percent_complete=100),
        task(area=VN, load=2, person=None, due_date=None, started_on=date(2025, 1, 6)),
        task(area=NEW_A, load=3),
    )
    reports = {(one.task, one.area_code): one for one in repository.read_tasks()}
    by_province = sum(one.by_province for one in task_list())
    assert len(reports) == len(task_list()) + by_province * len(PROVINCES)
    states = {place: one.state for place, one in reports.items() if one.state != "no_report"}
    assert states == {("III.1.a", "04"): "done", ("III.1.a", "VN"): "in_progress"}
    assert (reports["III.1.a", "VN"].lacking, reports["III.1.a", "VN"].illustrative) == (
        ("person", "date"),
        True,
    )
    assert reports["III.1.a", "VN"].level == "country"
    earlier = {(one.task, one.area_code): one.state for one in repository.read_tasks(as_of_load=1)}
    assert earlier["III.1.a", "VN"] == "no_report"


def test_tasks_make_an_indicator(warehouse, repository):
    warehouse(
        tables.fact_task,
        *[task(area=area) for area in (STAYS, NEW_A, HUE_NEW)],
        task("IV.1.a", person=" "),
        task("III.2.a", area=VN, load=2),
        task("IV.1.a", load=2),
    )
    national = repository.read_values("D04", "2026-03").national
    assert (national.numerator, national.denominator, national.coverage) == (3, 4, 1)
    april = repository.read_values("D04", "2026-04")
    assert {value.area_code: value.numerator for value in april.values} == {"04": 2, "08": None, "46": None}
    assert april.national.illustrative
    year = repository.read_values("D04", "2026").national
    assert (year.numerator, year.denominator, year.provisional) == (5, 5, False)
    assert repository.read_values("D04", "2026", as_of_load=1).national.denominator == 4


def test_wrong_reports_are_listed_with_their_reason(warehouse, repository):
    warehouse(tables.fact_milestone, milestone("M99"), milestone(area=999), milestone(), milestone())
    warehouse(tables.fact_task, task("V.9"), task(percent_complete=140), task(area=3000))
    with warehouse.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE fact_milestone SET completed_date = 'hôm qua'")
        connection.exec_driver_sql(
            "UPDATE fact_task SET due_date = '31/12/2026' WHERE percent_complete = 140"
        )
    listed = {(one.kind, one.measure_code) for one in repository.read_quality().issues if one.measure_code}
    assert listed == {
        ("unknown_milestone", "M99"),
        ("unknown_area", "D01"),
        ("duplicate_row", "D01"),
        ("unknown_task", "V.9"),
        ("percent_out_of_range", "III.1.a"),
        ("unreadable_date", "III.1.a"),
        ("area_not_asked", "III.1.a"),
    }
    by_place = {(one.task, one.area_code): one for one in repository.read_tasks()}
    assert by_place["III.1.a", "04"].lacking == ("date",)


def test_without_the_tables_nothing_is_reported(warehouse, repository):
    with warehouse.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE fact_milestone")
        connection.exec_driver_sql("DROP TABLE fact_task")
    assert {one.load_id for one in repository.read_milestones()} == {None}
    assert {one.state for one in repository.read_tasks()} == {"no_report"}
    assert repository.read_values("D04").national.value is None
    assert repository.read_values("D01").national.value == 0
    assert repository.read_series("D01").points == ()
    assert repository.read_periods("D01")["year"] == ()
    kinds = [(one.kind, one.detail) for one in repository.read_quality().issues]
    assert ("missing_table", "fact_milestone") in kinds
