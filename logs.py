"""The log: one line an event, coloured on a terminal and JSON everywhere else, without secrets."""

import logging
import re
import sys
import time
from typing import Any

import structlog
from flask import Flask, Response, g, request
from structlog.typing import EventDict, Processor, WrappedLogger

PASSWORD_IN_URL = re.compile(r"(?<=://)([^:/@\s\"']*):[^@\s\"']*@")
# Each of these says for itself what the request log already says, or nothing that a keeper needs.
NOISY = ("asyncio", "dash", "urllib3", "waitress.queue", "werkzeug")
QUIET_PATHS = ("/_dash-component-suites/", "/assets/", "/healthz", "/readyz")


def without_passwords(text: str) -> str:
    """The text with the password of every URL in it masked.

    >>> without_passwords("postgresql://reader:s3cret@db/kho is away")
    'postgresql://reader:***@db/kho is away'
    """
    return PASSWORD_IN_URL.sub(r"\1:***@", text)


def _without_passwords(_: WrappedLogger, __: str, line: str | EventDict) -> str | EventDict:
    return without_passwords(line) if isinstance(line, str) else line


def set_up_logs(level: str) -> None:
    """Sends the project's and the libraries' events from this level up to standard error, in one form."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    written: list[Processor]
    if sys.stderr.isatty():
        written = [structlog.dev.ConsoleRenderer()]
    else:
        written = [
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    form = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *written, _without_passwords],
    )
    handler = logging.StreamHandler()
    handler.setFormatter(form)
    root = logging.getLogger()
    for ours in [old for old in root.handlers if isinstance(old.formatter, type(form))]:
        root.removeHandler(ours)
    root.addHandler(handler)
    root.setLevel(level)
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)


def log_requests(server: Flask) -> None:
    """Has the server write one line for each answer: method, path, status, milliseconds."""
    log = structlog.stdlib.get_logger("requests")

    def start() -> None:
        g.started = time.perf_counter()

    def finish(response: Response) -> Response:
        event: dict[str, Any] = {
            "method": request.method,
            "path": request.path,
            "status": response.status_code,
        }
        event["ms"] = round((time.perf_counter() - g.get("started", time.perf_counter())) * 1000, 1)
        if request.path == "/_dash-update-component":
            event["output"] = (request.get_json(silent=True) or {}).get("output")
        (log.debug if request.path.startswith(QUIET_PATHS) else log.info)("request", **event)
        return response

    server.before_request(start)
    server.after_request(finish)
