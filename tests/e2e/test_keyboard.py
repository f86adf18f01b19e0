"""The dashboard without a mouse: every page by Tab, the maps by arrows, and what is told of them."""

from collections import deque

import pytest

from charts.wording import amount
from indicators.catalogue import read_catalogue
from language import language
from layouts.pages import PAGES

LIST = "document.getElementById('map-keys')"
READ = f"return document.getElementById({LIST}.getAttribute('aria-activedescendant'))?.textContent ?? null"
RESTED = "return window.spoken?.rested()"
HEAR = """
    const region = document.getElementById('spoken');
    window.heard = [];
    new MutationObserver(() => region.textContent && window.heard.push(region.textContent))
        .observe(region, {childList: true, characterData: true, subtree: true})"""
HEARD = "return window.heard"
WAYS = {
    "ArrowRight": "ARROW_RIGHT",
    "ArrowUp": "ARROW_UP",
    "ArrowLeft": "ARROW_LEFT",
    "ArrowDown": "ARROW_DOWN",
}
VI = language("vi")


def open_map(browser, search="?p=2026-Q3"):
    browser.open(f"/ban-do{search}")
    browser.wait_until(f"return {LIST}?.querySelector('[role=option]')", 60)
    browser.wait_for_element("#ranking-title")
    browser.settle()


def listen(browser):
    """Notes from now on what the live region says."""
    browser.wait_until(RESTED)
    browser.run(HEAR)


def tab_to(browser, selector, most=80):
    for _ in range(most):
        browser.press("TAB")
        if browser.run(f"return document.activeElement.matches({selector!r})"):
            return
    raise AssertionError(f"Tab never came to {selector}")


def keys_to(browser, code):
    """The arrows that lead from the province that is read to another one."""
    ways = browser.run(
        "const [trace] = document.querySelector('#map .js-plotly-plot').data;"
        "return directions(PlotlyGeoAssets[trace.geojson].features)"
    )
    start = browser.run(f"return {LIST}.querySelector('[data-active]').dataset.code")
    found, waiting = {start: []}, deque([start])
    while waiting:
        one = waiting.popleft()
        for way, to in ways[one].items():
            if to not in found:
                found[to] = [*found[one], way]
                waiting.append(to)
    return [WAYS[way] for way in found[code]]


@pytest.mark.parametrize("boundaries", ["34", "63"])
def test_the_status_of_a_province_is_read_with_the_keyboard_alone(browser, boundaries):
    open_map(browser, f"?i=S02&p=2026-Q3&b={boundaries}")
    tab_to(browser, "#map-keys")
    for key in keys_to(browser, "08"):
        browser.press(key)
    call = f"/api/v1/values?indicator=S02&period=2026-Q3&boundaries={boundaries}"
    answer = browser.run("return fetch(arguments[0]).then((one) => one.json())", call)
    value = next(one for one in answer["data"] if one["area_code"] == "08")
    status = {"achieved": "đã đạt", "on_track": "đúng tiến độ", "accelerate": "cần tăng tốc"} | {
        "behind": "chậm tiến độ",
        "reversing": "thụt lùi",
    }
    name = {"34": "Tuyên Quang", "63": "Tuyên Quang"}[boundaries]
    written = amount(value["value"], read_catalogue()["S02"], VI)
    assert browser.run(READ).startswith(f"{name}, {written}, {status[value['status']]}, hạng ")
    # Who sees it reads the same beside the map, and the province is drawn in two colours.
    assert browser.run("return document.querySelector('.map-keys-drawn p').textContent") == browser.run(READ)
    looks = (
        "[...document.querySelectorAll('.map-keys-drawn path')].map((path) => getComputedStyle(path).stroke)"
    )
    assert len(set(browser.run(f"return {looks}"))) == 2


