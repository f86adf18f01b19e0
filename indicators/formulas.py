"""From the facts of one area to its pair in a period: one pure function a kind of formula.

A stock takes the last value in the period, a flow adds the rows inside it. A ratio pairs numerators with
denominators part by part; a score carries its weight as denominator, so that areas of every kind are joined
by the same sums.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from math import fsum
from typing import NamedTuple

from indicators.model import Amount, Indicator
from indicators.tracks import Point, Stamp, Track

ONE_DAY = timedelta(days=1)
Tracks = Mapping[str, Track]  # by measure


class Pair(NamedTuple):
    """The sound pair of one area in a period, with the marks of an Amount."""

    numerator: float
    denominator: float | None
    observed_on: date
    partial: bool = False
    preliminary: bool = False
    illustrative: bool = False
    loads: frozenset[int] = frozenset()
    rows: int = 0
    illustrative_weight: bool = False
    apart: bool = False
    hidden: bool = False


@dataclass(frozen=True)
class Formula:
    """How the facts of an area become its pair: the indicator and what the warehouse says of measures."""

    indicator: Indicator
    flows: frozenset[str]
    weight: str | None = None

    @cached_property
    def measures(self) -> tuple[str, ...]:
        """Every measure it needs, the weight of a score included."""
        return self.indicator.measures + ((self.weight,) if self.weight else ())

    @cached_property
    def _stocks(self) -> tuple[str, ...]:
        return tuple(measure for measure in self.indicator.measures if measure not in self.flows)

    def pair(self, tracks: Tracks, unit: int, start: date, end: date) -> Pair | None:
        """The pair of one area from the facts in [start, end]; None where a part is missing or unsound."""
        used: list[Stamp] = []
        sums: dict[str, float] = {}
        for measure in self._stocks:
            track = tracks.get(measure)
            last = track.last_in(unit, start, end) if track is not None else None
            if last is None:
                return None
            used.append(last.stamp)
            sums[measure] = last.value
        partial = False
        if self.flows:
            flowing, partial = self._flowing(tracks, unit, start, end)
            if not flowing:
                return None
            for measure, points in flowing.items():
                used.extend([point.stamp for point in points])
                sums[measure] = fsum([point.value for point in points])
        parts = _PARTS[self.indicator.kind](self.indicator, sums)
        if parts is None:
            return None
        pair = _made_of(used, *parts, partial)
        return self._weighed(pair, tracks, unit, start, end) if self.weight else pair

    def value(self, amount: Amount) -> float | None:
        """The value of an amount in the indicator's unit; None where the amount is not known."""
        if amount.numerator is None:
            return None
        if self.indicator.kind == "count":
            return amount.numerator
        assert amount.denominator is not None
        return (100 if self.indicator.kind == "ratio" else 1) * amount.numerator / amount.denominator

    def _weighed(self, score: Pair, tracks: Tracks, unit: int, start: date, end: date) -> Pair:
        """A score times its weight; one without a weight stands apart."""
        track = tracks.get(self.weight) if self.weight else None
        weight = track.last_in(unit, start, end) if track is not None else None
        if weight is None or weight.value <= 0:
            return score._replace(apart=True)
        return score._replace(
            numerator=score.numerator * weight.value,
            denominator=weight.value,
            illustrative_weight=weight.stamp.illustrative,
            loads=score.loads | {weight.stamp.load_id},
            rows=score.rows + 1,
        )

    def _flowing(
        self, tracks: Tracks, unit: int, start: date, end: date
    ) -> tuple[dict[str, list[Point]], bool]:
        """The facts of each flow over the same days, and whether days of [start, end] are missing."""
        inside: dict[str, dict[tuple[date, date], Point]] = {}
        for measure in self.indicator.measures:
            if measure in self.flows:
                track = tracks.get(measure)
                found = track.inside(unit, start, end) if track is not None else []
                if not found:
                    return {}, True
                inside[measure] = {(point.stamp.start, point.stamp.end): point for point in found}
        intervals = without_overlap(list(set.intersection(*map(set, inside.values()))))
        chosen = {measure: [found[interval] for interval in intervals] for measure, found in inside.items()}
        return (chosen if intervals else {}), _days(intervals) < (end - start).days + 1


def _made_of(used: Sequence[Stamp], numerator: float, denominator: float | None, partial: bool) -> Pair:
    """The pair that facts make, with their marks."""
    newest, preliminary, illustrative, hidden, loads = _marks(*used)
    return Pair(
        numerator, denominator, newest, partial, preliminary, illustrative, loads, len(used), hidden=hidden
    )


@lru_cache(maxsize=16_384)
def _marks(*used: Stamp) -> tuple[date, bool, bool, bool, frozenset[int]]:
    """What several facts say together; the same few say so for thousands of communes."""
    return (
        max(stamp.end for stamp in used),
        any(stamp.preliminary for stamp in used),
        any(stamp.illustrative for stamp in used),
        any(stamp.hidden for stamp in used),
        frozenset(stamp.load_id for stamp in used),
    )


