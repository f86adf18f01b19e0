"""`python -m benchmarks`: measures the dashboard and prints one table, in under three minutes.

`--write` also puts the table into benchmarks/README.md.
"""

import argparse
import os
import signal
import sys
from pathlib import Path

from benchmarks.browser import chromium, version
from benchmarks.change import change
from benchmarks.load import load, load_unchanged
from benchmarks.memory import memory
from benchmarks.page import first_map
from benchmarks.pages import pages
from benchmarks.served import MANY_READERS, ONE_MACHINE, count_facts, measured_warehouse, served
from benchmarks.start import start
from benchmarks.table import keep, machine, table
from benchmarks.values import values
from config import settings_or_exit
from indicators.catalogue import read_catalogue

README = Path(__file__).with_name("README.md")


def main() -> None:
    """Prints what the table was measured on, and the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the table into benchmarks/README.md")
    chosen = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that what was started is stopped then, too
    busy = os.getloadavg()[0]
    codes = tuple(one.code for one in read_catalogue() if one.kind != "milestone" and one.level != "country")
    some = codes[::2]  # every kind of formula is among them
    with measured_warehouse(settings_or_exit()) as warehouse:
        tell("start")
        rows = start(warehouse)
        with served(ONE_MACHINE, warehouse) as server:
            tell("values, and their load on one process")
            called = values(server, codes)
            alone = load(server, some, "app.py")
            alone_memory = memory(server, "app.py")
        with served(MANY_READERS, warehouse) as server:
            with chromium() as driver:
                tell("first map")
                rows += first_map(driver, server)
                tell("change of indicator")
                rows += change(driver, server, some)
                tell("every page")
                rows += pages(driver, server)
                browser = version(driver)
            tell("load on gunicorn")
            many = load(server, some, "gunicorn", against=alone)
            rows += [*called, alone, many, load_unchanged(server, some[0], "gunicorn", against=many)]
            rows += [alone_memory, memory(server, "gunicorn", against=alone_memory)]
        written = f"{machine(browser, count_facts(warehouse), busy)}\n{table(rows)}"
    print(written, end="")
    if chosen.write:
        keep(README, written)


def tell(what: str) -> None:
    """Says on the error stream what is being measured."""
    print(f"measuring: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
