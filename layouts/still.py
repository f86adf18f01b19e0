"""Long lists as HTML text: as components, a thousand elements hold a browser up for many seconds.

assets/2_still.js puts the text in place. Buttons and links in it work as everywhere, because what they do is
listened for on the whole page (assets/2_choice.js); what a callback reads or writes can't stand in it.
"""

from collections.abc import Iterator
from html import escape
from typing import Any

from dash import html
from dash.development.base_component import Component

from layouts.components import Children

# Where React's name of an attribute is not its own with capitals made small.
ATTRIBUTES = {"className": "class", "htmlFor": "for"}
VOID = {"br", "col", "hr", "img", "input", "wbr"}


def still(content: Children) -> Component:
    """The content as one component that nothing can change but an answer that brings it anew."""
    return html.Div(**{"data-html": to_html(content)})


def to_html(content: Any) -> str:
    """The HTML of components of dash.html and of texts; all that is not ours to write is escaped."""
    return "".join(_pieces(content))


def _pieces(content: Any) -> Iterator[str]:
    if content is None:
        return
    if isinstance(content, list | tuple):
        for part in content:
            yield from _pieces(part)
    elif isinstance(content, Component):
        yield from _element(content)
    else:
        yield escape(str(content))


def _element(component: Component) -> Iterator[str]:
    described = component.to_plotly_json()
    if described["namespace"] != "dash_html_components":
        raise TypeError(f"{described['type']} needs a callback or a script: it can't be still")
    tag, properties = described["type"].lower(), dict(described["props"])
    children = properties.pop("children", None)
    yield f"<{tag}{''.join(_attributes(properties))}>"
    if tag not in VOID:
        yield from _pieces(children)
        yield f"</{tag}>"


def _attributes(properties: dict[str, Any]) -> Iterator[str]:
    for key, value in properties.items():
        name = ATTRIBUTES.get(key, key.lower())
        if value is None or value is False:
            continue
        if value is True:
            yield f" {name}"
        elif key == "style":
            yield f' style="{escape("; ".join(f"{each}: {to}" for each, to in value.items()))}"'
        else:
            yield f' {name}="{escape(str(value))}"'
