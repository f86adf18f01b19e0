"""How areas spread: the worst, the quartiles, the median and the best of the values that can be compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

from indicators.model import Indicator, Value
from indicators.ranking import level_ranking

FEW = 4  # fewer values have no quartiles worth the name


@dataclass(frozen=True, slots=True)
class Spread:
    """Five places among `count` comparable values, from the worst to the best in the wanted direction."""

    worst: float
    lower: float
    median: float
    upper: float
    best: float
    count: int


def spread(values: Sequence[Value], indicator: Indicator, min_denominator: int) -> Spread | None:
    """The spread of the values that have a rank by level; None where too few have one."""
    ranked = level_ranking(values, indicator, min_denominator).ranked
    levels = sorted(one.amount for one in ranked)
    if len(levels) < FEW:
        return None
    low, middle, high = quantiles(levels, method="inclusive")
    if indicator.direction == "down":
        return Spread(levels[-1], high, middle, low, levels[0], len(levels))
    return Spread(levels[0], low, middle, high, levels[-1], len(levels))
