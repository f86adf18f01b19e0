"""The tour as a first reader meets it: offered in a line, walked by keys, ended by Escape, offered once."""

import pytest

from layouts.tour import STEPS

OFFER = "document.querySelector('.tour-offer')?.checkVisibility() ?? false"
OPEN = "return !document.getElementById('tour').hidden"
STEP = "return [...document.querySelectorAll('.tour-step')].findIndex((step) => !step.hidden)"
RING = """
    const ring = document.querySelector('.tour-ring').getBoundingClientRect();
    const box = document.querySelector(arguments[0]).getBoundingClientRect();
    return Math.abs(ring.left - box.left + 4) < 2 && Math.abs(ring.top - box.top + 4) < 2;"""
CARD = "const box = document.querySelector('.tour-card').getBoundingClientRect();"
INSIDE = f"""{CARD}
    return box.left >= 0 && box.top >= 0 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1;"""
SHIFTS = """
    window.shifted = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifted += entry.value;
    }).observe({type: 'layout-shift', buffered: true})"""


def open_page(browser, path="/"):
    browser.open(path)
    browser.wait_until("return document.querySelector('main h1')?.checkVisibility()", 60)
    browser.settle()


def start(browser, selector=".tour-offer [data-tour=start]"):
    browser.run("document.querySelector(arguments[0]).focus()", selector)
    browser.press("ENTER")
    browser.wait_until(OPEN)


def shown(browser):
    return STEPS[browser.run(STEP)]


@pytest.mark.parametrize(
    ("path", "first", "count"), [("/", ".overview-head", 6), ("/ban-do", ".controls", 6)]
)
def test_the_keyboard_walks_all_steps_and_comes_back(browser, path, first, count):
    open_page(browser, path)
    start(browser)
    assert browser.run("return document.activeElement.textContent") == shown(browser).title
    assert shown(browser).target == first
    walked = [shown(browser)]
    browser.wait_until(RING.replace("arguments[0]", repr(first)))
    for place in range(2, count + 1):
        browser.press("ARROW_RIGHT")
        browser.wait_until(
            f"return document.querySelector('.tour-place').textContent === 'Bước {place}/{count}'"
        )
        walked.append(shown(browser))
    assert len(set(walked)) == count
    browser.press("ARROW_LEFT")
    assert shown(browser) == walked[-2]
    browser.press("ARROW_RIGHT")
    assert browser.find_element("[data-tour=next]").text == "Xong"
    browser.run("document.querySelector('[data-tour=next]').focus()")
    browser.press("ENTER")
    browser.wait_until(f"return !{OPEN.removeprefix('return ')}")
    assert browser.run("return document.activeElement.id") == "main"  # the offer has gone
    assert not browser.run(f"return {OFFER}")


def test_refused_it_stays_away_and_the_header_has_it_again(browser):
    open_page(browser)
    assert browser.run(f"return {OFFER}")
    assert not browser.run(OPEN)  # nothing is in the way of a first visit
    browser.find_element(".tour-offer .tour-refuse").click()
    browser.wait_until(f"return !({OFFER})")
    open_page(browser, "/ban-do")
    assert not browser.run(f"return {OFFER}")
    start(browser, ".header .tool[data-tour=start]")
    browser.press("ESCAPE")
    browser.wait_until(f"return !{OPEN.removeprefix('return ')}")
    assert browser.run("return document.activeElement.matches('.header .tool[data-tour=start]')")


def test_escape_closes_what_lies_over_the_tour_before_the_tour(browser):
    open_page(browser)
    start(browser)
    browser.run("document.querySelector('.search-opener').click()")
    browser.wait_for_element("#search[open]")
    browser.press("ESCAPE")
    browser.wait_until("return !document.querySelector('#search[open]')")
    assert browser.run(OPEN)
    browser.press("ESCAPE")
    browser.wait_until(f"return !{OPEN.removeprefix('return ')}")


def test_the_page_stays_usable_beside_it_and_another_page_ends_it(browser):
    open_page(browser, "/ban-do?p=2026-Q3")
    start(browser)
    browser.run("document.querySelector('[data-choose=\"c=value\"]').click()")
    browser.wait_until("return location.search.includes('c=value')")
    browser.settle()
    assert browser.run(OPEN)
    browser.run("document.querySelector('.pages a[data-page=\"/phuong-phap\"]').click()")
    browser.wait_for_element("#methodology-page h1", timeout=60)
    assert not browser.run(OPEN)


def test_steps_whose_part_is_not_on_the_page_are_left_out(browser):
    open_page(browser, "/phuong-phap")
    assert not browser.run(f"return {OFFER}")
    start(browser, ".footer [data-tour=start]")
    assert shown(browser).target == ".search-opener"
    assert browser.find_element(".tour-place").text == "Bước 1/2"


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844), (320, 568)])
@pytest.mark.parametrize("path", ["/", "/ban-do"])
def test_its_card_is_in_the_window_at_every_step(browser, path, size):
    browser.resize(*size)
    browser.driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}
    )
    open_page(browser, path)
    start(browser)
    for _ in range(6):
        browser.wait_until(
            RING.replace("arguments[0]", repr(shown(browser).target.split(",")[0]))
            if size[0] > 640
            else INSIDE
        )
        browser.wait_until(INSIDE)
        if size[0] <= 640:
            assert browser.run(f"{CARD} return Math.round(box.bottom) === innerHeight && box.left === 0")
        browser.press("ARROW_RIGHT")
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_the_offer_moves_nothing(browser):
    browser.open("/")
    browser.run(SHIFTS)
    browser.wait_until("return document.querySelector('main h1')?.checkVisibility()", 60)
    browser.settle()
    assert browser.run(f"return {OFFER}")
    assert browser.run("return window.shifted") < 0.05
