"""Many readers who click at once: each opens provinces on the map, one a second, for a minute."""

import json
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from itertools import product
from random import Random
from time import monotonic, sleep
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import URL

from benchmarks.page import opened
from benchmarks.processor import processor_seconds
from benchmarks.served import LOCAL, Served, running
from benchmarks.table import Row
from layouts import ids
from layouts.links import MAP

READERS, SECONDS, PAUSE = 50, 60.0, 1.0
TOO_MANY, TOO_LONG = 10 * READERS, 10.0  # the load that is too much, and for how long
AGAIN = 15.0
SHOWN = ("S02", "08")  # what the recorded click asks for; the readers ask for others in its place


@dataclass(frozen=True, slots=True)
class Click:
    """What a browser sends when a province is opened on the map: the address and the body."""

    path: str
    body: str

    def on(self, indicator: str, area: str) -> bytes:
        """The same click on another province of another indicator."""
        of, at = SHOWN
        return self.body.replace(f"i={of}", f"i={indicator}").replace(f"area={at}", f"area={area}").encode()


@dataclass(frozen=True, slots=True)
class Round:
    """What came of a time of clicking: milliseconds of every answer, and how many had none."""

    times: list[float]
    errors: int
    kept: list[str]


def clicks(
    driver: Any, server: Served, warehouse: URL, indicators: Sequence[str], areas: Sequence[str]
) -> list[Row]:
    """A drill-down of fifty readers, with packs made beside, under ten times that load, after it; errors."""
    click = recorded(driver, server)
    asked = list(product(indicators, areas))
    for indicator, area in asked:  # each once: a reader's first look is measured elsewhere
        _ask(HTTPConnection(LOCAL, server.port, timeout=60), click, indicator, area)
    before = processor_seconds(server.pid)
    quiet = clicking(server.port, click, asked, READERS, SECONDS)
    work = 1000 * (processor_seconds(server.pid) - before) / max(len(quiet.times), 1)
    with packs_beside(server, warehouse):
        beside = clicking(server.port, click, asked, READERS, AGAIN)
    heavy = clicking(server.port, click, asked, TOO_MANY, TOO_LONG)
    after = clicking(server.port, click, asked, READERS, AGAIN)
    rounds = (quiet, beside, heavy, after)
    usual = Row(f"drill-down, {READERS} readers clicking for a minute", quiet.times, "ms", 1)
    return [
        usual,
        Row("processor time of the server a drill-down", [work], "ms", 2),
        Row(f"drill-down, {READERS} readers, briefing packs made beside", beside.times, "ms", 1, usual),
        Row(f"drill-down, {TOO_MANY} readers for {TOO_LONG:.0f} s", heavy.times, "ms", 1, usual),
        Row(f"drill-down, {READERS} readers right after that", after.times, "ms", 1, usual),
        Row(
            "clicks without a right answer in all four",
            [sum(one.errors for one in rounds)],
            f"of {sum(len(one.times) + one.errors for one in rounds):,}",
        ),
    ]


@contextmanager
def packs_beside(server: Served, warehouse: URL) -> Iterator[None]:
    """Has briefing packs made one after another meanwhile, as low in priority as the server makes them."""
    variables = {
        "WAREHOUSE_URL": warehouse.render_as_string(hide_password=False),
        "CACHE_DIR": str(server.cache),
    }
    command = ("nice", "-n", "10", sys.executable, "-m", "benchmarks.pack", *[""] * 10)
    with running(command, variables):
        yield


def recorded(driver: Any, server: Served) -> Click:
    """What the page itself sends for a province's panel."""
    indicator, area = SHOWN
    driver.get("about:blank")
    driver.get_log("performance")
    opened(driver, f"http://{LOCAL}:{server.port}{MAP}?i={indicator}&area={area}")
    for entry in driver.get_log("performance"):
        event = json.loads(entry["message"])["message"]
        if event["method"] != "Network.requestWillBeSent":
            continue
        request = event["params"]["request"]
        body = request.get("postData", "")
        if f"area={area}" in body and json.loads(body)["output"].startswith(f"{ids.PANEL}."):
            address = urlsplit(request["url"])
            return Click(f"{address.path}?{address.query}", body)
    raise LookupError("the page asked for no panel of a province")


def clicking(
    port: int, click: Click, asked: Sequence[tuple[str, str]], readers: int, seconds: float
) -> Round:
    """So many readers for so long, each a click and then a pause of a second or so."""
    end = monotonic() + seconds

    def reader(number: int) -> Round:
        luck, connection = Random(number), HTTPConnection(LOCAL, port, timeout=30)
        times: list[float] = []
        errors: list[str] = []
        sleep(luck.random() * PAUSE)
        while monotonic() < end:
            start = monotonic()
            try:
                _ask(connection, click, *luck.choice(asked))
                times.append(1000 * (monotonic() - start))
            except (OSError, HTTPException, ValueError) as error:
                errors.append(repr(error))
                connection.close()
            sleep(PAUSE * (0.5 + luck.random()))
        connection.close()
        return Round(times, len(errors), errors[:1])

    with ThreadPoolExecutor(readers) as pool:
        rounds = list(pool.map(reader, range(readers)))
    return Round(
        [one for each in rounds for one in each.times],
        sum(each.errors for each in rounds),
        [one for each in rounds for one in each.kept],
    )


def _ask(connection: HTTPConnection, click: Click, indicator: str, area: str) -> None:
    headers = {"Content-Type": "application/json", "Accept-Encoding": "br"}
    connection.request("POST", click.path, click.on(indicator, area), headers)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200 or not body:
        raise ValueError(f"{indicator} {area} answered {answer.status}")
