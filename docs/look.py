"""`python -m docs.look FOLDER`: every page, whole, in every theme and width, to be looked at.

Writes FOLDER/<page>/<theme>-<width>.png, a sheet of all widths for each page and theme, index.html with all
sheets, the pages as they print on A4 (print/*.pdf) and findings.txt: what scrolls sideways, is cut off, lies
over another or is too small to press (docs/look.js). `make look` serves the full demonstration warehouse;
`--site http://127.0.0.1:8050` looks at a dashboard that runs. `--pages tinh,xa --themes dark --widths 390`
looks at these only, `--present` at the presentation mode.
"""

import argparse
import base64
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from PIL import Image, ImageDraw
from selenium import webdriver
from selenium.webdriver.support.ui import WebDriverWait

from audit.addresses import CHOOSE, addresses
from docs.screenshots import PATIENCE, READY, options, served
from language import LOCALES
from layouts.choice import THEMES

WIDTHS = (1920, 1440, 1024, 768, 390, 320)
HEIGHTS = {1920: 1080, 1440: 900, 1024: 768, 768: 1024, 390: 844, 320: 568}  # of the windows
TALLEST = 16_000  # px; a page that is longer is cut in its picture
SHEET = 2_000  # px, the height of a sheet
FINDINGS = (Path(__file__).parent / "look.js").read_text("utf-8")
AT_REST = """
    const waiting = Object.values(window.store.getState().callbacks).some((list) => list.length);
    return !waiting && document.readyState === 'complete'"""
PAINTED = "requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(arguments[0], 150)))"


def main() -> None:
    """Looks at what is asked for, and says where the pictures are."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--site", help="a dashboard that runs; else one is served")
    asked.add_argument("--pages", help="names as in the address, comma-separated; '/' is tong-quan")
    asked.add_argument("--themes", default=",".join(THEMES))
    asked.add_argument("--widths", default=",".join(map(str, WIDTHS)))
    asked.add_argument("--lang", choices=LOCALES, default=LOCALES[0], help="the language of the pages")
    asked.add_argument("--present", action="store_true", help="as in the meeting room")
    asked.add_argument("--print", action=argparse.BooleanOptionalAction, default=True)
    given = asked.parse_args()
    widths, themes = [int(width) for width in given.widths.split(",")], given.themes.split(",")
    folder: Path = given.folder
    findings: list[str] = []
    with site(given.site) as address, webdriver.Chrome(options=options()) as chromium:
        for path in addresses():
            name = page_name(path)
            if given.pages and name not in given.pages.split(","):
                continue
            shown = f"{path}{'&' if '?' in path else '?'}lang={given.lang}{'&present=1' * given.present}"
            open_page(chromium, address + shown)
            for theme in themes:
                change(chromium, theme=theme)
                findings += [f"{name} {line}" for line in look(chromium, widths, folder / name, theme)]
                print(sheet(folder / name, theme, widths), flush=True)
            if given.print:
                write(folder / "print" / f"{name}.pdf", printed(chromium))
    write(folder / "findings.txt", "\n".join(findings).encode())
    write(folder / "index.html", index(folder).encode())
    print(f"{folder / 'index.html'}, {folder / 'findings.txt'}: {len(findings)} findings")


@contextmanager
def site(running: str | None) -> Iterator[str]:
    """The address of the dashboard that runs, or of one that is served as long as it is looked at."""
    if running:
        yield running.rstrip("/")
    else:
        with served() as address:
            yield address


def page_name(address: str) -> str:
    """What a page is called in the names of files."""
    return urlsplit(address).path.strip("/") or "tong-quan"


def open_page(chromium: webdriver.Chrome, address: str) -> None:
    """Opens an address and waits until all of it is there."""
    window(chromium, 1440)
    chromium.get(address)
    WebDriverWait(chromium, PATIENCE).until(lambda driver: driver.execute_script(READY))
    settle(chromium)


def change(chromium: webdriver.Chrome, **changes: str) -> None:
    """Changes what the address says, in place."""
    chromium.execute_script(CHOOSE, changes)
    settle(chromium)


def settle(chromium: webdriver.Chrome) -> None:
    """Waits until nothing is asked any more, and what came is painted."""
    chromium.execute_async_script(PAINTED)
    WebDriverWait(chromium, PATIENCE).until(lambda driver: driver.execute_script(AT_REST))
    chromium.execute_async_script(PAINTED)


def window(chromium: webdriver.Chrome, width: int, height: int | None = None) -> None:
    """Gives the page a width, and the height of a window of that width."""
    size = {"width": width, "height": height or HEIGHTS.get(width, width * 9 // 16)}
    size |= {"deviceScaleFactor": 1, "mobile": width < 600}
    chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def look(chromium: webdriver.Chrome, widths: list[int], folder: Path, theme: str) -> list[str]:
    """Takes a page's pictures at every width; what sticks out there."""
    found = []
    for width in widths:
        window(chromium, width)
        settle(chromium)
        found += [f"{theme} {width} {line}" for line in chromium.execute_script(FINDINGS)]
        write(folder / f"{theme}-{width}.png", whole(chromium, width))
    return found


