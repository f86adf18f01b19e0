"""What is read ahead: all that the pages show first, again after every change, and as of the last loads."""

from dataclasses import replace
from datetime import date

import pytest

import app as application
from app import create_app, reading_ahead
from callbacks.report_values import read_report_values
from config import Settings
from exports.pack import FORMATS, SECTIONS, Pack
from indicators.catalogue import read_catalogue
from layouts.pages import PAGES
from repository import Repository, ahead, facts, whole
from repository.open import open_repository
from tests.integration.small import load, pair
from tests.integration.test_addresses import answers
from warehouse import tables
from warehouse.connect import open_warehouse
from warehouse.errors import WarehouseAway


@pytest.fixture
def no_fact_is_read(monkeypatch):
    """Makes whatever reads facts fail, once it is called."""

    def start():
        def refuse(*_):
            raise AssertionError("facts were read")

        monkeypatch.setattr(facts, "read_readings", refuse)
        for name in ("read_quality", "changes_since", "read_task_reports"):
            monkeypatch.setattr(whole, name, refuse)

    return start


def test_no_page_reads_a_fact_for_what_it_shows_first(demo_url, tmp_path, no_fact_is_read, monkeypatch):
    today = date.today()  # stays, should midnight pass: a new day is a new state
    monkeypatch.setitem(open_repository.__kwdefaults__, "today", lambda: today)
    app = create_app(Settings(warehouse_url=demo_url, data_dir=tmp_path))
    app.server.test_client().get("/")  # Dash completes its callbacks with the first request
    app.server.extensions["read_ahead"]()
    no_fact_is_read()
    for page in PAGES:
        answers(app, page.path, "")
    for code in read_catalogue().codes:
        for path in ("/ban-do", "/chi-tieu"):
            answers(app, path, f"?i={code}")
    for page in PAGES:
        answers(app, page.path, "?load=32")


def test_no_fact_is_read_for_a_pack_of_the_newest_quarter(demo_url, tmp_path, no_fact_is_read, monkeypatch):
    monkeypatch.setattr(ahead, "LOADS_AHEAD", 1)
    repository = Repository(
        open_warehouse(demo_url),
        read_catalogue(),
        tmp_path / "cache",
        today=lambda: date(2026, 11, 22),
    )
    ahead.read_ahead(repository)
    no_fact_is_read()
    settings = Settings(warehouse_url=demo_url, data_dir=tmp_path)
    pack = Pack("VN", "", "2026-Q3", ("S02", "S01", "G09"), tuple(SECTIONS), "vi", tuple(FORMATS))
    for area in ("VN", "08"):
        assert read_report_values(repository, settings, replace(pack, area=area)).drawn


def test_it_is_read_again_when_the_warehouse_has_changed_and_only_then(warehouse, repository, monkeypatch):
    warehouse(tables.load_log, load(1))
    warehouse(tables.fact_measure, *pair(30, 60))
    times = []
    monkeypatch.setattr(application, "have_read_ahead", lambda one, _: times.append(one.read_load()) or True)
    look = reading_ahead(repository, {})
    look()
    look()
    warehouse(tables.load_log, load(2))
    look()
    look()
    assert times == [1, 2]


def test_a_warehouse_that_is_away_is_tried_again(repository, monkeypatch):
    answers_of_the_warehouse = iter([WarehouseAway("away"), WarehouseAway("away"), "back"])
    times = []

    def read_state():
        found = next(answers_of_the_warehouse)
        if isinstance(found, Exception):
            raise found
        return found

    monkeypatch.setattr(repository, "read_state", read_state)
    monkeypatch.setattr(application, "have_read_ahead", lambda *_: times.append("read") or True)
    look = reading_ahead(repository, {})
    for _ in range(3):
        look()
    assert times == ["read"]


def test_readings_asked_for_longest_ago_are_let_go(demo_url, tmp_path):
    repository = Repository(open_warehouse(demo_url), read_catalogue(), tmp_path, kept_facts=4_000)
    for code in ("S02", "G09", "G05"):
        repository.read_values(code)
    assert repository.facts.codes()[-1] == "G05"
    assert "S02" not in repository.facts.codes()
