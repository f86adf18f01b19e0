"""The words of the page of components: what is written, told, awaited and pressed."""

from dataclasses import replace
from datetime import datetime

from dash import html
from dash.development.base_component import Component

from charts.wording import amount, difference, marks, parts, target
from indicators.model import Indicator
from language import Language
from layouts.communes_map import no_outlines
from layouts.components import (
    ASK_FOR_LOAD,
    TRY_FEWER,
    alert,
    choosing,
    hidden_mark,
    missing_mark,
    nothing,
    nothing_mark,
    origin_button,
    segments,
    status_icon,
    status_mark,
)
from layouts.design_examples import BEFORE, DEADLINE, PERIOD, PROBLEM, example_value
from layouts.design_specimen import specimen
from layouts.export_menu import exportable
from layouts.notices import banner, empty_note, problem_notices, trouble_alert
from layouts.ranking import RANK_WORDS
from layouts.tables import data_table, row
from layouts.waiting import away, progress, skeleton


def ways(indicator: Indicator, lang: Language) -> list[Component]:
    """How each kind of information is written."""
    known = example_value(indicator)
    written: list[tuple[str, Component | str]] = [
        (lang("Trạng thái, có chỗ"), status_mark("on_track", lang)),
        (lang("Trạng thái, trong cột hẹp"), status_icon("on_track", lang)),
        (lang("Giá trị"), amount(known.value, indicator, lang)),
        (lang("Tử số trên mẫu số"), parts(known, lang)),
        (lang("Chênh lệch của hai tỷ lệ"), difference(4.3, indicator, lang)),
        (lang("Chỉ tiêu và hạn"), target(known, indicator, lang)),
        (lang("Số lớn"), lang.number(1_234_567)),
        (lang("Số không, khác với chưa biết"), amount(0, indicator, lang)),
        (lang("Ngày"), lang.date(DEADLINE)),
        (lang("Thời điểm"), lang.moment(datetime(2026, 9, 30, 2, 15))),
        (lang("Kỳ"), ", ".join(map(lang.period, ("2026-09", PERIOD, "2026-H1", "2026-9M", "2026")))),
        (lang("Chưa biết"), missing_mark(lang)),
        (lang("Có nhưng không nêu"), hidden_mark(lang)),
        (lang("Không có gì để nói"), nothing_mark(lang("không xếp hạng"))),
        (lang("Không có chỉ tiêu"), target(replace(known, target=None), indicator, lang)),
        (
            lang("Điều phải biết trước khi trích"),
            " · ".join(
                marks(replace(known, provisional=True, coverage=0.6, preliminary=True, stale=True), lang)
            ),
        ),
    ]
    rows = [row(label, (shown, "")) for label, shown in written]
    return [
        data_table(
            lang("Mỗi loại thông tin một cách viết"), ((lang("Thứ"), ""), (lang("Cách viết"), "")), rows
        )
    ]


def notices(lang: Language) -> list[Component]:
    """What stands above a page, or in the place of a part of it."""
    return [
        specimen(lang("Số liệu minh họa"), [found] if (found := banner(True, lang)) else []),
        specimen(lang("Địa chỉ có tham số sai"), problem_notices([PROBLEM], lang)),
        specimen(lang("Kho dữ liệu không đọc được"), trouble_alert(lang("kho không trả lời"), lang)),
        specimen(lang("Máy chủ không trả lời"), away(lang)),
        specimen(
            lang("Một phần của trang bị lỗi"),
            alert(lang("Hệ thống gặp lỗi khi tính phần này; lỗi đã được ghi vào nhật ký.")),
        ),
    ]


def waiting(lang: Language) -> list[Component]:
    """What is seen while something is awaited, and where there is nothing."""
    under_way = progress(lang)
    under_way.children = getattr(under_way, "data-said")
    return [
        specimen(lang("Đang chờ hơn một giây"), under_way),
        specimen(
            lang("Đang chờ: khung của trang"),
            skeleton(((12, 3), (4, 6), (4, 6), (4, 6), (8, 5), (4, 5))),
        ),
        specimen(lang("Kỳ chưa có số liệu, kỳ trước có"), empty_note(PERIOD, BEFORE, lang)),
        specimen(lang("Chưa kỳ nào có số liệu"), empty_note(PERIOD, None, lang)),
        *_nothings(lang),
    ]


def _nothings(lang: Language) -> list[Component]:
    """Nothing to show: for want of data, because of a filter, and where nothing is what one hopes for."""
    clear = html.Button(lang("Bỏ lọc"), type="button", className="text-button", **choosing(status=""))
    found = (
        (lang("Kho chưa có số"), nothing(lang("Chưa có kỳ nào có số liệu."), lang(ASK_FOR_LOAD))),
        (lang("Lọc không còn gì"), nothing(lang("Không có nhiệm vụ nào như vậy."), lang(TRY_FEWER), clear)),
        (lang("Chưa nhập ranh giới xã"), no_outlines(lang)),
        (lang("Không có gì là tốt"), nothing(lang("Không có dòng nào."), good=True)),
    )
    return [html.Div([specimen(label, shown) for label, shown in found], className="design-pair")]


def controls(indicator: Indicator, lang: Language) -> list[Component]:
    """What is pressed."""
    disabled = {"bottom": RANK_WORDS["bottom"]}
    return [
        specimen(
            lang("Một trong vài điều"),
            segments(lang("Phần của bảng xếp hạng"), "rank", RANK_WORDS, "top", lang, disabled),
        ),
        specimen(
            lang("Nguồn gốc của số, tải về"),
            html.Div(
                [
                    origin_button(example_value(indicator), lang),
                    origin_button(example_value(indicator), lang, short=True),
                    exportable("ranking", lang),
                ],
                className="design-row",
            ),
        ),
    ]