def whole(chromium: webdriver.Chrome, width: int) -> bytes:
    """The picture of a page from its head to its foot."""
    height = chromium.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]["height"]
    clip = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST), "scale": 1}
    asked = {"format": "png", "captureBeyondViewport": True, "clip": clip}
    return base64.b64decode(chromium.execute_cdp_cmd("Page.captureScreenshot", asked)["data"])


def printed(chromium: webdriver.Chrome) -> bytes:
    """The page as a reader's browser prints it on A4."""
    window(chromium, 1440)
    settle(chromium)
    asked: dict[str, Any] = {"preferCSSPageSize": True, "paperWidth": 8.27, "paperHeight": 11.69}
    return base64.b64decode(chromium.execute_cdp_cmd("Page.printToPDF", asked)["data"])


def sheet(folder: Path, theme: str, widths: list[int]) -> Path:
    """One picture of a page in a theme: its widths side by side, the long ones cut."""
    pictures = []
    for width in widths:
        with Image.open(folder / f"{theme}-{width}.png") as picture:
            narrow = round(4.5 * width**0.64)  # a wide page shrinks more than a phone
            scale = narrow / picture.width
            seen = picture.crop((0, 0, picture.width, min(picture.height, round(SHEET / scale))))
            pictures.append((width, picture.height, seen.resize((narrow, round(seen.height * scale)))))
    gap, head = 16, 22
    tallest = max(small.height for *_, small in pictures)
    total = sum(small.width + gap for *_, small in pictures) + gap
    joined = Image.new("RGB", (total, tallest + head + gap), "#777")
    left, pen = gap, ImageDraw.Draw(joined)
    for width, height, small in pictures:
        pen.text((left, 5), f"{width} x {height}", fill="#fff")
        joined.paste(small, (left, head))
        left += small.width + gap
    file = folder / f"sheet-{theme}.png"
    buffer = io.BytesIO()
    joined.save(buffer, "PNG")
    write(file, buffer.getvalue())
    return file


def index(folder: Path) -> str:
    """A page of all sheets in the folder; every picture opens in its own size."""
    parts = []
    for file in sorted(folder.glob("*/sheet-*.png")):
        page, theme = file.parent.name, file.stem.removeprefix("sheet-")
        each = "".join(
            f' <a href="{page}/{one.name}">{one.stem.rpartition("-")[2]}</a>'
            for one in sorted(file.parent.glob(f"{theme}-*.png"))
        )
        parts.append(f'<h2>{page} · {theme}{each}</h2><img loading="lazy" src="{page}/{file.name}" alt="">')
    prints = "".join(
        f' <a href="print/{one.name}">{one.stem}</a>' for one in sorted(folder.glob("print/*.pdf"))
    )
    head = '<!doctype html><meta charset="utf-8"><title>Pages</title><style>img { max-width: 100% }</style>'
    return f"{head}<p>Print:{prints}</p>{''.join(parts)}"


def write(file: Path, content: bytes) -> None:
    """Writes a file in a folder that is made when needed."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


if __name__ == "__main__":
    main()
