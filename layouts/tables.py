"""Tables as every page writes them: a caption, named columns, and on a phone a card for each row."""

from collections.abc import Sequence
from typing import Any, cast

from dash import html
from dash.development.base_component import Component

from language import Language
from layouts.components import Children

# Its name, perhaps with a term marked in it, and the class of its cells: "" for words, "number" for numbers.
Column = tuple[Children, str]


def data_table(
    caption: str, columns: Sequence[Column], rows: Sequence[Component], *, hidden_caption: bool = False
) -> Component:
    """A table that scrolls by itself where it is wider than the page; on a phone a card for each row."""
    head = html.Tr([_head(text, style) for text, style in columns])
    table = html.Table(
        [
            html.Caption(caption, className="visually-hidden" if hidden_caption else ""),
            html.Thead(head),
            html.Tbody(list(rows)),
        ]
    )
    return html.Div(
        carded(table), className="table-scroll", tabIndex="0", role="region", **{"aria-label": caption}
    )


def carded(table: Any) -> Component:
    """The table, its rows cards on a phone (assets/4_tables.css): each cell knows the name of its column.

    Cards are no table for a browser, so that what each part is has to be said.
    """
    head, body = table.children[-2:]
    names = [cell.children for cell in head.children.children]
    table.role, head.role, body.role, head.children.role = "table", "rowgroup", "rowgroup", "row"
    for cell in head.children.children:
        cell.role = "columnheader" if isinstance(cell, html.Th) else "cell"
    for line in body.children:
        line.role = "row"
        for cell, name in zip(line.children, names, strict=False):
            cell.role = "rowheader" if isinstance(cell, html.Th) else "cell"
            setattr(cell, "data-label", _words(name))
    table.className = " ".join(filter(None, (getattr(table, "className", None), "cards-table")))
    return cast(Component, table)


def _words(name: Children) -> str:
    """What the name of a column says; the buttons that sort by it say nothing beside its cells."""
    parts: list[Any] = name if isinstance(name, list) else [name]
    words = (one.children if getattr(one, "className", "") == "term" else one for one in parts)
    return "".join(one for one in words if isinstance(one, str))


def _head(text: Children, style: str) -> Component:
    """The head of a column; one of pictures that say nothing more than the numbers beside them has none."""
    return html.Th(text, scope="col", className=style) if text else html.Td(className=style)


def long_list(content: Component, lang: Language) -> Component:
    """A list of many screens, of which a phone shows the beginning until the rest is asked for."""
    words = html.Summary([html.Span(lang("Xem cả danh sách")), html.Span(lang("Thu gọn danh sách"))])
    return html.Div(
        [html.Div(content, className="long-list"), html.Details(words, className="long-more")],
        className="long",
    )


def row(head: Children, *cells: tuple[Children, str], current: bool = False) -> Component:
    """A row: what it is about, then its cells with their classes; `current` marks the one looked at."""
    return html.Tr(
        [html.Th(head, scope="row"), *(html.Td(content, className=style) for content, style in cells)],
        className="current" if current else None,
    )
