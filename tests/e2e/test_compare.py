"""The page So sánh as a reader uses it: sorting, choosing up to six, groups, the keyboard, the phone."""

import pytest

ROWS = "[...document.querySelectorAll('#scorecard tbody:last-of-type tr')]"
NAMES = f"{ROWS}.map((row) => row.querySelector('th a').textContent)"
SIX = "01,04,08,11,12,14"


def open_compare(browser, search=""):
    browser.open(f"/so-sanh{search}")
    browser.wait_until("return document.querySelector('#scorecard table') !== null", timeout=90)


def head(column):
    return f"#scorecard thead [data-column='{column}']"


def pressed(browser, selector):
    browser.run(f"document.querySelector(`{selector}`).click()")


def wait_for_search(browser, search):
    browser.wait_until(f"return location.search === {search!r}")


def sorted_by(browser, column):
    return browser.run(f"return document.querySelector(`{head(column)}`).closest('th').ariaSort")


def chosen(browser):
    return browser.run(f"return {ROWS}.filter((row) => row.matches('.card-chosen')).length")


def test_the_scorecard_has_every_province_and_says_what_it_can_t_tell(browser):
    open_compare(browser)
    assert browser.run(f"return {ROWS}.length") == 34
    assert browser.run(f"return {NAMES}.slice(0, 2)") == ["An Giang", "Bắc Ninh"]
    assert sorted_by(browser, "name") == "ascending"
    cells = browser.run("return document.querySelectorAll('#scorecard tbody td > a').length")
    columns = browser.run("return document.querySelectorAll('#scorecard .card-codes th').length - 2")
    assert cells == 35 * columns
    assert columns >= 25
    texts = browser.run(
        "return [...document.querySelectorAll('#scorecard td > a')].map((a) => a.textContent)"
    )
    assert all(text.strip() for text in texts)
    assert "SỐ LIỆU MINH HỌA" in browser.find_element("#banner").text


def test_a_click_on_a_head_sorts_and_back_and_forward_follow(browser):
    open_compare(browser)
    by_name = browser.run(f"return {NAMES}")
    pressed(browser, head("S02"))
    wait_for_search(browser, "?sort=-S02&i=S02")
    browser.wait_until(
        f"return document.querySelector(`{head('S02')}`).closest('th').ariaSort === 'descending'"
    )
    falling = browser.run(f"return {NAMES}")
    assert falling != by_name
    pressed(browser, head("S02"))
    wait_for_search(browser, "?sort=S02&i=S02")
    browser.wait_until(f"return {NAMES}[0] !== {falling[0]!r}")
    browser.back()
    browser.wait_until(f"return {NAMES}[0] === {falling[0]!r}")
    browser.back()
    browser.wait_until(f"return {NAMES}[0] === 'An Giang'")
    browser.forward()
    browser.wait_until(f"return {NAMES}[0] === {falling[0]!r}")
    assert sorted_by(browser, "name") == "none"


def test_the_table_is_one_stop_of_the_keyboard_and_keeps_the_place(browser):
    open_compare(browser)
    assert browser.run("return document.querySelectorAll('#scorecard [tabindex=\"0\"]').length") == 1
    browser.run(f"document.querySelector(`{head('name')}`).focus()")
    browser.press("ARROW_RIGHT", "ARROW_RIGHT")
    focused = "document.activeElement.dataset"
    column = browser.run(f"return {focused}.column")
    assert column == browser.run(
        "return document.querySelectorAll('#scorecard .card-codes button')[2].dataset.column"
    )
    browser.press("ENTER")
    wait_for_search(browser, f"?sort=-{column}&i={column}")
    browser.wait_until(
        f"return document.querySelector(`{head(column)}`).closest('th').ariaSort === 'descending'"
    )
    assert browser.run(f"return [{focused}.row, {focused}.column]") == ["head", column]
    browser.press("ARROW_DOWN", "ARROW_DOWN")
    first = browser.run(f"return {ROWS}[0].querySelector('[data-row]').dataset.row")
    assert browser.run(f"return [{focused}.row, {focused}.column]") == [first, column]
    browser.press("HOME")
    assert browser.run(f"return {focused}.column") == "toggle"
    browser.press("ENTER")
    browser.wait_until("return document.querySelectorAll('.card-chosen').length === 1")
    assert browser.run(f"return [{focused}.row, {focused}.column]") == [first, "toggle"]


def test_six_are_laid_side_by_side_and_a_seventh_is_refused(browser):
    open_compare(browser, f"?areas={SIX.rpartition(',')[0]}&i=S02")
    assert chosen(browser) == 5
    pressed(browser, "#scorecard [data-row='14'][data-column='toggle']")
    browser.wait_until("return document.querySelectorAll('.card-chosen').length === 6")
    assert browser.run("return location.search") == f"?areas={SIX}&i=S02"
    browser.wait_until("return document.querySelectorAll('#compare-paths .path-panel').length === 6")
    drawn = "document.querySelectorAll('.paths-chart .scatterlayer .trace').length"
    browser.wait_until(f"return {drawn} === 7")
    pressed(browser, "#scorecard [data-row='15'][data-column='toggle']")
    browser.wait_until("return document.querySelector('#notices').textContent.includes('nhiều nhất 6 tỉnh')")
    assert "Lào Cai" in browser.find_element("#notices").text
    assert chosen(browser) == 6
    assert browser.run("return location.search") == f"?areas={SIX},15&i=S02"
    browser.back()
    browser.wait_until("return document.querySelector('#notices').textContent === ''")


