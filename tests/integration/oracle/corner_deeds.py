"""Milestones, tasks and own targets at the corners of the contract and of the methodology."""

import sqlite3

from tests.integration.oracle.deeds import add_milestone, add_task
from tests.integration.oracle.schema import add, add_load

PLAN = "12/KH-UBND ngày 10/3/2025"


def add_corner_deeds(warehouse: sqlite3.Connection, before: dict[str, int], after: dict[str, int]) -> None:
    """Adds loads of several days, one not approved and one approved by blanks, and what they report."""
    add_load(warehouse, 1, day="2025-03-31")
    add_load(warehouse, 2, day="2025-09-30")
    add_load(warehouse, 3, day="2026-02-15", source="illustrative")
    add_load(warehouse, 4, day="2026-03-01", approved=False)
    add_load(warehouse, 5, day="2026-04-01")
    warehouse.execute("UPDATE load_log SET approved_by = '  ' WHERE load_id = 5")
    _milestones(warehouse, before, after)
    _tasks(warehouse, before, after)
    for load, day in ((2, "2026-06-30"), (3, "2026-12-31")):
        add(
            warehouse,
            "target_override",
            indicator_code="N06",
            area_key=after["12"],
            target_date=day,
            target_value=1,
            legal_basis="Kế hoạch của tỉnh",
            load_id=load,
        )


def _milestones(warehouse: sqlite3.Connection, before: dict[str, int], after: dict[str, int]) -> None:
    for code, area, load, planned, completed, document in (
        ("D01", after["12"], 1, "2025-06-30", "2025-12-31", PLAN),  # on the deadline's own day
        ("D01", after["08"], 2, None, "2026-01-01", PLAN),  # on the day after
        ("D01", before["46"], 1, None, "2025-05-05", None),  # without a document
        ("D01", after["46"], 3, None, "2025-05-05", PLAN),  # under its later name, with one
        ("D01", before["70"], 1, None, "2025-03-01", PLAN),  # not that of the province it went into
        ("S03", after["12"], 2, "2031-01-01", None, None),  # planned after the deadline
        ("S03", after["08"], 2, "2030-12-31", None, None),  # planned on it
        ("S03", before["46"], 1, "2031-06-30", None, None),
        ("S03", after["46"], 2, None, None, None),  # the plan was taken back
        ("S03", after["46"], 4, None, "2026-02-02", PLAN),  # not approved
        ("S03", after["46"], 99, None, "2026-02-02", PLAN),  # a load that nobody knows
        ("S03", after["75"], 1, "2029-12-31", None, None),
        ("S03", after["75"], 3, "2029-12-31", None, None),  # twice in one load: neither, nor the older one
        ("S03", after["75"], 3, "2031-12-31", None, None),
        ("N06", after["12"], 2, None, None, None),  # by its own plan not yet due
        ("N06", 1, 2, None, None, None),  # the centre's part
        ("A01", 1, 1, None, "2025-12-31", ""),  # a document of blanks is none
        ("A02", 1, 2, None, "2026-03-03", PLAN),
        ("A03", 1, 5, None, "2025-02-02", PLAN),  # approved by nobody
        ("A03", after["12"], 1, None, "2025-02-02", PLAN),  # nobody asks it of a province
        ("A03", 777_777, 1, None, "2025-02-02", PLAN),  # an area that nobody knows
        ("Z99", 1, 1, None, "2025-02-02", PLAN),  # a milestone that nobody knows
    ):
        add_milestone(warehouse, code, area, load, planned, completed, document)


def _tasks(warehouse: sqlite3.Connection, before: dict[str, int], after: dict[str, int]) -> None:
    add_task(warehouse, "III.1.a", after["12"], 1, due="2025-06-30", completed="2025-06-30")
    add_task(warehouse, "IV.5.a", after["12"], 1, person="  ")
    add_task(warehouse, "IV.5.a", after["12"], 2, started="2025-02-01", percent=20)
    add_task(warehouse, "III.1.a", after["12"], 3, result="", due="2025-06-30", completed="2025-07-01")
    for person in ("Nguyễn Văn A", "Trần Thị B"):
        add_task(warehouse, "NV330.1", after["12"], 8, person=person)
    add_task(warehouse, "NV330.2", after["12"], 8, due=None)  # due with the list: 2025
    add_task(warehouse, "NV330.3", after["12"], 9, due="2089-06-30", percent=0)
    add_task(warehouse, "NV330.4", after["12"], 9, due="2089-06-30", percent=5)
    add_task(warehouse, "NV330.5", after["12"], 9, due="2089-06-30", completed="2098-01-01", percent=140)
    add_task(warehouse, "III.2.a", 1, 2)
    add_task(warehouse, "III.2.a", after["12"], 99)  # a load that nobody knows
    add_task(warehouse, "IV.6.a", before["46"], 1, person=None)
    add_task(warehouse, "IV.6.b", after["46"], 2)  # a new name does not undo what was reported before
    add_task(warehouse, "IV.6.b", before["02"], 1)
    add_task(warehouse, "IV.6.b", before["02"], 2)  # after its end
