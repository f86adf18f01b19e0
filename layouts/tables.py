"""Tables as every page writes them: a caption, named columns, and room to scroll where they are wide."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from layouts.components import Children

Column = tuple[str, str]  # its name and the class of its cells: "" for words, "number" for numbers


def data_table(
    caption: str, columns: Sequence[Column], rows: Sequence[Component], *, hidden_caption: bool = False
) -> Component:
    """A table that scrolls by itself where it is wider than the page."""
    head = html.Tr([_head(text, style) for text, style in columns])
    table = html.Table(
        [
            html.Caption(caption, className="visually-hidden" if hidden_caption else ""),
            html.Thead(head),
            html.Tbody(list(rows)),
        ]
    )
    return html.Div(table, className="table-scroll", tabIndex="0", role="region", **{"aria-label": caption})


def _head(text: str, style: str) -> Component:
    """The head of a column; one of pictures that say nothing more than the numbers beside them has none."""
    return html.Th(text, scope="col", className=style) if text else html.Td(className=style)


def row(head: Children, *cells: tuple[Children, str], current: bool = False) -> Component:
    """A row: what it is about, then its cells with their classes; `current` marks the one looked at."""
    return html.Tr(
        [html.Th(head, scope="row"), *(html.Td(content, className=style) for content, style in cells)],
        className="current" if current else None,
    )
