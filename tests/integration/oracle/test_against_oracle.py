"""The API on warehouses of other people: every value agrees with the recomputation."""

from collections.abc import Callable

import pytest

from tests.integration.oracle.application import (
    Foreign,
    code_of,
    compared,
    differences,
    expected_point,
)
from tests.integration.oracle.found import Period
from tests.integration.oracle.judgement import judged
from tests.integration.oracle.milestones import quarters_reported
from tests.integration.oracle.schema import span
from tests.integration.oracle.shipped import INDICATORS, MILESTONES
from tests.integration.oracle.world import MERGER

PERIODS = ("2024", "2025-03", "2025-H1", "2025-Q3", "2025-12", "2025", "2026-Q1", "2026-9M", "2026")
# What each warehouse was built to show; the handful has every indicator, the parts of S01 have their own.
SHOWS = {
    "handful": [code for code in INDICATORS if code not in ("S01a", "S01b", "S01c")],
    "corners": ["G02", "S02", "E01", "N05", "X02", "X03", "D04", *MILESTONES],
    "parts": ["S01", "S01a", "S01b", "S01c"],
    "bare": ["G02", "G03", "D01", "D04"],
    "without_facts": ["G02", "N05", "N08", "X02", "A01", "D04"],
    "spoilt": ["G02", "G05", "S02"],
}


@pytest.mark.parametrize(("name", "code"), [(name, code) for name, codes in SHOWS.items() for code in codes])
def test_values_agree(foreign: Callable[[str], Foreign], name: str, code: str) -> None:
    lines = [
        line
        for period in PERIODS
        for boundaries in ("34", "63", "reported")
        for line in compared(foreign(name), code, period, boundaries)
    ]
    assert not lines, "\n".join(lines[:20])


@pytest.mark.parametrize("code", ["G01", "G05", "N05", "N08", "S02", "D01", "D04"])
def test_values_of_the_whole_country_agree(foreign: Callable[[str], Foreign], code: str) -> None:
    lines = [
        line
        for period, boundaries in (("2025-Q2", "34"), ("2025", "63"), ("2026-03", "63"), ("2026-Q2", "34"))
        for line in compared(foreign("country"), code, period, boundaries)
    ]
    assert not lines, "\n".join(lines[:20])


@pytest.mark.parametrize("as_of", [101, 150, 205, 230, 412])
def test_values_as_of_each_approved_load_agree(foreign: Callable[[str], Foreign], as_of: int) -> None:
    lines = [
        line
        for code in ("A01", "G02", "S02", "N05", "N06", "N08", "D04", "X02")
        for period in ("2025-Q2", "2026-Q1")
        for line in compared(foreign("handful"), code, period, "34", as_of)
    ]
    assert not lines, "\n".join(lines[:20])


@pytest.mark.parametrize("name", ["handful", "corners"])
def test_communes_of_a_province_agree(foreign: Callable[[str], Foreign], name: str) -> None:
    lines = []
    for code in ("S02", "E01", "N05"):
        oracle = foreign(name).oracle(code)
        world = oracle.world
        for period_code, boundaries in (("2025-Q2", "reported"), ("2025-Q4", "34"), ("2026-Q1", "reported")):
            period = Period(*span(period_code))
            for parent in oracle.units(boundaries, period):
                communes = oracle.communes(parent, boundaries, period)
                if not communes:
                    continue
                on = max(period.end, MERGER) if boundaries == "34" else period.end
                answer = foreign(name).told(
                    "values",
                    indicator=code,
                    period=period_code,
                    boundaries=boundaries,
                    parent=world.areas[parent[-1]].code,
                )
                got = {value["area_code"]: value for value in answer["data"]}
                assert got.keys() == {code_of(world, commune, on) for commune in communes}
                for commune in communes:
                    read = oracle.on34 if boundaries == "34" else oracle.province
                    history = oracle.reader(commune, "34")
                    expected = judged(oracle, read(commune, period), history, period, commune)
                    area = code_of(world, commune, on)
                    lines += differences(f"{code} {period_code} {boundaries} {area}", expected, got[area])
    assert not lines, "\n".join(lines[:20])


