"""The dashboard as a reader meets it: the real server, a small demonstration warehouse and Chromium.

A test takes `browser` and opens addresses: `browser.open("/?i=S02")`. When it ends, the console must be empty
and no request may have left for another host. `start_app(warehouse_url=...)` serves another warehouse.
"""

import json
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import waitress
from dash.testing.browser import Browser
from selenium import webdriver
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from app import create_app, warm
from config import Settings
from language import fold
from serving import READ_AHEAD

FAILURES = Path(__file__).parent / "failures"
DESKTOP = (1440, 900)
ANSWERED_WITHIN = 60  # seconds, by a server that stops
LOOK_SECONDS = 0.05  # between two looks at a page that is waited for
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--no-first-run",
    "--no-proxy-server",
    f"--window-size={DESKTOP[0]},{DESKTOP[1]}",
)


def chromium_options() -> webdriver.ChromeOptions:
    """Chromium without a screen that speaks to nobody by itself."""
    options = webdriver.ChromeOptions()
    for argument in ARGUMENTS:
        options.add_argument(argument)
    return options


def pytest_setup_options() -> webdriver.ChromeOptions:
    """What `dash_duo` starts Chromium with."""
    return chromium_options()


class Reader(Browser):
    """One Chromium with the helpers of dash.testing, that also keeps its console and its requests."""

    site: str = ""

    def _get_chrome(self) -> webdriver.Chrome:
        options = chromium_options()
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        return webdriver.Chrome(options=options)

    def _wait_for(self, method: Any, timeout: float | None, msg: Any) -> Any:
        # Selenium looks twice a second of its own accord: half of a test would be waiting for nothing.
        self._wd_wait = WebDriverWait(self.driver, timeout or self._wait_timeout, LOOK_SECONDS)
        return super()._wait_for(method, None, msg)

    def open(self, path: str = "/", site: str | None = None) -> None:
        """Goes to a path of the site, and stays with that site."""
        self.site = site or self.site
        self.driver.get(self.site + path)

    def resize(self, width: int, height: int) -> None:
        """Gives the page a size, as narrow as a phone."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def press(self, *keys: str) -> None:
        """Presses keys, one after another, wherever the focus is."""
        for key in keys:
            webdriver.ActionChains(self.driver).send_keys(getattr(Keys, key, key)).perform()

    def click_at(self, x: float, y: float) -> None:
        """Clicks a point of the window: what a chart draws there is no element to ask for."""
        for kind, buttons in (("mouseMoved", 0), ("mousePressed", 1), ("mouseReleased", 1)):
            button = "left" if buttons else "none"
            event = {"type": kind, "x": x, "y": y, "button": button, "clickCount": buttons}
            self.driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)

    def run(self, script: str, *arguments: object) -> object:
        """What a script returns: `browser.run("return document.title")`."""
        return self.driver.execute_script(script, *arguments)

    def wait_until(self, script: str, timeout: float = 10) -> object:
        """Waits until a script returns something true, and returns that."""
        return self._wait_for(lambda driver: driver.execute_script(script), timeout, f"never true: {script}")

    def back(self) -> None:
        """One step back in the history, and the address has followed."""
        self._step("back")

    def forward(self) -> None:
        """One step forward in the history, and the address has followed."""
        self._step("forward")

    def _step(self, way: str) -> None:
        # Not the driver's own: asked twice in quick succession it may stay where it is.
        before = self.run(f"const before = location.href; history.{way}(); return before")
        self.wait_until(f"return location.href !== {before!r}")

    def settle(self) -> None:
        """Waits until the page has nothing left to ask: what is drawn now is not drawn anew."""
        at_rest = "Object.values(window.store.getState().callbacks).every((waiting) => !waiting.length)"
        at_rest += " && !window.pictures.behind()"  # plotly follows what is painted at once
        self.wait_until(f"return document.getElementById('main') && {at_rest}", timeout=30)

    def console(self) -> list[str]:
        """What the console was told since it was last asked."""
        return [f"{entry['level']} {entry['message']}" for entry in self.driver.get_log("browser")]

    def hosts(self) -> set[str]:
        """The hosts that pages asked since this was last called."""
        events = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        asked = [
            urlsplit(event["params"].get("request", event["params"])["url"])
            for event in events
            if event["method"] in ("Network.requestWillBeSent", "Network.webSocketCreated")
        ]
        return {url.netloc for url in asked if url.scheme in ("http", "https", "ws", "wss")}

    def reset(self) -> None:
        """Forgets everything but what may be kept of the site's files."""
        if self.site:
            self.driver.execute_cdp_cmd(
                "Storage.clearDataForOrigin",
                {"origin": self.site, "storageTypes": "cookies,local_storage,session_storage"},
            )
        self.driver.get("about:blank")
        self.driver.execute_cdp_cmd("Page.resetNavigationHistory", {})
        self.resize(*DESKTOP)
        self.console()
        self.hosts()


@contextmanager
def served(settings: Settings, *, ahead: bool = False) -> Iterator[str]:
    """The address of the dashboard with these settings, served as `python app.py` does.

    `ahead` waits for what is read ahead in the background there.
    """
    app = create_app(settings)
    warm(app)
    if ahead:
        app.server.extensions[READ_AHEAD]()
    server = waitress.create_server(app.server, host="127.0.0.1", port=0, threads=8)
    threading.Thread(target=server.run, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        # A thread that ends its answer later writes to a pipe, whose number some other file may have by then.
        server.task_dispatcher.shutdown(timeout=ANSWERED_WITHIN)
        server.close()


@pytest.fixture(scope="session")
def site(demo_url: str, demo_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the dashboard over the small demonstration warehouse."""
    settings = Settings(
        warehouse_url=demo_url, data_dir=tmp_path_factory.mktemp("site"), cache_dir=demo_cache
    )
    with served(settings, ahead=True) as address:
        yield address


@pytest.fixture
def start_app(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """Serves a dashboard with settings of the test's own, until the test ends."""
    with ExitStack() as running:

        def start(**settings: Any) -> str:
            return running.enter_context(served(Settings(**{"data_dir": tmp_path / "app", **settings})))

        yield start


@pytest.fixture(scope="session")
def chromium() -> Iterator[Reader]:
    """The one Chromium of the session."""
    with Reader("chrome", percy_run=False, wait_timeout=10) as reader:
        reader.driver.implicitly_wait(0)  # what is to be waited for is waited for by name
        yield reader


@pytest.fixture
def browser(chromium: Reader, site: str, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """A reader with an empty console, who must have one at the end, and have asked no other host."""
    chromium.reset()
    chromium.site = site
    yield chromium
    if request.node.stash.get(FAILED, False):
        FAILURES.mkdir(exist_ok=True)
        chromium.driver.save_screenshot(str(FAILURES / f"{fold(request.node.name).replace('/', '_')}.png"))
        return
    console, hosts = chromium.console(), chromium.hosts()
    assert console == []
    assert hosts <= {urlsplit(chromium.site).netloc, urlsplit(site).netloc}


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Notes that a test failed, for the picture of its page."""
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report
