"""What the pages show first, asked before anybody does."""

from typing import TYPE_CHECKING

from repository.communes import read_commune_pages
from repository.comparison import read_comparison
from repository.province import read_province_page
from repository.report import read_report_pages
from repository.state import SERIES_FREQUENCIES

if TYPE_CHECKING:
    from repository import Repository

LOADS_AHEAD = 2  # what was known as of so many loads is read ahead; each costs as much as all pages of now


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
    newest_first = repository.states.newest().approved[::-1]
    for load in newest_first[1:2]:
        repository.read_changes(load)  # the quality page counts what the newest load changed
    for load in newest_first[:LOADS_AHEAD]:
        read_pages(repository, load)
        repository.read_changes(load)


def read_pages(repository: "Repository", as_of_load: int | None) -> None:
    """Asks for what the pages of the whole set show as of a load."""
    for code in repository.catalogue.codes:
        repository.read_card(code, as_of_load)
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
