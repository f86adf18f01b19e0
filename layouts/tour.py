"""The tour: a minute's way through a page, offered at the first visit and to be had again by "?".

assets/6_tour.js walks the steps whose targets can be seen; the page stays usable beside it.
"""

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from language import N_, Language
from layouts.links import MAP, OVERVIEW

TOUR = "tour"
OFFERED = (OVERVIEW, MAP)  # the pages that readers come to first


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what it points at (CSS selectors, the first that can be seen), and what it says of that."""

    target: str
    title: str
    text: str


STEPS = (
    Step(
        ".overview-head",
        N_("Kết luận trước, con số sau"),
        N_(
            "Câu lớn nói ngay bao nhiêu chỉ tiêu đã đạt, chậm hay quá hạn. Mỗi trạng thái có màu và ký hiệu "
            "riêng; bấm vào một trạng thái để chỉ xem các chỉ tiêu ấy."
        ),
    ),
    Step(
        ".overview-filters",
        N_("Thu hẹp phần đang xem"),
        N_(
            "Lọc theo văn bản, hạn và trụ cột. Lựa chọn nằm trong địa chỉ trang: gửi liên kết thì người nhận "
            "thấy đúng như vậy."
        ),
    ),
    Step(
        ".indicator-cards > li",
        N_("Đi sâu đến từng tỉnh"),
        N_(
            "Bấm tên chỉ tiêu để xem xu hướng và từng tỉnh. Trang Tỉnh đặt mọi chỉ số của một tỉnh cạnh các "
            "tỉnh tương đồng."
        ),
    ),
    Step(
        ".controls",
        N_("Chọn chỉ số và kỳ"),
        N_(
            "Chọn chỉ số, ranh giới 34 hay 63 tỉnh và cách tô màu. Kéo thanh thời gian để đổi kỳ, bấm ▶ để "
            "chạy qua các kỳ."
        ),
    ),
    Step(
        ".map-page .legend",
        N_("Màu và ký hiệu nói gì"),
        N_(
            "Chú giải đếm số tỉnh ở từng trạng thái so với chỉ tiêu. Từ nào có gạch chân chấm thì trỏ vào "
            "hoặc bấm vào để xem nghĩa."
        ),
    ),
    Step(
        ".map-card",
        N_("Bấm vào tỉnh để xem chi tiết"),
        N_(
            "Số liệu của tỉnh mở ra bên cạnh, kèm đường đến trang Tỉnh và từng xã. Bằng bàn phím: phím mũi "
            "tên đi theo tỉnh giáp ranh, Enter để mở."
        ),
    ),
    Step(
        ".search-opener",
        N_("Tìm nhanh bằng Ctrl+K"),
        N_("Gõ tên chỉ số, tỉnh, xã hay nhiệm vụ, không cần dấu. Tên tỉnh cũ cũng tìm được."),
    ),
    Step(
        "main .export-button",
        N_("Đưa vào báo cáo"),
        N_(
            "Mỗi biểu đồ và bảng có nút này: sao chép ảnh để dán vào văn bản, tải Excel hoặc lấy liên kết. "
            "Trang Báo cáo dựng cả bộ tài liệu."
        ),
    ),
    Step(
        ".tools, .tools-opener",
        N_("Ngôn ngữ, nền, cỡ chữ và hướng dẫn"),
        N_("Đổi ngôn ngữ, nền sáng, tối hay tương phản cao, cỡ chữ. Bấm “?” để xem lại hướng dẫn này."),
    ),
)


def tour_button(lang: Language) -> Component:
    """The sign in the header that starts the tour."""
    label = lang("Hướng dẫn")
    return html.Button(
        "?", type="button", className="tool", title=label, **{"aria-label": label, "data-tour": "start"}
    )


def tour_way(lang: Language) -> Component:
    """The words in the footer that start the tour."""
    return html.Button(lang("Hướng dẫn"), type="button", className="text-button", **{"data-tour": "start"})


def tour_offer(lang: Language) -> Component:
    """The line of a first visit: it goes for good once the tour is taken or refused."""
    return html.P(
        [
            html.Span(lang("Lần đầu xem bảng chỉ số?")),
            _button(lang("Xem hướng dẫn 1 phút"), "start", "text-button"),
            _button(lang("Bỏ qua"), "end", "text-button tour-refuse"),
        ],
        className="tour-offer",
    )


def tour(lang: Language) -> Component:
    """The steps with their buttons, hidden until the tour starts; once on every page."""
    steps = [
        html.Div(
            [html.H2(lang(step.title), tabIndex="-1"), html.P(lang(step.text))],
            className="tour-step",
            hidden=True,
            **{"data-target": step.target},
        )
        for step in STEPS
    ]
    buttons = [
        html.Span(className="tour-place", **{"data-place": lang("Bước {n}/{all}", n="{n}", all="{all}")}),
        _button(lang("Quay lại"), "back", "text-button"),
        _button(
            lang("Tiếp tục"), "next", "button", **{"data-more": lang("Tiếp tục"), "data-last": lang("Xong")}
        ),
    ]
    card = html.Div(
        [
            html.Div(steps, **{"aria-live": "polite"}),
            html.Div(buttons, className="tour-buttons"),
            _button(
                "×", "end", "tour-close", title=lang("Bỏ qua"), **{"aria-label": lang("Bỏ qua hướng dẫn")}
            ),
        ],
        className="tour-card",
        role="dialog",
        **{"aria-label": lang("Hướng dẫn")},
    )
    return html.Div([html.Div(className="tour-ring"), card], id=TOUR, hidden=True)


def _button(text: str, does: str, class_name: str, **attributes: str) -> Component:
    return html.Button(text, type="button", className=class_name, **{"data-tour": does}, **attributes)
