"""How many values calls a second a server answers, under a bounded load that stops by itself."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from itertools import count
from time import monotonic

from benchmarks.served import LOCAL, Served, get
from benchmarks.table import Row
from benchmarks.values import PATH

CLIENTS = 8
CALLS = 1500
SECONDS = 3.0
ROUNDS = 3


def load(server: Served, codes: Sequence[str], name: str, against: Row | None = None) -> Row:
    """Whole answers a second, for indicators that were asked before."""
    paths = [PATH.format(code) for code in codes]
    rates = [calls_a_second(server.port, paths, 200, {"Accept-Encoding": "br"}) for _ in range(ROUNDS)]
    return Row(f"values calls a second, {name}", rates, "/s", 0, against)


def load_unchanged(server: Served, code: str, name: str, against: Row) -> Row:
    """Answers a second to a caller who has the newest values and asks whether they still are."""
    path = PATH.format(code)
    headers = {"If-None-Match": get(server.port, path)[1]["ETag"]}
    rates = [calls_a_second(server.port, [path], 304, headers) for _ in range(ROUNDS)]
    return Row(f"values calls a second that answer 304, {name}", rates, "/s", 0, against)


def calls_a_second(
    port: int,
    paths: Sequence[str],
    expected: int,
    headers: dict[str, str],
    calls: int = CALLS,
    seconds: float = SECONDS,
) -> float:
    """The rate at which a few clients get their answers, over so many calls or seconds, whichever ends first.

    Any other status than the one expected raises: a server that refuses would look fast.
    """
    numbers = count()
    start = monotonic()

    def client() -> int:
        connection, answered = HTTPConnection(LOCAL, port, timeout=30), 0
        try:
            while (number := next(numbers)) < calls and monotonic() < start + seconds:
                connection.request("GET", paths[number % len(paths)], headers=headers)
                answer = connection.getresponse()
                answer.read()
                if answer.status != expected:
                    raise RuntimeError(f"{paths[number % len(paths)]} answered {answer.status}")
                answered += 1
        finally:
            connection.close()
        return answered

    with ThreadPoolExecutor(CLIENTS) as clients:
        answered = sum(running.result() for running in [clients.submit(client) for _ in range(CLIENTS)])
    return answered / (monotonic() - start)
