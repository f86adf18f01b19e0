"""The amounts of one indicator: of any province, former province, commune and the country, in any period.

The finest reported level wins; a merged province's past is the sum of its predecessors; a former province's
present comes from the communes that lead back to it, or is not known.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from indicators.areas import LAST_DAY_OF_63, MERGER, Areas, AreaVersion
from indicators.formulas import ONE_DAY, Facts, Formula, counted, joined
from indicators.model import Amount, Observation
from indicators.periods import FREQUENCIES, Period, frequency_of, period_of, periods_between
from indicators.soundness import Fact

ENOUGH = 0.8


class Readings:
    """The sound facts of one indicator arranged by unit, and the amounts they make. Amounts are found once
    and kept.
    """

    def __init__(self, formula: Formula, areas: Areas, facts: Iterable[Fact], enough: float = ENOUGH):
        self.formula, self.areas, self.enough = formula, areas, enough
        self._facts: dict[int, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
        for fact in facts:
            self._facts[areas.unit_of(fact.area_key)][fact.measure].append(fact)
        for measures in self._facts.values():
            for found in measures.values():
                found.sort(key=lambda fact: (fact.end, fact.start, fact.area_key))
        self._amounts: dict[tuple, Amount] = {}
        self.observed = self._observed_periods()

    def _observed_periods(self) -> tuple[Period, ...]:
        ends = {
            (fact.start, fact.end)
            for unit in self._facts.values()
            for found in unit.values()
            for fact in found
        }
        if not ends:
            return ()
        first, last = min(end for _, end in ends), max(end for _, end in ends)
        if not self.formula.flows:
            months = periods_between(first, last, "month")
            held = {(end.year, end.month) for _, end in ends}
            return tuple(month for month in months if (month.start.year, month.start.month) in held)
        grains = {frequency_of(start, end) for start, end in ends}
        grain = next((frequency for frequency in FREQUENCIES if frequency in grains), "year")
        return periods_between(first, last, grain)

    def newest(self) -> Period | None:
        """The newest period with a value: the last one, and of those that end together the shortest."""
        intervals = {
            (f.end, f.start) for unit in self._facts.values() for found in unit.values() for f in found
        }
        for end, start in sorted(intervals, reverse=True):
            frequency = frequency_of(start, end)
            if frequency and self.country(start, end).known:
                return period_of(end, frequency)
        return None

    def country(self, start: date, end: date) -> Amount:
        """The amount of the country: the provinces' sum where at least 80 % of them report, else its own
        row, else the partial sum.
        """
        return self._kept(("country", start, end), lambda: self._country(start, end))

    def today(self, unit: int, start: date, end: date) -> Amount:
        """The amount of a province of today, its past harmonised to it."""
        return self._kept(("34", unit, start, end), lambda: self._with_predecessors(unit, start, end))

    def former(self, unit: int, start: date, end: date) -> Amount:
        """The amount of a province as it was up to 2025-06-30, its present recovered from communes."""
        return self._kept(("63", unit, start, end), lambda: self._recovered(unit, start, end))

    def reported(self, unit: int, start: date, end: date) -> Amount:
        """The amount of a province from what was reported for itself."""
        return self._kept(("own", unit, start, end), lambda: self._own(unit, start, end))

    def province(self, boundaries: str, unit: int, start: date, end: date) -> Amount:
        """The amount of a province under a set of boundaries."""
        return {"34": self.today, "63": self.former, "reported": self.reported}[boundaries](unit, start, end)

    def commune(self, unit: int, start: date, end: date) -> Amount:
        """The amount of a commune; its past from predecessors that went into it whole."""
        amount = self._amount(unit, start, end)
        before = self.areas.predecessors(unit)
        if amount is None and before and all(self.areas.successors(earlier) == (unit,) for earlier in before):
            return joined([self.commune(earlier, start, end) for earlier in before])
        return counted(amount, 1)

    def path(self, amount_of: Callable[[date, date], Amount], until: date) -> list[Observation]:
        """The observations of an area up to a day, oldest first."""
        found: dict[date, Observation] = {}
        for period in self.observed:
            if period.end <= until or period.start <= until:
                amount = amount_of(period.start, min(period.end, until))
                value = self.formula.value(amount)
                if value is not None and amount.observed_on is not None:
                    found[amount.observed_on] = Observation(amount.observed_on, value)
        return list(found.values())

    def facts_of(self, unit: int) -> Facts:
        """The facts of a unit by measure, oldest first."""
        return self._facts.get(unit, {})

    def communes_under(self, boundaries: str, unit: int, day: date) -> tuple[AreaVersion, ...]:
        """The communes of a province under a set of boundaries, at the end of a period."""
        if boundaries == "34":
            return self.areas.communes(unit, max(day, MERGER))
        if boundaries == "63" and day > LAST_DAY_OF_63 and not self.areas.in_force(unit, day):
            return self.areas.recovered_communes(unit, day) or ()
        return self.areas.communes(unit, day)

    def _kept(self, key: tuple, find: Callable[[], Amount]) -> Amount:
        if key not in self._amounts:
            self._amounts[key] = find()
        return self._amounts[key]

    def _amount(self, unit: int, start: date, end: date) -> Amount | None:
        facts = self._facts.get(unit)
        return self.formula.amount(facts, start, end) if facts else None

    def _own(self, unit: int, start: date, end: date) -> Amount:
        communes = self.areas.communes(unit, end)
        pairs = [self._amount(self.areas.unit_of(commune.key), start, end) for commune in communes]
        from_communes = self._from_communes(pairs)
        if (
            from_communes.known
            and from_communes.coverage is not None
            and from_communes.coverage >= self.enough
        ):
            return from_communes
        own = self._amount(unit, start, end) or self._across_levels(unit, communes, start, end)
        if own is not None or not from_communes.known:
            return counted(own, len(communes))
        return replace(from_communes, partial=True)

    def _from_communes(self, pairs: list[Amount | None]) -> Amount:
        """The sum of the communes' pairs with their counts; a score without weight counts once, however
        many communes it has.
        """
        known = [pair for pair in pairs if pair is not None]
        total = joined(known)
        if known and self.formula.indicator.kind == "score" and not self.formula.weight:
            total = replace(total, numerator=(total.numerator or 0.0) / len(known), denominator=1.0)
        return replace(
            total,
            provinces_reported=int(bool(known)),
            provinces_expected=1,
            communes_reported=len(known),
            communes_expected=len(pairs),
            by_communes=bool(known),
        )

    def _across_levels(
        self, unit: int, communes: tuple[AreaVersion, ...], start: date, end: date
    ) -> Amount | None:
        """The pair of a province whose parts come from different levels: one from its communes, one from
        its own row.
        """
        if self.formula.flows or not communes or unit not in self._facts:
            return None
        parts: dict[str, list[Fact]] = {}
        for measure in self.formula.measures:
            last = [self._last(self.areas.unit_of(commune.key), measure, start, end) for commune in communes]
            found = [fact for fact in last if fact is not None]
            own = self._last(unit, measure, start, end)
            if len(found) >= self.enough * len(communes):
                newest = max(found, key=lambda fact: fact.end)
                parts[measure] = [
                    newest._replace(
                        value=sum(fact.value for fact in found),
                        preliminary=any(fact.preliminary for fact in found),
                        illustrative=any(fact.illustrative for fact in found),
                    )
                ]
            elif own is not None:
                parts[measure] = [own]
        return self.formula.amount(parts, start, end)

    def _last(self, unit: int, measure: str, start: date, end: date) -> Fact | None:
        inside = [fact for fact in self._facts.get(unit, {}).get(measure, ()) if start <= fact.end <= end]
        return inside[-1] if inside else None

    def _with_predecessors(self, unit: int, start: date, end: date) -> Amount:
        since = self.areas.members(unit)[0].valid_from
        before = self.areas.predecessors(unit)
        if not before or start >= since:
            return self.reported(unit, start, end)
        earlier = [self.today(predecessor, start, min(end, since - ONE_DAY)) for predecessor in before]
        if end < since:
            return joined(earlier)
        own = self.reported(unit, since, end)
        if self.formula.flows:
            return _one_after_another(joined(earlier), own, whole=all(amount.known for amount in earlier))
        return own if own.known or not any(amount.known for amount in earlier) else joined(earlier)

    def _recovered(self, unit: int, start: date, end: date) -> Amount:
        until = self.areas.members(unit)[-1].valid_to
        if until is None or end < until:
            return self.today(unit, start, end)
        communes = self.areas.recovered_communes(unit, end)
        pairs = [self._amount(self.areas.unit_of(c.key), max(start, until), end) for c in communes or ()]
        later = self._from_communes(pairs) if communes else Amount()
        if later.known and later.coverage is not None and later.coverage < self.enough:
            later = replace(later, partial=True)
        if start >= until:
            return later if later.known or communes is None else replace(later, by_communes=True)
        own = self.today(unit, start, until - ONE_DAY)
        if self.formula.flows:
            return _one_after_another(own, later, whole=own.known)
        return later if later.known else own

    def _country(self, start: date, end: date) -> Amount:
        provinces = [self.today(unit, start, end) for unit in self.areas.todays_provinces()]
        known = sum(amount.known for amount in provinces)
        if provinces and known >= self.enough * len(provinces):
            return joined(provinces)
        for key in self.areas.country_keys():
            if (own := self._amount(self.areas.unit_of(key), start, end)) is not None:
                return counted(own, 0)
        return replace(joined(provinces), partial=bool(known))


def _one_after_another(before: Amount, after: Amount, *, whole: bool) -> Amount:
    """A flow that began under one set of boundaries and went on under the next; partial where either has a
    gap.
    """
    total = joined([before, after])
    counts = after if after.provinces_expected else before
    return replace(
        total,
        provinces_reported=counts.provinces_reported,
        provinces_expected=counts.provinces_expected,
        communes_reported=counts.communes_reported,
        communes_expected=counts.communes_expected,
        by_communes=counts.by_communes,
        partial=total.partial or not whole or not after.known,
    )
