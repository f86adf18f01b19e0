"""The repository over a real database: loads, approvals, own targets, quality, a warehouse that goes away."""

from datetime import date

import pytest
from sqlalchemy import insert

from indicators.errors import UnknownParameter
from tests.integration.small import SEPTEMBER, cao_bang, fact, load, pair
from tests.unit.indicators.country import STAYS
from warehouse import tables
from warehouse.errors import ContractBroken, WarehouseAway


def test_a_new_load_is_seen_at_once_and_an_old_one_on_request(warehouse, repository):
    warehouse(tables.load_log, load(1))
    warehouse(tables.fact_measure, *pair(30, 60))
    first_state = repository.read_state()
    assert cao_bang(repository.read_values("S02")).value == 50
    warehouse(tables.load_log, load(2))
    warehouse(tables.fact_measure, *pair(45, 60, load_id=2))
    assert repository.read_state() != first_state
    table = repository.read_values("S02")
    assert (table.load_id, cao_bang(table).value) == (2, 75)
    earlier = repository.read_values("S02", as_of_load=1)
    assert (earlier.load_id, cao_bang(earlier).value) == (1, 50)


def test_a_draft_is_not_shown_until_somebody_approves_it(warehouse, repository):
    warehouse(tables.load_log, load(1), load(2, approved=None))
    warehouse(tables.fact_measure, *pair(30, 60), *pair(45, 60, load_id=2))
    assert cao_bang(repository.read_values("S02")).value == 50
    assert ("draft_load", 2) in {(issue.kind, issue.load_id) for issue in repository.read_quality().issues}
    with pytest.raises(UnknownParameter):
        repository.read_values("S02", as_of_load=2)
    with warehouse.engine.begin() as connection:
        connection.execute(
            tables.load_log.update().where(tables.load_log.c.load_id == 2).values(approved_by="Vụ")
        )
    assert cao_bang(repository.read_values("S02")).value == 75


def test_a_provinces_own_target_takes_precedence_there(warehouse, repository):
    warehouse(tables.load_log, load(1))
    warehouse(tables.fact_measure, *pair(30, 60), *pair(30, 60, area=42))
    own = {"indicator_code": "S02", "area_key": 42, "target_date": date(2027, 12, 31), "target_value": 40}
    warehouse(tables.target_override, {**own, "legal_basis": "Kế hoạch của tỉnh", "load_id": 1})
    values = {value.area_code: value for value in repository.read_values("S02").values}
    assert (values["46"].target, values["46"].deadline, values["46"].status) == (
        40,
        date(2027, 12, 31),
        "achieved",
    )
    assert values["04"].target == 80


def test_targets_that_cannot_be_used_are_listed(warehouse, repository):
    warehouse(tables.load_log, load(1))
    warehouse(tables.fact_measure, *pair(30, 60))
    row = {
        "indicator_code": "S02",
        "area_key": STAYS,
        "target_date": date(2027, 12, 31),
        "load_id": 1,
        "legal_basis": "KH",
    }
    wrong = [{"indicator_code": "Z9"}, {"area_key": 999}, {"target_date": date(1899, 12, 31)}, {"load_id": 9}]
    warehouse(tables.target_override, *[row | {"target_value": 50} | one for one in wrong])
    warehouse(tables.target_override, row | {"target_value": 40}, row | {"target_value": 90})
    assert cao_bang(repository.read_values("S02")).target == 80
    listed = [issue for issue in repository.read_quality().issues if issue.kind == "wrong_target"]
    assert len(listed) == 6


def test_illustrative_rows_mark_what_is_made_of_them(warehouse, repository):
    warehouse(tables.load_log, load(1))
    warehouse(tables.fact_measure, *pair(30, 60), *pair(1, 2, area=42, source="illustrative"))
    table = repository.read_values("S02")
    marks = {value.area_code: value.illustrative for value in table.values}
    assert (marks["04"], marks["46"], table.national.illustrative) == (False, True, True)


def test_wrong_content_is_listed_and_never_a_number(warehouse, repository):
    warehouse(tables.load_log, load(1))
    warehouse(
        tables.fact_measure,
        *pair(90, 60),
        fact("village_heads", -4, area=42),
        fact("nobody_knows", 4),
        fact("village_heads", 4, load_id=77, area=21),
        *pair(2, 3, area=3000),
        fact("village_heads", 7, area=3000),
    )
    assert [value.value for value in repository.read_values("S02", "2026-09").values] == [None, None, None]
    kinds = {issue.kind for issue in repository.read_quality().issues}
    assert kinds >= {
        "numerator_exceeds_denominator",
        "negative_value",
        "unknown_measure",
        "unknown_load",
        "duplicate_row",
    }
    assert "empty_table" in kinds


def test_a_pair_from_two_days_that_cannot_be_right_is_listed_too(warehouse, repository):
    warehouse(tables.load_log, load(1))
    august = (date(2026, 8, 1), date(2026, 8, 31))
    warehouse(
        tables.fact_measure, fact("village_heads_trained", 70), fact("village_heads", 60, period=august)
    )
    assert cao_bang(repository.read_values("S02", "2026-Q3")).value is None
    issues = [issue for issue in repository.read_quality().issues if issue.area_code == "04"]
    assert [(issue.kind, issue.period_end) for issue in issues] == [
        ("numerator_exceeds_denominator", SEPTEMBER[1])
    ]


