"""A raw field means the same whatever database it comes from, and never raises."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from warehouse.values import day, flag, moment, number

NOT_NUMBERS = [
    None,
    "",
    "abc",
    "1_000",
    "12,5",
    "NaN",
    "inf",
    float("nan"),
    float("-inf"),
    Decimal("NaN"),
    b"7",
]
HANOI = timezone(timedelta(hours=7))


@pytest.mark.parametrize("raw", [7, 7.0, "7", " 7 ", Decimal("7.0000")])
def test_a_number_is_one_in_every_dialect(raw):
    assert number(raw) == 7.0


@pytest.mark.parametrize("raw", NOT_NUMBERS)
def test_what_is_no_number_is_none(raw):
    assert number(raw) is None


def test_zero_is_a_number():
    assert number(0) == 0.0
    assert number("-0.5") == -0.5


@pytest.mark.parametrize(
    "raw",
    [
        date(2025, 7, 1),
        datetime(2025, 7, 1, 9),
        "2025-07-01",
        "2025-07-01 09:00:00.000000",
        "2025-07-01T09:00",
    ],
)
def test_a_day_is_one_in_every_dialect(raw):
    assert day(raw) == date(2025, 7, 1)


@pytest.mark.parametrize("raw", [None, "", "01/07/2025", "2025-02-30", 20250701, 1.5])
def test_what_is_no_day_is_none(raw):
    assert day(raw) is None


@pytest.mark.parametrize(
    "raw",
    [
        datetime(2026, 1, 5, 1, 30),
        datetime(2026, 1, 5, 1, 30, tzinfo=UTC),
        datetime(2026, 1, 5, 8, 30, tzinfo=HANOI),
        "2026-01-05 01:30:00.000000",
        "2026-01-05T08:30:00+07:00",
        "2026-01-05T01:30:00Z",
    ],
)
def test_a_moment_is_in_utc(raw):
    assert moment(raw) == datetime(2026, 1, 5, 1, 30)


def test_a_bare_day_is_its_midnight():
    assert moment(date(2026, 1, 5)) == moment("2026-01-05") == datetime(2026, 1, 5)


@pytest.mark.parametrize("raw", [None, "hôm qua", 5])
def test_what_is_no_moment_is_none(raw):
    assert moment(raw) is None


@pytest.mark.parametrize(
    ("raw", "meant"),
    [(True, True), (1, True), ("true", True), (0, False), ("f", False), (None, None), (2, None)],
)
def test_flags(raw, meant):
    assert flag(raw) is meant
