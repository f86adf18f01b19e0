"""What each load brought: the newest period of every measure in it."""

from datetime import date

from sqlalchemy import Engine, func, select, type_coerce
from sqlalchemy.types import NullType

from warehouse.read import read_rows
from warehouse.tables import fact_measure
from warehouse.values import day


def read_deliveries(engine: Engine, until: date) -> list[tuple[int, str, date]]:
    """Load, measure and the newest period end of it, among the periods that end by a day."""
    fact = fact_measure.c
    newest = type_coerce(func.max(fact.period_end), NullType()).label("newest")
    asked = (
        select(fact.load_id, fact.measure_code, newest)
        .where(fact.period_end <= until)
        .group_by(fact.load_id, fact.measure_code)
    )
    found = []
    for row in read_rows(engine, asked):
        end = day(row.newest)
        if end is not None and isinstance(row.load_id, int):
            found.append((row.load_id, row.measure_code, end))
    return found
