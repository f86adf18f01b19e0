"""The same warehouse on PostgreSQL 15, read with an account that may only SELECT."""

from collections import Counter
from datetime import date

import pytest
from sqlalchemy import URL, Engine, create_engine, text
from sqlalchemy.exc import DBAPIError

from benchmarks.postgres import statements
from warehouse.checks import check
from warehouse.connect import open_warehouse
from warehouse.demo.build import build_demo
from warehouse.errors import ContractBroken
from warehouse.facts import (
    read_facts,
    read_facts_by_ethnic_group,
    read_facts_of_loads,
    read_first_reports,
    read_measures_of_loads,
)
from warehouse.group_rows import GroupRows, read_group_rows
from warehouse.queries import select_facts, select_measures
from warehouse.read import read_fingerprint, read_rows
from warehouse.rollup import refresh
from warehouse.sources import read_deliveries
from warehouse.tables import fact_measure
from warehouse.values import number

GROUPED = ["population", "population_em", "heritage_items_digitised"]


def test_it_meets_the_contract(engine: Engine):
    assert check(engine) == []


def test_facts_mean_the_same_as_on_sqlite(engine: Engine, demo_url: str):
    def values(source: Engine) -> list[tuple]:
        rows = read_rows(source, select_facts(["village_heads", "village_heads_trained"]))
        return sorted(
            (row.measure_code, row.area_key, row.load_id, number(row.value) or -1.0) for row in rows
        )

    assert values(engine) == values(open_warehouse(demo_url))


def test_what_is_asked_often_of_the_rollup_is_planned_once(engine: Engine):
    for _ in range(7):
        assert list(read_facts(engine, ["village_heads"], ends=["2026-09-30"]))
    with engine.connect() as connection:
        found = connection.execute(text("SELECT statement FROM pg_prepared_statements")).scalars().all()
    assert any("area_values" in statement for statement in found)


def test_the_fingerprint_knows_the_draft(engine: Engine):
    mark = read_fingerprint(engine)
    assert mark.drafts == (mark.newest_load,)
    assert len(mark.optional) == 5


def test_even_the_owner_reads_only(owner: URL):
    engine = open_warehouse(owner)
    with pytest.raises(DBAPIError, match="read-only"), engine.begin() as connection:
        connection.execute(text("DELETE FROM fact_measure"))
    engine.dispose()


@pytest.mark.parametrize(
    "change",
    [
        "INSERT INTO dim_ethnic_group VALUES ('99', 'a', 'a')",
        "UPDATE load_log SET approved_by = 'x'",
        "DELETE FROM rollup_load",
        "TRUNCATE fact_measure",
        "CREATE TABLE mine (a integer)",
        "DROP TABLE rollup_measure",
    ],
)
def test_the_reader_may_write_nothing(engine: Engine, change: str):
    bare = create_engine(engine.url)  # without the guard of open_warehouse: the server refuses
    with pytest.raises(DBAPIError, match=r"permission denied|must be owner"), bare.begin() as connection:
        connection.execute(text(change))
    bare.dispose()


def everything(engine: Engine) -> dict[str, object]:
    """What the dashboard asks of the facts."""
    mark = read_fingerprint(engine)
    loads = range(1, 33)
    return {
        "totals": Counter(row._replace(raw_value=None) for row in read_facts(engine)),
        "by group": Counter(
            row._replace(raw_value=None) for row in read_facts_by_ethnic_group(engine, GROUPED)
        ),
        "before": Counter(
            row._replace(raw_value=None) for row in read_facts(engine, GROUPED, 30, ["2025-12-31", None])
        ),
        "after": Counter(row._replace(raw_value=None) for row in read_facts_of_loads(engine, (31, 32))),
        "groups": Counter(map(plain, read_group_rows(engine))),
        "first reports": read_first_reports(engine, mark.optional, loads),
        "deliveries": sorted(read_deliveries(engine, date(2026, 11, 25))),
        "measures": {
            (load, measure, str(end)): rows
            for load, measures in read_measures_of_loads(engine, loads).items()
            for measure, ends in measures.items()
            for end, rows in ends.items()
        },
    }


def plain(rows: GroupRows) -> GroupRows:
    return rows._replace(raw_value=None, groups=tuple(sorted(rows.groups)))


