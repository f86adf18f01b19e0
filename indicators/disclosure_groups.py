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
    cells = {(one.unit, one.group): one for one in reports}
    hidden: dict[date, set[Cell]] = defaultdict(set)
    for one in cells.values():
        for day in one.small:
            hidden[day].add((one.unit, one.group))
    for day in sorted(hidden):
        there = {cell: one.pattern for cell, one in cells.items() if day in one.days}
        for cell in sorted(hidden[day]):
            hidden[day] |= _rectangle(cell, there, hidden[day])
    return hidden


def _rectangle(cell: Cell, there: Mapping[Cell, tuple], hidden: set[Cell]) -> set[Cell]:
    """The corners beside a cell that hide the fewest others, the country's last of all."""
    unit, group = cell
    best: tuple | None = None
    for place in sorted({place for place, other in there if other == group and place != unit}):
        for beside in sorted({other for where, other in there if where == unit and other != group}):
            corners = {(unit, beside), (place, group), (place, beside)}
            if not corners <= there.keys():
                continue
            unlike = sum(there[where, beside] != there[where, group] for where in (unit, place))
            country = COUNTRY_UNIT in (place, unit)
            rank = (unlike, len(corners - hidden), country, beside, place)
            if best is None or rank < best[0]:
                best = rank, corners
    return best[1] if best else {(COUNTRY_UNIT, group)}
