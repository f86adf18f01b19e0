"""How completely and how timely provinces report, by the province that answers today."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from indicators.areas import Areas
from indicators.errors import UnknownParameter
from indicators.listed import answering_province
from indicators.periods import Period
from indicators.quality import Completeness, Obligation


@dataclass(frozen=True, slots=True)
class Tally:
    """How many reports of a province were due for a period, how many came, how many in time."""

    province: str
    period: str
    due: int
    reported: int
    on_time: int


@dataclass(frozen=True, slots=True)
class Reporting:
    """The tallies by month, with the provinces (code, names) in the order of their codes.

    `last_due` is the newest month whose reports were all due, None where none was; nothing later is tallied.
    """

    provinces: tuple[tuple[str, str, str], ...]
    tallies: tuple[Tally, ...]
    last_due: str | None


def reporting(
    completeness: Iterable[Completeness], obligations: Iterable[Obligation], areas: Areas, today: date
) -> Reporting:
    """The tallies of today's provinces; what a former province owed counts with what it became."""
    last_days: dict[str, date] = {}
    for obligation in obligations:
        month = f"{obligation.period_end:%Y-%m}"
        last_days[month] = max(obligation.due, last_days.get(month, date.min))
    last_due = max((month for month, day in last_days.items() if day < today), default=None)
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for one in completeness:
        province = _answering(one.area_code, one.period, areas, today)
        if province is not None and last_due is not None and one.period <= last_due:
            for place, count in enumerate((one.due, one.reported, one.on_time)):
                counts[province, one.period][place] += count
    provinces = [areas.version_at(unit, today) for unit in areas.provinces("34", today)]
    return Reporting(
        tuple((version.code, version.name_vi, version.name_en) for version in provinces),
        tuple(Tally(*key, *tally) for key, tally in sorted(counts.items())),
        last_due,
    )


def by_frequency(tallies: Iterable[Tally], frequency: str) -> tuple[Tally, ...]:
    """The tallies added up to quarters or years; months stay as they are."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for one in tallies:
        for place, count in enumerate((one.due, one.reported, one.on_time)):
            counts[one.province, _longer(one.period, frequency)][place] += count
    return tuple(Tally(*key, *tally) for key, tally in sorted(counts.items()))


def together(tallies: Iterable[Tally], period: str | None) -> Tally:
    """The tally of all provinces in a period."""
    mine = [one for one in tallies if one.period == period]
    return Tally(
        "",
        period or "",
        sum(one.due for one in mine),
        sum(one.reported for one in mine),
        sum(one.on_time for one in mine),
    )


def _answering(code: str, period: str, areas: Areas, today: date) -> str | None:
    """Today's code of the province that had a code in a period."""
    end = Period.parse(period).end
    try:
        unit = areas.find_province(code, "reported", end)
    except UnknownParameter:
        return None
    return areas.version_at(answering_province(areas, unit), today).code


def _longer(month: str, frequency: str) -> str:
    if frequency == "year":
        return month[:4]
    return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}" if frequency == "quarter" else month
