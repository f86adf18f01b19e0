"""How reports come in, by today's provinces."""

from datetime import date

from indicators.quality import Completeness, Obligation
from indicators.reporting import Tally, by_frequency, reporting, together
from tests.unit.indicators.country import STAYS, areas

TODAY = date(2026, 11, 20)


def made(*completeness, due=((date(2026, 9, 30), date(2026, 10, 15)),)):
    obligations = [Obligation("done", STAYS, end, day) for end, day in due]
    return reporting(completeness, obligations, areas(), TODAY)


def test_former_provinces_count_with_what_they_became():
    found = made(Completeness("02", "2025-03", 4, 3, 2), Completeness("08", "2025-03", 5, 5, 4))
    assert found.tallies == (Tally("08", "2025-03", 9, 8, 6),)
    assert [code for code, _, _ in found.provinces] == ["04", "08", "46"]


def test_a_month_counts_once_all_of_its_reports_were_due():
    october = (date(2026, 10, 31), date(2026, 11, 15))
    waiting = (date(2026, 10, 31), TODAY)
    counted = Completeness("04", "2026-10", 2, 1, 1)
    assert made(counted, due=(october,)).last_due == "2026-10"
    found = made(counted, due=(october, waiting))
    assert (found.last_due, found.tallies) == (None, ())


def test_codes_that_no_province_had_are_left_out():
    assert made(Completeness("77", "2026-09", 2, 1, 1), Completeness("VN", "2026-09", 2, 1, 1)).tallies == ()


def test_months_add_up_to_quarters_and_years():
    months = [Tally("04", f"2026-{month:02}", 2, 1, 0) for month in (3, 4, 6)]
    quarters = by_frequency(months, "quarter")
    assert quarters == (Tally("04", "2026-Q1", 2, 1, 0), Tally("04", "2026-Q2", 4, 2, 0))
    assert by_frequency(months, "year") == (Tally("04", "2026", 6, 3, 0),)
    assert by_frequency(months, "month") == tuple(months)


def test_all_provinces_together():
    tallies = [
        Tally("04", "2026-09", 2, 1, 0),
        Tally("08", "2026-09", 3, 3, 3),
        Tally("04", "2026-08", 9, 9, 9),
    ]
    assert together(tallies, "2026-09") == Tally("", "2026-09", 5, 4, 3)
    assert together(tallies, None).due == 0
