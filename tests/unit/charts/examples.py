"""Hand-made values for the charts: a country of today's provinces, each with what a test needs."""

from dataclasses import replace
from datetime import date

from geodata.load import shapes
from indicators.model import Indicator, Review, Series, SeriesPoint, Target, Value, ValueTable
from language import language

VI, EN = language("vi"), language("en")
PROVINCES = {
    boundaries: [each["id"] for each in shapes(boundaries)["features"]] for boundaries in ("34", "63")
}

INDICATOR = Indicator(
    code="S02",
    name_vi="Trưởng thôn được tập huấn",
    name_en="Village heads trained",
    short_vi="Trưởng thôn",
    short_en="Village heads",
    pillar="digital_society",
    kind="ratio",
    unit="%",
    direction="up",
    cycle="quarter",
    level="commune",
    numerator=("village_heads_trained",),
    denominator=("village_heads",),
    scale=(0, 100),
    decision="",
    basis="1087",
    clause="",
    responsible_then="",
    responsible_now="",
    why_vi="",
    why_en="",
    disputed_vi="",
    disputed_en="",
    review=Review("a test"),
    targets=(Target(date(2030, 12, 31), 80, ">=", "1087/QĐ-TTg"),),
)

KNOWN = Value(
    indicator="S02",
    area_code="08",
    area_name="Tuyên Quang",
    area_name_en="Tuyen Quang",
    boundaries="34",
    period="2026-Q3",
    numerator=1234,
    denominator=2000,
    value=61.7,
    coverage=0.93,
    provisional=False,
    preliminary=False,
    illustrative=False,
    status="accelerate",
    gap=18.3,
    target=80,
    deadline=date(2030, 12, 31),
    baseline=20,
    baseline_date=date(2024, 12, 31),
    observed_on=date(2026, 9, 30),
)
MISSING = replace(
    KNOWN, numerator=None, denominator=None, value=None, gap=None, coverage=0.0, status="no_data"
)


def table(boundaries: str = "34", period: str = "2026-Q3", **others: Value) -> ValueTable:
    """All provinces at 61.7 %, but those given as p08=...: Hoàng Sa belongs to 48, Trường Sa to 56."""
    values = tuple(
        replace(others.get(f"p{code}", KNOWN), area_code=code, boundaries=boundaries, period=period)
        for code in PROVINCES["63" if boundaries == "63" else "34"]
    )
    return ValueTable(
        "S02", period, boundaries, 7, values, replace(KNOWN, area_code="VN", area_name="Cả nước")
    )


def series(
    *values: float | None, provisional: bool = False, preliminary: bool = False, illustrative: bool = False
) -> Series:
    """Quarters from the last of 2024 on; the marks hold for all of them."""
    points = [
        SeriesPoint(
            period=f"{2024 + place // 4}-Q{place % 4 + 1}",
            numerator=None if value is None else value * 10,
            denominator=None if value is None else 1000.0,
            value=value,
            coverage=0.9,
            provisional=provisional,
            preliminary=preliminary,
            illustrative=illustrative,
            observed_on=None,
        )
        for place, value in enumerate(values, start=3)
    ]
    return Series("S02", "08", "Tuyên Quang", "Tuyen Quang", "34", "quarter", 7, tuple(points))
