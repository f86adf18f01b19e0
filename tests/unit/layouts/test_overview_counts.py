"""The headline of the overview and the counts under it."""

from collections import Counter
from dataclasses import replace

import pytest

from charts.statuses import MILESTONE_STATUSES, STATUSES
from language import language
from layouts.overview_counts import STANDINGS, UNCOUNTED, bar, caveat, sentence, standings
from tests.unit.charts.examples import KNOWN, VI


def test_every_status_is_counted_once_or_named_as_uncounted():
    counted = [status for statuses in STANDINGS.values() for status in statuses]
    assert Counter([*counted, *UNCOUNTED]) == Counter([*STATUSES, *MILESTONE_STATUSES])


def test_the_standings_add_up_to_the_targets_judged():
    counts = {"on_track": 3, "missed": 2, "no_data": 1, "no_target": 7, "not_applicable": 1, "claimed": 1}
    assert sum(standings(counts).values()) == 7


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({"on_track": 2, "behind": 1}, "2/3 chỉ tiêu đã đạt hoặc đúng tiến độ; 1 chậm so với lộ trình."),
        ({"achieved": 2}, "Cả 2 chỉ tiêu đã đạt hoặc đúng tiến độ."),
        ({"no_data": 4}, "0/4 chỉ tiêu đã đạt hoặc đúng tiến độ; 4 thiếu số liệu."),
        ({"no_target": 3}, "Không có chỉ tiêu nào để đánh giá trong phần đang xem."),
        (
            {"on_track": 1, "overdue": 2, "claimed": 1},
            "1/4 chỉ tiêu đã đạt hoặc đúng tiến độ; 2 không đạt hoặc quá hạn; 1 chưa đủ căn cứ kết luận.",
        ),
    ],
)
def test_the_headline_says_what_the_counts_say(counts, told):
    assert sentence(counts, VI) == told


def test_the_english_headline_counts_too():
    assert sentence({"on_track": 2, "behind": 1}, language("en")).startswith("2/3 targets")


def test_a_bar_is_as_long_to_another_as_its_counts():
    shares = bar(["on_track", "achieved", "no_data"], Counter(on_track=4, achieved=1), 10).children
    assert [one.style["width"] for one in shares] == ["40%", "10%"]


def test_numbers_that_are_not_firm_are_owned_up_to():
    weak = [
        replace(KNOWN, provisional=True),
        replace(KNOWN, stale=True),
        replace(KNOWN, status="no_target", stale=True),
    ]
    assert caveat([KNOWN, *weak], VI).startswith("2 chỉ tiêu")
    assert caveat([KNOWN], VI) == ""
