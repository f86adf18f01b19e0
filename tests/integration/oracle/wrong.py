"""Warehouses with every kind of wrong content, and those in which something is absent."""

from pathlib import Path
from typing import NamedTuple

from tests.integration.oracle.foreign import HANDFUL, add_communes, add_provinces
from tests.integration.oracle.rates import RATES
from tests.integration.oracle.schema import OPTIONAL, add_area, add_fact, add_load, new_warehouse


class Wrong(NamedTuple):
    """One wrong thing put into a warehouse, and what the quality list must say of it."""

    kind: str
    measure: str
    area: str | None  # its code; None where the warehouse does not know the area
    end: str
    load: int


def spoilt(path: Path) -> tuple[Path, list[Wrong]]:
    """A warehouse of sound quarterly rows with one wrong row of each kind, and the list of these."""
    planted: list[Wrong] = []
    with new_warehouse(path) as warehouse:
        before, after = add_provinces(warehouse, HANDFUL, 3000)
        _, new = add_communes(warehouse, HANDFUL, before, after, 5)
        for load in (11, 12, 13):
            add_load(warehouse, load)
        codes = {key: code for codes in (before, after) for code, key in codes.items()}
        signing, leaders = RATES["G02"]
        online, procedures = RATES["G05"]
        for number, area in enumerate(after.values()):
            for quarter in ("2026-Q1", "2026-Q2"):
                add_fact(warehouse, leaders, area, quarter, 40 + number, 11)
                add_fact(warehouse, signing, area, quarter, 20 + number, 11)
                add_fact(warehouse, procedures, area, quarter, 100, 11)
                add_fact(warehouse, online, area, quarter, 50 + number, 11)

        def plant(
            kind: str, measure: str, area: int, period: str, value: object, load: int = 12, **more: str
        ) -> None:
            add_fact(warehouse, measure, area, period, value, load, **more)
            end = (
                period.split("/")[1]
                if "/" in period
                else {"Q1": "2026-03-31", "Q2": "2026-06-30"}[period[-2:]]
            )
            planted.append(Wrong(kind, measure, codes.get(area), end, load))

        plant("numerator above denominator", signing, after["04"], "2026-Q2", 41)
        plant("zero denominator", leaders, after["08"], "2026-Q2", 0)
        add_fact(warehouse, signing, after["08"], "2026-Q2", 0, 12)
        plant("negative count", signing, after["15"], "2026-Q2", -3)
        plant("unknown measure", "no_such_measure", after["15"], "2026-Q2", 5)
        plant("unknown area", signing, 777_777, "2026-Q2", 5)
        plant("unknown group", signing, after["37"], "2026-Q2", 5, group="99")
        plant("area not in force", signing, before["35"], "2026-Q2", 5)
        plant("ends before it starts", online, after["04"], "2026-06-30/2026-04-01", 5)
        plant("in the future", online, after["04"], "2098-10-01/2098-12-31", 5)
        plant("not reported", online, after["08"], "2026-Q2", None)
        plant("not a number", online, after["15"], "2026-Q2", "NaN")
        plant("text", online, after["37"], "2026-Q2", "chưa rõ")
        plant("infinite", online, after["75"], "2026-Q2", float("inf"))
        plant("unknown load", online, after["46"], "2026-Q2", 1, load=99)
        plant("twice in one load", procedures, after["46"], "2026-Q1", 300)
        add_fact(warehouse, procedures, after["46"], "2026-Q1", 301, 12)
        trained, heads = RATES["S02"]
        for commune in new["08"]:
            add_fact(warehouse, trained, commune, "2026-Q2", 4, 13)
            add_fact(warehouse, heads, commune, "2026-Q2", 10, 13)
        add_fact(warehouse, trained, after["08"], "2026-Q2", 4 * len(new["08"]), 13)
        plant("control total", heads, after["08"], "2026-Q2", 10 * len(new["08"]) + 7, load=13)
    warehouse.close()
    return path, planted


def parts(path: Path) -> Path:
    """A warehouse of the parts of S01 in six communes: one part missing, one too large, all of nothing."""
    with new_warehouse(path) as warehouse:
        _, after = add_provinces(warehouse, HANDFUL, 60)
        add_load(warehouse, 4)
        communes = [
            add_area(warehouse, 900 + number, f"{number:05}", "commune", after["04"], ("2025-07-01", None))
            for number in range(1, 7)
        ]
        for number, commune in enumerate(communes):
            for place, code in enumerate(("S01a", "S01b", "S01c")):
                above, below = RATES[code]
                if (number, place) == (0, 1):
                    continue
                for quarter, plus in (("2025-Q4", 0), ("2026-Q1", 3)):
                    size = 0 if number == 1 else 10 * (place + 1)
                    wrong = (number, place, quarter) == (2, 0, "2026-Q1")
                    part = size + 1 if wrong else min(size, place + number + plus)
                    add_fact(warehouse, below, commune, quarter, size, 4)
                    add_fact(warehouse, above, commune, quarter, part, 4)
    warehouse.close()
    return path


def bare(path: Path) -> Path:
    """A warehouse without the optional tables: three provinces that report once."""
    with new_warehouse(path, without=OPTIONAL) as warehouse:
        _, after = add_provinces(warehouse, {"04": ["04"], "12": ["12"], "08": ["02", "08"]}, 10)
        add_load(warehouse, 1)
        for area in after.values():
            add_fact(warehouse, "leaders_province", area, "2026-Q3", 8, 1)
            add_fact(warehouse, "leaders_signing_province", area, "2026-Q3", 3, 1)
    warehouse.close()
    return path


def without_facts(path: Path, without: tuple[str, ...] = ()) -> Path:
    """A warehouse with its dimensions and not one fact, load or report; tables can be taken away as well."""
    with new_warehouse(path) as warehouse:
        add_provinces(warehouse, HANDFUL, 10)
        for table in without:
            warehouse.execute(f"DROP TABLE {table}")
    warehouse.close()
    return path
