from datetime import date

import pytest

from indicators.soundness import Row, Rules, sound_facts
from tests.unit.indicators.country import NEW_A, OLD_A, STAYS, areas, month, version

SEPTEMBER = month(2026, 9)


def row(measure="done", area=STAYS, period=SEPTEMBER, ethnic=None, value=5.0, load=1, raw="same"):
    return Row(measure, area, *period, ethnic, value, value if raw == "same" else raw, False, False, load)


def rules(as_of=None):
    additive = {"done": True, "all": True, "dti": False}
    return Rules(areas(), additive, {"02"}, {1, 2, 4}, {1, 2, 3, 4}, as_of, date(2026, 11, 22))


def values(*rows, as_of=None):
    return [fact.value for fact in sound_facts(rows, rules(as_of))[0]]


def kinds(*rows):
    return sorted(fault.kind for fault in sound_facts(rows, rules())[1] for _ in range(fault.count))


def test_the_highest_load_of_a_key_is_its_value_whatever_the_order():
    rows = [row(value=1.0, load=1), row(value=2.0, load=2)]
    assert values(*rows) == values(*reversed(rows)) == [2.0]


def test_as_of_a_load_shows_what_was_known_then():
    assert values(row(value=1.0, load=1), row(value=2.0, load=4), as_of=2) == [1.0]


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        (row(measure="nobody"), "unknown_measure"),
        (row(area=999), "unknown_area"),
        (row(ethnic="77"), "unknown_ethnic_group"),
        (row(period=(SEPTEMBER[1], SEPTEMBER[0])), "period_reversed"),
        (row(period=(None, SEPTEMBER[1])), "unreadable_period"),
        (row(period=month(2026, 12)), "period_in_future"),
        (row(period=(date(1899, 12, 30), SEPTEMBER[1])), "unreadable_period"),
        (row(period=(date(2150, 1, 1), date(2150, 1, 31))), "period_in_future"),
        (row(area=OLD_A), "area_not_in_force"),
        (row(area=NEW_A, period=month(2025, 6)), "area_not_in_force"),
        (row(value=None), "value_missing"),
        (row(value=None, raw="abc"), "not_a_number"),
        (row(value=-1.0), "negative_value"),
        (row(load=99), "unknown_load"),
        (row(load=3), "draft_load"),
    ],
)
def test_a_wrong_row_is_left_out_and_listed(wrong, kind):
    assert values(wrong, row(area=NEW_A)) == [5.0]
    assert kinds(wrong, row(area=NEW_A)) == [kind]


def test_a_commune_of_no_province_is_listed():
    stray = version(9001, "09001", "commune", 77)
    where = Rules(areas(extra=[stray]), {"done": True}, set(), {1}, {1}, None, date(2026, 11, 22))
    assert [fault.kind for fault in sound_facts([row(area=9001)], where)[1]] == ["area_without_province"]


def test_a_score_may_be_negative():
    assert values(row(measure="dti", value=-0.1)) == [-0.1]


def test_two_rows_with_one_key_in_the_winning_load_are_both_left_out():
    assert values(row(value=1.0, load=1), row(value=2.0, load=2), row(value=3.0, load=2)) == []
    assert kinds(row(value=2.0, load=2), row(value=3.0, load=2)) == ["duplicate_row", "duplicate_row"]
    assert values(row(value=2.0, load=1), row(value=3.0, load=1), row(value=4.0, load=2)) == [4.0]


def test_a_wrong_revision_does_not_bring_the_old_number_back():
    assert values(row(value=1.0, load=1), row(value=None, load=2)) == []


def test_faults_of_one_place_are_counted_together():
    _, faults = sound_facts([row(ethnic="77"), row(ethnic="77", measure="done", load=1)], rules())
    assert [(fault.kind, fault.count) for fault in faults] == [("duplicate_row", 2)]
    _, faults = sound_facts([row(area=999), row(area=999, period=(date(2026, 7, 1), SEPTEMBER[1]))], rules())
    assert [(fault.kind, fault.count, fault.period_end) for fault in faults] == [
        ("unknown_area", 2, SEPTEMBER[1])
    ]