def test_enter_opens_and_escape_leads_back_to_the_same_province(browser):
    open_map(browser)
    tab_to(browser, "#map-keys")
    browser.press("ARROW_DOWN", "ARROW_DOWN")
    read = browser.run(READ)
    browser.press("ENTER")
    browser.wait_until("return document.activeElement.id === 'panel-title'")
    assert browser.run("return document.activeElement.textContent") == read.split(",")[0]
    browser.press("ESCAPE")
    browser.wait_until("return document.activeElement.id === 'map-keys'")
    assert browser.run(READ) == read
    browser.press("ESCAPE")  # leaves the province, and then there is only the map
    assert browser.run(READ) is None
    assert browser.run("return document.querySelector('.map-keys-drawn').children.length") == 0


def test_home_end_and_letters_lead_to_provinces(browser):
    open_map(browser)
    tab_to(browser, "#map-keys")
    browser.press("HOME")
    assert "hạng 1/" in browser.run(READ)
    browser.press("PAGE_DOWN")
    assert "hạng 2/" in browser.run(READ)
    browser.press(*"dak")
    assert browser.run(READ).startswith("Đắk Lắk")
    browser.press("END")
    last = browser.run(f"return {LIST}.lastElementChild.textContent")
    assert browser.run(READ) == last


@pytest.mark.parametrize(
    ("change", "search"),
    [
        ("document.querySelector('[data-choose=\"c=value\"]')", "c=value"),
        ("document.querySelector('[data-choose=\"b=63&area=\"]')", "b=63"),
        ("[...document.querySelectorAll('#frequencies .segment')].at(-1)", "p=2026"),
    ],
)
def test_the_province_stays_when_the_map_is_painted_anew(browser, change, search):
    open_map(browser)
    tab_to(browser, "#map-keys")
    browser.press(*"nghe")
    before = browser.run(READ)
    browser.run(f"{change}.click()")
    browser.wait_until(f"return location.search.includes('{search}')")
    if search != "c=value":
        browser.wait_until(f"{READ.replace('return', 'const read =')}; return read !== {before!r}", 20)
    assert browser.run("return document.activeElement.id") == "map-keys"
    assert browser.run(READ).startswith("Nghệ An, ")


def test_the_map_around_a_province_is_read_and_opens_another(browser):
    browser.open("/tinh?area=08")
    browser.wait_until("return document.querySelector('#province-map-keys [role=option]')", 60)
    browser.settle()
    tab_to(browser, "#province-map-keys")
    read = READ.replace(LIST, "document.getElementById('province-map-keys')")
    assert browser.run(read) == "Tuyên Quang, đang xem"
    browser.press("ARROW_LEFT")
    assert browser.run(read) == "Lào Cai, giáp ranh"
    listen(browser)
    browser.press("ENTER")
    browser.wait_until("return document.querySelector('h1').textContent === 'Tỉnh Lào Cai'")
    browser.wait_until("return window.heard.length")
    assert browser.run(HEARD)[0].startswith("Tỉnh Lào Cai ")
    assert browser.run("return document.activeElement.id") == "province-map-keys"


def test_a_change_of_period_is_told_once_by_its_headline(browser):
    open_map(browser, "?p=2026-Q3")
    listen(browser)
    browser.run("document.querySelector('#period-slider [role=slider]').focus()")
    browser.press("ARROW_LEFT")
    browser.wait_until("return window.heard.length")
    browser.settle()
    browser.wait_until(
        "return document.querySelector('.headline .reading').textContent.startsWith('Quý II/')"
    )
    assert browser.run(HEARD) == [browser.find_element(".headline .reading").text]


def test_another_indicator_is_told_by_its_name_and_its_headline(browser):
    open_map(browser, "?i=S02&p=2026-Q3")
    listen(browser)
    browser.run("dash_clientside.set_props('indicator', {value: 'S01'})")
    browser.wait_until("return window.heard.length", 20)
    name, reading = (browser.find_element(f".headline {one}").text for one in ("h1", ".reading"))
    assert browser.run(HEARD) == [f"{' '.join(name.split())} {reading}"]


