"""The terms of a page explained on the spot: by the pointer, the keyboard and a finger; each marked once."""

from collections import Counter

import pytest
from selenium.webdriver import ActionChains

from layouts.pages import PAGES

NOTE = "document.getElementById('term-note')"
SHOWN = f"return {NOTE}.matches(':popover-open')"
TERM = "[data-term=provisional]"
ADDRESSES = {"/tinh": "/tinh?area=08", "/xa": "/xa?i=S02&p=2026-Q3&area=08"}
MARKED = "return [...document.querySelectorAll('[data-term]')].map((one) => one.dataset.term)"
# These at least are explained on a page; the design page shows everything several times.
EXPLAINED = {
    "/": {"on_track", "provisional", "stale", "target", "milestone"},
    "/ban-do": {"boundaries", "status", "target", "ranking"},
    "/so-sanh": {"status", "provisional", "illustrative", "ranking", "boundaries", "pace"},
    "/tinh": {"on_track", "pace", "peers", "zone"},
    "/xa": {"boundaries", "coverage", "zone"},
    "/chi-tieu": {"coverage", "target", "zone"},
    "/nhiem-vu": {"illustrative", "target"},
    "/he-thong": {"illustrative"},
    "/chat-luong": {"fault"},
    "/bao-cao": {"indicator"},
}
HEADER = {"as_of", "load"}
TAP = """
    const at = document.querySelector(arguments[0]).getBoundingClientRect();
    return [at.left + at.width / 2, at.top + at.height / 2];"""


def open_overview(browser, search=""):
    browser.open(f"/{search}")
    browser.wait_for_element(TERM, timeout=60)
    browser.settle()


def focus(browser, selector=TERM):
    """The term before has the focus, Tab goes on to this one: as the keyboard does it."""
    browser.run(
        "const all = [...document.querySelectorAll('a[href], button, select, input, [tabindex=\"0\"]')]"
        ".filter((one) => one.checkVisibility() && one.tabIndex >= 0);"
        "all[all.indexOf(document.querySelector(arguments[0])) - 1].focus()",
        selector,
    )
    browser.press("TAB")
    browser.wait_until(f"return document.activeElement.matches({selector!r})")


def hidden(browser):
    browser.wait_until(f"return !{NOTE}.matches(':popover-open')")
    assert browser.run("return document.querySelectorAll('.term[aria-expanded=true]').length") == 0


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.listed or page.path == "/xa"], ids=lambda page: page.path
)
def test_a_page_marks_a_term_once_and_large_enough(browser, page, lang):
    address = ADDRESSES.get(page.path, page.path)
    browser.open(f"{address}{'&' if '?' in address else '?'}lang={lang}")
    browser.wait_until("return document.querySelector('main h1')?.checkVisibility()", 60)
    browser.settle()
    counts = Counter(browser.run(MARKED))
    assert [code for code, times in counts.items() if times > 1] == []
    assert EXPLAINED.get(page.path, set()) | HEADER <= set(counts)
    heights = "return [...document.querySelectorAll('.term')].filter((one) => one.checkVisibility())"
    assert all(height >= 24 for height in browser.run(f"{heights}.map((one) => one.offsetHeight)"))


def test_the_keyboard_opens_goes_in_and_on_and_escape_closes(browser):
    open_overview(browser)
    focus(browser)
    browser.wait_until(SHOWN)
    said = browser.run(f"return {NOTE}.innerText")
    assert said.startswith("Tạm tính")
    assert "Độ phủ dưới 80%" in said
    browser.press("ESCAPE")
    hidden(browser)
    assert browser.run(f"return document.activeElement.matches('{TERM}')")
    browser.press("ENTER")
    browser.wait_until(SHOWN)
    browser.press("TAB")
    assert browser.run("return document.activeElement.closest('#term-note') !== null")
    browser.press("ESCAPE")
    hidden(browser)
    assert browser.run(f"return document.activeElement.matches('{TERM}')")
    browser.press("ENTER")
    browser.press("TAB", "TAB")
    assert browser.run("return document.activeElement.dataset.term") == "stale"
    assert browser.run(f"return {NOTE}.innerText").startswith("Số liệu cũ")


def test_the_link_of_the_note_leads_to_the_term(browser):
    open_overview(browser, "?theme=dark&lang=en")
    browser.find_element(TERM).click()
    browser.wait_until(SHOWN)
    browser.find_element("#term-note a").click()
    browser.wait_until("return location.pathname === '/phuong-phap'")
    assert browser.run("return location.hash") == "#term-provisional"
    assert "theme=dark" in browser.run("return location.search")
    browser.wait_until("return document.activeElement.id === 'term-provisional'", 60)
    hidden(browser)


def test_the_pointer_opens_may_go_over_the_note_and_leaves_it(browser):
    open_overview(browser)
    mouse = ActionChains(browser.driver)
    mouse.move_to_element(browser.find_element(TERM)).perform()
    browser.wait_until(SHOWN)
    mouse.move_to_element(browser.find_element("#term-note a")).pause(0.6).perform()
    assert browser.run(SHOWN)
    mouse.move_to_element(browser.find_element("main h1")).perform()
    hidden(browser)


def test_escape_takes_away_a_note_that_is_only_pointed_at(browser):
    open_overview(browser)
    ActionChains(browser.driver).move_to_element(browser.find_element(TERM)).perform()
    browser.wait_until(SHOWN)
    browser.press("ESCAPE")
    hidden(browser)


def test_a_finger_opens_and_closes_and_the_note_fits_the_phone(browser):
    browser.resize(320, 640)
    open_overview(browser)
    browser.run(f"document.querySelector('{TERM}').scrollIntoView({{block: 'center'}})")
    x, y = browser.run(TAP, TERM)
    for shown in (True, False):
        for kind, points in (("touchStart", [{"x": x, "y": y}]), ("touchEnd", [])):
            browser.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        browser.wait_until(f"return {NOTE}.matches(':popover-open') === {str(shown).lower()}")
        if shown:
            box = browser.run(f"const box = {NOTE}.getBoundingClientRect(); return [box.left, box.right]")
            assert box[0] >= 0
            assert box[1] <= 320


def test_a_press_elsewhere_and_a_term_out_of_sight_close_it(browser):
    open_overview(browser)
    browser.find_element(TERM).click()
    browser.wait_until(SHOWN)
    browser.find_element("main h1").click()
    hidden(browser)
    browser.find_element(TERM).click()
    browser.wait_until(SHOWN)
    browser.run("window.scrollTo(0, document.body.scrollHeight)")
    hidden(browser)
