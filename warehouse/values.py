"""What a raw field of the warehouse means in every dialect: a number, a day, a moment, a yes or no, or None.

SQLite keeps whatever was written into a numeric or a date column, so a driver's own conversion would raise on
the first wrong row and stop the page. Here what can't be understood is None, and the reader counts it.
"""

from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache

TOO_LARGE = 1e14  # for Numeric(18, 4); infinity and NaN are no smaller


def number(raw: object) -> float | None:
    """The finite number in a field; None for NULL, NaN, infinity and anything that isn't a number.

    >>> number(Decimal("12.5")), number("7"), number("abc"), number(float("nan"))
    (12.5, 7.0, None, None)
    """
    if raw is None:
        return None
    if isinstance(raw, str):
        # float() alone would take "1_000" for a number.
        if "_" in raw:
            return None
        try:
            value = float(raw)
        except ValueError:
            return None
    elif isinstance(raw, (float, int, Decimal)):
        value = float(raw)
    else:
        return None
    return value if abs(value) < TOO_LARGE else None


def day(raw: object) -> date | None:
    """The day in a field, from a date, a timestamp or ISO text; None for what is none.

    >>> day("2025-07-01"), day("2025-07-01 00:00:00"), day("01/07/2025")
    (datetime.date(2025, 7, 1), datetime.date(2025, 7, 1), None)
    """
    if isinstance(raw, str):
        return _day_of_text(raw)
    if isinstance(raw, datetime):
        return raw.date()
    return raw if isinstance(raw, date) else None


def moment(raw: object) -> datetime | None:
    """The moment in a field, in UTC and without a zone mark; a bare day is its midnight.

    >>> moment("2026-01-05 08:30:00.000000")
    datetime.datetime(2026, 1, 5, 8, 30)
    """
    if isinstance(raw, str):
        return _moment_of_text(raw)
    if isinstance(raw, datetime):
        return raw if raw.tzinfo is None else raw.astimezone(UTC).replace(tzinfo=None)
    return datetime(raw.year, raw.month, raw.day) if isinstance(raw, date) else None


def flag(raw: object) -> bool | None:
    """The yes or no in a field: a boolean, 1 or 0, or such a word; None for what is neither."""
    return _FLAGS.get(str(raw).lower())


_FLAGS = {
    "true": True,
    "1": True,
    "t": True,
    "1.0": True,
    "false": False,
    "0": False,
    "f": False,
    "0.0": False,
}


# A warehouse holds few different days and moments beside its rows.
@lru_cache(maxsize=8192)
def _day_of_text(text: str) -> date | None:
    whole = _moment_of_text(text)
    return None if whole is None else whole.date()


@lru_cache(maxsize=65536)
def _moment_of_text(text: str) -> datetime | None:
    try:
        return moment(datetime.fromisoformat(text))
    except ValueError:
        return None
