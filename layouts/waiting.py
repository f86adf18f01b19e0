"""What stands on a page until its numbers are there.

A part that is seen first holds `awaited()` until its first answer. As long as one is left a skeleton in
the shape of the page stands in its place, and the page itself is laid out unseen (assets/2_waiting.css): all
of it comes at once, in its final size, and nothing jumps.
"""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from language import Language

Shape = Sequence[tuple[int, float]]
"""The blocks of a skeleton as they are read: of twelve columns, how many; how high, in rem."""


def awaited() -> Component:
    """What the first answer takes the place of, even one that holds nothing."""
    return html.Span(className="awaited", hidden=True)


def skeleton(shape: Shape, lang: Language) -> Component:
    """The blocks that are seen while something of the page is awaited."""
    blocks = [
        html.Div(className="skeleton-block", style={"--columns": columns, "--height": f"{height}rem"})
        for columns, height in shape
    ]
    return html.Div(
        [html.P(lang("Đang đọc số liệu…"), className="skeleton-said"), *blocks],
        className="skeleton",
    )
