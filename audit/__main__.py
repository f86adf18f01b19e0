"""`python -m audit`: looks over every page with axe-core and Lighthouse, and prints one table.

Serves the configured warehouse as in production, with everything read ahead. `--write` also puts the table
into docs/audit.md. Ends with 1 where axe finds something, or accessibility or best practices are under 100:
these don't hang on how busy the machine is. What is under its goal is named after the table.
"""

import argparse
import os
import signal
import sys
from pathlib import Path
from typing import Any

from audit.addresses import CHOOSE, DESKTOP, PHONE, THEMES, addresses
from audit.axe import COLOURS, Finding, findings
from audit.lighthouse import measure
from audit.table import Row, table
from benchmarks.browser import chromium, settle, version
from benchmarks.memory import until_read_ahead
from benchmarks.served import LOCAL, MANY_READERS, count_facts, measured_warehouse, served
from benchmarks.table import keep, machine
from config import settings_or_exit
from layouts.links import MAP, OVERVIEW

KEPT = Path(__file__).parents[1] / "docs" / "audit.md"
ON_A_PHONE = (OVERVIEW, MAP)  # measured as on a phone, too: for information, no goal is set


def main() -> None:
    """Prints what was looked over with what, and the table."""
    parser = argparse.ArgumentParser(prog="python -m audit", description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the table into docs/audit.md")
    chosen = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that what was started is stopped then, too
    busy = os.getloadavg()[0]
    with measured_warehouse(settings_or_exit()) as warehouse, served(MANY_READERS, warehouse) as server:
        tell("waiting until all is read ahead")
        until_read_ahead(server)
        site = f"http://{LOCAL}:{server.port}"
        with chromium() as driver:
            browser = version(driver)
            found = {address: look_over(driver, site + address) for address in addresses()}
        rows = []
        for address in addresses():
            tell(f"Lighthouse on {address}")
            rows.append(Row(f"`{address}`", measure(site + address), len(found[address])))
        phone = []
        for address in ON_A_PHONE:
            tell(f"Lighthouse on {address}, as a phone")
            phone.append(Row(f"`{address}` on a phone", measure(site + address, phone=True), None))
        facts = count_facts(warehouse)
    written = f"{machine(browser, facts, busy)}\n{table([*rows, *phone])}"
    print(written)
    for row in rows:
        print(*(f"{row.page}: {line}" for line in (*row.missed, *row.measured.faults)), sep="\n", end="")
    print(*(f"{address}: {one}" for address, several in found.items() for one in several), sep="\n")
    if chosen.write:
        keep(KEPT, written)
    if any(missed for row in rows for missed in row.missed if not missed.startswith("performance")):
        sys.exit(1)


def look_over(driver: Any, address: str) -> list[Finding]:
    """What axe finds on a page, in every theme, on a desktop and a phone."""
    tell(f"axe on {address}")
    driver.get(address)
    settle(driver)
    found = []
    for theme in THEMES:
        driver.execute_script(CHOOSE, {"theme": theme})
        settle(driver)
        for width, height in (DESKTOP, PHONE):
            size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
            driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
            settle(driver)
            found += findings(driver, () if theme == THEMES[0] else COLOURS)
    return found


def tell(what: str) -> None:
    """Says on the error stream what is being looked over."""
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
