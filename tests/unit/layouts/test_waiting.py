"""What stands on a page until its numbers are there."""

import pytest

from indicators.catalogue import read_catalogue
from language import language
from layouts.pages import PAGES
from layouts.waiting import awaited, skeleton

CATALOGUE = read_catalogue()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_a_page_that_awaits_numbers_has_a_shape(page):
    awaits = "'awaited'" in str(page.layout(CATALOGUE, language("vi")).to_plotly_json())
    assert awaits == bool(page.shape)


def test_a_skeleton_has_a_block_for_each_of_its_shape():
    blocks = skeleton(((12, 4), (3, 20.5))).children
    assert [block.style for block in blocks] == [
        {"--columns": 12, "--height": "4rem"},
        {"--columns": 3, "--height": "20.5rem"},
    ]


def test_what_is_awaited_is_never_seen():
    assert awaited().hidden
