"""No page reads the facts through from end to end: every question to them is explained, on both databases."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text

from benchmarks.postgres import statements
from indicators.catalogue import Catalogue, read_catalogue
from repository import Repository
from repository.ahead import read_indicator_pages, read_pages
from warehouse.connect import open_warehouse

TODAY = date(2026, 11, 25)
ROLLUP = ("rollup_measure", "rollup_load")
CODES = ("G02", "N08", "S02", "X02")
Explain = Callable[[Connection, str, Any], str]


@contextmanager
def captured(engine: Engine) -> Iterator[list[tuple[str, Any]]]:
    """Every statement that is executed, with its parameters."""
    found: list[tuple[str, Any]] = []

    def keep(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        found.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", keep)
    yield found
    event.remove(engine, "before_cursor_execute", keep)


def asked_of_facts(engine: Engine, folder: Path) -> list[tuple[str, Any]]:
    """Every question to the facts behind every page, a first look with nothing kept; one of each kind."""
    # Every kind of formula; all other indicators ask the same questions.
    every = read_catalogue()
    some = Catalogue(every[code] for code in CODES)
    repository = Repository(engine, some, folder, today=lambda: TODAY)
    with captured(engine) as found:
        read_pages(repository, None)
        for code in CODES:
            read_indicator_pages(repository, code)
        repository.read_quality(20)
        repository.read_changes(20)
        repository.read_values("S02", "2026-Q3", parent="08")
    kinds = {
        statement: (statement, parameters) for statement, parameters in found if "fact_measure" in statement
    }
    return list(kinds.values())


def on_sqlite(connection: Connection, statement: str, parameters: Any) -> str:
    plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
    return "\n".join(row[3] for row in plan)


def on_postgres(connection: Connection, statement: str, parameters: Any) -> str:
    # So small a table is sooner read than its index: a plan that does so nevertheless knows no other way.
    connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
    return "\n".join(row[0] for row in connection.exec_driver_sql(f"EXPLAIN {statement}", parameters))


def full_scans(engine: Engine, asked: list[tuple[str, Any]], explain: Explain) -> list[str]:
    """The statements whose plan reads all facts, with it; a single row asked for is none."""
    found = []
    for statement, parameters in asked:
        with engine.connect() as connection:
            plan = explain(connection, statement, parameters)
        scan = re.search(r"SCAN fact_measure|Seq Scan on fact_measure", plan)
        if scan and "LIMIT" not in statement:
            found.append(f"{statement}\n{plan}")
    return found


def of_quality_alone(statement: str) -> bool:
    """Whether it is the list of everything wrong, which without a rollup has to look at everything."""
    return "group_concat" in statement or "string_agg" in statement or "ethnic_codes" in statement


@pytest.fixture
def without_rollup(demo_url: str, tmp_path: Path) -> Engine:
    file = tmp_path / "without.sqlite"
    shutil.copy(make_url(demo_url).database or "", file)
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        for table in ROLLUP:
            connection.execute(text(f"DROP TABLE {table}"))
    return open_warehouse(f"sqlite:///{file}")


def test_with_the_rollup(demo_url: str, tmp_path: Path):
    engine = open_warehouse(demo_url)
    asked = asked_of_facts(engine, tmp_path)
    assert full_scans(engine, asked, on_sqlite) == []


def test_with_indexes_alone(without_rollup: Engine, tmp_path: Path):
    asked = asked_of_facts(without_rollup, tmp_path / "cache")
    assert len(asked) > 5
    scans = full_scans(without_rollup, asked, on_sqlite)
    assert [one for one in scans if not of_quality_alone(one)] == []


def test_a_full_scan_would_be_found(without_rollup: Engine):
    asked = [("SELECT sum(value) FROM fact_measure", ()), ("SELECT * FROM fact_measure WHERE value > 3", ())]
    assert len(full_scans(without_rollup, asked, on_sqlite)) == 2


def test_on_postgres(engine: Engine, owner: Any, tmp_path: Path):
    statements(owner, "ANALYZE")
    asked = asked_of_facts(engine, tmp_path / "with")
    assert full_scans(engine, asked, on_postgres) == []
    statements(owner, *(f"REVOKE SELECT ON {table} FROM reader" for table in ROLLUP))
    asked = asked_of_facts(engine, tmp_path / "without")
    statements(owner, *(f"GRANT SELECT ON {table} TO reader" for table in ROLLUP))
    scans = full_scans(engine, asked, on_postgres)
    assert [one for one in scans if not of_quality_alone(one)] == []
