"""From following a link to a page until all that it asks for is there, with the cache filled."""

from typing import Any

from benchmarks.browser import transfers
from benchmarks.page import opened
from benchmarks.served import LOCAL, Served
from benchmarks.table import Row
from layouts.links import COMMUNES, MAP, PROVINCE
from layouts.pages import PAGES

TIMES = 5
# What other pages lead to is opened with what they would ask for; a province's page has little without one.
ADDRESSES = {PROVINCE: f"{PROVINCE}?area=08", COMMUNES: f"{COMMUNES}?i=S02&p=2026-Q3&area=08"}


def pages(driver: Any, server: Served) -> list[Row]:
    """Click to shown for each page, and the bytes it takes."""
    opened(driver, f"http://{LOCAL}:{server.port}{MAP}")
    rows = []
    for page in PAGES:
        times, sizes = [], []
        for _ in range(TIMES):
            leave(driver, page.path)
            transfers(driver)
            times.append(follow(driver, ADDRESSES.get(page.path, page.path)))
            sizes.append(sum(transfers(driver).values()))
        rows.append(Row(f"page {page.path}, link to shown", times, "ms"))
        rows.append(Row(f"page {page.path}, bytes", sizes, "KB"))
    return rows


def leave(driver: Any, path: str) -> None:
    """Goes to another page than the one that is to be opened."""
    follow(driver, next(page.path for page in PAGES if page.path != path))


def follow(driver: Any, address: str) -> float:
    """Milliseconds from the click on a page's link until the page has nothing left to ask."""
    return float(driver.execute_async_script("benchmark.follow(arguments[0], arguments[1])", address))
