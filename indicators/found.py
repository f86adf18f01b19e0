"""What readings have found, for the readings of another state of the warehouse to take over."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from indicators.model import Amount
from indicators.tracks import Sheets

Amounts = dict[tuple[date, date], dict[tuple, Amount]]  # by period, by area


class Found(NamedTuple):
    """What readings have found: sheets by their day, and the amounts of every period asked for."""

    sheets: Mapping[date, Sheets]
    amounts: Amounts

    def amounts_where(self, sheets: Mapping[date, Sheets]) -> Amounts:
        """The amounts of the periods in which these sheets are the same."""
        other = [end for end in {*sheets, *self.sheets} if sheets.get(end) is not self.sheets.get(end)]
        return {
            (start, end): amounts
            for (start, end), amounts in list(self.amounts.items())
            if not any(start <= day <= end for day in other)
        }