def test_provinces_are_chosen_from_the_list_without_diacritics_too(browser):
    open_compare(browser)
    browser.find_element("#compare-areas").click()
    browser.wait_until("return document.querySelector('.dash-dropdown-content input') !== null")
    browser.press("t", "u", "y", "e", "n", " ", "q")
    browser.wait_until("return document.querySelectorAll('.dash-dropdown-option').length === 1")
    browser.find_element(".dash-dropdown-option").click()
    browser.wait_until("return location.search === '?areas=08'")
    browser.press("ESCAPE")
    browser.wait_until(
        "return document.querySelector('#compare-spine-title')?.textContent.startsWith('Tuyên Quang')"
    )


def test_the_spine_follows_the_province_that_is_clicked(browser):
    open_compare(browser, "?areas=08,04")
    title = "document.querySelector('#compare-spine-title')?.textContent"
    browser.wait_until(f"return {title}?.startsWith('Tuyên Quang')", timeout=30)
    pressed(browser, "#compare-spine .segment[data-choose='area=04']")
    browser.wait_until(f"return {title}?.startsWith('Cao Bằng')", timeout=30)
    assert browser.run("return document.querySelectorAll('.spine-cell img').length") > 10
    browser.back()
    browser.wait_until(f"return {title}?.startsWith('Tuyên Quang')", timeout=30)


def test_a_group_limits_the_rows_to_it_and_its_province(browser):
    open_compare(browser, "?areas=08")
    pressed(browser, "#compare-controls [data-choose='group=region']")
    browser.wait_until(f"return {ROWS}.length < 34")
    names = browser.run(f"return {NAMES}")
    assert "Tuyên Quang" in names
    assert "Cà Mau" not in names
    pressed(browser, "#compare-controls [data-choose='group=']")
    browser.wait_until(f"return {ROWS}.length === 34")


def test_what_is_wrong_in_the_address_is_told_and_the_page_stands(browser):
    open_compare(browser, "?areas=08,99&sort=Z9&span=decade&group=peers")
    said = "document.querySelector('#notices').textContent"
    browser.wait_until(f"return ['“99”', '“Z9”', '“decade”'].every((each) => {said}.includes(each))")
    assert chosen(browser) == 1


def test_a_cell_leads_to_its_province_on_the_map_in_place(browser):
    open_compare(browser)
    browser.run("window.notReloaded = true")
    pressed(browser, "#scorecard [data-row='08'][data-column='S02']")
    browser.wait_until("return location.pathname === '/ban-do'")
    assert "area=08" in browser.run("return location.search")
    assert browser.run("return window.notReloaded")
    browser.back()
    browser.wait_until("return document.querySelector('#scorecard table') !== null", timeout=30)


def test_text_from_the_warehouse_is_never_markup(browser):
    open_compare(browser)
    browser.run(
        """
        const words = { caption: "<img src=x>", province: "", met: "", marks: {}, signs: {} };
        window.dash_clientside.scorecard.draw({
          words, statuses: { no_data: ["<b>?</b>", "<i>", ""] }, pillars: [["<script>", 1]], signs: [],
          nameSort: ["none", ""], metSort: ["none", ""],
          columns: [
            { code: "<b>", name: "<b>", when: "", period: "", unit: "",
              sort: ["none", ""], map: "/", page: "/" },
          ],
          national: { name: "<b>", cells: [["<b>", "no_data", "", ""]] },
          rows: [
            { code: "08", name: "<img src=x>", page: "/", place: 0, toggle: "", met: "",
              cells: [["<b>", "no_data", "", ""]] },
          ],
        });
        """
    )
    assert browser.run("return document.querySelectorAll('#scorecard :is(img, b, i, script)').length") == 0


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440])
def test_nothing_scrolls_the_page_sideways(browser, width, lang):
    browser.resize(width, 844)
    open_compare(browser, f"?areas=08,04&i=S02&lang={lang}")
    browser.wait_until("return document.querySelector('#compare-spine-title') !== null", timeout=30)
    assert browser.run("return document.documentElement.scrollWidth") == width
    if width <= 640:  # one column, which is whole
        card = "document.querySelector('#scorecard')"
        assert browser.run(f"return {card}.scrollWidth <= {card}.clientWidth")
    heads = "[...document.querySelectorAll('#scorecard .card-codes th')]"
    columns = browser.run(f"return {heads}.filter((th) => th.checkVisibility()).length")
    assert (columns == 2) is (width <= 640)


@pytest.mark.parametrize("width", [768, 1366, 1440, 1600])
def test_whatever_is_pressed_in_the_scorecard_is_large_enough(browser, width):
    browser.resize(width, 900)
    open_compare(browser, "?areas=08,04")
    small = """return [...document.querySelectorAll('#scorecard :is(a, button)')]
        .map((one) => [one.textContent, one.offsetWidth, one.offsetHeight])
        .filter(([, wide, high]) => wide < 24 || high < 24)"""
    assert browser.run(small) == []


def test_the_whole_scorecard_fits_a_screen_of_900(browser):
    open_compare(browser)
    box = browser.run("return document.querySelector('#scorecard table').getBoundingClientRect().toJSON()")
    assert box["height"] <= 900
    assert box["right"] <= 1440
