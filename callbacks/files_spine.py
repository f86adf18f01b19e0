"""The spine charts of the page So sánh as files: a province between worst, median and best."""

from callbacks.asked import Asked
from callbacks.files_compare import asked_view, need_areas
from charts.spine_chart import SpineRow, spine_chart, spine_height
from charts.statuses import ALL_STATUSES
from charts.wording import amount
from exports.captions import caption
from exports.cells import Absent, table
from exports.report import ROW_UNIT, Column
from exports.thing import Mark, Picture, Thing
from exports.values import (
    indicator_cells,
    indicator_columns,
    number_of,
    row_unit,
)
from indicators.model import Value
from indicators.ranking import is_small
from indicators.scorecard import Column as Scored
from indicators.spread import Spread, spread
from layouts.compare_view import CompareView
from layouts.ranking import ranking
from layouts.wording import name


def read_spine(asked: Asked) -> Thing:
    """In every indicator where a province stands between the worst and the best."""
    view, lang = asked_view(asked), asked.lang
    need_areas(view)
    area = str(view.choice.area)
    columns = [one for one in view.shown_columns if one.indicator.kind != "milestone"]
    said = caption(
        lang("{area} giữa 34 tỉnh, thành phố", area=view.name(area)),
        asked.around,
        period=view.choice.period or "",
        filters=[lang("số mới nhất của từng chỉ số")],
        boundaries="34",
        shown=[value for one in columns if (value := one.value_of(area))],
        notes=[lang("Từ trái sang phải: kém nhất, một nửa số tỉnh ở giữa (đậm), trung vị, tốt nhất.")],
    )
    heads = [
        *indicator_columns(lang),
        Column(lang("Kỳ"), code="period_name"),
        Column(lang("Mã kỳ"), code="period"),
        Column(view.name(area), "number", unit=ROW_UNIT, code="value"),
        Column(lang("Trạng thái"), code="status_word"),
        Column(lang("Cả nước"), "number", unit=ROW_UNIT, code="national"),
        Column(lang("Hạng"), "number", code="rank"),
        Column(lang("Số tỉnh được xếp hạng"), "number", code="ranked"),
        Column(lang("Kém nhất"), "number", unit=ROW_UNIT, code="worst"),
        Column(lang("Tứ phân vị dưới"), "number", unit=ROW_UNIT, code="lower_quartile"),
        Column(lang("Trung vị"), "number", unit=ROW_UNIT, code="median"),
        Column(lang("Tứ phân vị trên"), "number", unit=ROW_UNIT, code="upper_quartile"),
        Column(lang("Tốt nhất"), "number", unit=ROW_UNIT, code="best"),
    ]
    rows, drawn = [], []
    for one in columns:
        indicator, value = one.indicator, one.value_of(area)
        limits = spread(one.table.values, indicator, view.min_denominator)
        order = ranking(one.table, indicator, view.min_denominator)
        rank = next((each.rank for each in order.ranked if each.value.area_code == area), None)
        few = Absent(lang("quá ít tỉnh"))
        rows.append(
            (
                *indicator_cells(indicator, lang),
                lang.period(one.table.period),
                one.table.period,
                number_of(value, lang),
                lang(ALL_STATUSES[value.status].word) if value else "",
                number_of(one.table.national, lang),
                Absent("–") if rank is None else rank,
                len(order.ranked),
                *(
                    (few,) * 5
                    if limits is None
                    else (limits.worst, limits.lower, limits.median, limits.upper, limits.best)
                ),
            )
        )
        if limits is not None:
            drawn.append(_spine_row(one, value, view, limits, rank, len(order.ranked)))
    units = [row_unit(one.indicator, lang) for one in columns]
    marks = (
        Mark(ALL_STATUSES["achieved"].colour(view.choice.theme), lang("tỉnh đang xem, tô theo trạng thái")),
        Mark("#23407c", lang("cả nước")),
    )
    picture = (
        Picture(spine_chart(drawn, view.choice.theme), 1100, spine_height(len(drawn)), marks)
        if drawn
        else None
    )
    made = table("spine", said, heads, rows, units)
    return Thing(made, picture, tuple(one.indicator for one in columns), boundaries="34")


def _spine_row(
    column: Scored,
    value: Value | None,
    view: CompareView,
    limits: Spread,
    rank: int | None,
    ranked: int,
) -> SpineRow:
    lang, indicator = view.choice.language, column.indicator
    known = value.value if value is not None and not value.suppressed else None
    return SpineRow(
        name=f"{indicator.code} {name(indicator, lang)}",
        said=amount(known, indicator, lang) + (f"  {rank}/{ranked}" if rank is not None else ""),
        worst=amount(limits.worst, indicator, lang),
        best=amount(limits.best, indicator, lang),
        spread=limits,
        value=known,
        national=None if indicator.kind == "count" else column.table.national.value,
        status=value.status if value is not None else "no_data",
        hollow=value is not None and (value.provisional or is_small(value, view.min_denominator)),
    )


THINGS = {"spine": read_spine}
