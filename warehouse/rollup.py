"""Refreshing the rollup: load by load, in the database, each load in one transaction that its mark closes."""

from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    CreateTableAs,
    Engine,
    Integer,
    Text,
    cast,
    create_engine,
    delete,
    false,
    func,
    insert,
    inspect,
    literal,
    literal_column,
    null,
    select,
)
from tqdm import tqdm

from warehouse.coverage import among, divided_loads, newest_row
from warehouse.rolled import KEY, fact, rolled_up
from warehouse.tables import ROLLUP_INDEXES, fact_measure, load_log, rollup_load, rollup_measure


def refresh(url: str | URL, rebuild: bool = False, quiet: bool = False) -> int:
    """How many loads were taken in: those that weren't wholly there, or all. Needs to write its own tables.

    Stopped halfway it leaves each load wholly in the rollup or out of it.
    """
    engine = create_engine(url)
    try:
        with engine.begin() as connection:
            make_tables(connection)
            taken, seen = _to_take_in(engine, connection, rebuild)
        with tqdm(taken, desc="Bảng tổng hợp", unit="lần nạp", disable=quiet) as bar:
            for load in bar:
                bar.set_postfix_str(str(load), refresh=False)
                with engine.begin() as connection:
                    take_in(connection, load, seen)
        return len(taken)
    finally:
        engine.dispose()


def fill_rollup(connection: Connection, quiet: bool = False) -> None:
    """Makes and fills the rollup of a new warehouse in the caller's transaction."""
    make_tables(connection)
    taken, seen = _to_take_in(connection.engine, connection, rebuild=True)
    for load in tqdm(taken, desc="Bảng tổng hợp", unit="lần nạp", disable=quiet):
        take_in(connection, load, seen)


def _to_take_in(engine: Engine, connection: Connection, rebuild: bool) -> tuple[list[Any], int | None]:
    """The loads to take in, no longer marked: until they are, the facts answer for them. And the newest fact.

    Their rows stay until then: a reader who has just seen a mark may still ask for them.
    """
    whole, rest = divided_loads(engine, connection)
    known = frozenset(connection.execute(select(load_log.c.load_id)).scalars())
    kept = () if rebuild else whole
    connection.execute(delete(rollup_load).where(~among(rollup_load, kept)))
    connection.execute(delete(rollup_measure).where(~among(rollup_measure, (*whole, *rest))))
    taken = [load for load in (*whole, *rest) if load in known and load not in kept]
    return taken, newest_row(connection)


def make_tables(connection: Connection) -> None:
    """Makes what of the rollup's tables and indexes isn't there, with the types of the facts' own columns."""
    there = inspect(connection)
    if not there.has_table(rollup_measure.name):
        columns: list[Any] = [
            *KEY,
            literal_column("0", Integer).label("by_ethnic_group"),
            fact.ethnic_code,
            cast(null(), Text).label("ethnic_codes"),
            fact.value,
            literal_column("0", Integer).label("preliminary"),
            literal_column("0", Integer).label("illustrative"),
            fact.reported_at,
            fact.load_id,
            literal_column("0", Integer).label("row_count"),
        ]
        connection.execute(CreateTableAs(select(*columns).where(false()), rollup_measure.name))
    if not there.has_table(rollup_load.name):
        counts = [literal_column("0", Integer).label(name) for name in ("row_count", "last_row")]
        marks = select(fact.load_id, fact.measure_code, *counts).where(false())
        connection.execute(CreateTableAs(marks, rollup_load.name))
    for index in ROLLUP_INDEXES:
        index.create(connection, checkfirst=True)


def take_in(connection: Connection, load: Any, seen: int | None) -> None:
    """Takes a load in anew, in the caller's transaction; `seen` is the newest fact by the start."""
    names = [column.name for column in rollup_measure.columns]
    for table in (rollup_load, rollup_measure):
        connection.execute(delete(table).where(among(table, (load,))))
    for rows in rolled_up(connection.dialect.name, among(fact_measure, (load,))):
        connection.execute(insert(rollup_measure).from_select(names, rows))
    counts = (func.count().label("row_count"), literal(seen, Integer).label("last_row"))
    marks = select(fact.load_id, fact.measure_code, *counts).where(among(fact_measure, (load,)))
    names = ["load_id", "measure_code", "row_count", "last_row"]
    connection.execute(
        insert(rollup_load).from_select(names, marks.group_by(fact.load_id, fact.measure_code))
    )
