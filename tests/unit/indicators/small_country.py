"""Small countries made at random for the attack: provinces of two boundaries, zones, communes, reports."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from indicators.areas import MERGER, Areas
from indicators.disclosure import Hidden
from indicators.disclosure_facts import hidden_of
from indicators.formulas import Formula
from indicators.groups import GroupValue, zone_values
from indicators.measure_families import families
from indicators.model import Indicator, Value
from indicators.pair_faults import unsound_pairs
from indicators.periods import Period
from indicators.readings import Readings
from indicators.soundness import Fact
from indicators.tracks import sheets_of
from indicators.values import Scope, value_table
from tests.unit.indicators.attack import Equation
from tests.unit.indicators.country import LONG_AGO, indicator, month, version

# Two indicators over one denominator, and a whole with its two parts.
SHARING = (
    indicator("T1", numerator=("done",), denominator=("all",)),
    indicator("T2", numerator=("told",), denominator=("all",)),
)
PARTS = (
    indicator("P", numerator=("a_done", "b_done"), denominator=("a_all", "b_all")),
    indicator("Pa", numerator=("a_done",), denominator=("a_all",)),
    indicator("Pb", numerator=("b_done",), denominator=("b_all",)),
)
MONTHS = (3, 6, 9)
PERIODS = ("2026-03", "2026-06", "2026-09", "2026-Q1", "2026-Q2", "2026-Q3", "2026-H1", "2026-9M", "2026")
ZONES = ("I", "II", None)


@dataclass(frozen=True)
class Country:
    """A country with its reports; `regular` tells that all communes report for all months."""

    areas: Areas
    facts: tuple[Fact, ...]
    indicators: tuple[Indicator, ...]

    def __repr__(self) -> str:
        communes = [
            one for one in self.areas.versions.values() if one.level == "commune" and not one.valid_to
        ]
        places = {one.key: (one.parent_key, *self.areas.origins(one.key), one.zone) for one in communes}
        rows = [(fact.measure, fact.area_key, fact.end.month, fact.value) for fact in self.facts]
        return f"Country({places}, {rows})"


@st.composite
def countries(draw, indicators=SHARING, regular=True):
    """Two or three provinces, each of one to three former ones, each of a few communes in some zones."""
    versions, successions = [version(1, "VN", "country", None)], []
    facts: list[Fact] = []
    key = 1000
    for province in range(draw(st.integers(1, 3))):
        formers = draw(st.integers(1, 3))
        own = 10 + province
        merged = formers > 1
        since = MERGER if merged else LONG_AGO
        versions.append(version(own, f"{own:02}", "province", 1, since))
        for number in range(formers):
            former = 10 * own + number
            if merged:
                versions.append(version(former, f"{50 + 3 * province + number}", "province", 1, until=MERGER))
                successions.append((former, own))
            for _ in range(draw(st.integers(1, 4))):
                zone = draw(st.sampled_from(ZONES))
                key += 1
                if merged:
                    versions.append(version(key + 5000, f"{key + 5000:05}", "commune", former, until=MERGER))
                    successions.append((key + 5000, key))
                    # a second predecessor makes today's commune a new one
                    versions.append(version(key + 7000, f"{key + 7000:05}", "commune", former, until=MERGER))
                    successions.append((key + 7000, key))
                versions.append(version(key, f"{key:05}", "commune", own, since, zone=zone))
                facts += _reports(draw, key, indicators, regular)
    return Country(Areas.of(versions, successions), tuple(facts), indicators)


def _reports(draw, key: int, indicators, regular: bool) -> Iterator[Fact]:
    for number in MONTHS:
        if not regular and draw(st.integers(0, 3)) == 0:
            continue
        below: dict[tuple[str, int], int] = {}
        for one in indicators:
            for above, under in zip(one.numerator, one.denominator, strict=True):
                if (above, number) in below:
                    continue
                whole = below.setdefault((under, number), draw(st.sampled_from([3, 6, 7, 9, 12])))
                below[above, number] = draw(st.sampled_from([n for n in (0, 2, 4, 5, 6, 9) if n <= whole]))
        for (measure, _), value in below.items():
            start, end = month(2026, number)
            yield Fact(measure, key, start, end, float(value), False, False, 1)


def decided(country: Country, minimum: float = 5) -> Hidden:
    """What the rule hides of a country."""
    names = families(country.indicators)
    return hidden_of(country.areas, country.indicators, names, country.facts, country.facts, (), (), minimum)


class Published:
    """Everything that is published of a country, as equations over what communes reported."""

    def __init__(self, country: Country, hidden: Hidden):
        self.country, self.hidden = country, hidden
        self.readings = {}
        for one in country.indicators:
            facts = [fact for fact in country.facts if fact.measure in one.measures]
            units = country.areas.units
            sheets = {
                end: hidden.marked(of_day, end, units)
                for end, of_day in sheets_of(unsound_pairs(one, facts)[0], units).items()
            }
            self.readings[one.code] = Readings(Formula(one, frozenset()), country.areas, sheets)
        self.suppressed: dict[tuple[str, str], set[int]] = {}  # by indicator and period
        self.ends: dict[tuple[int, str], list[date]] = {}
        for fact in country.facts:
            self.ends.setdefault((fact.area_key, fact.measure), []).append(fact.end)

    def equations(self, periods=PERIODS) -> Iterator[Equation]:
        """The equations of all tables of the periods, under every set of boundaries."""
        for one in self.country.indicators:
            for code in periods:
                yield from self._of_period(one, Period.parse(code))

    def _of_period(self, one: Indicator, period: Period) -> Iterator[Equation]:
        readings, areas = self.readings[one.code], self.country.areas
        suppressed = self.suppressed.setdefault((one.code, period.code), set())
        tables = [value_table(readings, period, "34", None, Scope(1))]
        for province in tables[0].values:
            communes = value_table(readings, period, "34", province.area_code, Scope(1))
            suppressed |= {int(value.area_code) for value in communes.values if value.suppressed}
            for value in communes.values:
                assert not value.suppressed or value.numerator is value.denominator is value.value is None
                yield from self._sum(one, period, [int(value.area_code)], value)
        for boundaries in ("34", "63"):
            table = value_table(readings, period, boundaries, None, Scope(1))
            for value in (*table.values, table.national):
                country = value.area_code == "VN"
                parent = None if country else value.area_code
                units = (
                    [v.key for v in areas.versions.values() if v.level == "commune" and v.valid_to is None]
                    if parent is None
                    else self._communes(readings, boundaries, parent, period)
                )
                yield from self._sum(one, period, units, value)
                for zone in zone_values(readings, period, boundaries, parent, self.hidden):
                    within = [unit for unit in units if areas.versions[unit].zone_code == zone.code]
                    yield from self._sum(one, period, within, zone)

    def _communes(self, readings: Readings, boundaries: str, code: str, period: Period) -> list[int]:
        unit = self.country.areas.find_province(code, boundaries, period.end)
        return [commune.key for commune in readings.communes_under(boundaries, unit, period.end)]

    def _sum(
        self, one: Indicator, period: Period, units: list[int], value: Value | GroupValue
    ) -> Iterator[Equation]:
        for number, measures in ((value.numerator, one.numerator), (value.denominator, one.denominator)):
            if number is None:
                continue
            rows: dict = {}
            for unit in units:
                for measure in measures:
                    for row in self.shown(one, period, unit, measure):
                        rows[row] = rows.get(row, 0) + 1
            yield rows, number

    def shown(self, one: Indicator, period: Period, unit: int, measure: str) -> list[tuple]:
        """The row of a commune and measure that a period shows; its last one, where the pair is whole.

        Of a commune that is said to be hidden nobody knows whether it reported.
        """
        found = {one: self.ends.get((unit, one), ()) for one in one.measures}
        last = {
            name: max(within)
            for name, ends in found.items()
            if (within := [end for end in ends if period.start <= end <= period.end])
        }
        whole = len(last) == len(found)
        if not whole and unit in self.suppressed[one.code, period.code]:
            return [(unit, measure, None)]
        return [(unit, measure, last[measure])] if whole else []


def alone(areas: Areas) -> set[int]:
    """The communes that are all of a former province or of a province: its total is theirs."""
    sides: dict[tuple, list[int]] = {}
    for one in areas.versions.values():
        if one.level == "commune" and one.valid_to is None:
            sides.setdefault((areas.province_of(one.key), areas.origins(one.key)), []).append(one.key)
    return {found[0] for found in sides.values() if len(found) == 1}