def test_a_control_total_that_disagrees_is_listed_and_the_communes_stand(warehouse, repository):
    warehouse(tables.load_log, load(1))
    communes = [row for key in range(3000, 3005) for row in pair(1, 2, area=key)]
    warehouse(tables.fact_measure, *communes, *pair(5, 11))
    assert cao_bang(repository.read_values("S02")).denominator == 10
    issues = [issue for issue in repository.read_quality().issues if issue.kind == "control_total_mismatch"]
    assert [(issue.measure_code, issue.area_code) for issue in issues] == [("village_heads", "04")]


def test_completeness_counts_what_was_due_what_came_and_what_came_in_time(warehouse, repository):
    warehouse(tables.load_log, load(1))
    warehouse(tables.fact_measure, *pair(1, 2))
    due = {"measure_code": "village_heads", "area_key": STAYS, "period_end": SEPTEMBER[1]}
    warehouse(tables.report_obligation, {**due, "due_date": date(2026, 10, 4)})
    warehouse(
        tables.report_obligation,
        {**due, "measure_code": "village_heads_trained", "due_date": date(2026, 10, 5)},
    )
    warehouse(tables.report_obligation, {**due, "area_key": 42, "due_date": date(2026, 10, 5)})
    found = {
        (one.area_code, one.period): (one.due, one.reported, one.on_time)
        for one in repository.read_quality().completeness
    }
    assert found == {("04", "2026-09"): (2, 2, 1), ("46", "2026-09"): (1, 0, 0)}


def test_former_provinces_of_a_province(repository):
    assert [code for code, _, _ in repository.read_predecessors("08")] == ["02", "08"]
    assert repository.read_predecessors("04") == ()


def test_periods_with_data(warehouse, repository):
    warehouse(tables.load_log, load(1))
    warehouse(tables.fact_measure, *pair(1, 2), *pair(1, 2, period=(date(2026, 3, 1), date(2026, 3, 31))))
    periods = repository.read_periods("S02")
    assert (periods["month"], periods["quarter"], periods["year"]) == (
        ("2026-03", "2026-09"),
        ("2026-Q1", "2026-Q3"),
        ("2026",),
    )


def test_a_warehouse_that_goes_away_is_named_and_comes_back(warehouse, repository):
    warehouse(tables.load_log, load(1))
    warehouse(tables.fact_measure, *pair(30, 60))
    assert cao_bang(repository.read_values("S02")).value == 50
    aside = warehouse.path.rename(warehouse.path.with_suffix(".aside"))
    with pytest.raises(WarehouseAway):
        repository.read_values("S02")
    aside.rename(warehouse.path)
    assert cao_bang(repository.read_values("S02")).value == 50


def test_a_load_approved_by_nobody_in_particular_is_a_draft(warehouse, repository):
    warehouse(tables.load_log, load(1), load(2, approved="  "))
    assert repository.read_load() == 1


def test_dimensions_that_cannot_be_read_are_not_guessed_at(warehouse, repository):
    warehouse(tables.load_log, load(1))
    warehouse(tables.fact_measure, *pair(30, 60))
    with warehouse.engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE dim_measure SET additive = 'maybe' WHERE measure_code = 'village_heads'"
        )
        connection.exec_driver_sql("UPDATE dim_area SET valid_to = '01/07/2030' WHERE area_key = 42")
    assert cao_bang(repository.read_values("S02")).value is None
    assert "unknown_measure" in {issue.kind for issue in repository.read_quality().issues}
    assert "46" not in {value.area_code for value in repository.read_values("S02", "2026-Q3").values}


def test_a_number_too_large_for_the_contract_is_no_number(warehouse, repository):
    warehouse(tables.load_log, load(1))
    with warehouse.engine.begin() as connection:
        for row in pair(10, 20):
            connection.execute(insert(tables.fact_measure), row)
        connection.exec_driver_sql("UPDATE fact_measure SET value = 1e308")
    assert cao_bang(repository.read_values("S02")).value is None
    assert {issue.kind for issue in repository.read_quality().issues} >= {"not_a_number"}


def test_what_came_with_a_later_load_was_not_yet_reported(warehouse, repository):
    warehouse(tables.load_log, load(1), load(2))
    warehouse(tables.fact_measure, *pair(1, 2, load_id=2))
    due = {"measure_code": "village_heads", "area_key": STAYS, "period_end": SEPTEMBER[1]}
    warehouse(tables.report_obligation, {**due, "due_date": date(2026, 10, 9)})
    reported = [repository.read_quality(as_of_load=number).completeness[0].reported for number in (1, 2)]
    assert reported == [0, 1]


def test_a_score_is_not_held_against_the_sum_of_its_parts(warehouse, repository):
    warehouse(tables.load_log, load(1))
    names = {"name_vi": "dti", "name_en": "dti", "unit": "điểm"}
    warehouse(
        tables.dim_measure, {"measure_code": "dti_score", **names, "accumulation": "stock", "additive": False}
    )
    warehouse(tables.fact_measure, *[fact("dti_score", 0.5, area=key) for key in (1, STAYS, 21, 42)])
    assert "control_total_mismatch" not in {issue.kind for issue in repository.read_quality().issues}


def test_a_missing_column_is_named(warehouse, repository):
    with warehouse.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE load_log DROP COLUMN approved_by")
    with pytest.raises(ContractBroken, match=r"load_log\.approved_by"):
        repository.read_load()
