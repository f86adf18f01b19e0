"""The page Hệ thống as a reader uses it: counts that filter, what is behind a system, the phone."""

import pytest

ROWS = "document.querySelectorAll('.system-table tbody tr').length"


def open_systems(browser, search=""):
    browser.open(f"/he-thong{search}")
    browser.wait_until("return document.querySelector('#systems-title') !== null", timeout=60)
    browser.settle()


def press(browser, chooses):
    browser.find_element(f'#systems-page button[data-choose="{chooses}"]').click()


def test_every_system_is_listed_in_its_category(browser):
    open_systems(browser)
    assert browser.run(f"return {ROWS}") == 44
    assert "/44 hệ thống đã hoàn thành" in browser.find_element(".reading").text


@pytest.mark.parametrize("chooses", ["kind=both", "status=no_report"])
def test_a_count_lists_what_it_counts_and_pressed_again_everything(browser, chooses):
    open_systems(browser)
    number = browser.find_element(f'#systems-page button[data-choose="{chooses}"] .count-number').text
    press(browser, chooses)
    browser.wait_until(f"return {ROWS} === {number}")
    name = chooses.partition("=")[0]
    press(browser, f"{name}=")
    browser.wait_until(f"return {ROWS} === 44")
    assert browser.run("return location.search") == ""


def test_a_decision_filters_the_counts_too(browser):
    open_systems(browser)
    press(browser, "decision=330")
    browser.wait_until(f"return {ROWS} < 44")
    rows = browser.run(f"return {ROWS}")
    assert f"/{rows} hệ thống đã hoàn thành" in browser.find_element(".reading").text
    browser.back()
    browser.wait_until(f"return {ROWS} === 44")


def test_the_clause_that_names_a_system_opens(browser):
    open_systems(browser)
    browser.find_element(".system-named summary").click()
    assert browser.run("return document.querySelector('.system-named p').checkVisibility()")


def test_a_related_indicator_leads_to_its_page_in_place(browser):
    open_systems(browser)
    browser.run("window.notReloaded = true")
    browser.run("document.querySelector('.system-table .indicator-link').click()")
    browser.wait_until("return location.pathname === '/chi-tieu'")
    assert browser.run("return window.notReloaded")
    browser.wait_until("return document.querySelector('#indicator-page h1') !== null", timeout=30)


@pytest.mark.parametrize("width", [320, 390, 1024])
@pytest.mark.parametrize("search", ["", "?lang=en"])
def test_nothing_scrolls_sideways(browser, search, width):
    browser.resize(width, 844)
    open_systems(browser, search)
    assert browser.run("return document.documentElement.scrollWidth") == width
