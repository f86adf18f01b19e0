"""`python -m benchmarks`: measures the dashboard and prints one table, in a quarter of an hour.

`--write` also puts the table into benchmarks/README.md; `--large` measures a warehouse of ten million facts,
too, which takes as long again.
"""

import argparse
import os
import signal
import sys
from pathlib import Path

from benchmarks.after_load import after_load
from benchmarks.browser import chromium, version
from benchmarks.change import change
from benchmarks.clicks import clicks
from benchmarks.inpage import in_page
from benchmarks.load import load, load_unchanged
from benchmarks.memory import memory, proportional, until_read_ahead
from benchmarks.naive import naive
from benchmarks.pack import packs
from benchmarks.page import first_map
from benchmarks.pages import pages
from benchmarks.served import MANY_READERS, ONE_MACHINE, count_facts, measured_warehouse, served
from benchmarks.start import start
from benchmarks.table import keep, machine, table
from benchmarks.values import values
from benchmarks.warehouse import SIZES
from benchmarks.warehouse import warehouse as questions
from config import settings_or_exit
from indicators.catalogue import read_catalogue

AREAS = ("01", "04", "08", "15", "48", "56", "68", "92")  # the provinces that the clicking readers open
README = Path(__file__).with_name("README.md")


def main() -> None:
    """Prints what the table was measured on, and the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the table into benchmarks/README.md")
    parser.add_argument("--large", action="store_true", help="measure a warehouse of ten million facts, too")
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
                first = first_map(driver, server)
                until_read_ahead(server)
                tell("first map and changes, once all is read ahead")
                later = first_map(driver, server, "once all is read ahead")
                changed = change(driver, server, some)
                rows += [*first, *later, *changed, *in_page(driver, server)]
                tell("every page")
                rows += pages(driver, server)
                tell("fifty readers")
                drilled = clicks(driver, server, warehouse, some[:6], AREAS)
                rows += drilled
                tell("the map as it is often written first")
                rows += naive(driver, warehouse, against=(later[3], changed[1], changed[3], drilled[1]))
                browser = version(driver)
            tell("load on gunicorn")
            many = load(server, some, "gunicorn", against=alone)
            rows += [*called, alone, many, load_unchanged(server, some[0], "gunicorn", against=many)]
            of_workers = memory(server, "gunicorn", against=alone_memory)
            rows += [alone_memory, of_workers, proportional(server, of_workers)]
            tell("briefing packs")
            rows += packs(server, warehouse)
        tell("answers after a load")
        rows += after_load(warehouse)
        tell("the warehouse alone")
        rows += questions(SIZES if chosen.large else SIZES[:1])
        written = f"{machine(browser, count_facts(warehouse), busy)}\n{table(rows)}"
    print(written, end="")
    if chosen.write:
        keep(README, written)


def tell(what: str) -> None:
    """Says on the error stream what is being measured."""
    print(f"measuring: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
