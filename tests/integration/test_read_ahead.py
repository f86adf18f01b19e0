"""What is read ahead: all that the pages show first, again after every change, and as of the last loads."""

import io
import os
import subprocess
from dataclasses import replace
from datetime import date
from threading import get_ident

import pytest
from sqlalchemy import Engine, event

import app as application
from app import AHEAD, create_app, reading_ahead
from callbacks import pictures
from callbacks.pictures import ADDRESS
from callbacks.report_values import read_report_values
from config import Settings, as_environment
from exports.pack import FORMATS, SECTIONS, Pack
from indicators.catalogue import read_catalogue
from indicators.periods import Period
from layouts.choice import DEFAULT_INDICATOR
from layouts.pages import PAGES
from repository import Repository, ahead, facts, states, whole
from repository.ahead import have_read_ahead
from repository.open import open_repository
from repository.shared import marked
from repository.states import LOOK_SECONDS
from tests.integration.small import load, pair
from tests.integration.test_addresses import answers
from warehouse import read, tables
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


@pytest.fixture(scope="module")
def app(demo_url, tmp_path_factory):
    """The dashboard once it has been read ahead, in the process that is meant for that."""
    today = date.today()  # stays, should midnight pass: a new day is a new state
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(open_repository.__kwdefaults__, "today", lambda: today)
        patch.setitem(Repository.__init__.__kwdefaults__, "look_seconds", LOOK_SECONDS)
        made = create_app(Settings(warehouse_url=demo_url, data_dir=tmp_path_factory.mktemp("ahead")))
    made.server.test_client().get("/")  # Dash completes its callbacks with the first request
    made.server.extensions["read_ahead"]()
    return made


# So many SQL statements a click on something kept, at most: none, or those of one look at the warehouse.
KEPT, LOOK = 0, 4
CLOCK = [1e9]  # stands still unless it is moved


@pytest.mark.parametrize("path", [page.path for page in PAGES])
def test_a_click_on_what_is_kept_asks_the_warehouse_nothing(app, path, monkeypatch):
    statements = []
    monkeypatch.setattr(states, "monotonic", lambda: CLOCK[0])
    CLOCK[0] += LOOK_SECONDS
    # As on a server, which has no file that tells that nothing was written.
    monkeypatch.setattr(read, "_read_fingerprint", read._ask_fingerprint)
    app.server.test_client().get("/api/v1/values?indicator=S02")  # looks
    here = get_ident()

    def count(_connection, _cursor, statement, *_):
        if get_ident() == here:  # a server of the browser tests may still answer a page of theirs
            statements.append(statement)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        answers(app, path, "")
        assert len(statements) <= KEPT, statements
        CLOCK[0] += LOOK_SECONDS
        answers(app, path, "")
        assert 2 <= len(statements) <= LOOK, statements
    finally:
        event.remove(Engine, "before_cursor_execute", count)


def test_no_page_reads_a_fact_for_what_it_shows_first(app, no_fact_is_read):
    no_fact_is_read()
    for page in PAGES:
        answers(app, page.path, "")
    for code in read_catalogue().codes:
        for path in ("/ban-do", "/chi-tieu"):
            answers(app, path, f"?i={code}")
    for page in PAGES:
        answers(app, page.path, "?load=32")


def test_the_pictures_that_the_map_fetches_while_idle_are_made_ahead(app, monkeypatch):
    def refuse(*_):
        raise AssertionError("pictures were made")

    monkeypatch.setattr(pictures, "pictures", refuse)
    visitor, shown = app.server.test_client(), dict[str, str]()
    newest = visitor.get(f"/api/v1/values?indicator={DEFAULT_INDICATOR}").json["period"]
    asked = {DEFAULT_INDICATOR: Period.parse(newest).frequency}
    for chosen in ("b=34&f=quarter", "b=34&f=month", "b=34&f=year", "b=63&f=month", "b=reported&f=month"):
        assert visitor.get(f"{ADDRESS}/{DEFAULT_INDICATOR}?{chosen}").json["periods"]
    while asked:
        said = [
            visitor.get(f"{ADDRESS}/{code}?b=34&f={frequency}").json["next"]
            for code, frequency in asked.items()
        ]
        shown |= asked
        asked = {code: of[code] for of in said for code in of.keys() - shown.keys()}
    assert shown.keys() == set(read_catalogue().codes)


def test_a_warehouse_without_facts_is_read_ahead_all_the_same(repository, tmp_path):
    ahead.read_ahead(repository)
    pictures.read_first_pictures(repository, Settings(data_dir=tmp_path))


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


class Child:
    """A process that would read ahead, in the place of a real one."""

    started = 0
    code = 0

    def __init__(self, *_, **__):
        Child.started += 1
        self.stdin = io.BytesIO()

    def wait(self, _seconds):
        return Child.code


@pytest.fixture
def child(monkeypatch):
    monkeypatch.setattr(ahead.subprocess, "Popen", Child)
    monkeypatch.setattr(Child, "started", 0)
    monkeypatch.setattr(Child, "code", 0)
    return Child


def test_of_all_processes_one_reads_ahead_and_it_is_done_once_for_a_state(repository, child):
    shared, mark = repository.answers.shared, marked("ahead", repository.read_state())
    assert shared.lease(mark)  # by another
    assert not have_read_ahead(repository, ["ahead"], {})
    assert child.started == 0
    shared.release(mark)
    assert have_read_ahead(repository, ["ahead"], {})
    assert have_read_ahead(repository, ["ahead"], {})
    assert child.started == 1


def test_a_process_that_failed_is_started_again(repository, child, monkeypatch):
    monkeypatch.setattr(child, "code", 1)
    assert not have_read_ahead(repository, ["ahead"], {})
    monkeypatch.setattr(child, "code", 0)
    assert have_read_ahead(repository, ["ahead"], {})
    assert child.started == 2


def test_nobody_reads_ahead_for_a_folder_that_cannot_be_shared(repository, child, monkeypatch):
    def full(*_, **__):
        raise OSError("No space left on device")

    monkeypatch.setattr("diskcache.Cache.set", full)
    assert not have_read_ahead(repository, ["ahead"], {})
    assert child.started == 0


def test_what_reads_ahead_ends_with_who_started_it(demo_url, tmp_path):
    settings = Settings(warehouse_url=demo_url, data_dir=tmp_path)
    process = subprocess.Popen(
        AHEAD,
        cwd=ahead.ROOT,
        env=os.environ | as_environment(settings),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    _, said = process.communicate(timeout=120)  # closes its standard input, as its end would
    assert (process.returncode, said) == (0, b"")


def test_it_is_read_again_when_the_warehouse_has_changed_and_only_then(warehouse, repository, monkeypatch):
    warehouse(tables.load_log, load(1))
    warehouse(tables.fact_measure, *pair(30, 60))
    times = []
    monkeypatch.setattr(application, "have_read_ahead", lambda one, *_: times.append(one.read_load()) or True)
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
