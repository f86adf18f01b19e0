"""Facts kept as sheets: what one day says of each area, shared by every state that has that day."""

from datetime import date

from indicators.found import Found
from indicators.readings import Readings
from indicators.tracks import Track, sheets_of
from tests.unit.indicators.country import NEW_A, STAYS, areas, facts, month, pair, readings

SEPTEMBER, OCTOBER = month(2026, 9), month(2026, 10)
QUARTER = (date(2026, 7, 1), SEPTEMBER[1])
UNITS = {STAYS: STAYS, NEW_A: NEW_A}


def test_of_facts_that_end_together_the_shortest_is_the_last():
    found = [*facts("done", SEPTEMBER, {STAYS: 1}), *facts("done", QUARTER, {STAYS: 3, NEW_A: 4})]
    sheet = sheets_of(found, UNITS)[SEPTEMBER[1]]["done"]
    assert sheet.last(STAYS).value == 1
    assert [point.value for point in sheet.each(STAYS)] == [3, 1]
    assert sheet.last(NEW_A).stamp.start == QUARTER[0]
    assert sheet.last(99) is None


def test_a_track_goes_back_to_the_last_day_on_which_an_area_reported():
    found = [*facts("done", SEPTEMBER, {STAYS: 1, NEW_A: 2}), *facts("done", OCTOBER, {STAYS: 3})]
    track = Track({end: of_day["done"] for end, of_day in sheets_of(found, UNITS).items()})
    assert track.last_in(STAYS, QUARTER[0], OCTOBER[1]).value == 3
    assert track.last_in(NEW_A, QUARTER[0], OCTOBER[1]).value == 2
    assert track.last_in(NEW_A, *OCTOBER) is None
    assert [point.value for point in track.inside(STAYS, SEPTEMBER[0], OCTOBER[1])] == [1, 3]


def test_what_is_hidden_is_marked_and_what_is_no_longer_is_not():
    sheet = sheets_of(facts("done", SEPTEMBER, {STAYS: 1, NEW_A: 2}), UNITS)[SEPTEMBER[1]]["done"]
    marked = sheet.marked({STAYS})
    assert (marked.last(STAYS).stamp.hidden, marked.last(NEW_A).stamp.hidden) == (True, False)
    again = marked.marked({NEW_A})
    assert (again.last(STAYS).stamp.hidden, again.last(NEW_A).stamp.hidden) == (False, True)
    assert (again.last(STAYS).value, len(again.stamps)) == (1, 2)


def test_amounts_are_taken_over_for_periods_whose_sheets_are_the_same():
    found = [*pair(SEPTEMBER, {STAYS: (1, 2)}), *pair(OCTOBER, {STAYS: (3, 4)})]
    before = readings(found)
    for period in (SEPTEMBER, OCTOBER, (QUARTER[0], OCTOBER[1])):
        assert before.reported(STAYS, *period).known
    later = sheets_of(pair(OCTOBER, {STAYS: (4, 4)}), areas().units)
    after = Readings(before.formula, before.areas, {**before.found.sheets, **later}, earlier=before.found)
    assert set(after.found.amounts) == {SEPTEMBER}
    assert after.reported(STAYS, *SEPTEMBER) is before.reported(STAYS, *SEPTEMBER)
    assert after.reported(STAYS, QUARTER[0], OCTOBER[1]).numerator == 4


def test_a_day_that_came_or_went_changes_the_periods_that_it_lies_in():
    one, other = object(), object()
    found = Found({SEPTEMBER[1]: one}, {SEPTEMBER: {}, OCTOBER: {}, QUARTER: {}})
    assert set(found.amounts_where({SEPTEMBER[1]: one})) == {SEPTEMBER, OCTOBER, QUARTER}
    assert set(found.amounts_where({SEPTEMBER[1]: one, OCTOBER[1]: other})) == {SEPTEMBER, QUARTER}
    assert set(found.amounts_where({})) == {OCTOBER}
