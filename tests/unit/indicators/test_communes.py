"""Which units a commune of today was made of."""

from datetime import date

from indicators.areas import MERGER
from indicators.communes import former_communes
from tests.unit.indicators.country import SUCCESSIONS, areas

TODAY = date(2026, 9, 30)


def test_the_communes_that_went_into_one_are_named_with_their_province_then():
    found = former_communes(areas(), "02000", TODAY)
    assert [(one.code, one.province_vi, one.until, one.whole) for one in found] == [
        ("01000", "Hà Giang", MERGER, True),
        ("01001", "Hà Giang", MERGER, True),
    ]


def test_one_that_was_split_went_there_in_part():
    found = former_communes(areas(successions=[*SUCCESSIONS, (1000, 2001)]), "02000", TODAY)
    assert [one.whole for one in found] == [False, True]


def test_one_that_was_never_merged_or_is_not_there_was_made_of_none():
    assert former_communes(areas(), "03000", TODAY) == ()
    assert former_communes(areas(), "99999", TODAY) == ()
