"""The cells of communes hidden in a year, and the zones withheld with them: the rule of `disclosure`."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import NamedTuple

from indicators.disclosure import COUNTRY_UNIT, Withheld

ROWS_OF_ONE = 8  # the zones withheld for a rectangle across two provinces


class Block(NamedTuple):
    """What the published sums tell communes apart by; `former` is empty where nothing was merged."""

    province: int
    former: tuple[int, ...]
    zones: tuple[str, ...]

    @property
    def side(self) -> tuple[int, tuple[int, ...]]:
        """The block without its zones: a former province, or one that was never merged."""
        return self.province, self.former

    @property
    def provinces(self) -> tuple[int, ...]:
        """The units of the former provinces, or of the province where there are none."""
        return self.former or (self.province,)


@dataclass(frozen=True, slots=True)
class Reports:
    """What a commune reported of a family in a year: on which days, and on which of them small numbers.

    One that reported nothing is among them, so that a block is known not to be one commune.
    `pattern` is equal for communes whose rows are shown and summed together in every period; `loads` is equal
    where they came together too.
    """

    unit: int
    code: str
    block: Block
    pattern: Hashable
    loads: Hashable
    days: frozenset[date]
    small: frozenset[date]

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands in the order in which partners are taken: the same in every period."""
        return self.code, self.unit


Days = dict[int, set[date]]  # the hidden days by unit


def hidden_cells(reports: Sequence[Reports]) -> tuple[Days, frozenset[Withheld]]:
    """The days hidden by unit, of all that reported of a family in a year, and the zones withheld."""
    found = _Search(sorted(reports, key=lambda one: one.place))
    while found.add_partners() or found.add_rectangles():
        pass
    return found.hidden, frozenset(found.withheld)


