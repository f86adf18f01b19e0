"""The spread of areas: its five places, by values that can be compared alone."""

from dataclasses import replace

from indicators.spread import Spread, spread
from tests.unit.charts.examples import INDICATOR, KNOWN, MISSING

FIVE = [replace(KNOWN, area_code=f"0{level}", value=float(level)) for level in (1, 2, 3, 4, 5)]


def test_quartiles_of_five_values():
    assert spread(FIVE, INDICATOR, 30) == Spread(1, 2, 3, 4, 5, 5)


def test_where_less_is_wanted_the_worst_is_the_highest():
    assert spread(FIVE, replace(INDICATOR, direction="down"), 30) == Spread(5, 4, 3, 2, 1, 5)


def test_provisional_and_small_values_move_no_quartile():
    odd = [
        replace(KNOWN, area_code="11", value=99.0, provisional=True),
        replace(KNOWN, area_code="12", value=99.0, denominator=3),
        replace(MISSING, area_code="14"),
    ]
    assert spread([*FIVE, *odd], INDICATOR, 30) == spread(FIVE, INDICATOR, 30)


def test_too_few_have_no_quartiles():
    assert spread(FIVE[:3], INDICATOR, 30) is None
