"""The communes of a province as a reader uses them, and the way down to them from the country and back."""

import pytest

TABLE = "document.querySelector('.commune-table')"
ROWS = f"[...{TABLE}.tBodies[0].rows].filter((row) => !row.hidden)"
READY = f"return {TABLE}?.dataset.order && document.querySelector('#communes-title')"
NAMES = f"return {ROWS}.map((row) => row.querySelector('[data-commune]').textContent)"


def open_communes(browser, search="?area=08&i=S02&p=2026-Q3"):
    browser.open(f"/xa{search}")
    browser.wait_until(READY, timeout=60)


def wait_for_search(browser, search):
    browser.wait_until(f"return location.search === {search!r}")


def keys(browser, column):
    """The keys of the rows in a column, as shown; None where nothing is known."""
    return browser.run(
        f"return {ROWS}.map((row) => row.getAttribute('data-by-{column}')).map((key) => key ? +key : null)"
    )


def press_head(browser, column):
    """Goes to the head of a column and presses Enter."""
    browser.run(f"document.querySelector('[data-column={column}] button').focus()")
    browser.press("ENTER")


def sorted_by(browser, column):
    return browser.run(f"return document.querySelector('[data-column={column}]').getAttribute('aria-sort')")


def known_in_order(found, descending=False):
    """Whether the known ones run one way, and the unknown ones stand last."""
    known = [one for one in found if one is not None]
    return known == sorted(known, reverse=descending) and found[: len(known)] == known


def test_what_holds_the_province_back_stands_first(browser):
    open_communes(browser)
    assert sorted_by(browser, "missing") == "descending"
    assert known_in_order(keys(browser, "missing"), descending=True)
    said = browser.wait_for_element(".contribution-said").text
    assert said.startswith("Nếu ")
    assert "tỉnh sẽ ở mức" in said
    browser.wait_for_element("#communes-contribution .barlayer")
    browser.wait_for_element("#communes-groups .indicator-groups")


@pytest.mark.parametrize("column", ["value", "n", "zone", "status", "name", "missing"])
def test_the_table_is_sorted_by_keyboard_and_the_address_says_so(browser, column):
    open_communes(browser)
    press_head(browser, column)
    browser.wait_until(f"return new URLSearchParams(location.search).get('sort')?.endsWith('{column}')")
    first = sorted_by(browser, column)
    assert known_in_order(keys(browser, column), descending=first == "descending")
    focused = browser.run("return document.activeElement.closest('th')?.dataset.column")
    assert focused == column
    press_head(browser, column)
    other = "ascending" if first == "descending" else "descending"
    browser.wait_until(f"return document.querySelector('[data-column={column}][aria-sort={other}]')")
    assert known_in_order(keys(browser, column), descending=first == "ascending")


def test_a_sorted_table_can_be_linked_to_and_a_wrong_order_is_said(browser):
    open_communes(browser, "?area=08&i=S02&p=2026-Q3&sort=-value")
    assert known_in_order(keys(browser, "value"), descending=True)
    open_communes(browser, "?area=08&i=S02&p=2026-Q3&sort=size")
    browser.wait_until("return document.querySelector('#notices').textContent.includes('“sort”')")
    assert sorted_by(browser, "missing") == "descending"


def test_a_commune_is_found_without_diacritics_and_by_its_code(browser):
    open_communes(browser)
    box = browser.find_element("#communes-find")
    box.click()
    browser.press(*"tan trao")
    browser.wait_until(f"{NAMES}.join() === 'Tân Trào'")
    assert browser.find_element(".communes-count").text.startswith("Đang hiện 1 trên ")
    browser.wait_until("return new URLSearchParams(location.search).get('q') === 'tan trao'")
    code = browser.run(f"return {ROWS}[0].dataset.area")
    box.clear()
    browser.press("BACKSPACE")
    for letter in code:
        browser.press(letter)
    browser.wait_until(f"return {ROWS}.length === 1 && {ROWS}[0].dataset.area === '{code}'")


def test_what_is_not_found_says_so_and_leads_back_to_all(browser):
    open_communes(browser, "?area=08&i=S02&p=2026-Q3&q=khong co&zone=III")
    browser.wait_until("return !document.querySelector('.communes-none').hidden")
    assert browser.run("return document.querySelector('#communes-find').value") == "khong co"
    browser.run("document.querySelector('.communes-none button').focus()")
    browser.press("ENTER")
    browser.wait_until(f"return {ROWS}.length > 20")
    wait_for_search(browser, "?area=08&i=S02&p=2026-Q3")
    browser.wait_until("return document.querySelector('#communes-find').value === ''")


def test_zones_and_statuses_are_filtered_and_back_undoes_it(browser):
    open_communes(browser)
    every = browser.run(f"return {ROWS}.length")
    choose = (
        "const list = document.getElementById('communes-filter-zone'); list.value = 'III';"
        "list.dispatchEvent(new Event('change', { bubbles: true }))"
    )
    browser.run(choose)
    wait_for_search(browser, "?area=08&i=S02&p=2026-Q3&zone=III")
    browser.wait_until(f"return {ROWS}.length < {every} && {ROWS}.every((row) => row.dataset.zone === 'III')")
    browser.back()
    browser.wait_until(f"return {ROWS}.length === {every}")
    assert browser.run("return document.getElementById('communes-filter-zone').value") == ""


def open_first(browser):
    """Selects the first commune of the table by keyboard; returns its name and its code."""
    name, code = browser.run(
        f"const one = {ROWS}[0].querySelector('[data-commune]'); one.focus();"
        "return [one.textContent, one.dataset.commune]"
    )
    browser.press("ENTER")
    browser.wait_until(f"return document.querySelector('#commune-title')?.textContent === {name!r}")
    return name, code


