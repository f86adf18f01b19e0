"""A foreign warehouse as plain Python: its areas, who became whom, and the rows that may be used."""

import math
import sqlite3
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from tests.integration.oracle.shipped import Part

MERGER = date(2025, 7, 1)
EVER = date(9999, 12, 31)

# A unit is the tuple of the versions (area keys) of one territory: a rename starts a version, not a unit.
Unit = tuple[int, ...]


class Area(NamedTuple):
    key: int
    code: str
    level: str
    parent: int | None
    first: date
    last: date  # inclusive
    zone: str | None


class Row(NamedTuple):
    measure: str
    area: int
    start: date
    end: date
    value: float
    illustrative: bool


Rows = dict[tuple[str, int], list[Row]]
# What else is reported, with the columns that say something; the load comes last.
REPORTS = {
    "fact_milestone": "milestone_code, area_key, planned_date, completed_date, evidence_document,"
    " responsible_unit, load_id",
    "fact_task": "task_code, area_key, responsible_unit, responsible_person, expected_result, due_date,"
    " started_on, completed_on, percent_complete, load_id",
    "target_override": "indicator_code, area_key, target_date, target_value, load_id",
}


def day(text: str) -> date:
    return date.fromisoformat(text[:10])


class World:
    """Everything of one warehouse that a value can depend on."""

    def __init__(self, path: Path, as_of: int | None, today: date) -> None:
        with sqlite3.connect(path) as warehouse:
            self.areas = {
                key: Area(key, code, level, parent, day(first), day(to) - timedelta(1) if to else EVER, zone)
                for key, code, level, parent, first, to, zone in warehouse.execute(
                    "SELECT area_key, area_code, level, parent_key, valid_from, valid_to, zone FROM dim_area"
                )
            }
            steps = warehouse.execute("SELECT predecessor_key, successor_key FROM area_succession").fetchall()
            self.measures = {
                code: (accumulation, bool(additive), weight)
                for code, accumulation, additive, weight in warehouse.execute(
                    "SELECT measure_code, accumulation, additive, weight_measure FROM dim_measure"
                )
            }
            groups = {code for (code,) in warehouse.execute("SELECT ethnic_code FROM dim_ethnic_group")}
            loads = warehouse.execute("SELECT load_id, approved_by, loaded_at, source_system FROM load_log")
            counting = {
                load: (day(at), source == "illustrative")
                for load, who, at, source in loads
                if (who or "").strip() and (as_of is None or load <= as_of)
            }
            facts = warehouse.execute(
                "SELECT measure_code, area_key, period_start, period_end, ethnic_code, value, source_system,"
                " load_id FROM fact_measure"
            ).fetchall()
            tables = {name for (name,) in warehouse.execute("SELECT name FROM sqlite_master")}
            self.reports = {
                table: [
                    row for row in warehouse.execute(f"SELECT {columns} FROM {table}") if row[-1] in counting
                ]
                for table, columns in REPORTS.items()
                if table in tables
            }
        warehouse.close()
        self.today = today
        self.country = tuple(key for key, area in self.areas.items() if area.level == "country")
        self.loaded = counting  # the day of each load that counts, and whether it is illustrative
        self.load = max(counting, default=None)
        self.before: dict[int, set[int]] = defaultdict(set)
        self.after: dict[int, set[int]] = defaultdict(set)
        for predecessor, successor in steps:
            self.before[successor].add(predecessor)
            self.after[predecessor].add(successor)
        self.units = self._units("province")
        self.unit_of: dict[int, Unit] = {key: (key,) for key in self.areas}
        self.unit_of |= {key: unit for unit in [*self.units, *self._units("commune")] for key in unit}
        self.former = [unit for unit in self.units if self.in_force(unit, MERGER - timedelta(1))]
        self.children: dict[int | None, list[int]] = defaultdict(list)
        for key, area in self.areas.items():
            if area.level == "commune":
                self.children[self.province_of(key)].append(key)
        self.rows: Rows = defaultdict(list)
        self.group_rows: dict[str, Rows] = defaultdict(lambda: defaultdict(list))
        newest: dict[tuple, list[tuple]] = defaultdict(list)
        for fact in facts:
            if fact[7] in counting:
                newest[fact[:5]].append(fact)
        for key, candidates in newest.items():
            top = max(fact[7] for fact in candidates)
            winners = [fact for fact in candidates if fact[7] == top]
            row = self._sound(winners[0], groups, today) if len(winners) == 1 else None
            if row is not None:
                rows = self.rows if key[4] is None else self.group_rows[key[4]]
                rows[row.measure, row.area].append(row)

    def _sound(self, fact: tuple, groups: set[str], today: date) -> Row | None:
        """The fact as a row, or None where it may not be used."""
        measure, key, start_text, end_text, group, raw, source, _ = fact
        if (
            measure not in self.measures
            or key not in self.areas
            or (group is not None and group not in groups)
        ):
            return None
        start, end = day(start_text), day(end_text)
        area = self.areas[key]
        if start > end or end > today or area.first > end or area.last < start:
            return None
        try:
            value = float(raw)
        except (TypeError, ValueError):
            return None
        additive = self.measures[measure][1]
        if not math.isfinite(value) or (additive and value < 0):
            return None
        return Row(measure, key, start, end, value, source == "illustrative")

    def _units(self, level: str) -> list[Unit]:
        """The areas of a level, one-to-one successions joined up."""
        keys = [key for key, area in self.areas.items() if area.level == level]
        unit_of = {key: {key} for key in keys}
        for key in keys:
            if len(self.after[key]) == 1:
                (heir,) = self.after[key]
                if heir in unit_of and len(self.before[heir]) == 1:
                    joined = unit_of[key] | unit_of[heir]
                    for member in joined:
                        unit_of[member] = joined
        return sorted(
            {tuple(sorted(members, key=lambda key: self.areas[key].first)) for members in unit_of.values()}
        )

    def in_force(self, unit: Unit, on: date) -> bool:
        return any(self.areas[key].first <= on <= self.areas[key].last for key in unit)

    def last_day(self, unit: Unit) -> date:
        return max(self.areas[key].last for key in unit)

    def predecessors(self, unit: Unit) -> list[Unit]:
        """The units that were merged into this one."""
        keys = {before for key in unit for before in self.before[key]} - set(unit)
        return sorted({self.unit_of[key] for key in keys})

    def successors(self, unit: Unit) -> list[Unit]:
        """The units that this one went into."""
        keys = {after for key in unit for after in self.after[key]} - set(unit)
        return sorted({self.unit_of[key] for key in keys})

    def province_of(self, commune: int) -> int | None:
        """The province version that contains a commune, through a district if there is one."""
        key = self.areas[commune].parent
        while key is not None and key in self.areas and self.areas[key].level != "province":
            key = self.areas[key].parent
        return key if key in self.areas else None

    def communes(self, unit: Unit, on: date) -> list[Unit]:
        """The communes of a province in force on a day."""
        children = [commune for key in unit for commune in self.children[key]]
        standing = [key for key in children if self.areas[key].first <= on <= self.areas[key].last]
        return [self.unit_of[key] for key in standing]

    def origins(self, commune: Unit) -> set[Unit]:
        """The provinces of 2025-06-30 that a commune leads back to."""
        befores = self.before[commune[0]]
        if befores:
            return set().union(*(self.origins(self.unit_of[before]) for before in befores))
        return {unit for unit in self.former if self.province_of(commune[0]) in unit}

    def unit_named(self, boundaries: str, code: str, on: date) -> Unit:
        """The province of these boundaries with this code; where they are those reported, on a day."""
        on = {"34": MERGER, "63": MERGER - timedelta(1)}.get(boundaries, on)
        (unit,) = (
            unit for unit in self.units if self.in_force(unit, on) and self.areas[unit[-1]].code == code
        )
        return unit

    def sound_pairs(self, parts: list[Part], rows: Rows) -> Rows:
        """The rows of a rate without those whose numerator and denominator contradict each other."""
        measures = [measure for part in parts for measure in (part.numerator, part.denominator)]
        at: dict[tuple[int, date, date], dict[str, Row]] = defaultdict(dict)
        for measure in measures:
            for key in self.areas:
                for row in rows.get((measure, key), []):
                    at[key, row.start, row.end][measure] = row
        kept: Rows = defaultdict(list)
        for (key, _, _), found in at.items():
            out = {
                measure
                for part in parts
                for measure in (part.numerator, part.denominator)
                if {part.numerator, part.denominator} <= found.keys()
                and found[part.numerator].value > found[part.denominator].value
            }
            denominators = [part.denominator for part in parts]
            if set(denominators) <= found.keys() and sum(found[name].value for name in denominators) == 0:
                out = set(measures)
            for measure in found.keys() - out:
                kept[measure, key].append(found[measure])
        return kept
