"""The demonstration made larger: what communes report is told apart by as many ethnic groups as it takes.

Each total is shared out, so that the groups of a commune never add up to more than it has, and no group's
numerator is over its denominator.
"""

from math import ceil

from sqlalchemy import Connection, Integer, cast, func, insert, literal, select, update
from tqdm import tqdm

from warehouse.demo.wrong import PLANTED_AT
from warehouse.tables import dim_area, dim_ethnic_group, fact_measure, load_log

GROUPS = 54


def add_groups(connection: Connection, facts: int, quiet: bool = False) -> int:
    """How many rows by ethnic group were added, in the database itself, for at least so many facts in all."""
    fact, group, log = fact_measure.c, dim_ethnic_group.c, load_log.c
    communes = select(dim_area.c.area_key).where(dim_area.c.level == "commune")
    shared = (fact.area_key.in_(communes), fact.ethnic_code.is_(None), fact.value >= 0)
    loads = connection.execute(
        select(log.load_id).where(log.source_system == "illustrative", log.loaded_at != PLANTED_AT)
    ).scalars()
    counted = select(fact.load_id, func.count()).where(*shared, fact.load_id.in_(loads.all()))
    totals = {row[0]: row[1] for row in connection.execute(counted.group_by(fact.load_id))}
    there = connection.execute(select(func.count()).select_from(fact_measure)).scalar_one()
    each = min(GROUPS, ceil(max(facts - there, 0) / max(sum(totals.values()), 1)))
    if not each:
        return 0
    # The largest group differs from commune to commune; each next one has less.
    weight = (cast(group.ethnic_code, Integer) + fact.area_key) % each + 1
    share = cast(fact.value, Integer) * weight // (each * (each + 1) // 2)
    kept = {name: fact[name] for name in ("measure_code", "area_key", "period_start", "period_end")}
    kept |= {"ethnic_code": group.ethnic_code, "value": share}
    kept |= {name: fact[name] for name in ("status", "source_system", "reported_at", "load_id")}
    every_group = fact_measure.join(dim_ethnic_group, group.ethnic_code <= f"{each:02}")
    told_apart = select(*kept.values()).select_from(every_group).where(*shared)
    added = 0
    for load in tqdm(totals, desc="Theo dân tộc", unit="lần nạp", disable=quiet):
        of_load = told_apart.where(fact.load_id == literal(load))
        adding = insert(fact_measure).from_select(list(kept), of_load)
        count = connection.execute(adding, execution_options={"preserve_rowcount": True}).rowcount
        more = {name: log[name] + count for name in ("rows_received", "rows_accepted")}
        connection.execute(update(load_log).where(log.load_id == load).values(more))
        added += count
    return added