def _days(intervals: Sequence[tuple[date, date]]) -> int:
    return sum((last - first).days + 1 for first, last in intervals)


def without_overlap(intervals: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    """The intervals that cover most days without overlap; of two such choices the finer one.

    >>> q, m = (date(2026, 1, 1), date(2026, 3, 31)), (date(2026, 1, 1), date(2026, 1, 31))
    >>> without_overlap([m, q]) == [q]
    True
    """
    if len(intervals) < 2:
        return list(intervals)
    ordered = sorted(intervals, key=lambda interval: (interval[1], interval[0]))
    best: list[tuple[int, int, tuple[tuple[date, date], ...]]] = [(0, 0, ())]
    ends = [last for _, last in ordered]
    for number, (first, last) in enumerate(ordered):
        days, rows, chosen = best[bisect_right(ends, first - ONE_DAY, hi=number)]
        taken = (days + (last - first).days + 1, rows + 1, (*chosen, (first, last)))
        best.append(max(best[-1], taken, key=lambda choice: choice[:2]))
    return list(best[-1][2])


def _ratio(indicator: Indicator, sums: Mapping[str, float]) -> tuple[float, float] | None:
    if len(indicator.numerator) == 1:
        n, d = sums[indicator.numerator[0]], sums[indicator.denominator[0]]
        return None if n > d or not d else (n, d)
    numerators = [sums[measure] for measure in indicator.numerator]
    denominators = [sums[measure] for measure in indicator.denominator]
    exceeded = any(n > d for n, d in zip(numerators, denominators, strict=True))
    return None if exceeded or not sum(denominators) else (fsum(numerators), fsum(denominators))


def _count(indicator: Indicator, sums: Mapping[str, float]) -> tuple[float, None]:
    return fsum(sums[measure] for measure in indicator.numerator), None


def _score(indicator: Indicator, sums: Mapping[str, float]) -> tuple[float, float]:
    return sums[indicator.numerator[0]], 1.0


Parts = tuple[float, float | None] | None
_PARTS: dict[str, Callable[[Indicator, Mapping[str, float]], Parts]] = {
    "ratio": _ratio,
    "count": _count,
    "score": _score,
}


def joined(amounts: Sequence[Amount]) -> Amount:
    """The amounts of several areas as one: sums of what is known, counts of all."""
    known = [amount for amount in amounts if amount.known and not amount.apart]
    counted_in = [amount for amount in amounts if not amount.apart]
    denominators = [amount.denominator for amount in known if amount.denominator is not None]
    return Amount(
        numerator=fsum(amount.numerator or 0.0 for amount in known) if known else None,
        denominator=fsum(denominators) if denominators else None,
        provinces_reported=sum(amount.provinces_reported for amount in counted_in),
        provinces_expected=sum(amount.provinces_expected for amount in amounts),
        communes_reported=sum(amount.communes_reported for amount in counted_in),
        communes_expected=sum(amount.communes_expected for amount in amounts),
        by_communes=any(amount.by_communes for amount in amounts),
        observed_on=max((amount.observed_on for amount in known if amount.observed_on), default=None),
        partial=any(amount.partial for amount in known),
        preliminary=any(amount.preliminary for amount in known),
        illustrative=any(amount.illustrative or amount.illustrative_weight for amount in known),
        loads=_together(amount.loads for amount in known),
        rows=sum(amount.rows for amount in known),
        hidden=any(amount.hidden for amount in known),
    )


def counted(pair: Pair | None, communes: int) -> Amount:
    """The amount of a province from its own row: all its communes stand behind it, or none."""
    weight, reported = max(communes, 1), int(pair is not None)
    return Amount(
        **(pair._asdict() if pair else {}),
        provinces_reported=reported,
        provinces_expected=1,
        communes_reported=reported * weight,
        communes_expected=weight,
    )


def summed(pairs: Sequence[Pair | None]) -> Amount:
    """The amount of a province from the pairs of its communes, one for each commune in force."""
    known = [pair for pair in pairs if pair is not None and not pair.apart]
    if not known:
        return Amount(provinces_expected=1, communes_expected=len(pairs))
    denominators = [pair.denominator for pair in known if pair.denominator is not None]
    return Amount(
        fsum([pair.numerator for pair in known]),
        fsum(denominators) if denominators else None,
        provinces_reported=1,
        provinces_expected=1,
        communes_reported=len(known),
        communes_expected=len(pairs),
        by_communes=True,
        observed_on=max(pair.observed_on for pair in known),
        partial=any(pair.partial for pair in known),
        preliminary=any(pair.preliminary for pair in known),
        illustrative=any(pair.illustrative or pair.illustrative_weight for pair in known),
        loads=_together(pair.loads for pair in known),
        rows=sum([pair.rows for pair in known]),
    )


def _together(sets: Iterable[frozenset[int]]) -> frozenset[int]:
    return frozenset().union(*set(sets))
