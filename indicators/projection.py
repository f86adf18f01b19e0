"""Where the recent pace leads: a second reading beside the status, never mixed with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from statistics import median, quantiles

from indicators.model import Indicator, Observation
from indicators.periods import months_before
from indicators.progress import DAYS_A_YEAR

RECENT_MONTHS = 36
FEWEST_POINTS = 4
DECILES = 10
INTERVAL = 1 - 2 / DECILES  # what lies between the first and the last decile


@dataclass(frozen=True, slots=True)
class Projection:
    """Where the recent pace leads: the value at the deadline with its 80 % interval, and when it is enough.

    `line` are the fitted value today and at the deadline, for drawing; `meets_on` is None where the pace
    never gets there.
    """

    deadline: date
    value: float
    low: float
    high: float
    slope_per_year: float
    start: Observation
    meets_on: date | None


def projection(
    indicator: Indicator, path: Sequence[Observation], deadline: date, target: float
) -> Projection | None:
    """The value to be expected at a deadline if the recent pace holds; None under four points.

    The pace is the Theil–Sen slope over the last 36 months; it goes on from the last observation, so that a
    target that is not met today is never said to have been met.

    The 80 % interval adds the first and the last decile of the residuals. All values stay within what is
    possible.
    """
    if not path or path[-1].on >= deadline:
        return None
    recent = [seen for seen in path if seen.on >= months_before(path[-1].on, RECENT_MONTHS)]
    if len(recent) < FEWEST_POINTS:
        return None
    slope = median((b.value - a.value) / (b.on - a.on).days for a, b in combinations(recent, 2))
    origin = recent[-1].on
    level = median(seen.value - slope * (seen.on - origin).days for seen in recent)
    residuals = [seen.value - level - slope * (seen.on - origin).days for seen in recent]
    deciles = quantiles(residuals, n=DECILES, method="inclusive")
    expected = recent[-1].value + slope * (deadline - origin).days
    lowest, highest = (0.0, 100.0) if indicator.kind == "ratio" else (0.0, float("inf"))

    def possible(value: float) -> float:
        return min(max(value, lowest), highest)

    return Projection(
        deadline=deadline,
        value=possible(expected),
        low=possible(expected + deciles[0]),
        high=possible(expected + deciles[-1]),
        slope_per_year=slope * DAYS_A_YEAR,
        start=recent[-1],
        meets_on=_meets_on(origin, recent[-1].value, slope, target, indicator.direction),
    )


def _meets_on(origin: date, level: float, slope: float, target: float, direction: str) -> date | None:
    way = target - level if direction == "up" else level - target
    pace = slope if direction == "up" else -slope
    if way <= 0:
        return origin
    days = way / pace if pace > 0 else float("inf")
    return origin + timedelta(days=round(days)) if days < 100 * DAYS_A_YEAR else None
