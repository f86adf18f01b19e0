"""What the rollup holds, as questions to the facts.

A total keeps its row, so that a wrong or doubled one comes out of the rollup as it went in. Rows by ethnic
group become one row for each measure, area, period and load, with the groups they name and their sum; those
whose value may be wrong stay alone. What else can be wrong with a row by group shows in its load, its key and
the groups named.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, literal_column, null, select

from warehouse.coverage import facts_source
from warehouse.tables import fact_measure, rollup_measure

fact = fact_measure.c
KEY = (fact.measure_code, fact.area_key, fact.period_start, fact.period_end)
GROUPED = (*KEY, fact.load_id)
SURE: ColumnElement[Any] = literal_column("1000000000000")  # a count, whatever type its column has


def rolled_up(dialect: str, *counted: ColumnElement[bool]) -> Iterator[Select[Any]]:
    """Totals, then rows by ethnic group as the rollup has them, made from facts."""
    yield _alone(fact.ethnic_code.is_(None), *counted)
    yield from rolled_groups(dialect, *counted)


def rolled_groups(dialect: str, *counted: ColumnElement[bool]) -> Iterator[Select[Any]]:
    """Rows by ethnic group as the rollup has them: those that may be wrong alone, the others as one."""
    named, sure = fact.ethnic_code.is_not(None), case((_is_sure(dialect), 1), else_=0)
    yield _alone(named, sure == 0, *counted)
    yield _joined().where(named, sure == 1, *counted)


def _alone(*counted: ColumnElement[bool]) -> Select[Any]:
    """Every row for itself; rows alike in everything that is read are one with their number."""
    group = case((fact.ethnic_code.is_(None), 0), else_=1)
    alike = (*GROUPED, fact.ethnic_code, fact.value, fact.status, fact.source_system)
    return _select(group, fact.ethnic_code, null(), fact.value, *_marked()).where(*counted).group_by(*alike)


def _joined() -> Select[Any]:
    codes = func.aggregate_strings(fact.ethnic_code, ",")
    flags = [func.max(flag) for flag in _marked()]
    return _select(literal_column("1"), null(), codes, func.sum(fact.value), *flags).group_by(*GROUPED)


def _select(*columns: ColumnElement[Any]) -> Select[Any]:
    """The columns of the rollup in their order, given what stands between the key and the moment."""
    filled = (*KEY, *columns, func.min(fact.reported_at), fact.load_id, func.count())
    return select(*(one.label(name.name) for one, name in zip(filled, rollup_measure.columns, strict=True)))


def _marked() -> list[ColumnElement[int]]:
    of = facts_source().of
    return [of["preliminary"], of["illustrative"]]


def _is_sure(dialect: str) -> ColumnElement[bool]:
    """Whether a row's value is a count that no rule refuses, and its group can be told in a list."""
    in_list = and_(func.length(fact.ethnic_code) == 2, fact.ethnic_code.not_like("%,%"))
    bounds = and_(fact.value >= literal_column("0"), fact.value < SURE, in_list)
    # SQLite orders text after all numbers where the column is numeric, and compares it as text elsewhere.
    return and_(func.typeof(fact.value).in_(("integer", "real")), bounds) if dialect == "sqlite" else bounds
