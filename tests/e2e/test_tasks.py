"""The page Nhiệm vụ as a reader uses it: counts that filter, provinces, the timeline, the phone."""

import pytest

ROWS = "document.querySelectorAll('.task-table tbody tr:not(.group-row)').length"


def open_tasks(browser, search=""):
    browser.open(f"/nhiem-vu{search}")
    browser.wait_until("return document.querySelector('#tasks-title') !== null", timeout=60)
    browser.settle()


def press(browser, chooses):
    browser.find_element(f'#tasks-page button[data-choose="{chooses}"]').click()


def wait_for_search(browser, search):
    browser.wait_until(f"return location.search === {search!r}")


def counted(browser, chooses):
    """The number that a button shows."""
    button = f'#tasks-page button[data-choose="{chooses}"] .count-number'
    return int(browser.find_element(button).text)


def test_every_task_of_both_decisions_is_listed_under_its_group(browser):
    open_tasks(browser)
    assert browser.run(f"return {ROWS}") == 41
    assert "41 nhiệm vụ, giải pháp đã hoàn thành" in browser.find_element(".reading").text
    said = browser.run("return document.querySelector('#tasks-page').textContent")
    for text in ("III.1.a", "GP330.7", "Chưa có người phụ trách", "41/41", "Mỗi chỉ tiêu phải có nhiệm vụ"):
        assert text in said, text
    assert "SỐ LIỆU MINH HỌA" in browser.find_element("#banner").text


def test_a_count_lists_what_it_counts_and_back_leads_back(browser):
    open_tasks(browser)
    number = counted(browser, "state=overdue&kind=")
    press(browser, "state=overdue&kind=")
    wait_for_search(browser, "?state=overdue")
    browser.wait_until(f"return {ROWS} === {number}")
    browser.back()
    browser.wait_until(f"return {ROWS} === 41")


def test_what_lacks_a_person_is_found_by_the_keyboard(browser):
    open_tasks(browser)
    number = counted(browser, "state=unassigned&kind=person")
    browser.run(
        "document.querySelector('#tasks-page button[data-choose=\"state=unassigned&kind=person\"]').focus()"
    )
    browser.press("ENTER")
    wait_for_search(browser, "?state=unassigned&kind=person")
    browser.wait_until(f"return {ROWS} === {number}")
    said = browser.run(
        "return [...document.querySelectorAll('.task-table .missing-word')].map(e => e.textContent)"
    )
    assert len(said) >= number


def test_a_province_opens_its_own_tasks_at_the_head_of_the_page(browser):
    open_tasks(browser)
    browser.run("document.querySelector('.province-tasks [data-choose=\"area=08\"]').click()")
    wait_for_search(browser, "?area=08")
    browser.wait_until("return document.querySelector('.eyebrow')?.textContent === 'Tuyên Quang'")
    assert browser.run("return window.scrollY") == 0
    assert browser.run(f"return {ROWS}") < 41
    browser.find_element(".bodies-summary").click()
    browser.find_element(".bodies-list button").click()
    wait_for_search(browser, "")
    browser.wait_until("return document.querySelector('.eyebrow')?.textContent === 'Trung ương'")
    assert browser.run("return document.querySelector('.bodies').open") is False


def test_an_unknown_body_is_told_and_the_page_stands(browser):
    open_tasks(browser, "?area=99")
    browser.wait_until("return document.querySelector('#notices').textContent.includes('“99”')")
    assert browser.run(f"return {ROWS}") == 41


def test_the_number_tells_where_it_comes_from(browser):
    open_tasks(browser)
    browser.find_element(".tasks-assigned .origin-button").click()
    browser.wait_until("return document.querySelector('#origin-dialog')?.open")
    browser.press("ESCAPE")
    browser.wait_until("return document.querySelector('#origin-dialog') === null")


def test_the_timeline_draws_a_bar_for_each_task_shown(browser):
    open_tasks(browser, "?decision=330")
    drawn = "document.querySelectorAll('.timeline .trace.bars:first-child .point').length"
    browser.wait_until(f"return {drawn} === {ROWS}", timeout=30)


def test_an_indicator_served_leads_to_its_page_in_place(browser):
    open_tasks(browser)
    browser.run("window.notReloaded = true")
    browser.run("document.querySelector('.task-table .indicator-link').click()")
    browser.wait_until("return location.pathname === '/chi-tieu'")
    assert browser.run("return window.notReloaded")
    browser.wait_until("return document.querySelector('#indicator-page h1') !== null", timeout=30)


@pytest.mark.parametrize("width", [320, 390, 1024])
def test_nothing_scrolls_sideways_and_a_phone_has_a_list_for_the_timeline(browser, width):
    browser.resize(width, 844)
    open_tasks(browser)
    assert browser.run("return document.documentElement.scrollWidth") == width
    shown = browser.run("return document.querySelector('.timeline-list').checkVisibility()")
    assert shown is (width < 640)
