"""The rankings of the page So sánh agree with ranks counted from the API's values."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from callbacks.compare import read_compare_view, read_rankings
from indicators.ranking import Ranking, Span
from layouts.choice import choice
from tests.integration.oracle.application import Foreign
from tests.integration.oracle.ranks import Ranks, by_change, by_level, by_pace, since_baseline
from tests.integration.oracle.shipped import INDICATORS

# The minimum is below what the small provinces have as well as above it.
CASES = [("handful", 30), ("handful", 120), ("country", 30), ("corners", 1)]


def told(found: Ranking) -> Ranks:
    """The ranks as the page has them, and who is listed without one."""
    ranks: Ranks = {one.value.area_code: one.rank for one in found.ranked}
    assert not ranks.keys() & {one.value.area_code for one in found.unranked}
    assert all(one.reason for one in found.unranked)
    return ranks | {one.value.area_code: None for one in found.unranked}


@pytest.mark.parametrize(("name", "minimum"), CASES)
@pytest.mark.parametrize("code", ["S02", "G02", "E01", "N01", "X01"])
def test_ranks_agree(foreign: Callable[[str], Foreign], name: str, minimum: int, code: str) -> None:
    world, seen = foreign(name), set[int | None]()
    repository = world.repository
    assert repository.catalogue[code].direction == "up"
    for period, quarter_before, year_before in (
        ("2025-Q3", "2025-Q2", "2024-Q3"),
        ("2026-Q1", "2025-Q4", "2025-Q1"),
        ("2026-Q2", "2026-Q1", "2025-Q2"),
    ):
        values, before, long_before = (
            world.told("values", indicator=code, period=asked)["data"]
            for asked in (period, quarter_before, year_before)
        )
        table = repository.read_values(code, period)
        chosen = choice(f"?i={code}", repository.catalogue, "vi")
        view = read_compare_view(repository, chosen, minimum)
        assert view.looked_at is not None
        column = replace(view.looked_at, table=table)
        changes: dict[Span, Ranks] = {
            "quarter": by_change(values, before, minimum, lowest_first=False),
            "year": by_change(values, long_before, minimum, lowest_first=False),
            "baseline": since_baseline(values, minimum, lowest_first=False),
        }
        for span, expected in changes.items():
            asked = replace(view, choice=replace(view.choice, span=span))
            found = {way: told(ranking) for way, ranking in read_rankings(repository, asked, column).items()}
            assert found["change"] == expected, (period, span)
            assert found["level"] == by_level(values, minimum, lowest_first=False), period
            assert found["pace"] == by_pace(values, minimum), period
            seen |= {rank for ranks in found.values() for rank in ranks.values()}
    assert None in seen or name == "corners"


def test_the_columns_are_the_newest_values_with_the_statuses_of_the_day_asked(
    foreign: Callable[[str], Foreign],
) -> None:
    world = foreign("handful")
    for code in ("S02", "G02", "N05", "X01"):
        column = world.repository.read_column(code, "2026-Q2")
        period = column.table.period
        asked = world.told("values", indicator=code, period=period)["data"]
        judged = {
            value["area_code"]: value
            for value in world.told("values", indicator=code, period="2026-Q2")["data"]
        }
        assert not INDICATORS[code].milestone
        assert [value.value for value in column.table.values] == [value["value"] for value in asked]
        for value in column.table.values:
            assert value.status == judged[value.area_code]["status"], (code, value.area_code)


def test_ties_and_the_rest_counted_by_hand() -> None:
    def answer(area: str, value: float | None, **more: object) -> dict:
        sound = {"provisional": False, "status": "behind", "denominator": 50, "pace": value}
        return {"area_code": area, "value": value} | sound | more

    values = [answer("a", 0.1 + 0.2), answer("b", 0.3), answer("c", 0.5), answer("d", 0.1)]
    unsound = [answer("e", None), answer("f", 0.9, provisional=True), answer("g", 0.9, denominator=29)]
    expected = {"a": 2, "b": 2, "c": 1, "d": 4, "e": None, "f": None, "g": None}
    assert by_level([*values, *unsound], 30, lowest_first=False) == expected
