"""The facts of areas, kept small: a number each, and what they say beside it shared by all that say the same.

A hundred thousand facts of communes differ in their values and in little else: they are of the same few days
and came with the same few loads.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from operator import attrgetter
from typing import NamedTuple

from indicators.soundness import Fact

_in_time = attrgetter("end", "start", "area_key")


@dataclass(frozen=True, slots=True, eq=False)
class Stamp:
    """What a fact says beside its value: its period, its marks, its load. Those alike are one."""

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


class Track(NamedTuple):
    """The facts of one area and measure, oldest first; of those that end together the shortest comes last."""

    ends: Sequence[date]
    stamps: Sequence[Stamp]
    values: Sequence[float]

    def last_in(self, start: date, end: date) -> Point | None:
        """The last fact whose period ends in [start, end]."""
        ends = self.ends
        place = bisect_right(ends, end) - 1
        return Point(self.values[place], self.stamps[place]) if place >= 0 and ends[place] >= start else None

    def inside(self, start: date, end: date) -> list[Point]:
        """The facts whose whole period lies in [start, end]."""
        first, after = bisect_left(self.ends, start), bisect_right(self.ends, end)
        return [
            Point(self.values[place], self.stamps[place])
            for place in range(first, after)
            if self.stamps[place].start >= start
        ]


class Spool:
    """Makes tracks that share what is alike."""

    def __init__(self) -> None:
        self._stamps: dict[tuple, Stamp] = {}
        self._times: dict[tuple[Stamp, ...], tuple[Sequence[date], Sequence[Stamp]]] = {}

    @property
    def stamps(self) -> Iterable[Stamp]:
        """All that facts have said beside their values."""
        return self._stamps.values()

    def track(self, facts: Iterable[Fact]) -> Track:
        """The facts of one area and measure."""
        ordered = sorted(facts, key=_in_time)
        stamps = tuple([self._stamp(fact) for fact in ordered])
        if stamps not in self._times:
            self._times[stamps] = tuple([stamp.end for stamp in stamps]), stamps
        return Track(*self._times[stamps], array("d", [fact.value for fact in ordered]))

    def _stamp(self, fact: Fact) -> Stamp:
        said = fact.end, fact.start, fact.preliminary, fact.illustrative, fact.load_id, fact.hidden
        found = self._stamps.get(said)
        if found is None:
            found = self._stamps[said] = Stamp(*said)
        return found


def tracks_of(facts: Iterable[Fact], unit_of: dict[int, int], spool: Spool) -> dict[int, dict[str, Track]]:
    """The tracks of all areas, by unit and by measure."""
    found: dict[tuple[int, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        found[unit_of[fact.area_key], fact.measure].append(fact)
    tracks: dict[int, dict[str, Track]] = {}
    for (unit, measure), of_one in found.items():
        tracks.setdefault(unit, {})[measure] = spool.track(of_one)
    return tracks


def alone(point: Point) -> Track:
    """The track of one value."""
    return Track((point.stamp.end,), (point.stamp,), (point.value,))


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
