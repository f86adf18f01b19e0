"""Illustrative milestones of the indicators and of the information systems, and a few wrong ones."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from warehouse.demo.areas import Areas
from warehouse.demo.calendar import NOW
from warehouse.demo.deeds import CENTRAL, PERSON, TODAY, Row, bodies, former_bodies
from warehouse.demo.loads import Load
from warehouse.demo.wrong import PLANTED_AT, UNKNOWN_AREA

# Code, last day, whether each province has one of its own.
MILESTONES = (
    ("A01", date(2025, 12, 31), False),
    ("A02", date(2025, 12, 31), False),
    ("A03", date(2025, 12, 31), False),
    ("D01", date(2025, 12, 31), True),
    ("G06", date(2030, 12, 31), False),
    ("N06", date(2025, 12, 31), True),
    ("S03", date(2030, 12, 31), True),
)
# Systems by their last year, without the two whose state is a milestone of an indicator (SYS01, SYS12).
SYSTEMS = {
    **{f"SYS{number:02}": 2030 for number in range(2, 45) if number != 12},
    **{f"SYS{number}": 2025 for number in range(33, 39)},
    "SYS43": 2026,
}
FATES = {"done": 40, "late": 12, "claimed": 10, "open": 18, "slow": 12, "none": 8}
FATES_OF_SYSTEMS = {"done": 25, "late": 8, "claimed": 7, "open": 20, "slow": 10, "none": 30}
FORMER_PLANS = 0.55  # of the provinces that were merged, how many had issued a plan before


def milestones(areas: Areas, seed: int, loads: list[Load]) -> Iterator[Row]:
    """Rows of fact_milestone: completed in time or late, claimed, under way, at risk, overdue, or none."""
    for code, deadline, by_province in MILESTONES:
        for body in bodies(by_province):
            draw = Random(f"{seed}|milestone|{code}|{body.place}")
            fate = draw.choices(list(FATES), list(FATES.values()))[0]
            for row, load in _reports(draw, fate, code, deadline, body.name, body.loads(loads)):
                yield row | {"area_key": body.area(areas, load.loaded_at.date())}
    for code, year in SYSTEMS.items():
        draw = Random(f"{seed}|milestone|{code}")
        fate = draw.choices(list(FATES_OF_SYSTEMS), list(FATES_OF_SYSTEMS.values()))[0]
        for row, _ in _reports(draw, fate, code, date(year, 12, 31), CENTRAL, loads):
            yield row | {"area_key": areas.country}
    yield from _former_plans(areas, seed, loads)
    yield from _wrong(areas, next(load.load_id for load in loads if load.loaded_at == PLANTED_AT))


def _reports(
    draw: Random, fate: str, code: str, deadline: date, unit: str, loads: list[Load]
) -> Iterator[tuple[Row, Load]]:
    """The row that plans a milestone, and one from the first load after it was done; still without area."""
    if fate == "none":
        return
    delay = timedelta(draw.randint(30, 180))
    in_time = min(deadline, TODAY) - delay
    done = {"done": in_time, "claimed": in_time, "late": deadline + delay}.get(fate)
    planned = deadline + delay if fate == "slow" else deadline - delay
    person = PERSON if draw.random() < 0.6 else None
    number = draw.randint(10, 400)
    first = loads[0]
    completed = next((load for load in loads if done and load.loaded_at.date() > done), None)
    row = _row(code, unit, planned, person, first.load_id)
    if completed is not first:
        yield row, first
    if completed is not None and done is not None:
        evidence = None if fate == "claimed" else _document(number, unit == CENTRAL, done)
        deed = {"completed_date": done, "evidence_document": evidence, "load_id": completed.load_id}
        yield row | deed, completed


def _former_plans(areas: Areas, seed: int, loads: list[Load]) -> Iterator[Row]:
    """Plans that provinces issued in the spring before they were merged."""
    for body in former_bodies():
        draw = Random(f"{seed}|former plan|{body.place}")
        if draw.random() >= FORMER_PLANS:
            continue
        done = date(2025, 2, 1) + timedelta(draw.randint(0, 120))
        load = next(load for load in loads if load.loaded_at.date() > done)
        yield _row("D01", body.name, date(2025, 6, 30), None, load.load_id) | {
            "area_key": body.area(areas, done),
            "completed_date": done,
            "evidence_document": _document(draw.randint(10, 400), False, done),
        }


def _wrong(areas: Areas, load_id: int) -> Iterator[Row]:
    """A milestone that nobody knows, an unknown area, a completion to come, two rows with one key."""
    planned, unit = date(2025, 12, 31), "Đơn vị báo cáo sai (minh họa)"
    yield _row("M99", unit, planned, None, load_id) | {"area_key": areas.country}
    yield _row("D01", unit, planned, None, load_id) | {"area_key": UNKNOWN_AREA}
    yield _row("D01", unit, planned, None, load_id) | {
        "area_key": areas.province("11", TODAY),
        "completed_date": date(NOW.year + 9, 1, 15),
        "evidence_document": _document(7, False, TODAY),
    }
    for person in (None, PERSON):
        yield _row("N06", unit, planned, person, load_id) | {"area_key": areas.province("20", TODAY)}


def _row(code: str, unit: str, planned: date, person: str | None, load_id: int) -> Row:
    return {
        "milestone_code": code,
        "planned_date": planned,
        "completed_date": None,
        "evidence_document": None,
        "evidence_url": None,
        "responsible_unit": unit,
        "responsible_person": person,
        "note": "Số liệu minh họa",
        "load_id": load_id,
    }


def _document(number: int, central: bool, on: date) -> str:
    """Number and day of a document, as the issuing body of that day would write it."""
    body = ("QĐ-UBDT" if on < date(2025, 3, 1) else "QĐ-BDTTG") if central else "KH-UBND"
    return f"{number}/{body} ngày {on:%d/%m/%Y} (minh họa)"
