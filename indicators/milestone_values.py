"""How areas stand with a milestone, and the values and series made from that: completed is 1, else 0.

The country's value of a milestone that each province has is the number of today's provinces that completed
it; boundaries only say how the country is divided.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from indicators.areas import Areas, AreaVersion
from indicators.formulas import Formula
from indicators.milestones import COMPLETED, Milestone, MilestoneReport, milestone_status, national_status
from indicators.model import COUNTRY, Indicator, Level, Series, SeriesPoint, Target, Value, ValueTable
from indicators.periods import Period, periods_between
from indicators.progress import active_target
from indicators.readings import Readings
from indicators.series import series
from indicators.values import COUNTRY_NAMES


@dataclass(frozen=True, slots=True)
class Reported:
    """What is known of one milestone: sound reports and provinces' own targets by unit, as of a load."""

    indicator: Indicator
    areas: Areas
    reports: Mapping[int, MilestoneReport]
    own_targets: Mapping[int, tuple[Target, ...]] = field(default_factory=dict)
    load_id: int | None = None

    @property
    def by_province(self) -> bool:
        """Whether each province has one of its own."""
        return self.indicator.level != "country"

    def country_report(self) -> MilestoneReport | None:
        """The newest report of the country's own body."""
        units = [self.areas.unit_of(key) for key in self.areas.country_keys()]
        found = [self.reports[unit] for unit in units if unit in self.reports]
        return max(found, key=lambda report: report.load_id, default=None)

    def target(self, unit: int | None, day: date) -> Target:
        """The target that holds on a day: the province's own, else the indicator's."""
        targets = (self.own_targets.get(unit) if unit is not None else None) or self.indicator.targets
        in_force = [one for one in targets if one.superseded_on is None or day < one.superseded_on]
        found = active_target(in_force or targets, day)
        assert found is not None  # a definition of this kind has one
        return found


def standings(reported: Reported, day: date, boundaries: str) -> Iterator[Milestone]:
    """How each area that should have the milestone stands on a day; the country where it has a part."""
    if not reported.by_province or reported.country_report() is not None:
        yield country_standing(reported, day)
    if reported.by_province:
        for unit in reported.areas.provinces(boundaries, day):
            yield province_standing(reported, unit, day, boundaries)


def country_standing(reported: Reported, day: date) -> Milestone:
    """How the country's own body stands on a day."""
    deadline = reported.target(None, day).date
    code, report = reported.indicator.code, reported.country_report()
    return standing(code, COUNTRY, COUNTRY_NAMES, "country", deadline, report, day)


def province_standing(reported: Reported, unit: int, day: date, boundaries: str) -> Milestone:
    """How a province stands on a day, from reports on itself: a former province's are not its successor's."""
    version, deadline = reported.areas.named_at(unit, boundaries, day), reported.target(unit, day).date
    names, report = (version.name_vi, version.name_en), reported.reports.get(unit)
    return standing(reported.indicator.code, version.code, names, "province", deadline, report, day)


def standing(
    code: str,
    area_code: str,
    names: tuple[str, str],
    level: Level,
    deadline: date,
    report: MilestoneReport | None,
    day: date,
) -> Milestone:
    """A milestone of one area, judged on a day, with what its report says."""
    status = milestone_status(report, deadline, day)
    if report is None:
        return Milestone(code, area_code, *names, level, deadline, status)
    return Milestone(
        code,
        area_code,
        *names,
        level,
        deadline,
        status,
        planned_date=report.planned_date,
        completed_date=report.completed_date,
        evidence_document=report.evidence_document,
        evidence_url=report.evidence_url,
        responsible_unit=report.responsible_unit,
        responsible_person=report.responsible_person,
        note=report.note,
        load_id=report.load_id,
        illustrative=report.illustrative,
    )


def milestone_table(
    reported: Reported, period: Period, day: date, boundaries: str, parent: str | None
) -> ValueTable:
    """The values on a day: of all provinces or of the communes of one, and of the country.

    Communes have no milestones, and provinces none of the country's: their values are not known. Raises
    UnknownParameter for a parent that is no province under these boundaries.
    """
    areas, code = reported.areas, reported.indicator.code
    if parent is None:
        units = areas.provinces(boundaries, day)
        values = [_province_value(reported, unit, period, day, boundaries) for unit in units]
    else:
        unit = areas.find_province(parent, boundaries, day, "parent")
        communes = _nothing_read(reported).communes_under(boundaries, unit, day)
        values = [_unknown(reported, commune, period, day, boundaries) for commune in communes]
    national = _national_value(reported, period, day, boundaries)
    return ValueTable(code, period.code, boundaries, reported.load_id, tuple(values), national)


