"""Facts of the indicators that the country or a province alone reports, zones, groups and own targets."""

import random
import sqlite3

from tests.integration.oracle.rates import QUARTERS, add_rate
from tests.integration.oracle.schema import add, add_fact

# Numerator and denominator of what the country reports, and of what provinces do.
CENTRAL = [
    ("leaders_signing_central", "leaders_central"),
    ("report_regimes_connected", "report_regimes"),
    ("datasets_ethnic_affairs_current", "datasets_ethnic_affairs"),
    ("ethnic_groups_profiled", "ethnic_groups_required"),
    ("systems_on_lgsp", "systems_required_on_lgsp"),
    ("open_datasets_published", "open_datasets_listed"),
]
PROVINCIAL = [
    ("programme_reports_digital", "programme_reports_due"),
    ("programme_systems_secured", "programme_systems"),
    ("programme_datasets_usable", "programme_datasets_published"),
    ("em_people_informed", "em_people_sampled"),
    ("programme_managers_trained", "programme_managers"),
    ("local_targets_with_tasks", "local_targets"),
    ("system_proposals_checked", "system_proposals"),
    ("budget_disbursed", "budget_planned"),
]
GROUPS = ("02", "05", "11", "54")


def fill_whole_set(
    warehouse: sqlite3.Connection, chance: random.Random, before: dict[str, int], after: dict[str, int]
) -> None:
    """Adds the rest of the set, each province before the merger as one of the 63, after it of the 34."""
    for number, pair in enumerate(CENTRAL):
        add_rate(warehouse, chance, pair, 1, QUARTERS[number:], 101, slope=0.07)
    for codes, is_after in ((before, False), (after, True)):
        for code, area in codes.items():
            quarters = [quarter for quarter in QUARTERS if (quarter > "2025-Q2") == is_after]
            for number, pair in enumerate(PROVINCIAL):
                add_rate(warehouse, chance, pair, area, quarters, 101, missing=0.05 + number % 3 / 10)
            for quarter in quarters:  # the bodies they are held against are there for N01, later by commune
                add_fact(warehouse, "programme_bodies_notified", area, quarter, chance.randint(0, 60), 101)
            items = chance.randint(0, 40)
            for quarter in quarters[::2]:
                items += chance.randint(0, 5)
                add_fact(warehouse, "heritage_items_digitised", area, quarter, items, 101)
                add_groups(warehouse, chance, area, quarter, items)
            if code in ("04", "46", "02"):  # a rate told apart by group on both sides
                for group in GROUPS[:2]:
                    add_fact(warehouse, "leaders_province", area, quarters[-1], 9, 101, group=group)
                    share = chance.randint(0, 9)
                    add_fact(
                        warehouse, "leaders_signing_province", area, quarters[-1], share, 101, group=group
                    )
    add_own_targets(warehouse, before, after)
    for (commune,) in warehouse.execute("SELECT area_key FROM dim_area WHERE level = 'commune'").fetchall():
        zone = chance.choice(["I", "II", "III", "III", None])
        warehouse.execute("UPDATE dim_area SET zone = ? WHERE area_key = ?", (zone, commune))


def add_groups(
    warehouse: sqlite3.Connection, chance: random.Random, area: int, quarter: str, items: int
) -> None:
    """Adds a count by ethnic group, most of it, revised here and there; and the people of each group."""
    for group in GROUPS:
        if chance.random() < 0.8:
            share = chance.randint(0, items // 4)
            add_fact(warehouse, "heritage_items_digitised", area, quarter, share, 101, group=group)
        if chance.random() < 0.1:
            add_fact(warehouse, "heritage_items_digitised", area, quarter, None, 205, group=group)
        if quarter.endswith("Q4") and chance.random() < 0.9:
            year, people = quarter[:4], chance.randint(1, 20)
            add_fact(warehouse, "population_em", area, year, people, 101, group=group)


def add_own_targets(warehouse: sqlite3.Connection, before: dict[str, int], after: dict[str, int]) -> None:
    """Adds what provinces aim at themselves: revised, not approved, twice in one load, before the merger."""
    for indicator, area, on, value, load in (
        ("N05", after["46"], "2025-12-31", 45, 101),
        ("N05", after["46"], "2025-12-31", 20, 205),
        ("N05", after["46"], "2025-12-31", 99, 309),  # not approved
        ("N09", after["46"], "2025-12-31", 35, 101),
        ("G02", after["08"], "2026-06-30", 30, 101),
        ("G02", after["08"], "2028-12-31", 60, 205),
        ("G02", after["04"], "2030-12-31", 95, 205),
        ("G02", after["04"], "2030-12-31", 90, 205),  # twice in one load: neither counts
        ("G02", before["35"], "2027-12-31", 25, 101),
        ("G05", after["15"], "2026-05-15", 40, 777),  # a load that nobody knows
        ("G05", after["75"], "2026-05-15", 40, 101),
        ("G09", after["46"], "2028-12-31", 70, 101),
        ("G09", after["46"], "2028-12-31", "cao hơn", 205),  # no number: the older one does not come back
        ("S02", after["08"], "2027-12-31", 15, 412),
        ("D05", after["04"], "2026-12-31", 75, 101),  # the decision has no target
        ("D04", after["46"], "2026-12-31", 50, 205),
        ("N08", after["46"], "2026-12-31", 10, 205),
        ("H10", after["46"], "2027-12-31", 80, 412),
        ("H10", after["15"], "2026-12-31", 60, 205),
        ("X02", after["46"], "2027-12-31", 0.7, 205),
    ):
        columns = {"indicator_code": indicator, "area_key": area, "target_date": on}
        more = {"target_value": value, "legal_basis": "Kế hoạch của tỉnh", "load_id": load}
        add(warehouse, "target_override", **columns, **more)
