"""The tables of the warehouse contract as plain SQL, and small hands to fill them.

Written from the contract alone, apart from the project's own table definitions, so that the product is tried
on a warehouse that somebody else could have built.
"""

import sqlite3
from datetime import date, timedelta
from pathlib import Path

TABLES = {
    "dim_area": """area_key INTEGER PRIMARY KEY, area_code VARCHAR(5) NOT NULL, level VARCHAR(8) NOT NULL,
        name_vi VARCHAR(80) NOT NULL, name_en VARCHAR(80) NOT NULL, parent_key INTEGER,
        valid_from DATE NOT NULL, valid_to DATE, zone VARCHAR(3)""",
    "area_succession": """predecessor_key INTEGER NOT NULL, successor_key INTEGER NOT NULL,
        effective_date DATE NOT NULL""",
    "dim_ethnic_group": "ethnic_code VARCHAR(2) PRIMARY KEY, name_vi VARCHAR(80), name_en VARCHAR(80)",
    "dim_measure": """measure_code VARCHAR(40) PRIMARY KEY, name_vi VARCHAR(200), name_en VARCHAR(200),
        unit VARCHAR(40), accumulation VARCHAR(5) NOT NULL, additive BOOLEAN NOT NULL,
        weight_measure VARCHAR(40)""",
    "fact_measure": """measure_code VARCHAR(40) NOT NULL, area_key INTEGER NOT NULL,
        period_start DATE NOT NULL, period_end DATE NOT NULL, ethnic_code VARCHAR(2), value NUMERIC(18, 4),
        status VARCHAR(11) NOT NULL, source_system VARCHAR(40) NOT NULL, reported_at DATETIME NOT NULL,
        load_id INTEGER NOT NULL""",
    "load_log": """load_id INTEGER PRIMARY KEY, source_system VARCHAR(40), loaded_at DATETIME,
        rows_received INTEGER, rows_accepted INTEGER, rows_rejected INTEGER, approved_by VARCHAR(120),
        note TEXT""",
    "fact_milestone": """milestone_code VARCHAR(40), area_key INTEGER, planned_date DATE, completed_date DATE,
        evidence_document VARCHAR(200), evidence_url VARCHAR(500), responsible_unit VARCHAR(200),
        responsible_person VARCHAR(120), note TEXT, load_id INTEGER""",
    "fact_task": """task_code VARCHAR(40), area_key INTEGER, responsible_unit VARCHAR(200),
        responsible_person VARCHAR(120), expected_result TEXT, due_date DATE, started_on DATE,
        completed_on DATE, percent_complete NUMERIC(5, 2), note TEXT, load_id INTEGER""",
    "target_override": """indicator_code VARCHAR(40), area_key INTEGER, target_date DATE,
        target_value NUMERIC(18, 4), legal_basis VARCHAR(200), load_id INTEGER""",
    "rejected_row": "load_id INTEGER, row_number INTEGER, payload TEXT, reason VARCHAR(200)",
    "report_obligation": "measure_code VARCHAR(40), area_key INTEGER, period_end DATE, due_date DATE",
}
OPTIONAL = ("fact_milestone", "fact_task", "target_override", "rejected_row", "report_obligation")

STOCKS = """
    leaders_signing_province leaders_province leaders_signing_district leaders_district
    procedures_online_full procedures officials_trained officials enterprises_trained enterprises_em
    cooperatives_trained cooperatives_em households_trained households_em village_heads_trained village_heads
    ocop_owners_em_household ocop_owners programme_bodies_on_system programme_bodies population population_em
    leaders_signing_central leaders_central report_regimes_connected report_regimes
    datasets_ethnic_affairs_current datasets_ethnic_affairs ethnic_groups_profiled ethnic_groups_required
    systems_on_lgsp systems_required_on_lgsp open_datasets_published open_datasets_listed
    programme_bodies_notified programme_systems_secured programme_systems programme_datasets_usable
    programme_datasets_published heritage_items_digitised programme_managers_trained programme_managers
    local_targets_with_tasks local_targets system_proposals_checked system_proposals
"""
FLOWS = """
    programme_meetings_online programme_meetings programme_reports_digital programme_reports_due
    em_people_informed em_people_sampled budget_disbursed budget_planned
"""
# Measure: accumulation, whether it adds up across areas, the measure that weighs its mean.
MEASURES: dict[str, tuple[str, bool, str | None]] = {
    **dict.fromkeys(STOCKS.split(), ("stock", True, None)),
    **dict.fromkeys(FLOWS.split(), ("flow", True, None)),
    "dti_score": ("stock", False, None),
    "dvc766_score": ("stock", False, "population"),
}

