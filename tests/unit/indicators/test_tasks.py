"""Tasks: their states, the clarities they lack, the indicators that none serves, D04 counted from them."""

from datetime import date

import pytest

from indicators.model import Target
from indicators.soundness import Rules
from indicators.task_reports import assignment_facts, sound_rows
from indicators.tasks import CLARITIES, Task, TaskRow, lacking, task_state, uncovered
from tests.unit.indicators.country import (
    HUE_NEW,
    HUE_OLD,
    NEW_A,
    OLD_A,
    STAYS,
    VN,
    areas,
    indicator,
    readings,
)

TODAY = date(2026, 11, 24)
DUE = date(2026, 6, 30)


def row(code="III.1.a", area=STAYS, load=1, **changed):
    given = {
        "responsible_unit": "Sở",
        "responsible_person": "Ông A",
        "expected_result": "Kế hoạch",
        "due_date": DUE,
        "started_on": None,
        "completed_on": None,
        "percent_complete": None,
        "note": "",
        "loaded_on": date(2026, load, 16),
    }
    return TaskRow(code=code, area_key=area, load_id=load, **(given | changed))


def task(code="III.1.a", by_province=True, indicators=()):
    texts = dict.fromkeys(
        ("group_vi", "group_en", "title_vi", "title_en", "clause", "lead_then", "lead_now"), "x"
    )
    years = {"start_year": 2024, "due_year": 2030, "evidence_vi": "x", "evidence_en": "x"}
    more = {"kind": "task", "decision": "1087", "by_province": by_province, "indicators": indicators}
    return Task(code=code, **texts, **years, **more)


def rules(as_of=None, today=TODAY):
    return Rules(areas(), {}, (), frozenset((1, 2, 3)), frozenset((1, 2, 3, 4)), as_of, today)


@pytest.mark.parametrize(
    ("said", "day", "state"),
    [
        (None, DUE, "no_report"),
        ({"completed_on": DUE}, TODAY, "done"),
        ({"completed_on": date(2026, 7, 1)}, TODAY, "done_late"),
        ({"completed_on": date(2026, 7, 1)}, DUE, "overdue"),
        ({}, DUE, "overdue"),
        ({"started_on": DUE, "percent_complete": 90.0}, TODAY, "overdue"),
        ({"percent_complete": 1.0}, date(2026, 6, 29), "in_progress"),
        ({"started_on": date(2026, 6, 29)}, date(2026, 6, 29), "in_progress"),
        ({"started_on": DUE}, date(2026, 6, 29), "not_started"),
        ({"percent_complete": 0.0}, date(2026, 6, 29), "not_started"),
        ({"due_date": None}, TODAY, "not_started"),
        ({"due_date": None}, date(2030, 12, 31), "overdue"),
        ({"due_date": None, "completed_on": date(2026, 7, 1)}, TODAY, "done"),
    ],
)
def test_the_state_of_a_task_on_a_day(said, day, state):
    assert task_state(None if said is None else row(**said), 2030, day) == state


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ({}, ()),
        ({"responsible_unit": " "}, ("unit",)),
        ({"responsible_person": ""}, ("person",)),
        ({"expected_result": "", "due_date": None}, ("result", "date")),
    ],
)
def test_the_clarities_that_a_report_lacks(said, missing):
    assert lacking(row(**said)) == missing
    assert lacking(None) == CLARITIES


def test_a_target_that_no_task_serves_is_a_hole():
    target = Target(date(2025, 12, 31), 80.0, ">=", "QĐ", superseded_on=DUE, superseded_by="QĐ khác")
    catalogue = [
        indicator("S02"),
        indicator("G08"),
        indicator("S01a", part_of="S01"),
        indicator("G03", applicable_until=date(2025, 6, 30)),
        indicator("X01", basis="context", targets=()),
        indicator("D04", basis="guidance"),
        indicator("N01", basis="330"),
        indicator("N08", basis="330", targets=()),
        indicator("G04", targets=(target,)),
    ]
    assert uncovered(catalogue, [task(indicators=("S02",))]) == ("G08", "N01")


def test_the_newest_approved_report_of_a_body_counts():
    reports = [row(note="a"), row(load=3, note="c"), row(load=2, note="b"), row(load=4), row(load=9)]
    found, faults = sound_rows(reports, [task()], rules())
    assert found["III.1.a", STAYS].note == "c"
    assert [fault.kind for fault in faults] == ["draft_load", "unknown_load"]
    earlier, _ = sound_rows(reports, [task()], rules(as_of=2))
    assert earlier["III.1.a", STAYS].note == "b"


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        ([row(code="V.9")], "unknown_task"),
        ([row(area=999)], "unknown_area"),
        ([row(area=3000)], "area_not_asked"),
        ([row(code="III.2.a")], "area_not_asked"),
        ([row(area=OLD_A)], "area_not_in_force"),
        ([row(note="a"), row(note="b")], "duplicate_row"),
    ],
)
def test_what_is_not_asked_or_cannot_be_is_left_out_and_listed(wrong, kind):
    found, (fault,) = sound_rows(wrong, [task(), task("III.2.a", by_province=False)], rules())
    assert (found, fault.kind, fault.count) == ({}, kind, len(wrong))


