"""The amounts of one indicator: of any province, former province, commune and the country, in any period.

The finest reported level wins; a merged province's past is the sum of its predecessors; a former province's
present comes from the communes that lead back to it, or is not known.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from indicators.areas import LAST_DAY_OF_63, MERGER, Areas, AreaVersion
from indicators.errors import UnknownParameter
from indicators.formulas import ONE_DAY, Formula, Pair, counted, joined, summed
from indicators.found import Found
from indicators.model import COUNTRY, Amount, Observation
from indicators.periods import FREQUENCIES, Period, frequency_of, period_of, periods_between
from indicators.tasks import TASKS
from indicators.tracks import Point, Sheets, Stamp, Track, alone, total

ENOUGH = 0.8


AmountOf = Callable[[date, date], Amount]


class Readings:
    """The sound facts of one indicator, and the amounts they make, each found once and kept.

    The facts are sheets by the day on which their periods end. An amount rests on those of its period alone,
    so that it is taken over from `earlier` readings that have the same sheets for it: of the same indicator
    and areas, but of another state of the warehouse.
    """

    def __init__(
        self,
        formula: Formula,
        areas: Areas,
        sheets: Mapping[date, Sheets],
        enough: float = ENOUGH,
        earlier: Found | None = None,
    ):
        self.formula, self.areas, self.enough = formula, areas, enough
        every = [sheet for of_day in sheets.values() for sheet in of_day.values()]
        self.fact_count = sum(len(sheet.units) for sheet in every)
        self._tracks = {
            measure: Track({end: of_day[measure] for end, of_day in sheets.items() if measure in of_day})
            for measure in {measure for of_day in sheets.values() for measure in of_day}
        }
        self._units = frozenset[int]().union(*(sheet.units for sheet in every))
        # The end and the start of every row.
        self._intervals = {(stamp.end, stamp.start) for sheet in every for stamp in sheet.stamps}
        self.found = Found(sheets, earlier.amounts_where(sheets) if earlier else {})
        self.observed = self._observed_periods()

    @property
    def amount_count(self) -> int:
        """How many amounts have been found and are kept."""
        return sum(map(len, self.found.amounts.values()))

    def _observed_periods(self) -> tuple[Period, ...]:
        """The periods that can hold an observation, the longest first.

        For a stock months, for a flow every length of period that is reported.
        """
        intervals = self._intervals
        if not intervals:
            return ()
        first, last = min(intervals)[0], max(intervals)[0]
        if not self.formula.flows:
            held = {(end.year, end.month) for end, _ in intervals}
            months = periods_between(first, last, "month")
            return tuple(month for month in months if (month.start.year, month.start.month) in held)
        lengths = {frequency_of(start, end) for end, start in intervals}
        return tuple(
            period
            for frequency in reversed(FREQUENCIES)
            if frequency in lengths
            for period in periods_between(first, last, frequency)
        )

    def span(self) -> tuple[date, date] | None:
        """The first and the last end of a row; None without rows."""
        ends = [end for end, _ in self._intervals]
        return (min(ends), max(ends)) if ends else None

    def newest(self, until: date | None = None) -> Period | None:
        """The newest period with a value: the last one, and of those that end together the shortest.

        With `until`, of those that have ended by that day.
        """
        for end, start in sorted(self._intervals, reverse=True):
            if until is not None and end > until:
                continue
            # A figure of one day, as tasks have, stands for its month.
            frequency = "month" if start == end else frequency_of(start, end)
            period = period_of(end, frequency) if frequency else None
            if period and self.country(period.start, period.end).known:
                return period
        return None

    def country(self, start: date, end: date) -> Amount:
        """The amount of the country.

        The provinces' sum where at least 80 % of them report, else its own row, else the partial sum.
        """
        return self._kept(("country",), start, end, lambda: self._country(start, end))

    def today(self, unit: int, start: date, end: date) -> Amount:
        """The amount of a province of today, its past harmonised to it."""
        return self._kept(("34", unit), start, end, lambda: self._with_predecessors(unit, start, end))

    def former(self, unit: int, start: date, end: date) -> Amount:
        """The amount of a province as it was up to 2025-06-30, its present recovered from communes."""
        return self._kept(("63", unit), start, end, lambda: self._recovered(unit, start, end))

    def reported(self, unit: int, start: date, end: date) -> Amount:
        """The amount of a province from what was reported for itself."""
        return self._kept(("own", unit), start, end, lambda: self._own(unit, start, end))

    def province(self, boundaries: str, unit: int, start: date, end: date) -> Amount:
        """The amount of a province under a set of boundaries."""
        return {"34": self.today, "63": self.former, "reported": self.reported}[boundaries](unit, start, end)

    def of_area(self, code: str, boundaries: str, start: date, end: date) -> Amount:
        """The amount of the country, a province or a commune by its code; raises UnknownParameter."""
        if code == COUNTRY:
            return self.country(start, end)
        if len(code) < 5:
            return self.province(boundaries, self.areas.find_province(code, boundaries, end), start, end)
        commune = self.areas.find_commune(code, max(end, MERGER) if boundaries == "34" else end)
        if commune is None:
            raise UnknownParameter("area", code, (COUNTRY, "01", "…", "96"), missing=True)
        return self.commune(self.areas.unit_of(commune.key), start, end)

    def commune(self, unit: int, start: date, end: date) -> Amount:
        """The amount of a commune; its past from predecessors that went into it whole."""
        pair = self._pair(unit, start, end)
        before = self.areas.predecessors(unit)
        if pair is None and before and all(self.areas.successors(earlier) == (unit,) for earlier in before):
            return joined([self.commune(earlier, start, end) for earlier in before])
        return counted(pair, 1)

    def path(self, amount_of: AmountOf, until: date) -> list[Observation]:
        """The observations of an area up to a day, oldest first.

        Where periods of several lengths end with the same row, the shortest that enough of the area reports
        counts.
        """
        found: dict[date, tuple[bool, float, Observation]] = {}
        for period in self.observed:  # the longest first
            if period.start > until:
                continue
            amount = amount_of(period.start, min(period.end, until))
            value, coverage = self.formula.value(amount), amount.coverage or 0.0
            if value is None or amount.observed_on is None:
                continue
            seen = (coverage >= self.enough, coverage, Observation(amount.observed_on, value, amount.hidden))
            kept = found.get(amount.observed_on)
            if kept is None or seen[0] or (not kept[0] and seen[1] >= kept[1]):
                found[amount.observed_on] = seen
        return [observation for _, _, observation in sorted(found.values(), key=lambda seen: seen[2].on)]

    def thin(self, amount: Amount) -> bool:
        """Whether under 80 % of an area reports."""
        return (amount.coverage or 0.0) < self.enough

    def communes_under(self, boundaries: str, unit: int, day: date) -> tuple[AreaVersion, ...]:
        """The communes of a province under a set of boundaries, at the end of a period."""
        if boundaries == "34":
            return self.areas.communes(unit, max(day, MERGER))
        if boundaries == "63" and day > LAST_DAY_OF_63 and not self.areas.in_force(unit, day):
            return self.areas.recovered_communes(unit, day) or ()
        return self.areas.communes(unit, day)

    def _kept(self, area: tuple, start: date, end: date, find: Callable[[], Amount]) -> Amount:
        amounts = self.found.amounts.setdefault((start, end), {})
        if area not in amounts:
            amounts[area] = find()
        return amounts[area]

    def _pair(self, unit: int, start: date, end: date) -> Pair | None:
        return self.formula.pair(self._tracks, unit, start, end) if unit in self._units else None

    def _pairs(self, units: Sequence[int], start: date, end: date) -> list[Pair | None]:
        return [self._pair(unit, start, end) for unit in units]

    def _own(self, unit: int, start: date, end: date) -> Amount:
        communes = self.areas.commune_units(unit, end)
        from_communes = self._from_communes(self._pairs(communes, start, end))
        if from_communes.known and not self.thin(from_communes):
            return from_communes
        own = self._pair(unit, start, end) or self._across_levels(unit, communes, start, end)
        return counted(own, len(communes)) if own or not from_communes.known else from_communes

    def _from_communes(self, pairs: list[Pair | None]) -> Amount:
        """The sum of the communes' pairs; a score without weight counts once, whatever their number."""
        total = summed(pairs)
        if total.known and self.formula.indicator.kind == "score" and not self.formula.weight:
            mean = (total.numerator or 0.0) / total.communes_reported
            return replace(total, numerator=mean, denominator=1.0)
        return total

    def _across_levels(self, unit: int, communes: Sequence[int], start: date, end: date) -> Pair | None:
        """The pair of a province whose parts come from different levels: its communes and its own row."""
        if self.formula.flows or not communes or unit not in self._units:
            return None
        parts: dict[str, Track] = {}
        used: list[Stamp] = []
        for measure in self.formula.measures:
            last = [self._last(commune, measure, start, end) for commune in communes]
            found = [point for point in last if point is not None]
            own = self._last(unit, measure, start, end)
            if len(found) >= self.enough * len(communes):
                parts[measure] = alone(unit, total(found))
                used += [point.stamp for point in found]
            elif own is not None:
                parts[measure] = alone(unit, own)
                used.append(own.stamp)
        pair = self.formula.pair(parts, unit, start, end)
        return pair and pair._replace(loads=frozenset(stamp.load_id for stamp in used), rows=len(used))

    def _last(self, unit: int, measure: str, start: date, end: date) -> Point | None:
        track = self._tracks.get(measure)
        return track.last_in(unit, start, end) if track else None

    def _with_predecessors(self, unit: int, start: date, end: date) -> Amount:
        since = self.areas.members(unit)[0].valid_from
        before = self.areas.predecessors(unit)
        whole = self.reported(unit, start, end)
        if not before or start >= since or (self.formula.flows and whole.known and not whole.partial):
            return whole
        until = min(end, since - ONE_DAY)
        former = [
            self.today(predecessor, start, until)
            if len(self.areas.successors(predecessor)) == 1
            else Amount(provinces_expected=1, communes_expected=1)  # split: no share of it is made up
            for predecessor in before
        ]
        known = sum(amount.known for amount in former)
        earlier = replace(joined(former), thin=0 < known < self.enough * len(former))
        if end < since:
            return earlier
        own = self.reported(unit, since, end)
        if self.formula.flows:
            return _one_after_another(earlier, own, own if own.known else earlier, whole=known == len(former))
        return self._latest(earlier, own)

    def _recovered(self, unit: int, start: date, end: date) -> Amount:
        until = self.areas.members(unit)[-1].valid_to
        if until is None or end < until:
            return self.today(unit, start, end)
        communes = self.areas.recovered_communes(unit, end)
        units = [self.areas.unit_of(commune.key) for commune in communes or ()]
        pairs = self._pairs(units, max(start, until), end)
        later = self._from_communes(pairs) if communes else Amount()
        if start >= until:
            return later if later.known or communes is None else replace(later, by_communes=True)
        own = self.today(unit, start, until - ONE_DAY)
        if self.formula.flows:
            counts = later if later.known and not own.known else own
            return _one_after_another(own, later, counts, whole=own.known)
        return self._latest(own, later)

    def _latest(self, earlier: Amount, later: Amount) -> Amount:
        """The last value of a stock across the merger; a thin later one doesn't hide a whole earlier one."""
        if later.known:
            hides = self.thin(later) and earlier.known and not self.thin(earlier)
            return earlier if hides else later
        return earlier if earlier.known or later.coverage is None else later

    def _country(self, start: date, end: date) -> Amount:
        provinces = [self.today(unit, start, end) for unit in self.areas.todays_provinces(start)]
        known = sum(amount.known for amount in provinces)
        units = (self.areas.unit_of(key) for key in self.areas.country_keys())
        own = next((pair for unit in units if (pair := self._pair(unit, start, end)) is not None), None)
        if own is not None and TASKS in self.formula.indicator.denominator:
            # The central body has tasks of its own beside the provinces'; of provinces it is none.
            centre = replace(counted(own, 0), provinces_reported=0, provinces_expected=0)
            return replace(joined([*provinces, centre]), thin=known < self.enough * len(provinces))
        if provinces and known >= self.enough * len(provinces):
            return joined(provinces)
        return counted(own, 0) if own is not None else replace(joined(provinces), thin=bool(known))


def _one_after_another(before: Amount, after: Amount, counts: Amount, *, whole: bool) -> Amount:
    """A flow that ran on through the merger, with the counts of one side; partial where either has a gap."""
    return replace(
        joined([before, after]),
        provinces_reported=counts.provinces_reported,
        provinces_expected=counts.provinces_expected,
        communes_reported=counts.communes_reported,
        communes_expected=counts.communes_expected,
        by_communes=counts.by_communes,
        partial=before.partial or after.partial or not whole or not after.known,
    )
