"""The provinces of Viet Nam: 63 until 2025-06-30, 34 from 2025-07-01, and who became whom.

The facts stand in `provinces.csv`, one line a version. A merged province keeps the code of *one* of its
predecessors, not always its namesake's: the new Lào Cai is 15, which was Yên Bái's. A code therefore means
something only together with its boundaries.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

Boundaries = Literal["63", "34"]

MERGER = date(2025, 7, 1)
"""The day on which the 63 became 34."""

TABLE = Path(__file__).with_name("provinces.csv")


@dataclass(frozen=True, slots=True)
class Province:
    """One version of a province: in force in `[valid_from, valid_to)`, `valid_to` None while it is.

    `predecessors` are the codes of the 63 that make up a province of the 34 (itself alone where nothing was
    merged); a province of the 63 has none.
    """

    boundaries: Boundaries
    code: str
    name_vi: str
    name_en: str
    kind_vi: Literal["tỉnh", "thành phố"]
    valid_from: date
    valid_to: date | None
    predecessors: tuple[str, ...]

    @property
    def merged(self) -> bool:
        """Whether more than one of the 63 make it up; if not, its territory is that of before 2025-07-01."""
        return len(self.predecessors) > 1


@cache
def read_provinces() -> tuple[Province, ...]:
    """Every version of every province: the 63 and then the 34, by code, then by date."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return tuple(_province(line) for line in csv.DictReader(lines))


def _province(line: dict[str, str]) -> Province:
    return Province(
        boundaries="63" if line["boundaries"] == "63" else "34",
        code=line["code"],
        name_vi=line["name_vi"],
        name_en=line["name_en"],
        kind_vi="thành phố" if line["kind_vi"] == "thành phố" else "tỉnh",
        valid_from=date.fromisoformat(line["valid_from"]),
        valid_to=date.fromisoformat(line["valid_to"]) if line["valid_to"] else None,
        predecessors=tuple(line["predecessors"].split()),
    )


@cache
def newest(boundaries: Boundaries) -> dict[str, Province]:
    """The last version of each province within these boundaries, by code: what a map names.

    >>> newest("63")["15"].name_vi, newest("34")["15"].name_vi
    ('Yên Bái', 'Lào Cai')
    """
    return {p.code: p for p in read_provinces() if p.boundaries == boundaries}


@cache
def successors() -> dict[str, str]:
    """The code among the 34 of each of the 63.

    >>> successors()["10"]
    '15'
    """
    return {old: new.code for new in newest("34").values() for old in new.predecessors}


def kind(code: str, day: date) -> str:
    """Whether the province in force with a code on a day is a `city` or a `province`; empty for none.

    >>> kind("46", date(2024, 12, 31)), kind("46", date(2025, 1, 1)), kind("75", date(2026, 4, 30))
    ('province', 'city', 'city')
    """
    for one in read_provinces():
        if one.code == code and one.valid_from <= day and (one.valid_to is None or day < one.valid_to):
            return "city" if one.kind_vi == "thành phố" else "province"
    return ""
