"""The quality page as a reader uses it: tiles, heat map, the list of a province, its file, what changed."""

PAINTED = "return document.querySelectorAll('#quality-heatmap .xy image, #quality-heatmap .hm').length > 0"
FITS = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"

STILL = "const still = window.lastY === scrollY; window.lastY = scrollY; return still"


def open_page(browser, search=""):
    browser.open(f"/chat-luong{search}")
    browser.wait_for_element("#quality-page h1", timeout=90)
    browser.settle()


def search_of(browser):
    return browser.run("return location.search")


def texts_of(browser, selector):
    return browser.run(
        "return [...document.querySelectorAll(arguments[0])].map(one => one.textContent)", selector
    )


def press(browser, selector):
    """Clicks the first of the selector, brought into view at once."""
    element = browser.find_element(selector)
    browser.run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
    element.click()


def click_cell(browser, place, column=3):
    """Clicks the heat map's cell in a row and a column."""
    x, y = browser.run(
        """const plot = document.querySelector('#quality-heatmap .js-plotly-plot');
           plot.scrollIntoView({block: 'center', behavior: 'instant'});
           const {xaxis, yaxis} = plot._fullLayout, box = plot.getBoundingClientRect();
           return [box.left + xaxis._offset + xaxis.d2p(arguments[1]),
                   box.top + yaxis._offset + yaxis.d2p(arguments[0])]""",
        place,
        column,
    )
    for kind, buttons in (("mouseMoved", 0), ("mousePressed", 1), ("mouseReleased", 1)):
        event = {"type": kind, "x": x, "y": y, "button": "left" if buttons else "none", "clickCount": buttons}
        browser.driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)


def test_the_page_says_first_how_reports_came_in(browser):
    open_page(browser)
    assert "báo cáo đến hạn đã về" in browser.find_element(".quality-headline").text
    assert len(browser.find_elements(".quality-tile")) == 7
    assert "SỐ LIỆU MINH HỌA" in browser.find_element("#banner").text


def test_a_tile_opens_its_part_and_back_leads_back(browser):
    open_page(browser)
    press(browser, "[data-choose='kind=drafts']")
    browser.wait_for_text_to_equal(".quality-part h2", "Lần nạp chờ phê duyệt")
    assert search_of(browser) == "?kind=drafts"
    browser.wait_until("return document.activeElement?.dataset.choose === 'kind=drafts'")
    browser.back()
    browser.wait_for_element("#quality-heatmap")


def test_a_cell_of_the_heat_map_opens_the_list_of_its_province(browser):
    open_page(browser)
    browser.wait_until(PAINTED, timeout=30)
    names = texts_of(browser, "[data-heat-area]")
    place = names.index("Tuyên Quang")
    click_cell(browser, place)
    browser.wait_for_text_to_equal("#quality-province", "Tuyên Quang: cần bổ sung, sửa")
    assert search_of(browser) == "?area=08"
    browser.wait_until("return document.activeElement?.id === 'quality-province'")
    browser.wait_until(STILL)
    click_cell(browser, names.index("Cà Mau"))
    browser.wait_for_text_to_equal("#quality-province", "Cà Mau: cần bổ sung, sửa")


def test_the_table_under_the_heat_map_does_the_same_by_keyboard(browser):
    open_page(browser)
    press(browser, ".heatmap-tile summary")
    browser.run("document.querySelector(\"[data-heat-area='14']\").focus()")
    browser.press("ENTER")
    browser.wait_for_text_to_equal("#quality-province", "Sơn La: cần bổ sung, sửa")


def test_quarters_and_timeliness_are_a_choice_each(browser):
    open_page(browser)
    browser.find_element("//button[normalize-space()='Quý']", "XPATH").click()
    browser.wait_until("return location.search.startsWith('?p=') && location.search.includes('-Q')")
    browser.settle()  # the answer brings the buttons anew
    press(browser, ".quality-switches [data-choose='kind=timeliness']")
    browser.wait_for_text_to_equal(".heatmap-tile h2", "Báo cáo đúng hạn theo tỉnh và kỳ")
    head = texts_of(browser, ".heatmap-tile thead th")
    assert head[-1].startswith("Quý")


def test_wrong_rows_are_narrowed_by_reason_and_province(browser):
    open_page(browser, "?kind=wrong")
    press(browser, ".bars [data-choose='kind=negative_value']")
    browser.wait_for_element(".quality-advice")
    assert set(texts_of(browser, ".faults tbody th")) == {"Số đếm âm"}
    press(browser, ".bars [data-choose='area=20']")
    browser.wait_for_text_to_equal(".area-chip", "Lạng Sơn · bỏ lọc")
    assert search_of(browser) == "?kind=negative_value&area=20"
    press(browser, ".area-chip")
    browser.wait_until("return location.search === '?kind=negative_value'")


def test_the_file_holds_what_is_shown(browser):
    open_page(browser, "?kind=negative_value")
    rows = browser.driver.execute_async_script(
        "const done = arguments[0];"
        "document.querySelector('.export-button[data-export=list]').click();"
        "fetch(document.querySelector('[data-take=csv]').href).then(answer => answer.text()).then(done)"
    ).splitlines()
    assert len([row for row in rows if "negative_value" in row]) == len(
        browser.find_elements(".faults tbody tr")
    )


def test_what_changed_is_told_with_where_the_new_value_comes_from(browser):
    open_page(browser, "?kind=revisions")
    browser.wait_until("return document.querySelectorAll('#quality-changes h3').length === 2", timeout=90)
    assert browser.find_element("#quality-revised").text != "…"
    if browser.find_elements("#quality-changes .origin-button"):
        press(browser, "#quality-changes .origin-button")
        browser.wait_for_element("#origin-dialog")


def test_a_part_that_is_not_there_is_named_and_the_first_one_shown(browser):
    open_page(browser, "?kind=nothing&area=77")
    notices = " ".join(texts_of(browser, "#notices .notice"))
    assert "nothing" in notices
    assert "77" in notices
    browser.wait_for_element("#quality-heatmap")


def test_a_phone_scrolls_nothing_sideways(browser):
    for search in ("?area=08", "?kind=wrong", "?kind=sources", "?kind=control_total_mismatch"):
        open_page(browser, search)
        for width in (390, 320):
            browser.resize(width, 800)
            browser.wait_until(FITS)
