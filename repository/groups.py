"""Values of an indicator by ethnic group, from the rows that name one."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from typing import cast

from indicators.areas import Areas
from indicators.disclosure import COUNTRY_UNIT, NOTHING_HIDDEN, Hidden
from indicators.formulas import Formula
from indicators.group_totals import GroupList, Told, rows_of, told_by_group
from indicators.groups import GroupValue, withheld_value
from indicators.listed import answering_province
from indicators.model import COUNTRY, Amount, Indicator
from indicators.pair_faults import unsound_pairs
from indicators.periods import Period
from indicators.readings import Readings
from indicators.soundness import Fact, sound_facts
from indicators.tracks import sheets_of
from indicators.values import is_provisional, shown_parts
from repository.endings import days_held, endings
from repository.shared import Shared, marked
from repository.state import State
from warehouse.facts import read_group_lists


def ethnic_group_values(
    state: State,
    code: str,
    area_code: str,
    period: Period,
    boundaries: str,
    all_groups: Callable[[], Readings],
    shared: Shared,
    hidden: Hidden = NOTHING_HIDDEN,
) -> tuple[GroupValue, ...]:
    """The value of each ethnic group that has rows, the largest numerator first, the hidden ones at the end.

    A ratio stands over the group's own denominator. Where no denominator names groups, or the numerator only
    picks some groups out of it, it stands over that of all: the group's share. A group is provisional with
    the area's total: where it lives in few provinces the others have nothing to report of it.
    """
    indicator = state.catalogue[code]
    if indicator.applicable_until is not None and period.end > indicator.applicable_until:
        return ()
    if len(area_code) == 5 and state.min_cell > 1:
        return ()  # a commune's groups are too few people ever to be told apart
    told = _told(state, indicator, shared)
    if not any(measures & set(indicator.numerator) for measures in told.measures.values()):
        return ()
    whole = all_groups()
    total = whole.of_area(area_code, boundaries, period.start, period.end)
    lacking = is_provisional(whole, total)
    groups: dict[str, list[Fact]] = defaultdict(list)
    for fact in _facts(state, indicator, area_code, period, boundaries):
        groups[fact.ethnic or ""].append(fact)
    found: list[GroupValue] = []
    for group, facts in groups.items():
        own = not told.shares and set(indicator.denominator) <= told.measures[group]
        if indicator.kind == "ratio" and not own:
            amount, value = _alone(state, indicator, facts, area_code, period, boundaries), None
            if amount.numerator is not None and total.denominator and amount.numerator <= total.denominator:
                illustrative = amount.illustrative or total.illustrative
                amount = replace(amount, denominator=total.denominator, illustrative=illustrative)
                value = whole.formula.value(amount)
        else:
            readings = _readings(state, indicator, facts)
            amount = readings.of_area(area_code, boundaries, period.start, period.end)
            value = readings.formula.value(amount)
            if not amount.known and indicator.kind == "ratio":
                paired, _ = unsound_pairs(indicator, facts)  # what can't be right doesn't stand alone either
                amount = _alone(state, indicator, paired, area_code, period, boundaries)
        if amount.known:
            names, parts = state.dimensions.ethnic_groups[group], shown_parts(indicator, amount)
            provisional = lacking or amount.partial
            found.append(GroupValue(group, *names, *parts, value, provisional, amount.illustrative))
    withheld = hidden.withheld_groups(
        indicator.measures,
        _place(state.dimensions.areas, area_code, boundaries, period),
        period.start,
        period.end,
    )
    shown = [withheld_value(value) if value.code in withheld else value for value in found]
    return tuple(sorted(shown, key=lambda value: (value.suppressed, -_size(value), value.code)))


def _place(areas: Areas, area_code: str, boundaries: str, period: Period) -> int:
    """The province of today under which the groups of an area are hidden; 0 for the country."""
    if area_code == COUNTRY:
        return COUNTRY_UNIT
    return answering_province(areas, areas.find_province(area_code, boundaries, period.end))


def _told(state: State, indicator: Indicator, shared: Shared) -> Told:
    """What is told of groups by all rows that name one, found once for all areas, periods and processes."""
    mark = marked("groups", state.mark_of(indicator.code))
    if kept := shared.get(mark):
        return cast(Told, kept[0])
    lists = map(GroupList._make, read_group_lists(state.engine, indicator.measures))
    told = told_by_group(indicator, lists, state.rules)
    shared.set(mark, told)
    return told


def _facts(state: State, indicator: Indicator, area_code: str, period: Period, boundaries: str) -> list[Fact]:
    """The sound facts by group on which the values of an area in a period may rest."""
    areas, area_keys = state.dimensions.areas, None
    if area_code != COUNTRY and len(area_code) < 5:
        area_keys = areas.connected(areas.find_province(area_code, boundaries, period.end))
    ends = {
        end: ending
        for end, ending in endings(state, indicator.measures).items()
        if period.start <= end <= period.end
    }
    read = read_group_lists(state.engine, indicator.measures, days_held(ends.values()))
    lists = (one for one in map(GroupList._make, read) if one.end in ends)
    return sound_facts(rows_of(lists, area_keys), state.rules)[0]


def _alone(
    state: State, indicator: Indicator, facts: list[Fact], area_code: str, period: Period, boundaries: str
) -> Amount:
    """The amount of the numerator by itself."""
    counted = replace(indicator, kind="count", denominator=())
    above = [fact for fact in facts if fact.measure in indicator.numerator]
    return _readings(state, counted, above).of_area(area_code, boundaries, period.start, period.end)


def _readings(state: State, indicator: Indicator, facts: list[Fact]) -> Readings:
    weight = state.dimensions.weights.get(indicator.numerator[0]) if indicator.kind == "score" else None
    formula = Formula(indicator, state.dimensions.flows & set(indicator.measures), weight)
    areas, pairs = state.dimensions.areas, unsound_pairs(indicator, facts)[0]
    return Readings(formula, areas, sheets_of(pairs, areas.units), state.enough)


def _size(value: GroupValue) -> float:
    return next((size for size in (value.numerator, value.value) if size is not None), 0.0)
