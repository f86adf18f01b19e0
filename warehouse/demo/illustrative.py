"""Illustrative reports on a pair of measures: 63 provinces before 2025-07-01, then 34, or their communes.

One reporting unit (a commune, a province of the 63, the country) has a size and a share; what a larger area
reports is the sum over its units, so that the merger changes who reports and not what is.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from hashlib import blake2b
from random import Random
from struct import unpack

from geodata.provinces import successors
from warehouse.demo.areas import Areas
from warehouse.demo.calendar import FIRST, LAST, LAST_APPROVED, Period, after_merger, periods, reported_at
from warehouse.demo.gaps import Gap, gaps
from warehouse.demo.paths import Path, draw_path
from warehouse.demo.published import Fact
from warehouse.demo.reference import Ratio, minorities_2019

COUNTRY = "VN"
REVISED_AFTER = timedelta(days=35)


@dataclass(frozen=True, slots=True)
class Unit:
    """Who counts: a commune, one of the 63 provinces, or the country. `key` is set for a commune."""

    code: str
    former_province: str
    province: str
    em_thousands: float
    key: int | None = None


@dataclass(frozen=True, slots=True)
class Size:
    """A unit's denominator and how its own share differs from its province's."""

    base: float
    offset: float
    lean: float
    flow_seed: str

    def denominator(self, ratio: Ratio, end: date) -> int:
        """How many there are at the end of a period (stock) or were in it (flow); at least one."""
        if ratio.flow:
            return max(1, round(self.base * (0.7 + 0.6 * draws(f"{self.flow_seed}|{end}")[0])))
        years = (end - FIRST).days / 365
        return max(1, int(self.base * (1 + ratio.growth * years) + self.offset))

    def numerator(self, share: float, denominator: int) -> int:
        """How many of them: never more than there are, and all of them when the share is 1."""
        own = share + self.lean * share * (1 - share)
        return int(max(0.0, min(1.0, own)) * denominator + self.offset)


def units(level: str, areas: Areas, seed: int) -> list[Unit]:
    """Everyone who counts at a level, with their people of ethnic minorities (in thousands, 2019)."""
    people = {code: part / 1000 for code, (part, _) in minorities_2019().items()}
    if level == "country":
        return [Unit(COUNTRY, COUNTRY, COUNTRY, sum(people.values()))]
    if level == "province":
        return [Unit(code, code, heir, people[code]) for code, heir in successors().items()]
    draw = Random(f"{seed}|communes")
    weight = {c.key: draw.uniform(0.3, 1.7) * (0.5 if c.urban else 1) for c in areas.communes}
    whole: dict[str, float] = defaultdict(float)
    for commune in areas.communes:
        whole[commune.former_province] += weight[commune.key]
    return [
        Unit(
            c.code,
            c.former_province,
            c.province,
            people[c.former_province] * weight[c.key] / whole[c.former_province],
            c.key,
        )
        for c in areas.communes
    ]


def ratio_facts(
    ratio: Ratio,
    areas: Areas,
    seed: int,
    communes_of: frozenset[str] | None,
    counted: set[tuple[str, int, date]],
) -> Iterator[Fact]:
    """The reports on a ratio: numerators, and those denominators that aren't `counted` yet by another ratio.

    `communes_of` limits commune reports to some provinces (the others report as provinces); None is all.
    """
    everyone = units(ratio.level, areas, seed)
    size = {unit.code: _size(ratio, unit, seed) for unit in everyone}
    em = {code: part / whole for code, (part, whole) in minorities_2019().items()}
    paths = {
        code: draw_path(seed, ratio, code, em.get(code, 0.15))
        for code in dict.fromkeys(unit.former_province for unit in everyone)
    }
    ends = _last_reports(ratio, everyone, paths)
    absent = gaps(ratio.numerator)
    for period in periods(ratio.cadence, ratio.until):
        share = {code: path.at(period[1]) for code, path in paths.items()}
        sums: dict[int, list[int]] = defaultdict(lambda: [0, 0])
        reporter: dict[int, str] = {}
        for unit in everyone:
            if period[1] > ends[unit.province]:
                continue
            denominator = size[unit.code].denominator(ratio, period[1])
            numerator = size[unit.code].numerator(share[unit.former_province], denominator)
            for area, by in _report_to(unit, period, ratio, areas, communes_of, absent):
                sums[area][0] += numerator
                sums[area][1] += denominator
                reporter[area] = by
        for area, (numerator, denominator) in sums.items():
            yield from _reports(ratio, area, period, numerator, denominator, reporter[area], seed, counted)


def _size(ratio: Ratio, unit: Unit, seed: int) -> Size:
    # Drawn by the denominator: two ratios that share it must agree on it.
    first, second, third = draws(f"{seed}|size|{ratio.denominator}|{unit.code}")
    spread = 1.0 if ratio.level == "country" else 0.75 + first / 2
    base = ratio.each * spread + ratio.per_1000_em * unit.em_thousands
    lean = second - 0.5 if ratio.level == "commune" else 0.0
    return Size(base, third * 0.999, lean, f"{seed}|flow|{ratio.denominator}|{unit.code}")


def draws(name: str) -> tuple[float, float, float]:
    """Three numbers from 0 to 1 that belong to a name; much faster than seeding a generator for each."""
    a, b, c = unpack("<3I", blake2b(name.encode(), digest_size=12).digest())
    return a / 2**32, b / 2**32, c / 2**32


def _last_reports(ratio: Ratio, everyone: list[Unit], paths: dict[str, Path]) -> dict[str, date]:
    """Until when each province goes on reporting: past the deadline only while it hasn't got there."""
    last = dict.fromkeys((unit.province for unit in everyone), ratio.deadline)
    for unit in everyone:
        if paths[unit.former_province].at(ratio.deadline) < ratio.goal:
            last[unit.province] = LAST
    return last