def test_everything_is_as_on_sqlite(engine: Engine, demo_url: str):
    assert everything(engine) == everything(open_warehouse(demo_url))


def test_days_are_asked_for_as_they_are_held(engine: Engine):
    """Also where a day is none that Python knows."""
    measures = ["village_heads", "village_heads_trained"]
    held = sorted({str(row.end) for row in read_facts(engine, measures) if row.end})
    some = list(read_facts(engine, measures, ends=[held[0], held[-1], "infinity"]))
    assert {str(row.end) for row in some} == {held[0], held[-1]}
    every = Counter(read_facts(engine, measures))
    assert Counter(some) == Counter(
        {row: n for row, n in every.items() if str(row.end) in (held[0], held[-1])}
    )


def test_a_new_load_is_read_at_once_and_taken_in_by_the_owner(engine: Engine, owner: URL):
    before = everything(engine)
    columns = ", ".join(column.name for column in fact_measure.columns if column.name != "load_id")
    statements(
        owner,
        f"INSERT INTO fact_measure ({columns}, load_id) SELECT {columns}, 40 FROM fact_measure"
        " WHERE load_id = 20",
        "INSERT INTO load_log SELECT 40, source_system, now(), rows_received, rows_accepted, 0, 'Vụ', NULL"
        " FROM load_log WHERE load_id = 20",
    )
    from_facts = everything(engine)
    assert refresh(owner, quiet=True) == 1
    from_rollup = everything(engine)
    statements(owner, *(f"DELETE FROM {table} WHERE load_id = 40" for table in ("fact_measure", "load_log")))
    assert before != from_facts == from_rollup
    assert everything(engine) == before  # what is left of it in the rollup is not read
    assert refresh(owner, quiet=True) == 0


@pytest.mark.parametrize("table", ["rollup_measure", "rollup_period", "rollup_load"])
def test_a_rollup_that_the_reader_may_not_see_is_done_without(engine: Engine, owner: URL, table: str):
    before = everything(engine)
    statements(owner, f"REVOKE SELECT ON {table} FROM reader")
    without = everything(engine)
    statements(owner, f"GRANT SELECT ON {table} TO reader")
    assert without == before


@pytest.mark.parametrize("odd", ["infinity", "20260-06-30", "0044-03-15 BC"])
def test_a_date_that_python_has_no_word_for_costs_its_own_row_alone(engine: Engine, owner: URL, odd: str):
    before = list(read_facts(engine, ["village_heads"]))
    copied = "measure_code, area_key, period_start, ethnic_code, value, status, source_system, reported_at"
    statements(
        owner,
        f"INSERT INTO fact_measure ({copied}, period_end, load_id) "
        f"SELECT {copied}, '{odd}', -1 FROM fact_measure WHERE measure_code = 'village_heads' LIMIT 1",
    )
    after = list(read_facts(engine, ["village_heads"]))
    statements(owner, "DELETE FROM fact_measure WHERE load_id = -1")
    assert len(after) == len(before) + 1
    assert [row.end for row in after if row.load_id == -1] == [None]


def test_a_table_that_may_not_be_read_is_named(engine: Engine, owner: URL):
    statements(owner, "REVOKE SELECT ON dim_measure FROM reader")
    with pytest.raises(ContractBroken, match="dim_measure"):
        read_rows(engine, select_measures())
    statements(owner, "GRANT SELECT ON dim_measure TO reader")


def test_a_larger_demonstration_is_counted_by_its_log(owner: URL):
    statements(owner, "CREATE DATABASE larger", autocommit=True)
    larger = owner.set(database="larger")
    built = build_demo(larger, "small", quiet=True, facts=150_000)
    engine = create_engine(larger)
    with engine.connect() as connection:
        facts = connection.execute(text("SELECT count(*) FROM fact_measure")).scalar()
        logged = connection.execute(text("SELECT sum(rows_accepted) FROM load_log")).scalar()
        rolled, packed = (
            connection.execute(text(f"SELECT sum(row_count) FROM {table}")).scalar()
            for table in ("rollup_load", "rollup_period")
        )
    engine.dispose()
    assert facts == built >= 150_000
    assert logged == rolled == packed == built - 2  # those of the load that the log doesn't know
