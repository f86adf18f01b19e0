"""Milestones as values: one or nought in an area, a number of provinces in the country, and their history."""

from datetime import date

import pytest

from indicators.errors import UnknownParameter
from indicators.milestone_values import Reported, milestone_path, milestone_table, standings
from indicators.model import Target
from indicators.periods import Period
from tests.unit.indicators.country import HUE_OLD, NEW_A, OLD_A, STAYS, VN, areas, indicator
from tests.unit.indicators.test_milestones import DOCUMENT, report

DEADLINE = date(2025, 12, 31)
TARGET = Target(DEADLINE, 1.0, "=", "1087/QĐ-TTg")
AUTUMN = Period.parse("2025-Q3")
DONE = {"completed_date": date(2025, 8, 14), "evidence_document": DOCUMENT}


def reported(reports, level="province", own_targets=None, targets=(TARGET,)):
    definition = indicator(
        "D01", kind="milestone", unit="mốc", level=level, numerator=(), denominator=(), targets=targets
    )
    return Reported(definition, areas(), reports, own_targets or {}, load_id=7)


def table(known, period=AUTUMN, boundaries="34", parent=None):
    return milestone_table(known, period, period.end, boundaries, parent)


def test_an_area_has_one_or_nought_and_the_country_the_number_of_provinces():
    known = reported({STAYS: report(illustrative=True, **DONE), NEW_A: report(area=NEW_A)})
    found = table(known)
    values = {value.area_code: value for value in found.values}
    assert (values["04"].value, values["04"].status, values["04"].gap) == (1.0, "completed", 0.0)
    assert (values["08"].value, values["08"].status, values["08"].gap) == (0.0, "in_progress", 1.0)
    assert (values["46"].value, values["46"].status, values["46"].coverage) == (0.0, "not_started", 1.0)
    assert {value.denominator for value in found.values} == {1.0}
    national = found.national
    assert (national.numerator, national.denominator, national.value, national.target) == (1, 3, 1, 3)
    assert (national.status, national.illustrative, national.deadline) == ("in_progress", True, DEADLINE)
    assert (found.load_id, found.period, values["08"].illustrative) == (7, "2025-Q3", False)


def test_a_past_period_shows_what_held_at_its_end():
    known = reported({STAYS: report(**DONE)})
    assert table(known, Period.parse("2025-07")).national.value == 0
    assert table(known, Period.parse("2025-08")).national.value == 1


def test_former_provinces_have_rows_of_their_own_and_the_country_is_still_todays():
    known = reported({OLD_A: report(area=OLD_A, completed_date=date(2025, 4, 2), evidence_document="1/KH")})
    former = {value.area_code: value.status for value in table(known, boundaries="63").values}
    assert former == {"02": "completed", "04": "not_started", "08": "not_started", "46": "not_started"}
    assert {value.area_code: value.value for value in table(known).values}["08"] == 0
    assert table(known, boundaries="63").national.denominator == 3
    then = table(known, Period.parse("2025-Q2"), "reported")
    assert [value.area_code for value in then.values] == ["02", "04", "08", "46"]


def test_one_of_the_country_is_not_known_in_its_provinces():
    known = reported({VN: report(area=VN, completed_date=date(2025, 9, 1))}, level="country")
    found = table(known)
    assert (found.national.value, found.national.denominator, found.national.status) == (0, 1, "claimed")
    assert {(value.value, value.status) for value in found.values} == {(None, "no_data")}
    assert [one.area_code for one in standings(known, AUTUMN.end, "34")] == ["VN"]


def test_communes_have_none():
    known = reported({STAYS: report(**DONE)})
    communes = table(known, parent="04").values
    assert (len(communes), {value.value for value in communes}) == (5, {None})
    with pytest.raises(UnknownParameter):
        table(known, parent="99")


def test_the_country_is_listed_beside_provinces_only_where_it_reports():
    provinces = [one.area_code for one in standings(reported({}), AUTUMN.end, "34")]
    assert provinces == ["04", "08", "46"]
    with_own = reported({VN: report(area=VN)})
    assert [one.area_code for one in standings(with_own, AUTUMN.end, "34")] == ["VN", *provinces]


def test_a_provinces_own_deadline_takes_precedence_there():
    own = Target(date(2026, 6, 30), 1.0, ">=", "Kế hoạch của tỉnh")
    known = reported({}, own_targets={STAYS: (own,)})
    values = {value.area_code: value for value in table(known, Period.parse("2026-Q1")).values}
    assert (values["04"].status, values["04"].deadline, values["04"].own_target) == (
        "not_started",
        own.date,
        True,
    )
    assert (values["08"].status, values["08"].own_target) == ("overdue", False)


def test_an_amended_deadline_counts_from_the_day_of_its_amendment():
    first = Target(DEADLINE, 1.0, "=", "QĐ", superseded_on=date(2025, 10, 1), superseded_by="QĐ khác")
    known = reported({}, targets=(first, Target(date(2027, 12, 31), 1.0, "=", "QĐ khác")))
    assert table(known, AUTUMN).national.deadline == DEADLINE
    assert table(known, Period.parse("2025-Q4")).national.deadline == date(2027, 12, 31)


def test_the_history_runs_from_the_first_report_to_today():
    known = reported({STAYS: report(**DONE), HUE_OLD: report(area=HUE_OLD, **DONE)})
    today = date(2025, 11, 5)
    path = milestone_path(known, date(2025, 5, 16), today, "VN", "34", "quarter")
    assert [(point.period, point.value) for point in path.points] == [
        ("2025-Q2", 0),
        ("2025-Q3", 2),
        ("2025-Q4", 2),
    ]
    assert path.points[-1].observed_on == today
    hue = milestone_path(known, date(2025, 7, 16), today, "46", "34", "month")
    assert [point.value for point in hue.points] == [0, 1, 1, 1, 1]
    assert milestone_path(known, None, today, "VN", "34", "quarter").points == ()


def test_the_history_of_a_code_that_was_used_twice_follows_the_code_as_reported():
    known = reported({NEW_A: report(area=NEW_A, **DONE)})
    path = milestone_path(known, date(2025, 5, 1), date(2025, 9, 30), "02", "reported", "month")
    assert [point.period for point in path.points] == ["2025-05", "2025-06"]
    with pytest.raises(UnknownParameter):
        milestone_path(known, date(2025, 5, 1), date(2025, 9, 30), "99", "34", "month")
