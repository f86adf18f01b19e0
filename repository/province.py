"""What a province page rests on: the newest values of all indicators, and the last ones before the merger."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from indicators.areas import MERGER
from indicators.formulas import ONE_DAY
from indicators.model import ValueTable
from indicators.periods import FREQUENCIES, Period
from indicators.province import Measured

if TYPE_CHECKING:
    from repository import Repository


@dataclass(frozen=True, slots=True)
class BeforeMerger:
    """The last values of an indicator before the merger: of the 63, and of the 34 that they make up."""

    period: str
    former: ValueTable
    together: ValueTable


def read_measured(
    repository: "Repository", boundaries: str, period: str | None, as_of_load: int | None
) -> tuple[Measured, ...]:
    """The newest values of everything that provinces are measured by, at the end of a period or now.

    What is measured for the country alone is left out. Former provinces are looked at in the same periods as
    today's.
    """
    found = []
    for indicator in repository.catalogue:
        if indicator.level == "country":
            continue
        table = repository.read_column(indicator.code, period, as_of_load).table
        if boundaries == "63":
            table = repository.read_values(indicator.code, table.period, "63", as_of_load=as_of_load)
        before = None
        if indicator.kind != "milestone" and any(value.value is not None for value in table.values):
            earlier = Period.parse(table.period).previous_year().code
            before = repository.read_values(indicator.code, earlier, boundaries, as_of_load=as_of_load)
        found.append(Measured(indicator.code, table, before))
    return tuple(found)


def read_province_page(repository: "Repository", code: str) -> None:
    """Has what the page of a province needs of an indicator computed, while its facts are at hand."""
    if repository.catalogue[code].level == "country":
        return
    newest = repository.read_column(code).table.period
    for period in (newest, Period.parse(newest).previous_year().code):
        repository.read_values(code, period, "63")
    read_before_merger(repository, code)


def read_before_merger(
    repository: "Repository", indicator: str, period: str | None = None, as_of_load: int | None = None
) -> BeforeMerger | None:
    """The last values of an indicator before the merger, or before an earlier period is over.

    None for a milestone, and where nothing is known from then.
    """
    definition = repository.catalogue[indicator]
    if definition.kind == "milestone" or definition.level == "country":
        return None
    newest = repository.read_column(indicator, None, as_of_load).table.period
    until = min(Period.parse(period).end, MERGER - ONE_DAY) if period else MERGER - ONE_DAY
    last = last_until(until, Period.parse(newest).frequency, repository.read_periods(indicator, as_of_load))
    if last is None:
        return None
    former = repository.read_values(indicator, last, "63", as_of_load=as_of_load)
    return BeforeMerger(last, former, repository.read_values(indicator, last, as_of_load=as_of_load))


def last_until(day: date, frequency: str, periods: Mapping[str, Sequence[str]]) -> str | None:
    """The last period with data that is over by a day, of a frequency or else of the next longer one.

    >>> last_until(date(2025, 6, 30), "quarter", {"quarter": ("2025-Q1", "2025-Q3"), "year": ("2024",)})
    '2025-Q1'
    """
    for wanted in FREQUENCIES[FREQUENCIES.index(frequency) :]:
        over = [code for code in periods.get(wanted, ()) if Period.parse(code).end <= day]
        if over:
            return over[-1]
    return None
