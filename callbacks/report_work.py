"""Where packs are built: processes beside the server, so that pages stay quick while they work.

Dash starts them (`background=True`) and asks after them. They come from a process of their own that serves
nobody and holds no thread, connection or lock of the server: a copy of the server itself could stand still
for ever, on a lock that another thread held at that moment.
"""

import os
from functools import partial
from typing import Any

import multiprocess
from dash import DiskcacheManager
from diskcache import Cache

from config import Settings

AFTER_PAGES = 10  # how far work stands behind the pages where both want the processor
POLL_MS = 250
WRITERS = ("slides", "document", "workbook", "pdf")
# Read once by the process that the others come from, where the system has such a thing.
PRELOADED = ["callbacks.report_jobs", *(f"exports.{name}" for name in WRITERS)]
WAY = "forkserver" if "forkserver" in multiprocess.get_all_start_methods() else "spawn"


class Workers(DiskcacheManager):
    """Starts background callbacks as low processes, each handed the settings of this dashboard.

    Dash knows callbacks by their text, so two dashboards in one process would build from one warehouse.
    """

    def __init__(self, settings: Settings):
        self.settings = settings  # first: what another app of this process registered is taken over at once
        super().__init__(Cache(str(settings.cache_dir / "background")))

    def make_job_fn(self, fn: Any, progress: Any, key: Any = None) -> Any:
        """The function of a job: the callback's, with the settings."""
        return super().make_job_fn(partial(fn, settings=self.settings), progress, key)

    def terminate_job(self, job: Any) -> None:
        """Leaves a process to itself: it ends with its job, and one that is cancelled is ended by the queue.

        Dash would also end the one of a reader who turned to another page and came back.
        """

    def call_job_fn(self, key: Any, job_fn: Any, args: Any, _request: Any) -> int:
        """The number of the process that a job was given."""
        ways = multiprocess.get_context(WAY)
        if WAY == "forkserver":
            ways.set_forkserver_preload(PRELOADED)
        process = ways.Process(target=_low, args=(job_fn, key, self._make_progress_key(key), args))
        process.daemon = True  # the server doesn't wait for it when it ends
        process.start()
        return int(process.pid)


def _low(job_fn: Any, *arguments: Any) -> None:
    """Does a job behind the pages; of the request that asked for it nothing is needed."""
    if hasattr(os, "nice"):
        os.nice(AFTER_PAGES)
    job_fn(*arguments, {})
