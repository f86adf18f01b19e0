"""The page of components in every theme, on a wall and on a phone."""

import pytest

from charts.tokens import THEMES

DRAWN = "return document.querySelectorAll('.design .js-plotly-plot .main-svg').length > 0"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", [1440, 390, 320])
def test_it_is_drawn_and_nothing_scrolls_sideways(browser, theme, width):
    browser.resize(width, 844)
    browser.open(f"/design?theme={theme}&lang={'en' if width == 390 else 'vi'}")
    browser.wait_until(DRAWN, 60)
    browser.settle()
    assert browser.run("return document.documentElement.scrollWidth") == width
    assert browser.run("return document.documentElement.dataset.theme") == theme
    ids = browser.run("return [...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_the_foot_of_every_page_leads_there_in_the_theme_that_was_chosen(browser):
    browser.open("/phuong-phap?theme=dark")
    browser.wait_for_element("#methodology-page h1", timeout=60)
    browser.run("document.querySelector('.footer [data-page=\"/design\"]').click()")
    browser.wait_until(DRAWN, 60)
    assert browser.run("return location.pathname + location.search") == "/design?theme=dark"
