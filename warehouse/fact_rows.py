"""Facts as plain records with understood fields, from tables that hold them one by one or packed."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import repeat
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


def fact_rows(connection: Connection, source: Source, *conditions: ColumnElement[bool]) -> Iterator[FactRow]:
    """The facts of a source that meet some conditions."""
    packed = source.table is rollup_period
    asked = source.select(*COLUMNS, *(LISTS if packed else ())).where(*conditions)
    result = connection.execution_options(yield_per=PACKS if packed else BATCH).execute(asked)
    read = _unpacked if packed else _understood
    for batch in result.partitions():
        for row in batch:
            yield from read(*row)


# Checks nothing: what is zipped below is as wide as the record, and there are thousands.
_record: Any = partial(tuple.__new__, FactRow)


def _unpacked(*row: Any) -> Iterable[FactRow]:
    """The facts of a row of `rollup_period`."""
    *key, area_keys, area_values = row
    if area_keys is None:
        return _understood(*key)
    measure, _, start, end, ethnic, _, preliminary, illustrative, load_id, _ = key
    values = json.loads(area_values)
    values = [None if value is None else float(value) for value in values]
    before = repeat(measure), json.loads(area_keys), repeat(day(start)), repeat(day(end)), repeat(ethnic)
    after = repeat(bool(preliminary)), repeat(bool(illustrative)), repeat(load_id)
    return map(_record, zip(*before, values, values, *after, strict=False))


def _understood(
    measure: str, area_key: int, start: Any, end: Any, ethnic: str | None, value: Any, *rest: Any
) -> Iterable[FactRow]:
    preliminary, illustrative, load_id, count = rest
    marks = (bool(preliminary), bool(illustrative))
    row = FactRow(measure, area_key, day(start), day(end), ethnic, number(value), value, *marks, load_id)
    return repeat(row, count)
