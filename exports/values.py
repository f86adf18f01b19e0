"""Values of indicators as rows of files: all that is needed to check a number, and why one is missing."""

from collections.abc import Iterable, Sequence

from charts.statuses import ALL_STATUSES
from charts.wording import digits, marks, unknown
from exports.cells import Absent, AnyCell, table
from exports.report import ROW_UNIT, Caption, Column, Table
from indicators.model import COUNTRY, Indicator, Series, SeriesPoint, Value
from indicators.periods import Period
from language import Language
from layouts.wording import area_name

PLACES = 4  # decimals of paces and the like


def area_columns(lang: Language, title: str = "") -> tuple[Column, ...]:
    """The columns of `area_cells`."""
    return (
        Column(lang("Mã"), code="area_code"),
        Column(title or lang("Tỉnh, thành phố"), code="area_name"),
    )


def area_cells(value: Value, lang: Language) -> tuple[AnyCell, ...]:
    """Whose a value is."""
    return (value.area_code, area_name(value, lang))


def value_columns(indicator: Indicator | None, lang: Language) -> tuple[Column, ...]:
    """The columns of `value_cells`; without an indicator each row has a unit of its own."""
    unit = ROW_UNIT if indicator is None else unit_of(indicator, lang)
    places = 0 if indicator is None else digits(indicator)
    points = lang("điểm %") if unit == "%" else unit
    return (
        Column(lang("Giá trị"), "number", places, unit, "value"),
        Column(lang("Tử số"), "number", 0, "", "numerator"),
        Column(lang("Mẫu số"), "number", 0, "", "denominator"),
        Column(lang("Độ phủ báo cáo"), "number", 1, "%", "coverage"),
        Column(lang("Trạng thái"), code="status_word"),
        Column(lang("Mã trạng thái"), code="status"),
        Column(lang("Chỉ tiêu"), "number", places, unit, "target"),
        Column(lang("Hạn"), "date", code="deadline"),
        Column(lang("Khoảng cách"), "number", places, points, "gap"),
        Column(lang("Cần mỗi năm"), "number", max(places, 1), points, "required_per_year"),
        Column(lang("Nhịp độ"), "number", 2, "", "pace"),
        Column(lang("Mốc gốc"), "number", places, unit, "baseline"),
        Column(lang("Ngày mốc gốc"), "date", code="baseline_date"),
        Column(lang("Số liệu đến"), "date", code="observed_on"),
        Column(lang("Lưu ý"), code="remarks"),
    )


def value_cells(value: Value, lang: Language) -> tuple[AnyCell, ...]:
    """A value with its parts and what it is judged by; of a hidden one nothing is told."""
    why = why_missing(value, lang)
    none = Absent(lang("không có"))

    def or_why(number: float | None) -> AnyCell:
        return why if number is None else number

    def or_none(number: AnyCell) -> AnyCell:
        return none if number is None else number

    if value.suppressed:
        numbers: tuple[AnyCell, ...] = (why, why, why)
    else:
        numbers = (
            or_why(value.value),
            _part(value.numerator, value, why),
            _part(value.denominator, value, why),
        )
    gap = why if value.gap is None and value.value is None and value.target is not None else value.gap
    judged: tuple[AnyCell, ...] = (gap, value.required_per_year, value.pace)
    return (
        *numbers,
        why if value.suppressed else none if value.coverage is None else 100 * value.coverage,
        lang(ALL_STATUSES[value.status].word),
        value.status,
        or_none(value.target),
        or_none(value.deadline),
        *((why if value.suppressed else or_none(one)) for one in judged),
        *(
            (why if value.suppressed else or_none(one))
            for one in (value.baseline, value.baseline_date, value.observed_on)
        ),
        "; ".join(marks(value, lang)),
    )


def _part(number: float | None, value: Value, why: Absent) -> AnyCell:
    """A part of a ratio; where the value is known and has no such part, nothing is missing."""
    if number is not None:
        return number
    return Absent() if value.value is not None else why


