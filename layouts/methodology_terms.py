"""The terms of the methodology page, each with its meaning, its basis and its word in the other language."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from language import LOCALES, Language, collation_key
from layouts.components import as_written, filled
from layouts.terms import REGISTER, Term


def term_list(numbers: Mapping[str, str], lang: Language) -> Component:
    """All terms in the order of the alphabet; `numbers` are those in force that their meanings name."""
    ordered = sorted(REGISTER, key=lambda term: collation_key(lang(term.word)))
    return html.Dl([_entry(term, numbers, lang) for term in ordered], className="terms")


def _entry(term: Term, numbers: Mapping[str, str], lang: Language) -> Component:
    other, name = next(pair for pair in zip(LOCALES, term.names, strict=True) if pair[0] != lang.code)
    return html.Div(
        [
            html.Dt(
                [html.Span(lang(term.word)), " ", html.Span(name, className="term-elsewhere", lang=other)]
            ),
            html.Dd(lang(term.meaning, **numbers)),
            html.Dd(basis(term, lang), className="quiet"),
        ],
        id=term.anchor,
        className="term-entry",
    )


def basis(term: Term, lang: Language) -> Sequence[Component | str]:
    """The legal text behind a term, or that it is this dashboard's own convention."""
    if not term.basis:
        return [lang("Quy ước của bảng chỉ số này")]
    return filled(lang("Căn cứ: {source}"), source=as_written(term.basis))
