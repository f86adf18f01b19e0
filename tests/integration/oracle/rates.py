"""Rates by chance: their measures, their paths over the periods, and what later loads revise of them."""

import random
import sqlite3

from tests.integration.oracle.schema import add_fact

# Rates of the shipped indicators: numerator, denominator.
RATES = {
    "G02": ("leaders_signing_province", "leaders_province"),
    "G05": ("procedures_online_full", "procedures"),
    "G09": ("officials_trained", "officials"),
    "S01a": ("enterprises_trained", "enterprises_em"),
    "S01b": ("cooperatives_trained", "cooperatives_em"),
    "S01c": ("households_trained", "households_em"),
    "S02": ("village_heads_trained", "village_heads"),
    "E01": ("ocop_owners_em_household", "ocop_owners"),
    "N01": ("programme_bodies_on_system", "programme_bodies"),
    "N05": ("programme_meetings_online", "programme_meetings"),
    "X01": ("population_em", "population"),
}
G03 = ("leaders_signing_district", "leaders_district")

QUARTERS = [f"{year}-Q{quarter}" for year in (2024, 2025, 2026) for quarter in (1, 2, 3, 4)][3:11]
MONTHS = [f"{year}-{month:02}" for year in (2024, 2025, 2026) for month in range(1, 13)][9:34]


def add_rate(
    warehouse: sqlite3.Connection,
    chance: random.Random,
    pair: tuple[str, str],
    area: int,
    periods: list[str],
    load: int,
    missing: float = 0.1,
    start: float | None = None,
    slope: float | None = None,
) -> None:
    """Adds the path of one rate in one area: mostly rising, sometimes falling, with gaps."""
    level = chance.uniform(0.05, 0.6) if start is None else start
    step = chance.uniform(-0.02, 0.12) if slope is None else slope
    size = chance.randint(20, 400)
    source = "illustrative" if area % 2 else "LGSP"
    for number, period in enumerate(periods):
        if chance.random() < missing:
            continue
        share = min(1.0, max(0.0, level + step * number + chance.uniform(-0.02, 0.02)))
        add_fact(warehouse, pair[1], area, period, size + number, load, source=source)
        if chance.random() >= missing / 2:
            add_fact(warehouse, pair[0], area, period, round(share * (size + number)), load, source=source)


def revise(
    warehouse: sqlite3.Connection, chance: random.Random, load: int, share: float, factor: float
) -> None:
    """Appends newer rows for a share of the keys, each value times the factor."""
    rows = warehouse.execute(
        "SELECT measure_code, area_key, period_start, period_end, value, max(load_id) FROM fact_measure"
        " GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"
    ).fetchall()
    for measure, area, start, end, value, _ in rows:
        if value is not None and chance.random() < share:
            add_fact(warehouse, measure, area, f"{start}/{end}", round(value * factor, 4), load)
