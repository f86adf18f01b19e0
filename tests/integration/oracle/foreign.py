"""Small warehouses of other people: other keys, other loads, revised, partial and late content."""

import random
import sqlite3
from pathlib import Path

from tests.integration.oracle.deeds import fill_milestones, fill_tasks, move_tasks
from tests.integration.oracle.rates import G03, MONTHS, QUARTERS, RATES, add_rate, revise
from tests.integration.oracle.schema import (
    MERGER,
    OLD,
    add,
    add_area,
    add_fact,
    add_load,
    add_succession,
    new_warehouse,
)
from tests.integration.oracle.whole_set import fill_whole_set

# Today's provinces that were merged, each with the provinces of before 2025-07-01 that it is made of.
MERGED = {
    "08": ["02", "08"], "15": ["10", "15"], "19": ["06", "19"], "24": ["24", "27"], "25": ["17", "25", "26"],
    "31": ["30", "31"], "33": ["33", "34"], "37": ["35", "36", "37"], "44": ["44", "45"], "48": ["48", "49"],
    "51": ["51", "62"], "52": ["52", "64"], "56": ["56", "58"], "66": ["54", "66"], "68": ["60", "67", "68"],
    "75": ["70", "75"], "79": ["74", "77", "79"], "80": ["72", "80"], "82": ["82", "87"],
    "86": ["83", "84", "86"], "91": ["89", "91"], "92": ["92", "93", "94"], "96": ["95", "96"],
}  # fmt: skip
UNMERGED = ["01", "04", "11", "12", "14", "20", "22", "38", "40", "42", "46"]
COUNTRY = {code: MERGED.get(code, [code]) for code in sorted([*MERGED, *UNMERGED])}
HANDFUL = {code: COUNTRY[code] for code in ("04", "08", "15", "37", "46", "75")}


def add_provinces(
    warehouse: sqlite3.Connection, provinces: dict[str, list[str]], start: int
) -> tuple[dict[str, int], dict[str, int]]:
    """The keys of the provinces of before and of after the merger, by code.

    A province that was not merged has the same key in both.
    """
    before: dict[str, int] = {}
    after: dict[str, int] = {}
    key = start
    for new, olds in provinces.items():
        for old in olds:
            key += 7
            until = None if len(olds) == 1 else MERGER
            before[old] = add_area(warehouse, key, old, "province", 1, (OLD, until))
        if len(olds) == 1:
            after[new] = before[new]
            continue
        key += 7
        after[new] = add_area(warehouse, key, new, "province", 1, (MERGER, None))
        for old in olds:
            add_succession(warehouse, before[old], after[new])
    return before, after


def add_rename(warehouse: sqlite3.Connection, key: int, new_key: int, day: str) -> int:
    """The key of a second version of a province from that day on, with nothing but another name."""
    warehouse.execute("UPDATE dim_area SET valid_to = ? WHERE area_key = ?", (day, key))
    code, name = warehouse.execute(
        "SELECT area_code, name_vi FROM dim_area WHERE area_key = ?", (key,)
    ).fetchone()
    add_area(warehouse, new_key, code, "province", 1, (day, None), f"Thành phố {name}")
    add_succession(warehouse, key, new_key, day)
    return new_key


def add_communes(
    warehouse: sqlite3.Connection,
    provinces: dict[str, list[str]],
    before: dict[str, int],
    after: dict[str, int],
    count: int,
) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """The communes of each old and of each new province; old ones become new ones two by two.

    Province 37 gets two communes that grew out of 35 and 36 together, 75 one that comes from nowhere.
    """
    old: dict[str, list[int]] = {code: [] for code in before}
    new: dict[str, list[int]] = {code: [] for code in after}
    key = 200_000
    for code, formers in provinces.items():
        for former in formers:
            for _ in range(2 * count):
                key += 3
                old[former].append(
                    add_area(warehouse, key, f"{key % 100_000:05}", "commune", before[former], (OLD, MERGER))
                )
        pool = [commune for former in formers for commune in old[former]]
        if code == "37":
            pool[2 * count - 1], pool[2 * count] = pool[2 * count], pool[2 * count - 1]
        for first, second in zip(pool[::2], pool[1::2], strict=True):
            key += 3
            commune = add_area(warehouse, key, f"{key % 100_000:05}", "commune", after[code], (MERGER, None))
            new[code].append(commune)
            if code == "75" and len(new[code]) == 1:
                continue
            add_succession(warehouse, first, commune)
            add_succession(warehouse, second, commune)
    return old, new


def country(path: Path, seed: int = 1) -> Path:
    """A warehouse of all 63 and 34 provinces with five communes in each old one; rates by chance."""
    chance = random.Random(seed)
    with new_warehouse(path) as warehouse:
        before, after = add_provinces(warehouse, COUNTRY, 9000)
        old, new = add_communes(warehouse, COUNTRY, before, after, 3)
        fill(warehouse, chance, before, after, old, new)
    warehouse.close()
    return path


