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
