"""Where a value comes from, and what later loads changed, over a real database."""

from datetime import date

import pytest
from sqlalchemy import delete

from indicators.errors import UnknownParameter
from tests.integration.small import SEPTEMBER, fact, load, pair
from tests.unit.indicators.country import HUE_NEW, NEW_A, OLD_A, OLD_B, STAYS, VN
from warehouse import tables

MARCH = (date(2025, 3, 1), date(2025, 3, 31))


def numbers(loads):
    return [one.load_id for one in loads]


def test_the_load_log_newest_first_with_its_drafts(warehouse, repository):
    warehouse(tables.load_log, load(1), load(3, approved=None), load(2, approved=" "))
    log = repository.read_loads()
    assert [(one.load_id, one.approved) for one in log] == [(3, False), (2, False), (1, True)]
    assert (log[2].source_system, log[2].loaded_at.day, log[2].rows_accepted) == ("LGSP", 1, 1)


def test_exactly_the_loads_and_rows_behind_a_value(warehouse, repository):
    warehouse(tables.load_log, load(1), load(2), load(3), load(4, approved=None))
    warehouse(tables.fact_measure, *pair(30, 60), *pair(5, 8, area=HUE_NEW, load_id=2))
    warehouse(tables.fact_measure, fact("village_heads_trained", 31, load_id=3))
    warehouse(tables.fact_measure, fact("village_heads_trained", 32, load_id=4))
    mine = repository.read_origin("S02", "04")
    assert (mine.value.value, mine.rows, numbers(mine.loads)) == (100 * 31 / 60, 2, [3, 1])
    country = repository.read_origin("S02")
    assert (country.rows, numbers(country.loads), country.as_of_load) == (4, [3, 2, 1], 3)
    then = repository.read_origin("S02", "04", as_of_load=2)
    assert (then.value.value, numbers(then.loads), then.as_of_load) == (50, [1], 2)


def test_the_measures_behind_a_value_have_the_warehouses_names(warehouse, repository):
    warehouse(tables.load_log, load(1))
    warehouse(tables.fact_measure, *pair(30, 60))
    found = [(one.code, one.name_vi, one.unit, one.side) for one in repository.read_origin("S02").measures]
    assert found == [
        ("village_heads_trained", "village_heads_trained", "người", "numerator"),
        ("village_heads", "village_heads", "người", "denominator"),
    ]
    with warehouse.engine.begin() as connection:
        connection.execute(delete(tables.dim_measure))
    lacking = repository.read_origin("S01a").measures[0]
    assert (lacking.name_vi, lacking.unit) == (lacking.code, "")


def test_measures_counted_from_tasks_have_names_of_their_own(warehouse, repository):
    warehouse(tables.load_log, load(1))
    names = [(one.name_vi, one.unit) for one in repository.read_origin("D04").measures]
    assert len(names) == 2
    assert all(name.startswith("Nhiệm vụ") and unit == "nhiệm vụ" for name, unit in names)


def test_a_merged_provinces_past_names_the_former_ones_with_rows(warehouse, repository):
    warehouse(tables.load_log, load(1))
    warehouse(tables.fact_measure, *pair(1, 2, area=OLD_A, period=MARCH), *pair(30, 60, area=NEW_A))
    assert repository.read_origin("S02", "08", "2025-03").made_of == ("Hà Giang",)
    warehouse(tables.fact_measure, *pair(1, 2, area=OLD_B, period=MARCH))
    assert repository.read_origin("S02", "08", "2025-03").made_of == ("Hà Giang", "Tuyên Quang")
    assert repository.read_origin("S02", "08", "2025").made_of == ("Hà Giang", "Tuyên Quang")
    assert repository.read_origin("S02", "08", "2026-09").made_of == ()
    assert repository.read_origin("S02", "02", "2025-03", "63").made_of == ()
    later = (date(2025, 12, 1), date(2025, 12, 31))
    warehouse(tables.fact_measure, *pair(3, 4, area=NEW_A, period=later))
    assert repository.read_origin("S02", "08", "2025").made_of == ()


def test_an_unknown_value_has_neither_rows_nor_loads(warehouse, repository):
    warehouse(tables.load_log, load(1))
    warehouse(tables.fact_measure, *pair(30, 60))
    found = repository.read_origin("S02", "46", "2026-09")
    assert (found.value.value, found.rows, found.loads) == (None, 0, ())
    with pytest.raises(UnknownParameter):
        repository.read_origin("S02", "77", "2026-09")


def test_a_commune_has_its_own_rows_before_and_after_the_merger(warehouse, unhidden):
    warehouse(tables.load_log, load(1), load(2))
    warehouse(tables.fact_measure, *pair(1, 2, area=2000, load_id=2))
    warehouse(tables.fact_measure, *pair(1, 3, area=1000, period=MARCH), *pair(2, 3, area=1001, period=MARCH))
    after, before = (unhidden.read_origin("S02", "02000", period) for period in ("2026-09", "2025-03"))
    assert (after.value.value, after.rows, numbers(after.loads)) == (50, 2, [2])
    assert (before.value.value, before.rows, numbers(before.loads)) == (50, 4, [1])


