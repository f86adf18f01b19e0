"""Each area is in one class, a class looks the same in every period, and what is missing is no zero."""

from dataclasses import replace
from typing import Any

import pytest

from charts.classes import classes, provisional
from charts.statuses import STATUSES
from tests.unit.charts.examples import INDICATOR, KNOWN, MISSING, VI, table

COLOURINGS = ("value", "status", "gap", "change")
MIXED: dict[str, Any] = {
    "p01": replace(KNOWN, value=0.0, gap=80),
    "p04": MISSING,
    "p08": replace(MISSING, status="not_applicable"),
    "p11": replace(KNOWN, status="too_early", value=3.0, gap=77),
    "p12": replace(KNOWN, provisional=True, coverage=0.5),
    "p14": replace(KNOWN, value=100.0, gap=-20, status="achieved"),
    "p15": replace(KNOWN, target=None, deadline=None, gap=None, status="no_target"),
}


def made(colouring, found=None, before=None, indicator=INDICATOR, theme="light"):
    found = table(**MIXED) if found is None else found
    return classes(found, indicator, colouring=colouring, lang=VI, theme=theme, before=before)


def of(area, found):
    (holder,) = [each for each in found if area in each.area_codes]
    return holder


def look(each):
    return each.colour, each.pattern


@pytest.mark.parametrize("colouring", COLOURINGS)
@pytest.mark.parametrize("boundaries", ["34", "63"])
def test_counts_add_up_to_the_areas(colouring, boundaries):
    areas = table(boundaries, p04=MISSING)
    found = made(colouring, areas)
    assert sum(each.count for each in found) == len(areas.values)
    assert sorted(code for each in found for code in each.area_codes) == sorted(
        v.area_code for v in areas.values
    )


@pytest.mark.parametrize("colouring", COLOURINGS)
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_colours_and_names_are_the_same_in_every_period(colouring, theme):
    def looks(found):
        return [(each.code, each.label, each.colour, each.pattern, each.icon) for each in found]

    other = table(period="2025-Q1", p01=MISSING)
    assert looks(made(colouring, theme=theme)) == looks(made(colouring, other, theme=theme))


@pytest.mark.parametrize("colouring", COLOURINGS)
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_no_two_classes_look_alike(colouring, theme):
    looks = [look(each) for each in made(colouring, theme=theme)]
    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize("colouring", COLOURINGS)
def test_a_zero_is_not_a_gap_in_the_data(colouring):
    found = made(colouring, before=table())
    zero, missing = of("01", found), of("04", found)
    assert missing.pattern == "hatch"
    assert zero.pattern == ""
    assert zero.colour != missing.colour


def test_what_is_missing_for_different_reasons_looks_different():
    areas = table(
        "63", p04=MISSING, p08=replace(MISSING, status="not_applicable"), p10=replace(MISSING, coverage=None)
    )
    found = made("value", areas)
    assert [of(code, found).code for code in ("04", "08", "10")] == ["no_data", "not_applicable", "unknown"]
    assert len({of(code, found).pattern for code in ("04", "08", "10")} - {""}) == 3


@pytest.mark.parametrize("colouring", COLOURINGS)
def test_what_no_longer_applies_is_not_called_inseparable(colouring):
    ended = table("63", p08=replace(MISSING, status="not_applicable", coverage=None))
    assert of("08", made(colouring, ended, before=ended)).code == "not_applicable"


def test_statuses_keep_their_icon_word_and_colour():
    found = made("status")
    assert (of("14", found).icon, of("14", found).label) == ("✓", "Đã đạt")
    assert of("14", found).colour == STATUSES["achieved"].light
    assert of("11", found).pattern == "rings"
    assert {each.code for each in found} == {*STATUSES, "unknown", "suppressed"}


def test_a_value_on_a_limit_belongs_to_the_class_above():
    found = made("value", table(p01=replace(KNOWN, value=15.0), p04=replace(KNOWN, value=14.999)))
    assert (of("01", found).label, of("04", found).label) == ("15 – 30%", "Dưới 15%")


def test_values_beyond_the_scale_are_in_the_outermost_classes():
    found = made("value", table(p01=replace(KNOWN, value=-5.0), p04=replace(KNOWN, value=130.0)))
    assert (of("01", found).label, of("04", found).label) == ("Dưới 15%", "Từ 90%")


def test_gaps_are_read_in_the_wanted_direction():
    found = made("gap")
    assert of("01", found).label == "Còn cách trên 50 điểm\u00a0%"
    assert of("14", found).label == "Tốt hơn trên 10 điểm\u00a0%"
    assert of("15", found).code == "no_target"
    down = replace(INDICATOR, direction="down")
    above = made("gap", table(p01=replace(KNOWN, value=100.0, gap=-60)), indicator=down)
    assert of("01", above).label == "Còn cách trên 50 điểm\u00a0%"


def test_change_is_that_over_the_year():
    before = table(period="2025-Q3", p01=replace(KNOWN, value=40.0), p04=MISSING)
    found = made("change", table(p08=replace(KNOWN, value=55.7)), before=before)
    assert of("01", found).label == "Tăng trên 15 điểm\u00a0%"
    assert of("08", found).label == "Giảm 5 – 15 điểm\u00a0%"
    assert of("11", found).label == "Gần như không đổi (±1 điểm\u00a0%)"
    assert of("04", found).code == "no_earlier"


def test_without_a_table_before_nothing_has_changed_unknowingly():
    assert of("11", made("change", table())).code == "no_earlier"


def test_provisional_is_a_mark_over_a_class_and_counted_beside_them():
    mark = provisional(table(**MIXED), VI, "light")
    assert mark.area_codes == ("12",)
    assert of("12", made("value")).code.startswith("step-")


def test_a_missing_value_is_not_called_provisional():
    assert provisional(table(p04=replace(MISSING, provisional=True)), VI, "light").count == 0


def test_a_milestone_of_the_country_alone_leaves_provinces_without_data():
    of_country = replace(INDICATOR, kind="milestone", level="country")
    whole = table()
    nobody = replace(whole, values=tuple(replace(MISSING, area_code=one.area_code) for one in whole.values))
    found = made("status", nobody, indicator=of_country)
    assert {each.code: each.count for each in found if each.count} == {"no_data": len(whole.values)}
