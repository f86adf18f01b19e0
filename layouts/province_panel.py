"""The panel of one province: its figure, its path, what it was made of, and the same numbers in a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from dash import dcc, html
from dash.development.base_component import Component

from charts.template import CONFIG
from charts.wording import amount, parts
from indicators.model import Indicator, Projection, Series, SeriesPoint, Value
from language import Language
from layouts import ids
from layouts.components import choosing, fact
from layouts.headline import facts, figure
from layouts.reading import area_reading
from layouts.wording import area_name, name

NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Province:
    """What is read about one province: value, path, where that leads, its former provinces' values."""

    value: Value
    series: Series
    projection: Projection | None
    former: tuple[Value, ...]
    load_id: int | None


def province_panel(
    province: Province, indicator: Indicator, trend: dict[str, Any], lang: Language
) -> Component:
    """The panel; `trend` is the figure of the province's path."""
    value = province.value
    period = lang.period(value.period).replace(" ", NO_BREAK)
    return html.Section(
        [
            html.Div(
                [
                    html.Div(
                        [
                            html.P(f"{name(indicator, lang)} · {period}", className="eyebrow"),
                            html.H2(area_name(value, lang), id="panel-title", tabIndex="-1"),
                        ]
                    ),
                    html.Button(
                        "×",
                        type="button",
                        className="close",
                        **{"aria-label": lang("Đóng")},
                        **choosing(area=""),
                    ),
                ],
                className="panel-head",
            ),
            figure(value, indicator, lang),
            html.P(area_reading(value, indicator, lang), className="reading"),
            html.Dl(facts(value, indicator, lang), className="facts"),
            html.H3(lang("Đường đi đến chỉ tiêu") if indicator.targets else lang("Xu hướng")),
            html.Div(
                dcc.Graph(id=ids.TREND, figure=trend, config=CONFIG, responsive=True, className="chart"),
                className="trend",
            ),
            *_projection(province.projection, value, indicator, lang),
            *_former(province.former, indicator, lang),
            *_periods(province.series, indicator, lang),
            html.Details(
                [html.Summary(lang("Số này từ đâu?")), *_origin(province, indicator, lang)],
                className="fold origin",
            ),
        ],
        role="dialog",
        className="panel-sheet",
        **{"aria-labelledby": "panel-title"},
    )


def _projection(
    found: Projection | None, value: Value, indicator: Indicator, lang: Language
) -> list[Component]:
    """What the recent pace leads to, in words; and that it disagrees with the status where it does."""
    if found is None or value.target is None:
        return []
    low, high = sorted((found.low, found.high))
    said = lang(
        "Nếu giữ nhịp gần đây, đến {deadline} sẽ đạt khoảng {value} "
        "(khoảng dự báo 80%: từ {low} đến {high}).",
        deadline=lang.date(found.deadline),
        value=amount(found.value, indicator, lang),
        low=amount(low, indicator, lang),
        high=amount(high, indicator, lang),
    )
    if found.meets_on is not None and found.meets_on <= found.deadline:
        month = lang.period(f"{found.meets_on:%Y-%m}")
        said += " " + lang("Chỉ tiêu đạt được vào khoảng: {month}.", month=month)
    reaches = found.value >= value.target if indicator.direction == "up" else found.value <= value.target
    if reaches and value.status in ("behind", "accelerate", "reversing"):
        said += " " + lang("Dự báo này khả quan hơn trạng thái: gần đây đã nhanh lên.")
    if not reaches and value.status == "on_track":
        said += " " + lang("Dự báo này kém hơn trạng thái: gần đây đã chậm lại.")
    return [html.P(said, className="projection")]


def _former(former: Sequence[Value], indicator: Indicator, lang: Language) -> list[Component]:
    if not former:
        return []
    rows = [
        html.Tr(
            [
                html.Th(area_name(value, lang), scope="row"),
                html.Td(amount(value.value, indicator, lang), className="number"),
                html.Td(parts(value, lang), className="number"),
            ]
        )
        for value in former
    ]
    period = lang.period(former[0].period)
    return [
        html.H3(lang("Hợp thành từ")),
        _table(
            lang("Các tỉnh cũ và giá trị cuối trước khi sáp nhập ({period})", period=period),
            [lang("Tỉnh cũ"), lang("Giá trị"), "n/N"],
            rows,
        ),
    ]


