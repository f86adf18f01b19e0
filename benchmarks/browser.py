"""A headless Chromium that says when the map is painted and what came over the wire."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from typing import Any
from urllib.parse import urlsplit

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

WATCH = Path(__file__).with_name("watch.js")
PATIENCE = 60  # seconds
SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--window-size=1440,900",
)
SLOW = {"latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8, "offline": False}
FAST = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1, "offline": False}


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser with an empty profile, told to watch every page it opens."""
    options = webdriver.ChromeOptions()
    options.binary_location = which("chromium") or ""
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    for switch in SWITCHES:
        options.add_argument(switch)
    driver = webdriver.Chrome(options=options, service=Service(which("chromedriver") or "chromedriver"))
    try:
        driver.set_page_load_timeout(PATIENCE)
        driver.set_script_timeout(PATIENCE)
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH.read_text("utf-8")})
        yield driver
    finally:
        driver.quit()


def version(driver: Any) -> str:
    """The name and version of a browser."""
    return f"Chromium {driver.capabilities['browserVersion']}"


def forget(driver: Any) -> None:
    """Leaves the page and empties the browser's cache."""
    driver.get("about:blank")
    driver.execute_cdp_cmd("Network.clearBrowserCache", {})
    driver.get_log("performance")


def painted(driver: Any) -> float:
    """Milliseconds from the start of the navigation, or the last click, to the map painted; waits for it."""
    return float(driver.execute_async_script("benchmark.next(arguments[0])"))


def settle(driver: Any) -> None:
    """Waits until the page has nothing left to compute or to ask."""
    driver.execute_async_script("benchmark.idle(arguments[0])")


def transfers(driver: Any) -> dict[str, float]:
    """KB that came over the wire since the last look, headers included, by what was asked for."""
    return received(json.loads(entry["message"])["message"] for entry in driver.get_log("performance"))


def received(events: Iterable[dict[str, Any]]) -> dict[str, float]:
    """KB by address, or by the outputs of a callback, from the browser's network events."""
    asked: dict[str, str] = {}
    found: dict[str, float] = {}
    for event in events:
        said = event["params"]
        if event["method"] == "Network.requestWillBeSent":
            asked[said["requestId"]] = _asked_for(said["request"])
        elif event["method"] == "Network.loadingFinished" and said["requestId"] in asked:
            what = asked[said["requestId"]]
            found[what] = found.get(what, 0) + said["encodedDataLength"] / 1000
    return found


def _asked_for(request: dict[str, Any]) -> str:
    if urlsplit(request["url"]).path == "/_dash-update-component":
        return str(json.loads(request["postData"])["output"])
    return str(request["url"])
