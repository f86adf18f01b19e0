"""What a province's communes say together of an ethnic group, from lists of what each of them said.

What is hidden is decided by provinces, and there are thousands of communes by dozens of groups: they are
judged as rows are (`soundness`) and added up, without a record for each.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from indicators.areas import Areas
from indicators.soundness import Fact, Row, Rules, fault_of

SOUND = 1.0  # stands for a value that no rule refuses
NOTHING = float("nan")


class GroupList(NamedTuple):
    """What areas said with a load of a measure and a period by one ethnic group; NaN for no value."""

    measure: str
    start: date | None
    end: date | None
    ethnic: str
    preliminary: bool
    illustrative: bool
    load_id: int
    area_keys: Sequence[int]
    values: Sequence[float]


def above_communes(lists: Iterable[GroupList], areas: Areas) -> Iterator[Row]:
    """The rows that are not of communes; rows of unknown areas are none either."""
    above = {key for key, version in areas.versions.items() if version.level != "commune"}
    for one in lists:
        if not above.isdisjoint(one.area_keys):
            for area_key, value in zip(one.area_keys, one.values, strict=True):
                if area_key in above:
                    yield _row(one, area_key, value)


def group_totals(lists: Iterable[GroupList], rules: Rules) -> list[Fact]:
    """The sound facts among the newest; those of a province's communes are one, which stands under a commune.

    The rules are those of `sound_facts`.
    """
    said: dict[tuple, list[GroupList]] = defaultdict(list)
    for one in lists:
        later = rules.as_of_load is not None and one.load_id > rules.as_of_load
        if one.load_id in rules.approved_loads and not later and one.ethnic in rules.ethnic_codes:
            said[one.measure, one.start, one.end, one.ethnic].append(one)
    places: dict[tuple, _Places] = {}
    found = []
    for of_group in said.values():
        first = of_group[0]
        place_of = places.setdefault((first.measure, first.start, first.end), _Places(first, rules))
        negative = not rules.additive.get(first.measure)
        totals: dict[int, float] = defaultdict(float)
        for area_key, value in _newest(of_group).items():
            place = place_of[area_key]
            if place is not None and (value >= 0 or (negative and value < 0)):  # and not NaN
                totals[place] += value
        found += [_sum(first, place, total) for place, total in totals.items()]
    return found


class _Places(dict[int, int | None]):
    """Under which area the value of each is added up in a period; None where no rule lets it count."""

    def __init__(self, one: GroupList, rules: Rules):
        super().__init__()
        self._one, self._rules = one, rules
        self._communes: dict[int | None, int] = {}

    def __missing__(self, area_key: int) -> int | None:
        areas, sound = self._rules.areas, not fault_of(_row(self._one, area_key, SOUND), self._rules)[0]
        self[area_key] = area_key if sound else None
        if sound and areas.versions[area_key].level == "commune":
            self[area_key] = self._communes.setdefault(areas.province_of(area_key), area_key)
        return self[area_key]


def _newest(lists: list[GroupList]) -> dict[int, float]:
    """What each area said last; nothing of those of which a load said several things at once."""
    by_load: dict[int, list[GroupList]] = defaultdict(list)
    for one in lists:
        by_load[one.load_id].append(one)
    newest: dict[int, float] = {}
    for _, of_load in sorted(by_load.items()):
        area_keys = [key for one in of_load for key in one.area_keys]
        said = dict(zip(area_keys, (value for one in of_load for value in one.values), strict=True))
        if len(said) < len(area_keys):
            said |= {key: NOTHING for key, times in Counter(area_keys).items() if times > 1}
        newest |= said
    return newest


def _row(one: GroupList, area_key: int, value: float) -> Row:
    marks = one.preliminary, one.illustrative, one.load_id
    return Row(one.measure, area_key, one.start, one.end, one.ethnic, value, value, *marks)


def _sum(one: GroupList, area_key: int, value: float) -> Fact:
    assert one.start is not None
    assert one.end is not None
    marks = one.preliminary, one.illustrative, one.load_id
    return Fact(one.measure, area_key, one.start, one.end, value, *marks, one.ethnic)
