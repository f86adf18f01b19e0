"""The path of an indicator in an area over its periods, from its readings."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from indicators.areas import LAST_DAY_OF_63, MERGER, AreaVersion
from indicators.composition import OWN, Composition
from indicators.errors import UnknownParameter
from indicators.made_of import composition, reported_of
from indicators.model import COUNTRY, Amount, Series, SeriesPoint
from indicators.periods import Period, periods_between
from indicators.readings import Readings
from indicators.suppressed import said_hidden, suppressed_point
from indicators.values import COUNTRY_NAMES, is_provisional, shown_parts

# The names of an area, and what it amounts to and is made of in a period.
AreaOfSeries = tuple[tuple[str, str], Callable[[Period], Amount], Callable[[Period], Composition]]


def series(
    readings: Readings, area_code: str, boundaries: str, frequency: str, load_id: int | None
) -> Series:
    """The path of an area over every period of a frequency, from its first value to the newest row.

    "reported" follows the code: before the merger the old province of that code, after it the new one.
    Raises UnknownParameter for an area that is not there.
    """
    indicator = readings.formula.indicator
    names, amount_at, composed = _area_of_series(readings, area_code, boundaries)
    points: list[SeriesPoint] = []
    span = readings.span()
    for period in periods_between(*span, frequency) if span else ():
        if indicator.applicable_until is not None and period.end > indicator.applicable_until:
            break
        amount = amount_at(period)
        if not amount.known and not amount.hidden and not points:
            continue
        numerator, denominator = shown_parts(indicator, amount)
        points.append(
            suppressed_point(period.code, amount.illustrative)
            if amount.hidden
            else SeriesPoint(
                period=period.code,
                numerator=numerator,
                denominator=denominator,
                value=readings.formula.value(amount),
                coverage=amount.coverage,
                provisional=is_provisional(readings, amount),
                preliminary=amount.preliminary,
                illustrative=amount.illustrative,
                observed_on=amount.observed_on,
                composition=composed(period),
            )
        )
    return Series(indicator.code, area_code, *names, boundaries, frequency, load_id, tuple(points))


def _area_of_series(readings: Readings, code: str, boundaries: str) -> AreaOfSeries:
    areas = readings.areas
    newest = (readings.span() or (MERGER, MERGER))[1]
    if code == COUNTRY:
        return COUNTRY_NAMES, lambda period: readings.country(period.start, period.end), _own
    if len(code) == 5:
        commune = areas.find_commune(code, newest)
        if commune is None:
            raise UnknownParameter("area", code, (COUNTRY, "01", "…", "96"), missing=True)
        return (commune.name_vi, commune.name_en), _commune_amount(readings, commune), _own
    if boundaries == "reported":
        return _reported_province(readings, code, newest)
    day = max(newest, MERGER) if boundaries == "34" else newest
    unit = areas.find_province(code, boundaries, day)
    version = areas.version_at(unit, day)
    return (
        (version.name_vi, version.name_en),
        lambda period: readings.province(boundaries, unit, period.start, period.end),
        lambda period: composition(readings, unit, boundaries, period),
    )


def _commune_amount(readings: Readings, commune: AreaVersion) -> Callable[[Period], Amount]:
    """The amount of a commune by period; hidden too where its silence would give a neighbour away."""
    unit, province = readings.areas.unit_of(commune.key), readings.areas.province_of(commune.key)

    def amount_at(period: Period) -> Amount:
        amount = readings.commune(unit, period.start, period.end)
        if amount.known or province is None:
            return amount
        beside = readings.communes_under("34", province, period.end)
        return replace(amount, hidden=commune.code in said_hidden(readings, beside, period))

    return amount_at


def _own(period: Period) -> Composition:
    return OWN


def _reported_province(readings: Readings, code: str, newest: date) -> AreaOfSeries:
    areas = readings.areas
    units = areas.units_with_code(code)
    if not units:
        allowed = sorted(
            {
                areas.version_at(u, newest).code
                for day in (LAST_DAY_OF_63, newest)
                for u in areas.provinces("reported", day)
            }
        )
        raise UnknownParameter("area", code, (COUNTRY, *allowed), missing=True)
    version = areas.version_at(units[-1], newest)

    def amount_at(period: Period) -> Amount:
        unit = next((unit for unit in units if areas.in_force(unit, period.end)), None)
        return readings.reported(unit, period.start, period.end) if unit is not None else Amount()

    return (
        (version.name_vi, version.name_en),
        amount_at,
        lambda period: reported_of(areas, code, period),
    )
