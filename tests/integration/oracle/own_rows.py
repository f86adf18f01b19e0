"""What one area has in a period, from its own rows alone."""

from collections.abc import Mapping
from datetime import date

from tests.integration.oracle.found import Found, Period
from tests.integration.oracle.shipped import Part
from tests.integration.oracle.world import Row, Unit

ENOUGH = 0.8  # of the areas below: their sum is the value
Rows = Mapping[tuple[str, int], list[Row]]


def last(rows: Rows, measure: str, keys: Unit, period: Period) -> Row | None:
    """The last row whose end lies in the period; of several with one end the shortest."""
    mine = [row for key in keys for row in rows.get((measure, key), [])]
    mine = [row for row in mine if period.start <= row.end <= period.end]
    return max(mine, key=lambda row: (row.end, row.start), default=None)


def score_value(row: Row | None) -> Found:
    """The value of a score."""
    if row is None:
        return Found()
    return Found(None, None, row.value, row.end, row.illustrative, coverage=1.0, provinces=(1, 1))


def count_value(row: Row | None) -> Found:
    """The value of a count."""
    if row is None:
        return Found()
    return Found(row.value, None, row.value, row.end, row.illustrative, coverage=1.0, provinces=(1, 1))


def stock_value(rows: Rows, parts: tuple[Part, ...], keys: Unit, period: Period) -> Found:
    """The rate from the last row of each measure."""
    used = []
    for part in parts:
        above = last(rows, part.numerator, keys, period)
        below = last(rows, part.denominator, keys, period)
        if above is None or below is None or above.value > below.value:
            return Found()
        used += [above, below]
    return _rate(used, parts, False)


def joined_levels(
    rows: Rows, parts: tuple[Part, ...], unit: Unit, communes: list[Unit], period: Period
) -> Found:
    """The rate where a province's communes report one side of a stock and the province itself the other."""
    joined: dict[tuple[str, int], list[Row]] = {}
    for measure in (measure for part in parts for measure in (part.numerator, part.denominator)):
        lasts = [last(rows, measure, commune, period) for commune in communes]
        found = [row for row in lasts if row is not None]
        if len(found) < ENOUGH * len(communes):
            found = [row for row in [last(rows, measure, unit, period)] if row is not None]
        if found:
            illustrative = any(row.illustrative for row in found)
            newest = max(found, key=lambda row: row.end)
            total = newest._replace(value=sum(row.value for row in found), illustrative=illustrative)
            joined[measure, unit[0]] = [total]
    return stock_value(joined, parts, unit[:1], period) if parts else Found()


def flow_value(rows: Rows, parts: tuple[Part, ...], keys: Unit, period: Period, lifetime: int) -> Found:
    """The rate over the intervals in which every measure has a row: the most days, then the most rows."""
    measures = [measure for part in parts for measure in (part.numerator, part.denominator)]
    whole: dict[tuple[date, date], list[Row]] = {}
    for measure in measures:
        for row in (row for key in keys for row in rows.get((measure, key), [])):
            if period.start <= row.start and row.end <= period.end:
                whole.setdefault((row.start, row.end), []).append(row)
    intervals = [interval for interval, found in whole.items() if len(found) == len(measures)]
    chains: list[tuple[int, int, tuple]] = [(0, 0, ())]
    for start, end in sorted(intervals, key=lambda interval: interval[1]):
        days, count, chain = max(chain for chain in chains if not chain[2] or chain[2][-1][1] < start)
        chains.append((days + Period(start, end).days, count + 1, (*chain, (start, end))))
    days, _, chain = max(chains)
    if not chain:
        return Found()
    return _rate([row for interval in chain for row in whole[interval]], parts, days < lifetime)


def _rate(rows: list[Row], parts: tuple[Part, ...], gaps: bool) -> Found:
    numerators = {part.numerator for part in parts}
    above = sum(row.value for row in rows if row.measure in numerators)
    below = sum(row.value for row in rows if row.measure not in numerators)
    if below <= 0:
        return Found()
    end = max(row.end for row in rows)
    illustrative = any(row.illustrative for row in rows)
    return Found(above, below, 100 * above / below, end, illustrative, gaps, 1.0, gaps, (1, 1))
