"""An indicator's value for groups inside an area: zones of communes, ethnic groups."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from indicators.disclosure import COUNTRY_UNIT, NOTHING_HIDDEN, Hidden
from indicators.formulas import joined
from indicators.model import Amount
from indicators.periods import Period
from indicators.readings import Readings
from indicators.values import shown_parts

OUTSIDE = ""
ZONE_NAMES = {
    "I": ("Khu vực I", "Zone I"),
    "II": ("Khu vực II", "Zone II"),
    "III": ("Khu vực III", "Zone III"),
    OUTSIDE: ("Ngoài vùng", "Outside the zones"),
}


@dataclass(frozen=True, slots=True)
class GroupValue:
    """The value of one group: a zone (`I`, `II`, `III`, "" for communes outside them) or an ethnic group.

    `value` in the indicator's unit, None where it is not known. `reported` of `expected` communes have a pair
    (zones); both None for ethnic groups. `suppressed` where it is withheld, for what it would give away.
    """

    code: str
    name_vi: str
    name_en: str
    numerator: float | None
    denominator: float | None
    value: float | None
    provisional: bool
    illustrative: bool
    reported: int | None = None
    expected: int | None = None
    suppressed: bool = False


def zone_values(
    readings: Readings,
    period: Period,
    boundaries: str,
    parent: str | None,
    hidden: Hidden = NOTHING_HIDDEN,
) -> tuple[GroupValue, ...]:
    """The value of the communes of each zone, in the country or in one province; none where none reports.

    The communes are those of the provinces under a set of boundaries at the end of the period, by the zone
    that they have then. Raises UnknownParameter for a parent that is no province under these boundaries.
    """
    areas, ended = readings.areas, readings.formula.indicator.applicable_until
    if parent is None:
        provinces = areas.provinces(boundaries, period.end)
    else:
        provinces = (areas.find_province(parent, boundaries, period.end, "parent"),)
    if ended is not None and period.end > ended:
        return ()
    by_zone: dict[str, list[Amount]] = {zone: [] for zone in ZONE_NAMES}
    for province in provinces:
        for commune in readings.communes_under(boundaries, province, period.end):
            amount = readings.commune(areas.unit_of(commune.key), period.start, period.end)
            by_zone[commune.zone_code].append(amount)
    if not any(amount.known for amounts in by_zone.values() for amount in amounts):
        return ()
    measures = readings.formula.indicator.measures
    place = COUNTRY_UNIT if parent is None else provinces[0]
    withheld = hidden.withheld_zones(measures, place, period.start, period.end)
    found = (_zone_value(readings, zone, amounts) for zone, amounts in by_zone.items() if amounts)
    return tuple(withheld_value(zone) if zone.code in withheld else zone for zone in found)


def withheld_value(group: GroupValue) -> GroupValue:
    """The value of a group of which only is told that it is hidden."""
    return replace(
        group, numerator=None, denominator=None, value=None, provisional=False, reported=None, suppressed=True
    )


def _zone_value(readings: Readings, zone: str, amounts: Sequence[Amount]) -> GroupValue:
    total, reported = joined(amounts), sum(amount.known for amount in amounts)
    numerator, denominator = shown_parts(readings.formula.indicator, total)
    return GroupValue(
        zone,
        *ZONE_NAMES[zone],
        numerator,
        denominator,
        value=readings.formula.value(total),
        provisional=total.known and (total.partial or reported < readings.enough * len(amounts)),
        illustrative=total.illustrative,
        reported=reported,
        expected=len(amounts),
    )
