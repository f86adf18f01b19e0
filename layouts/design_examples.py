"""Plain values for the page of components: made up, of provinces that are not there, and of every kind."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from charts.statuses import MILESTONE_STATUSES, STATUSES
from indicators.cards import Card
from indicators.catalogue import Catalogue
from indicators.model import COUNTRY, Indicator, Series, SeriesPoint, Value, ValueTable
from layouts.choice import Problem

PERIOD, BEFORE = "2026-Q3", "2025-Q3"
DEADLINE, MEASURED = date(2030, 12, 31), date(2026, 9, 30)
AREAS = (("01", "Tỉnh A", "Province A"), ("02", "Tỉnh B", "Province B"), ("03", "Tỉnh C", "Province C"))
LONG = (
    "04",
    "Thành phố trực thuộc trung ương có tên dài hơn mọi tên đang có",
    "A centrally run city with a name longer than any there is",
)
PROBLEM = Problem("p", "2026-Q9", ("2026-09", "2026-Q3", "2026-H1", "2026"))


def example_indicator(catalogue: Catalogue) -> Indicator:
    """The first share with a target: its definition is real, the values shown of it are not."""
    return next(one for one in catalogue if one.kind == "ratio" and one.unit == "%" and one.targets)


def example_value(indicator: Indicator, **changed: object) -> Value:
    """The country's value on its way to the target, but for what is changed."""
    value = Value(
        indicator=indicator.code,
        area_code=COUNTRY,
        area_name="Cả nước",
        area_name_en="The country",
        boundaries="34",
        period=PERIOD,
        numerator=1_234,
        denominator=2_000,
        value=61.7,
        coverage=0.97,
        provisional=False,
        preliminary=False,
        illustrative=True,
        status="on_track",
        pace=1.04,
        gap=18.3,
        required_per_year=4.3,
        baseline=20,
        baseline_date=date(2024, 12, 31),
        target=80,
        deadline=DEADLINE,
        observed_on=MEASURED,
    )
    return replace(value, **changed)  # type: ignore[arg-type]


def unknown_value(indicator: Indicator, status: str = "no_data") -> Value:
    """One of which nothing is known."""
    nothing = dict.fromkeys(("numerator", "denominator", "value", "coverage", "gap", "pace"))
    return example_value(indicator, **nothing, status=status, observed_on=None, illustrative=False)


def example_series(indicator: Indicator, *levels: float | None) -> Series:
    """Its path over the quarters up to the period shown."""
    first = 2026 * 4 + 2 - len(levels) + 1
    points = tuple(
        SeriesPoint(
            period=f"{place // 4}-Q{place % 4 + 1}",
            numerator=None if level is None else level * 20,
            denominator=None if level is None else 2_000,
            value=level,
            coverage=None if level is None else 0.97,
            provisional=False,
            preliminary=False,
            illustrative=True,
            observed_on=None,
        )
        for place, level in enumerate(levels, start=first)
    )
    return Series(indicator.code, COUNTRY, "Cả nước", "The country", "34", "quarter", 1, points)


def example_card(
    indicator: Indicator, value: Value, levels: Sequence[float | None], change: float | None
) -> Card:
    """What the overview knows of an indicator."""
    return Card(indicator, value, example_series(indicator, *levels), None, change)


def example_table(indicator: Indicator, count: int) -> ValueTable:
    """So many provinces: a value that is firm, then a provisional one, a long name, one without a value."""
    whole = [
        _area(example_value(indicator), AREAS[0]),
        _area(
            example_value(
                indicator,
                value=48.2,
                numerator=964,
                gap=31.8,
                status="behind",
                provisional=True,
                coverage=0.6,
            ),
            AREAS[1],
        ),
        _area(example_value(indicator, value=0.0, numerator=0, gap=80, status="reversing"), LONG),
        _area(unknown_value(indicator), AREAS[2]),
    ]
    return ValueTable(indicator.code, PERIOD, "34", 1, tuple(whole[:count]), example_value(indicator))


def country_by_status(indicator: Indicator, codes: Sequence[str], *, milestone: bool = False) -> ValueTable:
    """Every status in turn over the areas of a map."""
    statuses = list(MILESTONE_STATUSES if milestone else STATUSES)
    values = tuple(
        replace(
            unknown_value(indicator, statuses[place % len(statuses)])
            if statuses[place % len(statuses)] in ("no_data", "not_applicable", "suppressed")
            else example_value(
                indicator, status=statuses[place % len(statuses)], value=place * 100 / len(codes)
            ),
            area_code=code,
            area_name=f"Tỉnh {code}",
            area_name_en=f"Province {code}",
            suppressed=statuses[place % len(statuses)] == "suppressed",
        )
        for place, code in enumerate(codes)
    )
    return ValueTable(indicator.code, PERIOD, "34", 1, values, example_value(indicator))


def _area(value: Value, names: tuple[str, str, str]) -> Value:
    code, vi, en = names
    return replace(value, area_code=code, area_name=vi, area_name_en=en)
