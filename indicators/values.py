"""Values and series of an indicator, with their statuses, from its readings."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from indicators.areas import MERGER, AreaVersion
from indicators.formulas import Formula
from indicators.made_of import sources
from indicators.model import (
    COUNTRY,
    Amount,
    Indicator,
    Judgement,
    Observation,
    Target,
    Value,
    ValueTable,
)
from indicators.periods import Period, period_of
from indicators.progress import DEFAULT_THRESHOLDS, Thresholds, judgement
from indicators.readings import AmountOf, Readings
from indicators.suppressed import said_hidden, suppressed_value, without_hidden
from indicators.survey import interval

COUNTRY_NAMES = ("Cả nước", "Viet Nam")


@dataclass(frozen=True, slots=True)
class Scope:
    """What values are judged by beside the readings; provinces' own targets by unit."""

    load_id: int | None
    thresholds: Thresholds = DEFAULT_THRESHOLDS
    own_targets: Mapping[int, tuple[Target, ...]] = field(default_factory=dict)


def value_table(
    readings: Readings, period: Period, boundaries: str, parent: str | None, scope: Scope
) -> ValueTable:
    """The values of a period: of all provinces, or of the communes of one, and of the country.

    Raises UnknownParameter for a parent that is no province under these boundaries.
    """
    national = _value(readings, period, boundaries, scope, COUNTRY, COUNTRY_NAMES, readings.country)
    if parent is None:
        units = readings.areas.provinces(boundaries, period.end)
        values = [province_value(readings, unit, period, boundaries, scope) for unit in units]
    else:
        province = readings.areas.find_province(parent, boundaries, period.end, "parent")
        communes = readings.communes_under(boundaries, province, period.end)
        values = [commune_value(readings, commune, period, boundaries, scope) for commune in communes]
        silent = said_hidden(readings, communes, period)
        values = [suppressed_value(value) if value.area_code in silent else value for value in values]
    indicator = readings.formula.indicator.code
    return ValueTable(indicator, period.code, boundaries, scope.load_id, tuple(values), national)


def province_value(readings: Readings, unit: int, period: Period, boundaries: str, scope: Scope) -> Value:
    """The value of one province; its path is harmonised to one set of boundaries before it is judged."""

    def amount(start: date, end: date) -> Amount:
        return readings.province(boundaries, unit, start, end)

    version = readings.areas.named_at(unit, boundaries, period.end)
    names, own = (version.name_vi, version.name_en), scope.own_targets.get(unit, ())
    path_of = path_amount(readings, unit, boundaries, period.end)
    value = _value(readings, period, boundaries, scope, version.code, names, amount, path_of, own)
    if value.value is not None or value.suppressed or value.status == "not_applicable":
        return value
    found = sources(readings, unit, boundaries, period)
    return replace(value, unknown=found.reason if found.how == "unknown" else "")


def path_amount(readings: Readings, unit: int, boundaries: str, day: date) -> AmountOf:
    """How a province's path is read: as it is today, or, for a past period "as reported", as it was then."""
    harmonised = boundaries if boundaries != "reported" else ("34" if day >= MERGER else "63")
    return lambda start, end: readings.province(harmonised, unit, start, end)


def commune_value(
    readings: Readings, commune: AreaVersion, period: Period, boundaries: str, scope: Scope
) -> Value:
    """The value of one commune, with its zone."""
    unit = readings.areas.unit_of(commune.key)
    names = (commune.name_vi, commune.name_en)

    def amount(start: date, end: date) -> Amount:
        return readings.commune(unit, start, end)

    return _value(readings, period, boundaries, scope, commune.code, names, amount, zone=commune.zone)


def _value(
    readings: Readings,
    period: Period,
    boundaries: str,
    scope: Scope,
    code: str,
    names: tuple[str, str],
    amount_of: AmountOf,
    path_of: AmountOf | None = None,
    own_targets: tuple[Target, ...] = (),
    zone: str | None = None,
) -> Value:
    formula = readings.formula
    indicator = formula.indicator
    ended = indicator.applicable_until is not None and period.end > indicator.applicable_until
    amount = Amount() if ended else amount_of(period.start, period.end)
    value = formula.value(amount)
    path_of = path_of or amount_of
    path = readings.path(path_of, period.end)
    judged = judgement(
        indicator,
        path,
        period.end,
        now=_observation(formula, amount),
        due=lambda target: _observation(formula, at_deadline(path_of, indicator, target)),
        targets=own_targets or common_targets(indicator, code),
        baseline=indicator.baseline if code == COUNTRY else None,
        thresholds=scope.thresholds,
    )
    numerator, denominator = shown_parts(indicator, amount)
    found = Value(
        indicator=indicator.code,
        area_code=code,
        area_name=names[0],
        area_name_en=names[1],
        boundaries=boundaries,
        period=period.code,
        numerator=numerator,
        denominator=denominator,
        value=value,
        coverage=amount.coverage,
        provisional=is_provisional(readings, amount),
        preliminary=amount.preliminary,
        illustrative=amount.illustrative,
        observed_on=amount.observed_on or (path[-1].on if path and not ended else None),
        zone=zone,
        own_target=judged.target is not None and bool(own_targets or judged.target.provinces),
        interval=_interval(indicator, numerator, denominator),
        **_judged_fields(judged, value),
    )
    return suppressed_value(found) if amount.hidden else found


def common_targets(indicator: Indicator, area_code: str) -> tuple[Target, ...]:
    """The indicator's targets that hold in an area: those of everybody, and those that name the province."""
    return tuple(one for one in indicator.targets if not one.provinces or area_code in one.provinces)


def _interval(
    indicator: Indicator, numerator: float | None, denominator: float | None
) -> tuple[float, float] | None:
    if not indicator.survey or numerator is None or denominator is None:
        return None
    return interval(numerator, denominator)


def at_deadline(amount_of: AmountOf, indicator: Indicator, target: Target) -> Amount:
    """The amount of the reporting cycle that ends with a deadline; nothing where none ends on that day."""
    cycle = period_of(target.date, indicator.cycle)
    return amount_of(cycle.start, cycle.end) if cycle.end == target.date else Amount()


def _observation(formula: Formula, amount: Amount) -> Observation | None:
    value = formula.value(amount)
    if value is None or amount.observed_on is None:
        return None
    return Observation(amount.observed_on, value, amount.hidden)


def _judged_fields(judged: Judgement, value: float | None) -> dict:
    """The fields of a value that its judgement fills; what would tell of a hidden observation is left out."""
    target, judged = judged.target, without_hidden(judged)
    return {
        "status": judged.status,
        "pace": judged.pace,
        "gap": target.value - value if target and value is not None else None,
        "required_per_year": judged.required_per_year,
        "baseline": judged.baseline.value if judged.baseline else None,
        "baseline_date": judged.baseline.on if judged.baseline else None,
        "baseline_provisional": judged.baseline_provisional,
        "target": target.value if target else None,
        "target_basis": target.legal_basis if target else "",
        "deadline": target.date if target else None,
        "stale": judged.stale,
        "judged_value": judged.judged.value if judged.judged else None,
        "judged_on": judged.judged.on if judged.judged else None,
    }


def is_provisional(readings: Readings, amount: Amount) -> bool:
    """Whether a value rests on too little: under the wanted coverage, or a flow with a missing part."""
    return amount.known and (amount.partial or amount.thin or readings.thin(amount))


def shown_parts(indicator: Indicator, amount: Amount) -> tuple[float | None, float | None]:
    """Numerator and denominator as readers see them: an average has neither."""
    return (None, None) if indicator.kind == "score" else (amount.numerator, amount.denominator)
