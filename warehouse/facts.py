"""Facts and what stands around them, read from the warehouse as plain records with understood fields."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Engine, Select, func, select, type_coerce
from sqlalchemy.types import NullType

from warehouse import queries
from warehouse.read import read_rows, reading
from warehouse.tables import OPTIONAL, fact_measure, report_obligation
from warehouse.values import day, moment, number

BATCH = 10_000
MOST_PARAMETERS = 1_000  # of one statement; some servers take two thousand


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


class TargetRow(NamedTuple):
    """A province's own target for an indicator; None where its day or its value can't be read."""

    indicator: str
    area_key: int
    on: date | None
    value: float | None
    legal_basis: str
    load_id: int


def read_facts(
    engine: Engine, measures: Sequence[str] | None = None, up_to: int | None = None
) -> Iterator[FactRow]:
    """The facts of some measures, totals over ethnic groups alone; all facts where none are named.

    `up_to` leaves out those of later loads.
    """
    asked = queries.select_facts_all() if measures is None else queries.select_facts(measures)
    return _understood(engine, asked if up_to is None else asked.where(fact_measure.c.load_id <= up_to))


def read_facts_by_ethnic_group(engine: Engine, measures: Sequence[str]) -> Iterator[FactRow]:
    """The facts of some measures that name an ethnic group."""
    return _understood(engine, queries.select_facts_by_ethnic_group(measures))


def read_facts_after(engine: Engine, load_id: int) -> Iterator[FactRow]:
    """The totals that came with loads after one."""
    return _understood(engine, queries.select_facts_after(load_id))


def read_facts_before(engine: Engine, load_id: int) -> Iterator[FactRow]:
    """The totals that came up to a load, of those measures and ends of period that came again after it."""
    again = read_rows(engine, queries.select_ends_after(load_id))
    if not again:
        return iter(())
    ends = {row.period_end for row in again}
    few = ends if len(ends) <= MOST_PARAMETERS else None
    return _understood(engine, queries.select_facts_up_to(load_id, {row.measure_code for row in again}, few))


def _understood(engine: Engine, asked: Select) -> Iterator[FactRow]:
    for measure, area_key, start, end, ethnic, value, status, source, _, load_id in _streamed(engine, asked):
        preliminary, illustrative = status == "preliminary", source == "illustrative"
        days = (day(start), day(end))
        yield FactRow(
            measure, area_key, *days, ethnic, number(value), value, preliminary, illustrative, load_id
        )


def _streamed(engine: Engine, asked: Select) -> Iterator[tuple]:
    with reading(engine) as connection:
        result = connection.execution_options(yield_per=BATCH).execute(asked)
        for batch in result.partitions():
            yield from batch


def read_first_reports(
    engine: Engine, present: Sequence[str], loads: Sequence[int]
) -> dict[tuple[str, int, date], date]:
    """The day each (measure, area, period end) first had a value, for areas from which something was due."""
    if "report_obligation" not in present:
        return {}
    fact = fact_measure.c
    asked = (
        select(
            fact.measure_code,
            fact.area_key,
            type_coerce(fact.period_end, NullType()).label("period_end"),
            type_coerce(func.min(fact.reported_at), NullType()).label("reported_at"),
        )
        .where(fact.value.is_not(None), fact.ethnic_code.is_(None))
        .where(fact.load_id.in_(loads), fact.area_key.in_(select(report_obligation.c.area_key)))
        .group_by(fact.measure_code, fact.area_key, fact.period_end)
    )
    found: dict[tuple[str, int, date], date] = {}
    for row in read_rows(engine, asked):
        on, reported = day(row.period_end), moment(row.reported_at)
        if on is not None and reported is not None:
            found[row.measure_code, row.area_key, on] = reported.date()
    return found


def read_obligations(engine: Engine, present: Sequence[str]) -> list[tuple[str, int, date, date]]:
    """What was due: measure, area version, end of the period, day due. Nothing without such a table."""
    if "report_obligation" not in present:
        return []
    found = []
    for row in read_rows(engine, queries.select_obligations()):
        end, due = day(row.period_end), day(row.due_date)
        if end is not None and due is not None:
            found.append((row.measure_code, row.area_key, end, due))
    return found


def read_target_rows(engine: Engine, present: Sequence[str]) -> list[TargetRow]:
    """Provinces' own targets, oldest load first. Nothing where the warehouse keeps no such table."""
    if "target_override" not in present:
        return []
    rows = read_rows(engine, queries.select_target_overrides())
    return [
        TargetRow(
            row.indicator_code,
            row.area_key,
            day(row.target_date),
            number(row.target_value),
            row.legal_basis,
            row.load_id,
        )
        for row in rows
    ]


def read_rejected_counts(engine: Engine, present: Sequence[str]) -> list[tuple[int, str, int]]:
    """Rows that a load refused: load, reason, how many. Nothing where the warehouse keeps no such table."""
    if "rejected_row" not in present:
        return []
    counts: dict[tuple[int, str], int] = {}
    for row in read_rows(engine, queries.select_rejected()):
        counts[row.load_id, row.reason] = counts.get((row.load_id, row.reason), 0) + 1
    return [(load, reason, count) for (load, reason), count in counts.items()]


def read_empty_tables(engine: Engine, present: Sequence[str]) -> list[tuple[str, str]]:
    """Tables without a row ("empty_table") and optional ones that aren't there ("missing_table")."""
    absent = [("missing_table", table) for table in sorted(OPTIONAL) if table not in present]
    empty = []
    for name, columns in queries.RAW.items():
        if (name not in OPTIONAL or name in present) and not read_rows(engine, select(*columns).limit(1)):
            empty.append(("empty_table", name))
    return empty + absent
