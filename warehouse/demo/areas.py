"""The areas of the demonstration: versions of the country, provinces and communes, and who became whom."""

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import count

from geodata.provinces import MERGER, Province, read_provinces, successors
from warehouse.demo.reference import read_table
from warehouse.demo.zones import zones

# From when the communes and provinces of before stood as they did; earlier history isn't told here.
SINCE = date(2008, 8, 1)

Row = tuple[int, str, str, str, str, int | None, date, date | None, str | None]


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune of today: its key, its province now, and its province before 2025-07-01."""

    key: int
    code: str
    province: str
    former_province: str
    urban: bool


@dataclass(frozen=True)
class Areas:
    """Rows of dim_area and area_succession, with the ways to find a key."""

    rows: list[Row] = field(default_factory=list)
    successions: list[tuple[int, int, date]] = field(default_factory=list)
    communes: list[Commune] = field(default_factory=list)

    @cached_property
    def country(self) -> int:
        """The key of the country."""
        return next(row[0] for row in self.rows if row[2] == "country")

    @cached_property
    def _versions(self) -> dict[str, list[tuple[date, date | None, int]]]:
        found = defaultdict(list)
        for key, code, level, _, _, _, since, until, _ in self.rows:
            if level == "province":
                found[code].append((since, until, key))
        return found

    def province(self, code: str, on: date) -> int:
        """The key of the province version in force on a day under a code."""
        for since, until, key in self._versions[code]:
            if since <= on and (until is None or on < until):
                return key
        raise KeyError(f"{code} on {on}")


def build_areas() -> Areas:
    """All areas. One row for a province that 2025-07-01 left as it was; a change of type starts a version."""
    keys = count(1)
    areas = Areas()
    country = next(keys)
    areas.rows.append((country, "VN", "country", "Việt Nam", "Viet Nam", None, SINCE, None, None))
    before, after = _provinces(areas, country, keys)
    _communes(areas, before, after, keys)
    return areas


def english(name: str) -> str:
    """A Vietnamese name without its diacritics.

    >>> english("Đắk Lắk")
    'Dak Lak'
    """
    bare = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def _provinces(areas: Areas, country: int, keys: "count[int]") -> tuple[dict[str, int], dict[str, int]]:
    """Keys of the provinces on the last day of the 63 and of those in force today, by code."""
    before: dict[str, int] = {}
    after: dict[str, int] = {}
    spans: list[tuple[Province, date, date | None]] = []
    for province in read_provinces():
        unmerged = province.boundaries == "34" and not province.merged and province.valid_from == MERGER
        if unmerged:  # its row of before goes on
            at = next(i for i, (p, _, end) in enumerate(spans) if p.code == province.code and end == MERGER)
            spans[at] = (province, spans[at][1], province.valid_to)
        else:
            spans.append((province, province.valid_from, province.valid_to))
    for province, since, until in spans:
        key = next(keys)
        areas.rows.append(
            (key, province.code, "province", province.name_vi, province.name_en, country, since, until, None)
        )
        continued = (before if since < MERGER else after).get(province.code)
        if continued is not None:
            areas.successions.append((continued, key, since))
        elif province.merged:
            areas.successions.extend((before[code], key, since) for code in province.predecessors)
        if since < MERGER:
            before[province.code] = key
        if until is None or until > MERGER:
            after[province.code] = key
    return before, after


def _communes(areas: Areas, before: dict[str, int], after: dict[str, int], keys: "count[int]") -> None:
    lines = list(read_table("communes"))
    former = {
        heir: line["province"]
        for line in read_table("communes_before")
        for heir in line["successors"].split()
    }
    zone = zones(lines, former)
    key_of: dict[str, int] = {}
    for line in lines:
        code, name, province = line["code"], line["name_vi"], line["province"]
        key = key_of[code] = next(keys)
        areas.rows.append(
            (key, code, "commune", name, english(name), after[province], MERGER, None, zone.get(code))
        )
        areas.communes.append(Commune(key, code, province, former[code], line["kind_vi"] == "Phường"))
    for line in read_table("communes_before"):
        code, name, key = line["code"], line["name_vi"], next(keys)
        level = "commune" if len(code) == 5 else "district"  # an island district had no communes
        areas.rows.append(
            (key, code, level, name, english(name), before[line["province"]], SINCE, MERGER, None)
        )
        areas.successions.extend((key, key_of[heir], MERGER) for heir in line["successors"].split())


def unmerged() -> frozenset[str]:
    """Codes of the provinces that 2025-07-01 left as they were."""
    heirs = list(successors().values())
    return frozenset(code for code, heir in successors().items() if heirs.count(heir) == 1 and code == heir)
