"""Sources, reports and the list of what is to be mended, over a real database; and the list as a file."""

import csv
from datetime import date

import pytest

from app import create_app
from config import Settings
from layouts.quality_kinds import KINDS
from tests.integration.small import SEPTEMBER, fact, load, pair
from tests.unit.indicators.country import OLD_A, STAYS
from warehouse import tables

FILE = "/tep/chat-luong/list.csv"
OLD = "/chat-luong/danh-sach.csv"


@pytest.fixture
def reported(warehouse):
    """A load with a pair in time, a former province that never reported, and a draft."""
    warehouse(tables.load_log, load(1), load(2, approved=None))
    warehouse(tables.fact_measure, *pair(1, 2), fact("village_heads", -4, area=42))
    warehouse(tables.fact_measure, fact("village_heads", 5, load_id=2, area=42))
    due = {"measure_code": "village_heads", "period_end": SEPTEMBER[1], "due_date": date(2026, 10, 4)}
    warehouse(tables.report_obligation, {**due, "area_key": STAYS})
    march = {"period_end": date(2025, 3, 31), "due_date": date(2025, 4, 15)}
    warehouse(tables.report_obligation, {**due, **march, "area_key": OLD_A})
    return warehouse


def test_the_list_names_areas_and_measures_and_the_province_that_answers(reported, repository):
    lines = {(one.kind, one.province, one.area_vi) for one in repository.read_listed()}
    assert {
        ("late_report", "04", "Cao Bằng"),
        ("missing_report", "08", "Hà Giang"),
        ("negative_value", "46", "Huế"),
        ("draft_load", "46", "Huế"),
    } <= lines


def test_reports_are_tallied_for_todays_provinces(reported, repository):
    found = repository.read_reporting()
    assert found.last_due == "2026-09"
    assert [(one.province, one.period, one.due, one.reported, one.on_time) for one in found.tallies] == [
        ("04", "2026-09", 1, 1, 0),
        ("08", "2025-03", 1, 0, 0),
    ]


def test_sources_are_those_of_approved_loads(reported, repository):
    (source,) = repository.read_sources()
    assert (source.name, source.loads, source.newest_period) == ("LGSP", 1, SEPTEMBER[1])


def test_a_period_in_the_future_makes_no_source_young(reported, repository):
    ahead = (date(2035, 1, 1), date(2035, 1, 31))
    reported(tables.fact_measure, fact("village_heads", 5, period=ahead))
    assert repository.read_sources()[0].newest_period == SEPTEMBER[1]


def test_as_of_an_earlier_load_its_own_day_is_today(warehouse, repository):
    warehouse(tables.load_log, load(1), load(9))
    warehouse(tables.fact_measure, *pair(1, 2, load_id=9))
    due = {"measure_code": "village_heads", "area_key": STAYS, "period_end": SEPTEMBER[1]}
    warehouse(tables.report_obligation, {**due, "due_date": date(2026, 10, 4)})
    kinds = [
        {one.kind for one in repository.read_listed(as_of_load=number)} & {"late_report", "missing_report"}
        for number in (1, 9)
    ]
    assert kinds == [set(), {"late_report"}]  # on 1 October it was not yet due


@pytest.fixture(scope="module")
def client(demo_url, demo_cache, tmp_path_factory):
    """Asks the dashboard over the small demonstration."""
    return create_app(
        Settings(warehouse_url=demo_url, data_dir=tmp_path_factory.mktemp("app"), cache_dir=demo_cache)
    ).server.test_client()


def rows_of(answer):
    assert answer.status_code == 200
    assert answer.text.startswith("\ufeff")
    rows = list(csv.reader(answer.text.removeprefix("\ufeff").splitlines()))
    start = rows.index([])
    return rows[:start], rows[start + 2 :]  # what the file says of itself, and its lines under their names


def test_the_file_of_a_province_holds_its_lines_alone(client):
    answer = client.get(f"{FILE}?area=08")
    head, lines = rows_of(answer)
    assert head[0][0].endswith("Tuyên Quang")
    assert any("SỐ LIỆU MINH HỌA" in row[0] for row in head)
    assert lines
    assert {line[3] for line in lines} == {"08"}
    assert answer.mimetype == "text/csv"
    assert "tuyen-quang" in answer.headers["Content-Disposition"]


def test_the_file_of_a_kind_holds_that_kind_in_the_language_asked_for(client):
    _, lines = rows_of(client.get(f"{FILE}?kind=negative_value&lang=en"))
    assert {line[1] for line in lines} == {"negative_value"}


def test_a_part_of_the_page_that_is_no_kind_gives_everything(client):
    assert rows_of(client.get(f"{FILE}?kind=revisions"))[1] == rows_of(client.get(FILE))[1]


@pytest.mark.parametrize("asked", ["area=77", "area=VN", "kind=nothing", "load=x", "load=99999", "lang=fr"])
def test_what_cannot_be_used_is_named(client, asked):
    answer = client.get(f"{FILE}?{asked}")
    assert answer.status_code == 400
    assert asked.partition("=")[2] in answer.text
    assert answer.content_type == "text/plain; charset=utf-8"


def test_every_kind_in_the_demonstration_has_a_name(client):
    assert {line[1] for line in rows_of(client.get(FILE))[1]} <= set(KINDS)


def test_the_old_address_of_the_list_still_answers(client):
    assert client.get(f"{OLD}?area=08").data == client.get(f"{FILE}?area=08").data
