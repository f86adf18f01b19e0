"""Which rows by ethnic group may be wrong, so that the rules are asked of these alone and not of millions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from indicators.soundness import Row, Rules, fault_of

SOUND = 1.0  # stands for a count that no rule refuses


class GroupRows(NamedTuple):
    """What a load says of a measure, an area and a period by ethnic group.

    `groups` names the group of each row whose value is a count that no rule refuses. A row whose value may be
    wrong is a record of its own: `sure` is False, and `alike` how many there are.
    """

    measure: str
    area_key: int
    start: date | None
    end: date | None
    load_id: int
    groups: tuple[str, ...]
    sure: bool
    value: float | None
    raw_value: object
    alike: int


def doubtful_rows(found: Iterable[GroupRows], rules: Rules) -> Iterator[Row]:
    """The rows of every measure, area and period in which anything may be wrong; nothing is in the others.

    Together with them stand all other rows of the same place, whatever their load: a later one may replace
    what is wrong. The value of a row that is sure is not its own.
    """
    places: dict[tuple, list[GroupRows]] = defaultdict(list)
    for one in found:
        places[one.measure, one.area_key, one.start, one.end].append(one)
    for rows in places.values():
        # One load may have written one day in two ways, and so say twice what looks like two places.
        once = len({one.load_id for one in rows}) == len(rows)
        if not (once and all(_is_sound(one, rules) for one in rows)):
            for one in rows:
                yield from _each(one)


def _is_sound(one: GroupRows, rules: Rules) -> bool:
    if not one.sure or one.load_id not in rules.approved_loads or len(set(one.groups)) < len(one.groups):
        return False
    return fault_of(_row(one, one.groups[0], SOUND, SOUND), rules) == ("", "") and all(
        group in rules.ethnic_codes for group in one.groups
    )


def _each(one: GroupRows) -> Iterator[Row]:
    for group in one.groups:
        value, raw = (SOUND, SOUND) if one.sure else (one.value, one.raw_value)
        for _ in range(1 if one.sure else one.alike):
            yield _row(one, group, value, raw)


def _row(one: GroupRows, group: str, value: float | None, raw: object) -> Row:
    return Row(one.measure, one.area_key, one.start, one.end, group, value, raw, False, False, one.load_id)
