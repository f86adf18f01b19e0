"""The scorecard of the provinces: the newest values of every indicator, and how many targets each has met."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from indicators.model import Indicator, Value, ValueTable

MET = frozenset({"achieved", "achieved_late", "completed", "completed_late"})
# Nothing is asked, or nobody is left to be asked.
UNASKED = frozenset({"no_target", "not_applicable"})
# What a judgement says of a value; it may change while no newer value comes.
JUDGED_FIELDS = (
    "status",
    "pace",
    "required_per_year",
    "target",
    "deadline",
    "target_basis",
    "stale",
    "judged_value",
    "judged_on",
)


@dataclass(frozen=True, slots=True)
class Column:
    """One indicator of the scorecard: its newest values, judged on the day that is looked at."""

    indicator: Indicator
    table: ValueTable

    @property
    def applies(self) -> bool:
        """Whether it still applies to anybody."""
        return any(value.status != "not_applicable" for value in self.table.values)

    @property
    def all_illustrative(self) -> bool:
        """Whether all that is known of the provinces is made up.

        A milestone without a report has a value, too; there one made-up report is enough.
        """
        known = [value for value in self.table.values if value.value is not None]
        if self.indicator.kind == "milestone":
            return any(value.illustrative for value in known)
        return bool(known) and all(value.illustrative for value in known)

    def value_of(self, area_code: str) -> Value | None:
        """The value of a province, or of the country."""
        known = (self.table.national, *self.table.values)
        return next((value for value in known if value.area_code == area_code), None)


def judged_table(newest: ValueTable, now: ValueTable) -> ValueTable:
    """The newest values with the statuses of a later day, which `now` has."""
    later = {value.area_code: value for value in now.values}
    values = tuple(
        judged_later(value, later[value.area_code]) if value.area_code in later else value
        for value in newest.values
    )
    return replace(newest, values=values, national=judged_later(newest.national, now.national))


def judged_later(newest: Value, now: Value) -> Value:
    """A value with the status that it has on a later day, not the one it had at its period's end.

    Since then its deadline may have passed, its population may have ended, or its source gone silent.
    """
    if now.status == "not_applicable":
        return now
    return replace(newest, **{name: getattr(now, name) for name in JUDGED_FIELDS})


def targets_met(values: Iterable[Value]) -> tuple[int, int]:
    """How many of the targets asked of an area are met, and how many are asked."""
    asked = [value for value in values if value.status not in UNASKED and not value.suppressed]
    return sum(value.status in MET for value in asked), len(asked)