class _Search:
    """What is hidden so far; it only grows. `corners` are cells of rectangles, which need no partner."""

    def __init__(self, reports: Sequence[Reports]):
        self.hidden: Days = {one.unit: set(one.small) for one in reports}
        self.withheld: set[Withheld] = set()
        self.corners: set[tuple[int, date]] = set()
        self.tried: set[tuple[int, date]] = set()
        self.blocks: dict[Block, list[Reports]] = defaultdict(list)
        self.with_zones: dict[tuple[str, ...], list[Block]] = defaultdict(list)
        for one in reports:
            self.blocks[one.block].append(one)
        for block in self.blocks:
            self.with_zones[block.zones].append(block)

    def add_partners(self) -> bool:
        """Hides what blocks need so that no hidden cell stands alone in one; whether anything was added."""
        before = self._count()
        for block in self.blocks.values():
            alike: dict[Hashable, list[Reports]] = defaultdict(list)
            for one in block:
                alike[one.pattern].append(one)
            for same in alike.values():
                if len(same) > 1:
                    self._add_alike(same)
                elif len(block) > 1:
                    self._add_unlike(same[0], block)
        return self._count() > before

    def _add_alike(self, same: Sequence[Reports]) -> None:
        for day in sorted(set.union(*(self.hidden[one.unit] for one in same))):
            found = [one for one in same if day in self.hidden[one.unit]]
            if len(found) == 1 and (found[0].unit, day) not in self.corners:
                others = (one for one in same if one is not found[0])
                partner = min(others, key=lambda one: (one.loads != found[0].loads, one.place))
                self.hidden[partner.unit].add(day)

    def _add_unlike(self, one: Reports, block: Sequence[Reports]) -> None:
        """Hides the whole year of communes that report otherwise, until each hidden day has company."""
        others = [other for other in block if other is not one and other.days]
        for day in sorted(self.hidden[one.unit]) if others else ():
            with_day = [other for other in others if day in other.days] or others
            company = any(other.days <= self.hidden[other.unit] for other in with_day)
            if not company:
                partner = min(with_day, key=lambda other: (-len(other.days & one.days), other.place))
                self.hidden[partner.unit] |= partner.days

    def add_rectangles(self) -> bool:
        """Hides three corners beside each commune that alone of its block reports on a day."""
        before = self._count()
        for block in self.blocks.values():
            on_day: dict[date, list[Reports]] = defaultdict(list)
            for one in block:
                for day in one.days:
                    on_day[day].append(one)
            for day, there in sorted(on_day.items()):
                cell = (there[0].unit, day)
                if (
                    len(there) == 1
                    and day in self.hidden[there[0].unit]
                    and cell not in self.corners
                    and cell not in self.tried
                ):
                    self.tried.add(cell)
                    self._add_rectangle(there[0], day)
        return self._count() > before

    def _add_rectangle(self, one: Reports, day: date) -> None:
        """Hides the corners that need the fewest new cells, and withholds their zones.

        Rather those that report alike, for one day; else any that report on it, for their whole year. Where
        there is no rectangle, another commune of the former province is hidden and both zones are withheld in
        the country too; all zones of the former province, where no other reports on the day (`said_hidden`).
        A former province that is one commune can't be helped: it is its own total.
        """
        beside = [
            block for block in self.blocks if block.side == one.block.side and block.zones != one.block.zones
        ]
        found = min(self._rectangles(one, day, beside), key=lambda rectangle: rectangle[0], default=None)
        if found:
            _, corners, withheld = found
            if all(corner.pattern == one.pattern for corner in corners):
                self.corners |= {(corner.unit, day) for corner in (one, *corners)}
        else:
            others = [other for block in beside for other in self.blocks[block]]
            if not others:
                return
            corners = [
                min(
                    others,
                    key=lambda other: (other.pattern != one.pattern, day not in other.days, other.place),
                )
            ]
            places = {*one.block.provinces, one.block.province, COUNTRY_UNIT}
            # Where none of them reports on the day, any of them may be said to be hidden beside it.
            company = corners if day in corners[0].days else others
            withheld = set[Withheld]().union(
                *(_withheld(places, one.block, other.block, day) for other in company)
            )
        self.withheld |= withheld
        for corner in corners:
            self.hidden[corner.unit] |= {day} if corner.pattern == one.pattern else corner.days

    def _rectangles(
        self, one: Reports, day: date, beside: Sequence[Block]
    ) -> Iterator[tuple[tuple, list[Reports], set[Withheld]]]:
        """What ranks them; the corners beside, across and opposite of a commune; the zones withheld."""
        corner_of = cache(partial(self._corner, one=one, day=day))  # of a block, which many rectangles share
        for along in beside:
            first = corner_of(along)
            for across in self.with_zones[one.block.zones] if first else ():
                if across.side == one.block.side or across._replace(zones=along.zones) not in self.blocks:
                    continue
                rest = [corner_of(block) for block in (across, across._replace(zones=along.zones))]
                corners = [corner for corner in (first, *rest) if corner is not None]
                if len(corners) < 3:
                    continue
                places = {*one.block.provinces, *across.provinces}
                if across.province != one.block.province:
                    places |= {one.block.province, across.province}
                withheld = _withheld(places, one.block, along, day)
                unlike = sum(corner.pattern != one.pattern for corner in corners)
                new = sum(day not in self.hidden[corner.unit] for corner in corners)
                order = [corner.place for corner in corners]
                rows = len(withheld - self.withheld) - ROWS_OF_ONE * sum(
                    len(self.blocks[corner.block]) == 1 and (corner.unit, day) not in self.corners
                    for corner in corners
                )  # one rectangle for two that are alone
                yield (unlike, new, rows, order), corners, withheld

    def _corner(self, block: Block, one: Reports, day: date) -> Reports | None:
        """The commune of a block that reports on a day: rather one that reports alike, or is hidden."""
        return min(
            (other for other in self.blocks[block] if day in other.days),
            key=lambda other: (other.pattern != one.pattern, day not in self.hidden[other.unit], other.place),
            default=None,
        )

    def _count(self) -> int:
        return sum(map(len, self.hidden.values())) + len(self.withheld)


def _withheld(places: Iterable[int], one: Block, other: Block, day: date) -> set[Withheld]:
    return {(place, zone, day) for place in places for zone in (*one.zones, *other.zones)}
