"""From starting the process to the first page."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import URL

from benchmarks.served import MANY_READERS, ONE_MACHINE, served, until_answered
from benchmarks.table import Row

TIMES = 3


def start(warehouse: URL) -> list[Row]:
    """Seconds from the start of the process to the first 200 of /healthz and of the page, by server."""
    alone, page_alone = _first_answers("app.py", ONE_MACHINE, warehouse)
    many, page_many = _first_answers("gunicorn", MANY_READERS, warehouse)
    return [alone, page_alone, replace(many, against=alone), replace(page_many, against=page_alone)]


def _first_answers(name: str, command: Sequence[str], warehouse: URL) -> tuple[Row, Row]:
    alive, page = [], []
    for _ in range(TIMES):
        with served(command, warehouse) as server:
            alive.append(until_answered(server.port, "/healthz") - server.started)
            page.append(until_answered(server.port, "/") - server.started)
    return (
        Row(f"start to first 200 of /healthz, {name}", alive, "s", 2),
        Row(f"start to first 200 of the page, {name}", page, "s", 2),
    )
