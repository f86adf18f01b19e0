"""Changes on the map page that ask the server nothing: painted from what the page has fetched before."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from selenium.webdriver.support.ui import WebDriverWait

from benchmarks.browser import PATIENCE, settle, transfers
from benchmarks.page import opened
from benchmarks.served import LOCAL, Served
from benchmarks.table import Row
from layouts import ids
from layouts.links import MAP

SCRIPT = Path(__file__).with_name("inpage.js")
TIMES = 12
PERIODS = ("2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3")
NEEDED = ("S02?b=34&f=quarter", "S02?b=63&f=quarter", "S03?b=34&f=quarter")
# What is chosen in turn, and the part of the page whose words follow the map.
CHANGES: dict[str, tuple[str, Sequence[dict[str, str]]]] = {
    "period": ("headline", [{"p": period} for period in PERIODS]),
    "colouring": ("legend", [{"c": colouring} for colouring in ("value", "status", "gap", "change")]),
    "boundaries": ("headline", [{"b": "63", "c": ""}, {"b": "34"}]),
    "indicator": ("headline", [{"i": "S03"}, {"i": "S02"}]),
}


def in_page(driver: Any, server: Served) -> list[Row]:
    """Choice to painted by kind of change, pictures a second, frames while playing, and requests: none."""
    opened(driver, f"http://{LOCAL}:{server.port}{MAP}?i=S02&p={PERIODS[-1]}")
    driver.execute_script(SCRIPT.read_text("utf-8"))
    ready = f"return inPage.ready({json.dumps(NEEDED)})"
    WebDriverWait(driver, PATIENCE).until(lambda page: page.execute_script(ready))
    # A hidden page fetches nothing ahead: what is sent from here on belongs to the changes.
    driver.execute_script("Object.defineProperty(document, 'hidden', {value: true})")
    settle(driver)
    transfers(driver)
    rows, sent = [], dict[str, float]()
    for kind, (words, turns) in CHANGES.items():
        pairs = [changed(driver, turns[number % len(turns)], words) for number in range(TIMES)][2:]
        rows.append(Row(f"in the page: change of {kind} to map painted", [pair[0] for pair in pairs], "ms"))
        rows.append(Row(f"in the page: change of {kind} to words painted", [pair[1] for pair in pairs], "ms"))
        sent |= asked(driver)
    drawn = driver.execute_async_script("inPage.fast(arguments[0], arguments[1])", PERIODS)
    changed(driver, {"p": "2025-Q1"}, "headline")
    frames = driver.execute_async_script("inPage.play(arguments[0])")
    settle(driver)
    sent |= asked(driver)
    return [
        *rows,
        Row("in the page: pictures a second, one after another", [drawn], "/s"),
        Row("in the page: time of a frame while playing", frames, "ms", 1),
        Row("in the page: requests of all these changes", [len(sent)], "requests"),
    ]


def asked(driver: Any) -> dict[str, float]:
    """What was asked for since the last look, but for the look for new loads, which comes by the clock."""
    return {what: size for what, size in transfers(driver).items() if what != f"{ids.LOAD}.data"}


def changed(driver: Any, changes: dict[str, str], words: str) -> tuple[float, float]:
    """Milliseconds from a choice to its map and to its words."""
    script = "inPage.change(arguments[0], arguments[1], arguments[2])"
    to_map, to_words = driver.execute_async_script(script, changes, words)
    WebDriverWait(driver, PATIENCE).until(lambda page: page.execute_script("return !pictures.behind()"))
    settle(driver)
    return to_map, to_words
