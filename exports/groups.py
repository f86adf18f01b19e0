"""Values of groups inside an area, and what communes lack, as rows of files."""

from charts.wording import digits
from exports.cells import Absent, AnyCell
from exports.report import Column
from exports.values import unit_of
from indicators.contribution import Lack
from indicators.groups import GroupValue
from indicators.model import Indicator
from language import Language
from layouts.communes_table import zone_word
from layouts.wording import area_name


def group_columns(indicator: Indicator, lang: Language, title: str) -> tuple[Column, ...]:
    """The columns of `group_cells`."""
    return (
        Column(lang("Mã"), code="group"),
        Column(title, code="group_name"),
        Column(lang("Giá trị"), "number", digits(indicator), unit_of(indicator, lang), "value"),
        Column(lang("Tử số"), "number", code="numerator"),
        Column(lang("Mẫu số"), "number", code="denominator"),
        Column(lang("Xã báo cáo"), "number", code="communes_reported"),
        Column(lang("Số xã"), "number", code="communes"),
        Column(lang("Lưu ý"), code="remarks"),
    )


def group_cells(group: GroupValue, lang: Language) -> tuple[AnyCell, ...]:
    """A group; of a hidden one nothing but that is told."""
    hidden, missing = Absent(lang("được ẩn")), Absent(lang.missing)
    marks = [
        lang("tạm tính") if group.provisional else "",
        lang("số liệu minh họa") if group.illustrative else "",
    ]
    value, numerator = group.value, group.numerator
    if group.suppressed:
        numbers: tuple[AnyCell, ...] = (hidden, hidden, hidden, hidden)
    else:
        # A count alone stands in the numerator, as on the page.
        shown = numerator if value is None and numerator is not None else value
        known = shown is not None
        numbers = (
            missing if shown is None else shown,
            *(
                (Absent() if known else missing) if one is None else one
                for one in (numerator, group.denominator)
            ),
            Absent() if group.reported is None else group.reported,
        )
    return (
        group.code or "0",
        lang.pick(group.name_vi, group.name_en),
        *numbers,
        Absent() if group.expected is None else group.expected,
        "; ".join(filter(None, marks)),
    )


def lack_columns(indicator: Indicator, lang: Language) -> tuple[Column, ...]:
    """The columns of `lack_cells`."""
    unit = unit_of(indicator, lang)
    return (
        Column(lang("Mã"), code="area_code"),
        Column(lang("Xã, phường, đặc khu"), code="area_name"),
        Column(lang("Khu vực"), code="zone"),
        Column(lang("Giá trị"), "number", digits(indicator), unit, "value"),
        Column(lang("Tử số"), "number", code="numerator"),
        Column(lang("Mẫu số"), "number", code="denominator"),
        Column(lang("Còn thiếu"), "number", 1, code="missing"),
        Column(lang("Đóng góp"), "number", 2, lang("điểm %"), "points"),
        Column(lang("Còn thiếu, cộng dồn"), "number", 1, code="missing_together"),
        Column(lang("Giá trị của tỉnh khi các xã đến đây đạt"), "number", digits(indicator), unit, "raised"),
    )


def lack_cells(one: Lack, lang: Language) -> tuple[AnyCell, ...]:
    """What one commune lacks to reach the target, and what comes of it."""
    area = one.area
    return (
        area.area_code,
        area_name(area, lang),
        zone_word(area.zone, lang),
        area.value,
        area.numerator,
        area.denominator,
        one.missing,
        one.points,
        one.together,
        one.raised,
    )
