"""What is wrong with rows, judged by the day on which their periods end; and which reports came.

Measures that one indicator or a chain of them joins are judged together. After a load those are looked at
that it brought, and of their days those alone are read and judged again that it touches.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple, cast

from indicators.catalogue import definition_hash
from indicators.doubtful import GroupRows, doubtful_rows
from indicators.judging import contradictions, faults_of_facts
from indicators.measure_families import circles
from indicators.model import Fault, Indicator
from indicators.quality import Obligation
from indicators.soundness import Row, sound_facts
from indicators.tracks import Sheets
from repository.endings import Ending, all_endings, days_held
from repository.shared import Shared, marked
from repository.state import CALCULATION, State
from warehouse.facts import read_facts, read_facts_of_loads, read_first_reports, read_loads_of_facts
from warehouse.group_rows import read_group_rows

Reports = dict[tuple[str, int, date], date]  # when a measure of an area and a period first had a value


class Judged(NamedTuple):
    """What is wrong with some rows, and the first reports of what was due."""

    faults: tuple[Fault, ...]
    reports: Reports


class Part(NamedTuple):
    """What was judged of the rows that end on a day, and the mark of these rows."""

    mark: str
    judged: Judged
    pairs: Mapping[str, Sheets]  # by indicator: what another day may contradict


Parts = dict[date | None, Part]


def read_judged(state: State, shared: Shared, obligations: Iterable[Obligation]) -> Judged:
    """What is wrong with the rows of all loads that a state knows, and the first reports of what was due."""
    due: dict[str, set[int]] = defaultdict(set)
    for one in obligations:
        due[one.measure].add(one.area_key)
    found = [
        _of_measures(state, shared, measures, {one: sorted(due[one]) for one in measures if one in due})
        for measures in _joined_measures(state)
    ]
    faults = (*chain.from_iterable(one.faults for one in found), *_of_loads_not_approved(state))
    return Judged(faults, {key: on for one in found for key, on in one.reports.items()})


def _joined_measures(state: State) -> list[list[str]]:
    """The measures of all rows, those together that are judged together."""
    names, joined = circles(state.catalogue), defaultdict[str, list[str]](list)
    for measure in sorted({measure for of_load in state.dimensions.brought.values() for measure in of_load}):
        joined[names.get(measure, measure)].append(measure)
    return list(joined.values())


def _of_measures(
    state: State, shared: Shared, measures: Sequence[str], due: Mapping[str, Collection[int]]
) -> Judged:
    """What was judged of some measures: kept, or else put together from their days."""
    indicators = [one for one in state.catalogue if not set(measures).isdisjoint(one.measures)]
    found = all_endings(state, measures)
    basis = marked(CALCULATION, state.dimensions.content, definition_hash(*indicators), measures, due)
    mark = marked("judged", basis, sorted((str(end), one.mark) for end, one in found.items()))
    if kept := shared.get(mark):
        return kept[0]
    by_day = marked("judged by day", basis)
    before: Parts = known[0] if (known := shared.get(by_day)) else {}
    parts = {end: part for end, part in before.items() if end in found and part.mark == found[end].mark}
    if missing := {end: one for end, one in found.items() if end not in parts}:
        parts |= _read_parts(state, measures, indicators, missing, days_known=bool(parts))
        if state.as_of_load is None:
            shared.set(by_day, parts)
    judged = _together(state, indicators, parts)
    shared.set(mark, judged)
    return judged


def _together(state: State, indicators: Iterable[Indicator], parts: Parts) -> Judged:
    """What was judged of all days, with what contradicts another day."""
    across = [
        fault
        for one in indicators
        for fault in contradictions(
            one, [part.pairs.get(one.code, {}) for part in parts.values()], state.rules
        )
    ]
    each = [part.judged for part in parts.values()]
    faults = (*chain.from_iterable(one.faults for one in each), *across)
    return Judged(faults, {key: on for one in each for key, on in one.reports.items()})


def _read_parts(
    state: State,
    measures: Sequence[str],
    indicators: Sequence[Indicator],
    missing: Mapping[date | None, Ending],
    *,
    days_known: bool,
) -> Parts:
    """What is read and judged of the days that are missing: of all days where none is known."""
    ends, rules = days_held(missing.values()) if days_known else None, state.rules
    totals = cast(Iterable[Row], read_facts(state.engine, measures, state.as_of_load, ends))
    groups = map(GroupRows._make, read_group_rows(state.engine, measures, ends))
    approved = (one for one in groups if one.load_id in rules.approved_loads and one.end in missing)
    rows = (one for one in totals if one.load_id in rules.approved_loads and one.end in missing)
    facts, faults = sound_facts(chain(rows, doubtful_rows(approved, rules)), rules)
    listed, pairs = faults_of_facts(facts, indicators, rules, state.dimensions.flows)
    by_day: dict[date | None, list[Fault]] = defaultdict(list)
    for fault in (*faults, *listed):
        by_day[fault.period_end].append(fault)
    reports: dict[date | None, Reports] = defaultdict(dict)
    present, loads = state.dimensions.fingerprint.optional, state.counted_loads
    for key, on in read_first_reports(state.engine, present, loads, measures, ends).items():
        reports[key[2]][key] = on
    return {
        end: Part(one.mark, Judged(tuple(by_day[end]), reports[end]), pairs.get(end, {}))
        for end, one in missing.items()
    }


def _of_loads_not_approved(state: State) -> list[Fault]:
    """What is wrong with the rows of drafts, and of loads that the log doesn't know."""
    loads = tuple(one for one in read_loads_of_facts(state.engine) if one not in state.rules.approved_loads)
    if not loads:
        return []
    groups = map(GroupRows._make, read_group_rows(state.engine, loads=loads))
    totals = cast(Iterator[Row], read_facts_of_loads(state.engine, loads))
    return sound_facts(chain(totals, doubtful_rows(groups, state.rules)), state.rules)[1]
