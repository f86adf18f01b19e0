"""`python -m docs.screenshots`: takes the pictures of the documentation from the running dashboard.

It serves the configured warehouse (`make screenshots` builds the full demonstration one), opens Chromium
without a screen and writes docs/images/*.png, each under 320 KB.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import waitress
from selenium import webdriver
from selenium.webdriver.support.ui import WebDriverWait

from app import create_app, warm
from config import settings_or_exit

IMAGES = Path(__file__).parent / "images"
LARGEST = 320_000  # bytes
PATIENCE = 120  # seconds; the first reader of a large warehouse waits for all of its rows
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
)
SCREEN, TABLET, PHONE = (1366, 850), (1180, 820), (390, 844)

# Everything is there: the page and its banner, the map, every chart, the dialog, the letters.
READY = """
    const graphs = [...document.querySelectorAll('main .dash-graph')];
    const map = document.getElementById('map');
    return document.getElementById('stamp')?.textContent
        && document.querySelector('main h1')
        && !document.querySelector('main .awaited')
        && graphs.every((graph) => graph.querySelector('.main-svg'))
        && (!map || map.querySelectorAll('.choroplethlayer path').length > 30)
        && (!location.search.includes('origin=') || document.querySelector('#origin-dialog[open]'))
        && (!map || !location.search.includes('area=') || document.querySelector('#panel-title'))
        && (!document.getElementById('scorecard') || document.querySelector('#scorecard table'))
        && !window.store?.getState().isLoading
        && document.fonts.status === 'loaded'"""

FOUND = "return document.querySelector('.search-option')"
# The offer of the tour has a picture of its own.
KNOWN_READER = "localStorage.setItem('tour', 'seen')"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its file name, the address it shows, the size of the window, what is pressed and typed."""

    name: str
    address: str
    size: tuple[int, int] = SCREEN
    pressed: str = ""
    typed: str = ""


PICTURES = (
    Picture("overview", "/"),
    Picture("overview-phone", "/", PHONE),
    Picture("overview-dark", "/?theme=dark"),
    Picture("presentation", "/?present=1"),
    Picture("tour", "/", SCREEN, ".header [data-tour=start]"),
    Picture("search", "/", SCREEN, ".search-opener", "yen bai"),
    Picture("indicator", "/chi-tieu?i=S02&p=2026-Q3&area=08"),
    Picture("milestone", "/chi-tieu?i=D01"),
    Picture("tasks", "/nhiem-vu"),
    Picture("systems", "/he-thong"),
    Picture("data-quality", "/chat-luong"),
    Picture("methodology", "/phuong-phap"),
    Picture("origin", "/ban-do?p=2026-Q3&origin=S02:08:2026-Q3:34"),
    Picture("as-of-load", "/ban-do?p=2025-Q2&load=12"),
    Picture("map-status", "/ban-do?p=2026-Q3"),
    Picture("map-value-63", "/ban-do?p=2026-Q3&b=63&c=value&rank=all"),
    Picture("map-dark", "/ban-do?p=2026-Q3&theme=dark&area=08"),
    Picture("map-change", "/ban-do?p=2026-Q3&c=change&rank=bottom"),
    Picture("province-page", "/tinh?area=08"),
    Picture("province-page-phone", "/tinh?area=15", PHONE),
    Picture("province", "/ban-do?i=N01&p=2026-Q3&area=08", TABLET),
    Picture("contrast-english", "/ban-do?p=2026-Q3&theme=contrast&lang=en"),
    Picture("compare", "/so-sanh?i=S02&sort=-S02&areas=08,04,11"),
    Picture("compare-phone", "/so-sanh?i=S02&sort=-S02&areas=08,04,11", PHONE),
    Picture("communes", "/xa?area=08&i=S02&p=2026-Q3"),
    Picture("commune", "/xa?area=08&i=S02&p=2026-Q3&commune=02260"),
    Picture("communes-phone", "/xa?area=08&i=S02&p=2026-Q3&commune=02260", PHONE),
    Picture("export-menu", "/ban-do?p=2026-Q3", SCREEN, ".map-card .export-button"),
    Picture("report", "/bao-cao"),
    Picture("report-phone", "/bao-cao", PHONE),
    Picture("phone", "/ban-do?p=2026-Q3", PHONE),
    Picture("phone-province", "/ban-do?p=2026-Q3&area=48", PHONE),
)


def main() -> None:
    """Serves the dashboard, takes every picture and stops."""
    IMAGES.mkdir(exist_ok=True)
    with served() as site, webdriver.Chrome(options=options()) as chromium:
        chromium.get(site)
        chromium.execute_script(KNOWN_READER)
        for picture in PICTURES:
            print(take(chromium, picture, site))


@contextmanager
def served() -> Iterator[str]:
    """The address of the dashboard over the configured warehouse, as long as it is needed."""
    app = create_app(settings_or_exit())
    warm(app)
    server = waitress.create_server(app.server, host="127.0.0.1", port=0)
    threading.Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.task_dispatcher.shutdown()
    server.close()


def options() -> webdriver.ChromeOptions:
    """Chromium without a screen."""
    asked = webdriver.ChromeOptions()
    for argument in ARGUMENTS:
        asked.add_argument(argument)
    return asked


def take(chromium: webdriver.Chrome, picture: Picture, site: str) -> Path:
    """The file of a picture, taken now."""
    width, height = picture.size
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    chromium.get(site + picture.address)
    WebDriverWait(chromium, PATIENCE).until(lambda driver: driver.execute_script(READY))
    if picture.pressed:
        chromium.execute_script("document.querySelector(arguments[0]).click()", picture.pressed)
    if picture.typed:
        chromium.switch_to.active_element.send_keys(picture.typed)
        WebDriverWait(chromium, PATIENCE).until(lambda driver: driver.execute_script(FOUND))
    # Two frames later the browser has painted what is there.
    chromium.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")
    png = chromium.get_screenshot_as_png()
    if len(png) > LARGEST:
        raise SystemExit(f"{picture.name}: {len(png)} bytes, more than {LARGEST}")
    file = IMAGES / f"{picture.name}.png"
    file.write_bytes(png)
    return file


if __name__ == "__main__":
    main()