def milestone_path(
    reported: Reported, since: date | None, today: date, area_code: str, boundaries: str, frequency: str
) -> Series:
    """The values at the end of each period from the first report to today; none where none was made.

    Raises UnknownParameter for an area that is not there.
    """
    found = series(_nothing_read(reported), area_code, boundaries, frequency, reported.load_id)
    points = []
    for period in periods_between(since, today, frequency) if since and since <= today else ():
        value = _value_at(reported, period, area_code, boundaries)
        if value is not None and value.value is not None:
            points.append(
                SeriesPoint(
                    period.code,
                    value.numerator,
                    value.denominator,
                    value.value,
                    value.coverage,
                    provisional=False,
                    preliminary=False,
                    illustrative=value.illustrative,
                    observed_on=min(period.end, today),
                )
            )
    return replace(found, points=tuple(points))


def _value_at(reported: Reported, period: Period, area_code: str, boundaries: str) -> Value | None:
    """The value of the country or of a province at the end of a period; None for any other area."""
    if area_code == COUNTRY:
        return _national_value(reported, period, period.end, boundaries)
    for unit in reported.areas.provinces(boundaries, period.end):
        if reported.areas.named_at(unit, boundaries, period.end).code == area_code:
            return _province_value(reported, unit, period, period.end, boundaries)
    return None


def _province_value(reported: Reported, unit: int, period: Period, day: date, boundaries: str) -> Value:
    version = reported.areas.named_at(unit, boundaries, day)
    if not reported.by_province:
        return _unknown(reported, version, period, day, boundaries)
    found, target = province_standing(reported, unit, day, boundaries), reported.target(unit, day)
    own = unit in reported.own_targets or bool(target.provinces)
    return _value(found, period, day, boundaries, float(found.status in COMPLETED), 1.0, target, own)


def _national_value(reported: Reported, period: Period, day: date, boundaries: str) -> Value:
    target = reported.target(None, day)
    country = country_standing(reported, day)
    if not reported.by_province:
        done = float(country.status in COMPLETED)
        return _value(country, period, day, boundaries, done, 1.0, target)
    units = reported.areas.provinces("34", day)
    provinces = [province_standing(reported, unit, day, "34") for unit in units]
    status = national_status([one.status for one in provinces], target.date, day)
    made_up = any(one.illustrative for one in provinces)
    together = replace(country, status=status, illustrative=made_up)
    done = float(sum(one.status in COMPLETED for one in provinces))
    return _value(together, period, day, boundaries, done, float(len(units)), target)


def _value(
    found: Milestone,
    period: Period,
    day: date,
    boundaries: str,
    done: float,
    of: float,
    target: Target,
    own: bool = False,
) -> Value:
    return Value(
        indicator=found.code,
        area_code=found.area_code,
        area_name=found.area_name,
        area_name_en=found.area_name_en,
        boundaries=boundaries,
        period=period.code,
        numerator=done,
        denominator=of,
        value=done,
        coverage=1.0,
        provisional=False,
        preliminary=False,
        illustrative=found.illustrative,
        status=found.status,
        gap=of - done,
        target=of,
        deadline=found.deadline,
        observed_on=day,
        judged_value=done,
        judged_on=day,
        target_basis=target.legal_basis,
        own_target=own,
    )


def _unknown(reported: Reported, area: AreaVersion, period: Period, day: date, boundaries: str) -> Value:
    """The value of an area that has no such milestone."""
    target = reported.target(None, day)
    return Value(
        indicator=reported.indicator.code,
        area_code=area.code,
        area_name=area.name_vi,
        area_name_en=area.name_en,
        boundaries=boundaries,
        period=period.code,
        numerator=None,
        denominator=None,
        value=None,
        coverage=0.0,
        provisional=False,
        preliminary=False,
        illustrative=False,
        status="no_data",
        target=1.0,
        deadline=target.date,
        zone=area.zone,
        target_basis=target.legal_basis,
    )


def _nothing_read(reported: Reported) -> Readings:
    """Readings without a fact, which know the areas alone."""
    return Readings(Formula(reported.indicator, frozenset()), reported.areas, {})
