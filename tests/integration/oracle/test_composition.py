"""What a province's value is said to be made of agrees with what the recomputation made it of."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from tests.integration.oracle.application import Foreign, code_of
from tests.integration.oracle.found import Period
from tests.integration.oracle.oracle import Oracle
from tests.integration.oracle.schema import span
from tests.integration.oracle.world import MERGER, Unit

PERIODS = ("2024", "2025-Q1", "2025-Q2", "2025-Q3", "2025", "2026-Q1", "2026-Q2")
FREQUENCIES = {"2024": "year", "2025": "year"}
CASES = [
    ("handful", "G02"),  # a stock of provinces
    ("handful", "N05"),  # a flow
    ("handful", "S02"),  # communes
    ("handful", "X02"),  # a score
    ("handful", "N08"),  # a count
    ("corners", "S02"),  # a commune of two former provinces, and one that leads nowhere
    ("corners", "N05"),
    ("corners", "G02"),  # one of two predecessors reports
]

Said = tuple[str, tuple, tuple, str, float | None]


def points(foreign: Foreign, code: str, boundaries: str) -> Iterator[tuple[Unit, Period, Said]]:
    """What the product says of each province in each period that its series has."""
    oracle = foreign.oracle(code)
    for period_code in PERIODS:
        period = Period(*span(period_code))
        for unit in oracle.units(boundaries, period):
            area = code_of(foreign.world(), unit, date(2026, 9, 30))
            series = foreign.repository.read_series(
                code, area, boundaries, FREQUENCIES.get(period_code, "quarter")
            )
            for point in series.points:
                if point.period == period_code:
                    made = point.composition
                    yield unit, period, (made.how, made.units, made.lacking, made.reason, point.value)


def names(foreign: Foreign, units: list[Unit]) -> set[str]:
    return {foreign.world().areas[unit[-1]].code for unit in units}


def codes(foreign: Foreign, said: tuple[tuple[str, str], ...]) -> set[str]:
    """The codes of the provinces named; the foreign ones are called after theirs."""
    return {name.split()[-1] for name, _ in said}


@pytest.mark.parametrize(("name", "code"), CASES)
def test_a_province_of_today_says_which_predecessors_it_is_made_of(
    foreign: Callable[[str], Foreign], name: str, code: str
) -> None:
    here, checked = foreign(name), 0
    oracle = here.oracle(code)
    for unit, period, (how, units, lacking, _, _value) in points(here, code, "34"):
        befores = oracle.world.predecessors(unit)
        if not befores or period.start >= MERGER:
            assert (how, units, lacking) == ("own", (), ())
            continue
        until = Period(period.start, min(period.end, date(2025, 6, 30)))
        known = [before for before in befores if oracle.on34(before, until).value is not None]
        own = oracle.province(unit, period)
        if period.end < MERGER:
            expected = "summed"
        elif oracle.flow:
            expected = "both" if own.value is not None and known else "summed"
        else:
            found = oracle.on34(unit, period)
            expected = "own" if found.end and found.end >= MERGER else "summed"
        where = f"{code} {period} {unit}"
        assert how == expected, where
        if how != "own":
            assert codes(here, units) == names(here, known), where
            assert codes(here, lacking) == names(here, [one for one in befores if one not in known]), where
        checked += 1
    assert checked >= 2


@pytest.mark.parametrize(("name", "code"), CASES)
def test_a_former_province_is_unknown_exactly_where_its_communes_cannot_tell(
    foreign: Callable[[str], Foreign], name: str, code: str
) -> None:
    here, seen = foreign(name), set[str]()
    oracle = here.oracle(code)
    for unit, period, (how, _, _, reason, value) in points(here, code, "63"):
        heirs = oracle.world.successors(unit)
        if not heirs or period.end < MERGER:
            assert (how, reason) == ("own", "")
            continue
        where = f"{code} {period} {unit}"
        expected = _after(oracle, unit, heirs, period)
        if oracle.province(unit, Period(period.start, date(2025, 6, 30))).value is None:
            assert how == ("unknown" if expected else "recovered"), where
            assert (value is None) or how == "recovered", where
        assert (reason != "") is expected, where
        seen.add(how)
    assert code != "G02" or "unknown" in seen


def _after(oracle: Oracle, unit: Unit, heirs: list[Unit], period: Period) -> bool:
    """Whether nobody can know the part of the period after the merger."""
    later = Period(max(period.start, MERGER), period.end)
    mine = oracle.led_back(unit, heirs, period.end)
    if not mine:
        return True
    known = [commune for commune in mine if oracle.own(commune, later).value is not None]
    heir = oracle.province(heirs[0], later)
    return not known and heir.value is not None and not heir.by_communes


def test_the_reasons_that_nobody_can_know_are_told_apart(foreign: Callable[[str], Foreign]) -> None:
    found = {
        (one.area_code, one.unknown)
        for one in foreign("corners").repository.read_values("S02", "2025-Q4", "63").values
        if one.unknown
    }
    assert {("70", "leads_nowhere"), ("75", "leads_nowhere")} <= found
    shared = foreign("handful").repository.read_values("S02", "2025-Q4", "63").values
    assert {one.area_code: one.unknown for one in shared if one.area_code in ("35", "36", "37", "70")} == {
        "35": "shared",
        "36": "shared",
        "37": "",
        "70": "leads_nowhere",
    }
