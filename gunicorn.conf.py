"""How gunicorn serves the dashboard to many readers: `gunicorn` finds this file by itself."""

import ctypes
from typing import Any

from config import settings_or_exit
from serving import read_ahead

# Numbers from glibc's malloc.h. Each thread would keep free memory of its own, and the process what one
# reading took: one store for all, and what is free at its end goes back at once.
MALLOC = {"M_ARENA_MAX": (-8, 1), "M_MMAP_THRESHOLD": (-3, 128 * 1024), "M_TRIM_THRESHOLD": (-1, 128 * 1024)}

settings = settings_or_exit()

wsgi_app = "app:server"
bind = f"{settings.host}:{settings.port}"
# Made once, before the workers: a fault stops the start, and all serve the same scripts at once.
preload_app = True
worker_class = "gthread"
workers = 2
threads = 8
keepalive = 75  # seconds: a reader thinks between two clicks, and need not connect anew for the second
loglevel = settings.log_level.lower()
accesslog = None  # the application writes its own request log


def post_worker_init(worker: Any) -> None:
    """Has each worker read ahead; a thread started before the fork would be lost."""
    read_ahead(worker.app.wsgi())


def give_memory_back() -> bool:
    """Whether the C library keeps no free memory for later from now on; only glibc can be told."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    return mallopt is not None and all(mallopt(*setting) for setting in MALLOC.values())


give_memory_back()
