"""What provinces are compared by, from the warehouse: the census, and the zones of the communes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from geodata.regions import same_region
from indicators.areas import MERGER, Areas
from indicators.model import Value, ValueTable
from indicators.peers import Features, Peers, peers
from indicators.periods import Period

MINORITY_SHARE = "X01"  # over the population, so it holds both
ZONES = ("I", "II", "III")
PEERS, REGION = "peers", "region"


def province_peers(areas: Areas, area_code: str, day: date, census: ValueTable | None) -> Peers:
    """The provinces of today most like one, by the census and by the communes in force on a day.

    Before the merger these are the communes of its first day: no commune of an older date has a zone that
    could be compared. Where no commune at all has a zone, how many is not known; it is not zero.
    Raises UnknownParameter for an area that is no province of today.
    """
    day = max(day, MERGER)
    areas.find_province(area_code, "34", day)
    values = {value.area_code: value for value in census.values} if census else {}
    found = peers(_features(areas, day, values), area_code)
    illustrative = any(value.illustrative for value in values.values())
    return replace(found, census=census.period if census else None, illustrative=illustrative)


def newest_census(codes: Sequence[str], end: date, read: Callable[[str], ValueTable]) -> ValueTable | None:
    """The values of the newest of these periods that ended by a day and in which enough provinces report.

    Where in none enough do it is the newest with a value; None where there is none.
    """
    tables = [read(code) for code in reversed(codes) if Period.parse(code).end <= end]
    known = [table for table in tables if table.national.value is not None]
    whole = (table for table in known if not table.national.provisional)
    return next(whole, known[0] if known else None)


def group_codes(group: str, area_code: str, found: Peers | None) -> tuple[str, ...]:
    """The codes of a group without the province itself: its peers, its former region, or those named."""
    if group == PEERS:
        return found.codes if found else ()
    if group == REGION:
        return same_region(area_code)
    return tuple(code for code in dict.fromkeys(group.split(",")) if code != area_code)


def _features(areas: Areas, day: date, values: dict[str, Value]) -> list[Features]:
    units = areas.provinces("34", day)
    communes = {unit: areas.communes(unit, day) for unit in units}
    any_zone = any(commune.zone in ZONES for found in communes.values() for commune in found)
    features = []
    for unit in units:
        version = areas.version_at(unit, day)
        value = values.get(version.code)
        zoned = sum(commune.zone in ZONES for commune in communes[unit])
        features.append(
            Features(
                version.code,
                version.name_vi,
                version.name_en,
                value.value if value else None,
                zoned if any_zone and communes[unit] else None,
                value.denominator if value else None,
            )
        )
    return features
