"""The search as a reader uses it: by keys, on a phone, in English, and when the server fails."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from audit.axe import findings
from layouts.choice import THEMES

FIELD = "#search-field"
OPEN = "return document.getElementById('search').open"
SHOWN = "return document.querySelectorAll('#search-list [role=option]').length"


@pytest.fixture
def page(browser):
    """The overview, at rest."""
    browser.open("/")
    browser.wait_for_element(".search-opener")
    browser.settle()
    return browser


def shortcut(browser, key="k", modifier=Keys.CONTROL):
    ActionChains(browser.driver).key_down(modifier).send_keys(key).key_up(modifier).perform()


def search(browser, asked):
    """Types into the open dialog, and waits for the answer to that."""
    browser.press(*asked)
    browser.wait_until(
        f"return document.querySelector('{FIELD}').value === {asked!r}"
        " && !document.getElementById('search').hasAttribute('aria-busy')"
    )


def active(browser):
    return browser.run(f"""
        const id = document.querySelector('{FIELD}').getAttribute('aria-activedescendant');
        return document.getElementById(id)?.innerText""")


def test_from_yen_bai_to_lao_cai_by_keys_alone(page):
    shortcut(page)
    page.wait_until(OPEN)
    assert page.run(f"return document.activeElement.matches('{FIELD}')")
    page.press(*"yen bai", "ENTER")  # without waiting for what is found
    page.wait_until("return location.pathname + location.search === '/tinh?area=15'")
    page.wait_until("return document.querySelector('#province-head h1')?.textContent.includes('Lào Cai')")
    assert not page.run(OPEN)
    page.settle()


def test_what_is_found_is_a_combobox_with_groups_and_a_count_that_is_told(page):
    shortcut(page)
    page.wait_until(f"{SHOWN} > 5")  # pages, before anything is typed
    assert active(page) is None
    search(page, "yen bai")
    assert "Lào Cai" in active(page)
    assert "tên cũ: Yên Bái" in active(page)
    titles = "return [...document.querySelectorAll('.search-title')].map((one) => one.firstChild.textContent)"
    assert page.run(titles) == ["Tỉnh, thành phố", "Xã, phường, đặc khu"]
    assert page.run("return document.getElementById('search-said').textContent") == "3 kết quả"
    page.press("ARROW_DOWN")
    assert active(page).split()[1] == "Yên"
    page.press("ARROW_UP", "ARROW_UP")  # round to the last
    selected = "return document.querySelectorAll('#search-list [aria-selected=true]').length"
    assert page.run(selected) == 1
    assert page.run(f"return document.querySelector('{FIELD}').ariaExpanded") == "true"
    shortcut(page)
    assert not page.run(OPEN)


def test_escape_closes_the_search_alone_and_gives_the_focus_back(browser):
    browser.open("/ban-do?i=S02&area=08")
    browser.wait_for_element("#panel-title")
    browser.settle()
    browser.find_element(".search-opener").click()
    browser.wait_until(OPEN)
    browser.press("ESCAPE")
    assert not browser.run(OPEN)
    assert browser.run("return document.activeElement.matches('.search-opener')")
    assert "area=08" in browser.run("return location.search")
    assert browser.run("return document.getElementById('panel-title') !== null")


def test_a_slash_opens_it_but_where_something_is_typed(page):
    page.press("/")
    page.wait_until(OPEN)
    page.press("/")
    assert page.run(f"return document.querySelector('{FIELD}').value") == "/"
    page.press("ESCAPE")
    shortcut(page, modifier=Keys.META)
    page.wait_until(OPEN)


def test_what_is_not_found_says_what_to_try(page):
    shortcut(page)
    search(page, "xq zq")
    said = page.run("return document.getElementById('search-said').textContent")
    assert said.startswith("Không tìm thấy “xq zq”.")
    assert "tên cũ" in said
    assert page.run(SHOWN) == 0
    page.press("ENTER")
    assert page.run(OPEN)


LATE = f"""
    const done = arguments[0], field = document.querySelector('{FIELD}');
    window.setTimeout = () => 0;  // the pause after a letter goes on
    field.value += "q";
    field.dispatchEvent(new Event("input", {{ bubbles: true }}));
    window.answer(new Response('{{"said": "of before", "groups": []}}'));
    const said = () => document.getElementById("search-said").textContent;
    const busy = () => document.getElementById("search").getAttribute("aria-busy");
    requestAnimationFrame(() => requestAnimationFrame(() => done([said(), busy()])));"""


def test_an_answer_to_what_is_no_longer_typed_is_not_taken_for_one(page):
    shortcut(page)
    search(page, "x")
    page.run("window.fetch = () => new Promise((answer) => { window.answer = answer; })")
    page.press("y")
    page.wait_until("return Boolean(window.answer)")
    before = page.run("return document.getElementById('search-said').textContent")
    assert page.driver.execute_async_script(LATE) == [before, "true"]


def test_a_task_is_brought_into_view(page):
    shortcut(page)
    search(page, "IV.3.b")
    page.press("ENTER")
    page.wait_until("return document.activeElement.id === 'task-IV.3.b'", timeout=30)
    page.wait_until("""
        const box = document.getElementById('task-IV.3.b').getBoundingClientRect();
        return box.top >= -1 && box.top < innerHeight""")
    page.settle()


def test_a_page_keeps_language_and_theme_and_what_was_opened_is_offered_again(browser):
    browser.open("/?lang=en&theme=contrast")
    browser.wait_for_element(".search-opener")
    browser.settle()
    shortcut(browser)
    search(browser, "ha giang")
    assert "Tuyen Quang" in active(browser)
    assert "formerly Ha Giang" in active(browser)
    browser.press("ENTER")
    browser.wait_until("return location.pathname === '/tinh'")
    assert browser.run("return location.search") == "?area=08&lang=en&theme=contrast"
    browser.settle()
    shortcut(browser)
    browser.wait_until(f"{SHOWN} > 5")
    assert browser.run("return document.querySelector('.search-title').textContent") == "Recently opened"
    assert "Tuyen Quang" in browser.run("return document.querySelector('.search-option').innerText")


def test_on_a_phone_it_is_as_wide_as_the_screen_with_room_for_a_finger(browser):
    browser.resize(390, 844)
    browser.open("/")
    browser.wait_for_element(".search-opener")
    browser.settle()
    browser.find_element(".search-opener").click()
    browser.wait_until(f"{SHOWN} > 5")
    search(browser, "hoa binh")
    box = (
        "const box = document.getElementById('search').getBoundingClientRect(); return [box.left, box.width]"
    )
    assert browser.run(box) == [0, 390]
    heights = "return [...document.querySelectorAll('.search-option')].map((one) => one.offsetHeight)"
    assert min(browser.run(heights)) >= 44
    assert browser.run("return document.documentElement.scrollWidth") <= 390
    browser.find_element(".search-close").click()
    assert not browser.run(OPEN)


def test_a_server_that_fails_is_told(page):
    shortcut(page)
    page.wait_until(f"{SHOWN} > 5")
    page.run("window.fetch = () => Promise.reject(new TypeError('away'))")
    page.press("y")
    page.wait_until("return document.querySelector('.search-said--bad')")
    said = page.run("return document.getElementById('search-said').textContent")
    assert said == "Không tìm được lúc này: máy chủ không trả lời. Hãy thử lại."
    fault = 'new Response(\'{"title": "Kho dữ liệu chưa sẵn sàng", "detail": "<b>x</b>"}\', {status: 503})'
    page.run(f"window.fetch = () => Promise.resolve({fault})")
    page.press("e")
    page.wait_until("return document.getElementById('search-said').textContent.startsWith('Kho dữ liệu')")
    assert page.run("return document.querySelector('#search-said b')") is None


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_in_the_open_dialog(browser, theme):
    browser.open(f"/?theme={theme}")
    browser.wait_for_element(".search-opener")
    browser.settle()
    shortcut(browser)
    browser.wait_until(f"{SHOWN} > 5")
    assert [str(one) for one in findings(browser.driver)] == []
    search(browser, "hoa binh")
    assert [str(one) for one in findings(browser.driver)] == []
    browser.press(*"xqz")
    browser.wait_until("return document.querySelector('.search-hint')")
    assert [str(one) for one in findings(browser.driver)] == []
