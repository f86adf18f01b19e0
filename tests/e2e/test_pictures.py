"""What is in the page already is painted without asking anybody, and shows what the server would."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.e2e.test_map import click_at, open_map, press, wait_for_search

HELD = "return [...pictures.held.keys()].some((at) => at.includes('/{code}?b={b}&f={f}&'))"
# Everything that a reader or a program sees of the page, the chart's own additions left out.
SHOWN = """
const text = (id) => document.getElementById(id).innerText;
const plot = (id) => document.querySelector(`#${id} .js-plotly-plot`);
const ids = ["headline", "ranking", "legend", "segments", "frequencies", "period-label", "map-note"];
const slider = document.querySelector("#period-slider [role=slider]");
return JSON.stringify({
  map: plot("map").data, revision: plot("map").layout.uirevision,
  path: plot("target-path-chart")?.data,
  texts: ids.map((id) => [id, text(id)]),
  pressed: [...document.querySelectorAll("[aria-pressed=true]")].map((one) => one.dataset.choose),
  frame: [text("banner"), text("stamp")],
  current: [...document.querySelectorAll("[aria-current=true]")].map((one) => one.dataset.area),
  reading: document.getElementById("map-frame").getAttribute("aria-label"),
  slider: ["aria-valuenow", "aria-valuemax"].map((name) => slider.getAttribute(name)),
  indicator: text("indicator"),
})
"""


def keep(browser, *wanted):
    """Waits until the pictures are in the page: indicator, boundaries, frequency."""
    for code, boundaries, frequency in wanted:
        browser.wait_until(HELD.format(code=code, b=boundaries, f=frequency), timeout=120)


def stop_fetching(browser):
    """As in a tab that nobody looks at: what comes now was asked for by a choice."""
    browser.run("Object.defineProperty(document, 'hidden', { value: true, configurable: true })")
    browser.wait_until(
        "const all = performance.getEntriesByType('resource').length;"
        "const still = window.before === all; window.before = all; return still"
    )
    asked(browser)


def asked(browser):
    """What the page asked the server for since this was last called, its look for new loads left out."""
    events = (json.loads(entry["message"])["message"] for entry in browser.driver.get_log("performance"))
    requests = [one["params"]["request"] for one in events if one["method"] == "Network.requestWillBeSent"]
    told = [one["url"].removeprefix(browser.site) + " " + one.get("postData", "")[:120] for one in requests]
    return [one for one in told if '"output":"load.data"' not in one]


def shown(browser):
    return json.loads(browser.run(SHOWN))


def wait_for_all_of_it(browser, period):
    """The small chart is painted last; its line ends with the period."""
    browser.wait_until(f"return document.querySelector('.headline .eyebrow')?.innerText.includes({period!r})")
    browser.wait_until(
        "const plots = [...document.querySelectorAll('.js-plotly-plot')];"
        "const all = JSON.stringify(plots.map((one) => one.data));"
        "const still = window.drawn === all; window.drawn = all; return still"
    )
    browser.settle()


def test_what_is_in_the_page_is_shown_without_a_request_as_the_server_shows_it(browser):
    open_map(browser, "/ban-do?p=2026-Q3")
    keep(browser, ("S02", "34", "quarter"), ("S02", "63", "quarter"), ("S03", "34", "quarter"))
    stop_fetching(browser)
    choose = "document.dispatchEvent(new CustomEvent('choose', {{ detail: {{ changes: {} }} }}))"
    seen = {}
    for changes, period in (
        ({"p": "2026-Q2"}, "Quý II/2026"),
        ({"c": "gap"}, "Quý II/2026"),
        ({"c": "change", "rank": "all"}, "Quý II/2026"),
        ({"b": "63"}, "Quý II/2026"),
        ({"b": "34", "c": "", "i": "S03"}, "Quý II/2026"),
        ({"i": "S02", "p": "2026-Q1"}, "Quý I/2026"),
    ):
        browser.run(choose.format(json.dumps(changes)))
        wait_for_all_of_it(browser, period)
        seen[browser.run("return location.search")] = shown(browser)
    assert asked(browser) == []
    for search, before in seen.items():
        open_map(browser, "/ban-do" + search)
        wait_for_all_of_it(browser, "2026")
        assert shown(browser) == before, search


def test_going_back_is_painted_from_the_page_too(browser):
    open_map(browser, "/ban-do?p=2026-Q3")
    keep(browser, ("S02", "34", "quarter"))
    stop_fetching(browser)
    press(browser, "Giá trị")
    wait_for_search(browser, "?p=2026-Q3&c=value")
    browser.wait_until("return document.querySelector('#legend [data-class^=step-]')")
    browser.back()
    browser.wait_until("return !document.querySelector('#legend [data-class^=step-]')")
    assert asked(browser) == []


def test_playing_asks_nothing(browser):
    open_map(browser, "/ban-do?p=2026-Q1")
    keep(browser, ("S02", "34", "quarter"))
    stop_fetching(browser)
    press(browser, "Chạy qua các kỳ")
    browser.wait_until("return document.querySelector('#play').getAttribute('aria-pressed') === 'true'")
    stops = "return document.querySelector('#play').getAttribute('aria-pressed') === 'false'"
    browser.wait_until(stops, timeout=30)
    assert browser.run("return location.search") != "?p=2026-Q1"
    assert asked(browser) == []


def test_the_slider_paints_what_it_passes_and_the_address_waits(browser):
    open_map(browser, "/ban-do?p=2026-Q3")
    keep(browser, ("S02", "34", "quarter"))
    stop_fetching(browser)
    place = browser.run("return +document.querySelector('#period-slider [role=slider]').ariaValueNow")
    browser.run(f"dash_clientside.set_props('period-slider', {{ drag_value: {place - 1} }})")
    browser.wait_until(
        "return document.querySelector('.headline .eyebrow').innerText.includes('Quý II/2026')"
    )
    assert browser.run("return location.search") == "?p=2026-Q3"
    browser.run(f"dash_clientside.set_props('period-slider', {{ value: {place - 1} }})")
    wait_for_search(browser, "?p=2026-Q2")
    assert asked(browser) == []


def test_with_a_province_open_only_its_panel_asks(browser):
    open_map(browser, "/ban-do?p=2026-Q3")
    keep(browser, ("S02", "34", "quarter"))
    stop_fetching(browser)
    click_at(browser, 103.9, 21.2)
    browser.wait_until("return document.querySelector('#panel-title')?.textContent === 'Sơn La'")
    browser.settle()
    requests = asked(browser)
    assert len(requests) == 1
    assert "province-panel.children" in requests[0]
    before = shown(browser)
    assert before["map"][1]["locations"] == ["14"]
    browser.press("ESCAPE")
    browser.wait_until("return !document.querySelector('.panel-sheet')")
    assert asked(browser) == []
    browser.open("/ban-do?p=2026-Q3&area=14")
    browser.wait_for_element(".panel-sheet")
    wait_for_all_of_it(browser, "Quý III/2026")
    assert shown(browser) == before


def test_where_no_pictures_come_the_server_answers(browser):
    browser.driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": ["*so-lieu*"]})
    try:
        open_map(browser, "/ban-do?p=2026-Q3")
        press(browser, "Giá trị")
        browser.wait_until("return document.querySelector('#legend [data-class^=step-]')")
        press(browser, "63 tỉnh")
        browser.wait_until(
            "return document.querySelector('#map .js-plotly-plot').data[0].locations.length === 63"
        )
        assert browser.run("return pictures.held.size") == 0
    finally:
        browser.driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": []})
    assert all("so-lieu" in line for line in browser.console())


def test_an_address_that_cannot_be_used_asks_for_no_pictures(browser):
    open_map(browser, "/ban-do?p=2026-Q3&c=xxx")
    browser.settle()
    assert browser.run("return pictures.held.size") == 0
    assert not [one for one in asked(browser) if "so-lieu" in one]


def test_a_new_load_drops_the_pictures(browser, start_app, demo_url, tmp_path):
    own = Path(shutil.copy(demo_url.removeprefix("sqlite:///"), tmp_path / "warehouse.sqlite"))
    browser.site = start_app(warehouse_url=f"sqlite:///{own}")
    open_map(browser, "/ban-do?p=2026-Q3")
    keep(browser, ("S02", "34", "quarter"))
    stop_fetching(browser)
    before = browser.run("return [...pictures.held.keys()]")
    with sqlite3.connect(own) as warehouse:
        newest = warehouse.execute("SELECT max(load_id) FROM load_log").fetchone()[0]
        columns = [row[1] for row in warehouse.execute("PRAGMA table_info(load_log)")]
        others = ", ".join(name for name in columns if name != "load_id")
        warehouse.execute(
            f"INSERT INTO load_log (load_id, {others}) "
            f"SELECT load_id + 1, {others} FROM load_log WHERE load_id = ?",
            [newest],
        )
    browser.run("dash_clientside.set_props('heartbeat', { n_intervals: 1 })")
    browser.wait_until("return pictures.held.size === 0", timeout=60)
    browser.settle()
    browser.run("delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))")
    keep(browser, ("S02", "34", "quarter"))
    assert not set(before) & set(browser.run("return [...pictures.held.keys()]"))


@pytest.mark.parametrize("search", ["?p=2026-Q3&lang=en&theme=contrast", "?load=4"])
def test_other_languages_themes_and_loads_have_pictures_of_their_own(browser, search):
    open_map(browser, "/ban-do" + search)
    browser.wait_until("return pictures.held.size > 0", timeout=60)
    stop_fetching(browser)
    browser.run("document.querySelector('#segments [data-choose=\"c=value\"]').click()")
    browser.wait_until("return document.querySelector('#legend [data-class^=step-]')")
    assert asked(browser) == []


def test_what_pictures_share_comes_once_and_is_the_model_s_own_file(browser):
    open_map(browser, "/ban-do?i=D02&p=2026-Q3")
    keep(browser, ("D02", "34", "quarter"), ("D02", "63", "quarter"), ("D03", "34", "quarter"))
    fetched = browser.run(
        "const all = performance.getEntriesByType('resource').map(({ name }) => new URL(name));"
        "return all.filter(({ pathname }) => pathname.startsWith('/ban-do/so-lieu/D02'))"
        ".filter(({ searchParams: asked }) => asked.get('b') === '34' && asked.get('f') === 'quarter')"
        ".map(({ pathname, search }) => pathname + search)"
    )
    assert len(set(fetched)) == 1, fetched
    models = browser.run("return [...pictures.held.values()].map(({ pictures: held }) => held.model)")
    assert set(models) == {None, fetched[0]}
