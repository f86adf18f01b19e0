"""Answers made of other answers: the card of an indicator, its column of the scorecard, its paths."""

from indicators.cards import Card
from indicators.model import Series, Value, ValueTable
from indicators.periods import Period
from indicators.scorecard import Column, judged_later
from repository.asked import Asked
from repository.comparison import newest_column, province_paths


def card_of(asked: Asked, last_month: str) -> Card:
    """What the overview says of an indicator at the end of a month: its newest value, its path and change."""
    repository, definition, load = asked.repository, asked.indicator, asked.as_of_load
    frequency = "year" if definition.cycle == "year" else "quarter"
    value = _judged_now(asked, repository.read_values(asked.code, as_of_load=load).national, last_month)
    path = repository.read_series(asked.code, frequency=frequency, as_of_load=load)
    earlier = Period.parse(value.period).previous_year().code
    known = value.value is not None and path.points
    before = repository.read_values(asked.code, earlier, as_of_load=load).national if known else None
    milestones = repository.read_milestones(as_of_load=load) if definition.kind == "milestone" else ()
    mine = tuple(one for one in milestones if one.code == asked.code)
    return Card(definition, value, path, before, _change(before, value), mine)


def column_of(asked: Asked, period: str | None, last_month: str) -> Column:
    """The newest values of today's provinces that the end of a period or a month knows, judged then."""
    wanted = Period.parse(period) if period else None

    def read(code: str | None) -> ValueTable:
        return asked.repository.read_values(asked.code, code, as_of_load=asked.as_of_load)

    newest = None
    if asked.indicator.kind != "milestone":
        newest = asked.readings().newest(wanted.end) if wanted else Period.parse(read(None).period)
    return newest_column(asked.indicator, newest, wanted, Period.parse(last_month), read)


def paths_of(asked: Asked) -> dict[str, Series]:
    """The paths of today's provinces and of the country, by code."""
    repository, code, load = asked.repository, asked.code, asked.as_of_load
    codes = [value.area_code for value in repository.read_values(code, as_of_load=load).values]
    return province_paths(
        asked.indicator,
        codes,
        lambda area, frequency: repository.read_series(code, area, frequency=frequency, as_of_load=load),
    )


def _judged_now(asked: Asked, newest: Value, last_month: str) -> Value:
    """The newest value with the status that it has at a month's end, not the one it had at its own period's.

    Since then its deadline may have passed, its population may have ended, or its source gone silent.
    """
    month = Period.parse(last_month)
    if Period.parse(newest.period).end >= month.end:
        return newest
    now = asked.repository.read_values(newest.indicator, month.code, as_of_load=asked.as_of_load).national
    return judged_later(newest, now)


def _change(before: Value | None, after: Value) -> float | None:
    if before is None or before.value is None or after.value is None:
        return None
    return None if before.provisional or after.provisional else after.value - before.value
