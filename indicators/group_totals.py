"""What a province's communes say together of an ethnic group, from lists of what each of them said.

What is hidden is decided by provinces, and there are thousands of communes by dozens of groups: they are
judged as rows are (`soundness`) and added up, without a record for each.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from indicators.areas import Areas
from indicators.model import Indicator
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


class Told(NamedTuple):
    """What is told of ethnic groups at any time: the measures by group, and whether groups are shares."""

    measures: Mapping[str, frozenset[str]]
    shares: bool


def told_by_group(indicator: Indicator, lists: Iterable[GroupList], rules: Rules) -> Told:
    """What is told of ethnic groups for an indicator.

    Groups are shares where the numerator counts some of them wholly and the others not at all, as "ethnic
    minorities" does. Then a group's own denominator is its numerator, and says nothing.
    """
    by_group: dict[str, list[GroupList]] = defaultdict(list)
    for one in lists:
        by_group[one.ethnic].append(one)
    measures: dict[str, frozenset[str]] = {}
    whole = absent = differs = False
    for group, of_group in by_group.items():
        said = {(one.measure, one.start, one.end): of for one, of in sound_values(of_group, rules) if of}
        if said:
            told = measures[group] = frozenset(measure for measure, _, _ in said)
            above, below = (bool(told & set(side)) for side in (indicator.numerator, indicator.denominator))
            whole, absent = whole or above, absent or (below and not above)
            differs = differs or not _is_whole(indicator, said)
    return Told(measures, whole and absent and not differs)


def _is_whole(indicator: Indicator, said: Mapping[tuple, Mapping[int, float]]) -> bool:
    """Whether the numerator is the denominator, part by part, wherever it is told."""
    below = dict(zip(indicator.numerator, indicator.denominator, strict=False))
    return all(
        values.items() <= said.get((below.get(measure), *period), {}).items()
        for (measure, *period), values in said.items()
        if measure in indicator.numerator
    )


def rows_of(lists: Iterable[GroupList], area_keys: Container[int] | None) -> Iterator[Row]:
    """The rows that lists stand for, of some areas or of all."""
    for one in lists:
        for area_key, value in zip(one.area_keys, one.values, strict=True):
            if area_keys is None or area_key in area_keys:
                yield _row(one, area_key, value)


def above_communes(lists: Iterable[GroupList], areas: Areas) -> Iterator[Row]:
    """The rows that are not of communes; rows of unknown areas are none either."""
    above = {key for key, version in areas.versions.items() if version.level != "commune"}
    return rows_of((one for one in lists if not above.isdisjoint(one.area_keys)), above)


def sound_values(lists: Iterable[GroupList], rules: Rules) -> Iterator[tuple[GroupList, dict[int, float]]]:
    """What areas say that is sound and among the newest, with a list of the same measure, period and group.

    The rules are those of `sound_facts`.
    """
    said: dict[tuple, list[GroupList]] = defaultdict(list)
    for one in lists:
        later = rules.as_of_load is not None and one.load_id > rules.as_of_load
        if one.load_id in rules.approved_loads and not later and one.ethnic in rules.ethnic_codes:
            said[one.measure, one.start, one.end, one.ethnic].append(one)
    sound: dict[tuple, _Sound] = {}
    for of_group in said.values():
        first = of_group[0]
        is_sound = sound.setdefault((first.measure, first.start, first.end), _Sound(first, rules))
        negative = not rules.additive.get(first.measure)
        yield (
            first,
            {
                area_key: value
                for area_key, value in _newest(of_group).items()
                if is_sound[area_key] and (value >= 0 or (negative and value < 0))  # and not NaN
            },
        )


def group_totals(lists: Iterable[GroupList], rules: Rules) -> list[Fact]:
    """The sound values among the newest; those of a province's communes are one, under one of them."""
    place_of, found = _Places(rules.areas), []
    for one, values in sound_values(lists, rules):
        totals: dict[int, float] = defaultdict(float)
        for area_key, value in values.items():
            totals[place_of[area_key]] += value
        found += [_sum(one, place, total) for place, total in totals.items()]
    return found


class _Sound(dict[int, bool]):
    """Whether rules let areas have a value in a period, found once for all groups."""

    def __init__(self, one: GroupList, rules: Rules):
        super().__init__()
        self._one, self._rules = one, rules

    def __missing__(self, area_key: int) -> bool:
        self[area_key] = not fault_of(_row(self._one, area_key, SOUND), self._rules)[0]
        return self[area_key]


class _Places(dict[int, int]):
    """Under which area the value of each is added up."""

    def __init__(self, areas: Areas):
        super().__init__()
        self._areas, self._communes = areas, dict[int | None, int]()

    def __missing__(self, area_key: int) -> int:
        self[area_key] = area_key
        if self._areas.versions[area_key].level == "commune":
            province = self._areas.province_of(area_key)
            self[area_key] = self._communes.setdefault(province, area_key)
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
