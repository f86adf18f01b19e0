"""The days of the demonstration: its periods, and when a report on one of them comes in."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from random import Random

from geodata.provinces import MERGER

FIRST = date(2024, 10, 1)
LAST = date(2026, 10, 31)
# What came in by now is in the warehouse.
NOW = datetime(2026, 11, 20, 17, 0)
# What came in by then is approved.
LAST_APPROVED = datetime(2026, 11, 16, 2)
DUE_DAYS = 15

Period = tuple[date, date]


def periods(cadence: str, until: date | None = None) -> Iterator[Period]:
    """The months or whole quarters from October 2024 to October 2026, or those that end by `until`.

    >>> list(periods("quarter", date(2025, 3, 31)))[-1]
    (datetime.date(2025, 1, 1), datetime.date(2025, 3, 31))
    """
    months = {"month": 1, "quarter": 3}[cadence]
    start = FIRST
    while True:
        following = date(start.year + (start.month + months > 12), (start.month + months - 1) % 12 + 1, 1)
        end = following - timedelta(days=1)
        if end > min(until or LAST, LAST):
            return
        yield start, end
        start = following


def after_merger(period: Period) -> bool:
    """Whether the 34 provinces report on it."""
    return period[1] >= MERGER


@cache
def reported_at(seed: int, reporter: str, end: date) -> datetime:
    """When a reporter's figures for a period came in: mostly by the fifteenth day, at times weeks late."""
    draw = Random(f"{seed}|report|{reporter}|{end}")
    days = draw.randint(DUE_DAYS + 3, 70) if draw.random() < 0.06 else draw.randint(3, DUE_DAYS - 2)
    return datetime(end.year, end.month, end.day, draw.randint(8, 16), draw.randint(0, 59)) + timedelta(
        days=days
    )
