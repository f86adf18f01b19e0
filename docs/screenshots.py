"""`python -m docs.screenshots`: takes the pictures of the documentation from the running dashboard.

It serves the configured warehouse (`make screenshots` builds the full demonstration one), opens Chromium
without a screen and writes docs/images/*.png, each under 250 KB.
"""

import threading
from dataclasses import dataclass
from pathlib import Path

import waitress
from selenium import webdriver
from selenium.webdriver.support.ui import WebDriverWait

from app import create_app, warm
from config import settings_or_exit

IMAGES = Path(__file__).parent / "images"
LARGEST = 250_000  # bytes
PATIENCE = 120  # seconds; the first reader of a large warehouse waits for all of its rows
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
)
SCREEN, TABLET, PHONE = (1366, 850), (1180, 820), (390, 844)

# Everything is there: the map, the charts, the figures, the letters.
READY = """
    const drawn = (selector) => document.querySelector(`${selector} .main-svg`);
    return document.querySelectorAll('#map .choroplethlayer path').length > 30
        && drawn('#target-path-chart')
        && document.querySelector('#ranking-title')
        && document.fonts.status === 'loaded'
        && (!location.search.includes('area=') || drawn('#trend'))"""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its file name, the address it shows and the size of the window."""

    name: str
    address: str
    size: tuple[int, int] = SCREEN


PICTURES = (
    Picture("map-status", "/?p=2026-Q3"),
    Picture("map-value-63", "/?p=2026-Q3&b=63&c=value&rank=all"),
    Picture("map-change", "/?p=2026-Q3&c=change&rank=bottom"),
    Picture("province", "/?i=N01&p=2026-Q3&area=08", TABLET),
    Picture("contrast-english", "/?p=2026-Q3&theme=contrast&lang=en"),
    Picture("phone", "/?p=2026-Q3", PHONE),
    Picture("phone-province", "/?p=2026-Q3&area=48", PHONE),
)


def main() -> None:
    """Serves the dashboard, takes every picture and stops."""
    app = create_app(settings_or_exit())
    warm(app)
    server = waitress.create_server(app.server, host="127.0.0.1", port=0)
    threading.Thread(target=server.run, daemon=True).start()
    options = webdriver.ChromeOptions()
    for argument in ARGUMENTS:
        options.add_argument(argument)
    IMAGES.mkdir(exist_ok=True)
    with webdriver.Chrome(options=options) as chromium:
        for picture in PICTURES:
            print(take(chromium, picture, f"http://127.0.0.1:{server.effective_port}"))
    server.close()


def take(chromium: webdriver.Chrome, picture: Picture, site: str) -> Path:
    """The file of a picture, taken now."""
    width, height = picture.size
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    chromium.get(site + picture.address)
    WebDriverWait(chromium, PATIENCE).until(lambda driver: driver.execute_script(READY))
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
