"""The warehouse alone: one measure and period of all provinces, and what a new load costs, at two sizes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, text

from benchmarks import postgres
from benchmarks.after_load import first_answers
from benchmarks.served import free_port
from benchmarks.table import Row
from warehouse.connect import open_warehouse
from warehouse.coverage import Source, facts_source, sources
from warehouse.demo.build import build_demo
from warehouse.fact_rows import fact_rows
from warehouse.facts import read_facts, read_measures_of_loads
from warehouse.rollup import refresh
from warehouse.tables import fact_measure, load_log, rollup, rollup_period

SIZES = (300_000, 10_000_000)
PERIOD = (date(2026, 8, 1), date(2026, 8, 31))
BY_PROVINCE, BY_COMMUNE = "officials_trained", "village_heads_trained"
NEW_LOAD = 100
TIMES, NAIVE_TIMES = 50, 1


def warehouse(sizes: tuple[int, ...] = SIZES) -> list[Row]:
    """What the warehouse's own questions cost on SQLite, and on PostgreSQL where it is installed."""
    rows: list[Row] = []
    for size in sizes:
        with TemporaryDirectory() as folder:
            rows += measured(
                URL.create("sqlite", database=f"{folder}/kho.sqlite"), f"SQLite, {size:,} facts", size
            )
        if postgres.is_installed():
            with postgres.server(free_port()) as owner:
                rows += measured(owner, f"PostgreSQL, {size:,} facts", size)
    return rows


def measured(owner: URL, name: str, size: int) -> list[Row]:
    """The rows of one warehouse, which is built for it."""
    large, reader, started = size > SIZES[0], owner, perf_counter()
    build_demo(owner, "full", facts=size if large else 0)
    built = Row(f"demonstration built with indexes and rollup, {name}", [perf_counter() - started], "s", 1)
    if owner.get_backend_name() == "postgresql":
        postgres.statements(owner, "VACUUM ANALYZE", autocommit=True)
        reader = postgres.reader_of(owner)
    rows = [built, *questions(reader, owner, name)]
    return [*rows, *first_answers(reader, owner, name)] if large else rows


def questions(reader: URL, owner: URL, name: str) -> list[Row]:
    """Map queries and a new load on a warehouse that stands."""
    engine, rows = open_warehouse(reader), []
    for measure, said in ((BY_PROVINCE, "provinces report"), (BY_COMMUNE, "communes report")):
        what = f"one measure and period, {said}, {name}"
        with engine.connect() as connection:
            rolled = sources(engine, connection, rollup_period)[0]
            quick = Row(f"{what}: rollup", timed(partial(asked, connection, rolled, measure), TIMES), "ms", 2)
            indexed = timed(partial(asked, connection, facts_source(), measure), TIMES)
        rows += [quick, Row(f"{what}: index alone", indexed, "ms", 2, quick)]
    naive = timed(partial(with_pandas, engine, BY_COMMUNE), NAIVE_TIMES)
    rows += [Row(f"one measure and period, {name}: pandas over the facts", naive, "ms", 0, quick)]
    return [*rows, *new_load(engine, owner, name)]


def asked(connection: Connection, source: Source, measure: str) -> int:
    """How many facts a measure and period has, all of them read and understood."""
    ends = source.of["period_end"].between(*PERIOD)
    of_measure = source.of["measure_code"] == measure
    return len(list(fact_rows(connection, source, source.totals, of_measure, ends, at_once=True)))


def with_pandas(engine: Engine, measure: str) -> int:
    """The same as dashboards do it who know no better: everything into a frame, then filtered."""
    import pandas

    with engine.connect() as connection:
        names = ("measure_code", "area_key", "period_end", "ethnic_code", "value", "load_id")
        frame = pandas.read_sql(facts_source().select(*names), connection)
    ends = pandas.to_datetime(frame.period_end, errors="coerce").between(*map(str, PERIOD))
    return len(frame[(frame.measure_code == measure) & frame.ethnic_code.isna() & ends])


def new_load(engine: Engine, owner: URL, name: str) -> list[Row]:
    """What a load of one province's month costs: the first facts after it, and taking it into the rollup."""
    with loaded(owner) as count:
        touched = timed(lambda: read_measures_of_loads(engine, [NEW_LOAD]), 5)
        first = timed(lambda: sum(1 for _ in read_facts(engine, [BY_PROVINCE])), 5)
        started = perf_counter()
        refresh(owner, quiet=True)
        taken = (perf_counter() - started) * 1000
        after = timed(lambda: sum(1 for _ in read_facts(engine, [BY_PROVINCE])), 5)
    return [
        Row(f"which measures a new load of {count:,} facts touched, {name}", touched, "ms", 1),
        Row(f"all facts of a measure right after a new load of {count:,}, {name}", first, "ms", 1),
        Row(f"that load taken into the rollup, {name}", [taken], "ms", 1),
        Row(f"all facts of a measure once it is, {name}", after, "ms", 1),
    ]


@contextmanager
def loaded(owner: URL) -> Iterator[int]:
    """How many facts a new load has: those of the last month anew, as the provinces reported them."""
    columns = ", ".join(column.name for column in fact_measure.columns if column.name != "load_id")
    logged = ", ".join(
        column.name for column in load_log.columns if column.name not in ("load_id", "rows_accepted")
    )
    engine = create_engine(owner)
    with engine.begin() as connection:
        count = connection.execute(
            text(
                f"INSERT INTO fact_measure ({columns}, load_id) SELECT {columns}, {NEW_LOAD}"
                " FROM fact_measure WHERE load_id = 31 AND ethnic_code IS NULL"
            )
        ).rowcount
        connection.execute(
            text(
                f"INSERT INTO load_log ({logged}, load_id, rows_accepted)"
                f" SELECT {logged}, {NEW_LOAD}, {count} FROM load_log WHERE load_id = 31"
            )
        )
    yield count
    with engine.begin() as connection:
        for table in ("fact_measure", "load_log", *rollup.tables):
            connection.execute(text(f"DELETE FROM {table} WHERE load_id = {NEW_LOAD}"))
    engine.dispose()


def timed(work: Callable[[], Any], times: int) -> list[float]:
    """The milliseconds that each of so many runs took."""
    figures = []
    for _ in range(times):
        started = perf_counter()
        work()
        figures.append((perf_counter() - started) * 1000)
    return figures
