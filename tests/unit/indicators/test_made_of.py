"""What a province's value is made of, and when nobody can know it."""

from datetime import date

import pytest

from indicators.areas import MERGER
from indicators.composition import OWN, Composition
from indicators.made_of import composition, reported_of
from indicators.periods import Period
from indicators.series import series
from indicators.territory import Named, territory
from indicators.values import Scope, value_table
from tests.unit.indicators.country import (
    HUE_NEW,
    NEW_A,
    OLD_A,
    OLD_B,
    STAYS,
    SUCCESSIONS,
    areas,
    indicator,
    month,
    pair,
    readings,
    version,
)

A, OLD, B = ("Hà Giang", "Place 11"), ("Tuyên Quang", "Place 12"), ("Tuyên Quang", "Place 21")
JUNE, JULY = month(2025, 6), month(2025, 7)
BEFORE = pair(JUNE, {OLD_A: (1, 4), OLD_B: (2, 6)})
SPAN = {"before": "2025-06", "over": "2025", "after": "2025-07"}


def made(found, unit, boundaries, period):
    said = composition(found, found.areas.unit_of(unit), boundaries, Period.parse(SPAN[period]))
    return said.how, [name for name, _ in said.units], [name for name, _ in said.lacking], said.reason


def test_before_the_merger_a_province_of_today_is_the_sum_of_its_predecessors():
    assert made(readings(BEFORE), NEW_A, "34", "before") == ("summed", ["Hà Giang", "Tuyên Quang"], [], "")


def test_a_predecessor_without_a_value_is_named_as_lacking():
    found = readings(pair(JUNE, {OLD_A: (1, 4)}))
    assert made(found, NEW_A, "34", "before") == ("summed", ["Hà Giang"], ["Tuyên Quang"], "")


def test_a_stock_over_the_merger_is_its_own_last_value_or_the_predecessors_last():
    assert made(readings(BEFORE), NEW_A, "34", "over")[0] == "summed"
    assert made(readings(BEFORE + pair(JULY, {NEW_A: (1, 4)})), NEW_A, "34", "over")[0] == "own"


def test_a_flow_over_the_merger_is_both():
    found = readings(BEFORE + pair(JULY, {NEW_A: (1, 4)}), flows=("done", "all"))
    assert made(found, NEW_A, "34", "over") == ("both", ["Hà Giang", "Tuyên Quang"], [], "")
    whole = readings(pair((date(2025, 1, 1), date(2025, 12, 31)), {NEW_A: (1, 4)}), flows=("done", "all"))
    assert made(whole, NEW_A, "34", "over")[0] == "own"


@pytest.mark.parametrize("boundaries", ["34", "63", "reported"])
@pytest.mark.parametrize("unit", [STAYS, HUE_NEW])
@pytest.mark.parametrize("period", SPAN)
def test_what_was_not_merged_is_its_own_report_on_all_boundaries(boundaries, unit, period):
    found = readings(pair(JUNE, {unit: (1, 4)}) + pair(JULY, {unit: (1, 4)}))
    assert made(found, unit, boundaries, period) == ("own", [], [], "")


def test_after_the_merger_a_former_province_is_recovered_from_its_communes():
    found = readings(BEFORE + pair(JULY, {2000: (1, 4), 2001: (1, 4)}))
    assert made(found, OLD_A, "63", "before")[0] == "own"
    assert made(found, OLD_A, "63", "after") == ("recovered", [], [], "")
    assert made(found, OLD_A, "63", "over")[0] == "recovered"
    # of a stock the other one has its last value from before
    assert made(found, OLD_B, "63", "over")[0] == "own"


def test_a_flow_of_a_former_province_goes_on_in_its_communes():
    rows = BEFORE + pair(JULY, {2000: (1, 4), 2001: (1, 4)})
    assert made(readings(rows, flows=("done", "all")), OLD_A, "63", "over")[0] == "both_recovered"


