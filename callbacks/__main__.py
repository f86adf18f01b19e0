"""`python -m callbacks`: computes what the pages show first, for all processes that share the cache.

A server starts it for every new state of the warehouse: its memory is given back as it ends, and readers, who
are served by others, come first. It ends with whoever started it: as soon as its standard input is closed.
"""

import os
import signal
import sys
from threading import Thread
from time import monotonic, process_time

import structlog

from callbacks.pictures import first_indicator, read_first_pictures
from config import settings_or_exit
from indicators.catalogue import read_catalogue
from logs import set_up_logs
from repository.ahead import read_ahead, read_indicator_pages
from repository.open import open_repository
from warehouse.connect import open_warehouse
from warehouse.errors import WarehouseError

NICE = 10
KEPT_FACTS = 2_000_000  # of which each is needed twice: for the overview, and for pages of its indicator


def end_with_parent() -> None:
    """Ends this process once nobody holds the other end of its standard input."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    os._exit(0)


def main() -> None:
    """Reads ahead once; exit code 1 with a line in the log where the warehouse is away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of the terminal: the parent's to answer
    Thread(target=end_with_parent, name="end with parent", daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(NICE)
    settings, started = settings_or_exit(), monotonic()
    set_up_logs(settings.log_level)
    log = structlog.stdlib.get_logger("ahead")
    try:
        engine = open_warehouse(settings.warehouse_url)
        repository = open_repository(settings, engine, read_catalogue(), kept_facts=KEPT_FACTS)
        repository.states.count_afresh()
        read_indicator_pages(repository, first_indicator(repository.catalogue))  # what the map opens with
        read_ahead(repository)
        read_first_pictures(repository, settings)
    except WarehouseError as error:
        log.warning("warehouse not read ahead", reason=str(error))
        raise SystemExit(1) from None
    log.info("read ahead", seconds=round(monotonic() - started, 1), cpu_seconds=round(process_time(), 1))


if __name__ == "__main__":
    main()
