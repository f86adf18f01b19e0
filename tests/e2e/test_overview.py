"""The landing page as a leader uses it, and what stands around every page."""

import pytest

READY = (
    "return document.querySelectorAll('.overview .indicator-card').length > 10"
    " && document.querySelector('#stamp').textContent"
)
MODAL = "return document.querySelector('#origin-dialog[open]')?.textContent"


def open_overview(browser, search=""):
    browser.open(f"/{search}")
    browser.wait_until(READY, timeout=90)
    browser.settle()


def click(browser, selector):
    browser.run("document.querySelector(arguments[0]).click()", selector)


def cards(browser):
    return browser.run("return document.querySelectorAll('.overview .indicator-card').length")


def test_the_overview_says_how_things_stand(browser):
    open_overview(browser)
    assert "chỉ tiêu đã đạt hoặc đúng tiến độ" in browser.find_element("h1").text
    assert "SỐ LIỆU MINH HỌA" in browser.find_element("#banner").text
    headings = browser.run("return [...document.querySelectorAll('main h2')].map(one => one.textContent)")
    for heading in ("Cần chú ý", "Mốc công việc", "Chính phủ số", "Xã hội số"):
        assert heading in headings


def test_filters_stand_in_the_address_and_back_takes_them_off(browser):
    open_overview(browser)
    before = cards(browser)
    click(browser, "button[data-choose='decision=330']")
    browser.wait_until(f"return document.querySelectorAll('.overview .indicator-card').length < {before}")
    assert browser.run("return location.search") == "?decision=330"
    browser.back()
    browser.wait_until(f"return document.querySelectorAll('.overview .indicator-card').length === {before}")


def test_a_filter_that_fits_nothing_says_what_to_do(browser):
    browser.open("/?decision=330&due=2030")
    browser.wait_until(
        "return document.querySelector('main')?.textContent.includes('Không có chỉ tiêu nào khớp')", 90
    )
    assert browser.run("return document.querySelector('main').textContent.includes('Bỏ lọc')")


def test_every_number_tells_where_it_comes_from(browser):
    open_overview(browser)
    click(browser, ".overview .indicator-card .origin-button")
    said = browser.wait_until(MODAL)
    for text in ("Số này từ đâu?", "Cách tính", "Ranh giới", "Lần nạp", "/api/v1/values"):
        assert text in said
    assert "origin=" in browser.run("return location.search")
    browser.press("ESCAPE")
    browser.wait_until("return !document.querySelector('#origin-dialog')")
    assert browser.run("return location.search") == ""


def test_a_card_leads_to_the_page_of_its_indicator_without_loading_anew(browser):
    open_overview(browser, "?theme=contrast")
    browser.run(
        "window.stays = true; document.querySelector('.overview .indicator-card a[data-page]').click()"
    )
    browser.wait_until(
        "return location.pathname === '/chi-tieu' && document.querySelector('#indicator-title')", 60
    )
    assert browser.run("return window.stays") is True
    assert "theme=contrast" in browser.run("return location.search")
    browser.back()
    browser.wait_until(READY)


def test_the_presentation_turns_by_the_arrow_keys_and_ends_with_escape(browser):
    open_overview(browser, "?present=1")
    shown = "return document.querySelector('[data-slide][data-current]')?.textContent"
    first = browser.wait_until(shown)
    browser.press("ARROW_RIGHT")
    browser.wait_until(
        f"return document.querySelector('[data-slide][data-current]').textContent !== {first!r}"
    )
    assert "SỐ LIỆU MINH HỌA" in browser.find_element("#banner").text
    browser.press("ESCAPE")
    browser.wait_until("return !location.search.includes('present')")


def test_an_earlier_state_of_the_data_is_shown_and_said_so(browser):
    browser.open("/ban-do?load=20")
    browser.wait_until("return document.querySelector('#as-of')?.textContent.includes('lần nạp số 20')", 90)
    stamp = browser.wait_until("return document.querySelector('#stamp').textContent", 60)
    assert "20" in stamp
    links = browser.run("return [...document.querySelectorAll('.pages-link')].map(one => one.search)")
    assert set(links) == {"?load=20"}
    click(browser, "#as-of button")
    browser.wait_until("return location.search === '' && !document.querySelector('#as-of').textContent", 30)


def test_a_load_that_is_not_there_is_named_and_not_used(browser):
    browser.open("/?load=999")
    browser.wait_until("return document.querySelector('#notices')?.textContent.includes('999')", 90)


def test_an_old_link_to_the_map_still_leads_there(browser):
    browser.open("/?i=S02&p=2026-Q3")
    assert browser.wait_until("return location.pathname") == "/ban-do"
    browser.wait_until("return document.querySelectorAll('#map .choroplethlayer path').length > 30", 60)


@pytest.mark.parametrize("width", [390, 320])
def test_nothing_scrolls_sideways_on_a_phone(browser, width):
    browser.resize(width, 844)
    open_overview(browser)
    assert browser.run("return document.documentElement.scrollWidth") <= width
