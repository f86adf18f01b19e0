"""The tokens as the page of components shows them: what each looks like, and what it measures."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from charts.heatmap import class_colours
from charts.statuses import MILESTONE_STATUSES, STATUSES
from charts.tokens import (
    LINE_HEIGHTS,
    PATTERNS,
    RADII,
    SHADOWS,
    SPACING,
    THEMES,
    TYPE_SCALE,
    WEIGHTS,
    contrast,
    ink_on,
)
from language import N_, Language
from layouts.components import status_mark
from layouts.tables import data_table, row

# Where a mark stands on a letter twice, and where one hangs under it: what a line height has to hold.
SAMPLE = "Ẵ Ộ Ự ẩ ễ ợ gỵ · Đắk Lắk, Thừa Thiên Huế · 1.234,5%"
INKS = {
    "ink": N_("chữ thường, con số"),
    "ink_soft": N_("chữ phụ"),
    "ink_faint": N_("chữ mờ, nhãn trục"),
    "accent": N_("liên kết, điều đang chọn, đường của nơi đang xem"),
    "projection": N_("dự báo"),
    "warning": N_("số liệu minh họa"),
    "alert": N_("lỗi, điều phải biết ngay"),
}
EDGES = {
    "line_strong": N_("viền của ô điều khiển và của cột nhạt"),
    "border": N_("ranh giới trên bản đồ, viền ô màu"),
    "selected": N_("tỉnh, xã đang chọn"),
    "focus": N_("khung của mục mà bàn phím đang ở"),
    "missing_ink": N_("nét vẽ của nơi chưa có số liệu"),
}
GROUNDS = ("page", "surface", "sunken")
SCALES = {
    "sequential": N_("Giá trị, từ thấp đến cao"),
    "diverging": N_("Thay đổi và khoảng cách, từ xấu đến tốt"),
    "completeness": N_("Báo cáo, từ đủ đến thiếu hết"),
}


def colour_tables(theme: str, lang: Language) -> list[Component]:
    """Every colour of a theme with its contrast figures (WCAG 2): 4.5 to be read, 3 to be seen."""
    return [
        html.Div(
            [_inks(theme, INKS, lang("Màu chữ"), lang), _inks(theme, EDGES, lang("Màu nét"), lang)],
            className="design-pair",
        ),
        _statuses(theme, lang),
        *(_scale(lang(word), _steps(name, theme), theme, lang) for name, word in SCALES.items()),
        html.H3(lang("Mẫu vẽ thay cho màu")),
        html.Ul(
            [
                html.Li(
                    [
                        html.Span(
                            className=f"design-swatch pattern--{pattern}",
                            style={"--swatch": THEMES[theme].missing},
                        ),
                        html.Code(pattern),
                    ]
                )
                for pattern in PATTERNS
            ],
            className="design-row",
        ),
    ]


def size_tables(lang: Language) -> list[Component]:
    """The type scale, weights, line heights, spacing, radii and shadows."""
    sizes = [
        row(
            html.Code(name),
            (size, "number"),
            (html.Span(SAMPLE, style={"fontSize": f"var(--size-{name})"}, lang="vi"), "design-sample"),
        )
        for name, size in reversed(TYPE_SCALE.items())
    ]
    return [
        data_table(lang("Cỡ chữ"), ((lang("Tên"), ""), ("rem", "number"), (lang("Mẫu"), "")), sizes),
        html.Div(
            [
                _list(lang("Độ đậm"), WEIGHTS, "fontWeight", "weight"),
                _list(lang("Giãn dòng"), LINE_HEIGHTS, "lineHeight", "line", two_lines=True),
            ],
            className="design-pair",
        ),
        html.H3(lang("Khoảng cách")),
        html.Ul([_length(name, size) for name, size in SPACING.items()], className="design-row"),
        html.H3(lang("Góc bo và bóng")),
        html.Ul(
            [
                *(_box(name, {"borderRadius": f"var(--radius-{name})"}) for name in RADII),
                *(_box(name, {"boxShadow": f"var(--shadow-{name})"}) for name in SHADOWS),
            ],
            className="design-row",
        ),
    ]


def _inks(theme: str, names: dict[str, str], caption: str, lang: Language) -> Component:
    tokens = THEMES[theme]
    rows = []
    for name, use in names.items():
        colour = getattr(tokens, name)
        least = min(contrast(colour, getattr(tokens, ground)) for ground in GROUNDS)
        rows.append(
            row(
                html.Span([_chip(colour), html.Code(name)], className="design-named"),
                (lang(use), ""),
                (html.Code(colour), ""),
                (ratio(least, lang), "number"),
            )
        )
    return data_table(
        caption,
        (
            (lang("Tên"), ""),
            (lang("Dùng cho"), ""),
            (lang("Mã màu"), ""),
            (lang("Tương phản, ít nhất"), "number"),
        ),
        rows,
    )


def _statuses(theme: str, lang: Language) -> Component:
    tokens = THEMES[theme]
    rows = []
    for code, status in (STATUSES | MILESTONE_STATUSES).items():
        colour = status.colour(theme)
        rows.append(
            row(
                status_mark(code, lang),
                (html.Code(code), ""),
                (html.Code(colour), ""),
                (ratio(contrast(ink_on(colour), colour), lang), "number"),
                (ratio(contrast(colour, tokens.surface), lang), "number"),
            )
        )
    return data_table(
        lang("Trạng thái"),
        (
            (lang("Trạng thái"), ""),
            (lang("Mã"), ""),
            (lang("Mã màu"), ""),
            (lang("Dấu trên màu"), "number"),
            (lang("Màu trên nền"), "number"),
        ),
        rows,
    )


def _steps(name: str, theme: str) -> tuple[str, ...]:
    tokens = THEMES[theme]
    if name == "sequential":
        return tokens.sequential
    if name == "completeness":
        return class_colours(theme)
    return (*reversed(tokens.worse), tokens.neutral, *tokens.better)


def _scale(title: str, colours: Sequence[str], theme: str, lang: Language) -> Component:
    tokens = THEMES[theme]
    edge = ratio(contrast(tokens.border, tokens.surface), lang)
    return html.Div(
        [
            html.H3(title),
            html.Ul(
                [
                    html.Li(
                        [
                            _chip(colour),
                            html.Code(colour),
                            html.Span(ratio(contrast(colour, tokens.surface), lang), className="quiet"),
                        ]
                    )
                    for colour in colours
                ],
                className="design-row",
            ),
            html.P(
                lang("Bậc dưới 3:1 nhìn ra nhờ viền, tương phản {edge} với nền.", edge=edge),
                className="quiet",
            ),
        ]
    )


def ratio(value: float, lang: Language) -> str:
    """A contrast as it is written: "4,5:1". Rounded down, so that what fails never looks as if it passed."""
    return f"{lang.number(int(value * 10) / 10, 1)}:1"


def _chip(colour: str) -> Component:
    return html.Span(className="design-swatch", style={"--swatch": colour}, **{"aria-hidden": "true"})


def _list(title: str, found: dict[str, str], style: str, token: str, *, two_lines: bool = False) -> Component:
    text = f"{SAMPLE} {SAMPLE}" if two_lines else SAMPLE
    return html.Div(
        [
            html.H3(title),
            html.Dl(
                [
                    html.Div(
                        [
                            html.Dt([html.Code(name), f" {value}"]),
                            html.Dd(text, style={style: f"var(--{token}-{name})"}, lang="vi"),
                        ]
                    )
                    for name, value in found.items()
                ],
                className="design-list",
            ),
        ]
    )


def _length(name: str, size: str) -> Component:
    return html.Li(
        [
            html.Span(
                className="design-length", style={"width": f"var(--space-{name})"}, **{"aria-hidden": "true"}
            ),
            html.Code(f"{name} · {size}"),
        ]
    )


def _box(name: str, style: dict[str, str]) -> Component:
    return html.Li(
        [html.Span(className="design-box", style=style, **{"aria-hidden": "true"}), html.Code(name)]
    )
