"""What later loads changed: figures that were sent anew, and the national values that came out otherwise."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import cast

from indicators.errors import UnknownParameter
from indicators.loads import Changes, NationalChange, Revision
from indicators.model import ValueTable
from indicators.soundness import Fact, Row, sound_facts
from repository.state import State
from warehouse.facts import read_facts, read_facts_of_loads

# The values of an indicator, as of a load, in a period; None is the newest of either.
NationalValues = Callable[[str, int | None, str | None], ValueTable]
Hides = Callable[[str, int, date | None], bool]  # a measure, an area version, the end of a row
Key = tuple  # measure, area version, first and last day: a figure, whichever load it came with


def changes_since(state: State, since: int, national: NationalValues, hides: Hides) -> Changes:
    """What approved loads after `since` changed. Raises UnknownParameter for one that is not approved."""
    approved = state.dimensions.approved
    if since not in approved:
        raise UnknownParameter("as_of_load", str(since), tuple(map(str, approved)))
    later = frozenset(number for number in approved if number > since)
    loads = tuple(load for load in state.dimensions.log if load.load_id in later)
    return Changes(
        since=since,
        until=state.load_id,
        loads=loads,
        revisions=_revisions(state, since, hides) if later else (),
        national=tuple(_national(state, since, national)) if later else (),
    )


def _revisions(state: State, since: int, hides: Hides) -> tuple[Revision, ...]:
    """The figures known then that a later load replaced by another number or by none, the newest first."""
    brought = {load: of for load, of in state.dimensions.brought.items() if load > since}
    measures = {measure for of in brought.values() for measure in of}
    ends = {end for of in brought.values() for rows in of.values() for end in rows}
    earlier_rows = cast(Iterable[Row], read_facts(state.engine, sorted(measures), since, ends))
    earlier, _ = sound_facts(earlier_rows, state.dimensions.rules(since, state.today))
    before = {_key(fact): fact for fact in earlier}
    rows = cast(Iterable[Row], read_facts_of_loads(state.engine, tuple(brought)))
    sent_anew = [row for row in rows if _key(row) in before]
    newest: dict[Key, int] = {}
    for row in sent_anew:
        newest[_key(row)] = max(row.load_id, newest.get(_key(row), 0))
    after = {_key(fact): fact for fact in sound_facts(sent_anew, state.rules)[0]}
    found = [
        _revision(state, before[key], load, after.get(key), hides)
        for key, load in newest.items()
        if key not in after or after[key].value != before[key].value
    ]
    return tuple(sorted(found, key=_newest_first))


def _key(row: Row | Fact) -> Key:
    return row.measure, row.area_key, row.start, row.end


def _revision(state: State, before: Fact, load: int, after: Fact | None, hides: Hides) -> Revision:
    hidden = hides(before.measure, before.area_key, before.end)
    version = state.dimensions.areas.versions[before.area_key]
    return Revision(
        measure_code=before.measure,
        area_code=version.code,
        area_name=version.name_vi,
        area_name_en=version.name_en,
        period_start=before.start,
        period_end=before.end,
        ethnic_code=None,
        load_before=before.load_id,
        before=None if hidden else before.value,
        load_after=load,
        after=after.value if after and not hidden else None,
        suppressed=hidden,
    )


def _newest_first(one: Revision) -> tuple:
    return -one.load_after, one.measure_code, one.area_code, one.period_start, one.period_end


def _national(state: State, since: int, national: NationalValues) -> Iterator[NationalChange]:
    """The indicators whose newest national value as of `since` is another today, or judged otherwise."""
    for indicator in state.catalogue:
        before = national(indicator.code, since, None).national
        after = national(indicator.code, None, before.period).national
        if (before.value, before.status) != (after.value, after.status):
            yield NationalChange(indicator.code, before, after)
