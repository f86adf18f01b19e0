"""What the same reader waits for where the map is written as it often is first."""

import sys
from collections.abc import Sequence
from typing import Any

from selenium.webdriver.common.by import By
from sqlalchemy import URL

from benchmarks.browser import FAST, SLOW, forget, painted, settle, transfers
from benchmarks.naive_app import RATIOS
from benchmarks.page import opened
from benchmarks.processor import processor_seconds
from benchmarks.served import LOCAL, free_port, running, until_answered
from benchmarks.table import Row

TIMES = 3
NAIVE = (sys.executable, "-m", "benchmarks.naive_app")


def naive(driver: Any, warehouse: URL, against: Sequence[Row]) -> list[Row]:
    """Runs the naive map over the same warehouse and uses it as a reader would.

    `against` are our first map on the slow line, our change, its bytes and our processor time a click.
    """
    port = free_port()
    variables = {
        "WAREHOUSE_URL": warehouse.render_as_string(hide_password=False),
        "HOST": LOCAL,
        "PORT": str(port),
    }
    with running(NAIVE, variables) as (process, _):
        until_answered(port, "/", process)
        address = f"http://{LOCAL}:{port}/"
        driver.execute_cdp_cmd("Network.enable", {})
        driver.execute_cdp_cmd("Network.emulateNetworkConditions", SLOW)
        slow = []
        for _ in range(TIMES):
            forget(driver)
            slow.append(opened(driver, address))
        times, sizes, before = [], [], processor_seconds(process.pid)
        for indicator in RATIOS[1 : TIMES + 1]:
            transfers(driver)
            driver.find_element(By.ID, f"choose-{indicator.code}").click()
            times.append(painted(driver))
            settle(driver)
            sizes.append(sum(transfers(driver).values()))
        work = 1000 * (processor_seconds(process.pid) - before) / TIMES
        driver.execute_cdp_cmd("Network.emulateNetworkConditions", FAST)
    first, change, size, used = against
    return [
        Row("naive: first map painted, empty cache, 10 Mbit/s and 40 ms", slow, "ms", 0, first),
        Row("naive: indicator change to painted, 10 Mbit/s and 40 ms", times, "ms", 0, change),
        Row("naive: bytes of an indicator change", sizes, "KB", 0, size),
        Row("naive: processor time of the server a click", [work], "ms", 0, used),
    ]