def test_figures_of_the_merged_province_alone_can_t_be_split():
    found = readings(BEFORE + pair(JULY, {NEW_A: (3, 10)}))
    assert made(found, OLD_A, "63", "after") == ("unknown", [], [], "province_only")
    assert made(found, OLD_A, "63", "over") == ("own", [], [], "province_only")  # up to the merger


def test_a_report_that_did_not_come_is_not_unknown():
    assert made(readings(BEFORE), OLD_A, "63", "after") == ("recovered", [], [], "")


@pytest.mark.parametrize(
    ("where", "reason"),
    [
        (areas(successions=[*SUCCESSIONS, (1100, 2000)]), "shared"),
        (areas(successions=[one for one in SUCCESSIONS if one[1] != 2004]), "leads_nowhere"),
        (areas([version(22, "09", "province", 1, since=MERGER)], [*SUCCESSIONS, (OLD_A, 22)]), "split"),
    ],
)
def test_the_reason_is_told(where, reason):
    found = readings(BEFORE + pair(JULY, {2000: (1, 4), 2001: (1, 4)}), where=where)
    assert made(found, OLD_A, "63", "after") == ("unknown", [], [], reason)


def test_a_value_and_a_series_carry_the_reason():
    found = readings(BEFORE + pair(JULY, {NEW_A: (3, 10)}))
    table = value_table(found, Period.parse("2025-07"), "63", None, Scope(1))
    assert {value.area_code: value.unknown for value in table.values} == {
        "02": "province_only",
        "04": "",
        "08": "province_only",
        "46": "",
    }
    path = series(found, "02", "63", "month", 1)
    assert [(one.period, one.composition) for one in path.points] == [
        ("2025-06", OWN),
        ("2025-07", Composition("unknown", reason="province_only")),
    ]


def test_where_the_population_ended_nothing_is_unknown():
    ended = indicator(applicable_until=date(2025, 6, 30))
    table = value_table(
        readings(BEFORE + pair(JULY, {NEW_A: (3, 10)}), ended), Period.parse("2025-07"), "63", None, Scope(1)
    )
    assert {value.unknown for value in table.values} == {""}


def test_a_code_that_was_another_province_s_says_whose_reports_it_has():
    names = {
        code: [reported_of(areas(), code, Period.parse(period)).units for period in ("2025-06", "2025-07")]
        for code in ("08", "04", "02")
    }
    assert names == {"08": [(OLD,), (B,)], "04": [(), ()], "02": [(), ()]}


def kind(code, day):
    return "city" if code == "46" and day >= date(2025, 1, 1) else "province"


def test_a_territory_holds_today_s_province_and_those_it_was_made_of():
    found = territory(areas(), "02", "63", date(2026, 9, 30), kind)
    assert found.of_former
    assert not found.broken
    assert found.merged_on == MERGER
    assert found.today == Named("08", *B, "province")
    assert found.former == (Named("08", *OLD, "province"), Named("02", *A, "province"))  # the namesake first
    assert territory(areas(), "08", "reported", date(2026, 9, 30), kind).broken
    assert not territory(areas(), "08", "reported", date(2025, 6, 30), kind).broken
    assert not territory(areas(), "04", "reported", date(2026, 9, 30), kind).broken


def test_name_and_kind_are_those_of_the_day():
    old = ("46", "Thừa Thiên Huế", "Place 41"), ("46", "Huế", "Place 42")
    for boundaries, day, names, of_kind in (
        ("63", date(2024, 12, 31), old[0], "province"),
        ("reported", date(2024, 12, 31), old[0], "province"),
        ("34", date(2024, 12, 31), old[1], "city"),
        ("63", date(2025, 1, 31), old[1], "city"),
    ):
        chosen = territory(areas(), "46", boundaries, day, kind).chosen
        assert (chosen.code, chosen.name_vi) == names[:2], (boundaries, day)
        assert chosen.kind == of_kind
        assert (chosen.since, chosen.was_vi) == (
            (date(2025, 1, 1), "Thừa Thiên Huế") if names is old[1] else (None, "")
        )