@pytest.mark.parametrize("code", INDICATORS)
def test_series_agree(foreign: Callable[[str], Foreign], code: str) -> None:
    """Each point of a series is the value of its period, and no period with a value is left out."""
    codes = {
        "quarter": [f"{year}-Q{quarter}" for year in range(2022, 2027) for quarter in (1, 2, 3, 4)],
        "month": [f"{year}-{month:02}" for year in (2025, 2026) for month in range(1, 13)],
        "year": [str(year) for year in range(2022, 2027)],
    }
    central = INDICATORS[code].milestone == "country"
    lines = []
    for area, boundaries, frequency in (
        ("VN", "34", "quarter"),
        ("08", "34", "month"),
        ("08", "34", "year"),
        ("35", "63", "quarter"),
        ("10", "63", "quarter"),
        ("46", "34", "quarter"),
        ("08", "reported", "quarter"),
    ):
        if central and area != "VN":
            continue
        answer = foreign("handful").told(
            "series", indicator=code, area=area, boundaries=boundaries, frequency=frequency
        )
        points = {point["period"]: point for point in answer["data"]}
        assert list(points) == sorted(points)
        for period_code in codes[frequency]:
            expected = expected_point(foreign("handful"), code, area, boundaries, period_code)
            where = f"{code} {area} {boundaries} {period_code}"
            if period_code in points:
                lines += differences(where, expected, points[period_code])
            elif expected["value"] is not None and not INDICATORS[code].milestone:
                lines.append(f"{where}: absent, expected {expected['value']}")
        if INDICATORS[code].milestone and frequency == "quarter":
            assert list(points) == quarters_reported(foreign("handful").world(), code)
    assert not lines, "\n".join(lines[:20])


@pytest.mark.parametrize(
    ("code", "period", "boundaries", "area", "numerator", "denominator", "provisional"),
    [
        # Three months, then the quarter in which one month is missing, then three months; autumn is missing.
        ("N05", "2025", "34", "12", 1 + 2 + 3 + 11 + 7 + 8 + 9, 3 * 20 + 50 + 3 * 20, True),
        ("N05", "2025-Q2", "34", "12", 11, 50, False),
        ("N05", "2025-H1", "34", "08", 10 + 12 + 15 + 17, 2 * 40 + 2 * 60, False),
        ("N05", "2026-Q3", "34", "12", None, None, False),  # a month above, a quarter below: no pair
        ("G02", "2026-Q1", "34", "12", 30, 80, False),  # three rows end in March: the month is the finest
        ("G02", "2026-Q1", "34", "75", 15, 20, False),  # revised after a row that was no number
        ("G02", "2026-Q1", "34", "46", None, None, False),  # revised to "not available"
        ("G02", "2026-Q1", "34", "VN", 77, 100, False),  # three of four provinces: the country's own row
        ("G02", "2025-Q2", "34", "75", 6, 24, True),  # one of two predecessors, the other reported in March
        ("S02", "2025-Q4", "34", "08", 2 + 3 + 4 + 5 + 6 + 7, 6 * 14, False),
        ("S02", "2026-Q1", "63", "02", 9 + 5, 28 + 14, False),  # one of its communes is two former ones
        ("S02", "2025-Q4", "63", "75", None, None, False),  # a commune of today leads nowhere
    ],
)
def test_figures_worked_by_hand(
    foreign: Callable[[str], Foreign],
    code: str,
    period: str,
    boundaries: str,
    area: str,
    numerator: float | None,
    denominator: float | None,
    provisional: bool,
) -> None:
    answer = foreign("corners").told("values", indicator=code, period=period, boundaries=boundaries)
    (value,) = (one for one in [*answer["data"], answer["national"]] if one["area_code"] == area)
    assert (value["numerator"], value["denominator"]) == (numerator, denominator)
    assert value["provisional"] is provisional
    assert (value["value"] is None) is (numerator is None)
