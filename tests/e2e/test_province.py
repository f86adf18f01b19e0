"""The page Tỉnh as a reader uses it: open, find by a former name, on to a neighbour, back up, on a phone."""

import pytest

from tests.e2e.test_map import click_at

TITLE = "return document.querySelector('#province-title')?.textContent"
ALL_THERE = """return document.querySelector('.standing-table')
    && document.querySelector('#province-peers table')
    && document.querySelector('.province-quality') && document.querySelector('.province-former')
    && document.querySelector('.province-tasks-card')
    && document.querySelectorAll('#province-map .choroplethlayer path').length >= 34"""

PATIENCE = 40  # seconds


def open_province(browser, search="?area=08"):
    browser.open(f"/tinh{search}")
    browser.wait_until(ALL_THERE, timeout=PATIENCE)
    browser.settle()


def wait_for_title(browser, title):
    browser.wait_until(f"{TITLE} === {title!r}", timeout=PATIENCE)


def follow(browser, selector, text):
    """Follows the link with this text."""
    browser.run(
        "[...document.querySelectorAll(arguments[0])]"
        ".find((link) => link.textContent.includes(arguments[1])).click()",
        selector,
        text,
    )


def test_a_province_is_shown_whole(browser):
    open_province(browser)
    wait_for_title(browser, "Tỉnh Tuyên Quang")
    assert "chỉ tiêu đã đạt hoặc đúng tiến độ" in browser.find_element(".province-sentence").text
    said = browser.run("return document.querySelector('.province-page').textContent")
    for text in (
        "hợp nhất Tuyên Quang + Hà Giang từ 01/07/2025",
        "Các tỉnh giáp ranh",
        "Thay đổi trong một năm",
        "Trung vị các tỉnh tương đồng",
        "Mốc phải hoàn thành",
        "Nhiệm vụ của tỉnh",
        "Trước khi sáp nhập",
        "Chất lượng báo cáo của tỉnh",
    ):
        assert text in said, text
    assert "SỐ LIỆU MINH HỌA" in browser.find_element("#banner").text


def test_the_small_map_names_both_archipelagos_and_the_sea(browser):
    open_province(browser)
    browser.wait_until(
        """const said = document.querySelector('#province-map').textContent;
        const names = ['Quần đảo Hoàng Sa', 'Quần đảo Trường Sa', 'Biển Đông'];
        return names.every((name) => said.includes(name))"""
    )


@pytest.mark.parametrize("typed", ["yen bai", "Yên Bái"])
def test_a_province_is_found_by_a_former_name(browser, typed):
    browser.open("/tinh")
    browser.wait_until("return document.querySelectorAll('.province-list a').length > 33", timeout=PATIENCE)
    browser.find_element("#province-choice").click()
    browser.wait_until("return document.querySelector('.dash-dropdown-search') !== null")
    browser.find_element(".dash-dropdown-search").send_keys(typed)
    browser.wait_until("return document.querySelectorAll('.dash-dropdown-option').length === 1")
    browser.find_element(".dash-dropdown-option").click()
    browser.wait_until("return location.search === '?area=15'")
    wait_for_title(browser, "Tỉnh Lào Cai")


def test_without_a_province_one_is_chosen_from_the_list_and_back_leads_back(browser):
    browser.open("/tinh?lang=en&i=N01")
    wait_for_title(browser, "Choose a province or city")
    follow(browser, ".province-list a", "Hue")
    wait_for_title(browser, "Hue City")
    assert browser.run("return location.search") == "?area=46&i=N01&lang=en"
    browser.back()
    wait_for_title(browser, "Choose a province or city")


def test_an_unknown_province_is_named_and_the_choice_is_offered(browser):
    browser.open("/tinh?area=99")
    wait_for_title(browser, "Chọn một tỉnh, thành phố")
    assert "“99”" in browser.find_element("#notices").text


def test_a_neighbour_is_followed_and_the_trail_leads_up_and_back(browser):
    open_province(browser, "?area=08&i=N01&p=2026-Q3")
    follow(browser, ".neighbours a", "Cao Bằng")
    wait_for_title(browser, "Tỉnh Cao Bằng")
    assert "i=N01" in browser.run("return location.search")
    follow(browser, ".breadcrumbs a", "Cả nước")
    browser.wait_until("return location.pathname === '/ban-do'")
    assert browser.run("return location.search") == "?i=N01&p=2026-Q3"
    browser.wait_until(
        "return document.querySelectorAll('#map .choroplethlayer path').length > 30", timeout=PATIENCE
    )
    browser.back()
    wait_for_title(browser, "Tỉnh Cao Bằng")
    browser.back()
    wait_for_title(browser, "Tỉnh Tuyên Quang")
    browser.forward()
    wait_for_title(browser, "Tỉnh Cao Bằng")


def test_a_province_is_chosen_on_the_small_map(browser):
    open_province(browser)
    browser.run("document.getElementById('province-map').scrollIntoView({block: 'center'})")
    click_at(browser, 106.75, 21.85, "province-map")
    wait_for_title(browser, "Tỉnh Lạng Sơn")


def test_the_panel_of_the_map_leads_to_the_page(browser):
    browser.open("/ban-do?area=08&p=2026-Q3")
    browser.wait_until("return document.querySelector('.panel-way a') !== null", timeout=PATIENCE)
    browser.find_element(".panel-way a").click()
    wait_for_title(browser, "Tỉnh Tuyên Quang")
    assert "p=2026-Q3" in browser.run("return location.search")
    browser.press("ESCAPE")  # closes no panel any more
    assert "area=08" in browser.run("return location.search")


def test_a_status_pressed_leaves_its_indicators_in_the_table(browser):
    open_province(browser)
    rows = "document.querySelectorAll('.standing-table tbody tr:not(.pillar-row)').length"
    every = browser.run(f"return {rows}")
    chip = browser.find_element(".province-head .chip")
    number = int(chip.find_element("css selector", ".chip-count").text)
    chip.click()
    browser.wait_until(f"return {rows} >= {number} && {rows} < {every}", timeout=PATIENCE)
    assert "status=" in browser.run("return location.search")
    browser.back()
    browser.wait_until(f"return {rows} === {every}", timeout=PATIENCE)


def test_the_group_is_chosen_and_kept_in_the_address(browser):
    open_province(browser)
    browser.run("document.querySelector('.province-groups button[data-choose=\"group=region\"]').click()")
    browser.wait_until("return location.search.includes('group=region')")
    browser.wait_until(
        "return document.querySelector('#province-peers').textContent.includes('81/2023/QH15')",
        timeout=PATIENCE,
    )
    browser.open("/tinh?area=08&group=04,11")
    browser.wait_until(
        "return document.querySelectorAll('#province-peers tbody tr').length === 3", timeout=PATIENCE
    )
    browser.wait_until(
        "return document.querySelector('.standing-table')?.textContent.includes('nhóm tự chọn')"
    )


def test_a_former_province_says_what_it_became(browser):
    browser.open("/tinh?area=10&b=63")
    wait_for_title(browser, "Tỉnh Lào Cai (cũ)")
    browser.wait_until("return document.querySelector('.former-note a') !== null")
    assert browser.run("return document.getElementById('province-peers-card').hidden") is True
    browser.find_element(".former-note a").click()
    browser.wait_until("return location.search.includes('area=15') && !location.search.includes('b=63')")


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440, 1920])
def test_nothing_scrolls_sideways(browser, width):
    browser.resize(width, 844)
    open_province(browser)
    assert browser.run("return document.documentElement.scrollWidth - innerWidth") <= 0
    assert browser.run("return innerWidth") == width
