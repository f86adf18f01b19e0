"""What stands on a page until its numbers are there.

A part that is seen first holds `awaited()` until its first answer. As long as one is left a skeleton in
the shape of the page stands in its place, and the page itself is laid out unseen (assets/2_waiting.css): all
of it comes at once, in its final size, and nothing jumps.
"""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from language import Language
from layouts import ids
from layouts.components import alert

Shape = Sequence[tuple[int, float]]
"""The blocks of a skeleton as they are read: of twelve columns, how many; how high, in rem."""


def awaited() -> Component:
    """What the first answer takes the place of, even one that holds nothing."""
    return html.Span(className="awaited", hidden=True)


def skeleton(shape: Shape) -> Component:
    """The blocks that are seen while something of the page is awaited."""
    blocks = [
        html.Div(className="skeleton-block", style={"--columns": columns, "--height": f"{height}rem"})
        for columns, height in shape
    ]
    return html.Div(blocks, className="skeleton")


def progress(lang: Language) -> Component:
    """The one place that shows, and tells, what has been on its way for a second (assets/4_progress.js)."""
    said = {"data-said": lang("Đang đọc số liệu…")}
    return html.Div(id=ids.PROGRESS, className="under-way", role="status", **said)


def away(lang: Language) -> Component:
    """What is said as long as the server itself is away; the script shows it, and asks again by itself."""
    again = html.Button(lang("Thử lại ngay"), type="button", className="text-button away-again")
    said = alert(
        lang("Chưa kết nối được với máy chủ."),
        [lang("Trang giữ nguyên số liệu đã đọc và tự đọc tiếp khi kết nối lại được."), " ", again],
    )
    return html.Div(said, className="alerts alerts--away", role="alert")
