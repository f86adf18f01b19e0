"""Answers of one indicator from its facts: values, paths, periods, groups, and where they come from."""

from indicators.areas import MERGER
from indicators.disclosure import Hidden
from indicators.errors import UnknownParameter
from indicators.groups import GroupValue, zone_values
from indicators.loads import Origin
from indicators.model import COUNTRY, Series, Target, Value, ValueTable
from indicators.periods import FREQUENCIES, Period, period_of, periods_between
from indicators.progress import active_target
from indicators.projection import Projection, projection
from indicators.readings import AmountOf
from indicators.series import series
from indicators.values import path_amount, value_table
from repository.asked import Asked
from repository.disclosure import read_hidden
from repository.groups import ethnic_group_values
from repository.milestones import milestone_periods, milestone_series, milestone_values
from repository.origin import value_origin
from repository.targets import read_own_targets, read_scope

Periods = dict[str, tuple[str, ...]]


def values_of(asked: Asked, period: str | None, boundaries: str, parent: str | None) -> ValueTable:
    """The values of a period in every province, or in every commune of `parent`."""
    wanted = Period.parse(period) if period else None
    if asked.indicator.kind == "milestone":
        return milestone_values(asked.state, asked.code, wanted, boundaries, parent)
    readings = asked.readings()
    found = wanted or readings.newest() or period_of(asked.state.today, "month")
    return value_table(readings, found, boundaries, parent, read_scope(asked.state, asked.code))


def series_of(asked: Asked, area_code: str, boundaries: str, frequency: str) -> Series:
    """The path of an area over all its periods of a frequency."""
    if asked.indicator.kind == "milestone":
        return milestone_series(asked.state, asked.code, area_code, boundaries, frequency)
    return series(asked.readings(), area_code, boundaries, frequency, asked.state.load_id)


def periods_of(asked: Asked) -> Periods:
    """The codes of the periods with data by frequency, oldest first."""
    if asked.indicator.kind == "milestone":
        return milestone_periods(asked.state, asked.code)
    readings = asked.readings()
    span, seen = readings.span(), readings.observed
    return {
        frequency: tuple(
            period.code
            for period in (periods_between(*span, frequency) if span else ())
            if any(period.start <= one.end <= period.end for one in seen)
        )
        for frequency in FREQUENCIES
    }


def projection_of(asked: Asked, area_code: str, boundaries: str, period: str | None) -> Projection | None:
    """Where the pace up to the end of a period leads; None without a target ahead or with few points."""
    readings, definition, targets = asked.readings(), asked.indicator, asked.indicator.targets
    found = Period.parse(period) if period else readings.newest()
    if found is None:
        return None
    amount: AmountOf = readings.country
    if area_code != COUNTRY:
        unit = asked.state.dimensions.areas.find_province(area_code, boundaries, found.end)
        targets = read_own_targets(asked.state, asked.code).get(unit, targets)
        amount = path_amount(readings, unit, boundaries, found.end)
    target = _target_ahead(targets, area_code, found)
    ended = definition.applicable_until is not None and found.end > definition.applicable_until
    if target is None or ended:
        return None
    return projection(definition, readings.path(amount, found.end), target.date, target.value)


def zones_of(asked: Asked, period: str, boundaries: str, parent: str | None) -> tuple[GroupValue, ...]:
    """The values of the communes of zones I, II, III and outside."""
    return zone_values(asked.readings(), Period.parse(period), boundaries, parent, asked.hidden())


def ethnic_groups_of(asked: Asked, period: str, area_code: str, boundaries: str) -> tuple[GroupValue, ...]:
    """The value of each ethnic group that has rows of its own, the largest first."""
    found, shared = Period.parse(period), asked.repository.answers.shared
    return ethnic_group_values(
        asked.state, asked.code, area_code, found, boundaries, asked.readings, shared, asked.hidden()
    )


def origin_of(asked: Asked, area_code: str, period: str | None, boundaries: str) -> Origin:
    """Where a value comes from: measures, loads, what its area was made of."""
    value = _find_value(asked, area_code, period, boundaries)
    readings = None if asked.indicator.kind == "milestone" else asked.readings()
    return value_origin(asked.state, value, readings)


def hidden_of(asked: Asked, *codes: str) -> Hidden:
    """What is hidden of the indicators of a circle, the same for every load that can be asked for."""
    return read_hidden(asked.state, codes, asked.repository.answers.shared)


def _find_value(asked: Asked, area_code: str, period: str | None, boundaries: str) -> Value:
    """The value of the country, a province or a commune."""
    repository, code, load = asked.repository, asked.code, asked.as_of_load
    newest = repository.read_values(code, period, boundaries, as_of_load=load)
    for value in (newest.national, *newest.values):
        if value.area_code == area_code:
            return value
    if len(area_code) == 5:
        day = max(Period.parse(newest.period).end, MERGER)
        parent = asked.state.dimensions.areas.province_of_commune(area_code, day)
        if parent is not None:
            table = repository.read_values(code, newest.period, "34", parent, load)
            return next(value for value in table.values if value.area_code == area_code)
    allowed = (COUNTRY, *(value.area_code for value in newest.values))
    raise UnknownParameter("area", area_code, allowed, missing=True)


def _target_ahead(targets: tuple[Target, ...], area_code: str, period: Period) -> Target | None:
    """The target that an area is under way to at the end of a period; None where none lies ahead."""
    in_force = [
        one
        for one in targets
        if (one.superseded_on is None or period.end < one.superseded_on)
        and (not one.provinces or area_code in one.provinces)
    ]
    found = active_target(in_force, period.end)
    return found if found is not None and period.end < found.date else None
