"""Milestones: each rule of the status and its boundaries, which reports count, what becomes of wrong ones."""

from datetime import date

import pytest

from indicators.milestones import (
    MilestoneReport,
    first_report,
    milestone_status,
    national_status,
    sound_reports,
)
from indicators.soundness import Rules
from tests.unit.indicators.country import HUE_NEW, HUE_OLD, NEW_A, OLD_A, STAYS, VN, areas

DEADLINE = date(2025, 12, 31)
BEFORE, ON, AFTER = date(2025, 12, 30), DEADLINE, date(2026, 1, 1)
DOCUMENT = "12/KH-UBND ngày 30/12/2025"
TODAY = date(2026, 11, 24)


def report(area=STAYS, load=1, code="D01", **changed):
    given = {
        "planned_date": None,
        "completed_date": None,
        "evidence_document": "",
        "evidence_url": "",
        "responsible_unit": "Sở",
        "responsible_person": "",
        "note": "",
        "loaded_on": date(2026, 3, load),
    }
    return MilestoneReport(code=code, area_key=area, load_id=load, **(given | changed))


def rules(approved=(1, 2, 3), known=(1, 2, 3, 4), as_of=None, today=TODAY):
    return Rules(areas(), {}, (), frozenset(approved), frozenset(known), as_of, today)


def sound(*reports, **more):
    asked = {"D01": ("country", "province"), "A01": ("country",), "SYS02": ("country",)}
    return sound_reports(reports, asked, rules(**more))


@pytest.mark.parametrize(
    ("said", "day", "status"),
    [
        # completed: on or before the deadline, with a document
        ({"completed_date": BEFORE, "evidence_document": DOCUMENT}, AFTER, "completed"),
        ({"completed_date": ON, "evidence_document": DOCUMENT}, AFTER, "completed"),
        ({"completed_date": BEFORE, "evidence_document": DOCUMENT}, BEFORE, "completed"),
        # completed late: after it, with a document
        ({"completed_date": AFTER, "evidence_document": DOCUMENT}, AFTER, "completed_late"),
        # claimed: without one, in time or late; blanks are none
        ({"completed_date": BEFORE}, BEFORE, "claimed"),
        ({"completed_date": BEFORE, "evidence_document": "  "}, AFTER, "claimed"),
        ({"completed_date": AFTER}, AFTER, "claimed"),
        # overdue: from the end of the day of the deadline on, planned whenever, begun or not
        ({}, ON, "overdue"),
        ({"planned_date": BEFORE}, AFTER, "overdue"),
        ({"planned_date": date(2026, 6, 30)}, AFTER, "overdue"),
        ({"evidence_document": DOCUMENT}, AFTER, "overdue"),
        (None, ON, "overdue"),
        # a completion after the day looked at is none yet
        ({"completed_date": AFTER, "evidence_document": DOCUMENT}, ON, "overdue"),
        ({"completed_date": ON, "evidence_document": DOCUMENT}, BEFORE, "in_progress"),
        # at risk: planned after the deadline
        ({"planned_date": AFTER}, BEFORE, "at_risk"),
        # in progress: a report, and none of the above
        ({"planned_date": ON}, BEFORE, "in_progress"),
        ({"planned_date": date(2025, 1, 1)}, BEFORE, "in_progress"),
        ({}, BEFORE, "in_progress"),
        # not started: no report
        (None, BEFORE, "not_started"),
    ],
)
def test_the_first_rule_that_holds_is_the_status(said, day, status):
    assert milestone_status(None if said is None else report(**said), DEADLINE, day) == status


@pytest.mark.parametrize(
    ("statuses", "day", "status"),
    [
        (["completed", "completed"], BEFORE, "completed"),
        (["completed", "completed"], AFTER, "completed"),
        (["completed", "completed_late"], AFTER, "completed_late"),
        (["completed", "overdue"], AFTER, "overdue"),
        (["completed", "claimed"], ON, "overdue"),
        (["completed", "at_risk", "not_started"], BEFORE, "at_risk"),
        (["completed", "not_started"], BEFORE, "in_progress"),
        (["claimed", "not_started"], BEFORE, "in_progress"),
        (["in_progress", "not_started"], BEFORE, "in_progress"),
        (["not_started", "not_started"], BEFORE, "not_started"),
        ([], BEFORE, "not_started"),
    ],
)
def test_the_country_has_completed_what_all_provinces_have(statuses, day, status):
    assert national_status(statuses, DEADLINE, day) == status


