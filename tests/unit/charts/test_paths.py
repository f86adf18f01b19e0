"""Several paths on one chart: told apart, named without collisions, on a scale that holds all of them."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import plotly.graph_objects as go
import pytest

from charts.paths import looks, path_scale, paths, ticks
from charts.tokens import THEMES
from tests.unit.charts.examples import INDICATOR, KNOWN, VI, series

COUNTRY = replace(KNOWN, area_code="VN", value=41.0)
STYLE = Path(__file__).parents[3] / "assets" / "5_compare.css"


def line(code, *values):
    return replace(series(*values), area_code=code, area_name=f"Tỉnh {code}", area_name_en=f"Province {code}")


NATIONAL = line("VN", 30.0, 35.0, 41.0)
SIX = [
    line(code, 20.0, 30.0, end)
    for code, end in zip("123456", (40.0, 40.1, 40.2, 12.0, 79.9, 80.0), strict=True)
]


def drawn(lines=SIX, value=COUNTRY, indicator=INDICATOR, theme="light", **more):
    return paths(lines, NATIONAL, indicator, value=value, lang=VI, theme=theme, **more)


def named(figure):
    return [each for each in figure["layout"]["annotations"] if each.get("x") == 1]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_plotly_knows_every_property(theme):
    go.Figure(drawn(theme=theme, merged_on=date(2025, 7, 1)))


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_six_lines_differ_in_colour_dash_or_marker_and_sign(theme):
    found = looks(theme)
    assert len(found) == 6
    for attribute in ("colour", "dash", "symbol", "sign"):
        assert len({getattr(one, attribute) for one in found}) >= (5 if attribute == "dash" else 6)


def test_the_style_sheet_has_the_colours_of_the_lines():
    css = STYLE.read_text("utf-8")
    used = re.findall(r"\.line-(\d) \{ --line: var\(--colour-([\w-]+)\); \}", css)
    assert [number for number, _ in used] == list("123456")
    for theme in THEMES:
        for (_, token), look in zip(used, looks(theme), strict=True):
            field, _, step = token.rpartition("-") if token[-1].isdigit() else (token, "", "")
            value = getattr(THEMES[theme], field.replace("-", "_"))
            assert look.colour == (value[int(step) - 1] if step else value)


def test_the_names_stand_apart_in_the_order_of_the_values_and_inside():
    labels = sorted(named(drawn()), key=lambda each: each["y"])
    low, high = drawn()["layout"]["yaxis"]["range"]
    gaps = [upper["y"] - lower["y"] for lower, upper in pairwise(labels)]
    assert len(labels) == 7
    assert min(gaps) >= 0.05 * (high - low)
    assert low < labels[0]["y"]
    assert labels[-1]["y"] <= high
    assert [re.search(r"Tỉnh \d|Cả nước", each["text"])[0] for each in labels] == [
        "Tỉnh 4",
        "Tỉnh 1",
        "Tỉnh 2",
        "Tỉnh 3",
        "Cả nước",
        "Tỉnh 5",
        "Tỉnh 6",
    ]


def test_a_line_without_a_value_has_no_name_and_a_gap_stays_a_gap():
    figure = drawn([line("1", None, None, None), line("2", 20.0, None, 30.0)])
    assert len(named(figure)) == 2
    assert figure["data"][2]["y"] == [20.0, None, 30.0]
    assert figure["data"][2]["connectgaps"] is False


def test_the_sum_of_a_count_is_no_line_among_its_parts():
    counted = replace(INDICATOR, kind="count", unit="mục", targets=())
    figure = drawn(value=replace(COUNTRY, target=None, value=9000.0), indicator=counted)
    assert figure["data"][0]["visible"] is False
    assert not any("Cả nước" in each["text"] for each in named(figure))


def test_the_scale_holds_every_value_and_the_target_by_round_numbers():
    low, high, step = path_scale([*SIX, NATIONAL], COUNTRY, INDICATOR)
    assert (low, high, step) == (0, 80, 20)
    assert ticks(low, high, step) == [0, 20, 40, 60, 80]


def test_close_values_are_not_stretched_over_the_whole_axis():
    low, high, _ = path_scale([line("1", 50.0, 50.5)], replace(COUNTRY, target=None), INDICATOR)
    assert high - low >= 20
    assert low <= 50 <= 50.5 <= high


def test_nothing_at_all_is_drawn_on_the_indicator_s_own_scale():
    low, high, _ = path_scale([line("1", None)], replace(COUNTRY, target=None), INDICATOR)
    assert (low, high) == (0, 100)
    go.Figure(drawn([line("1")]))
