"""The facts of areas, kept small: a number each, and what they say beside it shared by all that say the same.

A hundred thousand facts of communes differ in their values and in little else: they are of the same few days
and came with the same few loads. Those of one day are a sheet; a load leaves most sheets as they are.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from operator import attrgetter
from typing import NamedTuple

from indicators.soundness import Fact


@dataclass(frozen=True, slots=True, eq=False)
class Stamp:
    """What a fact says beside its value: its period, its marks, its load. Those alike are one.

    `hidden` may not stand alone.
    """

    end: date
    start: date
    preliminary: bool
    illustrative: bool
    load_id: int
    hidden: bool


class Point(NamedTuple):
    """A value of one area and measure, with what was said of it."""

    value: float
    stamp: Stamp


class Sheet(NamedTuple):
    """The facts of one measure whose periods end on one day, by unit; of one unit's the shortest comes last.

    It never changes, so that everybody who needs that day shares it.
    """

    units: Sequence[int]
    values: Sequence[float]
    places: Sequence[int]  # of what was said of each, among the stamps
    stamps: tuple[Stamp, ...]

    def last(self, unit: int) -> Point | None:
        """The last fact of a unit."""
        place = bisect_right(self.units, unit) - 1
        if place < 0 or self.units[place] != unit:
            return None
        return Point(self.values[place], self.stamps[self.places[place]])

    def each(self, unit: int) -> list[Point]:
        """All facts of a unit."""
        found = range(bisect_left(self.units, unit), bisect_right(self.units, unit))
        return [Point(self.values[place], self.stamps[self.places[place]]) for place in found]

    def marked(self, hidden: Collection[int]) -> "Sheet":
        """The sheet on which the facts of these units are hidden, and no others."""
        stamps = [(one.end, one.start, one.preliminary, one.illustrative, one.load_id) for one in self.stamps]
        each = zip(self.units, self.places, strict=True)
        places, said = _stamped((*stamps[place], unit in hidden) for unit, place in each)
        return self._replace(places=places, stamps=said)


Sheets = Mapping[str, Sheet]  # of one day, by measure


class Track:
    """The facts of one measure over time: its sheets by their day."""

    def __init__(self, sheets: Mapping[date, Sheet]) -> None:
        self._ends = sorted(sheets)
        self._sheets = [sheets[end] for end in self._ends]

    def last_in(self, unit: int, start: date, end: date) -> Point | None:
        """The last fact of a unit whose period ends in [start, end]."""
        ends, place = self._ends, bisect_right(self._ends, end) - 1
        while place >= 0 and ends[place] >= start:
            if (found := self._sheets[place].last(unit)) is not None:
                return found
            place -= 1
        return None

    def inside(self, unit: int, start: date, end: date) -> list[Point]:
        """The facts of a unit whose whole period lies in [start, end], oldest first."""
        sheets = self._sheets[bisect_left(self._ends, start) : bisect_right(self._ends, end)]
        return [point for sheet in sheets for point in sheet.each(unit) if point.stamp.start >= start]


def sheets_of(facts: Iterable[Fact], unit_of: Mapping[int, int]) -> dict[date, Sheets]:
    """The sheets of facts, by the day on which their periods end and by measure."""
    found: dict[date, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        found[fact.end][fact.measure].append(fact)
    return {
        end: {measure: _sheet(of_one, unit_of) for measure, of_one in measures.items()}
        for end, measures in found.items()
    }


def facts_of(sheets: Sheets, units: Collection[int]) -> Iterator[Fact]:
    """The facts of some units on the sheets of a day, where each area is a unit of its own."""
    for measure, sheet in sheets.items():
        for unit, value, place in zip(sheet.units, sheet.values, sheet.places, strict=True):
            if unit in units:
                said = sheet.stamps[place]
                marks = said.preliminary, said.illustrative, said.load_id
                yield Fact(measure, unit, said.start, said.end, value, *marks)


def _sheet(facts: list[Fact], unit_of: Mapping[int, int]) -> Sheet:
    facts.sort(key=lambda fact: (unit_of[fact.area_key], fact.start, fact.area_key))
    units = array("q", [unit_of[fact.area_key] for fact in facts])
    values = array("d", [fact.value for fact in facts])
    said = (
        (fact.end, fact.start, fact.preliminary, fact.illustrative, fact.load_id, False) for fact in facts
    )
    return Sheet(units, values, *_stamped(said))


def _stamped(said: Iterable[tuple]) -> tuple[Sequence[int], tuple[Stamp, ...]]:
    """What facts say beside their values: the place of each stamp, and the stamps, those alike as one."""
    known: dict[tuple, int] = {}
    places = array("I", [known.setdefault(one, len(known)) for one in said])
    return places, tuple(Stamp(*one) for one in known)


def alone(unit: int, point: Point) -> Track:
    """The track of one value of a unit."""
    return Track({point.stamp.end: Sheet((unit,), (point.value,), (0,), (point.stamp,))})


def total(points: Sequence[Point]) -> Point:
    """The sum of communes' values as one, as new as the newest of them."""
    newest = max((point.stamp for point in points), key=attrgetter("end"))
    stamp = Stamp(
        newest.end,
        newest.start,
        any(point.stamp.preliminary for point in points),
        any(point.stamp.illustrative for point in points),
        newest.load_id,
        False,
    )
    return Point(fsum(point.value for point in points), stamp)
