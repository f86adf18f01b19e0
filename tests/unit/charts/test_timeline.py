"""The timeline of tasks: valid, in the order given, honest about what is done and late."""

import json
from datetime import date

import plotly.graph_objects as go
import pytest

from charts.statuses import TASK_STATUSES
from charts.timeline import Bar, height, timeline
from charts.tokens import THEMES
from tests.unit.charts.examples import EN, VI

TODAY = date(2026, 11, 24)
OPEN = Bar("III.1.a", "Chuyển đổi nhận thức", "in_progress", date(2025, 1, 1), date(2027, 1, 1), 50)
DONE = Bar("III.2.a", "Trung tâm dữ liệu", "done", date(2025, 1, 1), date(2027, 1, 1), 90, date(2026, 1, 1))
LATE = Bar("NV330.1", "Báo cáo", "done_late", date(2023, 6, 1), date(2025, 12, 31), 100, date(2026, 3, 1))
OVERDUE = Bar("NV330.2", "Cổng thông tin", "overdue", date(2023, 6, 1), date(2025, 12, 31), 80)
SILENT = Bar("NV330.3", "Họp trực tuyến", "no_report", date(2023, 1, 1), date(2025, 12, 31))
BARS = (OPEN, DONE, LATE, OVERDUE, SILENT)
DAY = 86_400_000


def drawn(*bars, theme="light", lang=VI):
    return timeline(bars or BARS, today=TODAY, lang=lang, theme=theme)


def trace(figure, name):
    (found,) = [each for each in figure["data"] if each["name"] == name]
    return found


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("lang", [VI, EN], ids=["vi", "en"])
def test_it_is_a_valid_figure_without_addresses(theme, lang):
    figure = drawn(theme=theme, lang=lang)
    assert len(go.Figure(figure).data) == 4
    assert "://" not in json.dumps(figure, ensure_ascii=False)


def test_bars_run_from_start_to_due_day_in_the_order_given():
    planned = trace(drawn(), "planned")
    assert planned["base"][0] == "2025-01-01"
    assert planned["x"][0] == 730 * DAY
    assert [row[0] for row in planned["customdata"]] == [bar.code for bar in BARS]


def test_what_is_done_is_the_share_told_or_the_days_until_completion():
    done = trace(drawn(), "done")["x"]
    assert done[0] == 365 * DAY
    assert done[1] == 365 * DAY
    assert done[2] == trace(drawn(), "planned")["x"][2]
    assert done[4] == 0


def test_a_late_task_is_drawn_until_it_was_done_or_until_today():
    late = trace(drawn(), "late")
    assert late["x"] == ["2025-12-31", "2026-03-01", None, "2025-12-31", "2026-11-24", None]
    assert late["y"] == [2, 2, None, 3, 3, None]


def test_a_completed_task_is_marked_on_its_day():
    found = trace(drawn(), "completed")
    assert (found["x"], found["y"]) == (["2026-01-01", "2026-03-01"], [1, 2])
    assert found["marker"]["color"][1] == TASK_STATUSES["done_late"].light


def test_today_is_named_and_the_axis_holds_every_bar():
    layout = drawn()["layout"]
    assert layout["xaxis"]["range"] == ["2023-01-01", "2028-01-01"]
    assert layout["shapes"][0]["x0"] == "2026-11-24"
    assert any("24/11/2026" in each["text"] for each in layout["annotations"])


def test_titles_stand_over_their_bars_and_long_ones_are_cut_between_words():
    long = Bar("X", "dài " * 60, "done", date(2024, 1, 1), date(2025, 1, 1))
    title = drawn(OPEN, long)["layout"]["annotations"]
    assert "Chuyển đổi nhận thức" in title[0]["text"]
    assert title[1]["text"].endswith("dài…")


def test_the_figure_grows_with_its_rows():
    assert height(BARS) - height(BARS[:1]) == 4 * (height(BARS[:2]) - height(BARS[:1]))
    assert drawn()["layout"]["height"] == height(BARS)


def test_what_is_not_known_is_not_drawn_as_a_number():
    assert "%" not in trace(drawn(SILENT), "planned")["customdata"][0][2]


@pytest.mark.parametrize("theme", THEMES)
def test_no_task_at_all_is_still_a_figure(theme):
    figure = timeline([], today=TODAY, lang=VI, theme=theme)
    assert go.Figure(figure).layout.xaxis.range
    assert 0 < height([]) <= height(BARS[:1])
