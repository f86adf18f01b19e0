"""What a first visit weighs and asks for: figures that don't vary, so that no page grows in silence."""

import json
from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from layouts.pages import PAGES

# KB on the wire, headers included, and requests, until a page with an empty cache has nothing left to ask.
MOST_KB, MOST_REQUESTS = 1_050, 40
CHARTS_KB = 430
ADDRESSES = {"/tinh": "/tinh?area=08", "/xa": "/xa?i=S02&p=2026-Q3&area=08"}


@dataclass
class Request:
    """One request of the browser: where to, what came, how it was encoded."""

    url: str
    kilobytes: float = 0
    encoding: str = ""
    kind: str = ""


def visit(browser, path: str, *, again: bool = False) -> list[Request]:
    """Everything that a page asks for, with an empty cache or with what the last visit left."""
    if not again:
        browser.driver.execute_cdp_cmd("Network.clearBrowserCache", {})
    browser.driver.get("about:blank")
    browser.driver.get_log("performance")
    browser.open(path)
    browser.settle()
    found: dict[str, Request] = {}
    for entry in browser.driver.get_log("performance"):
        event = json.loads(entry["message"])["message"]
        said = event["params"]
        if event["method"] == "Network.requestWillBeSent" and said["request"]["url"].startswith("http"):
            found[said["requestId"]] = Request(said["request"]["url"])
        elif event["method"] == "Network.responseReceived" and said["requestId"] in found:
            headers = {name.lower(): text for name, text in said["response"]["headers"].items()}
            found[said["requestId"]].encoding = headers.get("content-encoding", "")
            found[said["requestId"]].kind = headers.get("content-type", "")
            if said["response"].get("fromDiskCache"):
                del found[said["requestId"]]
        elif event["method"] == "Network.requestServedFromCache":
            found.pop(said["requestId"], None)
        elif event["method"] == "Network.loadingFinished" and said["requestId"] in found:
            found[said["requestId"]].kilobytes = said["encodedDataLength"] / 1000
    assert {urlsplit(one.url).netloc for one in found.values()} == {urlsplit(browser.site).netloc}
    # Pictures of what may be chosen next come once the page has nothing else to do.
    return [one for one in found.values() if not urlsplit(one.url).path.startswith("/ban-do/so-lieu/")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_no_first_visit_is_heavy(browser, page):
    found = visit(browser, ADDRESSES.get(page.path, page.path))
    assert sum(one.kilobytes for one in found) < MOST_KB
    assert len(found) < MOST_REQUESTS


def test_charts_come_as_one_bundle_and_once(browser):
    charts = [one for one in visit(browser, "/ban-do") if "plotly" in one.url]
    assert [urlsplit(one.url).path.startswith("/assets/vendor/plotly-") for one in charts] == [True]
    assert charts[0].kilobytes < CHARTS_KB


def test_all_text_comes_compressed_with_brotli(browser):
    for one in visit(browser, "/ban-do"):
        text = one.kind.startswith(("text/", "application/json", "application/javascript"))
        if text and one.kilobytes > 1.6:  # a short answer isn't worth it; the headers alone are most of one
            assert one.encoding == "br", one


def test_nothing_is_asked_for_twice(browser):
    asked = Counter(one.url for one in visit(browser, "/ban-do") if "/_dash-update" not in one.url)
    assert [url for url, times in asked.items() if times > 1] == []


def test_a_second_visit_brings_the_numbers_alone(browser):
    first = visit(browser, "/ban-do")
    second = visit(browser, "/ban-do", again=True)
    assert sum(one.kilobytes for one in second) < 0.1 * sum(one.kilobytes for one in first)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_the_library_of_charts_runs_where_there_are_some(browser, page):
    browser.open(ADDRESSES.get(page.path, page.path))
    browser.wait_for_element("h1", timeout=60)
    browser.settle()
    drawn = browser.run("return document.querySelectorAll('.js-plotly-plot .main-svg').length")
    assert (drawn > 0) == page.charts
    assert browser.run("return typeof window.Plotly.react === 'function'") == page.charts


def test_charts_come_when_a_page_with_some_follows(browser):
    browser.open("/")
    browser.wait_for_element("h1", timeout=60)
    browser.settle()
    browser.run("document.querySelector('.pages a[data-page=\"/ban-do\"]').click()")
    browser.wait_until("return document.querySelector('#map .choroplethlayer path')", 60)
    found = browser.run("return performance.getEntriesByType('resource').map(one => one.name)")
    charts = {urlsplit(one).path for one in found if "plotly" in one}
    assert [one.startswith("/assets/vendor/plotly-") for one in charts] == [True]


def test_no_script_comes_that_no_page_needs(browser):
    asked = [urlsplit(one.url).path for one in visit(browser, "/")]
    needless = ("polyfill", "dash_table", "dash_bootstrap_components")
    assert [path for path in asked if any(one in path for one in needless)] == []


def test_every_chart_is_drawn_in_a_task_of_its_own(browser):
    browser.open("/design")
    browser.wait_until("return document.querySelectorAll('.js-plotly-plot .main-svg').length > 2", 60)
    browser.settle()
    tasks = """
        const done = arguments[0];
        const { port1, port2 } = new MessageChannel();
        let task = 0;
        port1.onmessage = () => (task++, port2.postMessage(0));
        port2.postMessage(0);
        const graphs = [...document.querySelectorAll(".js-plotly-plot")].slice(0, 2);
        const draw = (graph) => window.Plotly.react(graph, graph.data, graph.layout).then(() => task);
        Promise.all(graphs.map(draw)).then((found) => (port1.close(), done(found)));
    """
    first, second = browser.driver.execute_async_script(tasks)
    assert first < second
