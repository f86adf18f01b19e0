"""The demonstration's own data files, read: what they hold and where it is from stands in data/README.md."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FOLDER = Path(__file__).parent / "data"


def read_table(name: str) -> Iterator[dict[str, str]]:
    """The lines of a data file, by column name."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@dataclass(frozen=True, slots=True)
class Ratio:
    """An illustrative pair of measures: how large, how it starts, where it should go.

    `each` and `per_1000_em` give the size of the denominator in one reporting unit: a constant, and more for
    each thousand people of ethnic minorities. `tempo` quickens or slows everybody, `tilt` ties the start to
    the share of minorities among the people.
    """

    numerator: str
    denominator: str
    level: str
    cadence: str
    flow: bool
    goal: float
    deadline: date
    start_low: float
    start_high: float
    tempo: float
    tilt: float
    each: float
    per_1000_em: float
    growth: float
    until: date | None
    control: bool


def read_ratios() -> list[Ratio]:
    """Every illustrative pair, in file order."""
    return [
        Ratio(
            numerator=line["numerator"],
            denominator=line["denominator"],
            level=line["level"],
            cadence=line["cadence"],
            flow=line["flow"] == "yes",
            goal=float(line["goal"]),
            deadline=date(int(line["goal_year"]), 12, 31),
            start_low=float(line["start_low"]),
            start_high=float(line["start_high"]),
            tempo=float(line["tempo"]),
            tilt=float(line["tilt"]),
            each=float(line["each"]),
            per_1000_em=float(line["per_1000_em"]),
            growth=float(line["growth"]),
            until=date.fromisoformat(line["until"]) if line["until"] else None,
            control=line["control"] == "yes",
        )
        for line in read_table("ratios")
    ]


def minorities_2019() -> dict[str, tuple[int, int]]:
    """People of ethnic minorities and all people of each of the 63 provinces, census of 2019."""
    people: dict[str, dict[str, int]] = {}
    for line in read_table("census_2019"):
        if not line["ethnic_group"]:
            people.setdefault(line["area"], {})[line["measure"]] = int(line["persons"])
    return {code: (found["population_em"], found["population"]) for code, found in people.items()}
