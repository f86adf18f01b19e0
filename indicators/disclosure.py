"""Which small numbers are hidden, and which others with them, so that no total gives one back.

A cell is what a commune reported of a family of measures (a numerator with its denominator, and all that
share one) at the end of some period. It is small where one of its numbers is above 0 and under the minimum;
then it is hidden wherever it would stand. Zero is nobody and stays.

The guarantee: whoever takes every number that is published, of all periods of a year together, as linear
equations can't solve them for a hidden cell. Proof. All published sums run over whole blocks (communes alike
in province, former provinces and zone), and communes of one pattern report for the same days, so that periods
of every length show and add their rows together. A hidden cell has either
(a) a partner: a hidden cell of the same block, pattern and day. One more here and one less there changes no
    published number: wherever either row stands alone it is hidden, and every sum holds both or neither. Or
(b) a rectangle: hidden cells of one pattern and day in blocks (f, z), (f, z'), (g, z), (g, z') while the
    values of these zones in f and g, and in their provinces, are withheld. Then +1, -1, -1, +1 leaves the
    sums of f and g, hence of provinces and country, and those of the country's zones as they were.
So every hidden cell can vary where no equation sees it (Gusfield 1988: its edge between former province and
zone is no bridge). One decision serves every question: all periods of a year, boundaries and loads.

Where nobody reports as a commune does, partners that do so otherwise are hidden for their whole year: that
keeps each period by itself, not periods of several lengths held against each other. What else is not covered
stands in docs/reading_the_contract.md.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from indicators.tracks import Sheets

MIN_CELL = 5
COUNTRY_UNIT = 0  # where the unit of a province could stand
NOBODY: frozenset[int] = frozenset()
Withheld = tuple[
    int, str, date
]  # unit of a province or 0 for the country; zone or ethnic group; end of a row


def is_small(value: float | None, minimum: float) -> bool:
    """Whether a count tells of so few that they might be known.

    >>> [is_small(value, 5) for value in (0, 1, 4.0, 5, None)]
    [False, True, True, False, False]
    """
    return minimum > 1 and value is not None and 0 < value < minimum


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is hidden: communes by measure and end of a row; values of zones and of ethnic groups by measure.

    A commune stands for all units that went into it whole (`roots`, by area version).
    """

    communes: Mapping[str, Mapping[date, frozenset[int]]] = field(default_factory=dict)
    zones: Mapping[str, frozenset[Withheld]] = field(default_factory=dict)
    groups: Mapping[str, frozenset[Withheld]] = field(default_factory=dict)
    roots: Mapping[int, int] = field(default_factory=dict)

    def cells(self, measure: str, end: date) -> frozenset[int]:
        """The communes whose numbers of a measure up to a day are hidden."""
        return self.communes.get(measure, {}).get(end, NOBODY)

    def holds(self, measure: str, area_key: int, end: date) -> bool:
        """Whether what a commune reported of a measure up to a day is hidden."""
        return self.roots.get(area_key) in self.cells(measure, end)

    def marked(self, sheets: Sheets, end: date, unit_of: Mapping[int, int]) -> Sheets:
        """The sheets of a day on which what is hidden is marked, and nothing else."""
        found = {}
        for measure, sheet in sheets.items():
            cells = self.cells(measure, end)
            units = {unit_of[key] for key, root in self.roots.items() if root in cells} if cells else NOBODY
            found[measure] = sheet.marked(units)
        return found

    def withheld_zones(self, measures: Iterable[str], unit: int, start: date, end: date) -> frozenset[str]:
        """The zones of a province (0: the country) whose value in a period is withheld."""
        return _within(self.zones, measures, unit, start, end)

    def withheld_groups(self, measures: Iterable[str], unit: int, start: date, end: date) -> frozenset[str]:
        """The ethnic groups of a province (0: the country) whose value in a period is withheld."""
        return _within(self.groups, measures, unit, start, end)


NOTHING_HIDDEN = Hidden()


def _within(
    withheld: Mapping[str, frozenset[Withheld]], measures: Iterable[str], unit: int, start: date, end: date
) -> frozenset[str]:
    return frozenset(
        name
        for measure in measures
        for where, name, day in withheld.get(measure, ())
        if where == unit and start <= day <= end
    )