def test_a_table_that_is_sorted_says_by_what_and_which_way(browser):
    browser.open("/xa?area=08&i=S02&p=2026-Q3")
    browser.wait_until("return document.querySelector('.commune-table')?.dataset.order", 60)
    browser.settle()
    browser.wait_until("return document.querySelector('.communes-count').textContent")
    head = "document.querySelector('.commune-table th[data-column=value]')"
    listen(browser)
    browser.run(f"{head}.querySelector('button').focus()")
    for way, word in (("ascending", "tăng dần"), ("descending", "giảm dần")):
        browser.press("ENTER")
        browser.wait_until(f"return {head}.getAttribute('aria-sort') === '{way}'")
        browser.wait_until(f"return window.heard.at(-1)?.endsWith(', {word}.')")
    assert [said.split(" theo ")[0] for said in browser.run(HEARD)] == ["Đã sắp", "Đã sắp"]


def test_another_page_has_another_title_and_the_focus_on_its_heading(browser):
    open_map(browser)
    browser.run("document.querySelector('.pages a[data-page=\"/nhiem-vu\"]').focus()")
    browser.press("ENTER")
    browser.wait_until("return document.activeElement.tagName === 'H1'", 20)
    assert browser.run("return document.activeElement.textContent") == "Nhiệm vụ, giải pháp"
    assert browser.run("return document.title").startswith("Nhiệm vụ – ")


ADDRESSES = {"/tinh": "/tinh?area=08", "/xa": "/xa?i=S02&p=2026-Q3&area=08", "/so-sanh": "/so-sanh?area=08"}
# What has the focus: what it is, whether any of it can be seen, and what shows that it has the focus.
FOCUSED = """
    const one = document.activeElement;
    if (one === document.body) return null;
    const box = one.getBoundingClientRect();
    const at = (x, y) => {
        const found = document.elementFromPoint(x, y);
        return found && (one.contains(found) || found.contains(one));
    };
    const inset = Math.min(3, box.width / 3, box.height / 3);
    const points = [[(box.left + box.right) / 2, (box.top + box.bottom) / 2]];
    for (const x of [box.left + inset, box.right - inset]) {
        for (const y of [box.top + inset, box.bottom - inset]) points.push([x, y]);
    }
    const through = getComputedStyle(one).pointerEvents === 'none';
    const marked = (element, pseudo) => {
        const style = getComputedStyle(element, pseudo);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    };
    let shown = false;
    for (let element = one, step = 0; element && step < 4; element = element.parentElement, step++) {
        shown ||= marked(element) || marked(element, '::after');
    }
    window.walked ??= new Map();
    // The note explains one term after another.
    const again = window.walked.has(one) && !one.closest('#term-note');
    window.walked.set(one, true);
    return {
        again,
        what: one.outerHTML.slice(0, 160),
        visible: one.checkVisibility({visibilityProperty: true}) && box.width > 0 && box.height > 0
            && (through || points.some(([x, y]) => at(x, y))),
        shown,
        index: one.tabIndex,
    }"""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_tab_goes_through_a_page_in_sight_and_ends(browser, page):
    browser.open(ADDRESSES.get(page.path, page.path))
    browser.wait_for_element("h1", timeout=60)
    browser.settle()
    faults, count = [], 0
    for _ in range(1200):
        browser.press("TAB")
        found = browser.run(FOCUSED)
        if found is None or found["again"]:
            break
        count += 1
        name = browser.driver.switch_to.active_element.accessible_name
        wrong = [
            word
            for word, is_so in (
                ("hidden", not found["visible"]),
                ("no outline", not found["shown"]),
                ("no name", not name.strip()),
                ("out of order", found["index"] > 0),
            )
            if is_so
        ]
        if wrong:
            faults.append((wrong, found["what"]))
    else:
        raise AssertionError("Tab never ends")
    assert found is None or "skip-link" in found["what"]
    assert count > 15
    assert faults == []
