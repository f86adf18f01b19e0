"""A Chromium without a window that draws figures and prints pages, kept running for as many as are wanted.

It draws with the plotly.js of the installed package, as a browser does, and the letters are the page's own.
It is driven through choreographer, the part of Kaleido that starts a browser: Kaleido itself fetches a world
map from another host before any choropleth, and draws with the letters of the machine (docs/decisions.md).
"""

import asyncio
import json
import os
import shutil
from base64 import b64decode
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from signal import SIGKILL
from types import TracebackType
from typing import Any, Literal, Self

from charts.template import Figure
from exports.errors import ChromiumFailed, ChromiumMissing
from exports.letters import faces

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Nothing listens there: whatever Chromium asks of another host, for a page or for itself, goes nowhere.
NOWHERE = "http://127.0.0.1:9"
# Else Chromium looks for updates, the time and its start page by itself. What it still asks goes nowhere.
QUIET = (
    "--disable-background-networking",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-features=NetworkTimeServiceQuerying",
    "about:blank",
)
TO_START, TO_DRAW, TO_PRINT, TO_CLOSE = 30.0, 20.0, 60.0, 15.0  # seconds
MM = 1 / 25.4  # inches, in which Chromium measures paper

Form = Literal["png", "svg", "inline"]
"""A PNG, an SVG that is a file by itself, or one to stand in a page that has the letters."""

# The page may load nothing but what stands in it.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data: blob:"
# plotly.js fetches a world map before it draws any choropleth, unless this asset of the pages was there.
WORLD = Path(__file__).parents[1] / "assets" / "0_plotly.js"
SCRIPT = Path(__file__).parent / "draw.js"


def find_chromium() -> Path:
    """The program, from BROWSER_PATH or the search path. Raises ChromiumMissing."""
    named = os.environ.get("BROWSER_PATH")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise ChromiumMissing
    return Path(found)


class Chromium:
    """One Chromium, started when the first picture is asked for and ended with the block.

    with Chromium() as chromium:
        png = chromium.draw(figure, (960, 540))

    After a fault it is ended too, and the next picture starts a new one: a page that hangs holds up nobody.
    """

    def __init__(self, *, proxy: str = NOWHERE, to_draw: float = TO_DRAW):
        self._proxy, self._to_draw = proxy, to_draw
        self._runner = asyncio.Runner()
        self._browser: Any = None
        self._canvas: Any = None

    def __enter__(self) -> Self:
        self._runner.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()
        self._runner.__exit__(kind, error, trace)

    def draw(self, figure: Figure, size: tuple[int, int], form: Form = "png", scale: float = 2) -> bytes:
        """The figure as a picture of that size (width, height in pixels); a PNG has `scale` times as many.

        Raises ChromiumMissing, ChromiumFailed.
        """
        width, height = size
        arguments = (figure, {"width": width, "height": height}, form, scale)
        answer = str(self._do(lambda: self._draw(*arguments), self._to_draw))
        return b64decode(answer) if form == "png" else answer.encode()

    def print(self, html: str, *, header: str, footer: str, margins: tuple[int, int, int, int]) -> bytes:
        """The page as a tagged A4 PDF with an outline; `margins` in millimetres: top, right, bottom, left.

        `header` and `footer` are HTML of their own. Raises ChromiumMissing, ChromiumFailed.
        """
        top, right, bottom, left = (each * MM for each in margins)
        options = {
            "paperWidth": 210 * MM,
            "paperHeight": 297 * MM,
            "marginTop": top,
            "marginRight": right,
            "marginBottom": bottom,
            "marginLeft": left,
            "printBackground": True,
            "displayHeaderFooter": True,
            "headerTemplate": header,
            "footerTemplate": footer,
            "generateTaggedPDF": True,
            "generateDocumentOutline": True,
        }
        return b64decode(str(self._do(lambda: self._print(html, options), TO_PRINT)))

    def _do(self, work: Callable[[], Coroutine[Any, Any, Any]], seconds: float) -> Any:
        try:
            if self._browser is None:
                self._runner.run(asyncio.wait_for(self._start(find_chromium()), TO_START))
            return self._runner.run(asyncio.wait_for(work(), seconds))
        except ChromiumMissing:
            raise
        except TimeoutError as error:
            self._end()
            raise ChromiumFailed("hết giờ") from error
        # Whatever choreographer raises: a browser that is gone, a pipe that is closed, a fault of a script.
        except (Exception, asyncio.CancelledError) as error:
            self._end()
            raise ChromiumFailed(_first_line(str(error) or type(error).__name__)) from error

    async def _start(self, program: Path) -> None:
        # Late: a tenth of a second, for pictures alone.
        from choreographer import Browser
        from choreographer.browsers.chromium import Chromium as Program

        class Quiet(Program):
            def get_cli(self) -> Sequence[str]:
                return [*super().get_cli(), *QUIET]

        self._browser = Browser(program, browser_cls=Quiet, proxy_server=self._proxy)
        await self._browser.open()
        self._canvas = await self._browser.create_tab()
        await _show(self._canvas, f"<style>{faces()}</style>")
        for script in (WORLD, _plotly(), SCRIPT):
            await _evaluate(self._canvas, script.read_text("utf-8") + "\n;0")
        await _evaluate(self._canvas, "lettersLoaded()")

    async def _draw(self, *arguments: Any) -> str:
        return str(await _evaluate(self._canvas, f"draw({', '.join(map(_json, arguments))})"))

    async def _print(self, html: str, options: dict[str, Any]) -> str:
        tab = await self._browser.create_tab()
        await _show(tab, html)
        await _evaluate(tab, "document.fonts.ready.then(() => 0)")
        answer = await _ask(tab, "Page.printToPDF", options)
        await self._browser.close_tab(tab)
        return str(answer["data"])

    def _end(self) -> None:
        browser, self._browser, self._canvas = self._browser, None, None
        if browser is None:
            return
        with suppress(Exception, asyncio.CancelledError):  # it is ended below, however it answers
            self._runner.run(asyncio.wait_for(browser.close(), TO_CLOSE))
        if process := getattr(browser, "subprocess", None):
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, SIGKILL)  # what is left of the group it was started as
            process.wait(TO_CLOSE)


async def _show(tab: Any, html: str) -> None:
    """Puts the HTML into an empty page that may load nothing."""
    tree = await _ask(tab, "Page.getFrameTree")
    policy = f'<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    frame = tree["frameTree"]["frame"]["id"]
    await _ask(tab, "Page.setDocumentContent", {"frameId": frame, "html": policy + html})


async def _evaluate(tab: Any, expression: str) -> Any:
    asked = {"expression": expression, "awaitPromise": True, "returnByValue": True}
    answer = await _ask(tab, "Runtime.evaluate", asked)
    if fault := answer.get("exceptionDetails"):
        raise RuntimeError(fault.get("exception", {}).get("description") or fault["text"])
    return answer["result"].get("value")


async def _ask(tab: Any, command: str, parameters: dict[str, Any] | None = None) -> dict[str, Any]:
    answer: dict[str, Any] = await tab.send_command(command, parameters)
    if "error" in answer:
        raise RuntimeError(f"{command}: {answer['error']['message']}")
    return answer["result"] or {}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _first_line(text: str) -> str:
    return text.partition("\n")[0][:200]


def _plotly() -> Path:
    """plotly.js as the installed package of Python brings it."""
    return Path(str(files("plotly"))) / "package_data" / "plotly.min.js"