def test_the_newest_approved_load_counts_and_drafts_are_listed():
    found, faults = sound(
        report(load=1, note="a"), report(load=3, note="c"), report(load=2, note="b"), report(load=4)
    )
    assert found["D01", STAYS].note == "c"
    assert [(fault.kind, fault.load_id) for fault in faults] == [("draft_load", 4)]


def test_as_of_a_load_later_ones_are_not_there_yet():
    found, faults = sound(report(load=1, note="a"), report(load=2, note="b"), report(load=4), as_of=1)
    assert (found["D01", STAYS].note, faults) == ("a", [])


def test_a_load_that_nobody_knows_is_listed():
    found, (fault,) = sound(report(load=9))
    assert (found, fault.kind, fault.measure_code, fault.area_code) == ({}, "unknown_load", "D01", "04")


def test_two_reports_with_one_key_in_one_load_are_both_left_out_and_no_older_one_returns():
    found, faults = sound(report(load=1), report(load=2, note="a"), report(load=2, note="b"))
    assert found == {}
    assert [(fault.kind, fault.count) for fault in faults] == [("duplicate_row", 2)]
    settled, faults = sound(report(load=2, note="a"), report(load=2, note="b"), report(load=3, note="c"))
    assert (settled["D01", STAYS].note, faults) == ("c", [])


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        (report(code="M99"), "unknown_milestone"),
        (report(area=999), "unknown_area"),
        (report(area=3000), "area_not_asked"),
        (report(code="A01"), "area_not_asked"),
        (report(code="SYS02"), "area_not_asked"),
        (report(area=OLD_A, completed_date=date(2025, 7, 1)), "area_not_in_force"),
    ],
)
def test_what_is_not_asked_or_cannot_be_is_left_out_and_listed(wrong, kind):
    found, faults = sound(wrong)
    assert (found, [fault.kind for fault in faults]) == ({}, [kind])
    assert all(fault.detail for fault in faults)


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"completed_date": date(2026, 11, 25)}, "date_in_future"),
        ({"completed_date": date(1899, 12, 31)}, "unreadable_date"),
        ({"completed_date": None, "unreadable": ("completed_date",)}, "unreadable_date"),
        ({"planned_date": date(225, 12, 31)}, "unreadable_date"),
    ],
)
def test_a_date_that_cannot_be_right_is_left_out_and_the_report_stands(changed, kind):
    found, (fault,) = sound(report(note="a", **changed))
    kept = found["D01", STAYS]
    assert (kept.planned_date, kept.completed_date, kept.note, fault.kind) == (None, None, "a", kind)


def test_a_date_to_come_is_left_out_before_the_area_is_held_against_it():
    found, (fault,) = sound(report(area=OLD_A, completed_date=date(2035, 1, 1)))
    assert (("D01", OLD_A) in found, fault.kind) == (True, "date_in_future")


def test_a_completion_of_today_counts():
    found, faults = sound(report(completed_date=TODAY))
    assert (found["D01", STAYS].completed_date, faults) == (TODAY, [])


def test_a_renamed_province_has_one_report_and_a_merged_one_none_of_its_predecessors():
    found, faults = sound(
        report(area=HUE_OLD, load=1, note="old"), report(area=HUE_NEW, load=2, note="new"), report(area=OLD_A)
    )
    unit = areas().unit_of(HUE_NEW)
    assert faults == []
    assert (found["D01", unit].note, ("D01", NEW_A) in found, ("D01", OLD_A) in found) == ("new", False, True)
    of_one_load, _ = sound(report(area=HUE_NEW, note="new"), report(area=HUE_OLD, note="old"))
    assert of_one_load["D01", unit].note == "new"


def test_the_first_report_is_that_of_a_load_that_counts():
    reports = [report(load=4), report(load=3), report(load=2, loaded_on=None), report(area=VN, load=9)]
    assert first_report(reports, rules()) == date(2026, 3, 3)
    assert first_report([], rules()) is None
