"""Facts and what stands around them, read from the warehouse as plain records with understood fields."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    Engine,
    Row,
    Select,
    func,
    select,
    type_coerce,
)
from sqlalchemy.types import NullType

from warehouse import queries
from warehouse.coverage import MOST_PARAMETERS, Loads, Source, among, asked_of, loads_of_facts, sources
from warehouse.fact_rows import FactRow, GroupList, fact_rows, group_lists
from warehouse.read import read_rows, reading
from warehouse.tables import OPTIONAL, report_obligation, rollup_measure, rollup_period
from warehouse.values import day, moment, number

TOTALS = (rollup_period, rollup_measure)  # where they are read from, the quicker first


class TargetRow(NamedTuple):
    """A province's own target for an indicator; None where its day or its value can't be read."""

    indicator: str
    area_key: int
    on: date | None
    value: float | None
    legal_basis: str
    load_id: int


def read_facts(
    engine: Engine,
    measures: Sequence[str] | None = None,
    up_to: int | None = None,
    ends: Collection[Any] | None = None,
) -> Iterator[FactRow]:
    """The totals over ethnic groups of some measures; of all where none are named.

    `up_to` leaves out those of later loads. `ends` are days as the database holds them: where they are named
    those alone are read whose periods end on one of them; more than a statement may name are all read.
    """
    with reading(engine) as connection:
        for source in sources(engine, connection, *TOTALS):
            known = [] if up_to is None else [source.of["load_id"] <= up_to]
            asked = [source.totals, *known, *asked_of(source, measures, ends)]
            yield from fact_rows(connection, source, *asked, at_once=True)


def read_facts_by_ethnic_group(
    engine: Engine, measures: Sequence[str], ends: Collection[Any] | None = None
) -> Iterator[FactRow]:
    """The facts of some measures that name an ethnic group; `ends` as for `read_facts`."""
    with reading(engine) as connection:
        for source in sources(engine, connection, rollup_period):
            asked = [~source.totals, *asked_of(source, measures, ends)]
            yield from fact_rows(connection, source, *asked)


def read_group_lists(
    engine: Engine, measures: Sequence[str], ends: Collection[Any] | None = None
) -> Iterator[GroupList]:
    """The same as lists of what many areas said of a group."""
    with reading(engine) as connection:
        for source in sources(engine, connection, rollup_period):
            asked = [~source.totals, *asked_of(source, measures, ends)]
            yield from group_lists(connection, source, *asked)


def read_facts_of_loads(engine: Engine, loads: Loads) -> Iterator[FactRow]:
    """The totals that came with some loads; None among them is for rows without a load."""
    with reading(engine) as connection:
        for source in sources(engine, connection, *TOTALS) if loads else ():
            yield from fact_rows(connection, source, source.totals, among(source.table, loads))


def read_loads_of_facts(engine: Engine) -> list[Any]:
    """Every load of which there are facts, as the database holds it."""
    with reading(engine) as connection:
        return loads_of_facts(connection)


def read_measures_of_loads(engine: Engine, loads: Sequence[int]) -> dict[int, dict[str, dict[Any, int]]]:
    """Of which measures each of some loads brought how many facts, by the end of their periods.

    An end stands as the database holds it. A load without a fact is not among them.
    """
    found: dict[int, dict[str, dict[Any, int]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
    key = ("load_id", "measure_code", "period_end")
    for first in range(0, len(loads), MOST_PARAMETERS):
        some = loads[first : first + MOST_PARAMETERS]

        def asked(source: Source, some: Sequence[int] = some) -> Select:
            rows = source.select(*key).where(source.of["load_id"].in_(some))
            counted = func.sum(source.of["row_count"]).label("facts")
            return rows.add_columns(counted).group_by(*(source.of[name] for name in key))

        for row in _asked_of_all(engine, asked):
            found[row.load_id][row.measure_code][row.period_end] += int(row.facts)
    return {
        load: {measure: dict(sorted(ends.items(), key=repr)) for measure, ends in measures.items()}
        for load, measures in found.items()
    }


def _asked_of_all(engine: Engine, asked: Callable[[Source], Select]) -> list[Row[Any]]:
    with reading(engine) as connection:
        return [row for one in sources(engine, connection) for row in connection.execute(asked(one))]


def read_first_reports(
    engine: Engine,
    present: Sequence[str],
    loads: Sequence[int],
    measures: Sequence[str] | None = None,
    ends: Collection[Any] | None = None,
) -> dict[tuple[str, int, date], date]:
    """The day each (measure, area, period end) first had a value, for areas from which something was due.

    `measures` and `ends` as for `read_facts`.
    """
    if "report_obligation" not in present:
        return {}

    def asked(source: Source) -> Select:
        of, key = source.of, ("measure_code", "area_key", "period_end")
        first = type_coerce(func.min(of["reported_at"]), NullType()).label("reported_at")
        due = report_obligation.c
        return (
            source.select(*key)
            .add_columns(first)
            .where(of["value"].is_not(None), source.totals, of["load_id"].in_(loads))
            .where(of["measure_code"].in_(select(due.measure_code)), of["area_key"].in_(select(due.area_key)))
            .where(*asked_of(source, measures, ends))
            .group_by(*(of[name] for name in key))
        )

    found: dict[tuple[str, int, date], date] = {}
    for row in _asked_of_all(engine, asked):
        on, reported = day(row.period_end), moment(row.reported_at)
        if on is not None and reported is not None:
            key = (row.measure_code, row.area_key, on)
            found[key] = min(reported.date(), found.get(key, date.max))
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
