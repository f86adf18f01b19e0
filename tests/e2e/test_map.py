"""The map page as a reader uses it: what is painted, what controls do, what the address remembers."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from geodata.load import islands

PAINTED = "return document.querySelectorAll('#map .choroplethlayer path').length >= {count}"


def open_map(browser, path="/ban-do", count=34):
    browser.open(path)
    browser.wait_until(PAINTED.format(count=count), timeout=60)
    browser.wait_for_element("#ranking-title")
    browser.wait_until("return document.querySelector('#indicator')?.textContent.length > 3")
    browser.settle()


def search_of(browser):
    return browser.run("return location.search")


def wait_for_search(browser, search):
    browser.wait_until(f"return location.search === {search!r}")


def press(browser, label):
    """Clicks the button with that text or label."""
    browser.find_element(f"//button[normalize-space()='{label}' or @aria-label='{label}']", "XPATH").click()


def map_figure(browser):
    """Locations, classes and labels of the provinces as they are drawn."""
    return browser.run(
        "const trace = document.querySelector('#map .js-plotly-plot').data[0];"
        "return {locations: trace.locations, z: trace.z, hover: trace.customdata}"
    )


def legend_counts(browser):
    items = browser.find_elements("#legend .legend-items:not(.legend-items--over) .legend-item")
    return {item.get_attribute("data-class"): int(item.get_attribute("data-count")) for item in items}


def click_at(browser, lon, lat, chart="map"):
    """Clicks a map where a longitude and a latitude are drawn."""
    where = browser.run(
        """const plot = document.getElementById(arguments[2]).querySelector('.js-plotly-plot');
           const geo = plot._fullLayout.geo._subplot;
           const [x, y] = geo.projection([arguments[0], arguments[1]]);
           const box = plot.getBoundingClientRect();
           return [box.left + x, box.top + y]""",
        lon,
        lat,
        chart,
    )
    browser.click_at(*where)


def panel_title(browser):
    return browser.run("return document.querySelector('#panel-title')?.textContent ?? null")


def test_the_map_is_painted_with_every_province_and_both_archipelagos(browser):
    open_map(browser)
    assert len(set(map_figure(browser)["locations"])) == 34
    labels = browser.run(
        "return [...document.querySelectorAll('#map .scatterlayer text')].map(text => text.textContent)"
    )
    written = " ".join(labels)
    assert "Hoàng Sa" in written
    assert "Trường Sa" in written
    assert "Biển Đông" in written


def test_the_national_figure_its_sentence_and_the_banner_are_read_first(browser):
    open_map(browser)
    assert "%" in browser.find_element(".headline .big-number").text
    assert browser.find_element(".headline .reading").text.endswith(".")
    assert browser.run("return document.getElementById('map-frame').getAttribute('aria-label')") == (
        browser.run("return document.querySelector('.headline .reading').textContent")
    )
    assert "SỐ LIỆU MINH HỌA – không dùng để báo cáo" in browser.find_element("#banner").text
    assert "lần nạp số" in browser.find_element("#stamp").text.lower()


def test_published_numbers_carry_no_banner(browser):
    open_map(browser, "/ban-do?i=X02")
    assert browser.find_element("#banner").text == ""


def test_the_legend_counts_every_province_once(browser):
    open_map(browser)
    assert sum(legend_counts(browser).values()) == 34
    press(browser, "63 tỉnh")
    browser.wait_until(PAINTED.format(count=63))
    assert sum(legend_counts(browser).values()) == 63


def test_pointing_at_a_province_tells_its_value_status_and_target(browser):
    open_map(browser)
    row = next(row for row in map_figure(browser)["hover"] if row[0] == "14")
    assert row[1] == "Sơn La"
    browser.run(
        "const plot = document.querySelector('#map .js-plotly-plot');"
        "const box = plot.getBoundingClientRect();"
        "const [x, y] = plot._fullLayout.geo._subplot.projection([103.9, 21.2]);"
        "window.spot = [box.left + x, box.top + y]"
    )
    x, y = browser.run("return window.spot")
    for place in (x - 3, x):
        browser.driver.execute_cdp_cmd("Input.dispatchMouseEvent", {"type": "mouseMoved", "x": place, "y": y})
    text = browser.wait_until("return document.querySelector('#map .hoverlayer')?.textContent")
    assert "Sơn La" in text
    assert "Chỉ tiêu" in text


def test_an_indicator_is_found_without_diacritics_and_shown(browser):
    open_map(browser)
    browser.find_element("#indicator").click()
    browser.wait_for_element(".dash-dropdown-search").click()
    browser.press(*"can bo duoc dao")
    options = "[...document.querySelectorAll('.dash-dropdown-option:has(.option)')]"
    browser.wait_until(f"const found = {options}.length; return found === 1")
    browser.run(f"{options}.find((option) => option.textContent.startsWith('G09')).click()")
    wait_for_search(browser, "?i=G09")
    browser.wait_until("return document.querySelector('.headline h1').textContent.startsWith('Cán bộ')")


@pytest.mark.parametrize(
    ("button", "search"),
    [("Giá trị", "?c=value"), ("Khoảng cách", "?c=gap"), ("Thay đổi 1 năm", "?c=change")],
)
def test_what_is_coloured_can_be_chosen(browser, button, search):
    open_map(browser)
    before = legend_counts(browser)
    press(browser, button)
    wait_for_search(browser, search)
    browser.wait_until(
        f"return document.querySelector('#segments [aria-pressed=true][data-choose=\"{search[1:]}\"]')"
    )
    browser.wait_until("return document.querySelector('#legend [data-class^=step-]')")
    assert legend_counts(browser).keys() != before.keys()
    assert sum(legend_counts(browser).values()) == 34


def test_an_indicator_without_a_target_is_coloured_by_value(browser):
    open_map(browser, "/ban-do?i=X02&c=status")
    assert browser.run(
        "return document.querySelector('#segments [aria-pressed=true][data-choose=\"c=value\"]') !== null"
    )
    assert browser.run("return document.querySelector('#segments [data-choose=\"c=status\"]').disabled")


def test_the_period_is_chosen_by_frequency_and_by_the_slider(browser):
    open_map(browser, "/ban-do?p=2026-09")
    press(browser, "Quý")
    wait_for_search(browser, "?p=2026-Q3")
    browser.wait_for_text_to_equal("#period-label", "Quý III/2026")
    browser.wait_until(
        "return document.querySelector('.headline .eyebrow').textContent.includes('Quý III/2026')"
    )
    browser.run("document.querySelector('#period-slider [role=slider]').focus()")
    browser.press("ARROW_LEFT")
    wait_for_search(browser, "?p=2026-Q2")
    browser.wait_until(
        "return document.querySelector('.headline .eyebrow').textContent.includes('Quý II/2026')"
    )


def test_playing_runs_through_the_periods_and_stops_at_the_end(browser):
    open_map(browser, "/ban-do?p=2026-Q1")
    press(browser, "Chạy qua các kỳ")
    browser.wait_until("return document.querySelector('#play').getAttribute('aria-pressed') === 'true'")
    last = browser.wait_until(
        "return document.querySelector('#play').getAttribute('aria-pressed') === 'false' && location.search",
        timeout=30,
    )
    assert last > "?p=2026-Q2"
    assert browser.run(
        "return document.querySelector('#period-slider [role=slider]').getAttribute('aria-valuenow') === "
        "document.querySelector('#period-slider [role=slider]').getAttribute('aria-valuemax')"
    )
    browser.back()
    wait_for_search(browser, "?p=2026-Q1")


def test_boundaries_draw_the_provinces_of_then(browser):
    open_map(browser, "/ban-do?p=2025-Q1&b=reported", count=63)
    assert "02" in map_figure(browser)["locations"]
    press(browser, "34 tỉnh")
    browser.wait_until(
        "return document.querySelector('#map .js-plotly-plot').data[0].locations.length === 34"
    )
    assert "02" not in map_figure(browser)["locations"]


def test_the_ranking_shows_the_first_the_last_or_all_and_lists_who_has_no_rank(browser):
    open_map(browser, "/ban-do?p=2026-Q3")
    assert len(browser.find_elements("#ranking .ranks > li")) >= 5
    first = [row.text for row in browser.find_elements("#ranking ol .rank-name")]
    press(browser, "Cuối bảng")
    wait_for_search(browser, "?p=2026-Q3&rank=bottom")
    browser.wait_until(
        f"return document.querySelector('#ranking ol .rank-name').textContent !== {first[0]!r}"
    )
    press(browser, "Tất cả")
    browser.wait_until("return document.querySelectorAll('#ranking ol > li').length > 10")
    ranked = browser.run(
        "return [...document.querySelectorAll('#ranking ol .rank')].map(rank => +rank.textContent)"
    )
    unranked = browser.run(
        "return [...document.querySelectorAll('.unranked .rank-reason')].map(one => one.textContent)"
    )
    assert ranked == sorted(ranked)
    assert len(ranked) + len(unranked) == 34
    assert all(unranked)


def test_clicking_a_province_opens_its_panel_and_escape_closes_it(browser):
    open_map(browser)
    click_at(browser, 103.9, 21.2)
    browser.wait_until("return document.querySelector('#panel-title')?.textContent === 'Sơn La'")
    wait_for_search(browser, "?area=14")
    browser.wait_until("return document.activeElement.id === 'panel-title'")
    browser.wait_for_element("#trend .scatterlayer")
    assert browser.find_elements(".panel-sheet table tbody tr")
    browser.press("ESCAPE")
    browser.wait_until("return !document.querySelector('.panel-sheet')")
    wait_for_search(browser, "")
    browser.wait_until("return document.activeElement !== document.body")
    click_at(browser, 103.9, 21.2)
    browser.wait_until("return document.querySelector('#panel-title')?.textContent === 'Sơn La'")


ARCHIPELAGOS = {
    feature["properties"]["province"]: feature
    for feature in islands()["features"]
    if "province" in feature["properties"]
}


@pytest.mark.parametrize(("code", "name"), [("48", "Đà Nẵng"), ("56", "Khánh Hòa")])
@pytest.mark.parametrize("what", ["label", "island"])
def test_clicking_an_archipelago_selects_its_province(browser, code, name, what):
    open_map(browser)
    archipelago = ARCHIPELAGOS[code]
    ring = archipelago["geometry"]["coordinates"][0][0][:-1]
    middle = [sum(axis) / len(ring) for axis in zip(*ring, strict=True)]
    click_at(browser, *(archipelago["properties"]["label_point"] if what == "label" else middle))
    browser.wait_until(f"return document.querySelector('#panel-title')?.textContent === {name!r}")


def test_a_merged_province_tells_what_it_was_made_of(browser):
    open_map(browser, "/ban-do?p=2026-Q3&area=08")
    browser.wait_for_element("#panel-title")
    assert panel_title(browser) == "Tuyên Quang"
    former = browser.run(
        "return [...document.querySelectorAll('.panel-sheet tbody th')].map(cell => cell.textContent)"
    )
    assert former[:2] == ["Hà Giang", "Tuyên Quang"]
    browser.run("document.querySelector('.panel-sheet .fold .origin-button').click()")
    call = browser.wait_until(
        "return document.querySelector('#origin-dialog[open] .origin-call a')?.getAttribute('href')"
    )
    assert call.startswith("/api/v1/values?indicator=S02&period=2026-Q3&boundaries=34")
    assert browser.run("return fetch(arguments[0]).then(answer => answer.status)", call) == 200


def test_the_ranking_is_reached_and_used_with_the_keyboard_alone(browser):
    open_map(browser)
    name = browser.run(
        "const row = document.querySelector('#ranking ol button'); row.focus();"
        "return row.querySelector('.rank-name').textContent"
    )
    browser.press("ENTER")
    browser.wait_until(f"return document.querySelector('#panel-title')?.textContent === {name!r}")
    browser.press("TAB")
    assert browser.run("return document.activeElement.getAttribute('aria-label')") == "Đóng"
    browser.press("ENTER")
    browser.wait_until("return !document.querySelector('.panel-sheet')")
    browser.wait_until(
        f"return document.activeElement.querySelector?.('.rank-name')?.textContent === {name!r}"
    )


def test_the_first_tab_leads_past_the_header(browser):
    open_map(browser)
    browser.press("TAB")
    assert browser.run("return document.activeElement.className") == "skip-link"
    browser.press("ENTER")
    assert browser.run("return document.activeElement.id") == "main"


def test_the_table_says_what_the_map_shows(browser):
    open_map(browser, "/ban-do?p=2026-Q3")
    browser.run("document.querySelector('#value-table-fold > summary').click()")
    browser.wait_until("return document.querySelectorAll('#value-table tbody tr').length === 35")
    rows = browser.run(
        "return [...document.querySelectorAll('#value-table tbody tr')].map(row => row.cells[0].textContent)"
    )
    assert rows.index("An Giang") < rows.index("Cà Mau") < rows.index("Đà Nẵng") < rows.index("Vĩnh Long")
    press(browser, "63 tỉnh")
    browser.wait_until("return document.querySelectorAll('#value-table tbody tr').length === 64")


def test_back_forward_and_reload_restore_what_was_chosen(browser):
    open_map(browser, "/ban-do?p=2026-Q3")
    press(browser, "63 tỉnh")
    wait_for_search(browser, "?p=2026-Q3&b=63")
    browser.wait_until(PAINTED.format(count=63))
    press(browser, "Giá trị")
    wait_for_search(browser, "?p=2026-Q3&b=63&c=value")
    browser.wait_until("return document.querySelector('#legend [data-class^=step-]')")
    browser.back()
    wait_for_search(browser, "?p=2026-Q3&b=63")
    browser.wait_until(
        "return document.querySelector('#segments [aria-pressed=true][data-choose=\"c=status\"]')"
    )
    browser.back()
    wait_for_search(browser, "?p=2026-Q3")
    browser.wait_until(
        "return document.querySelector('#map .js-plotly-plot').data[0].locations.length === 34"
    )
    browser.forward()
    wait_for_search(browser, "?p=2026-Q3&b=63")
    browser.wait_until(
        "return document.querySelector('#map .js-plotly-plot').data[0].locations.length === 63"
    )
    browser.driver.refresh()
    browser.wait_until(PAINTED.format(count=63), timeout=30)
    assert search_of(browser) == "?p=2026-Q3&b=63"


def test_a_shared_link_shows_the_same_view(browser):
    open_map(
        browser, "/ban-do?i=N01&p=2026-Q1&b=63&c=value&area=08&rank=all&lang=en&theme=contrast", count=63
    )
    browser.wait_for_element("#panel-title")
    assert browser.run("return document.documentElement.lang") == "en"
    assert browser.run("return document.documentElement.dataset.theme") == "contrast"
    assert "Q1 2026" in browser.find_element(".headline .eyebrow").text
    assert browser.find_element("#indicator").text.startswith("N01")
    assert len(browser.find_elements("#ranking ol > li")) > 5


def test_a_wrong_address_says_which_part_is_wrong_and_loses_nothing_else(browser):
    open_map(browser, "/ban-do?i=S99&p=2026-Q9&b=62&area=xx&c=gap")
    notices = " ".join(notice.text for notice in browser.find_elements("#notices .notice"))
    for parameter in ("“i”", "“p”", "“b”", "“area”"):
        assert parameter in notices
    assert "S02" in notices
    assert browser.run(
        "return document.querySelector('#segments [aria-pressed=true][data-choose=\"c=gap\"]') !== null"
    )
    assert len(map_figure(browser)["locations"]) == 34


def test_an_empty_period_says_what_to_do(browser):
    open_map(browser, "/ban-do?p=2019-Q1")
    button = browser.wait_for_element("#map-note .button")
    button.click()
    browser.wait_until("return new URLSearchParams(location.search).get('p') !== '2019-Q1'")
    browser.wait_until("return !document.querySelector('#map-note .button')")


def test_the_language_is_switched_in_place(browser):
    open_map(browser, "/ban-do?p=2026-Q3")
    press(browser, "EN")
    wait_for_search(browser, "?p=2026-Q3&lang=en")
    browser.wait_until("return document.querySelector('.headline .eyebrow')?.textContent.includes('Q3 2026')")
    assert browser.run("return document.documentElement.lang") == "en"
    assert "ILLUSTRATIVE" in browser.find_element("#banner").text.upper()
    assert browser.driver.title.startswith("Map")
    press(browser, "VI")
    browser.wait_until(
        "return document.querySelector('.headline .eyebrow')?.textContent.includes('Quý III/2026')"
    )


def test_contrast_and_text_size_can_be_changed(browser):
    open_map(browser)
    light = browser.run("return getComputedStyle(document.documentElement).backgroundColor")
    press(browser, "Tương phản cao")
    wait_for_search(browser, "?theme=contrast")
    assert browser.run("return getComputedStyle(document.documentElement).backgroundColor") != light
    normal = browser.run("return parseFloat(getComputedStyle(document.body).fontSize)")
    press(browser, "A+ – Chữ to hơn")
    assert browser.run("return parseFloat(getComputedStyle(document.body).fontSize)") > normal
    browser.driver.refresh()
    browser.wait_for_element(".headline .big-number")
    assert browser.run("return parseFloat(getComputedStyle(document.body).fontSize)") > normal


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("search", ["", "?area=08", "?lang=en&rank=all"])
def test_nothing_scrolls_sideways_or_is_cut_off_on_a_phone(browser, search, width):
    browser.resize(width, 844)
    open_map(browser, "/ban-do" + search)
    browser.wait_for_element(".headline .reading")
    assert browser.run("return document.documentElement.scrollWidth") == width
    cut_off = browser.run(
        "return [...document.querySelectorAll('.segments, .dash-dropdown-value')]"
        ".filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent)"
    )
    assert cut_off == []
    if "area" in search:
        sheet = browser.wait_for_element(".panel-sheet")
        assert sheet.size["width"] == width


def test_on_a_phone_tab_stays_in_the_panel_that_covers_the_page(browser):
    browser.resize(390, 844)
    browser.open("/ban-do?area=08")
    browser.wait_until("return document.activeElement.id === 'panel-title'")
    within = (
        "return document.activeElement.closest('.panel') !== null || document.activeElement === document.body"
    )
    reached = set()
    for _ in range(25):
        browser.press("TAB")
        assert browser.run(within)
        reached.add(browser.run("return document.activeElement.className"))
    assert "close" in reached
    browser.press("ESCAPE")
    browser.wait_until("return !document.querySelector('.panel-sheet')")
    browser.wait_until("return !document.querySelector('[inert]')")


def test_on_a_wide_screen_the_panel_leaves_the_controls_in_reach(browser):
    open_map(browser, "/ban-do?p=2026-Q3&area=08")
    browser.wait_for_element(".panel-sheet")
    press(browser, "Thay đổi 1 năm")
    wait_for_search(browser, "?p=2026-Q3&area=08&c=change")
    assert panel_title(browser) == "Tuyên Quang"


@pytest.fixture
def own_warehouse(demo_url, tmp_path):
    """A warehouse that a test may spoil."""
    return Path(shutil.copy(demo_url.removeprefix("sqlite:///"), tmp_path / "warehouse.sqlite"))


def test_the_warehouse_goes_and_comes_back_without_a_reload(browser, start_app, own_warehouse):
    browser.site = start_app(warehouse_url=f"sqlite:///{own_warehouse}")
    open_map(browser)
    browser.run("window.notReloaded = true")
    away = own_warehouse.rename(own_warehouse.with_name("away"))
    # An indicator that the page doesn't fetch ahead.
    choice = "{ detail: { changes: { i: 'X02' } } }"
    browser.run(f"document.dispatchEvent(new CustomEvent('choose', {choice}))")
    browser.wait_for_contains_text("#alert", "Không đọc được kho dữ liệu")
    assert len(map_figure(browser)["locations"]) == 34  # the last picture stays
    away.rename(own_warehouse)
    browser.wait_until("return document.querySelector('#alert').textContent === ''", timeout=20)
    browser.wait_until("return document.querySelector('#legend [data-class^=step-]')")
    assert browser.run("return window.notReloaded")
    # What the page was fetching ahead meanwhile failed, and the browser says so.
    assert [line for line in browser.console() if line.startswith("SEVERE") and "so-lieu" not in line] == []


def test_a_broken_contract_is_told_by_the_name_of_what_is_missing(browser, start_app, own_warehouse):
    with sqlite3.connect(own_warehouse) as warehouse:
        warehouse.execute("ALTER TABLE dim_measure RENAME TO something_else")
    browser.site = start_app(warehouse_url=f"sqlite:///{own_warehouse}")
    browser.open("/ban-do")
    browser.wait_for_contains_text("#alert", "dim_measure")
    with sqlite3.connect(own_warehouse) as warehouse:
        warehouse.execute("ALTER TABLE something_else RENAME TO dim_measure")
    browser.wait_until(PAINTED.format(count=34), timeout=40)
    assert browser.find_element("#alert").text == ""


def test_a_page_that_shows_the_newest_load_is_left_alone(browser):
    open_map(browser, "/ban-do?p=2026-Q3&area=08")
    browser.wait_for_element(".panel-sheet details")
    # By script: a pointer may miss what moves while charts are drawn.
    browser.run("document.querySelector('.panel-sheet details > summary').click()")
    browser.wait_until("return document.querySelector('.panel-sheet details').open")
    # Pictures that are fetched while idle are no answers.
    questions = (
        "performance.getEntriesByType('resource')"
        ".filter(({ name }) => name.includes('/_dash-update-component')).length"
    )
    beats = "set_props('heartbeat', {n_intervals: 1})"
    browser.run(f"window.asked = {questions}; dash_clientside.{beats}")
    browser.wait_until(f"return {questions} > window.asked")
    assert browser.run("return document.querySelector('.panel-sheet details').open")
    assert browser.run(f"return {questions} - window.asked") == 1


@pytest.mark.parametrize("width", [1366, 1920])
def test_the_panel_of_a_province_covers_no_button_of_the_map(browser, width):
    browser.resize(width, 900)
    open_map(browser, "/ban-do?area=08")
    browser.wait_until("return document.querySelector('.panel-sheet')?.checkVisibility()")
    covered = """
        const button = document.querySelector('.map-card > .export-button');
        const { left, right, top, bottom } = button.getBoundingClientRect();
        return [left + 2, right - 2].some((x) => [top + 2, bottom - 2].some((y) =>
            !button.contains(document.elementFromPoint(x, y))))"""
    assert browser.run(covered) is False


HOLD_OUTLINES = """
window.held = 0;
const free = new Promise((resolve) => (window.freeOutlines = resolve));
const ask = window.fetch;
window.fetch = (address, ...more) => {
  if (!String(address).startsWith("/geo/")) return ask(address, ...more);
  window.held += 1;
  return free.then(() => ask(address, ...more));
};
const { open, send } = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.open = function (how, address, ...more) {
  this.outlines = String(address).startsWith("/geo/");
  return open.call(this, how, address, ...more);
};
XMLHttpRequest.prototype.send = function (...what) {
  if (!this.outlines) return send.apply(this, what);
  window.held += 1;
  free.then(() => send.apply(this, what));
};
"""


def test_a_map_that_waits_for_its_outlines_is_not_begun_and_may_be_left(browser):
    held = browser.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": HOLD_OUTLINES})
    browser.open("/so-sanh?areas=08,14&i=S02")
    browser.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", held)
    cell = "#scorecard [data-row='08'][data-column='S02']"
    browser.wait_until(f"return document.querySelector(`{cell}`)", timeout=60)
    browser.run(f"document.querySelector(`{cell}`).click()")
    browser.wait_until("return window.held", timeout=60)
    assert not browser.run("return document.querySelector('#map .js-plotly-plot')?.data.length")  # but blank
    browser.back()
    browser.wait_until("return !document.querySelector('#map')", timeout=30)
    # It holds up no other chart.
    browser.wait_until("return document.querySelector('#compare-paths .trace')", timeout=60)
    browser.run("window.freeOutlines()")
    browser.wait_until("return Object.values(PlotlyGeoAssets).some((shapes) => shapes.features)", timeout=30)
    browser.forward()
    browser.wait_until(PAINTED.format(count=34), timeout=60)


def test_a_chart_is_drawn_again_only_where_its_size_has_changed(browser):
    open_map(browser)
    drawn = """
        const [width, done] = arguments;
        const chart = document.querySelector("#target-path-chart .js-plotly-plot");
        let drawings = 0;
        chart.on("plotly_afterplot", () => (drawings += 1));
        if (width) chart.style.width = `${width}px`;
        Plotly.Plots.resize(chart).then(() => done([drawings, chart._fullLayout.width]));
    """
    again, before = browser.driver.execute_async_script(drawn, None)
    assert again == 0
    drawings, width = browser.driver.execute_async_script(drawn, before - 40)
    assert drawings > 0
    assert width == before - 40
