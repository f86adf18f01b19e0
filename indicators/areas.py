"""Areas over time: which provinces and communes are in force when, and who became whom.

A *unit* is a territory that keeps its identity through renames and changes of type: versions of an area that
are joined by a succession of one to one. A merger starts a new unit.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from indicators.errors import UnknownParameter
from indicators.model import COUNTRY

MERGER = date(2025, 7, 1)
LAST_DAY_OF_63 = date(2025, 6, 30)
BOUNDARIES = ("34", "63", "reported")
ZONES = ("I", "II", "III")


@dataclass(frozen=True, slots=True)
class AreaVersion:
    """One version of an area, in force over the half-open interval [valid_from, valid_to)."""

    key: int
    code: str
    level: str
    name_vi: str
    name_en: str
    parent_key: int | None
    valid_from: date
    valid_to: date | None
    zone: str | None = None

    @property
    def zone_code(self) -> str:
        """Its zone, `I`, `II` or `III`; empty where it names none of them: outside the zones."""
        return self.zone if self.zone in ZONES else ""

    def in_force(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)

    def overlaps(self, start: date, end: date) -> bool:
        """Whether it is in force on some day of the period, both ends inclusive."""
        return self.valid_from <= end and (self.valid_to is None or start < self.valid_to)


@dataclass(slots=True)
class Areas:
    """All areas of a warehouse with their succession; answers are found once and kept."""

    versions: dict[int, AreaVersion]
    refused: list[tuple[int, int]] = field(default_factory=list)
    _successors: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    _predecessors: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    _unit_of: dict[int, int] = field(default_factory=dict)
    _members: dict[int, tuple[AreaVersion, ...]] = field(default_factory=dict)
    _communes_of: dict[int, list[AreaVersion]] = field(default_factory=lambda: defaultdict(list))
    _communes_on: dict[tuple[int, date], tuple[AreaVersion, ...]] = field(default_factory=dict)
    _commune_units_on: dict[tuple[int, date], tuple[int, ...]] = field(default_factory=dict)
    _province_of: dict[int, int | None] = field(default_factory=dict)
    _before: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _after: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _origins: dict[int, frozenset[int]] = field(default_factory=dict)
    _recovered_on: dict[tuple[int, date], tuple[AreaVersion, ...] | None] = field(default_factory=dict)
    _provinces: dict[int, tuple[AreaVersion, ...]] = field(default_factory=dict)
    _country: tuple[int, ...] = ()

    @classmethod
    def of(cls, versions: list[AreaVersion], successions: list[tuple[int, int]]) -> "Areas":
        """The areas with their succession.

        A succession to or from an unknown version, or back in time, is left out and kept in `refused`.
        """
        areas = cls({version.key: version for version in versions})
        known = areas.versions
        for predecessor, successor in dict.fromkeys(successions):
            both = predecessor in known and successor in known
            if both and known[predecessor].valid_from < known[successor].valid_from:
                areas._successors[predecessor].append(successor)
                areas._predecessors[successor].append(predecessor)
            else:
                areas.refused.append((predecessor, successor))
        areas._find_units()
        for version in versions:
            if version.level == "commune" and (province := areas.province_of(version.key)) is not None:
                areas._communes_of[province].append(version)
        return areas

    def _find_units(self) -> None:
        members: dict[int, list[AreaVersion]] = defaultdict(list)
        for version in sorted(self.versions.values(), key=lambda version: (version.valid_from, version.key)):
            before = self._predecessors.get(version.key, [])
            renamed = (
                len(before) == 1 and len(self._successors[before[0]]) == 1 and before[0] in self._unit_of
            )
            same_level = renamed and self.versions[before[0]].level == version.level
            self._unit_of[version.key] = self._unit_of[before[0]] if same_level else version.key
            members[self._unit_of[version.key]].append(version)
        self._members = {unit: tuple(versions) for unit, versions in members.items()}
        # Among thousands of communes these are looked for with every amount of the country.
        self._provinces = {
            unit: versions for unit, versions in self._members.items() if versions[0].level == "province"
        }
        self._country = tuple(key for key, version in self.versions.items() if version.level == "country")

    def unit_of(self, key: int) -> int:
        """The unit that an area version belongs to."""
        return self._unit_of[key]

    @property
    def units(self) -> dict[int, int]:
        """The unit of every area version."""
        return self._unit_of

    def members(self, unit: int) -> tuple[AreaVersion, ...]:
        """The versions of a unit, oldest first."""
        return self._members[unit]

    def version_at(self, unit: int, day: date) -> AreaVersion:
        """The version whose name and code hold on a day: the last one begun by then, else the first."""
        begun = [version for version in self._members[unit] if version.valid_from <= day]
        return begun[-1] if begun else self._members[unit][0]

    def named_at(self, unit: int, boundaries: str, day: date) -> AreaVersion:
        """The version whose name and code a province bears on a day; under the 34 none from before them."""
        return self.version_at(unit, max(day, MERGER) if boundaries == "34" else day)

    def province_of(self, key: int) -> int | None:
        """The unit of the province that contains an area version; None where no province does."""
        if key not in self._province_of:
            self._province_of[key] = self._province_above(key)
        return self._province_of[key]

    def _province_above(self, key: int) -> int | None:
        seen: set[int] = set()
        version = self.versions.get(key)
        while version is not None and version.key not in seen:
            if version.level == "province":
                return self._unit_of[version.key]
            seen.add(version.key)
            version = self.versions.get(version.parent_key) if version.parent_key is not None else None
        return None

    def in_force(self, unit: int, day: date) -> bool:
        """Whether some version of the unit is in force on a day."""
        return any(version.in_force(day) for version in self._members[unit])

    def provinces(self, boundaries: str, day: date) -> tuple[int, ...]:
        """The units of the provinces of a set of boundaries, by code.

        `day` is the end of the period: it decides for "reported".
        """
        on = {"34": MERGER, "63": LAST_DAY_OF_63}.get(boundaries, day)
        units = [unit for unit in self._provinces if self.in_force(unit, on)]
        return tuple(sorted(units, key=lambda unit: self.named_at(unit, boundaries, day).code))

    def todays_provinces(self, start: date) -> tuple[int, ...]:
        """The units of the provinces that nobody succeeded and that had not ended by a day: the country."""
        return tuple(
            unit
            for unit, versions in self._provinces.items()
            if not self.successors(unit) and (versions[-1].valid_to is None or versions[-1].valid_to > start)
        )

    def predecessors(self, unit: int) -> tuple[int, ...]:
        """The units that were merged into a unit, by code."""
        if unit not in self._before:
            keys = self._predecessors.get(self._members[unit][0].key, [])
            units = {self._unit_of[key] for key in keys}
            self._before[unit] = tuple(sorted(units, key=lambda found: self._members[found][-1].code))
        return self._before[unit]

    def successors(self, unit: int) -> tuple[int, ...]:
        """The units that a unit was merged into."""
        if unit not in self._after:
            keys = self._successors.get(self._members[unit][-1].key, [])
            self._after[unit] = tuple({self._unit_of[key] for key in keys})
        return self._after[unit]

    def connected(self, province: int) -> frozenset[int]:
        """The versions of everything that a province's past and present may rest on, through successions."""
        provinces = self._reached([province])
        inside = {self._unit_of[key] for key in self.versions if self.province_of(key) in provinces}
        units = self._reached(inside)
        return frozenset(version.key for unit in units for version in self._members[unit])

    def _reached(self, units: Iterable[int]) -> set[int]:
        """Units, and those that became them or that they became, and so on."""
        found, ahead = set[int](), list(units)
        while ahead:
            unit = ahead.pop()
            if unit not in found:
                found.add(unit)
                ahead += (*self.predecessors(unit), *self.successors(unit))
        return found

    def country_keys(self) -> tuple[int, ...]:
        """The versions of the country."""
        return self._country

    def communes(self, unit: int, day: date) -> tuple[AreaVersion, ...]:
        """The communes of a province in force on a day, by code."""
        if (unit, day) not in self._communes_on:
            in_force = [commune for commune in self._communes_of.get(unit, ()) if commune.in_force(day)]
            self._communes_on[unit, day] = tuple(sorted(in_force, key=lambda commune: commune.code))
        return self._communes_on[unit, day]

    def commune_units(self, unit: int, day: date) -> tuple[int, ...]:
        """The units of the communes of a province in force on a day, in the order of `communes`."""
        if (unit, day) not in self._commune_units_on:
            units = tuple(self._unit_of[commune.key] for commune in self.communes(unit, day))
            self._commune_units_on[unit, day] = units
        return self._commune_units_on[unit, day]

    def province_of_commune(self, code: str, day: date) -> str | None:
        """The code on a day of the province that holds a commune in force then; None where there is none."""
        commune = self.find_commune(code, day)
        province = self.province_of(commune.key) if commune is not None else None
        return self.version_at(province, day).code if province is not None else None

    def origins(self, key: int) -> frozenset[int]:
        """The former provinces that a commune's predecessors lay in, found through all successions."""
        if key not in self._origins:
            self._origins[key] = self._origins_of(key)
        return self._origins[key]

    def _origins_of(self, key: int) -> frozenset[int]:
        found: set[int] = set()
        waiting, seen = list(self._predecessors.get(key, ())), set()
        while waiting:
            earlier = waiting.pop()
            if earlier in seen:
                continue
            seen.add(earlier)
            if (
                self.versions[earlier].in_force(LAST_DAY_OF_63)
                and (province := self.province_of(earlier)) is not None
            ):
                found.add(province)
            else:
                waiting.extend(self._predecessors.get(earlier, ()))
        return frozenset(found)

    def recovered_communes(self, unit: int, day: date) -> tuple[AreaVersion, ...] | None:
        """The communes of today that lie in a former province; None where that can't be known.

        It can't where a commune of the successor leads nowhere, or leads to this province and to another one.
        """
        if (unit, day) not in self._recovered_on:
            self._recovered_on[unit, day] = self._recovered(unit, day)
        return self._recovered_on[unit, day]

    def _recovered(self, unit: int, day: date) -> tuple[AreaVersion, ...] | None:
        (successor,) = self.successors(unit) if len(self.successors(unit)) == 1 else (None,)
        communes = self.communes(successor, day) if successor is not None else ()
        origins = {commune.key: self.origins(commune.key) for commune in communes}
        if not communes or not all(origins.values()):
            return None
        mine = tuple(commune for commune in communes if unit in origins[commune.key])
        return mine if mine and all(len(origins[commune.key]) == 1 for commune in mine) else None

    def find_province(self, code: str, boundaries: str, day: date, parameter: str = "area") -> int:
        """The unit of the province with a code in a set of boundaries; raises UnknownParameter."""
        provinces = self.provinces(boundaries, day)
        by_code = {self.named_at(unit, boundaries, day).code: unit for unit in provinces}
        if code not in by_code:
            allowed = (COUNTRY, *by_code) if parameter == "area" else tuple(by_code)
            raise UnknownParameter(parameter, code, allowed, missing=True)
        return by_code[code]

    def former_provinces(self, code: str, day: date) -> tuple[AreaVersion, ...]:
        """The provinces, as they were last, that went into the province of today with a code."""
        unit = self.find_province(code, "34", day)
        return tuple(self._members[earlier][-1] for earlier in self.predecessors(unit))

    def province_codes(self) -> tuple[str, ...]:
        """The codes that provinces of any time have or had, in their order."""
        return tuple(sorted({one.code for versions in self._provinces.values() for one in versions}))

    def units_with_code(self, code: str) -> tuple[int, ...]:
        """The units of every province that ever had a code, oldest first."""
        units = [u for u, versions in self._provinces.items() if any(v.code == code for v in versions)]
        return tuple(sorted(units, key=lambda unit: self._members[unit][0].valid_from))

    def find_commune(self, code: str, day: date) -> AreaVersion | None:
        """The commune with a code in force on a day."""
        return next(
            (
                v
                for v in self.versions.values()
                if v.level == "commune" and v.code == code and v.in_force(day)
            ),
            None,
        )
