"""The six socio-economic regions of the 63 provinces before the merger, and which of the 34 lie in them.

The facts stand in `regions.csv`. The regions are those of the national master plan (Nghị quyết 81/2023/QH15,
9 January 2023). No region of the 34 is made up: a province of today belongs to each region in which one of
its former provinces lay, so a merger across a border (Lâm Đồng, Gia Lai) belongs to two.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geodata.provinces import newest

TABLE = Path(__file__).with_name("regions.csv")
SOURCE = "Nghị quyết số 81/2023/QH15"


@dataclass(frozen=True, slots=True)
class Region:
    """A region before the merger; `provinces` are codes of the 63."""

    code: str
    name_vi: str
    name_en: str
    provinces: tuple[str, ...]

    @property
    def provinces_today(self) -> tuple[str, ...]:
        """The codes of the 34 that a former province of the region went into."""
        return tuple(
            code
            for code, province in newest("34").items()
            if set(province.predecessors) & set(self.provinces)
        )


@cache
def read_regions() -> tuple[Region, ...]:
    """The six regions, from the north to the south."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Region(line["region"], line["name_vi"], line["name_en"], tuple(line["provinces"].split()))
            for line in csv.DictReader(lines)
        )


def regions_of(area_code: str) -> tuple[Region, ...]:
    """The former regions of a province of the 34.

    >>> [region.name_en for region in regions_of("68")]
    ['North Central and Central Coast', 'Central Highlands']
    """
    return tuple(region for region in read_regions() if area_code in region.provinces_today)


def same_region(area_code: str) -> tuple[str, ...]:
    """The codes of the other provinces of the 34 in a former region of one, by code."""
    found = {code for region in regions_of(area_code) for code in region.provinces_today}
    return tuple(sorted(found - {area_code}))