def _periods(series: Series, indicator: Indicator, lang: Language) -> list[Component]:
    if not series.points:
        return []
    rows = [
        html.Tr(
            [
                html.Th(lang.period(point.period), scope="row"),
                html.Td(amount(point.value, indicator, lang), className="number"),
                html.Td(_parts(point, lang), className="number"),
                html.Td(
                    "" if point.coverage is None else lang.percent(100 * point.coverage, 0),
                    className="number",
                ),
                html.Td(_marks(point, lang)),
            ]
        )
        for point in reversed(series.points)
    ]
    head = [lang("Kỳ"), lang("Giá trị"), "n/N", lang("Độ phủ"), lang("Ghi chú")]
    title = lang("Số liệu từng kỳ")
    table = _table(title, head, rows, caption_class="visually-hidden")
    return [html.Details([html.Summary(title), table], className="fold")]


def _parts(point: SeriesPoint, lang: Language) -> str:
    if point.numerator is None or point.denominator is None:
        return ""
    return f"{lang.number(point.numerator, 0)}/{lang.number(point.denominator, 0)}"


def _marks(point: SeriesPoint, lang: Language) -> str:
    said = [
        (point.provisional, lang("tạm tính")),
        (point.preliminary, lang("sơ bộ")),
        (point.illustrative, lang("minh họa")),
    ]
    return ", ".join(text for holds, text in said if holds and point.value is not None)


def _table(
    caption: str, head: Sequence[str], rows: Sequence[Component], caption_class: str = ""
) -> Component:
    table = html.Table(
        [
            html.Caption(caption, className=caption_class),
            html.Thead(
                html.Tr(
                    [
                        html.Th(text, scope="col", className="" if place in (0, 4) else "number")
                        for place, text in enumerate(head)
                    ]
                )
            ),
            html.Tbody(list(rows)),
        ]
    )
    return html.Div(table, className="table-scroll", tabIndex="0", role="group", **{"aria-label": caption})


def _origin(province: Province, indicator: Indicator, lang: Language) -> list[Component]:
    """How the number came about, so that anyone can check it."""
    value = province.value
    query = urlencode(
        {"indicator": indicator.code, "period": value.period, "boundaries": value.boundaries}
        | ({"as_of_load": province.load_id} if province.load_id is not None else {})
    )
    call = f"/api/v1/values?{query}"
    formula = {
        "ratio": lang("Tổng tử số chia tổng mẫu số, nhân 100; không lấy trung bình các tỷ lệ"),
        "count": lang("Tổng các đơn vị"),
        "score": lang("Trung bình các đơn vị"),
        "milestone": lang("Mốc công việc"),
    }[indicator.kind]
    terms = [
        fact(lang("Chỉ số"), lang.pick(indicator.name_vi, indicator.name_en)),
        fact(lang("Cách tính"), formula),
        fact(lang("Tử số") if indicator.denominator else lang("Số đo"), _codes(indicator.numerator)),
        *([fact(lang("Mẫu số"), _codes(indicator.denominator))] if indicator.denominator else []),
        fact(lang("Lần nạp"), lang.missing if province.load_id is None else str(province.load_id)),
        fact(lang("Văn bản"), html.Span(f"{indicator.decision}, {indicator.clause}", lang="vi")),
        fact(lang("Lệnh gọi API"), html.A(call, href=call, target="_blank", rel="noopener")),
    ]
    disputed = lang.pick(indicator.disputed_vi, indicator.disputed_en)
    note = [html.P([html.Strong(lang("Còn tranh luận: ")), disputed])] if disputed else []
    return [html.Dl(terms, className="facts facts--long"), *note]


def _codes(measures: Sequence[str]) -> list[Component | str]:
    codes: list[Component | str] = []
    for measure in measures:
        codes += [*([" + "] if codes else []), html.Code(measure)]
    return codes
