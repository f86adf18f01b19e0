"""What things are called on the pages; how numbers are written is in charts/wording.py."""

from charts.wording import difference
from indicators.model import COUNTRY, Indicator, Series, Value, ValueTable
from language import Language


def name(indicator: Indicator, lang: Language) -> str:
    """The short name of an indicator."""
    return lang.pick(indicator.short_vi, indicator.short_en)


def area_name(value: Value, lang: Language) -> str:
    """The name of a value's area."""
    return lang("cả nước") if value.area_code == COUNTRY else lang.pick(value.area_name, value.area_name_en)


def is_illustrative(table: ValueTable, series: Series) -> bool:
    """Whether any number of the table or the path is made up to show the product."""
    values = (table.national, *table.values)
    return any(value.illustrative for value in values) or any(point.illustrative for point in series.points)


def distance(value: float, indicator: Indicator, lang: Language) -> str:
    """How far two values are apart, without a sign."""
    return difference(abs(value), indicator, lang).removeprefix("+")
