"""What the API says of each thing, as records of JSON's own types.

Dates are ISO text; what is not known is null.
"""

from datetime import date

from indicators.milestones import Milestone
from indicators.model import Fault, Indicator, Series, Value, ValueTable
from indicators.quality import Quality


def indicator_record(indicator: Indicator) -> dict:
    """An indicator with its targets; several measures on one side are joined by " + "."""
    return {
        "code": indicator.code,
        "name_vi": indicator.name_vi,
        "name_en": indicator.name_en,
        "pillar": indicator.pillar,
        "kind": indicator.kind,
        "unit": indicator.unit,
        "direction": indicator.direction,
        "targets": [
            {
                "date": _day(one.date),
                "value": one.value,
                "operator": one.operator,
                "legal_basis": one.legal_basis,
            }
            for one in indicator.targets
        ],
        "numerator": " + ".join(indicator.numerator) or None,
        "denominator": " + ".join(indicator.denominator) or None,
        "responsible_body": indicator.responsible_now,
        "applicable_until": _day(indicator.applicable_until),
        "notes": indicator.disputed_vi,
    }


def table_record(table: ValueTable) -> dict:
    """The values of a period, and the country's."""
    return {
        "indicator": table.indicator,
        "period": table.period,
        "boundaries": table.boundaries,
        "load_id": table.load_id,
        "data": [value_record(value) for value in table.values],
        "national": value_record(table.national),
    }


def value_record(value: Value) -> dict:
    """One value with its parts and its status."""
    return {
        "area_code": value.area_code,
        "area_name": value.area_name,
        "numerator": value.numerator,
        "denominator": value.denominator,
        "value": value.value,
        "coverage": value.coverage,
        "provisional": value.provisional,
        "status": value.status,
        "pace": value.pace,
        "gap": value.gap,
        "required_per_year": value.required_per_year,
        "baseline": value.baseline,
        "baseline_date": _day(value.baseline_date),
        "baseline_provisional": value.baseline_provisional,
        "target": value.target,
        "deadline": _day(value.deadline),
        "stale": value.stale,
        "illustrative": value.illustrative,
        "suppressed": value.suppressed,
    }


def series_record(series: Series) -> dict:
    """The path of an indicator in an area."""
    return {
        "indicator": series.indicator,
        "area_code": series.area_code,
        "boundaries": series.boundaries,
        "data": [
            {
                "period": point.period,
                "numerator": point.numerator,
                "denominator": point.denominator,
                "value": point.value,
                "coverage": point.coverage,
                "provisional": point.provisional,
                "suppressed": point.suppressed,
                "how": point.composition.how,
                "made_of": [name_vi for name_vi, _ in point.composition.units],
            }
            for point in series.points
        ],
    }


def milestone_record(milestone: Milestone) -> dict:
    """How an area stands with a milestone."""
    return {
        "code": milestone.code,
        "area_code": milestone.area_code,
        "planned_date": _day(milestone.planned_date),
        "completed_date": _day(milestone.completed_date),
        "deadline": _day(milestone.deadline),
        "status": milestone.status,
        "evidence_document": milestone.evidence_document or None,
        "responsible_unit": milestone.responsible_unit or None,
    }


def quality_record(quality: Quality) -> dict:
    """What is left out or lacking, and how complete and timely the reports are."""
    return {
        "load_id": quality.load_id,
        "issues": [_issue(fault) for fault in quality.issues],
        "completeness": [
            {
                "area_code": one.area_code,
                "period": one.period,
                "due": one.due,
                "reported": one.reported,
                "on_time": one.on_time,
            }
            for one in quality.completeness
        ],
    }


def _issue(fault: Fault) -> dict:
    return {
        "kind": fault.kind,
        "measure_code": fault.measure_code,
        "area_code": fault.area_code,
        "period_end": _day(fault.period_end),
        "load_id": fault.load_id,
        "count": fault.count,
        "detail": fault.detail,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
