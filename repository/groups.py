"""Values of an indicator by ethnic group, from the rows that name one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import cast

from indicators.areas import Areas
from indicators.disclosure import COUNTRY_UNIT, NOTHING_HIDDEN, Hidden
from indicators.formulas import Formula
from indicators.groups import GroupValue, withheld_value
from indicators.listed import answering_province
from indicators.model import COUNTRY, Amount, Indicator
from indicators.pair_faults import unsound_pairs
from indicators.periods import Period
from indicators.readings import Readings
from indicators.soundness import Fact, Row, sound_facts
from indicators.tracks import sheets_of
from indicators.values import is_provisional, shown_parts
from repository.state import State
from warehouse.facts import read_facts_by_ethnic_group


def ethnic_group_values(
    state: State,
    code: str,
    area_code: str,
    period: Period,
    boundaries: str,
    all_groups: Callable[[], Readings],
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
    rows = cast(Iterable[Row], read_facts_by_ethnic_group(state.engine, indicator.measures))
    groups: dict[str, list[Fact]] = defaultdict(list)
    for fact in sound_facts(rows, state.rules)[0]:
        groups[fact.ethnic or ""].append(fact)
    if not any(_measures(facts) & set(indicator.numerator) for facts in groups.values()):
        return ()
    whole = all_groups()
    total = whole.of_area(area_code, boundaries, period.start, period.end)
    lacking, shares = is_provisional(whole, total), _picks_groups(indicator, groups)
    found: list[GroupValue] = []
    for group, facts in groups.items():
        if indicator.kind == "ratio" and (shares or not set(indicator.denominator) <= _measures(facts)):
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


def _measures(facts: Iterable[Fact]) -> set[str]:
    return {fact.measure for fact in facts}


def _picks_groups(indicator: Indicator, groups: Mapping[str, list[Fact]]) -> bool:
    """Whether the numerator counts some groups wholly and the others not at all, as "ethnic minorities" does.

    Then a group's own denominator is its numerator, and says nothing.
    """
    whole = absent = False
    for facts in groups.values():
        above, below = (_by_place(facts, side) for side in (indicator.numerator, indicator.denominator))
        if above and any(below.get(place) != value for place, value in above.items()):
            return False
        whole, absent = whole or bool(above), absent or bool(below and not above)
    return whole and absent


def _by_place(facts: Iterable[Fact], measures: tuple[str, ...]) -> dict[tuple, float]:
    return {
        (measures.index(fact.measure), fact.area_key, fact.start, fact.end): fact.value
        for fact in facts
        if fact.measure in measures
    }


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
