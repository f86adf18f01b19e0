"""A warehouse of the corners of the contract: each fact is there for one sentence of it."""

from pathlib import Path

from tests.integration.oracle.corner_deeds import add_corner_deeds
from tests.integration.oracle.foreign import add_provinces, add_rename
from tests.integration.oracle.rates import RATES
from tests.integration.oracle.schema import (
    MERGER,
    add_area,
    add_fact,
    add_load,
    add_succession,
    new_warehouse,
)

ONLINE, MEETINGS = RATES["N05"]
TRAINED, HEADS = RATES["S02"]
SIGNING, LEADERS = RATES["G02"]


def corners(path: Path) -> Path:
    """Four provinces: 12 with districts, 46 renamed on the day of the merger, 08 and 75 merged."""
    with new_warehouse(path) as warehouse:
        provinces = {"12": ["12"], "08": ["02", "08"], "46": ["46"], "75": ["70", "75"]}
        before, after = add_provinces(warehouse, provinces, 5_000_000)
        after["46"] = add_rename(warehouse, before["46"], 46, MERGER)
        for load in (7, 8, 9):
            add_load(warehouse, load)
        add_corner_deeds(warehouse, before, after)

        def fact(
            measure: str, area: int, period: str, value: object, load: int = 7, source: str = "LGSP"
        ) -> None:
            add_fact(warehouse, measure, area, period, value, load, source=source)

        def rate(pair: tuple[str, str], area: int, period: str, above: float, below: float) -> None:
            fact(pair[0], area, period, above)
            fact(pair[1], area, period, below)

        # A flow in months, quarters, halves and a year that overlap: the most days, then the finest rows.
        n05 = RATES["N05"]
        for month in (1, 2, 3, 4, 6, 7, 8, 9):
            rate(n05, before["12"], f"2025-{month:02}", month, 20)
        rate(n05, before["12"], "2025-Q2", 11, 50)
        rate(n05, before["12"], "2025-H1", 30, 120)
        rate(n05, before["12"], "2024", 50, 200)
        rate(n05, before["12"], "2026-H1", 40, 100)
        fact(ONLINE, before["12"], "2026-07", 5)  # numerator and denominator of other intervals make no pair
        fact(MEETINGS, before["12"], "2026-Q3", 50)
        # A flow over the merger: quarters of the old provinces, then of the new; others have months.
        for quarter, online in (("2025-Q1", 10), ("2025-Q2", 12)):
            rate(n05, before["02"], quarter, online, 40)
            rate(n05, before["08"], quarter, online + 5, 60)
        rate(n05, before["70"], "2025-Q1", 3, 10)
        for quarter in ("2025-Q3", "2025-Q4", "2026-Q1"):
            rate(n05, after["08"], quarter, 30, 90)
            rate(n05, after["75"], quarter, 20, 90)
        rate(n05, before["46"], "2025-Q2", 20, 50)
        rate(n05, after["46"], "2025-Q3", 20, 40)
        # A stock: ties on the last day, numerator and denominator of other months, a wrong newest row.
        for period, value in (("2026-03", 30), ("2026-Q1", 40), ("2026-02", 50)):
            fact(LEADERS, before["12"], period, value + 50)
            fact(SIGNING, before["12"], period, value)
        fact(SIGNING, after["08"], "2026-01", 20)
        fact(LEADERS, after["08"], "2026-03", 60)
        rate(RATES["G02"], after["46"], "2026-Q1", 10, 20)
        fact(SIGNING, after["46"], "2026-Q1", None, 8)
        rate(RATES["G02"], after["75"], "2026-Q1", 10, 20)
        fact(SIGNING, after["75"], "2026-Q1", "abc", 8)
        fact(SIGNING, after["75"], "2026-Q1", 15, 9)
        rate(RATES["G02"], before["70"], "2025-06", 6, 24)
        rate(RATES["G02"], before["75"], "2025-03", 5, 25)
        fact(LEADERS, before["02"], "2025-06", 30)  # a denominator alone
        rate(RATES["G02"], before["08"], "2025-06", 9, 30)
        rate(RATES["G02"], 1, "2026-Q1", 77, 100)
        rate(RATES["G02"], 1, "2025-Q2", 55, 100)
        # Communes under districts; a commune of 2026 that was two of 2025; old communes that report as well.
        district = add_area(warehouse, 90, "116", "district", before["12"], ("2004-01-01", MERGER))
        for number in range(5):
            old = add_area(
                warehouse, 100 + number, f"1{number:04}", "commune", district, ("2004-01-01", MERGER)
            )
            new = add_area(warehouse, 200 + number, f"2{number:04}", "commune", before["12"], (MERGER, None))
            add_succession(warehouse, old, new)
            if number != 4:
                rate(RATES["S02"], old, "2025-05", number, 10)
            rate(RATES["S02"], new, "2025-Q4", number, 11)
            if number > 1:
                rate(RATES["E01"], new, "2026-Q2", number, 12)
            for code in ("2026-01", "2026-02", "2026-03")[: 3 - number % 2]:
                rate(n05, new, code, number, 9)
            fact("dti_score", new, "2025", 0.5 + number / 100)
        rate(RATES["S02"], before["12"], "2025-06", 30, 60)
        rate(RATES["E01"], before["12"], "2026-Q1", 20, 60)
        for number in range(6):
            home = before["02"] if number < 3 else before["08"]
            old = add_area(warehouse, 300 + number, f"3{number:04}", "commune", home, ("2004-01-01", MERGER))
            until = "2026-01-01" if number in (0, 1) else None
            new = add_area(warehouse, 400 + number, f"4{number:04}", "commune", after["08"], (MERGER, until))
            add_succession(warehouse, old, new)
            rate(RATES["S02"], new, "2025-Q4", 2 + number, 14)
            if until is None:
                rate(RATES["S02"], new, "2026-Q1", 3 + number, 14)
            rate(RATES["E01"], old, "2025-05", 3, 9)
        merged = add_area(warehouse, 450, "45000", "commune", after["08"], ("2026-01-01", None))
        add_succession(warehouse, 400, merged, "2026-01-01")
        add_succession(warehouse, 401, merged, "2026-01-01")
        rate(RATES["S02"], merged, "2026-Q1", 9, 28)
        # An island district that became a commune, and one more commune whose past nobody wrote down.
        island = add_area(warehouse, 91, "755", "district", before["70"], ("2004-01-01", MERGER))
        for key, share in ((460, 8), (461, 5)):
            add_area(warehouse, key, f"46{key}", "commune", after["75"], (MERGER, None))
            rate(RATES["S02"], key, "2025-Q4", share, 16)
        add_succession(warehouse, island, 460)
        rate(RATES["S02"], island, "2025-06", 3, 16)
        # Scores: of a country alone, of few provinces, weighed and not.
        for area, score in (
            (before["12"], 0.6),
            (before["02"], 0.4),
            (before["08"], 0.7),
            (before["46"], 0.5),
        ):
            fact("dti_score", area, "2024", score)
            fact("dvc766_score", area, "2024", 100 * score)
        for area, people in ((before["12"], 100), (before["08"], 300), (before["46"], 0)):
            fact("population", area, "2024", people)
        fact("dti_score", 1, "2024", 0.55)
        fact("dti_score", after["46"], "2025", 0.61)
        fact("dti_score", 1, "2023", 0.5, source="illustrative")
        fact("dvc766_score", after["75"], "2025", -5)  # a score may be below zero
        fact("population", after["75"], "2025", 1000, source="illustrative")
    warehouse.close()
    return path
