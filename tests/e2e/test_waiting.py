"""Waiting: nothing that is seen jumps from the first paint on; what was seen stays until the new is there."""

from contextlib import contextmanager

import pytest

from layouts.pages import PAGES

MOST = 0.05  # of what is seen, by how far it moves: the cumulative layout shift of Web Vitals
# Every shift counts here, also those within half a second of a key or a click, which Web Vitals forgives.
WATCH = """
    window.shifts = [];
    new PerformanceObserver((list) => {
        for (const { value, sources, startTime } of list.getEntries())
            window.shifts.push([
                value,
                Math.round(startTime),
                ...sources.map(({ node }) => node?.id || node?.className || node?.nodeName),
            ]);
    }).observe({ type: "layout-shift", buffered: true });"""
SLOW = {"offline": False, "latency": 100, "downloadThroughput": 500_000, "uploadThroughput": 200_000}
FAST = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
SIZES = ((1440, 900), (1350, 940), (390, 844))
ADDRESSES = {
    "/tinh": "/tinh?area=08",
    "/xa": "/xa?i=S02&p=2026-Q3&area=08",
    "/so-sanh": "/so-sanh?i=S02&areas=08,04,11&area=08",
}


@contextmanager
def slowly(browser):
    """A browser with an empty cache on a slow line, so that what comes late is seen to move."""
    watched = browser.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
    browser.driver.execute_cdp_cmd("Network.enable", {})
    browser.driver.execute_cdp_cmd("Network.clearBrowserCache", {})
    browser.driver.execute_cdp_cmd("Network.emulateNetworkConditions", SLOW)
    try:
        yield
    finally:
        browser.driver.execute_cdp_cmd("Network.emulateNetworkConditions", FAST)
        browser.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", watched)


def moved(browser) -> float:
    """How far things have moved until the page has nothing left to ask and its letters are there."""
    browser.settle()
    browser.wait_until("return !document.querySelector('.awaited') && document.fonts.status === 'loaded'")
    browser.driver.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")
    shifts = browser.run("return window.shifts")
    return sum(value for value, *_ in shifts)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_nothing_jumps_while_a_page_comes(browser, page, size):
    browser.resize(*size)
    with slowly(browser):
        browser.open(ADDRESSES.get(page.path, page.path))
        assert moved(browser) < MOST, browser.run("return window.shifts")


ANSWERS = {"patterns": [{"urlPattern": "*/_dash-update-component"}]}
LONG_SINCE = """
    const [{ loadEventEnd: come }] = performance.getEntriesByType("navigation");
    return come > 0 && performance.now() - come > 5000"""


@pytest.mark.parametrize("path", ["/xa?i=S02&p=2026-Q3&area=08", "/chat-luong", "/nhiem-vu"])
def test_what_is_fetched_ahead_is_used_however_long_the_answers_take(browser, start_app, demo_url, path):
    """Chromium warns of what isn't within three seconds; the console must be empty."""
    browser.site = start_app(warehouse_url=demo_url)  # which has no numbers at hand
    browser.driver.execute_cdp_cmd("Fetch.enable", ANSWERS)
    try:
        browser.driver.get(browser.site + path)
        browser.wait_until(LONG_SINCE, timeout=60)
    finally:
        browser.driver.execute_cdp_cmd("Fetch.disable", {})
    browser.settle()
    assert browser.find_elements("#main h1")
