"""Values by zone: which communes, summed how, and when that is too little."""

from datetime import date

import pytest

from indicators.areas import MERGER, Areas
from indicators.errors import UnknownParameter
from indicators.groups import zone_values
from indicators.periods import Period
from tests.unit.indicators.country import (
    LONG_AGO,
    NEW_A,
    STAYS,
    SUCCESSIONS,
    VERSIONS,
    facts,
    indicator,
    month,
    pair,
    readings,
    version,
)

SEPTEMBER = Period.parse("2026-09")
SEP = month(2026, 9)
# Commune 3004 lies outside the zones; 3005 has a word for a zone that is none.
ZONES = {
    2000: "I",
    2001: "I",
    2002: "III",
    2003: "III",
    2004: "III",
    3000: "III",
    3001: "II",
    3002: "II",
    3003: "III",
}


def zoned():
    kept = [one for one in VERSIONS if one.key not in ZONES]
    inside = [
        version(
            key,
            f"{key:05}",
            "commune",
            NEW_A if key < 3000 else STAYS,
            MERGER if key < 3000 else LONG_AGO,
            zone=zone,
        )
        for key, zone in ZONES.items()
    ]
    odd = version(3005, "03005", "commune", STAYS, zone="IV")
    return Areas.of([*kept, *inside, odd], list(SUCCESSIONS))


def by_zone(rows, period=SEPTEMBER, boundaries="34", parent=None, **changed):
    found = zone_values(readings(rows, where=zoned(), **changed), period, boundaries, parent)
    return {one.code: one for one in found}


def counts(found):
    return {zone: (one.numerator, one.denominator, one.reported, one.expected) for zone, one in found.items()}


ALL = pair(SEP, dict.fromkeys((*range(2000, 2005), *range(3000, 3006)), (1, 4)))


def test_the_communes_of_a_zone_add_up_over_all_provinces():
    assert counts(by_zone(ALL)) == {
        "I": (2, 8, 2, 2),
        "II": (2, 8, 2, 2),
        "III": (5, 20, 5, 5),
        "": (2, 8, 2, 2),
    }


def test_a_zone_is_a_ratio_of_sums_and_no_mean_of_ratios():
    rows = pair(SEP, {3001: (1, 1), 3002: (0, 9)})
    assert by_zone(rows)["II"].value == 10.0


def test_zones_stand_in_their_order_with_both_names():
    found = by_zone(ALL)
    assert list(found) == ["I", "II", "III", ""]
    assert (found["II"].name_vi, found[""].name_en) == ("Khu vực II", "Outside the zones")


def test_one_province_and_only_the_zones_it_has():
    assert counts(by_zone(ALL, parent="08")) == {"I": (2, 8, 2, 2), "III": (3, 12, 3, 3)}
    with pytest.raises(UnknownParameter):
        by_zone(ALL, parent="77")


def test_under_80_percent_of_its_communes_a_zone_is_provisional():
    rows = pair(SEP, {2000: (1, 4), 3001: (1, 4), 3002: (1, 4)})
    found = by_zone(rows)
    assert {zone: one.provisional for zone, one in found.items()} == {
        "I": True,
        "II": False,
        "III": False,
        "": False,
    }
    assert (found["III"].value, found["III"].reported, found["III"].expected) == (None, 0, 5)


def test_exactly_80_percent_is_enough():
    rows = pair(SEP, dict.fromkeys((2002, 2003, 2004, 3003), (1, 4)))
    assert by_zone(rows)["III"].provisional is False


def test_a_province_that_reports_as_a_whole_gives_no_zone_anything():
    own = pair(SEP, {STAYS: (5, 10)})
    assert by_zone(own) == {}
    found = by_zone(own + pair(SEP, dict.fromkeys(range(2000, 2005), (1, 4))))
    assert counts(found)["II"] == (None, None, 0, 2)
    assert counts(found)["III"] == (3, 12, 3, 5)


def test_the_past_is_that_of_the_communes_that_went_into_todays():
    early = month(2025, 3)
    rows = pair(early, dict.fromkeys((*range(1000, 1004), *range(1100, 1106)), (1, 4)))
    assert counts(by_zone(rows, Period.parse("2025-03")))["III"] == (6, 24, 3, 5)


def test_former_provinces_have_the_communes_that_lead_back_to_them():
    assert counts(by_zone(ALL, boundaries="63", parent="02")) == {"I": (2, 8, 2, 2)}


def test_what_has_ended_has_no_zones():
    ended = indicator(applicable_until=date(2026, 8, 31))
    assert by_zone(ALL, of=ended) == {}


def test_one_illustrative_row_marks_its_zone():
    rows = (
        pair(SEP, {3001: (1, 4)}) + pair(SEP, {3002: (1, 4)}, illustrative=True) + pair(SEP, {2000: (1, 4)})
    )
    assert [(zone, one.illustrative) for zone, one in by_zone(rows).items()][:2] == [
        ("I", False),
        ("II", True),
    ]


def test_a_count_has_no_denominator():
    count = indicator(kind="count", denominator=(), targets=())
    found = by_zone(facts("done", SEP, {3001: 3, 3002: 4}), of=count)["II"]
    assert (found.numerator, found.denominator, found.value) == (7, None, 7)
