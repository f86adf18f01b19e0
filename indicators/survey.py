"""How far off a survey's share may be: the limits of Wilson, which hold for small samples too."""

from math import sqrt
from statistics import NormalDist

LEVEL = 0.95


def interval(numerator: float, denominator: float, level: float = LEVEL) -> tuple[float, float] | None:
    """The limits, in percent, between which a share found in a sample lies; None without anyone asked.

    >>> [round(limit, 2) for limit in interval(81, 263) or ()]
    [25.53, 36.62]
    """
    if denominator <= 0:
        return None
    share, spread = numerator / denominator, NormalDist().inv_cdf((1 + level) / 2) ** 2 / denominator
    middle = (share + spread / 2) / (1 + spread)
    reach = sqrt(spread * (share * (1 - share) + spread / 4)) / (1 + spread)
    # Nobody, or everybody: the limit is the share itself, which rounding would miss by a hair.
    low = 0.0 if numerator <= 0 else max(middle - reach, 0.0)
    high = 100.0 if numerator >= denominator else min(100 * (middle + reach), 100.0)
    return 100 * low, high
