"""What a reader finds in components: their texts and their attributes."""

import re
from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component


def parts(shown: Any) -> Iterator[Any]:
    """The components and texts of what is shown, outermost first."""
    if isinstance(shown, list | tuple):
        for part in shown:
            yield from parts(part)
    elif shown is not None:
        yield shown
        if isinstance(shown, Component):
            yield from parts(getattr(shown, "children", None))


def texts(shown: Any) -> list[str]:
    """The texts, in order."""
    return [part for part in parts(shown) if isinstance(part, str)]


def one_line(shown: Any) -> str:
    """The texts in one line, in which a sentence with a term marked in it is whole."""
    return re.sub(" +", " ", " ".join(texts(shown)))


def attributes(shown: Any, name: str) -> list[Any]:
    """The values of an attribute, in order."""
    return [value for part in parts(shown) if (value := getattr(part, name, None)) is not None]
