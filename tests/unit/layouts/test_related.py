"""The links to the indicators that a task serves, or that a system gives or takes."""

from layouts.choice import choice
from layouts.related import related
from tests.unit.layouts.look import attributes, texts
from tests.unit.layouts.tasks_examples import CATALOGUE

CHOSEN = choice("?theme=dark", CATALOGUE, "vi")


def test_known_ones_are_links_that_keep_what_was_chosen():
    shown = related("Phục vụ chỉ tiêu:", ("S02", "Q99"), CATALOGUE, CHOSEN)
    assert texts(shown)[:2] == ["Phục vụ chỉ tiêu:", "S02"]
    (href,) = attributes(shown, "href")
    assert "i=S02" in href
    assert "theme=dark" in href


def test_nothing_is_said_where_none_is_known():
    assert related("Phục vụ chỉ tiêu:", ("Q99",), CATALOGUE, CHOSEN) == []
