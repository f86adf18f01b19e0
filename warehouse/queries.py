"""One select() a question. Parameters are bound; the caller executes.

Numbers, days, moments and flags come raw, to be understood by `warehouse.values`: one wrong row mustn't stop
the rest.
"""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Label, Select, func, select, type_coerce
from sqlalchemy.types import Boolean, Date, DateTime, NullType, Numeric

from warehouse.tables import (
    area_succession,
    contract,
    dim_area,
    dim_ethnic_group,
    dim_measure,
    fact_measure,
    fact_milestone,
    fact_task,
    load_log,
    rejected_row,
    report_obligation,
    target_override,
)


def _raw(column: ColumnElement[Any]) -> ColumnElement[Any] | Label[Any]:
    if isinstance(column.type, (Numeric, Date, DateTime, Boolean)):
        return type_coerce(column, NullType()).label(column.key)
    return column


RAW = {name: [_raw(column) for column in table.columns] for name, table in contract.tables.items()}

# measure_code, area_key, period_start, period_end, ethnic_code, value, status, source_system, reported_at,
# load_id
FACT_COLUMNS = tuple(column.key for column in fact_measure.columns)
_totals = (fact_measure.c.ethnic_code.is_(None),)


def select_areas() -> Select[Any]:
    """Every version of every area, in the contract's column order."""
    return select(*RAW["dim_area"]).order_by(dim_area.c.area_key)


def select_successions() -> Select[Any]:
    """Who became whom, and when."""
    return select(*RAW["area_succession"]).order_by(
        area_succession.c.successor_key, area_succession.c.predecessor_key
    )


def select_ethnic_groups() -> Select[Any]:
    """Every ethnic group with its names."""
    return select(*RAW["dim_ethnic_group"]).order_by(dim_ethnic_group.c.ethnic_code)


def select_measures() -> Select[Any]:
    """Every measure and how it adds up."""
    return select(*RAW["dim_measure"]).order_by(dim_measure.c.measure_code)


def select_loads() -> Select[Any]:
    """The load log, oldest first."""
    return select(*RAW["load_log"]).order_by(load_log.c.load_id)


def select_load_summary() -> Select[Any, Any, Any]:
    """One row: highest load, number of loads, newest moment of loading."""
    return select(
        func.max(load_log.c.load_id),
        func.count(),
        type_coerce(func.max(load_log.c.loaded_at), NullType()).label("loaded_at"),
    )


def select_drafts() -> Select[Any]:
    """The loads that nobody has approved yet."""
    return (
        select(load_log.c.load_id)
        .where(func.trim(func.coalesce(load_log.c.approved_by, "")) == "")
        .order_by(load_log.c.load_id)
    )


def select_facts(measures: Sequence[str]) -> Select[Any]:
    """The totals over all ethnic groups of these measures, every load of them, as FACT_COLUMNS."""
    return _facts().where(fact_measure.c.measure_code.in_(measures), fact_measure.c.ethnic_code.is_(None))


def select_facts_by_ethnic_group(measures: Sequence[str]) -> Select[Any]:
    """The rows by ethnic group of these measures, every load of them, as FACT_COLUMNS."""
    return _facts().where(fact_measure.c.measure_code.in_(measures), fact_measure.c.ethnic_code.is_not(None))


def select_facts_all() -> Select[Any]:
    """Every fact there is, for the listing of wrong content, as FACT_COLUMNS."""
    return _facts()


def select_ends_after(load_id: int) -> Select[Any]:
    """The measures and the ends of period of which totals came with loads after one."""
    columns = [_raw(fact_measure.c.measure_code), _raw(fact_measure.c.period_end)]
    return select(*columns).where(*_totals, fact_measure.c.load_id > load_id).distinct()


def select_facts_after(load_id: int) -> Select[Any]:
    """The totals that came with loads after one, as FACT_COLUMNS."""
    return _facts().where(*_totals, fact_measure.c.load_id > load_id)


def select_facts_up_to(
    load_id: int, measures: Collection[str], ends: Collection[object] | None
) -> Select[Any]:
    """The totals of measures, with these ends of period or any, that came up to a load, as FACT_COLUMNS."""
    asked = _facts().where(*_totals, fact_measure.c.load_id <= load_id)
    asked = asked.where(fact_measure.c.measure_code.in_(measures))
    # Compared as it is stored: a wrong row may hold as a date what is none.
    return (
        asked if ends is None else asked.where(type_coerce(fact_measure.c.period_end, NullType()).in_(ends))
    )


def select_target_overrides() -> Select[Any]:
    """The targets that provinces set for themselves, oldest load first."""
    return select(*RAW["target_override"]).order_by(target_override.c.load_id)


def select_obligations() -> Select[Any]:
    """What was due, and when."""
    return select(*RAW["report_obligation"]).order_by(report_obligation.c.due_date)


def select_rejected() -> Select[Any]:
    """The rows that a load refused, with the reason."""
    return select(*RAW["rejected_row"]).order_by(rejected_row.c.load_id, rejected_row.c.row_number)


def select_milestones() -> Select[Any]:
    """Every report on a milestone, oldest load first: the last one of a milestone and an area wins."""
    return select(*RAW["fact_milestone"]).order_by(fact_milestone.c.load_id)


def select_tasks() -> Select[Any]:
    """Every report on a task, oldest load first: the last one of a task and an area wins."""
    return select(*RAW["fact_task"]).order_by(fact_task.c.load_id)


def _facts() -> Select[Any]:
    return select(*RAW["fact_measure"])
