"""The tables of the warehouse contract, version 1, as one SQLAlchemy MetaData.

No foreign keys: the contract lets wrong content stand (a fact of an unknown area, a load that the log doesn't
know), and it is the reader who leaves it out and lists it.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Index,
    Integer,
    MetaData,
    Numeric,
    String,
    Table,
    Text,
)

contract = MetaData()

dim_area = Table(
    "dim_area",
    contract,
    Column("area_key", Integer, primary_key=True, autoincrement=False),
    Column("area_code", String(5), nullable=False),
    Column("level", String(8), nullable=False),
    Column("name_vi", String(80), nullable=False),
    Column("name_en", String(80), nullable=False),
    Column("parent_key", Integer),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("zone", String(3)),
)

area_succession = Table(
    "area_succession",
    contract,
    Column("predecessor_key", Integer, nullable=False),
    Column("successor_key", Integer, nullable=False),
    Column("effective_date", Date, nullable=False),
)

dim_ethnic_group = Table(
    "dim_ethnic_group",
    contract,
    Column("ethnic_code", String(2), primary_key=True),
    Column("name_vi", String(80), nullable=False),
    Column("name_en", String(80), nullable=False),
)

dim_measure = Table(
    "dim_measure",
    contract,
    Column("measure_code", String(40), primary_key=True),
    Column("name_vi", String(200), nullable=False),
    Column("name_en", String(200), nullable=False),
    Column("unit", String(40), nullable=False),
    Column("accumulation", String(5), nullable=False),
    Column("additive", Boolean, nullable=False),
    Column("weight_measure", String(40)),
)

fact_measure = Table(
    "fact_measure",
    contract,
    Column("measure_code", String(40), nullable=False),
    Column("area_key", Integer, nullable=False),
    Column("period_start", Date, nullable=False),
    Column("period_end", Date, nullable=False),
    Column("ethnic_code", String(2)),
    Column("value", Numeric(18, 4)),
    Column("status", String(11), nullable=False),
    Column("source_system", String(40), nullable=False),
    Column("reported_at", DateTime, nullable=False),
    Column("load_id", Integer, nullable=False),
)

fact_milestone = Table(
    "fact_milestone",
    contract,
    Column("milestone_code", String(40), nullable=False),
    Column("area_key", Integer, nullable=False),
    Column("planned_date", Date),
    Column("completed_date", Date),
    Column("evidence_document", String(200)),
    Column("evidence_url", String(500)),
    Column("responsible_unit", String(200), nullable=False),
    Column("responsible_person", String(120)),
    Column("note", Text),
    Column("load_id", Integer, nullable=False),
)

fact_task = Table(
    "fact_task",
    contract,
    Column("task_code", String(40), nullable=False),
    Column("area_key", Integer, nullable=False),
    Column("responsible_unit", String(200), nullable=False),
    Column("responsible_person", String(120)),
    Column("expected_result", Text, nullable=False),
    Column("due_date", Date),
    Column("started_on", Date),
    Column("completed_on", Date),
    Column("percent_complete", Numeric(5, 2)),
    Column("note", Text),
    Column("load_id", Integer, nullable=False),
)

target_override = Table(
    "target_override",
    contract,
    Column("indicator_code", String(40), nullable=False),
    Column("area_key", Integer, nullable=False),
    Column("target_date", Date, nullable=False),
    Column("target_value", Numeric(18, 4), nullable=False),
    Column("legal_basis", String(200), nullable=False),
    Column("load_id", Integer, nullable=False),
)

load_log = Table(
    "load_log",
    contract,
    Column("load_id", Integer, primary_key=True, autoincrement=False),
    Column("source_system", String(40), nullable=False),
    Column("loaded_at", DateTime, nullable=False),
    Column("rows_received", Integer, nullable=False),
    Column("rows_accepted", Integer, nullable=False),
    Column("rows_rejected", Integer, nullable=False),
    Column("approved_by", String(120)),
    Column("note", Text),
)

rejected_row = Table(
    "rejected_row",
    contract,
    Column("load_id", Integer, nullable=False),
    Column("row_number", Integer, nullable=False),
    Column("payload", Text, nullable=False),
    Column("reason", String(200), nullable=False),
)

report_obligation = Table(
    "report_obligation",
    contract,
    Column("measure_code", String(40), nullable=False),
    Column("area_key", Integer, nullable=False),
    Column("period_end", Date, nullable=False),
    Column("due_date", Date, nullable=False),
)

# A warehouse without these still meets the contract.
OPTIONAL = frozenset({"target_override", "rejected_row", "report_obligation", "fact_task", "fact_milestone"})
REQUIRED = frozenset(contract.tables) - OPTIONAL


# What `python -m warehouse rollup` keeps beside the contract, and the dashboard does without where it is not
# there. The types of the facts' own columns are taken over as the database has them, so that a wrong field
# stays wrong in the same way; those written here are how they are read.
rollup = MetaData()

rollup_measure = Table(
    "rollup_measure",
    rollup,
    Column("measure_code", String(40)),
    Column("area_key", Integer),
    Column("period_start", Date),
    Column("period_end", Date),
    Column("by_ethnic_group", Integer),  # 0: a total over all groups; 1: rows that name one
    Column("ethnic_code", String(2)),  # of a row by group whose value may be wrong: it stands alone
    Column("ethnic_codes", Text),  # the groups of the other rows, joined by commas: they became one
    Column("value", Numeric(18, 4)),  # as it was reported; the sum where rows became one
    Column("preliminary", Integer),
    Column("illustrative", Integer),
    Column("reported_at", DateTime),  # the first
    Column("load_id", Integer),
    Column("row_count", Integer),  # of facts that this row stands for
)

rollup_load = Table(
    "rollup_load",
    rollup,
    Column("load_id", Integer),
    Column("measure_code", String(40)),
    Column("row_count", Integer),  # of facts of this load and measure that were taken in
    Column("last_row", Integer),  # SQLite: the newest row of the facts that had been seen; NULL elsewhere
    Column("packed_count", Integer),  # of them, how many stand in rollup_period; NULL before there was one
)

rollup_period = Table(
    "rollup_period",
    rollup,
    Column("measure_code", String(40)),
    Column("period_start", Date),
    Column("period_end", Date),
    Column("ethnic_code", String(2)),  # NULL: totals over all groups
    Column("preliminary", Integer),
    Column("illustrative", Integer),
    Column("load_id", Integer),
    Column("row_count", Integer),  # of facts that this row stands for
    Column("area_keys", Text),  # the areas that reported, a list in JSON
    Column("area_values", Text),  # what each of them reported, in the same order
    Column("area_key", Integer),  # of a row that stands alone, because its value may be wrong
    Column("value", Numeric(18, 4)),  # of such a row, as it was reported
)

# Documented for every warehouse and made by the demonstration: the first answers the questions about measures
# without the table itself, the second finds what a load brought.
_indexed = fact_measure.to_metadata(MetaData()).c
FACT_INDEXES = (
    Index(
        "ix_fact_measure_measure",
        *(_indexed[name] for name in ("measure_code", "ethnic_code", "period_end", "area_key")),
        *(_indexed[name] for name in ("load_id", "period_start", "value", "status", "source_system")),
    ),
    Index(
        "ix_fact_measure_load",
        *(_indexed[name] for name in ("load_id", "measure_code", "period_end", "ethnic_code")),
    ),
)
ROLLUP_INDEXES = (
    Index(
        "ix_rollup_measure_measure",
        *(rollup_measure.c[name] for name in ("measure_code", "by_ethnic_group", "period_end", "area_key")),
        *(rollup_measure.c[name] for name in ("load_id", "period_start", "value", "preliminary")),
        *(rollup_measure.c[name] for name in ("illustrative", "row_count")),
    ),
    Index(
        "ix_rollup_measure_load",
        *(rollup_measure.c[name] for name in ("load_id", "measure_code", "period_end")),
    ),
    Index("ix_rollup_load", *(rollup_load.c[name] for name in ("load_id", "measure_code", "row_count"))),
    Index(
        "ix_rollup_period_measure",
        *(rollup_period.c[name] for name in ("measure_code", "ethnic_code", "period_end", "load_id")),
    ),
    Index(
        "ix_rollup_period_load",
        *(rollup_period.c[name] for name in ("load_id", "measure_code", "period_end")),
    ),
)
