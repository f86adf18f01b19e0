"""What a briefing pack of the newest quarters asks of an indicator, computed while its facts are at hand."""

from typing import TYPE_CHECKING

from indicators.periods import Period

if TYPE_CHECKING:
    from repository import Repository

QUARTERS_AHEAD = 2  # the one that has begun and the one that is over, of which packs are made


def read_report_pages(repository: "Repository", code: str) -> None:
    """Has the values of the newest quarters and of a year before computed, with projection and origin.

    The paths of provinces are computed for the pages that compare them.
    """
    for quarter in repository.read_periods(code)["quarter"][-QUARTERS_AHEAD:]:
        repository.read_values(code, quarter)
        if repository.catalogue[code].level != "country":
            repository.read_column(code, quarter)
        repository.read_values(code, Period.parse(quarter).previous_year().code)
        repository.read_projection(code, period=quarter)
        repository.read_origin(code, period=quarter)
