"""Reporting periods: months, quarters, half-years, nine months and years, by their codes."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from indicators.errors import UnknownParameter

FREQUENCIES = ("month", "quarter", "half", "nine_months", "year")
EXAMPLES = ("2026-09", "2026-Q3", "2026-H1", "2026-9M", "2026")
_CODE = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:-(?:(?P<month>0[1-9]|1[0-2])|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<nine>9M)))?"
)
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "nine_months": 9, "year": 12}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A period by its first and last day, both inclusive.

    >>> Period.parse("2026-Q3").end
    datetime.date(2026, 9, 30)
    """

    start: date
    end: date
    frequency: str
    code: str

    @classmethod
    def parse(cls, code: str) -> "Period":
        """The period that a code names; raises UnknownParameter."""
        found = _CODE.fullmatch(code)
        if not found:
            raise UnknownParameter("period", code, EXAMPLES)
        year, part = int(found["year"]), found
        if part["month"]:
            return _period(year, int(part["month"]), "month", code)
        if part["quarter"]:
            return _period(year, 3 * int(part["quarter"]) - 2, "quarter", code)
        if part["half"]:
            return _period(year, 6 * int(part["half"]) - 5, "half", code)
        return _period(year, 1, "nine_months" if part["nine"] else "year", code)

    def previous_year(self) -> "Period":
        """The same period a year earlier."""
        return Period.parse(f"{self.start.year - 1}{self.code[4:]}")


def _period(year: int, first_month: int, frequency: str, code: str) -> Period:
    last_month = first_month + _MONTHS[frequency] - 1
    return Period(
        date(year, first_month, 1), date(year, last_month, monthrange(year, last_month)[1]), frequency, code
    )


@lru_cache(maxsize=4096)
def period_of(day: date, frequency: str) -> Period:
    """The period of a frequency that holds a day; "nine_months" holds only days up to September.

    >>> period_of(date(2026, 8, 14), "quarter").code
    '2026-Q3'
    """
    length = _MONTHS[frequency]
    first_month = 1 if length > 6 else (day.month - 1) // length * length + 1
    suffix = {
        "month": f"-{day.month:02}",
        "quarter": f"-Q{(day.month + 2) // 3}",
        "half": f"-H{(day.month + 5) // 6}",
        "nine_months": "-9M",
        "year": "",
    }[frequency]
    return _period(day.year, first_month, frequency, f"{day.year}{suffix}")


def last_whole_month(day: date) -> Period:
    """The newest month that is over on a day.

    >>> last_whole_month(date(2026, 11, 24)).code, last_whole_month(date(2026, 11, 30)).code
    ('2026-10', '2026-11')
    """
    month = period_of(day, "month")
    return month if month.end <= day else period_of(month.start - timedelta(days=1), "month")


def periods_between(first: date, last: date, frequency: str) -> tuple[Period, ...]:
    """Every period of a frequency from the one that holds `first` to the one that holds `last`."""
    found = [period_of(first, frequency)]
    while found[-1].end < last:
        following = found[-1].end + timedelta(days=1)
        if frequency == "nine_months":
            following = date(found[-1].start.year + 1, 1, 1)
            if following > last:
                break
        found.append(period_of(following, frequency))
    return tuple(found)


@lru_cache(maxsize=4096)
def frequency_of(start: date, end: date) -> str | None:
    """The frequency that a first and a last day make; None where they make none.

    >>> frequency_of(date(2026, 7, 1), date(2026, 9, 30))
    'quarter'
    """
    for frequency in FREQUENCIES:
        period = period_of(start, frequency)
        if (period.start, period.end) == (start, end):
            return frequency
    return None


def months_before(day: date, months: int) -> date:
    """The day so many months earlier; the end of a month stays the end of a month.

    >>> months_before(date(2025, 12, 31), 3)
    datetime.date(2025, 9, 30)
    """
    month0 = day.year * 12 + day.month - 1 - months
    year, month = divmod(month0, 12)
    last = monthrange(year, month + 1)[1]
    is_month_end = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if is_month_end else min(day.day, last))
