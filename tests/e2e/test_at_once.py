"""What is painted at once is what plotly and React paint: path by path, word by word, to the eye."""

import base64
import io
import json

import pytest
from PIL import Image, ImageChops

from tests.e2e.test_map import open_map, wait_for_search
from tests.e2e.test_pictures import asked, keep, stop_fetching

CHOOSE = "document.dispatchEvent(new CustomEvent('choose', { detail: { changes: arguments[0] } }))"
# Plotly and the controls are told nothing until `release`: what was painted at once stays to be looked at.
HOLD = """
const { set_props: set } = window.dash_clientside;
const kept = [];
window.dash_clientside.set_props = (id, properties) =>
    id === "url" ? set(id, properties) : kept.push([id, properties]);
window.release = () => {
    window.dash_clientside.set_props = set;
    for (const [id, properties] of kept) set(id, properties);
};
"""
# Areas with their looks and what lies on them, from the layer of its own or from plotly's drawing.
LAYER = """
const looks = (path) => ["fill", "stroke", "stroke-width"].map((name) => path.getAttribute(name));
const box = (path) => { const { x, y, width, height } = path.getBBox(); return [x, y, width, height]; };
const areas = [...document.querySelectorAll("#map .at-once-area")];
const text = [...document.querySelectorAll("#map .at-once text")].map((one) => one.textContent);
return {
    areas: areas.map((path) => [path.dataset.code, ...looks(path), box(path)]),
    over: document.querySelectorAll("#map .at-once > g").length, text,
}
"""
PLOTLY = """
const style = (path) => [path.getAttribute("fill"), path.style.stroke, path.style.strokeWidth];
const box = (path) => { const { x, y, width, height } = path.getBBox(); return [x, y, width, height]; };
const areas = [...document.querySelectorAll("#map .choroplethlayer path")];
const own = [...document.querySelectorAll("#map .trace.scattergeo")]
    .filter((group) => !["archipelagos", "sea"].includes(group.__data__[0].trace.name));
return {
    areas: areas.map((path) => [path.__data__.loc, ...style(path), box(path)]),
    over: own.length,
    text: own.flatMap((group) => [...group.querySelectorAll("text")].map((one) => one.textContent)),
}
"""
# Elements with all that they say, whatever the order of their attributes.
WORDS = """
const ids = ["headline", "ranking", "legend", "segments", "frequencies", "period-label", "map-note"];
const tree = (node) => node.nodeType === Node.TEXT_NODE ? node.data : [
    node.nodeName, node.getAttributeNames().sort().map((name) => [name, node.getAttribute(name)]),
    [...node.childNodes].map(tree),
];
const parts = [...ids, "notices", "banner", "stamp"].map((id) => document.getElementById(id));
const all = parts.map((part) => [...part.childNodes].map(tree));
return [...all, document.getElementById("map-frame").ariaLabel]
"""
RGB = """
const pen = document.createElement("canvas").getContext("2d");
pen.fillStyle = arguments[0];
return pen.fillStyle
"""
BEHIND = "return document.querySelector('#map').dataset.behind !== undefined"


PLOT = "document.querySelector('#map .js-plotly-plot')"


def drag(browser, by):
    """Moves the map with the mouse."""
    x, y = browser.run(f"const box = {PLOT}.getBoundingClientRect(); return [box.x + 300, box.y + 300]")
    for kind, place in (("Moved", x), ("Pressed", x), ("Moved", x + by), ("Released", x + by)):
        pressed = {"button": "left", "buttons": 1, "clickCount": 1} if kind != "Moved" or place != x else {}
        event = {"type": f"mouse{kind}", "x": place, "y": y, **pressed}
        browser.driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)


def choose(browser, changes):
    browser.run(CHOOSE, changes)


def drawn(browser, script):
    found = browser.run(script)
    written = {colour for area in found["areas"] for colour in area[1:3]}
    colours = {colour: browser.run(RGB, colour) for colour in written}
    areas = [
        [code, colours[fill], colours[stroke], float(str(width).removesuffix("px")), box]
        for code, fill, stroke, width, box in found["areas"]
    ]
    return found | {"areas": areas}


def seen(browser):
    """The map as a picture."""
    box = browser.run(
        "window.scrollTo(0, 0); const svg = document.querySelector('#map svg');"
        "const { x, y, width, height } = svg.getBoundingClientRect();"
        "return { x, y, width, height, scale: 1 }"
    )
    shot = browser.driver.execute_cdp_cmd("Page.captureScreenshot", {"clip": box, "format": "png"})
    return Image.open(io.BytesIO(base64.b64decode(shot["data"]))).convert("RGB")


