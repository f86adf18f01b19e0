"""Milestones and tasks by chance: begun, done, late, revised, not approved, twice in one load, unreadable."""

import random
import sqlite3

from tests.integration.oracle.schema import add

PROVINCIAL = ("N06", "S03", "D01")
CENTRAL = ("A01", "A02", "A03", "G06")
PLANNED = ("2025-06-30", "2025-12-31", "2026-01-15", "2030-12-31", "2031-03-01", "sắp tới", None)
FINISHED = ("2025-03-10", "2025-06-30", "2025-12-31", "2026-01-01", "2026-05-20", "2098-01-01", None, None)
TASKS = ("III.1.a", "III.1.b", "III.2.a", "IV.5.a", "NV330.1", "GP330.7", "của tỉnh")
LOADS = (101, 150, 205, 230, 309, 412, 500, 777)  # 309 and 500 are not approved, 777 is not in the log


def add_milestone(
    warehouse: sqlite3.Connection,
    code: str,
    area: int,
    load: int,
    planned: str | None = None,
    completed: str | None = None,
    document: str | None = None,
) -> None:
    """Adds one report on a milestone."""
    add(
        warehouse,
        "fact_milestone",
        milestone_code=code,
        area_key=area,
        planned_date=planned,
        completed_date=completed,
        evidence_document=document,
        responsible_unit=f"Đơn vị {load}",
        load_id=load,
    )


def add_task(
    warehouse: sqlite3.Connection,
    code: str,
    area: int,
    load: int,
    *,
    unit: str = "Sở Dân tộc và Tôn giáo",
    person: str | None = "Nguyễn Văn A",
    result: str = "Kế hoạch",
    due: str | None = "2090-12-31",
    started: str | None = None,
    completed: str | None = None,
    percent: float | None = None,
) -> None:
    """Adds one report on a task."""
    add(
        warehouse,
        "fact_task",
        task_code=code,
        area_key=area,
        responsible_unit=unit,
        responsible_person=person,
        expected_result=result,
        due_date=due,
        started_on=started,
        completed_on=completed,
        percent_complete=percent,
        load_id=load,
    )


def fill_milestones(
    warehouse: sqlite3.Connection, chance: random.Random, before: dict[str, int], after: dict[str, int]
) -> None:
    """Adds reports of the country and of provinces; those of before the merger finish nothing after it."""
    for code in CENTRAL:
        for load in LOADS:
            if chance.random() < 0.5:
                report(warehouse, chance, code, 1, load, FINISHED)
    report(warehouse, chance, "D01", 1, 205, FINISHED)  # the centre's own part
    for area in {**{key: key for key in before.values()}, **{key: key for key in after.values()}}:
        finished = FINISHED if area in after.values() else (*FINISHED[:2], None)
        for code in PROVINCIAL:
            for load in LOADS:
                if chance.random() < 0.3:
                    report(warehouse, chance, code, area, load, finished)
                if chance.random() < 0.02:
                    report(warehouse, chance, code, area, load, finished)


def report(
    warehouse: sqlite3.Connection,
    chance: random.Random,
    code: str,
    area: int,
    load: int,
    finished: tuple[str | None, ...],
) -> None:
    """Adds one report by chance."""
    document = chance.choice(["12/KH-UBND ngày 10/3/2025", "12/KH-UBND ngày 10/3/2025", "", None])
    add_milestone(warehouse, code, area, load, chance.choice(PLANNED), chance.choice(finished), document)


def fill_tasks(
    warehouse: sqlite3.Connection, chance: random.Random, before: dict[str, int], after: dict[str, int]
) -> None:
    """Adds reports on tasks of the country and of provinces, of the old ones until the merger."""
    for area in dict.fromkeys([1, *before.values(), *after.values()]):
        for code in TASKS:
            for load in LOADS:
                gone = area != 1 and area not in after.values() and load > 101
                early = area not in (1, *before.values()) and load == 101
                if gone or early or chance.random() > 0.35:
                    continue
                for _ in range(2 if chance.random() < 0.03 else 1):
                    add_task(
                        warehouse,
                        code,
                        area,
                        load,
                        unit=chance.choice(["Sở Dân tộc và Tôn giáo"] * 9 + [" "]),
                        person=chance.choice(["Nguyễn Văn A", "Trần Thị B", "Lê C", "", "  ", None]),
                        result=chance.choice(["Kế hoạch", "Báo cáo", "Báo cáo", ""]),
                        due=chance.choice(
                            ["2025-12-31", "2026-06-30", "2026-12-31", "2030-06-30", "sớm", None]
                        ),
                        started=chance.choice(["2025-01-15", "2027-02-01", None]),
                        completed=chance.choice(["2025-12-31", "2026-07-01", "2097-01-01", None, None, None]),
                        percent=chance.choice([0, 40, 100, 140, None]),
                    )


def move_tasks(warehouse: sqlite3.Connection, area: int, renamed: int, since: int) -> None:
    """Makes a renamed area report on its tasks under its new version from that load on, one task aside."""
    warehouse.execute(
        "UPDATE fact_task SET area_key = ? WHERE area_key = ? AND load_id >= ? AND task_code != 'IV.5.a'",
        (renamed, area, since),
    )
