from datetime import date

import pytest

from indicators.errors import UnknownParameter
from indicators.periods import Period, frequency_of, months_before, period_of, periods_between


@pytest.mark.parametrize(
    ("code", "start", "end", "frequency"),
    [
        ("2026-09", date(2026, 9, 1), date(2026, 9, 30), "month"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2026-Q3", date(2026, 7, 1), date(2026, 9, 30), "quarter"),
        ("2026-H1", date(2026, 1, 1), date(2026, 6, 30), "half"),
        ("2026-H2", date(2026, 7, 1), date(2026, 12, 31), "half"),
        ("2026-9M", date(2026, 1, 1), date(2026, 9, 30), "nine_months"),
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "year"),
    ],
)
def test_a_code_names_its_days(code, start, end, frequency):
    period = Period.parse(code)
    assert (period.start, period.end, period.frequency) == (start, end, frequency)
    assert period_of(start, frequency) == period
    assert frequency_of(start, end) == frequency


@pytest.mark.parametrize("code", ["", "2026-13", "2026-Q5", "2026-H3", "26-01", "2026-9", "2026-Q3 ", "3026"])
def test_a_wrong_code_names_the_parameter_and_what_is_allowed(code):
    with pytest.raises(UnknownParameter) as error:
        Period.parse(code)
    assert error.value.parameter == "period"
    assert "2026-Q3" in error.value.allowed


def test_any_day_lies_in_a_period():
    assert period_of(date(1, 1, 1), "quarter").end == date(1, 3, 31)
    assert period_of(date(2150, 7, 9), "half").start == date(2150, 7, 1)


def test_a_year_earlier_keeps_the_kind_of_period():
    assert [
        Period.parse(code).previous_year().code for code in ("2026-09", "2026-Q3", "2026-9M", "2026")
    ] == [
        "2025-09",
        "2025-Q3",
        "2025-9M",
        "2025",
    ]


def test_days_that_make_no_period_have_no_frequency():
    assert frequency_of(date(2026, 1, 15), date(2026, 2, 14)) is None


def test_periods_between_are_without_gap():
    codes = [period.code for period in periods_between(date(2025, 11, 5), date(2026, 5, 1), "quarter")]
    assert codes == ["2025-Q4", "2026-Q1", "2026-Q2"]
    assert [p.code for p in periods_between(date(2024, 3, 1), date(2026, 5, 1), "nine_months")] == [
        "2024-9M",
        "2025-9M",
        "2026-9M",
    ]


def test_months_before_keeps_the_end_of_a_month():
    assert months_before(date(2025, 12, 31), 1) == date(2025, 11, 30)
    assert months_before(date(2024, 2, 29), 12) == date(2023, 2, 28)
    assert months_before(date(2025, 8, 15), 3) == date(2025, 5, 15)
