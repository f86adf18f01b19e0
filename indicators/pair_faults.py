"""What is wrong with pairs: a numerator larger than its denominator, denominators of zero."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter

from indicators.model import Fault, Indicator
from indicators.soundness import Fact
from indicators.tracks import Sheets

_in_time = attrgetter("end", "start", "area_key")


def unsound_pairs(
    indicator: Indicator, facts: Sequence[Fact]
) -> tuple[list[Fact], list[tuple[str, str, Fact]]]:
    """The facts that make sound pairs, and what is wrong with the others: kind, detail, fact.

    A pair is the numerator and the denominator of one area over the same days, part by part.
    """
    if indicator.kind != "ratio":
        return list(facts), []
    found: dict[str, dict[tuple, Fact]] = {measure: {} for measure in indicator.measures}
    for fact in facts:
        found[fact.measure][fact.area_key, fact.start, fact.end] = fact
    left_out: set[Fact] = set()
    faults: list[tuple[str, str, Fact]] = []
    for numerator, denominator in zip(indicator.numerator, indicator.denominator, strict=True):
        below = found[denominator]
        for key, n in found[numerator].items():
            d = below.get(key)
            if d is not None and n.value > d.value:
                left_out |= {n, d}
                faults.append(("numerator_exceeds_denominator", f"{n.value:g} of {d.value:g}", n))
    others = [found[measure] for measure in indicator.denominator[1:]]
    for key, first in found[indicator.denominator[0]].items():
        if others:
            parts = [first, *(below[key] for below in others if key in below)]
            zero = len(parts) > len(others) and not sum(part.value for part in parts)
        else:
            zero = not first.value
        if zero:
            left_out |= {measures[key] for measures in found.values() if key in measures}
            faults.append(("zero_denominator", "the denominator is zero", first))
    return ([fact for fact in facts if fact not in left_out] if left_out else list(facts)), faults


def unsound_across_days(indicator: Indicator, facts: Sequence[Fact]) -> list[tuple[str, str, Fact]]:
    """What is wrong with pairs whose parts were last reported on different days: they too make no value."""
    by_area: dict[int, dict[str, list[Fact]]] = {}
    for fact in facts:
        by_area.setdefault(fact.area_key, {}).setdefault(fact.measure, []).append(fact)
    found: list[tuple[str, str, Fact]] = []
    for measures in by_area.values():
        for numerator, denominator in zip(indicator.numerator, indicator.denominator, strict=False):
            n, d = (sorted(measures.get(side, ()), key=_in_time) for side in (numerator, denominator))
            ends = [fact.end for fact in n], [fact.end for fact in d]
            for day in sorted({*ends[0], *ends[1]}) if ends[0] != ends[1] else ():
                above, below = _last(n, ends[0], day), _last(d, ends[1], day)
                if above and below and above.end != below.end and above.value > below.value:
                    detail = f"{above.value:g} on {above.end} of {below.value:g} on {below.end}"
                    found.append(("numerator_exceeds_denominator", detail, max(above, below, key=_end)))
    return found


def out_of_step(indicator: Indicator, days: Iterable[Sheets]) -> set[int]:
    """The areas that reported one part of a pair without the other on some of the days."""
    found = set[int]()
    for sheets in days:
        for sides in zip(indicator.numerator, indicator.denominator, strict=False):
            above, below = (set(sheets[side].units) if side in sheets else set[int]() for side in sides)
            found |= above ^ below
    return found


def _last(facts: list[Fact], ends: list[date], day: date) -> Fact | None:
    """The last of facts, in the order of their ends, that ended by a day."""
    place = bisect_right(ends, day)
    return facts[place - 1] if place else None


def _end(fact: Fact) -> date:
    return fact.end


def fault_listed(kind: str, detail: str, fact: Fact, area_code: str | None) -> Fault:
    """A fault of a pair as the quality list shows it."""
    return Fault(kind, fact.measure, area_code, fact.end, fact.load_id, 1, detail)
