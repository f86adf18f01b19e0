"""Links between the pages."""

import pytest

from indicators.catalogue import read_catalogue
from layouts.choice import choice
from layouts.links import INDICATOR, address, link
from layouts.pages import PAGES


def chosen(search=""):
    return choice(search, read_catalogue(), "vi")


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("", "/chi-tieu?i=S02"),
        ("?lang=en", "/chi-tieu?i=S02&lang=en"),
        ("?theme=contrast&load=12&p=2026-Q3", "/chi-tieu?i=S02&theme=contrast&load=12"),
        ("?theme=light", "/chi-tieu?i=S02&theme=light"),  # said, so that it holds on a dark system, too
    ],
)
def test_a_link_keeps_what_is_set_for_all_pages_and_nothing_else(search, expected):
    assert address(INDICATOR, chosen(search), i="S02", area=None) == expected


def test_a_link_says_which_page_it_leads_to():
    assert link("x", INDICATOR, chosen()).to_plotly_json()["props"]["data-page"] == INDICATOR


def test_every_page_has_an_address_of_its_own():
    assert len({page.path for page in PAGES}) == len(PAGES)
