"""Pages as HTML text, but for what a callback reads or writes: as components of Dash, a thousand elements
hold a browser up for many seconds.

assets/2_still.js puts the text in place. Buttons and links in it work as everywhere, because what they do is
listened for on the whole page (assets/2_choice.js).
"""

from collections.abc import Iterator
from copy import copy
from html import escape
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from layouts import ids

WORDS = "data-html"
"""The property that holds HTML text."""

# Where React's name of an attribute is not its own with capitals made small.
ATTRIBUTES = {"className": "class", "htmlFor": "for"}
VOID = {"br", "col", "hr", "img", "input", "wbr"}
HTML = "dash_html_components"


def words(content: Any) -> dict[str, str]:
    """What gives an element its content where that never holds anything alive: `html.Div(**words(…))`.

    It may change without React, which knows of none (assets/2_words_at_once.js). Raises TypeError for what
    is not of dash.html.
    """
    return {WORDS: to_html(content)}


def stilled(content: Any) -> Any:
    """An answer in which every element that holds nothing alive has its content as HTML text.

    Alive is what isn't of dash.html, and what has one of the ids that callbacks know: its children may be
    changed. What is no component stays as it is.
    """
    if isinstance(content, list | tuple):
        return type(content)(stilled(part) for part in content)
    if not isinstance(content, Component):
        return content
    content = _plain(content)
    children = getattr(content, "children", None)
    if not _has_elements(children):
        return content
    made = copy(content)
    if content._namespace == HTML and _is_still(children) and not _is_known(content):
        made.children = None
        setattr(made, WORDS, to_html(children))
    else:
        made.children = stilled(children)
    return made


def _plain(component: Component) -> Component:
    """An alert of Bootstrap as the element that it is: none is alive, and its script (53 KB) stays away."""
    if not isinstance(component, dbc.Alert):
        return component
    return html.Div(component.children, className=f"alert alert-{component.color}", role="alert")


def _has_elements(content: Any) -> bool:
    if isinstance(content, list | tuple):
        return any(map(_has_elements, content))
    return isinstance(content, Component)


def _is_still(content: Any) -> bool:
    if isinstance(content, list | tuple):
        return all(map(_is_still, content))
    if not isinstance(content, Component):
        return True
    content = _plain(content)
    if content._namespace != HTML or _is_known(content):
        return False
    return _is_still(getattr(content, "children", None))


def _is_known(component: Component) -> bool:
    return ids.is_known(getattr(component, "id", None))


def told(component: Component) -> dict[str, Any]:
    """A component in JSON's types, with its properties in the order of their names.

    Dash has those that were said in the order of a set, which is another in each process: the same picture
    would be another file, and a file told by parts of another one would not fit that of another process.
    """
    found: dict[str, Any] = component.to_plotly_json()
    return found | {"props": dict(sorted(found["props"].items()))}


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
    described = told(_plain(component))
    if described["namespace"] != HTML:
        raise TypeError(f"{described['type']} needs a callback or a script: it can't be still")
    tag, properties = described["type"].lower(), dict(described["props"])
    children, written = properties.pop("children", None), properties.pop(WORDS, "")
    yield f"<{tag}{''.join(_attributes(properties))}>"
    if tag not in VOID:
        yield written
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
