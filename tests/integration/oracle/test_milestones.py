"""Milestones of the API on warehouses of other people, against the recomputation and by hand."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.integration.oracle.application import Foreign, differences
from tests.integration.oracle.milestones import listed
from tests.integration.oracle.schema import span
from tests.integration.oracle.shipped import INDICATORS, MILESTONES

PERIODS = (None, "2024", "2025-Q2", "2025-06", "2025-12", "2025", "2026-01", "2026-9M", "2026")


def compared(foreign: Foreign, period: str | None, boundaries: str, as_of: int | None = None) -> list[str]:
    """How one answer of /milestones differs from the recomputation."""
    asked = {"period": period, "boundaries": boundaries, "as_of_load": as_of}
    answer = foreign.told("milestones", **{name: value for name, value in asked.items() if value})
    assert answer.keys() == {"data"}
    got = {(one["code"], one["area_code"]): one for one in answer["data"]}
    assert len(got) == len(answer["data"])
    on = span(period)[1] if period else date.today()
    expected = listed(foreign.world(as_of), boundaries, on)
    assert got.keys() == expected.keys()
    assert all(got[key].keys() == record.keys() for key, record in expected.items())
    return [
        line
        for key, record in expected.items()
        for line in differences(f"{key} {period} {boundaries} {as_of}", record, got[key])
    ]


@pytest.mark.parametrize("name", ["handful", "country", "corners", "bare", "without_facts", "spoilt"])
def test_milestones_agree(foreign: Callable[[str], Foreign], name: str) -> None:
    lines = [
        line
        for period in PERIODS
        for boundaries in ("34", "63", "reported")
        for line in compared(foreign(name), period, boundaries)
    ]
    assert not lines, "\n".join(lines[:20])


@pytest.mark.parametrize(("name", "as_of"), [("corners", 1), ("corners", 2), ("corners", 3)])
def test_milestones_as_of_an_earlier_load_agree(
    foreign: Callable[[str], Foreign], name: str, as_of: int
) -> None:
    lines = [
        line
        for period in (None, "2025-11", "2026-Q1")
        for line in compared(foreign(name), period, "34", as_of)
    ]
    assert not lines, "\n".join(lines[:20])


@pytest.mark.parametrize(
    ("code", "area", "boundaries", "period", "status"),
    [
        ("D01", "12", "34", "2025-11", "in_progress"),  # completed a month later
        ("D01", "12", "34", "2025", "completed"),
        ("D01", "08", "34", "2025", "overdue"),
        ("D01", "08", "34", "2026-01", "completed_late"),
        ("D01", "46", "34", "2026-Q1", "completed"),
        ("D01", "75", "34", "2025-11", "not_started"),  # what a former province did is not its doing
        ("D01", "75", "34", "2025", "overdue"),
        ("D01", "70", "63", "2025", "completed"),
        ("D01", "75", "63", "2025-H1", "not_started"),
        ("S03", "12", "34", "2026-Q1", "at_risk"),
        ("S03", "08", "34", "2026-Q1", "in_progress"),
        ("S03", "46", "34", "2026-Q1", "in_progress"),
        ("S03", "75", "34", "2026-Q1", "not_started"),
        ("N06", "12", "34", "2026-Q1", "in_progress"),
        ("N06", "46", "34", "2026-Q1", "overdue"),
        ("N06", "VN", "34", "2026-Q1", "overdue"),
        ("A01", "VN", "34", "2025", "claimed"),
        ("A02", "VN", "34", "2026-Q1", "completed_late"),
        ("A03", "VN", "34", "2026-Q1", "overdue"),
        ("G06", "VN", "34", "2026-Q1", "not_started"),
    ],
)
def test_statuses_worked_by_hand(
    foreign: Callable[[str], Foreign], code: str, area: str, boundaries: str, period: str, status: str
) -> None:
    answer = foreign("corners").told("milestones", period=period, boundaries=boundaries)
    found = [one["status"] for one in answer["data"] if (one["code"], one["area_code"]) == (code, area)]
    assert found == [status]


def test_the_country_counts_provinces(foreign: Callable[[str], Foreign]) -> None:
    answer = foreign("corners").told("values", indicator="D01", period="2026-Q1", boundaries="63")["national"]
    assert (answer["value"], answer["denominator"], answer["status"]) == (3, 4, "overdue")
    answer = foreign("corners").told("values", indicator="S03", period="2026-Q1")["national"]
    assert (answer["value"], answer["denominator"], answer["status"]) == (0, 4, "at_risk")


def test_without_the_table_nobody_has_begun(foreign: Callable[[str], Foreign]) -> None:
    answer = foreign("bare").told("milestones", period="2025-Q1")["data"]
    assert {one["code"] for one in answer} == set(MILESTONES)
    assert {one["status"] for one in answer} == {"not_started"}
    owing = [code for code in MILESTONES if INDICATORS[code].milestone == "province"]
    assert {one["area_code"] for one in answer if one["code"] in owing} == {"04", "12", "08"}


@pytest.mark.parametrize(
    ("parameter", "asked"),
    [("period", "2026-Q5"), ("boundaries", "35"), ("as_of_load", "newest"), ("as_of_load", "4")],
)
def test_wrong_parameter_is_named(foreign: Callable[[str], Foreign], parameter: str, asked: str) -> None:
    answer = foreign("corners").ask("milestones", **{parameter: asked})
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert parameter in answer.text
