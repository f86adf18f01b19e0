"""What a briefing pack of the newest quarters asks of an indicator, computed while its facts are at hand."""

from datetime import timedelta
from typing import TYPE_CHECKING

from indicators.periods import Period, period_of
from repository.peers import MINORITY_SHARE

if TYPE_CHECKING:
    from repository import Repository

QUARTERS_AHEAD = 2  # the one that has begun and the one that is over, of which packs are made


def read_report_pages(repository: "Repository", code: str) -> None:
    """Has the values of the newest quarters and of a year before computed, with projection and origin.

    Where an indicator has none in a quarter, those that its end knows. The paths of provinces are computed
    for the pages that compare them.
    """
    begun = period_of(repository.today(), "quarter")
    over = period_of(begun.start - timedelta(days=1), "quarter")
    with_data = repository.read_periods(code)["quarter"]
    for quarter in {begun.code, over.code, *with_data[-QUARTERS_AHEAD:]}:
        if quarter in with_data:
            table = repository.read_values(code, quarter)
        else:
            table = repository.read_column(code, quarter).table
        repository.read_values(code, Period.parse(table.period).previous_year().code)
        repository.read_projection(code, period=quarter)
        repository.read_origin(code, period=table.period)
        if code == MINORITY_SHARE:  # by which every province finds its peers
            repository.read_peers(table.values[0].area_code, quarter)
