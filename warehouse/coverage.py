"""Where facts are read from: the rollup for the loads that are wholly in it, the facts for all others.

A load that the log knows is wholly in the rollup where as many of its facts were taken in as the log says, or
as there are when counted. Its mark is written last, in the transaction of its rows: what was stopped halfway
has none. A rollup that isn't there, or that this account may not read, costs nothing but time.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Integer,
    Label,
    Select,
    Table,
    bindparam,
    case,
    column,
    func,
    inspect,
    literal_column,
    null,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import NullType

from warehouse.read import Fingerprint, file_mark, read_fingerprint, read_rows
from warehouse.structure import walks_by_load
from warehouse.tables import fact_measure, load_log, rollup_load, rollup_measure, rollup_period

Mark = tuple[
    Any, int, int | None
]  # a load, how many of its facts were taken in, the newest fact seen by then
Loads = tuple[Any, ...]  # numbers; whatever else wrong rows hold there
MOST_PARAMETERS = 1_000  # of one statement; some servers take two thousand


class Source(NamedTuple):
    """A table that holds facts: its columns under the rollup's names, which are totals, which rows count."""

    table: Table
    of: dict[str, ColumnElement[Any]]
    totals: ColumnElement[bool]
    counted: tuple[ColumnElement[bool], ...]

    def select(self, *names: str) -> Select[Any]:
        """Some columns of the rows that count, as the database holds them."""
        raw: list[Label[Any]] = [type_coerce(self.of[name], NullType()).label(name) for name in names]
        return select(*raw).where(*self.counted)


def sources(engine: Engine, connection: Connection, *tables: Table) -> list[Source]:
    """The tables that together hold every fact once.

    Of the rollup's `tables` it is the first that is there, for the loads wholly in it.
    """
    mark, wanted = file_mark(engine), tables or (rollup_measure,)
    kept = _kept(engine, mark) if mark else {}
    if wanted in kept:
        _begin(connection)
        return kept[wanted]
    found = _found(engine, connection, wanted)
    if file_mark(engine) == mark:
        kept[wanted] = found
    return found


@lru_cache(maxsize=8)
def _kept(_engine: Engine, _mark: tuple[int, ...]) -> dict[tuple[Table, ...], list[Source]]:
    """What was found of a file that was not written since."""
    return {}


def _found(engine: Engine, connection: Connection, tables: tuple[Table, ...]) -> list[Source]:
    if not inspect(connection).has_table(rollup_load.name):
        return [facts_source()]
    for table in tables:
        _begin(connection)
        whole, rest = divided_loads(engine, connection, table)
        if whole:
            found = [_rollup_source(table, among(table, whole))]
            return [*found, facts_source(among(fact_measure, rest))] if rest else found
        connection.rollback()
    return [facts_source()]


