"""The dialog "Số này từ đâu?": how a number came about, so that anyone can check it."""

from collections.abc import Sequence
from urllib.parse import urlencode

from dash import html
from dash.development.base_component import Component

from charts.wording import marks, parts, source, stated, target
from indicators.loads import Load, Measure, Origin
from indicators.model import Indicator
from language import N_, Language
from layouts.choice import QUOTED, Asked, Choice
from layouts.components import ASK_FOR_LOAD, Children, as_written, choosing, fact, nothing, status_mark
from layouts.headline import large
from layouts.links import INDICATOR, METHODOLOGY, link
from layouts.tables import data_table
from layouts.wording import area_name

FORMULAS = {
    "ratio": N_("Tổng tử số chia tổng mẫu số, nhân 100; không lấy trung bình các tỷ lệ"),
    "count": N_("Tổng số đếm của các đơn vị"),
    "score": N_("Trung bình điểm của các đơn vị"),
    "milestone": N_("Báo cáo mới nhất về mốc công việc, xét theo hạn; cả nước đếm số tỉnh đã hoàn thành"),
}
BOUNDARY_WORDS = {
    "34": N_("34 tỉnh, thành phố (từ 01/7/2025); số trước đó cộng từ các tỉnh cũ"),
    "63": N_("63 tỉnh, thành phố (đến 30/6/2025); số sau đó lấy từ xã, nếu tách được"),
    "reported": N_("Như báo cáo: các tỉnh có hiệu lực ở cuối kỳ"),
}
SHOWN_LOADS = 12
SIDES = {"numerator": N_("Tử số"), "denominator": N_("Mẫu số"), "weight": N_("Trọng số")}


def origin_dialog(origin: Origin, indicator: Indicator, chosen: Choice) -> Component:
    """The dialog of one value: figure, formula, parts, measures, loads, boundaries, approval, API call."""
    lang, value = chosen.language, origin.value
    call = api_call(origin)
    head = html.Div(
        [
            html.P(
                f"{lang.pick(indicator.name_vi, indicator.name_en)} · {area_name(value, lang)} · "
                f"{lang.period(value.period)}",
                className="eyebrow",
            ),
            html.Div(
                [
                    large(stated(value, indicator, lang)),
                    status_mark(value.status, lang),
                ],
                className="figure-row",
            ),
        ]
    )
    terms = [
        fact(lang("Cách tính"), lang(FORMULAS[indicator.kind])),
        *([fact("n/N", of)] if (of := parts(value, lang)) else []),
        *([fact(lang("Khoảng tin cậy 95%"), interval)] if (interval := _interval(origin, lang)) else []),
        *(
            [fact(lang("Độ phủ báo cáo"), lang.percent(100 * value.coverage))]
            if value.coverage is not None
            else []
        ),
        fact(lang("Chỉ tiêu"), _target(origin, indicator, lang)),
        fact(lang("Ranh giới"), lang(BOUNDARY_WORDS[value.boundaries])),
        *([fact(lang("Hợp thành từ"), ", ".join(_made_of(origin, lang)))] if origin.made_of else []),
        fact(lang("Số liệu đến"), lang.date(value.observed_on)),
        fact(lang("Lưu ý khi dẫn số"), "; ".join(marks(value, lang)) or lang("không có")),
    ]
    return _dialog(
        [
            head,
            html.Dl(terms, className="facts facts--long"),
            *_measures(origin.measures, lang),
            *_loads(origin, lang),
            html.P(
                [
                    html.Span(lang("Lệnh gọi API: ")),
                    html.A(html.Code(call), href=call, target="_blank", rel="noopener"),
                ],
                className="origin-call",
            ),
            html.P(
                [
                    link(lang("Định nghĩa đầy đủ"), INDICATOR, chosen, i=indicator.code),
                    link(lang("Phương pháp"), METHODOLOGY, chosen),
                ],
                className="origin-links",
            ),
        ],
        lang,
    )


def unknown_origin(asked: Asked, lang: Language) -> Component:
    """The dialog where the address asks for a value that does not exist."""
    said = lang(
        "Không có giá trị nào của chỉ số {indicator} cho địa bàn “{area}”. Hãy đóng cửa sổ này và chọn lại.",
        indicator=asked.indicator,
        area=asked.area[:QUOTED],
    )
    return _dialog([html.P(said)], lang)


