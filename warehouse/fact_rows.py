"""Facts as plain records with understood fields, from tables that hold them one by one or packed."""

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache, partial
from itertools import chain, groupby, repeat
from math import nan
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection

from warehouse.coverage import Source
from warehouse.tables import rollup_period
from warehouse.values import day, number

BATCH, PACKS = 10_000, 100  # rows at a time; a pack has up to some thousand facts
COLUMNS = (
    *("measure_code", "area_key", "period_start", "period_end", "ethnic_code", "value"),
    *("preliminary", "illustrative", "load_id", "row_count"),
)
LISTS = ("area_keys", "area_values")


class FactRow(NamedTuple):
    """A fact with its dates and value understood; None where they can't be."""

    measure: str
    area_key: int
    start: date | None
    end: date | None
    ethnic: str | None
    value: float | None
    raw_value: object
    preliminary: bool
    illustrative: bool
    load_id: int


class GroupList(NamedTuple):
    """What areas said with a load of a measure and a period by one ethnic group; NaN for no value."""

    measure: str
    start: date | None
    end: date | None
    ethnic: str
    preliminary: bool
    illustrative: bool
    load_id: int
    area_keys: Sequence[int]
    values: Sequence[float]


def fact_rows(
    connection: Connection, source: Source, *conditions: ColumnElement[bool], at_once: bool = False
) -> Iterator[FactRow]:
    """The facts of a source that meet some conditions; packed ones `at_once` where they are few."""
    rows = _rows(connection, source, conditions, at_once=at_once)
    # No generator of facts: thousands would pass through it one by one.
    return chain.from_iterable(
        _understood(*row) if len(row) == len(COLUMNS) or row[-1] is None else _unpacked(*row) for row in rows
    )


def group_lists(
    connection: Connection, source: Source, *conditions: ColumnElement[bool]
) -> Iterator[GroupList]:
    """The same as lists, each of facts that follow one another and differ in area and value alone."""
    for key, rows in groupby(_rows(connection, source, conditions), itemgetter(0, 2, 3, 4, 6, 7, 8)):
        measure, start, end, ethnic, preliminary, illustrative, load_id = key
        area_keys: list[int] = []
        values = array("d")
        for _, area_key, _, _, _, value, _, _, _, count, *lists in rows:
            if lists and lists[1] is not None:
                area_keys += _area_keys(lists[0])
                values.extend(nan if one is None else one for one in json.loads(lists[1]))
            else:
                area_keys += [area_key] * count
                read = number(value)
                values.extend([nan if read is None else read] * count)
        marks = bool(preliminary), bool(illustrative), load_id
        yield GroupList(measure, day(start), day(end), ethnic, *marks, area_keys, values)


def _rows(
    connection: Connection,
    source: Source,
    conditions: Iterable[ColumnElement[bool]],
    *,
    at_once: bool = False,
) -> Iterator[Any]:
    packed = source.table is rollup_period
    asked = source.select(*COLUMNS, *(LISTS if packed else ())).where(*conditions)
    if packed and at_once:
        # To come in batches PostgreSQL is asked four times, and plans anew each time.
        yield from connection.execute(asked)
        return
    result = connection.execution_options(yield_per=PACKS if packed else BATCH).execute(asked)
    for batch in result.partitions():
        yield from batch


# Checks nothing: what is zipped below is as wide as the record, and there are thousands.
_record: Any = partial(tuple.__new__, FactRow)


def _unpacked(*row: Any) -> Iterable[FactRow]:
    """The facts of a row with lists."""
    measure, _, start, end, ethnic, _, preliminary, illustrative, load_id, _, area_keys, area_values = row
    values = json.loads(area_values, parse_int=float)
    before = repeat(measure), _area_keys(area_keys), repeat(day(start)), repeat(day(end)), repeat(ethnic)
    after = repeat(bool(preliminary)), repeat(bool(illustrative)), repeat(load_id)
    return map(_record, zip(*before, values, values, *after, strict=False))


@lru_cache(maxsize=32)
def _area_keys(text: str) -> tuple[int, ...]:
    """The areas of a list: mostly the same ones as in the period before or of the group before."""
    return tuple(json.loads(text))


def _understood(
    measure: str, area_key: int, start: Any, end: Any, ethnic: str | None, value: Any, *rest: Any
) -> Iterable[FactRow]:
    preliminary, illustrative, load_id, count = rest[:4]
    marks = (bool(preliminary), bool(illustrative))
    row = FactRow(measure, area_key, day(start), day(end), ethnic, number(value), value, *marks, load_id)
    return repeat(row, count)