def why_missing(value: Value | SeriesPoint, lang: Language) -> Absent:
    """Why a value has no number, as the page says it."""
    if value.suppressed:
        return Absent(lang("được ẩn"))
    if getattr(value, "unknown", ""):
        return Absent(unknown(lang))
    if getattr(value, "status", "") == "not_applicable":
        return Absent(lang("không áp dụng"))
    return Absent(lang.missing)


def number_of(value: Value | None, lang: Language) -> AnyCell:
    """The number of a value, or why there is none."""
    if value is None:
        return None
    return why_missing(value, lang) if value.value is None or value.suppressed else value.value


def unit_of(indicator: Indicator, lang: Language) -> str:
    """The unit as it is written: "%", or a word of the language."""
    return "%" if indicator.unit == "%" else lang(indicator.unit) if indicator.unit else ""


def row_unit(indicator: Indicator, lang: Language) -> tuple[str, int]:
    """The unit and the digits of a row that is of one indicator."""
    return unit_of(indicator, lang), digits(indicator)


def indicator_columns(lang: Language) -> tuple[Column, ...]:
    """The columns of `indicator_cells`."""
    return (
        Column(lang("Mã chỉ số"), code="indicator"),
        Column(lang("Chỉ số"), code="indicator_name"),
        Column(lang("Đơn vị"), code="unit"),
    )


def indicator_cells(indicator: Indicator, lang: Language) -> tuple[AnyCell, ...]:
    """Which indicator a row is of."""
    return (indicator.code, lang.pick(indicator.short_vi, indicator.short_en), unit_of(indicator, lang))


def point_columns(indicator: Indicator, lang: Language) -> tuple[Column, ...]:
    """The columns of `point_cells`."""
    places, unit = digits(indicator), unit_of(indicator, lang)
    return (
        Column(lang("Kỳ"), code="period_name"),
        Column(lang("Mã kỳ"), code="period"),
        Column(lang("Ngày cuối kỳ"), "date", code="period_end"),
        Column(lang("Giá trị"), "number", places, unit, "value"),
        Column(lang("Tử số"), "number", 0, "", "numerator"),
        Column(lang("Mẫu số"), "number", 0, "", "denominator"),
        Column(lang("Độ phủ báo cáo"), "number", 1, "%", "coverage"),
        Column(lang("Số liệu đến"), "date", code="observed_on"),
        Column(lang("Lưu ý"), code="remarks"),
    )


def point_cells(point: SeriesPoint, lang: Language) -> tuple[AnyCell, ...]:
    """A period of a series."""
    why = why_missing(point, lang)
    hidden = point.suppressed
    parts = (point.numerator, point.denominator)
    remarks = [
        lang("tạm tính") if point.provisional and point.value is not None else "",
        lang("số sơ bộ") if point.preliminary else "",
        lang("số liệu minh họa") if point.illustrative else "",
    ]
    return (
        lang.period(point.period),
        point.period,
        Period.parse(point.period).end,
        why if hidden or point.value is None else point.value,
        *(
            why if hidden else (Absent() if point.value is not None else why) if part is None else part
            for part in parts
        ),
        Absent(lang("không có")) if point.coverage is None else 100 * point.coverage,
        Absent(lang("không có")) if point.observed_on is None else point.observed_on,
        "; ".join(filter(None, remarks)),
    )


def with_country(values: Iterable[Value], national: Value) -> Sequence[Value]:
    """The areas of a table, and the country after them."""
    return (*values, national)


def series_table(
    key: str, said: Caption, series: Iterable[Series], indicator: Indicator, lang: Language
) -> Table:
    """The periods of one or several areas, a row each."""
    rows = [
        (one.area_code, series_name(one, lang), *point_cells(point, lang))
        for one in series
        for point in one.points
    ]
    return table(key, said, [*area_columns(lang), *point_columns(indicator, lang)], rows)


def series_name(series: Series, lang: Language) -> str:
    """Whose a series is."""
    return (
        lang("cả nước") if series.area_code == COUNTRY else lang.pick(series.area_name, series.area_name_en)
    )
