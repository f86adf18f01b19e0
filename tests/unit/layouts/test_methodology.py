"""The methodology page: every status with its rule, and every number from what is in force."""

from collections import Counter

from charts.statuses import ALL_STATUSES, MILESTONE_STATUSES, STATUSES, TASK_STATUSES
from indicators.progress import Thresholds
from layouts import ids
from layouts.methodology import Method, content, in_force
from layouts.methodology_statuses import DEADLINE_AHEAD, GROUPS, MILESTONES, TASKS
from tests.unit.charts.examples import EN, VI
from tests.unit.layouts.look import attributes, parts, texts

DEFAULT = Method(Thresholds(), 0.8, 30)


def said(method=DEFAULT, lang=VI):
    return " ".join(texts(content(method, lang)))


def test_every_status_is_there_with_its_icon_word_and_rule():
    judged = [rule for _, rules in GROUPS for rule in rules]
    assert {rule.code for rule in judged} == set(STATUSES)
    assert {rule.code for rule in MILESTONES} == set(MILESTONE_STATUSES)
    assert {rule.code for rule in TASKS} == set(TASK_STATUSES)
    found = texts(content(DEFAULT, VI))
    for code, status in ALL_STATUSES.items():
        assert {code, status.icon, status.word} <= set(found)


def test_the_order_is_that_of_the_test():
    assert [rule.code for rule in DEADLINE_AHEAD] == [
        "achieved",
        "slipped",
        "no_baseline",
        "too_early",
        "on_track",
        "accelerate",
        "behind",
        "reversing",
    ]


def test_every_status_and_every_part_can_be_linked_to():
    anchors = attributes(content(DEFAULT, VI), "id")
    assert not [anchor for anchor, count in Counter(anchors).items() if count > 1]
    assert set(STATUSES) | set(MILESTONE_STATUSES) <= set(anchors)
    contents = [href for href in attributes(content(DEFAULT, VI), "href") if href.startswith("#")]
    assert contents
    assert {href.removeprefix("#") for href in contents} <= set(anchors)


def test_no_anchor_is_the_id_of_a_component_that_callbacks_write():
    taken = {value for name, value in vars(ids).items() if name.isupper() and isinstance(value, str)}
    assert not taken & set(attributes(content(DEFAULT, VI), "id"))


def test_changed_settings_change_the_page():
    changed = said(Method(Thresholds(0.91, 0.55, 0.07), 0.65, 45))
    for written in ("0,91", "0,55", "7%", "65%", "45"):
        assert written in changed
        assert written not in said()
    for written in ("0,95", "80% địa bàn", "dưới 30"):
        assert written in said()


def test_every_number_in_force_is_told():
    numbers = in_force(Method(Thresholds(0.91, 0.55, 0.07), 0.65, 45), VI)
    assert all(number in said(Method(Thresholds(0.91, 0.55, 0.07), 0.65, 45)) for number in numbers.values())


def test_no_place_for_a_number_stays_open():
    for lang in (VI, EN):
        assert not [text for text in texts(content(DEFAULT, lang)) if "{" in text]


def test_the_formula_is_told_to_those_who_cannot_see_it():
    assert any(
        getattr(one, "role", "") == "img" and getattr(one, "aria-label", "")
        for one in parts(content(DEFAULT, VI))
    )
