"""For who asked the system for less motion: nothing moves by itself, and what changes changes at once."""

import pytest

from layouts.pages import PAGES

ADDRESSES = {"/tinh": "/tinh?area=08", "/xa": "/xa?i=S02&p=2026-Q3&area=08"}


@pytest.fixture
def still(browser):
    """A reader who asked the system for less motion."""
    wish = {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", wish)
    yield browser
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


MOVING = """
    return [...document.querySelectorAll('*')].filter((one) => {
        const style = getComputedStyle(one);
        const long = (times) => times.split(',').some((time) => parseFloat(time) > 0);
        return style.scrollBehavior === 'smooth' || long(style.transitionDuration)
            || (style.animationName !== 'none' && long(style.animationDuration));
    }).map((one) => one.className.baseVal ?? one.className).concat(document.getAnimations().map(String))"""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_nothing_moves_for_who_wants_less_motion(still, page):
    still.open(ADDRESSES.get(page.path, page.path))
    still.wait_for_element("main")
    assert still.run(MOVING) == []  # while it waits
    still.wait_for_element("h1", timeout=60)
    still.settle()
    assert still.run(MOVING) == []


def test_playing_begins_when_it_is_asked_for_and_steps_without_motion(still):
    still.open("/ban-do?p=2026-Q2")
    still.wait_until("return document.querySelector('#map .choroplethlayer path')", 60)
    still.settle()
    still.run("window.dash_clientside.set_props('play-tick', {interval: 1500})")
    assert still.find_element("#play").get_attribute("aria-pressed") == "false"
    assert still.run("return location.search") == "?p=2026-Q2"
    still.run("document.getElementById('play').focus()")
    still.press("ENTER")
    still.wait_until("return location.search === '?p=2026-Q3'", 20)
    assert still.run(MOVING) == []
    still.wait_until("return document.getElementById('play').getAttribute('aria-pressed') === 'false'", 20)


def test_a_presentation_turns_by_hand_alone_for_who_wants_less_motion(still):
    still.open("/?present=1")
    still.wait_for_element(".slides-bar", timeout=60)
    still.wait_until(
        "return document.querySelector('[data-slides=pause]')?.getAttribute('aria-pressed') === 'false'"
    )