def _report_to(
    unit: Unit,
    period: Period,
    ratio: Ratio,
    areas: Areas,
    communes_of: frozenset[str] | None,
    absent: tuple[Gap, ...],
) -> Iterator[tuple[int, str]]:
    """The areas in whose figures a unit counts for a period, each with the one who reports it."""
    end = period[1]
    if unit.code == COUNTRY:
        yield areas.country, COUNTRY
        return
    if not after_merger(period):
        yield areas.province(unit.former_province, end), f"63-{unit.former_province}"
        return
    gap = next((gap for gap in absent if gap.covers(unit.province, end)), None)
    by_commune = unit.key is not None and (communes_of is None or unit.province in communes_of)
    if unit.key is not None and by_commune and (gap is None or not gap.silences(unit.code)):
        yield unit.key, f"34-{unit.province}"
    elsewhere = not by_commune and gap is not None and gap.silent_share < 1
    if (not by_commune or ratio.control) and (gap is None or gap.province_reports or elsewhere):
        yield areas.province(unit.province, end), f"34-{unit.province}"


def _reports(
    ratio: Ratio,
    area: int,
    period: Period,
    numerator: int,
    denominator: int,
    reporter: str,
    seed: int,
    counted: set[tuple[str, int, date]],
) -> Iterator[Fact]:
    start, end = period
    came = reported_at(seed, f"{ratio.numerator}|{reporter}", end)
    if came > LAST_APPROVED:  # still under way
        return
    status = "preliminary" if end >= date(2026, 10, 1) else "official"
    pairs = [(ratio.numerator, numerator)]
    if (ratio.denominator, area, end) not in counted:
        counted.add((ratio.denominator, area, end))
        pairs.append((ratio.denominator, denominator))
    revised = not ratio.control and _revised(seed, reporter, ratio.denominator, end)
    for measure, value in pairs:
        if revised and came + REVISED_AFTER <= LAST_APPROVED:
            first = int(value * 0.96) if measure == ratio.numerator else value
            yield Fact(measure, area, start, end, None, first, "preliminary", "illustrative", came)
            yield Fact(
                measure, area, start, end, None, value, "official", "illustrative", came + REVISED_AFTER
            )
        else:
            yield Fact(measure, area, start, end, None, value, status, "illustrative", came)


@cache
def _revised(seed: int, reporter: str, denominator: str, end: date) -> bool:
    return Random(f"{seed}|revised|{denominator}|{reporter}|{end}").random() < 0.03