def _begin(connection: Connection) -> None:
    """Has SQLite read marks and rows of one moment."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN")


def _rollup_source(table: Table, *counted: ColumnElement[bool]) -> Source:
    """The rows of a table of the rollup."""
    columns: dict[str, ColumnElement[Any]] = dict(table.c)
    if table is rollup_period:
        return Source(table, columns, table.c.ethnic_code.is_(None), counted)
    # An ethnic group is not told of a total, nor of rows that became one.
    return Source(table, columns | {"ethnic_code": null()}, table.c.by_ethnic_group == 0, counted)


def facts_source(*counted: ColumnElement[bool]) -> Source:
    """The facts themselves, or some of them."""
    fact = fact_measure.c
    columns: dict[str, ColumnElement[Any]] = {
        **dict(fact),
        "preliminary": case((fact.status == "preliminary", 1), else_=0),
        "illustrative": case((fact.source_system == "illustrative", 1), else_=0),
        "ethnic_codes": null(),
        "row_count": literal_column("1", Integer),
    }
    return Source(fact_measure, columns, fact.ethnic_code.is_(None), counted)


def among(table: Table, loads: Loads) -> ColumnElement[bool]:
    """The rows of some loads, of rows without a load where None is among them."""
    numbers = [load for load in loads if load is not None]
    some = type_coerce(table.c.load_id, NullType()).in_(numbers)
    return or_(some, table.c.load_id.is_(None)) if None in loads else some


def asked_of(
    source: Source, measures: Sequence[str] | None, ends: Collection[Any] | None
) -> list[ColumnElement[bool]]:
    """The conditions of facts of some measures whose periods end on some days; None asks for all."""
    asked: list[ColumnElement[bool]] = []
    if measures is not None:
        asked.append(source.of["measure_code"].in_(measures))
    if ends is not None and len(ends) <= MOST_PARAMETERS:
        # Without a type, as the column: PostgreSQL compares a date with no text, but understands one.
        named = [end for end in ends if end is not None]
        held = type_coerce(source.of["period_end"], NullType())
        some = held.in_(bindparam("ends", named, NullType(), expanding=True, unique=True))
        asked.append(some if len(named) == len(ends) else or_(some, held.is_(None)))
    return asked


def divided_loads(engine: Engine, connection: Connection, table: Table) -> tuple[Loads, Loads]:
    """The loads that are wholly in a table of the rollup, and all others of which there are facts."""
    marks, log = _marks(connection, table), load_log.c
    accepted = dict(iter(connection.execute(select(log.load_id, log.rows_accepted))))
    appended = _appended(connection, marks) if marks else ()
    whole = [
        load
        for load, count, _ in marks
        if load in accepted
        and load not in appended
        # Where the log counts otherwise than by facts, counting tells.
        and (count == accepted[load] or count == _count(engine, load))
    ]
    rolled = frozenset(whole)
    return tuple(whole), tuple(load for load in loads_of_facts(connection) if load not in rolled)


def newest_row(connection: Connection) -> int | None:
    """The highest row of the facts where the database numbers rows as they are appended: in SQLite."""
    if connection.dialect.name != "sqlite":
        return None
    try:
        return connection.execute(select(func.max(column("rowid"))).select_from(fact_measure)).scalar()
    except DBAPIError:  # a view, or a table without such numbers
        return None


def _marks(connection: Connection, table: Table) -> tuple[Mark, ...]:
    """What a table of the rollup is said to hold; nothing where there is none that can be read."""
    mark = rollup_load.c
    taken_in = func.coalesce(mark.packed_count, 0) if table is rollup_period else mark.row_count
    asked = select(mark.load_id, func.sum(taken_in), func.max(mark.last_row)).group_by(mark.load_id)
    try:
        connection.execute(select(table).limit(0))
        return tuple((load, int(count), last) for load, count, last in connection.execute(asked))
    except DBAPIError:
        connection.rollback()
        return ()


def _appended(connection: Connection, marks: tuple[Mark, ...]) -> Collection[Any]:
    """The loads whose facts came after the rollup was last refreshed, where the database can tell."""
    seen = max((last for _, _, last in marks if last is not None), default=None)
    newest = newest_row(connection)
    if seen is None or newest is None or newest == seen:
        return ()
    if newest < seen:  # facts were taken away, nobody knows of which
        return [load for load, _, _ in marks]
    # Distinct in SQL would walk an index of all facts instead of the last rows.
    later = select(type_coerce(fact_measure.c.load_id, NullType())).where(column("rowid") > seen)
    return set(connection.execute(later).scalars())


def _count(engine: Engine, load: Any) -> int:
    """How many facts there are of a load, counted once for a state of the warehouse."""
    return _counted(engine, read_fingerprint(engine), load)


@lru_cache(maxsize=4096)
def _counted(engine: Engine, _state: Fingerprint, load: Any) -> int:
    asked = select(func.count()).select_from(fact_measure).where(among(fact_measure, (load,)))
    return int(read_rows(engine, asked)[0][0])


def loads_of_facts(connection: Connection) -> list[Any]:
    """Every load of which there are facts: one step down the index each, where there is one."""
    number = type_coerce(fact_measure.c.load_id, NullType())
    if not walks_by_load(connection):
        return list(connection.execute(select(number).distinct()).scalars())
    first = select(func.min(number).label("load_id")).cte("loads", recursive=True)
    following = select(func.min(number)).where(number > first.c.load_id).scalar_subquery()
    walked = first.union_all(select(following).where(first.c.load_id.is_not(None)))
    found = [load for load in connection.execute(select(walked.c.load_id)).scalars() if load is not None]
    without = select(number).where(fact_measure.c.load_id.is_(None)).limit(1)
    return [*found, *connection.execute(without).scalars()]
