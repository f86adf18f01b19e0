"""The days of an axis that are labelled with their periods: few, so that they don't meet on a phone."""

from datetime import date

from indicators.model import Observation, Series
from indicators.periods import Period
from language import Language

# Two labelled ticks stand at least this share of the axis apart.
_TICK_DISTANCE = 0.2


def period_ticks(
    series: Series, path: list[Observation], span: tuple[date, date], lang: Language
) -> dict[str, str]:
    """The days to be labelled, with their periods' names: the newest, the deadline, the first, years."""
    periods = [Period.parse(point.period) for point in series.points]
    wanted: list[tuple[date, str]] = []
    if periods:
        wanted.append((periods[-1].end, lang.period(periods[-1].code)))
    if path:
        wanted.append((path[-1].on, lang.period(str(path[-1].on.year))))
    wanted += [(period.end, lang.period(period.code)) for period in periods[:1]]
    newest = periods[-1].end if periods else span[0]
    middle = newest + (span[1] - newest) / 2
    years = [date(year, 12, 31) for year in range(span[0].year, span[1].year)]
    wanted += [(day, lang.period(str(day.year))) for day in sorted(years, key=lambda day: abs(day - middle))]
    taken: list[date] = []
    ticks: dict[str, str] = {}
    for day, name in wanted:
        if all(abs((day - other).days) >= _TICK_DISTANCE * (span[1] - span[0]).days for other in taken):
            taken.append(day)
            ticks[day.isoformat()] = "<br>".join(name.replace("/", " ").rsplit(" ", 1))
    return ticks
