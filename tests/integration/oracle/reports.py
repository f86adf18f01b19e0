"""What bodies report beside figures: milestones, tasks, own targets. Which rows count, what they say."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from tests.integration.oracle.world import Row, Rows, Unit, World, day

CLARITIES = ("unit", "person", "result", "date")


class Milestone(NamedTuple):
    """A report on a milestone."""

    planned: date | None
    completed: date | None
    document: str | None
    responsible: str | None
    illustrative: bool


class Task(NamedTuple):
    """A report on a task."""

    unit: str
    person: str
    result: str
    due: date | None
    started: date | None
    completed: date | None
    percent: float | None
    load: int

    @property
    def lacking(self) -> tuple[str, ...]:
        """What it leaves open of who, what and by when."""
        told = (self.unit, self.person, self.result, self.due)
        return tuple(name for name, text in zip(CLARITIES, told, strict=True) if not text)


def readable(text: object) -> date | None:
    """The date in a column, if it is one."""
    try:
        return day(text) if isinstance(text, str) else None
    except ValueError:
        return None


def past(found: date | None, today: date) -> date | None:
    """The date of something that has happened, which cannot lie ahead."""
    return found if found is not None and found <= today else None


def newest(rows: Iterable[tuple], key_of: Callable[[tuple], Any]) -> dict[Any, tuple]:
    """The row of the newest load for each key; none where that load has several."""
    at: dict[Any, list[tuple]] = defaultdict(list)
    for row in rows:
        at[key_of(row)].append(row)
    tops = {key: [row for row in same if row[-1] == max(r[-1] for r in same)] for key, same in at.items()}
    return {key: same[0] for key, same in tops.items() if len(same) == 1}


def by_unit(
    world: World, table: str, may_count: Callable[[World, tuple], bool]
) -> dict[tuple[str, Unit], tuple]:
    """The newest row of each code and unit; of one load for two versions of it that of the later version."""
    rows = newest(world.reports.get(table, []), lambda row: (row[0], row[1])).values()
    known = [row for row in rows if row[1] in world.areas and may_count(world, row)]
    ages = sorted(known, key=lambda row: (row[-1], world.areas[row[1]].first))
    return {(row[0], world.unit_of[row[1]]): row for row in ages}


def reported_in_life(world: World, row: tuple) -> bool:
    """Whether a milestone was not completed after its area version had ended."""
    completed = past(readable(row[3]), world.today)
    return completed is None or completed <= world.areas[row[1]].last


@cache
def milestones(world: World) -> dict[tuple[str, Unit], Milestone]:
    """The report that counts of each milestone and unit."""
    return {
        at: Milestone(
            readable(row[2]),
            past(readable(row[3]), world.today),
            (row[4] or "").strip() or None,
            row[5] or None,
            world.loaded[row[-1]][1],
        )
        for at, row in by_unit(world, "fact_milestone", reported_in_life).items()
    }


def task(row: tuple, today: date) -> Task:
    """What a row says of a task."""
    unit, person, result = ((text or "").strip() for text in row[2:5])
    due, started, completed = map(readable, row[5:8])
    percent = row[8] if isinstance(row[8], int | float) and 0 <= row[8] <= 100 else None
    return Task(unit, person, result, due, started, past(completed, today), percent, row[-1])


def standing(world: World, row: tuple) -> bool:
    """Whether the area version of a row was in force on the day of its load."""
    key, on = row[1], world.loaded[row[-1]][0]
    return key in world.areas and world.areas[key].first <= on <= world.areas[key].last


@cache
def tasks(world: World) -> dict[tuple[str, Unit], Task]:
    """The report that counts of each task and unit."""
    rows = by_unit(world, "fact_task", standing).items()
    return {at: task(row, world.today) for at, row in rows}


@cache
def assigned(world: World) -> Rows:
    """The tasks of each body, and those with person, result and date, on the day of each load for it."""
    brought: dict[Unit, dict[int, list[tuple]]] = defaultdict(lambda: defaultdict(list))
    for row in world.reports.get("fact_task", []):
        if standing(world, row) and world.areas[row[1]].level in ("country", "province"):
            brought[world.unit_of[row[1]]][row[-1]].append(row)
    found: Rows = defaultdict(list)
    for unit, loads in brought.items():
        on_day: dict[date, list[Row]] = {}
        for load in sorted(loads):
            on, _ = world.loaded[load]
            if on > world.today:
                continue
            known = [row for earlier, rows in loads.items() if earlier <= load for row in rows]
            counting = newest(known, lambda row: row[0]).values()
            whole = [row for row in counting if not task(row, world.today).lacking]
            illustrative = any(world.loaded[row[-1]][1] for row in counting)
            (key,) = (key for key in unit if world.areas[key].first <= on <= world.areas[key].last)
            on_day[on] = [
                Row("tasks", key, on, on, len(counting), illustrative),
                Row("tasks_assigned", key, on, on, len(whole), illustrative),
            ]
        for row in (row for rows in on_day.values() for row in rows):
            found[row.measure, row.area].append(row)
    return found


@cache
def own_targets(world: World) -> dict[tuple[str, Unit], list[tuple[date, float]]]:
    """The targets that units set for themselves."""
    rows = [row for row in world.reports.get("target_override", []) if row[1] in world.areas]
    found: dict[tuple[str, Unit], list[tuple[date, float]]] = defaultdict(list)
    for (code, unit, on), row in newest(rows, lambda row: (row[0], world.unit_of[row[1]], row[2])).items():
        if isinstance(row[3], int | float):
            found[code, unit].append((day(on), row[3]))
    return found