def differing(one, other):
    """The share of points that look otherwise to the eye."""
    difference = ImageChops.difference(one, other).convert("L").point(lambda value: 255 if value > 48 else 0)
    return sum(difference.histogram()[255:]) / (one.width * one.height)


def compare(browser, changes):
    """Chooses, and holds what is painted at once against what plotly draws of it and React says."""
    browser.run(HOLD)
    choose(browser, changes)
    assert browser.run(BEHIND), changes
    at_once, words, picture = drawn(browser, LAYER), browser.run(WORDS), seen(browser)
    browser.run("release()")
    browser.wait_until("return document.querySelector('#map').dataset.behind === undefined")
    browser.settle()
    assert browser.run("return document.querySelectorAll('.at-once').length") == 0
    plotly = drawn(browser, PLOTLY)
    assert [area[:4] for area in at_once["areas"]] == [area[:4] for area in plotly["areas"]], changes
    for ours, theirs in zip(at_once["areas"], plotly["areas"], strict=True):
        assert ours[4] == pytest.approx(theirs[4], abs=0.05), (changes, ours[0])
    assert (at_once["over"], at_once["text"]) == (plotly["over"], plotly["text"]), changes
    # Plotly bends a long line of a pattern along the globe, by less than a pixel.
    assert differing(picture, seen(browser)) < 0.002, changes
    return words


@pytest.mark.parametrize(
    "also", ["", "&theme=dark", "&theme=contrast&lang=en"], ids=["light", "dark", "contrast"]
)
def test_what_is_painted_at_once_is_what_plotly_paints(browser, also):
    open_map(browser, "/ban-do?p=2026-Q3" + also)
    keep(browser, ("S02", "34", "quarter"), ("S02", "63", "quarter"), ("S03", "34", "quarter"))
    stop_fetching(browser)
    told = {}
    for changes in (
        {"p": "2026-Q2"},
        {"c": "value"},
        {"c": "gap"},
        {"c": "change", "p": "2025-Q4"},
        {"b": "63"},
        {"c": "", "rank": "all"},
        {"i": "S03", "b": "34"},
        {"i": "S02", "p": "2026-Q3", "rank": ""},
    ):
        words = compare(browser, changes)
        told[browser.run("return location.search")] = words
    for search, words in told.items():
        open_map(browser, "/ban-do" + search)
        assert browser.run(WORDS) == words, search


def test_dash_is_told_of_choices_once_the_newest_is_on_the_screen(browser):
    """What Dash compares for it would hold the picture up; nothing is sent."""
    open_map(browser, "/ban-do?p=2026-Q3")
    keep(browser, ("S02", "34", "quarter"))
    stop_fetching(browser)
    browser.run(
        "const { set_props: set } = window.dash_clientside; window.told = [];"
        "window.dash_clientside.set_props = (id, properties) => {"
        " if (id === 'url') told.push(properties.search); return set(id, properties); }"
    )
    at_once = browser.run(
        "for (const p of ['2026-Q2', '2026-Q1'])"
        " document.dispatchEvent(new CustomEvent('choose', { detail: { changes: { p } } }));"
        "return [told.length, document.querySelector('#map').dataset.behind !== undefined]"
    )
    assert at_once == [0, True]
    browser.wait_until("return told.length")
    browser.settle()
    assert browser.run("return told") == ["?p=2026-Q1"]
    assert asked(browser) == []


def test_one_after_another_the_newest_is_what_stays(browser):
    open_map(browser, "/ban-do?p=2026-Q3")
    keep(browser, ("S02", "34", "quarter"), ("S02", "63", "quarter"))
    stop_fetching(browser)
    choose(browser, {"c": "value"})
    browser.run(
        "for (const [p, b] of [['2026-Q2', '63'], ['2025-Q4', ''], ['2026-Q1', '63'], ['2026-Q2', '']])"
        " document.dispatchEvent(new CustomEvent('choose', { detail: { changes: { p, b, c: '' } } }))"
    )
    browser.settle()
    last, words = drawn(browser, PLOTLY), browser.run(WORDS)
    open_map(browser, "/ban-do?p=2026-Q2")
    assert (drawn(browser, PLOTLY), browser.run(WORDS)) == (last, words)


