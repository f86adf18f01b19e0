"""What stands where there is nothing to show: said, explained, with ways on; the same everywhere."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from dash import html

from indicators.groups import GroupValue
from layouts.components import nothing, nothing_mark
from layouts.indicator_groups import zones_card
from layouts.notices import empty_note
from layouts.ranking import ranking, ranking_card
from tests.unit.charts.examples import INDICATOR, MISSING, VI, table
from tests.unit.layouts.look import attributes, parts, texts

LAYOUTS = Path(__file__).parents[3] / "layouts"


def ways(shown):
    return [part for part in parts(shown) if isinstance(part, html.Button | html.A)]


def test_it_says_why_what_to_do_and_leads_there():
    way = html.Button("Bỏ lọc")
    shown = nothing("Không có gì.", "Hãy bỏ bớt điều kiện.", way)
    assert texts(shown) == ["∅", "Không có gì.", "Hãy bỏ bớt điều kiện.", "Bỏ lọc"]
    assert ways(shown) == [way]
    assert attributes(shown, "aria-hidden") == ["true"]  # the sign is for eyes alone


def test_nothing_may_be_good():
    shown = nothing("Không có dòng nào.", good=True)
    assert texts(shown) == ["✓", "Không có dòng nào."]
    assert "nothing--good" in shown.className


@pytest.mark.parametrize(("newest", "leads"), [("2026-Q2", 1), ("2026-Q3", 0), (None, 0)])
def test_an_empty_map_leads_to_the_newest_period_that_has_data(newest, leads):
    shown = empty_note("2026-Q3", newest, VI)
    assert len(ways(shown)) == leads
    assert len(texts(shown)) > 2  # where no way leads on, what to do is said


def test_an_indicator_of_the_country_alone_is_not_told_to_wait_for_provinces():
    empty = replace(table(), values=(MISSING,))
    for level, said in (("country", "hãy chọn chỉ số khác"), ("province", "Hãy chọn kỳ khác")):
        indicator = replace(INDICATOR, level=level)
        card = ranking_card(ranking(empty, indicator, 30), indicator, "top", None, 30, VI)
        assert said in " ".join(texts(card))


def test_a_zone_without_numbers_leaves_no_cell_empty():
    known = GroupValue("I", "Khu vực I", "Zone I", 1.0, 2.0, 50.0, provisional=False, illustrative=False)
    lacking = GroupValue(
        "II", "Khu vực II", "Zone II", None, None, None, provisional=False, illustrative=False
    )
    shown = zones_card([known, lacking], INDICATOR, "Huế", VI)
    assert "chưa có số liệu" in texts(shown)
    assert "nothing-mark" in attributes(shown, "className")


def test_no_page_writes_a_bare_dash_into_a_cell():
    """A dash without its reason is silence to who can't see it: `nothing_mark` says why."""
    assert texts(nothing_mark("không có chỉ tiêu")) == ["–", "không có chỉ tiêu"]
    bare = re.compile(r'html\.T[dh]\([^\n]*"–"')
    assert not [file.name for file in LAYOUTS.glob("*.py") if bare.search(file.read_text("utf-8"))]
