"""What is hidden can't be computed from what is published, by an attacker who solves all of it exactly."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from indicators.areas import MERGER, Areas
from indicators.disclosure import NOTHING_HIDDEN, Hidden
from indicators.periods import Period
from indicators.series import series
from indicators.soundness import Fact
from indicators.values import Scope, value_table
from tests.unit.indicators.attack import solved
from tests.unit.indicators.country import areas, month, pair, version
from tests.unit.indicators.small_country import (
    PARTS,
    PERIODS,
    SHARING,
    Country,
    Published,
    alone,
    countries,
    decided,
)

SOME = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def hidden_rows(published: Published, period: str) -> set[tuple]:
    """The rows behind what a period hides, but those of communes that are a whole former province."""
    whole = alone(published.country.areas)
    return {
        row
        for one in published.country.indicators
        for unit in published.suppressed[one.code, period] - whole
        for measure in one.measures
        for row in published.shown(one, Period.parse(period), unit, measure)
        if row[2] is not None  # that a silent commune is silent is no number
    }


def small_rows(country: Country) -> set[tuple]:
    found = {(fact.area_key, fact.measure, fact.end) for fact in country.facts if 0 < fact.value < 5}
    return {row for row in found if row[0] not in alone(country.areas)}


@SOME
@given(countries(SHARING))
def test_all_periods_together_give_no_hidden_row_back_where_communes_report_regularly(country):
    published = Published(country, decided(country))
    known = solved(published.equations())
    months = [code for code in PERIODS if code.startswith("2026-0")]
    hidden = {row for code in months for row in hidden_rows(published, code)}
    assert small_rows(country) <= hidden
    assert not hidden & known.keys()


@SOME
@given(countries(PARTS))
def test_a_whole_and_its_parts_give_no_hidden_part_back(country):
    published = Published(country, decided(country))
    known = solved(published.equations())
    assert not small_rows(country) & known.keys()


@SOME
@given(countries(SHARING, regular=False))
def test_no_period_gives_a_hidden_number_back_however_communes_report(country):
    published = Published(country, decided(country))
    for code in PERIODS:
        known = solved(published.equations([code]))
        assert not hidden_rows(published, code) & known.keys(), code


def test_a_lone_report_is_kept_whichever_silent_commune_is_said_to_be_hidden_beside_it():
    """Zone I of the province, 1003 in silence and 1005, told what was left of the total for 1002."""
    former = {1001: (100, "I"), 1002: (101, "II"), 1003: (101, "I"), 1004: (101, None), 1005: (102, "I")}
    versions = [version(1, "VN", "country", None), version(10, "10", "province", 1, MERGER)]
    versions += [version(key, f"{key - 50}", "province", 1, until=MERGER) for key in (100, 101, 102)]
    successions = [(key, 10) for key in (100, 101, 102)]
    for key, (province, zone) in former.items():
        for before in (key + 5000, key + 7000):
            versions.append(version(before, f"{before:05}", "commune", province, until=MERGER))
            successions.append((before, key))
        versions.append(version(key, f"{key:05}", "commune", 10, MERGER, zone=zone))
    facts = [
        Fact(measure, key, *month(2026, number), value, False, False, 1)
        for key, number in ((1002, 6), (1003, 9), (1005, 6))
        for measure, value in (("all", 3.0), ("done", 0.0), ("told", 0.0))
    ]
    country = Country(Areas.of(versions, successions), tuple(facts), SHARING)
    published = Published(country, decided(country))
    for code in PERIODS:
        known = solved(published.equations([code]))
        assert not hidden_rows(published, code) & known.keys(), code
    assert published.suppressed["T1", "2026-06"] == {1002, 1003, 1005}


@SOME
@given(countries(SHARING, regular=False))
def test_what_is_small_is_never_shown_and_what_is_shown_is_right(country):
    published = Published(country, decided(country))
    for equations in published.equations():
        values = {(fact.area_key, fact.measure, fact.end): fact.value for fact in country.facts}
        rows, total = equations
        assert sum(values.get(row, 0) * count for row, count in rows.items()) == total
        if len(rows) == 1 and next(iter(rows))[0] not in alone(country.areas):
            assert not 0 < total < 5


def primary_alone(country: Country) -> Hidden:
    """The small numbers hidden and nothing beside them."""
    found = decided(country)
    small = {(fact.measure, fact.area_key, fact.end) for fact in country.facts if 0 < fact.value < 5}
    together = {measure: frozenset(found.communes.get(measure, ())) for measure in found.communes}
    kept = {
        measure: {
            day: frozenset(
                unit
                for unit in found.communes[measure][day]
                if any((other, unit, day) in small for other in together)
            )
            for day in found.communes[measure]
        }
        for measure in together
    }
    return replace(found, communes=kept, zones={})


def test_without_partners_the_attacker_succeeds():
    """One small commune among five: the total minus the others is its number."""
    values = {3000: (2, 20), 3001: (7, 20), 3002: (8, 20), 3003: (9, 20), 3004: (10, 20)}
    facts = pair(month(2026, 9), values)
    country = Country(areas(), tuple(facts), SHARING[:1])
    row = (3000, "done", date(2026, 9, 30))
    found = decided(country)
    assert solved(Published(country, primary_alone(country)).equations(["2026-09"]))[row] == 2
    assert row not in solved(Published(country, found).equations(["2026-09"]))
    assert found.communes["done"] == {date(2026, 9, 30): frozenset({3000, 3001})}  # one partner, no more
    assert found.communes["all"] == found.communes["done"]
    assert not found.zones


def test_the_partner_is_the_first_of_the_same_former_province():
    values = dict.fromkeys(range(2000, 2005), (9, 20)) | {2003: (4, 20)}
    country = Country(areas(), tuple(pair(month(2026, 9), values)), SHARING[:1])
    assert decided(country).communes["done"][date(2026, 9, 30)] == {2002, 2003}  # not 2000: of old A


def test_the_same_partner_is_chosen_whatever_the_period():
    facts = [
        fact
        for number in (3, 6, 9)
        for fact in pair(month(2026, number), dict.fromkeys(range(3000, 3005), (9, 20)) | {3003: (4, 20)})
    ]
    found = decided(Country(areas(), tuple(facts), SHARING[:1])).communes["done"]
    assert {day.month: units for day, units in found.items()} == {
        number: {3000, 3003} for number in (3, 6, 9)
    }


def test_zero_is_nobody_and_five_is_enough():
    values = {3000: (0, 20), 3001: (5, 20), 3002: (8, 20), 3003: (0, 5), 3004: (10, 20)}
    assert not decided(Country(areas(), tuple(pair(month(2026, 9), values)), SHARING[:1])).communes


def test_a_small_denominator_hides_too():
    values = {3000: (0, 4), **dict.fromkeys(range(3001, 3005), (8, 20))}
    found = decided(Country(areas(), tuple(pair(month(2026, 9), values)), SHARING[:1]))
    assert found.communes["done"][date(2026, 9, 30)] == {3000, 3001}


@pytest.mark.parametrize("minimum", [0, 1])
def test_the_rule_can_be_switched_off(minimum):
    values = dict.fromkeys(range(3000, 3005), (1, 2))
    country = Country(areas(), tuple(pair(month(2026, 9), values)), SHARING[:1])
    assert decided(country, minimum).communes == NOTHING_HIDDEN.communes


def test_a_visible_commune_beside_a_hidden_past_has_neither_baseline_nor_pace():
    values = dict.fromkeys(range(3000, 3005), (9, 20))
    facts = pair(month(2026, 3), values | {3003: (4, 20)}) + pair(month(2026, 9), values)
    country = Country(areas(), tuple(facts), SHARING[:1])
    published = Published(country, decided(country))
    readings = published.readings["T1"]
    table = value_table(readings, Period.parse("2026-09"), "34", "04", Scope(1))
    told = {value.area_code: value for value in table.values}
    assert told["03003"].value == told["03002"].value == 45
    assert told["03003"].baseline is told["03003"].baseline_date is told["03003"].pace is None
    assert told["03002"].baseline == 45
    points = series(readings, "03003", "34", "quarter", 1).points
    assert [(point.period, point.value, point.suppressed) for point in points] == [
        ("2026-Q1", None, True),
        ("2026-Q2", None, False),
        ("2026-Q3", 45, False),
    ]
    (province,) = (
        value
        for value in value_table(readings, Period.parse("2026-Q1"), "34", None, Scope(1)).values
        if value.area_code == "04"
    )
    assert (province.numerator, province.suppressed) == (4 * 9 + 4, False)
