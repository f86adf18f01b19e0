"""The presentation mode of the overview: how it begins, its controls; assets/5_overview.js turns it."""

from dash import html
from dash.development.base_component import Component

from language import Language
from layouts.components import choosing

SECONDS = 15  # that a page stays


def present_button(lang: Language) -> Component:
    """The button that begins the presentation, on the whole screen."""
    return html.Button(
        [html.Span("▷", **{"aria-hidden": "true"}), lang("Trình chiếu")],
        type="button",
        className="present-button",
        **{"data-slides": "begin"},
        **choosing(present="1"),
    )


def slide_bar(lang: Language) -> Component:
    """The bar under the pages of a presentation; it is there only while presenting."""
    return html.Div(
        [
            html.Span(className="slides-name"),
            _button("previous", "‹", lang("Trang trước")),
            html.Span(className="slides-count"),
            _button("next", "›", lang("Trang sau")),
            _button("pause", "", lang("Tự chuyển trang")),
            _button("screen", "", lang("Toàn màn hình")),
            html.Button(
                lang("Thoát trình chiếu"),
                type="button",
                className="slides-button slides-leave",
                **{"data-slides": "leave"},
                **choosing(present=""),
            ),
        ],
        className="slides-bar",
        role="toolbar",
        **{"aria-label": lang("Điều khiển trình chiếu"), "data-seconds": str(SECONDS)},
    )


def _button(does: str, sign: str, label: str) -> Component:
    return html.Button(
        sign,
        type="button",
        className=f"slides-button slides-button--{does}",
        title=label,
        **{"aria-label": label, "data-slides": does},
    )