@pytest.mark.parametrize(
    ("said", "kind", "field"),
    [
        ({"completed_on": date(2026, 11, 25)}, "date_in_future", "completed_on"),
        ({"started_on": date(226, 1, 1)}, "unreadable_date", "started_on"),
        ({"due_date": None, "unreadable": ("due_date",)}, "unreadable_date", "due_date"),
        ({"percent_complete": 100.01}, "percent_out_of_range", "percent_complete"),
        ({"percent_complete": -0.5}, "percent_out_of_range", "percent_complete"),
        ({"unreadable": ("percent_complete",)}, "percent_out_of_range", "percent_complete"),
    ],
)
def test_what_cannot_be_right_is_left_out_and_the_report_stands(said, kind, field):
    found, (fault,) = sound_rows([row(note="a", **said)], [task()], rules())
    kept = found["III.1.a", STAYS]
    assert (getattr(kept, field), kept.note, fault.kind) == (None, "a", kind)


def test_a_load_without_a_day_is_listed_and_its_reports_stand():
    found, (fault,) = sound_rows([row(loaded_on=None)], [task()], rules())
    assert (len(found), fault.kind) == (1, "unreadable_date")


def counted(rows, **more):
    """{(area, day): (tasks assigned, tasks)} of all facts."""
    found = {}
    for fact in assignment_facts(rows, rules(**more)):
        assert fact.start == fact.end
        place = found.setdefault((fact.area_key, fact.end), {})
        place[fact.measure] = fact.value
    return {key: (pair["tasks_assigned"], pair["tasks"]) for key, pair in found.items()}


FIRST, SECOND, THIRD = (date(2026, load, 16) for load in (1, 2, 3))


def test_tasks_and_those_assigned_are_counted_as_of_each_load():
    rows = [
        row("a", responsible_person=""),
        row("b"),
        row("c", load=2, due_date=None),
        row("a", load=3),
        row("a", area=VN, load=2),
    ]
    assert counted(rows) == {
        (STAYS, FIRST): (1, 2),
        (STAYS, SECOND): (1, 3),
        (STAYS, THIRD): (2, 3),
        (VN, SECOND): (1, 1),
    }
    assert counted(rows, as_of=1) == {(STAYS, FIRST): (1, 2)}
    assert counted(rows, today=SECOND).keys() == {(STAYS, FIRST), (STAYS, SECOND), (VN, SECOND)}


def test_drafts_doubles_and_areas_not_in_force_do_not_count():
    assert counted([row("a"), row("b", load=4), row("c", load=9), row("d", area=999)]) == {
        (STAYS, FIRST): (1, 1)
    }
    doubled = [row("a"), row("b"), row("a", load=2), row("a", load=2, note="x")]
    assert counted(doubled) == {(STAYS, FIRST): (2, 2), (STAYS, SECOND): (1, 1)}
    assert counted([row("a"), row("a", load=2), row("a", load=2)])[STAYS, FIRST] == (1, 1)
    assert counted([row(area=OLD_A), row(area=3000)]) == {}


def test_loads_of_one_day_make_one_state():
    assert counted([row("a"), row("b", load=2, loaded_on=FIRST)]) == {(STAYS, FIRST): (2, 2)}


def test_a_load_without_a_day_makes_no_state_of_its_own_but_stands():
    assert counted([row("a", loaded_on=None), row("b", load=2)]) == {(STAYS, SECOND): (2, 2)}


def test_a_renamed_province_keeps_its_tasks():
    rows = [
        row("a", area=HUE_OLD, loaded_on=date(2024, 12, 16)),
        row("b", area=HUE_NEW, load=2),
    ]
    assert counted(rows) == {(HUE_OLD, date(2024, 12, 16)): (1, 1), (HUE_NEW, SECOND): (2, 2)}


D04 = {"numerator": ("tasks_assigned",), "denominator": ("tasks",), "level": "province"}


def national(rows):
    found = readings(assignment_facts(rows, rules()), indicator("D04", **D04))
    return found.country(date(2026, 1, 1), date(2026, 3, 31)), found


def test_the_country_is_its_provinces_and_the_central_body():
    everywhere = [row(area=area) for area in (STAYS, NEW_A, HUE_NEW)]
    amount, found = national([*everywhere, row("b", area=VN), row("c", area=VN, responsible_person="")])
    assert (amount.numerator, amount.denominator, amount.coverage, amount.thin) == (4, 5, 1, False)
    assert found.newest().code == "2026-01"


def test_the_central_body_alone_is_not_the_country():
    amount, found = national([row(area=VN), row(area=STAYS)])
    assert (amount.numerator, amount.denominator) == (2, 2)
    assert amount.coverage == pytest.approx(1 / 3)
    assert found.thin(amount)
