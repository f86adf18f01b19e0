"""From opening the page to the map painted, and what the first visit weighs."""

from typing import Any

from benchmarks.browser import FAST, SLOW, forget, painted, settle, transfers
from benchmarks.served import LOCAL, Served
from benchmarks.table import Row
from layouts.links import MAP

TIMES, SLOW_TIMES = 5, 3


def first_map(driver: Any, server: Served, when: str = "while reading ahead") -> list[Row]:
    """Opening to painted: the first visitor then, an empty and a filled cache, a slow line; their bytes."""
    address = f"http://{LOCAL}:{server.port}{MAP}"
    first = opened(driver, address)
    cold, sizes = [], []
    for _ in range(TIMES):
        forget(driver)
        cold.append(opened(driver, address))
        sizes.append(sum(transfers(driver).values()))
    warm, warm_sizes = [], []
    for _ in range(TIMES):
        driver.get("about:blank")
        transfers(driver)
        warm.append(opened(driver, address))
        warm_sizes.append(sum(transfers(driver).values()))
    driver.execute_cdp_cmd("Network.enable", {})
    driver.execute_cdp_cmd("Network.emulateNetworkConditions", SLOW)
    slow = []
    for _ in range(SLOW_TIMES):
        forget(driver)
        slow.append(opened(driver, address))
    driver.execute_cdp_cmd("Network.emulateNetworkConditions", FAST)
    empty = Row(f"first map painted, empty browser cache, {when}", cold, "ms")
    loaded = Row(f"bytes of the first visit, {when}", sizes, "KB")
    return [
        Row(f"first map painted, first visitor {when}", [first], "ms", 0, empty),
        empty,
        Row(f"first map painted, second visit, {when}", warm, "ms", 0, empty),
        Row(f"first map painted, empty cache, 10 Mbit/s and 40 ms, {when}", slow, "ms", 0, empty),
        loaded,
        Row(f"bytes of the second visit, {when}", warm_sizes, "KB", 0, loaded),
    ]


def opened(driver: Any, address: str) -> float:
    """Milliseconds from opening an address to the map painted; returns once the page has settled."""
    driver.get(address)
    milliseconds = painted(driver)
    settle(driver)
    return milliseconds