def test_a_commune_is_selected_closed_and_reached_again(browser):
    open_communes(browser)
    name, code = open_first(browser)
    wait_for_search(browser, f"?area=08&i=S02&p=2026-Q3&commune={code}")
    browser.wait_for_element("#communes-panel .scatterlayer")
    browser.wait_until("return document.activeElement.id === 'commune-title'")
    assert browser.run("return document.querySelector('.breadcrumbs [aria-current]').textContent") == name
    assert "Hợp thành từ" in browser.find_element("#communes-panel").text
    browser.press("ESCAPE")
    wait_for_search(browser, "?area=08&i=S02&p=2026-Q3")
    browser.wait_until(f"return document.activeElement.dataset.commune === '{code}'")
    browser.back()
    browser.wait_until(f"return document.querySelector('#commune-title')?.textContent === {name!r}")
    browser.back()
    browser.wait_until("return !document.querySelector('#commune-title')")
    browser.forward()
    browser.wait_until(f"return document.querySelector('#commune-title')?.textContent === {name!r}")


def test_a_commune_tells_where_its_number_comes_from(browser):
    open_communes(browser)
    browser.run(f"{ROWS}[0].querySelector('.origin-button').click()")
    browser.wait_for_element("#origin-dialog[open]")
    browser.press("ESCAPE")
    browser.wait_until("return !document.querySelector('#origin-dialog')")
    wait_for_search(browser, "?area=08&i=S02&p=2026-Q3")


def test_another_province_leaves_the_commune_behind(browser):
    open_communes(browser)
    open_first(browser)
    browser.run(
        "const list = document.getElementById('communes-choice-area'); list.value = '04';"
        "list.dispatchEvent(new Event('change', { bubbles: true }))"
    )
    wait_for_search(browser, "?area=04&i=S02&p=2026-Q3")
    browser.wait_until(
        "return document.querySelector('#communes-title').textContent === 'Các xã của Cao Bằng'"
    )
    browser.wait_until("return !document.querySelector('#commune-title')")


@pytest.mark.parametrize(
    ("search", "said"),
    [
        ("?area=08&i=G01", "không báo cáo đến cấp xã"),
        ("?i=S02", "Chọn tỉnh, thành phố để xem"),
        ("?i=S02&area=99", "Chọn tỉnh, thành phố để xem"),
    ],
)
def test_where_there_are_no_communes_the_page_says_why(browser, search, said):
    browser.open(f"/xa{search}")
    browser.wait_until(
        f"return document.querySelector('.communes-notice')?.textContent.includes({said!r})", 60
    )
    assert browser.run("return document.querySelectorAll('.communes-notice a').length") >= 4
    assert not browser.run(f"return {TABLE}")


def test_an_unknown_commune_is_said_to_be_none(browser):
    open_communes(browser, "?area=08&i=S02&p=2026-Q3&commune=99999")
    browser.wait_until("return document.querySelector('.communes-unknown')?.textContent.includes('“99999”')")


def test_the_way_down_and_back_is_one_path(browser):
    """Country, province, communes, commune; then back to the country, and forward again."""
    browser.open("/ban-do?i=S02&p=2026-Q3&area=08")
    browser.wait_for_element("#panel-title", timeout=60)
    steps = ["/ban-do?i=S02&p=2026-Q3&area=08"]

    def arrived(path, ready):
        browser.wait_until(f"return location.pathname === {path!r}")
        browser.wait_until(ready, timeout=60)
        steps.append(browser.run("return location.pathname + location.search"))

    browser.find_element(".panel-way a").click()
    arrived("/tinh", "return document.querySelector('main h1')?.textContent.includes('Tuyên Quang')")
    browser.wait_until("return document.querySelector('main a[data-page=\"/xa\"]')", timeout=60)
    browser.run("document.querySelector('main a[data-page=\"/xa\"]').click()")
    arrived("/xa", READY)
    name, _ = open_first(browser)
    arrived("/xa", f"return document.querySelector('.breadcrumbs [aria-current]')?.textContent === {name!r}")
    for step in reversed(steps[:-1]):
        browser.back()
        browser.wait_until(f"return location.pathname + location.search === {step!r}")
    browser.wait_for_element("#panel-title", timeout=60)
    for step in steps[1:]:
        browser.forward()
        browser.wait_until(f"return location.pathname + location.search === {step!r}")
    browser.wait_until(
        f"return document.querySelector('#commune-title')?.textContent === {name!r}", timeout=60
    )
    links = "return [...document.querySelectorAll('.breadcrumbs a')].map((one) => one.pathname)"
    assert browser.run(links) == ["/ban-do", "/tinh", "/xa"]
    browser.run("document.querySelectorAll('.breadcrumbs a')[2].click()")
    browser.wait_until("return !document.querySelector('#commune-title')")


@pytest.mark.parametrize("width", [320, 390, 768, 1024])
@pytest.mark.parametrize(
    "search", ["?area=08&i=S02&p=2026-Q3", "?area=08&i=S02&p=2026-Q3&lang=en&theme=contrast"]
)
def test_nothing_scrolls_sideways(browser, search, width):
    browser.resize(width, 844)
    open_communes(browser, search)
    browser.wait_for_element("#communes-contribution .barlayer")
    assert browser.run("return document.documentElement.scrollWidth") == width
    open_first(browser)
    assert browser.run("return document.documentElement.scrollWidth") == width
