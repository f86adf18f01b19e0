"""What `rollup_period` holds, as questions to the facts.

What all areas say of a measure and a period becomes one row with two lists in JSON: thousands of rows cost a
reader more than everything else. What JSON or a later rule might read otherwise than the fact stays alone.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Double, Select, Text, and_, case, cast, func, literal, null, or_, select

from warehouse.coverage import facts_source
from warehouse.rolled import SURE
from warehouse.tables import fact_measure, rollup_period

PACKING = ("sqlite", "postgresql")  # elsewhere a database may cut long lists off
fact, marked = fact_measure.c, facts_source().of
KEY = (fact.measure_code, fact.period_start, fact.period_end, fact.ethnic_code)
MARKS = (marked["preliminary"], marked["illustrative"], fact.load_id)


def packed(dialect: str, *counted: ColumnElement[bool]) -> Iterator[Select[Any]]:
    """The rows of `rollup_period`, made from facts: those that list areas, then those that stand alone."""
    can_be_listed = case((_can_be_listed(dialect), 1), else_=0)
    value = cast(fact.value, Double) if dialect == "postgresql" else fact.value  # 12 and not 12.0000
    lists = [_listed(cast(fact.area_key, Text)), _listed(func.coalesce(cast(value, Text), "null"))]
    yield _select(*lists, null(), null()).where(can_be_listed == 1, *counted).group_by(*KEY, *MARKS)
    alone = (fact.area_key, fact.value)
    yield _select(null(), null(), *alone).where(can_be_listed == 0, *counted).group_by(*KEY, *MARKS, *alone)


def _select(*columns: ColumnElement[Any]) -> Select[Any]:
    """The columns of `rollup_period` in their order, given those after the count."""
    filled = (*KEY, *MARKS, func.count(), *columns)
    return select(*(one.label(name.name) for one, name in zip(filled, rollup_period.columns, strict=True)))


def _listed(text: ColumnElement[Any]) -> ColumnElement[Any]:
    return literal("[") + func.aggregate_strings(text, ",") + "]"


def _can_be_listed(dialect: str) -> ColumnElement[bool]:
    """Whether a row's area is a number, and its value none or a count that no rule refuses."""
    count: ColumnElement[bool] = and_(fact.value >= literal(0), fact.value < SURE)
    if dialect != "sqlite":
        return and_(fact.area_key.is_not(None), or_(fact.value.is_(None), count))
    # SQLite keeps text in a column of numbers, and writes fifteen digits of a number as text.
    text = cast(cast(fact.value, Text), Double)
    number = and_(func.typeof(fact.value).in_(("integer", "real")), count, text == fact.value)
    return and_(func.typeof(fact.area_key) == "integer", or_(fact.value.is_(None), number))
