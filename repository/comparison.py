"""What lays provinces side by side: the columns of the scorecard and the paths of all provinces."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from indicators.model import COUNTRY, Indicator, Series, ValueTable
from indicators.periods import Period
from indicators.ranking import Span, earlier_period
from indicators.scorecard import Column, judged_table

if TYPE_CHECKING:
    from repository import Repository

QUARTERS_AHEAD = 4  # so many of the newest quarters are computed before anybody asks
SPANS: tuple[Span, ...] = ("quarter", "year")


def newest_column(
    indicator: Indicator,
    newest: Period | None,
    asked: Period | None,
    last_month: Period,
    read: Callable[[str | None], ValueTable],
) -> Column:
    """The values of the newest period, with the statuses that they have at the end of the one asked for.

    Where none is asked for they are judged at the end of the last whole month. `read` gives the values of a
    period, None is the newest one; milestones are judged on the day itself.
    """
    if newest is None:
        return Column(indicator, read(asked.code if asked else None))
    day = asked or last_month
    table = read(newest.code)
    return Column(indicator, table if newest.end >= day.end else judged_table(table, read(day.code)))


def province_paths(
    indicator: Indicator, codes: Sequence[str], read: Callable[[str, str], Series]
) -> dict[str, Series]:
    """The paths of provinces and of the country, by code; `read` gives one by code and frequency."""
    frequency = "year" if indicator.cycle == "year" else "quarter"
    return {code: read(code, frequency) for code in (COUNTRY, *codes)}


def read_comparison(repository: "Repository", code: str) -> None:
    """Has all that compares provinces by an indicator computed, while its facts are at hand."""
    if repository.catalogue[code].level == "country":
        return
    quarters = repository.read_periods(code)["quarter"]
    for period in (None, *quarters[-QUARTERS_AHEAD:]):
        table = repository.read_column(code, period).table
        for span in SPANS:
            if earlier := earlier_period(table.period, span):
                repository.read_values(code, earlier)
    repository.read_paths(code)
