"""The heat map of reports: classes, texts, and what pointing at a cell tells."""

import pytest

from charts.heatmap import CLASS_WORDS, NOT_DUE, cell_text, class_colours, class_of, heatmap, period_ticks
from charts.tokens import THEMES, contrast, ink_on
from indicators.reporting import Tally
from tests.unit.charts.examples import EN, VI

PROVINCES = [("08", "Tuyên Quang"), ("04", "Cao Bằng")]
PERIODS = ["2026-09", "2026-10"]


def tally(due, reported, on_time=0):
    return Tally("08", "2026-09", due, reported, on_time)


def made(selected=None, shown="reported", lang=VI):
    tallies = {("08", "2026-09"): tally(8, 7, 2), ("04", "2026-09"): tally(8, 8, 8)}
    return heatmap(PROVINCES, PERIODS, tallies, shown=shown, lang=lang, theme="light", selected=selected)


@pytest.mark.parametrize(
    ("reported", "place"),
    [(1000, 0), (999, 1), (950, 1), (949, 2), (800, 2), (799, 3), (500, 3), (499, 4), (0, 4)],
)
def test_classes_begin_at_their_floors(reported, place):
    assert class_of(tally(1000, reported), "reported") == place


def test_nothing_due_is_a_class_of_its_own():
    assert class_of(None, "reported") == class_of(tally(0, 0), "reported") == NOT_DUE


def test_only_what_lacks_carries_a_number_and_it_never_rounds_up_to_all():
    assert cell_text(tally(8, 8), "reported") == ""
    assert cell_text(tally(1000, 999), "reported") == "99"
    assert cell_text(tally(8, 0), "reported") == "0"
    assert cell_text(None, "reported") == "–"


def test_rows_and_columns_keep_their_order_and_their_classes():
    (trace,) = made()["data"]
    assert trace["z"] == [[2, NOT_DUE], [0, NOT_DUE]]
    assert [row[0][0] for row in trace["customdata"]] == ["08", "04"]


def test_pointing_at_a_cell_tells_province_period_share_and_counts():
    (trace,) = made()["data"]
    assert trace["customdata"][0][0][1] == "<b>Tuyên Quang</b>, Tháng 9/2026<br>87,5% · 7/8 báo cáo đã về"
    assert "không có báo cáo đến hạn" in trace["customdata"][0][1][1]
    (timely,) = made(shown="on_time")["data"]
    assert "25,0% · 2/8 báo cáo đúng hạn" in timely["customdata"][0][0][1]
    (english,) = made(lang=EN)["data"]
    assert "87.5%" in english["customdata"][0][0][1]


def test_the_province_chosen_is_framed():
    assert made()["layout"]["shapes"] == []
    (frame,) = made(selected="04")["layout"]["shapes"]
    assert (frame["y0"], frame["y1"]) == (0.5, 1.5)


@pytest.mark.parametrize("theme", THEMES)
def test_every_class_has_a_colour_on_which_its_text_is_read(theme):
    colours = class_colours(theme)
    assert len(colours) == len(CLASS_WORDS)
    assert all(contrast(ink_on(colour), colour) >= 4.5 for colour in colours)


def test_years_stand_over_the_first_of_their_periods_where_there_is_room():
    assert period_ticks(["2026-Q3", "2026-Q4", "2027-Q1"]) == ["2026<br>III", "IV", "2027<br>I"]
    assert period_ticks(["2025-12", "2026-01", "2026-02"]) == ["12", "2026<br>1", "2"]
    assert period_ticks(["2025", "2026"]) == ["2025", "2026"]
