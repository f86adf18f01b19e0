"""The page of one indicator as a reader uses it."""

import pytest

READY = (
    "return document.querySelector('#indicator-title') && document.querySelector('#indicator-about > *')"
    " && document.querySelector('#indicator-choice').textContent.length > 3"
)


def open_indicator(browser, search=""):
    browser.open(f"/chi-tieu{search}")
    browser.wait_until(READY, timeout=60)
    browser.settle()


def press(browser, label):
    """Clicks the button with that text or label."""
    browser.find_element(f"//button[normalize-space()='{label}' or @aria-label='{label}']", "XPATH").click()


def wait_for_search(browser, search):
    browser.wait_until(f"return location.search === {search!r}")


def click_dot(browser, place):
    """Clicks the dot at a place in the order of the values; returns the code of its province."""
    code, x, y = browser.wait_until(
        f"""const plot = document.querySelector('#indicator-dots .js-plotly-plot');
            if (!plot?.querySelector('.scatterlayer .point')) return null;
            if (plot.matches('.dash-graph--pending')) return null; // nothing hears a click yet
            plot.scrollIntoView({{block: 'center', behavior: 'instant'}});
            const dots = plot.data[0], box = plot.getBoundingClientRect(), layout = plot._fullLayout;
            return [dots.customdata[{place}][0],
                    box.left + layout.xaxis._offset + layout.xaxis.d2p(dots.x[{place}]),
                    box.top + layout.yaxis._offset + layout.yaxis.d2p(dots.y[{place}])]"""
    )
    for kind, buttons in (("mouseMoved", 0), ("mousePressed", 1), ("mouseReleased", 1)):
        event = {"type": kind, "x": x, "y": y, "button": "left" if buttons else "none", "clickCount": buttons}
        browser.driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)
    return code


def test_all_parts_of_an_indicator_are_there(browser):
    open_indicator(browser)
    browser.wait_for_element("#indicator-trend .scatterlayer")
    browser.wait_for_element("#indicator-dots .scatterlayer")
    headings = browser.run("return [...document.querySelectorAll('main h2')].map(one => one.textContent)")
    for heading in (
        "Phân bố giữa các tỉnh, thành phố",
        "Điểm chưa thống nhất",
        "Định nghĩa",
        "Chỉ tiêu qua các văn bản",
    ):
        assert heading in headings
    assert "SỐ LIỆU MINH HỌA" in browser.find_element("#banner").text
    assert (
        browser.run("return document.querySelectorAll('#indicator-dots .scatterlayer .point').length") <= 35
    )


def test_another_indicator_is_found_without_diacritics_and_back_returns(browser):
    open_indicator(browser)
    browser.find_element("#indicator-choice").click()
    browser.wait_for_element(".dash-dropdown-search").click()
    browser.press(*"can bo duoc dao")
    options = "[...document.querySelectorAll('.dash-dropdown-option:has(.option)')]"
    browser.wait_until(f"const found = {options}.length; return found === 1")
    browser.run(f"{options}.find((option) => option.textContent.startsWith('G09')).click()")
    wait_for_search(browser, "?i=G09")
    browser.wait_until("return document.querySelector('#indicator-title').textContent.startsWith('Cán bộ')")
    browser.back()
    wait_for_search(browser, "")
    browser.wait_until(
        "return document.querySelector('#indicator-title').textContent.startsWith('Trưởng thôn')"
    )


def test_clicking_a_dot_selects_its_province_and_shows_its_communes(browser):
    open_indicator(browser, "?p=2026-Q3")
    code = click_dot(browser, 0)
    wait_for_search(browser, f"?p=2026-Q3&area={code}")
    name = browser.wait_until("return document.querySelector('.chosen-area strong')?.textContent")
    browser.wait_until(
        f"return document.querySelector('#communes-title')?.textContent === 'Các xã của {name}'"
    )
    press(browser, "Bỏ chọn")
    wait_for_search(browser, "?p=2026-Q3")
    browser.wait_until("return !document.querySelector('.chosen-area')")
    assert click_dot(browser, 0) == code  # the same dot can be clicked again
    wait_for_search(browser, f"?p=2026-Q3&area={code}")


def test_a_province_is_chosen_with_the_keyboard_from_the_list(browser):
    open_indicator(browser, "?p=2026-Q3")
    browser.run("document.querySelector('.indicator-spread summary').click()")
    name = browser.run(
        "const one = document.querySelector('.indicator-spread [data-area]'); one.focus();"
        "return one.textContent"
    )
    browser.press("ENTER")
    browser.wait_until(f"return document.querySelector('.chosen-area strong')?.textContent === {name!r}")
    assert browser.run("return document.querySelector('.indicator-spread details').open")
    browser.wait_until(f"return document.activeElement.textContent === {name!r}")


def test_periods_go_back_and_forward(browser):
    open_indicator(browser, "?p=2026-Q3")
    press(browser, "Kỳ trước: Quý II/2026")
    wait_for_search(browser, "?p=2026-Q2")
    browser.wait_until("return document.querySelector('.when').textContent.includes('Quý II/2026')")
    press(browser, "Kỳ sau: Quý III/2026")
    wait_for_search(browser, "?p=2026-Q3")


def test_a_number_tells_where_it_comes_from(browser):
    open_indicator(browser, "?p=2026-Q3")
    browser.find_element(".indicator-headline .origin-button").click()
    browser.wait_for_element("#origin-dialog[open]")
    browser.press("ESCAPE")
    browser.wait_until("return !document.querySelector('#origin-dialog')")
    wait_for_search(browser, "?p=2026-Q3")


def test_a_part_leads_to_the_whole_and_on_to_the_map(browser):
    open_indicator(browser, "?i=S01a&p=2026-Q3")
    browser.find_element(".part-of a[href*='i=S01&'], .part-of a[href$='i=S01']").click()
    browser.wait_until("return document.querySelectorAll('.indicator-parts tbody tr').length === 4")
    browser.find_element(".ways a[data-page]").click()
    browser.wait_until("return location.pathname === '/ban-do'")
    browser.wait_until(
        "return document.querySelectorAll('#map .choroplethlayer path').length >= 34", timeout=60
    )


def test_a_milestone_lists_who_has_completed_it_and_by_which_document(browser):
    open_indicator(browser, "?i=D01")
    rows = browser.run("return document.querySelectorAll('.indicator-milestones tbody tr').length")
    assert rows >= 34
    browser.wait_for_element("#indicator-trend .scatterlayer")


def test_what_is_measured_nationally_says_so(browser):
    open_indicator(browser, "?i=G08")
    assert "chỉ đo ở cấp trung ương" in browser.find_element(".indicator-spread").text
    assert not browser.find_elements("#indicator-dots")


@pytest.mark.parametrize("width", [320, 390, 1024])
@pytest.mark.parametrize("search", ["?i=S01&area=08", "?i=D01&theme=contrast", "?i=N08&lang=en"])
def test_nothing_scrolls_sideways(browser, search, width):
    browser.resize(width, 844)
    open_indicator(browser, search)
    assert browser.run("return document.documentElement.scrollWidth") == width
