"""What each load brought: the newest period of every measure in it."""

from datetime import date
from typing import Any

from sqlalchemy import Engine, Select, func, select, type_coerce
from sqlalchemy.types import NullType

from warehouse.coverage import Source, sources
from warehouse.read import reading
from warehouse.structure import walks_by_load
from warehouse.tables import fact_measure, load_log
from warehouse.values import day


def read_deliveries(engine: Engine, until: date) -> list[tuple[int, str, date]]:
    """Load, measure and the newest period end of it, among the periods that end by a day.

    Of loads that the log knows.
    """
    found = []
    with reading(engine) as connection:
        for source in sources(engine, connection):
            walked = source.table is not fact_measure or walks_by_load(connection)
            for row in connection.execute(_walked(source, until) if walked else _grouped(source, until)):
                end = day(row.newest)
                if end is not None and isinstance(row.load_id, int):
                    found.append((row.load_id, row.measure_code, end))
    return found


def _grouped(source: Source, until: date) -> Select[Any]:
    newest = type_coerce(func.max(source.of["period_end"]), NullType()).label("newest")
    key = (source.of["load_id"], source.of["measure_code"])
    asked = select(*key, newest).where(source.of["period_end"] <= until, *source.counted)
    asked = asked.where(source.of["load_id"].in_(select(load_log.c.load_id)))
    return asked.group_by(*key)


def _walked(source: Source, until: date) -> Select[Any]:
    """One step down the index for each load and measure, however many facts there are of them."""
    load, measure, end = (source.of[name] for name in ("load_id", "measure_code", "period_end"))
    first = select(func.min(measure)).where(load == load_log.c.load_id, *source.counted).scalar_subquery()
    pairs = select(load_log.c.load_id, first.label("measure_code")).cte("pairs", recursive=True)
    same_load = load == pairs.c.load_id
    following = select(func.min(measure)).where(same_load, measure > pairs.c.measure_code).scalar_subquery()
    step = select(pairs.c.load_id, following).where(pairs.c.measure_code.is_not(None))
    pairs = pairs.union_all(step)
    same = (load == pairs.c.load_id, measure == pairs.c.measure_code, end <= until)
    newest = type_coerce(select(func.max(end)).where(*same).scalar_subquery(), NullType())
    return select(pairs.c.load_id, pairs.c.measure_code, newest.label("newest"))