def test_a_milestone_comes_from_its_reports(warehouse, repository):
    warehouse(tables.load_log, load(1), load(2))
    report = {"milestone_code": "D01", "responsible_unit": "Sở"}
    warehouse(tables.fact_milestone, {**report, "area_key": STAYS, "load_id": 1})
    warehouse(tables.fact_milestone, {**report, "area_key": HUE_NEW, "load_id": 2})
    country, one, none = (repository.read_origin("D01", area) for area in ("VN", "46", "08"))
    assert (country.rows, numbers(country.loads), country.measures) == (2, [2, 1], ())
    assert (one.rows, numbers(one.loads)) == (1, [2])
    assert (none.rows, none.loads) == (0, ())


def revised(changes):
    return [
        (one.measure_code, one.area_code, one.before, one.after, one.load_after) for one in changes.revisions
    ]


def test_revisions_are_the_figures_that_came_out_otherwise(warehouse, repository):
    warehouse(tables.load_log, load(1), load(2), load(3), load(4, approved=None))
    warehouse(tables.fact_measure, *pair(30, 60), *pair(6, 8, area=HUE_NEW), *pair(1, 9, area=NEW_A))
    trained = "village_heads_trained"
    warehouse(
        tables.fact_measure,
        fact(trained, 31, load_id=2),
        fact(trained, 32, load_id=3),
        fact("village_heads", 60, load_id=3),  # sent anew, the same
        fact(trained, None, load_id=2, area=HUE_NEW),  # withdrawn
        fact("village_heads", 7, load_id=4, area=HUE_NEW),  # a draft
        fact(trained, 2, load_id=2, area=3000),  # not known before
        fact(trained, 2, load_id=99, area=NEW_A),  # of a load that the log doesn't know
    )
    changes = repository.read_changes(1)
    assert (changes.since, changes.until, numbers(changes.loads)) == (1, 3, [3, 2])
    assert revised(changes) == [(trained, "04", 30, 32, 3), (trained, "46", 6, None, 2)]
    assert (changes.revisions[0].load_before, changes.revisions[0].period_end) == (1, SEPTEMBER[1])
    assert revised(repository.read_changes(2)) == [(trained, "04", 31, 32, 3)]


def test_a_figure_that_had_no_number_was_not_revised(warehouse, repository):
    warehouse(tables.load_log, load(1), load(2))
    trained = "village_heads_trained"
    doubled = [fact(trained, 3, area=NEW_A), fact(trained, 4, area=NEW_A)]
    warehouse(tables.fact_measure, fact(trained, None), fact(trained, -1, area=HUE_NEW), *doubled)
    again = [fact(trained, 5, load_id=2, area=area) for area in (STAYS, HUE_NEW, NEW_A)]
    warehouse(tables.fact_measure, *again)
    assert repository.read_changes(1).revisions == ()


def test_two_new_rows_for_one_figure_leave_none(warehouse, repository):
    warehouse(tables.load_log, load(1), load(2))
    twice = [fact("village_heads", value, load_id=2) for value in (61, 62)]
    warehouse(tables.fact_measure, *pair(30, 60), *twice)
    assert revised(repository.read_changes(1)) == [("village_heads", "04", 60, None, 2)]


def test_national_values_are_compared_in_the_period_that_was_the_newest_then(warehouse, repository):
    warehouse(tables.load_log, load(1), load(2))
    october = (date(2026, 10, 1), date(2026, 10, 31))
    warehouse(tables.fact_measure, *pair(30, 60, area=VN))
    warehouse(tables.fact_measure, *pair(33, 60, area=VN, load_id=2))
    warehouse(tables.fact_measure, *pair(48, 60, area=VN, period=october, load_id=2))
    (change,) = repository.read_changes(1).national
    assert (change.indicator, change.before.period, change.after.period) == ("S02", "2026-09", "2026-09")
    assert (change.before.value, change.after.value) == (50, 55)


def test_nothing_changed_since_the_newest_load(warehouse, repository):
    warehouse(tables.load_log, load(1), load(2, approved=None))
    warehouse(tables.fact_measure, *pair(30, 60), *pair(31, 60, load_id=2))
    changes = repository.read_changes(1)
    assert (changes.loads, changes.revisions, changes.national) == ((), (), ())


@pytest.mark.parametrize("since", [2, 99])
def test_changes_are_counted_from_an_approved_load(warehouse, repository, since):
    warehouse(tables.load_log, load(1), load(2, approved=None))
    with pytest.raises(UnknownParameter) as raised:
        repository.read_changes(since)
    assert raised.value.parameter == "as_of_load"
