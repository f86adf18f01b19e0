"""What only the pages show, on warehouses of other people: it agrees with the recomputation."""

from collections.abc import Callable

import pytest

from tests.integration.oracle.application import Foreign, differences
from tests.integration.oracle.found import Period
from tests.integration.oracle.reports import CLARITIES, own_targets
from tests.integration.oracle.schema import span
from tests.integration.oracle.shipped import INDICATORS
from tests.integration.oracle.views import groups, limits, task_states, zones

ZONES = ["I", "II", "III", ""]


@pytest.mark.parametrize(("name", "code"), [("handful", "S02"), ("handful", "E01"), ("corners", "S02")])
def test_zones_agree(foreign: Callable[[str], Foreign], name: str, code: str) -> None:
    oracle, lines, seen = foreign(name).oracle(code), list[str](), set[str]()
    for period_code in ("2025-Q1", "2025-Q4", "2025", "2026-Q2", "2026-08"):
        for boundaries in ("34", "reported"):
            period = Period(*span(period_code))
            for parent in (None, *oracle.units(boundaries, period)):
                area = oracle.world.areas[parent[-1]].code if parent else None
                got = foreign(name).repository.read_zones(code, period_code, boundaries, area)
                expected = zones(oracle, period, boundaries, parent)
                assert [zone.code for zone in got] == sorted(expected, key=ZONES.index)
                seen |= expected.keys()
                for zone in got:
                    told = {part: getattr(zone, part) for part in expected[zone.code]}
                    where = f"{code} {period_code} {boundaries} {area} zone {zone.code}"
                    lines += differences(where, expected[zone.code], told)
    assert not lines, "\n".join(lines[:20])
    assert seen == (set(ZONES) if name == "handful" else {""})


@pytest.mark.parametrize("code", ["N08", "X01", "G02", "S02"])
def test_ethnic_groups_agree(foreign: Callable[[str], Foreign], code: str) -> None:
    world, repository = foreign("handful").world(), foreign("handful").repository
    lines, seen = list[str](), set[str]()
    for period_code, boundaries in (
        ("2024", "34"),
        ("2025-Q2", "63"),
        ("2025", "34"),
        ("2026-Q3", "reported"),
    ):
        period = Period(*span(period_code))
        units = foreign("handful").oracle(code).units(boundaries, period)
        for unit in (world.country, *units):
            area = world.areas[unit[-1]].code
            got = repository.read_ethnic_groups(code, period_code, area, boundaries)
            expected = groups(world, code, unit, period, boundaries)
            assert {value.code for value in got} == expected.keys()
            sizes = [value.numerator or 0 for value in got]
            assert sizes == sorted(sizes, reverse=True)
            seen |= expected.keys()
            for value in got:
                told = {part: getattr(value, part) for part in expected[value.code]}
                where = f"{code} {period_code} {boundaries} {area} group {value.code}"
                lines += differences(where, expected[value.code], told)
    assert not lines, "\n".join(lines[:20])
    assert len(seen) == {"G02": 2, "S02": 0}.get(code, 4)


def test_a_survey_has_limits_and_nothing_else_has(foreign: Callable[[str], Foreign]) -> None:
    repository, surveyed = foreign("handful").repository, 0
    for code, definition in INDICATORS.items():
        for period in ("2025", "2026-Q1"):
            table = repository.read_values(code, period)
            for value in (table.national, *table.values):
                if not definition.survey or not value.denominator:
                    assert value.interval is None
                    continue
                assert value.numerator is not None
                expected = limits(value.numerator, value.denominator)
                assert value.interval == pytest.approx(expected, abs=1e-9)
                surveyed += 1
    assert surveyed > 8


def test_own_targets_are_told_from_the_decision_s(foreign: Callable[[str], Foreign]) -> None:
    world, repository = foreign("handful").world(), foreign("handful").repository
    own = {(code, world.areas[unit[-1]].code) for code, unit in own_targets(world)} | {("H10", "46")}
    assert {("N05", "46"), ("G02", "08"), ("H10", "15")} <= own
    for code in INDICATORS:
        table = repository.read_values(code, "2026-Q1")
        shown = {value.area_code for value in (table.national, *table.values) if value.own_target}
        assert shown == {area for about, area in own if about == code and area in world_codes(table.values)}
        for value in table.values:
            told = (code, value.area_code) in own and (code, value.area_code) != ("H10", "46")
            assert not told or value.target_basis == "Kế hoạch của tỉnh"
            assert bool(value.target_basis) is (value.target is not None)


def world_codes(values: tuple) -> set[str]:
    return {value.area_code for value in values}


@pytest.mark.parametrize(
    ("name", "as_of"), [("handful", None), ("handful", 205), ("corners", None), ("bare", None)]
)
def test_task_states_agree(foreign: Callable[[str], Foreign], name: str, as_of: int | None) -> None:
    expected = task_states(foreign(name).world(as_of))
    got = {(one.task, one.area_code): one for one in foreign(name).repository.read_tasks(as_of)}
    assert got.keys() == expected.keys()
    lines = [
        line
        for key, state in expected.items()
        for line in differences(f"{key}", state, {part: getattr(got[key], part) for part in state})
    ]
    assert not lines, "\n".join(lines[:20])


@pytest.mark.parametrize(
    ("task", "area", "state", "lacking"),
    [
        ("III.1.a", "12", "done_late", ("result",)),  # revised: a day later, and for nothing
        ("IV.5.a", "12", "in_progress", ()),
        ("NV330.1", "12", "no_report", CLARITIES),  # twice in one load
        ("NV330.2", "12", "overdue", ("date",)),
        ("NV330.3", "12", "not_started", ()),
        ("NV330.4", "12", "in_progress", ()),
        ("NV330.5", "12", "not_started", ()),  # neither the date nor the share of work can be right
        ("IV.6.a", "46", "not_started", ("person",)),  # under its earlier name
        ("IV.6.b", "08", "no_report", CLARITIES),
        ("III.2.a", "VN", "not_started", ()),
    ],
)
def test_task_states_worked_by_hand(
    foreign: Callable[[str], Foreign], task: str, area: str, state: str, lacking: tuple[str, ...]
) -> None:
    found = [
        (one.state, one.lacking)
        for one in foreign("corners").repository.read_tasks()
        if (one.task, one.area_code) == (task, area)
    ]
    assert found == [(state, lacking)]


@pytest.mark.parametrize(
    ("period", "area", "assigned", "tasks"),
    [
        ("2025-03", "12", 1, 2),
        ("2025-09", "12", 2, 2),
        ("2026-02", "12", 1, 2),
        ("2025-03", "46", 0, 1),
        ("2025-09", "46", 1, 2),
        ("2025-09", "08", None, None),
        ("2025-03", "02", 1, 1),
        ("2025-09", "VN", 4, 5),  # two provinces of four, and the centre's one
    ],
)
def test_assigned_tasks_worked_by_hand(
    foreign: Callable[[str], Foreign], period: str, area: str, assigned: int | None, tasks: int | None
) -> None:
    answer = foreign("corners").told("values", indicator="D04", period=period, boundaries="reported")
    (value,) = (one for one in [*answer["data"], answer["national"]] if one["area_code"] == area)
    assert (value["numerator"], value["denominator"]) == (assigned, tasks)