def test_the_server_s_answer_stands_on_what_was_painted_at_once(browser):
    """React, which was told nothing of the words, changes them as if it had drawn them itself."""
    open_map(browser, "/ban-do?p=2026-Q3")
    keep(browser, ("S02", "34", "quarter"))
    stop_fetching(browser)
    choose(browser, {"p": "2026-Q1", "c": "value", "rank": "all"})
    browser.run("pictures.held.clear()")
    choose(browser, {"p": "2026-Q2", "c": "", "rank": "bottom"})
    browser.wait_until(
        "return document.querySelector('.headline .eyebrow').innerText.includes('Quý II/2026')"
    )
    browser.settle()
    answered = browser.run(WORDS), drawn(browser, PLOTLY)
    assert browser.run("return document.querySelectorAll('.at-once').length") == 0
    open_map(browser, "/ban-do?p=2026-Q2&rank=bottom")
    assert (browser.run(WORDS), drawn(browser, PLOTLY)) == answered


def test_a_map_that_the_reader_has_moved_is_left_to_plotly(browser):
    """It alone knows where such a map will stand."""
    open_map(browser, "/ban-do?p=2026-Q3")
    keep(browser, ("S02", "34", "quarter"))
    stop_fetching(browser)
    drag(browser, by=70)
    browser.wait_until(f"return Object.keys({PLOT}._fullLayout._preGUI).length")
    choose(browser, {"p": "2026-Q1", "c": "value"})
    assert not browser.run(BEHIND)
    browser.settle()
    moved, words = drawn(browser, PLOTLY), browser.run(WORDS)
    open_map(browser, "/ban-do?p=2026-Q1&c=value")
    still = drawn(browser, PLOTLY)
    assert [area[:4] for area in moved["areas"]] == [area[:4] for area in still["areas"]]
    assert browser.run(WORDS) == words


def test_another_language_and_another_page_find_what_react_has_drawn(browser):
    """Elements that React doesn't know of would make it fail, which the console would tell."""
    open_map(browser, "/ban-do?p=2026-Q3")
    keep(browser, ("S02", "34", "quarter"))
    stop_fetching(browser)
    choose(browser, {"rank": "all", "c": "value", "p": "2026-Q1"})
    browser.wait_until("return document.querySelectorAll('#ranking .ranks > li').length > 20")
    choose(browser, {"lang": "en"})
    browser.wait_until(
        "return document.querySelector('#ranking-title')?.textContent === 'Ranking'", timeout=30
    )
    browser.settle()
    choose(browser, {"lang": ""})
    browser.wait_until(
        "return document.querySelector('#ranking-title')?.textContent === 'Xếp hạng'", timeout=30
    )
    browser.settle()
    choose(browser, {"rank": "", "c": "", "p": "2026-Q2"})
    browser.run("document.querySelector('.pages-link[data-page=\"/he-thong\"]').click()")
    browser.wait_until(
        "return location.pathname === '/he-thong' && !document.querySelector('.map-page')", timeout=30
    )
    browser.settle()


def test_the_focus_stays_where_the_words_around_it_change(browser):
    open_map(browser, "/ban-do?p=2026-Q3")
    keep(browser, ("S02", "34", "quarter"))
    stop_fetching(browser)
    browser.run("document.querySelector('#ranking [data-choose=\"rank=all\"]').focus()")
    browser.press("ENTER")
    browser.wait_until("return document.querySelectorAll('#ranking .ranks > li').length > 20")
    assert json.loads(browser.run("return JSON.stringify(document.activeElement.dataset)")) == {
        "choose": "rank=all"
    }


def test_a_key_on_the_slider_counts_from_the_period_that_is_seen(browser):
    """React is told of a change a moment after it is seen; a reader may be quicker."""
    open_map(browser, "/ban-do?p=2026-09")
    keep(browser, ("S02", "34", "quarter"))
    stop_fetching(browser)
    browser.run(
        "const after = window.setTimeout;"
        "window.setTimeout = (go, rest, ...more) => after(go, rest ? 600_000 : rest, ...more)"
    )
    choose(browser, {"p": "2026-Q3"})
    browser.run("document.querySelector('#period-slider [role=slider]').focus()")
    assert browser.run("return window.pictures.behind()")
    browser.press("ARROW_LEFT")
    wait_for_search(browser, "?p=2026-Q2")
