"""The cells of provinces by ethnic groups that are hidden: the rule of `disclosure` for groups.

A cell is a group in a province of today (former provinces go with what they became) or in the country. The
sums that may be published run along a province (all groups) and along a group (all provinces, which make the
country's cell). Every small cell becomes a corner of a rectangle of hidden cells: two places, two groups.
Then +1, -1, -1, +1 changes neither a province's total nor a group's, so no equation gives a corner back.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from indicators.disclosure import COUNTRY_UNIT

Cell = tuple[int, str]  # a province's unit, or 0 for the country; the code of a group


@dataclass(frozen=True, slots=True)
class GroupReports:
    """What is reported of a group in a place in a year: on which days, in which pattern, and when of few."""

    unit: int
    group: str
    pattern: tuple
    days: frozenset[date]
    small: frozenset[date]


def hidden_group_cells(reports: Iterable[GroupReports]) -> dict[date, set[Cell]]:
    """The hidden cells of a year by day; where no rectangle is whole, the group is hidden in the country."""
    every = sorted(reports, key=lambda one: (one.unit, one.group))
    groups = sorted({one.group for one in every})
    bits = {group: 1 << place for place, group in enumerate(groups)}
    found = {}
    for day in sorted(frozenset[date]().union(*(one.small for one in every))):
        table = _Table([one for one in every if day in one.days], bits)
        small = [one for one in every if day in one.small]
        for one in small:
            table.hidden[one.unit] |= bits[one.group]
        for one in small:
            table.hide_rectangle(one.unit, bits[one.group])
        found[day] = {
            (unit, group) for unit, hidden in table.hidden.items() for group in groups if hidden & bits[group]
        }
    return found


class _Table:
    """The groups of each place on one day, a bit for each: a large warehouse has thousands of small cells."""

    def __init__(self, reports: Iterable[GroupReports], bits: Mapping[str, int]) -> None:
        self.there: dict[int, int] = defaultdict(int)
        self.hidden: dict[int, int] = defaultdict(int)
        patterns = {(one.unit, bits[one.group]): one.pattern for one in reports}
        alike: dict[tuple[int, tuple], int] = defaultdict(int)
        for (unit, group), pattern in patterns.items():
            self.there[unit] |= group
            alike[unit, pattern] |= group
        # The groups of the same place that are reported as one is.
        self.like = {(unit, group): alike[unit, pattern] for (unit, group), pattern in patterns.items()}

    def hide_rectangle(self, unit: int, group: int) -> None:
        """Hides the corners beside a cell that hide the fewest others, the country's last of all."""
        best: tuple | None = None
        for place, there in self.there.items():
            if place == unit or not there & group:
                continue
            hidden = self.hidden[place]
            both = there & self.there[unit] & ~group
            unlike, besides = _fewest(both, self.like[unit, group], self.like[place, group])
            more, besides = _fewest(besides, self.hidden[unit], hidden)
            if besides:
                beside = besides & -besides  # the first
                rank = unlike, more + (not hidden & group), COUNTRY_UNIT in (place, unit), beside, place
                best = rank if best is None else min(best, rank)
        if best is None:
            self.hidden[COUNTRY_UNIT] |= group
        else:
            *_, beside, place = best
            self.hidden[unit] |= beside
            self.hidden[place] |= group | beside


def _fewest(among: int, one: int, other: int) -> tuple[int, int]:
    """In how many of two sets the members are not that are in most of them, and these members.

    >>> _fewest(0b111, 0b001, 0b011), _fewest(0b110, 0b001, 0b010), _fewest(0b100, 0b001, 0b010)
    ((0, 1), (1, 2), (2, 4))
    """
    for lacking, found in enumerate((among & one & other, among & (one ^ other))):
        if found:
            return lacking, found
    return 2, among & ~(one | other)
