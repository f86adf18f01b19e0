"""No page reads the facts through from end to end: every question to them is explained, on both databases."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, create_engine, make_url, text

from app import create_app
from benchmarks.postgres import statements
from callbacks import pictures
from config import Settings
from indicators.catalogue import Catalogue, read_catalogue
from repository import Repository
from repository.ahead import read_indicator_pages, read_pages
from tests.integration.every_page import FILES, look_at_everything
from tests.integration.plans import Asked, captured, for_dialect, full_scans
from warehouse.connect import open_warehouse

TODAY = date(2026, 11, 25)
ROLLUP = ("rollup_measure", "rollup_load", "rollup_period")
CODES = ("G02", "N08", "S02", "X02")
# What SQLite is asked in its own words; PostgreSQL's own are among those of the repository's answers.
OF_SQLITE = ("rowid", "typeof", "group_concat")


@pytest.fixture(scope="module")
def looked_at(demo_url: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Asked], set[str], Flask]:
    """What is asked of the facts when all is looked at with nothing kept, and what of the server answered."""
    settings = Settings(warehouse_url=demo_url, data_dir=tmp_path_factory.mktemp("looked-at"))
    with pytest.MonkeyPatch.context() as patch, captured() as asked:
        patch.setattr(pictures, "BEST", 1)  # of compression, which is not looked at
        app = create_app(settings)
        app.server.test_client().get("/")  # Dash completes its callbacks with the first request
        reached = look_at_everything(app, settings)
    return list(asked.values()), reached, app.server


def test_everything_was_looked_at(looked_at):
    asked, reached, server = looked_at
    served = {rule.endpoint for rule in server.url_map.iter_rules()}
    assert {one for one in served - reached if not of_files_alone(one)} == set()
    assert len(asked) > 10


def of_files_alone(endpoint: str) -> bool:
    """Whether what answers there has no warehouse to ask."""
    return endpoint in FILES or endpoint.startswith(("/_", "/assets/"))


def test_no_page_reads_all_facts_on_sqlite(looked_at, demo_url: str):
    assert full_scans(open_warehouse(demo_url), looked_at[0]) == []


def test_no_page_reads_all_facts_on_postgres(looked_at, engine: Engine, owner: Any):
    statements(owner, "ANALYZE")
    asked = [
        for_dialect(engine, one.select)
        for one in looked_at[0]
        if one.select is not None and not any(word in one.statement for word in OF_SQLITE)
    ]
    assert len(asked) > 10
    assert full_scans(engine, asked) == []


def asked_of_facts(engine: Engine, folder: Path) -> list[Asked]:
    """Every question to the facts of the repository's answers behind the pages of four indicators."""
    # Every kind of formula; all other indicators ask the same questions.
    every = read_catalogue()
    some = Catalogue(every[code] for code in CODES)
    repository = Repository(engine, some, folder, today=lambda: TODAY)
    with captured() as found:
        read_pages(repository, None)
        for code in CODES:
            read_indicator_pages(repository, code)
        repository.read_quality(20)
        repository.read_changes(20)
        repository.read_values("S02", "2026-Q3", parent="08")
    return list(found.values())


@pytest.fixture
def without_rollup(demo_url: str, tmp_path: Path) -> Iterator[Engine]:
    file = tmp_path / "without.sqlite"
    shutil.copy(make_url(demo_url).database or "", file)
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        for table in ROLLUP:
            connection.execute(text(f"DROP TABLE {table}"))
    engine.dispose()
    opened = open_warehouse(f"sqlite:///{file}")
    yield opened
    opened.dispose()


def test_with_indexes_alone(without_rollup: Engine, tmp_path: Path):
    asked = asked_of_facts(without_rollup, tmp_path / "cache")
    assert len(asked) > 5
    assert full_scans(without_rollup, asked) == []


def test_answers_on_postgres(engine: Engine, owner: Any, tmp_path: Path):
    statements(owner, "ANALYZE")
    asked = asked_of_facts(engine, tmp_path / "with")
    assert full_scans(engine, asked) == []
    statements(owner, *(f"REVOKE SELECT ON {table} FROM reader" for table in ROLLUP))
    asked = asked_of_facts(engine, tmp_path / "without")
    statements(owner, *(f"GRANT SELECT ON {table} TO reader" for table in ROLLUP))
    assert full_scans(engine, asked) == []


SCANS = [
    "SELECT sum(value) FROM fact_measure",
    "SELECT count(*) FROM fact_measure AS f WHERE f.value > 3",
    # By the index alone, and all of it.
    "SELECT count(DISTINCT load_id) FROM fact_measure WHERE ethnic_code IS NULL",
    "SELECT * FROM fact_measure WHERE value > 3 LIMIT 1",
    "SELECT * FROM fact_measure ORDER BY value LIMIT 1",
    "SELECT area_code FROM dim_area WHERE area_key IN (SELECT area_key FROM fact_measure)",
    "SELECT unit FROM dim_measure AS m WHERE (SELECT sum(g.value) FROM fact_measure AS g) > length(m.unit)",
]
STEPS = [
    "SELECT load_id FROM fact_measure WHERE fact_measure.load_id IS NULL LIMIT 1",
    "SELECT * FROM fact_measure LIMIT 1",
    "SELECT * FROM fact_measure WHERE measure_code = 'village_heads' ORDER BY value LIMIT 1",
    "SELECT max(load_id) FROM fact_measure",
    "SELECT count(*) FROM fact_measure AS f WHERE f.load_id > 30",
]


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_a_full_scan_would_be_found(database: str, demo_url: str, request: pytest.FixtureRequest):
    engine = open_warehouse(demo_url) if database == "sqlite" else request.getfixturevalue("engine")
    assert len(full_scans(engine, [Asked(one, (), None) for one in SCANS])) == len(SCANS)
    assert full_scans(engine, [Asked(one, (), None) for one in STEPS]) == []


def test_a_page_that_reads_all_facts_would_be_found(demo_url: str):
    """Also where nothing but text was given, and whoever opened the engine."""
    with captured() as asked, open_warehouse(demo_url).connect() as connection:
        connection.exec_driver_sql("SELECT measure_code, sum(value) FROM fact_measure GROUP BY measure_code")
    assert len(full_scans(open_warehouse(demo_url), list(asked.values()))) == 1
