"""Illustrative reports on the tasks of the decisions, quarter by quarter, and a few wrong ones."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from random import Random

from warehouse.demo.areas import Areas
from warehouse.demo.calendar import NOW
from warehouse.demo.deeds import PERSON, TODAY, Row, bodies, former_bodies
from warehouse.demo.loads import Load
from warehouse.demo.reference import read_table
from warehouse.demo.wrong import PLANTED_AT

REPORTING_MONTHS = (2, 5, 8, 11)
SILENT = 0.06  # tasks on which a body never reports
REPORTED_AGAIN = 0.45
# By when a body means to finish a task that the decision leaves open until 2030.
OWN_DATES = (
    date(2025, 12, 31),
    date(2026, 6, 30),
    date(2026, 12, 31),
    date(2028, 12, 31),
    date(2030, 12, 31),
    date(2030, 12, 31),
)


# Where a wrong report is planted: more than all of it done, done in the future, twice in a load.
WRONG = (("III.1.a", "04"), ("III.3.b", "08"), ("IV.4.a", "15"))


def tasks(areas: Areas, seed: int, loads: list[Load]) -> Iterator[Row]:
    """Rows of fact_task: done in time or late, overdue, under way, not begun; some without person or date."""
    planted = next(load.load_id for load in loads if load.loaded_at == PLANTED_AT)
    quarterly = [
        load for load in loads if load.loaded_at.month in REPORTING_MONTHS and load.load_id != planted
    ]
    for line in read_table("tasks"):
        by_province = line["by_province"] == "yes"
        for body in chain(bodies(by_province), former_bodies() if by_province else ()):
            draw = Random(f"{seed}|task|{line['code']}|{body.place}|{body.until.year}")
            if draw.random() < SILENT:
                continue
            # The wrong reports are the newest of theirs.
            overtaken = (line["code"], body.place) in WRONG
            loads_of_task = [load for load in quarterly if load.load_id < planted or not overtaken]
            for row, load in _reports(draw, line, body.name, body.loads(loads_of_task)):
                yield row | {"area_key": body.area(areas, load.loaded_at.date())}
    yield from _wrong(areas, planted)


def _reports(draw: Random, line: dict[str, str], unit: str, loads: list[Load]) -> Iterator[tuple[Row, Load]]:
    """The reports of one body on one task, still without area: the first, and those that told more."""
    last = date(int(line["due_year"]), 12, 31)
    start = date(int(line["start_year"]), 10, 2) + timedelta(draw.randint(0, 180))
    due = last if last.year < 2030 else draw.choice(OWN_DATES)
    days = round((due - start).days / draw.uniform(0.55, 1.6))
    begun = draw.random() < 0.92
    person_from, date_from = _from(draw, 0.55, 0.25), _from(draw, 0.8, 0.12)
    first = draw.choices((0, 1, 2), (70, 20, 10))[0]
    for number, load in enumerate(loads):
        told = draw.random()
        if number < first or (number > first and told >= REPORTED_AGAIN):
            continue
        on = load.loaded_at.date()
        done = begun and start + timedelta(days) < on
        percent = min(100 if done else 99, round(100 * (on - start).days / days)) if begun else 0
        row: Row = {
            "task_code": line["code"],
            "responsible_unit": unit,
            "responsible_person": PERSON if number >= person_from else None,
            "expected_result": line["expected_result"],
            "due_date": due if number >= date_from else None,
            "started_on": start if begun and start <= on else None,
            "completed_on": start + timedelta(days) if done else None,
            "percent_complete": max(percent, 0),
            "note": "Số liệu minh họa",
            "load_id": load.load_id,
        }
        yield row, load
        if done:
            return


def _from(draw: Random, at_once: float, later: float) -> int:
    """From which report on something is told: the first, a later one, or never."""
    chance, report = draw.random(), draw.randint(1, 7)
    return 0 if chance < at_once else report if chance < at_once + later else 99


def _wrong(areas: Areas, load_id: int) -> Iterator[Row]:
    """A task that nobody lists, more than all of it done, a completion to come, two rows with one key."""

    def row(code: str, province: str, **changed: object) -> Row:
        return {
            "task_code": code,
            "area_key": areas.province(province, TODAY),
            "responsible_unit": "Đơn vị báo cáo sai (minh họa)",
            "responsible_person": PERSON,
            "expected_result": "Báo cáo kết quả",
            "due_date": date(2026, 12, 31),
            "started_on": date(2025, 1, 6),
            "completed_on": None,
            "percent_complete": 50,
            "note": "Số liệu minh họa",
            "load_id": load_id,
        } | changed

    yield row("V.9", "14")
    beyond, ahead, twice = WRONG
    yield row(*beyond, percent_complete=140)
    yield row(*ahead, completed_on=date(NOW.year + 9, 1, 15), percent_complete=100)
    for percent in (30, 60):
        yield row(*twice, percent_complete=percent)