def handful(path: Path, seed: int = 2) -> Path:
    """A warehouse of a few provinces, two of them renamed, with old communes that report too."""
    chance = random.Random(seed)
    with new_warehouse(path) as warehouse:
        before, after = add_provinces(warehouse, HANDFUL, 400)
        old, new = add_communes(warehouse, HANDFUL, before, after, 5)
        fill(warehouse, chance, before, after, old, new)
        for commune in old["02"] + old["08"][:9]:
            add_rate(warehouse, chance, RATES["S02"], commune, ["2024-Q4", "2025-Q1"], 205, missing=0.05)
        add_rename(warehouse, before["46"], 90_046, "2026-01-01")
        add_rename(warehouse, after["75"], 90_075, "2026-04-30")
        warehouse.execute(
            "UPDATE fact_measure SET area_key = 90046 WHERE area_key = ? AND period_start >= '2026-01-01'",
            (before["46"],),
        )
        warehouse.execute(
            "UPDATE fact_measure SET area_key = 90075 WHERE area_key = ? AND period_end > '2026-04-30'",
            (after["75"],),
        )
        move_tasks(warehouse, before["46"], 90_046, 205)
        move_tasks(warehouse, after["75"], 90_075, 412)
        warehouse.execute(
            "UPDATE dim_area SET parent_key = 90046 WHERE parent_key = ? AND valid_to IS NULL",
            (before["46"],),
        )
        warehouse.execute("UPDATE dim_area SET parent_key = 90075 WHERE parent_key = ?", (after["75"],))
    warehouse.close()
    return path


def fill(
    warehouse: sqlite3.Connection,
    chance: random.Random,
    before: dict[str, int],
    after: dict[str, int],
    old: dict[str, list[int]],
    new: dict[str, list[int]],
) -> None:
    """Adds loads, and facts of every shipped indicator: revised, and some not approved."""
    for load, day in ((101, "2025-04-10"), (205, "2026-01-20"), (230, "2026-01-20"), (412, "2026-09-05")):
        add_load(warehouse, load, day=day)
    add_load(warehouse, 150, day="2025-08-15", source="illustrative")
    add_load(warehouse, 309, approved=False, day="2026-03-01")
    add_load(warehouse, 500, approved=False)
    fill_provinces(warehouse, chance, before, after)
    fill_communes(warehouse, chance, before, after, new)
    fill_whole_set(warehouse, chance, before, after)
    fill_milestones(warehouse, chance, before, after)
    fill_tasks(warehouse, chance, before, after)
    revise(warehouse, chance, 309, 0.02, 0.5)
    revise(warehouse, chance, 412, 0.03, 0.9)
    revise(warehouse, chance, 500, 0.02, 0.1)


def fill_provinces(
    warehouse: sqlite3.Connection, chance: random.Random, before: dict[str, int], after: dict[str, int]
) -> None:
    """Adds what provinces report themselves: each before the merger as the 63, after it as the 34."""
    for codes, is_after in ((before, False), (after, True)):
        for code, area in codes.items():
            quarters = [q for q in QUARTERS if (q > "2025-Q2") == is_after]
            months = [m for m in MONTHS if (m > "2025-06") == is_after]
            add_rate(warehouse, chance, RATES["G02"], area, quarters, 101)
            add_rate(warehouse, chance, RATES["G05"], area, months, 101, missing=0.4)
            add_rate(warehouse, chance, RATES["G09"], area, quarters[::2], 101, start=0.9, slope=0.06)
            add_rate(warehouse, chance, RATES["N05"], area, months, 101, missing=0.03)
            if code in ("04", "08"):
                add_rate(warehouse, chance, RATES["N05"], area, quarters, 101)
            if not is_after:
                add_rate(warehouse, chance, G03, area, quarters, 101)
                for code_ in ("S01a", "S01b", "S01c", "S02", "E01", "N01"):
                    add_rate(warehouse, chance, RATES[code_], area, quarters, 101)
            for year in ("2022", "2023", "2024") if not is_after else ("2025",):
                add_rate(warehouse, chance, RATES["X01"], area, [year], 101, missing=0.02)
                if chance.random() < 0.95:
                    add_fact(warehouse, "dti_score", area, year, round(chance.uniform(0.4, 0.8), 4), 101)
                if chance.random() < 0.95:
                    add_fact(warehouse, "dvc766_score", area, year, round(chance.uniform(40, 90), 4), 101)
    add_rate(warehouse, chance, RATES["G05"], 1, QUARTERS, 101, missing=0)


def fill_communes(
    warehouse: sqlite3.Connection,
    chance: random.Random,
    before: dict[str, int],
    after: dict[str, int],
    new: dict[str, list[int]],
) -> None:
    """Adds what the communes of today report: all of a province or hardly any, some with a province row."""
    quarters = [quarter for quarter in QUARTERS if quarter > "2025-Q2"]
    months = [month for month in MONTHS if month > "2025-09"]
    for code, communes in new.items():
        for rate, missing in (
            ("S02", (0.0, 0.05, 0.3)),
            ("S01a", (0.0,)),
            ("S01b", (0.0, 0.1)),
            ("S01c", (0.0,)),
            ("E01", (0.02, 0.9)),
            ("N01", (0.05,)),
        ):
            gap = chance.choice(missing)
            periods = months if rate == "S02" else quarters
            for commune in communes:
                add_rate(warehouse, chance, RATES[rate], commune, periods, 205, gap)
                if rate == "N01":
                    for quarter in periods[1:]:
                        notified = chance.randint(0, 30)
                        add_fact(warehouse, "programme_bodies_notified", commune, quarter, notified, 205)
        if chance.random() < 0.4 and after[code] not in before.values():
            add_rate(warehouse, chance, RATES["S02"], after[code], quarters, 205)
            add_rate(warehouse, chance, RATES["E01"], after[code], quarters, 205)
    add(
        warehouse,
        "report_obligation",
        measure_code="village_heads",
        area_key=after["08"],
        period_end="2026-09-30",
        due_date="2026-10-10",
    )
