"""What the pages show first, asked before anybody does: in a process of its own, once for a machine."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from repository.communes import read_commune_pages
from repository.comparison import read_comparison
from repository.province import read_province_page
from repository.report import read_report_pages
from repository.shared import RENEW_SECONDS, marked
from repository.state import SERIES_FREQUENCIES

if TYPE_CHECKING:
    from repository import Repository

LOADS_AHEAD = 2  # what was known as of so many loads is read ahead; each costs as much as all pages of now
ROOT = Path(__file__).parents[1]


def have_read_ahead(repository: "Repository", command: Sequence[str], variables: Mapping[str, str]) -> bool:
    """Whether what the pages show first is kept for the newest state, by now or by somebody before.

    Of all processes that share the cache one starts the command that computes it, under these environment
    variables, and waits for its end; the others are told False. A folder that can't be shared is of no use.
    """
    shared, mark = repository.answers.shared, marked("ahead", repository.read_state())
    if shared.get(mark):
        return True
    if not shared.works() or not shared.lease(mark):
        return False
    child = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **variables}, stdin=subprocess.PIPE)
    try:
        while True:
            try:
                ended = child.wait(RENEW_SECONDS)
                break
            except subprocess.TimeoutExpired:
                shared.renew(mark)
        if ended == 0:
            shared.set(mark, True)
        return ended == 0
    finally:
        assert child.stdin is not None
        child.stdin.close()  # which ends it, should this process go on without waiting
        shared.release(mark)


def read_ahead(repository: "Repository") -> None:
    """Computes what the pages show first, and keeps it: of now, then as of the last loads."""
    read_pages(repository, None)
    for code in repository.catalogue.codes:
        # Together, while the facts of this indicator are at hand.
        read_indicator_pages(repository, code)
        read_comparison(repository, code)
        read_province_page(repository, code)
        read_commune_pages(repository, code)
        read_report_pages(repository, code)
        keep_readings(repository, code)
    newest_first = repository.states.newest().approved[::-1]
    for load in newest_first[1:2]:
        repository.read_changes(load)  # the quality page counts what the newest load changed
    for load in newest_first[:LOADS_AHEAD]:
        read_pages(repository, load)
        repository.read_changes(load)


def keep_readings(repository: "Repository", code: str) -> None:
    """Keeps the newest facts of an indicator, with the amounts found of them, for every process.

    After the next load they are taken over but for the days on which that load changed something.
    """
    repository.facts.keep_for_all(repository.states.of(), code)


def read_pages(repository: "Repository", as_of_load: int | None) -> None:
    """Asks for what the pages of the whole set show as of a load."""
    for code in repository.catalogue.codes:
        repository.read_card(code, as_of_load)
        if repository.catalogue[code].level != "country":
            repository.read_periods(code, as_of_load)
            repository.read_column(code, as_of_load=as_of_load)
    repository.read_tasks(as_of_load)
    repository.read_systems(as_of_load)
    repository.read_listed(as_of_load)
    repository.read_reporting(as_of_load)
    repository.read_sources(as_of_load)


def read_indicator_pages(repository: "Repository", code: str) -> None:
    """Asks for what the map and the page of an indicator show first."""
    period = repository.read_values(code).period
    repository.read_periods(code)
    for frequency in SERIES_FREQUENCIES:
        repository.read_series(code, frequency=frequency)
    repository.read_projection(code, period=period)
    repository.read_zones(code, period)
    repository.read_ethnic_groups(code, period)
    repository.read_origin(code, period=period)
