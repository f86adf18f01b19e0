"""Terms where they stand on a page: underlined with dots, explained by a note on hover, focus or a press.

A page marks a term once, in the heading, label or note where it first stands.
assets/4_terms.js shows the note.
"""

import re
from collections.abc import Iterator, Mapping

from dash import html
from dash.development.base_component import Component

from language import Language
from layouts.links import METHODOLOGY
from layouts.methodology_terms import basis
from layouts.terms import REGISTER, TERMS, Term

NOTE = "term-note"


def explained(text: str, lang: Language, *codes: str) -> list[Component | str]:
    """A text with its terms marked, each where it first stands; one that doesn't occur marks nothing.

    >>> from language import language
    >>> [getattr(part, "children", part) for part in explained("Độ phủ báo cáo", language("vi"), "coverage")]
    ['Độ phủ', ' báo cáo']
    """
    shown: list[Component | str] = []
    done = 0
    # Of two that begin together the longer one is meant: a provisional baseline is nothing provisional.
    for start, end, term in sorted(_places(text, lang, codes), key=lambda place: (place[0], -place[1])):
        if start >= done:
            shown += [text[done:start], _marked(text[start:end], term)]
            done = end
    return [part for part in (*shown, text[done:]) if part != ""]


def _places(text: str, lang: Language, codes: tuple[str, ...]) -> Iterator[tuple[int, int, Term]]:
    for code in codes:
        term = TERMS[code]
        wordings = sorted({lang(word) for word in (*term.also, term.word)}, key=len, reverse=True)
        words = "|".join(map(re.escape, wordings))  # the longest first: it may begin with a shorter one
        if found := re.search(rf"(?<!\w)(?:{words})s?(?!\w)", text, re.IGNORECASE):  # English has plurals
            yield *found.span(), term


def _marked(text: str, term: Term) -> Component:
    return html.Button(
        text,
        type="button",
        className="term",
        **{
            "data-term": term.code,
            "aria-expanded": "false",
            "aria-controls": NOTE,
            "aria-describedby": f"{NOTE}-{term.code}",
        },
    )


def term_note(numbers: Mapping[str, str], lang: Language) -> Component:
    """The note, once on every page, with the meanings of all terms, of which one is shown at a time."""
    meanings = [
        html.Div(
            [
                html.P(lang(term.word), className="term-word"),
                html.P(lang(term.meaning, **numbers), id=f"{NOTE}-{term.code}"),
                html.P(basis(term, lang), className="quiet"),
            ],
            hidden=True,
            **{"data-meaning": term.code, "data-anchor": term.anchor},
        )
        for term in REGISTER
    ]
    more = html.A(lang("Xem ở trang Phương pháp"), href=METHODOLOGY, **{"data-page": METHODOLOGY})
    return html.Div(
        [*meanings, html.P(more, className="term-more")],
        id=NOTE,
        className="term-note",
        role="group",
        hidden=True,
        **{"aria-label": lang("Nghĩa của từ")},
    )
