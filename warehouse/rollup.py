"""Refreshing the rollup: load by load, in the database, each load in one transaction that its mark closes."""

from typing import Any

from sqlalchemy import (
    URL,
    Column,
    ColumnElement,
    Connection,
    CreateTableAs,
    Engine,
    Integer,
    Table,
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
from warehouse.packed import PACKING, packed
from warehouse.rolled import fact, rolled_up
from warehouse.tables import (
    ROLLUP_INDEXES,
    fact_measure,
    load_log,
    rollup_load,
    rollup_measure,
    rollup_period,
)


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
    *tables, last = _kept(connection)
    whole, rest = divided_loads(engine, connection, last)
    known = frozenset(connection.execute(select(load_log.c.load_id)).scalars())
    kept = () if rebuild else whole
    connection.execute(delete(rollup_load).where(~among(rollup_load, kept)))
    for table in (*tables, last):
        connection.execute(delete(table).where(~among(table, (*whole, *rest))))
    taken = [load for load in (*whole, *rest) if load in known and load not in kept]
    return taken, newest_row(connection)


def _kept(connection: Connection) -> tuple[Table, ...]:
    """The tables that are kept in this database besides the marks."""
    return (rollup_measure, rollup_period) if connection.dialect.name in PACKING else (rollup_measure,)


def make_tables(connection: Connection) -> None:
    """Makes what of the rollup's tables and indexes isn't there, with the types of the facts' own columns."""
    there, kept = inspect(connection), (*_kept(connection), rollup_load)
    for table in kept:
        if not there.has_table(table.name):
            columns = [_as_in_facts(column) for column in table.columns]
            connection.execute(CreateTableAs(select(*columns).where(false()), table.name))
    if "packed_count" not in {column["name"] for column in inspect(connection).get_columns(rollup_load.name)}:
        connection.exec_driver_sql("ALTER TABLE rollup_load ADD COLUMN packed_count INTEGER")
    for index in ROLLUP_INDEXES:
        if index.table in kept:
            index.create(connection, checkfirst=True)


def _as_in_facts(column: Column[Any]) -> ColumnElement[Any]:
    """A column of the rollup with the type that the facts have for it, where they have it."""
    if column.name in fact:
        return fact[column.name]
    empty = cast(null(), Text) if isinstance(column.type, Text) else literal_column("0", Integer)
    return empty.label(column.name)


def take_in(connection: Connection, load: Any, seen: int | None) -> None:
    """Takes a load in anew, in the caller's transaction; `seen` is the newest fact by the start."""
    dialect, of_load, kept = connection.dialect.name, among(fact_measure, (load,)), _kept(connection)
    for table in (rollup_load, *kept):
        connection.execute(delete(table).where(among(table, (load,))))
    for table in kept:
        for rows in packed(dialect, of_load) if table is rollup_period else rolled_up(dialect, of_load):
            connection.execute(insert(table).from_select([column.name for column in table.columns], rows))
    count = func.count()
    marks = {
        rollup_load.c.load_id: fact.load_id,
        rollup_load.c.measure_code: fact.measure_code,
        rollup_load.c.row_count: count,
        rollup_load.c.last_row: literal(seen, Integer),
        rollup_load.c.packed_count: count if rollup_period in kept else literal(0),
    }
    marked = select(*marks.values()).where(of_load).group_by(fact.load_id, fact.measure_code)
    connection.execute(insert(rollup_load).from_select(list(marks), marked))
