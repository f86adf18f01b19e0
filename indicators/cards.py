"""What the overview says of one indicator."""

from dataclasses import dataclass

from indicators.milestones import Milestone
from indicators.model import Indicator, Series, Value


@dataclass(frozen=True, slots=True)
class Card:
    """The newest national value of an indicator with its path, and the change since a year before.

    `change` is in the indicator's unit, against `before`, the value of the same period a year earlier; None
    where either is not known or is provisional. `milestones` are those of a milestone, else empty.
    """

    indicator: Indicator
    value: Value
    series: Series
    before: Value | None
    change: float | None
    milestones: tuple[Milestone, ...] = ()
