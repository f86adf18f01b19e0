"""What a value must be: a slow and literal recomputation of the warehouse contract, loop after loop.

Nothing here comes from the product. Where the contract leaves a choice, `docs/decisions.md` has the one
taken.
"""

from collections.abc import Callable
from datetime import date
from functools import cached_property, wraps
from typing import Any

from tests.integration.oracle.found import UNKNOWN, Found, Period
from tests.integration.oracle.own_rows import (
    ENOUGH,
    count_value,
    flow_value,
    joined_levels,
    last,
    score_value,
    stock_value,
)
from tests.integration.oracle.reports import assigned
from tests.integration.oracle.schema import span
from tests.integration.oracle.shipped import INDICATORS, Definition
from tests.integration.oracle.world import MERGER, Row, Rows, Unit, World


def remembered(read: Callable[..., Found]) -> Callable[..., Found]:
    """The same reading, done once for each area and period."""

    @wraps(read)
    def once(oracle: "Oracle", *asked: Any) -> Found:
        key = (read.__name__, *asked)
        if key not in oracle.memory:
            oracle.memory[key] = read(oracle, *asked)
        return oracle.memory[key]

    return once


class Oracle:
    """The values of one indicator in one world; of other rows or another definition where these are given."""

    def __init__(
        self, world: World, code: str, rows: Rows | None = None, definition: Definition | None = None
    ) -> None:
        self.world = world
        self.definition = definition or INDICATORS[code]
        self.score = self.definition.score
        parts = list(self.definition.parts)
        if rows is None:
            rows = assigned(world) if self.definition.from_tasks else world.rows
        if single := self.score or self.definition.counted:
            self.measures = [single]
            self.rows = {key: found for key, found in rows.items() if key[0] == single}
        else:
            self.measures = [measure for part in parts for measure in (part.numerator, part.denominator)]
            self.rows = world.sound_pairs(parts, rows)
        self.code = code
        known = [world.measures[measure] for measure in self.measures if measure in world.measures]
        self.flow = any(accumulation == "flow" for accumulation, _, _ in known)
        self.weight = known[0][2] if known and self.score else None
        self.memory: dict[tuple, Found] = {}

    @remembered
    def own(self, keys: Unit, period: Period) -> Found:
        """The value from the rows of these versions alone."""
        if self.score:
            return score_value(last(self.rows, self.score, keys, period))
        if self.definition.counted:
            return count_value(last(self.rows, self.definition.counted, keys, period))
        if not self.flow:
            return stock_value(self.rows, self.definition.parts, keys, period)
        return flow_value(self.rows, self.definition.parts, keys, period, self._lifetime(keys, period))

    def _lifetime(self, keys: Unit, period: Period) -> int:
        """The days of the period in which the area existed."""
        first = max(period.start, min(self.world.areas[key].first for key in keys))
        return Period(first, min(period.end, self.world.last_day(keys))).days

    def together(self, founds: list[Found], weights: list[Row | None] | None = None) -> Found:
        """The sum of rates, or the mean of scores, over those that have a value. Coverage is not set."""
        known = [found for found in founds if found.value is not None]
        if not known:
            return Found()
        ends = max(found.end for found in known if found.end)
        marks = any(found.illustrative for found in known), any(found.gaps for found in known)
        if not self.score:
            above = sum(found.numerator or 0 for found in known)
            if self.definition.counted:
                return Found(above, None, above, ends, *marks)
            below = sum(found.denominator or 0 for found in known)
            return Found(above, below, 100 * above / below, ends, *marks)
        if weights is None:
            return Found(None, None, sum(found.value or 0 for found in known) / len(known), ends, *marks)
        pairs = [
            (f, w) for f, w in zip(founds, weights, strict=True) if f.value is not None and w is not None
        ]
        weight = sum(row.value for _, row in pairs)
        if not weight:
            return Found()
        mean = sum((found.value or 0) * row.value for found, row in pairs) / weight
        return Found(None, None, mean, ends, any(f.illustrative or row.illustrative for f, row in pairs))

    def weights(self, units: list[Unit], period: Period) -> list[Row | None] | None:
        """The weight of each area in a mean of scores; None for a simple mean."""
        if not self.weight:
            return None
        return [last(self.world.rows, self.weight, unit, period) for unit in units]

    def weighable(self, founds: list[Found], weights: list[Row | None] | None) -> list[Found]:
        """The same, without the scores that have no weight: they take no part in a weighed mean."""
        if weights is None:
            return founds
        pairs = zip(founds, weights, strict=True)
        return [found if weight is not None and weight.value > 0 else Found() for found, weight in pairs]

    def from_communes(self, communes: list[Unit], period: Period, own: Found) -> Found:
        """The value of a province from its communes and its own row: the finest level reported wins."""
        if not communes:
            return own._replace(communes=own.provinces)
        founds = [self.own(commune, period) for commune in communes]
        reported = sum(found.value is not None for found in founds)
        share = reported / len(communes)
        if share < ENOUGH and own.value is not None:
            return own._replace(communes=(len(communes), len(communes)))
        if not reported:
            return Found(communes=(0, len(communes)))
        total = self.together(founds, self.weights(communes, period))
        return total._replace(
            coverage=share,
            provisional=share < ENOUGH or total.gaps,
            provinces=(1, 1),
            communes=(reported, len(communes)),
            by_communes=True,
        )

    @remembered
    def province(self, unit: Unit, period: Period) -> Found:
        """The value of a province as it reported, or of a commune."""
        if self.world.areas[unit[0]].level != "province":
            return self.own(unit, period)
        communes = self.world.communes(unit, min(period.end, self.world.last_day(unit)))
        own = self.own(unit, period)
        if own.value is None and communes and not self.flow:
            own = joined_levels(self.rows, self.definition.parts, unit, communes, period)
        return self.from_communes(communes, period, own)

    def reported(self, unit: Unit, period: Period) -> Found:
        """The value of a province in force at the end of the period, for the days that it was in force."""
        found = self.province(unit, period)
        short = self.flow and found.value is not None and self._lifetime(unit, period) < period.days
        return found._replace(provisional=True) if short else found

    def _covered(self, total: Found, founds: list[Found]) -> Found:
        """The total with its coverage, counted at the finest level that was reported."""
        by_communes = any(found.by_communes for found in founds)
        provinces = sum(found.provinces[0] for found in founds), sum(found.provinces[1] for found in founds)
        communes = sum(found.communes[0] for found in founds), sum(found.communes[1] for found in founds)
        reported, count = communes if by_communes else provinces
        share = sum(found.value is not None for found in founds) / len(founds)
        coverage = reported / count
        return total._replace(
            coverage=coverage,
            provisional=min(coverage, share) < ENOUGH or total.gaps,
            provinces=provinces,
            communes=communes,
            by_communes=by_communes,
        )

    @remembered
    def on34(self, unit: Unit, period: Period) -> Found:
        """The value of a unit of today: its own, or that of the units it was merged from."""
        own = self.province(unit, period)
        befores = self.world.predecessors(unit)
        if not befores:
            return own
        founds = [self.on34(before, period) for before in befores]
        if self.flow and own.value is not None and period.start < MERGER:
            both = [own, *founds]
            total = self.together(both)
            gaps = total.gaps or any(found.value is None for found in both)
            return total._replace(
                gaps=gaps, coverage=own.coverage, provisional=own.provisional or gaps,
                provinces=own.provinces, communes=own.communes, by_communes=own.by_communes,
            )  # fmt: skip
        weights = self.weights(befores, period)
        founds = self.weighable(founds, weights)
        total = self._covered(self.together(founds, weights), founds)
        whole_before = total.value is not None and (total.coverage or 0) >= ENOUGH
        if own.value is not None and ((own.coverage or 0) >= ENOUGH or not whole_before):
            return own
        if total.value is None:
            return own if period.end >= MERGER else total._replace(provisional=False, by_communes=False)
        if self.flow and period.end >= MERGER:
            total = total._replace(gaps=True, provisional=True)
        return total

    @remembered
    def on63(self, unit: Unit, period: Period) -> Found:
        """The value of a province of 2025-06-30, later from the communes that lead back to it alone."""
        heirs = self.world.successors(unit)
        if period.end < MERGER or not heirs:
            return self.province(unit, period)
        own = self.province(unit, period)
        mine = self.led_back(unit, heirs, period.end)
        if not mine and period.start >= MERGER:
            return UNKNOWN
        later = self.from_communes(mine, period, Found())
        if not self.flow:
            whole_before = own.value is not None and (own.coverage or 0) >= ENOUGH
            thin = later.value is None or ((later.coverage or 0) < ENOUGH and whole_before)
            return own if thin and own.value is not None else later
        total = self.together([own, later])
        coverage = later.coverage if own.value is None else own.coverage
        return total._replace(coverage=coverage, provisional=total.value is not None)

    def led_back(self, unit: Unit, heirs: list[Unit], on: date) -> list[Unit]:
        """The communes of today that were this province; none where one was more, or nobody knows what."""
        mine = []
        for commune in (commune for heir in heirs for commune in self.world.communes(heir, on)):
            origins = self.world.origins(commune)
            if not origins or (unit in origins and len(origins) > 1):
                return []
            if unit in origins:
                mine.append(commune)
        return mine

    @remembered
    def national(self, period: Period) -> Found:
        """The value of the country: over the units of today, a score over the provinces as they stood."""
        if self.score:
            units = self.units("reported", period)
            founds = [self.province(unit, period) for unit in units]
        else:
            units = [unit for unit in self.world.units if not self.world.successors(unit)]
            founds = [self.on34(unit, period) for unit in units]
        weights = self.weights(units, period)
        founds = self.weighable(founds, weights)
        own = self.own(self.world.country, period)
        known = [found for found in founds if found.value is not None]
        if self.definition.from_tasks and known:  # the central body is one more, not their total
            return self._covered(self.together([*founds, own]), founds)
        if len(known) < ENOUGH * len(founds) and own.value is not None:
            return own
        if not known:
            return Found()
        return self._covered(self.together(founds, weights), founds)

    def units(self, boundaries: str, period: Period) -> list[Unit]:
        """The provinces of these boundaries."""
        on = {"34": MERGER, "63": date(2025, 6, 30), "reported": period.end}[boundaries]
        return [unit for unit in self.world.units if self.world.in_force(unit, on)]

    def communes(self, parent: Unit, boundaries: str, period: Period) -> list[Unit]:
        """The communes of a province at the end of the period, on today's map never before the merger."""
        return self.world.communes(parent, max(period.end, MERGER) if boundaries == "34" else period.end)

    def reader(self, unit: Unit, boundaries: str) -> Callable[[Period], Found]:
        """The function that gives the value of a province in a period."""
        read = {"34": self.on34, "63": self.on63, "reported": self.reported}[boundaries]
        return lambda period: read(unit, period)

    def history(self, unit: Unit, boundaries: str, until: date) -> Callable[[Period], Found]:
        """The function that gives the earlier values to compare with: on one set of boundaries throughout."""
        harmonised = {"reported": "34" if until >= MERGER else "63"}.get(boundaries, boundaries)
        return self.reader(unit, harmonised)

    @cached_property
    def periods_with_rows(self) -> list[Period]:
        """The periods that make observations: months of a stock, all reported periods of a flow."""
        rows = [row for rows in self.rows.values() for row in rows]
        if not self.flow:
            return sorted({Period(*span(f"{end:%Y-%m}")) for end in {row.end for row in rows}})
        return sorted({Period(row.start, row.end) for row in rows})

    def observations(self, read: Callable[[Period], Found], until: date) -> list[tuple[date, float]]:
        """The end and the value of each observation up to a day."""
        founds = [(period, read(period)) for period in self.periods_with_rows if period.end <= until]
        best: dict[date, tuple[tuple[bool, float, int], float]] = {}
        for period, found in founds:
            if found.end is None or found.value is None:
                continue
            coverage = found.coverage or 0.0
            enough = coverage >= ENOUGH
            merit = (enough, 0.0 if enough else coverage, -period.days)
            if found.end not in best or merit > best[found.end][0]:
                best[found.end] = (merit, found.value)
        return [(end, value) for end, (_, value) in sorted(best.items())]
