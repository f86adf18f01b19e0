"""The small records of the recomputation: a period, and what an area has in it."""

from datetime import date
from typing import NamedTuple


class Period(NamedTuple):
    start: date
    end: date

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1


class Found(NamedTuple):
    """What an area has in a period. `value` is in the indicator's unit; None means that nothing is known."""

    numerator: float | None = None
    denominator: float | None = None
    value: float | None = None
    end: date | None = None  # the last period_end behind it
    illustrative: bool = False
    gaps: bool = False  # a flow whose intervals do not fill the period
    coverage: float | None = 0.0  # None where nobody can know
    provisional: bool = False
    provinces: tuple[int, int] = (0, 1)  # with a value, in all
    communes: tuple[int, int] = (0, 0)
    by_communes: bool = False


UNKNOWN = Found(coverage=None)