def api_call(origin: Origin) -> str:
    """The call of the API that answers with this value."""
    value = origin.value
    asked: dict[str, object] = {
        "indicator": value.indicator,
        "period": value.period,
        "boundaries": value.boundaries,
    }
    if origin.parent:
        asked["parent"] = origin.parent
    load = origin.as_of_load if origin.as_of_load is not None else origin.load_id
    return "/api/v1/values?" + urlencode(asked | ({"as_of_load": load} if load is not None else {}))


def _dialog(content: Sequence[Component], lang: Language) -> Component:
    close = html.Button(
        "×", type="button", className="close", **{"aria-label": lang("Đóng")}, **choosing(origin="")
    )
    title = html.H2(lang("Số này từ đâu?"), id="origin-title")
    # A modal of the browser's own: it keeps the focus inside and the page behind out of reach.
    return html.Dialog(
        html.Div([html.Div([title, close], className="panel-head"), *content], className="dialog-sheet"),
        id="origin-dialog",
        className="dialog",
        **{"aria-labelledby": "origin-title"},
    )


def _interval(origin: Origin, lang: Language) -> str:
    if origin.value.interval is None:
        return ""
    low, high = origin.value.interval
    return lang("từ {low} đến {high}", low=lang.percent(low), high=lang.percent(high))


def _target(origin: Origin, indicator: Indicator, lang: Language) -> Children:
    value = origin.value
    written = target(value, indicator, lang)
    if not value.target_basis:
        return written
    own = lang("chỉ tiêu riêng của địa phương") if value.own_target else ""
    basis = html.Span(value.target_basis, lang="vi")
    return [f"{written} – ", *([f"{own}: "] if own else []), basis]


def _made_of(origin: Origin, lang: Language) -> tuple[str, ...]:
    return origin.made_of if lang.code == "vi" else origin.made_of_en


def _measures(measures: Sequence[Measure], lang: Language) -> list[Component]:
    if not measures:
        return []
    rows = [
        html.Tr(
            [
                html.Th(lang.pick(one.name_vi, one.name_en), scope="row"),
                html.Td(lang(SIDES[one.side]), className="short"),
                html.Td(one.unit, lang="vi", className="short"),
                html.Td(
                    lang("cộng trong kỳ") if one.accumulation == "flow" else lang("số cuối kỳ"),
                    className="short",
                ),
                html.Td(html.Code(one.code)),
            ]
        )
        for one in measures
    ]
    head = [lang("Số đo"), lang("Vai trò"), lang("Đơn vị"), lang("Cách lấy"), lang("Mã")]
    return [html.H3(lang("Số đo")), _table(lang("Số đo"), head, rows)]


def _loads(origin: Origin, lang: Language) -> list[Component]:
    if not origin.loads:
        return [
            html.H3(lang("Lần nạp và nguồn")),
            nothing(lang("Chưa có dòng số liệu nào."), lang(ASK_FOR_LOAD)),
        ]
    rows = [_load(load, lang) for load in origin.loads[:SHOWN_LOADS]]
    more = len(origin.loads) - SHOWN_LOADS
    said = lang.plural("{n} dòng số liệu", origin.rows)
    head = [lang("Lần nạp"), lang("Ngày nạp"), lang("Nguồn"), lang("Người duyệt")]
    return [
        html.H3(lang("Lần nạp và nguồn")),
        html.P(lang("Tính từ {rows} của các lần nạp sau:", rows=said), className="quiet"),
        _table(lang("Lần nạp và nguồn"), head, rows),
        *([html.P(lang.plural("… và {n} lần nạp khác", more), className="quiet")] if more > 0 else []),
    ]


def _load(load: Load, lang: Language) -> Component:
    return html.Tr(
        [
            html.Th(str(load.load_id), scope="row"),
            html.Td(lang.moment(load.loaded_at)),
            html.Td(source(load.source_system, lang)),
            html.Td(as_written(load.approved_by) if load.approved_by else lang("chưa duyệt")),
        ]
    )


def _table(caption: str, head: Sequence[str], rows: Sequence[Component]) -> Component:
    return data_table(caption, [(text, "") for text in head], rows, hidden_caption=True)
