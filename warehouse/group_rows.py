"""Rows by ethnic group, as many to a record as have nothing but their group and value to tell them apart."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, Label, Select, type_coerce
from sqlalchemy.types import NullType

from warehouse.coverage import Loads, among, asked_of, sources
from warehouse.fact_rows import BATCH
from warehouse.read import reading
from warehouse.rolled import rolled_groups
from warehouse.tables import fact_measure, rollup_measure
from warehouse.values import day, number

COLUMNS = (
    *("measure_code", "area_key", "period_start", "period_end", "ethnic_code", "ethnic_codes"),
    *("value", "load_id", "row_count"),
)


class GroupRows(NamedTuple):
    """What a load says of a measure, an area and a period by ethnic group.

    `groups` names the group of each row whose value is a count that no rule refuses; `value` is their sum. A
    row whose value may be wrong is a record of its own: `sure` is False, and `alike` how many there are.
    """

    measure: str
    area_key: int
    start: date | None
    end: date | None
    load_id: int
    groups: tuple[str, ...]
    sure: bool
    value: float | None
    raw_value: object
    alike: int


def read_group_rows(
    engine: Engine,
    measures: Sequence[str] | None = None,
    ends: Collection[Any] | None = None,
    loads: Loads | None = None,
) -> Iterator[GroupRows]:
    """Rows by ethnic group: from the rollup, or rolled up by the database while they are read.

    All of them, or those of some measures, ends of periods as the database holds them, and loads.
    """
    with reading(engine) as connection:
        for source in sources(engine, connection):
            some = asked_of(source, measures, ends)
            if loads is not None:
                some.append(among(source.table, loads))
            asked = [source.select().where(~source.totals, *some)]
            if source.table is fact_measure:
                asked = list(rolled_groups(connection.dialect.name, *source.counted, *some))
            for rows in asked:
                yield from _understood(connection, rows.with_only_columns(*_raw(rows)))


def _raw(rows: Select[Any]) -> list[Label[Any]]:
    """The columns of the rollup as the database holds them."""
    of = rollup_measure.c if not rows.selected_columns else rows.selected_columns
    return [type_coerce(of[name], NullType()).label(name) for name in COLUMNS]


def _understood(connection: Connection, asked: Select[Any]) -> Iterator[GroupRows]:
    result = connection.execution_options(yield_per=BATCH).execute(asked)
    for batch in result.partitions():
        for measure, area_key, start, end, group, groups, value, load_id, count in batch:
            sure = groups is not None
            named = tuple(groups.split(",")) if sure else (group,)
            read = (number(value), value)
            yield GroupRows(measure, area_key, day(start), day(end), load_id, named, sure, *read, count)
