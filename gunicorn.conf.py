"""How gunicorn serves the dashboard to many readers: `gunicorn` finds this file by itself."""

from typing import Any

from config import settings_or_exit
from serving import read_ahead

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
