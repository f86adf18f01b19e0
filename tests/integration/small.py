"""Rows of a small warehouse: loads, facts and pairs of them."""

from datetime import date, datetime

from tests.unit.indicators.country import STAYS

SEPTEMBER = (date(2026, 9, 1), date(2026, 9, 30))
MEASURES = ["village_heads_trained", "village_heads"]


def load(number, approved="Vụ Tổng hợp"):
    counts = {"rows_received": 1, "rows_accepted": 1, "rows_rejected": 0}
    return {
        "load_id": number,
        "source_system": "LGSP",
        "loaded_at": datetime(2026, 10, number),
        "approved_by": approved,
        **counts,
    }


def fact(measure, value, load_id=1, area=STAYS, period=SEPTEMBER, source="LGSP"):
    return {
        "measure_code": measure,
        "area_key": area,
        "period_start": period[0],
        "period_end": period[1],
        "value": value,
        "status": "official",
        "source_system": source,
        "reported_at": datetime(2026, 10, 5),
        "load_id": load_id,
    }


def pair(numerator, denominator, **more):
    return [fact("village_heads_trained", numerator, **more), fact("village_heads", denominator, **more)]


def cao_bang(table):
    return next(value for value in table.values if value.area_code == "04")