OLD, MERGER = "2004-01-01", "2025-07-01"


def add(warehouse: sqlite3.Connection, table: str, **columns: object) -> None:
    """Adds one row."""
    marks = ", ".join(f":{column}" for column in columns)
    warehouse.execute(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", columns)


def add_area(
    warehouse: sqlite3.Connection,
    key: int,
    code: str,
    level: str,
    parent: int | None,
    valid: tuple[str, str | None],
    name: str | None = None,
) -> int:
    """Adds one version of an area and gives back its key."""
    add(
        warehouse,
        "dim_area",
        area_key=key,
        area_code=code,
        level=level,
        name_vi=name or f"Đơn vị {code}",
        name_en=name or f"Unit {code}",
        parent_key=parent,
        valid_from=valid[0],
        valid_to=valid[1],
    )
    return key


def add_succession(warehouse: sqlite3.Connection, before: int, after: int, day: str = MERGER) -> None:
    """Adds one step from a version to the version that followed it."""
    add(warehouse, "area_succession", predecessor_key=before, successor_key=after, effective_date=day)


def add_load(
    warehouse: sqlite3.Connection,
    load: int,
    approved: bool = True,
    *,
    day: str = "2026-10-01",
    source: str = "LGSP",
) -> None:
    """Adds one load to the log."""
    add(
        warehouse,
        "load_log",
        load_id=load,
        source_system=source,
        loaded_at=f"{day} 08:00:00.000000",
        rows_received=1,
        rows_accepted=1,
        rows_rejected=0,
        approved_by="Vụ Kế hoạch" if approved else None,
    )


def add_fact(
    warehouse: sqlite3.Connection,
    measure: str,
    area: int,
    period: str,
    value: object,
    load: int,
    *,
    source: str = "LGSP",
    group: str | None = None,
) -> None:
    """Adds one fact; the period is a code such as 2026-09, 2026-Q3, 2026, or two dates with a slash."""
    start, end = period.split("/") if "/" in period else map(str, span(period))
    add(
        warehouse,
        "fact_measure",
        measure_code=measure,
        area_key=area,
        period_start=start,
        period_end=end,
        ethnic_code=group,
        value=value,
        status="official",
        source_system=source,
        reported_at="2026-10-01 08:00:00.000000",
        load_id=load,
    )


def span(code: str) -> tuple[date, date]:
    """The first and the last day of a period code."""
    year, _, part = code.partition("-")
    first, months = {
        "": (1, 12),
        "H1": (1, 6),
        "H2": (7, 6),
        "9M": (1, 9),
        "Q1": (1, 3),
        "Q2": (4, 3),
        "Q3": (7, 3),
        "Q4": (10, 3),
    }.get(part) or (int(part), 1)
    last = first + months
    return date(int(year), first, 1), date(int(year) + last // 13, (last - 1) % 12 + 1, 1) - timedelta(days=1)


def new_warehouse(path: Path, without: tuple[str, ...] = ()) -> sqlite3.Connection:
    """An open warehouse with the tables of the contract, its measures, 54 groups and the country (key 1)."""
    warehouse = sqlite3.connect(path)
    for table, columns in TABLES.items():
        if table not in without:
            warehouse.execute(f"CREATE TABLE {table} ({columns})")
    for code, (accumulation, additive, weight) in MEASURES.items():
        add(
            warehouse,
            "dim_measure",
            measure_code=code,
            name_vi=code,
            name_en=code,
            unit="người",
            accumulation=accumulation,
            additive=additive,
            weight_measure=weight,
        )
    for number in range(1, 55):
        add(
            warehouse,
            "dim_ethnic_group",
            ethnic_code=f"{number:02}",
            name_vi=f"Dân tộc {number}",
            name_en="-",
        )
    add_area(warehouse, 1, "VN", "country", None, ("1945-09-02", None), "Việt Nam")
    return warehouse
