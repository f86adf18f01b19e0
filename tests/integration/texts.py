"""The texts that an answer of the application holds for a reader, and the language each says it is in."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple

# What of a component or a figure no reader sees.
UNSEEN = {
    *("className", "class", "id", "href", "src", "style", "type", "namespace", "role", "key", "value"),
    *("search", "component_id", "colorscale", "colorbar", "geojson", "featureidkey", "family", "locale"),
    *("name", "fillcolor", "color", "colors", "bgcolor", "bordercolor", "data-export", "data-sorts"),
    *(
        "aria-controls",
        "aria-labelledby",
        "aria-describedby",
        "htmlFor",
        "for",
        "data-choose",
        "data-choose-also",
        "data-choose-by",
        "data-page",
        "data-target",
    ),
}
VOID = {"br", "col", "hr", "img", "input", "wbr"}


class Said(NamedTuple):
    """A text with where it stands and the language that an element around it names; empty for the page's."""

    text: str
    where: str
    lang: str


def texts(tree: Any, where: str = "", lang: str = "") -> Iterator[Said]:
    """The texts of an answer: of components, of HTML written as text, of figures."""
    if isinstance(tree, str):
        yield Said(tree, where, lang)
    elif isinstance(tree, list):
        for one in tree:
            yield from texts(one, where, lang)
    elif isinstance(tree, dict):
        within = tree.get("lang") if isinstance(tree.get("lang"), str) else lang
        for name, value in tree.items():
            if name == "data-html":
                yield from _Html.read(value, within or "")
            elif name not in UNSEEN and name != "lang":
                yield from texts(value, name, within or "")


class _Html(HTMLParser):
    def __init__(self, lang: str):
        super().__init__()
        self.found: list[Said] = []
        self.open: list[tuple[str, str]] = [("", lang)]

    @classmethod
    def read(cls, text: str, lang: str) -> list[Said]:
        parser = cls(lang)
        parser.feed(text)
        return parser.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        lang = dict(attrs).get("lang") or self.open[-1][1]
        self.found += [Said(text or "", name, lang) for name, text in attrs if name not in UNSEEN | {"lang"}]
        if tag not in VOID:
            self.open.append((tag, lang))

    def handle_endtag(self, tag: str) -> None:
        while len(self.open) > 1 and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.found.append(Said(data, self.open[-1][0], self.open[-1][1]))
