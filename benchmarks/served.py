"""The dashboard as it is run, in a process of its own on a free port of this machine."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPMessage
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from time import monotonic, sleep

from sqlalchemy import URL, func, select

from config import Settings
from warehouse.connect import open_warehouse
from warehouse.demo.build import build_demo
from warehouse.read import read_rows
from warehouse.tables import fact_measure

ROOT = Path(__file__).parents[1]
LOCAL = "127.0.0.1"
PATIENCE = 60  # seconds
ONE_MACHINE = (sys.executable, "app.py")
MANY_READERS = (sys.executable, "-m", "gunicorn")


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: where it listens, its process, when that was started, and its cache."""

    port: int
    pid: int
    started: float
    cache: Path


@contextmanager
def measured_warehouse(settings: Settings) -> Iterator[URL]:
    """The configured warehouse; where it is the embedded one and not built yet, the full demonstration."""
    url = settings.warehouse_url
    if url.get_backend_name() != "sqlite" or Path(url.database or "").exists():
        yield url
        return
    with TemporaryDirectory() as folder:
        built = URL.create("sqlite", database=f"{folder}/warehouse.sqlite")
        build_demo(built, "full", seed=1)
        yield built


def count_facts(url: URL) -> int:
    """How many facts a warehouse holds."""
    return int(read_rows(open_warehouse(url), select(func.count()).select_from(fact_measure))[0][0])


@contextmanager
def served(command: Sequence[str], warehouse: URL) -> Iterator[Served]:
    """The dashboard run by a command with an empty cache; stopped, by its process id, on leaving."""
    with TemporaryDirectory() as cache:
        port = free_port()
        variables = {
            "WAREHOUSE_URL": warehouse.render_as_string(hide_password=False),
            "HOST": LOCAL,
            "PORT": str(port),
            "CACHE_DIR": cache,
            "LOG_LEVEL": "WARNING",
        }
        with running(command, variables) as (process, started):
            until_answered(port, "/healthz", process)
            yield Served(port, process.pid, started, Path(cache))


@contextmanager
def running(
    command: Sequence[str], variables: Mapping[str, str]
) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """A process in the project's folder and the moment it was started; RuntimeError with its last words."""
    with TemporaryFile() as said:
        started = monotonic()
        process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **variables}, stdout=said, stderr=subprocess.STDOUT
        )
        try:
            yield process, started
        except ConnectionError as error:
            said.seek(0)
            raise RuntimeError(f"{' '.join(command)}: {error}\n{said.read().decode()[-2000:]}") from error
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((LOCAL, 0))
        return int(probe.getsockname()[1])


def until_answered(port: int, path: str, process: "subprocess.Popen[bytes] | None" = None) -> float:
    """The moment at which the path was first answered with 200. Raises ConnectionError if it never is."""
    limit = monotonic() + PATIENCE
    while monotonic() < limit:
        if process is not None and process.poll() is not None:
            raise ConnectionError(f"ended with code {process.returncode}")
        try:
            if get(port, path)[0] == 200:
                return monotonic()
        except (OSError, HTTPException):
            sleep(0.005)
    raise ConnectionError(f"{path} was not answered with 200 within {PATIENCE} s")


def get(port: int, path: str, **headers: str) -> tuple[int, HTTPMessage, bytes]:
    """Status, headers and body of an answer, the body as it came over the wire."""
    connection = HTTPConnection(LOCAL, port, timeout=PATIENCE)
    try:
        connection.request(
            "GET", path, headers={name.replace("_", "-"): text for name, text in headers.items()}
        )
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()
