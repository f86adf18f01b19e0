"""What is said of hidden cells: that they are hidden, and nothing else."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from indicators.areas import AreaVersion
from indicators.model import Judgement, SeriesPoint, Value
from indicators.periods import Period
from indicators.readings import Readings

SUPPRESSED = "suppressed"


def suppressed_value(value: Value) -> Value:
    """A value of which only its area, its period and the target are told."""
    return replace(
        value,
        numerator=None,
        denominator=None,
        value=None,
        coverage=None,
        provisional=False,
        preliminary=False,
        status=SUPPRESSED,
        pace=None,
        gap=None,
        required_per_year=None,
        baseline=None,
        baseline_date=None,
        baseline_provisional=False,
        stale=False,
        observed_on=None,
        judged_value=None,
        judged_on=None,
        interval=None,
        suppressed=True,
    )


def suppressed_point(period: str, illustrative: bool) -> SeriesPoint:
    """The point of a series that is hidden."""
    return SeriesPoint(
        period=period,
        numerator=None,
        denominator=None,
        value=None,
        coverage=None,
        provisional=False,
        preliminary=False,
        illustrative=illustrative,
        observed_on=None,
        suppressed=True,
    )


def without_hidden(judged: Judgement) -> Judgement:
    """A judgement without the numbers from which a hidden observation could be computed; its status stays."""
    if judged.baseline is not None and judged.baseline.hidden:
        judged = replace(judged, baseline=None, baseline_provisional=False, pace=None)
    if judged.judged is not None and judged.judged.hidden:
        judged = replace(judged, judged=None, pace=None, required_per_year=None)
    return judged


def said_hidden(readings: Readings, communes: Sequence[AreaVersion], period: Period) -> frozenset[str]:
    """The codes of silent communes that are said to be hidden too, so that no hidden one stands alone.

    Where a hidden commune is the only hidden one of its block that reported, the total minus all that is
    shown would be its number. Then the first commune of the block without a report is hidden with it, or
    the first of the former province where it alone is hidden there.
    """
    areas = readings.areas
    hidden: Counter[tuple] = Counter()
    silent: dict[tuple, list[str]] = defaultdict(list)
    for commune in communes:
        amount = readings.commune(areas.unit_of(commune.key), period.start, period.end)
        side = (areas.origins(commune.key),)
        for group in (side, (*side, commune.zone_code)):
            if amount.hidden:
                hidden[group] += 1
            elif not amount.known:
                silent[group].append(commune.code)
    found = set()
    for block in [group for group in hidden if len(group) > 1 and hidden[group] == 1]:
        beside = silent[block] or (silent[block[:1]] if hidden[block[:1]] == 1 else [])
        found |= {min(beside)} if beside else set()
    return frozenset(found)
