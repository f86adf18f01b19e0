"""Counts that list what they count when they are pressed."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from language import Language
from layouts.components import choosing


def counts(label: str, buttons: Sequence[Component]) -> Component:
    """A labelled row of counts."""
    group = html.Div(list(buttons), className="counts", role="group", **{"aria-label": label})
    return html.Div([html.P(label, className="control-label", **{"aria-hidden": "true"}), group])


def count(number: int, word: Component, pressed: bool, lang: Language, **parameters: str) -> Component:
    """A number with what it counts, as a button that writes parameters; pressed again it takes them back."""
    return html.Button(
        [html.Span(lang.number(number, 0), className="count-number"), word],
        type="button",
        className="count" if number else "count count--none",
        disabled=not number and not pressed,
        **{"aria-pressed": "true" if pressed else "false"},
        **choosing(**(dict.fromkeys(parameters, "") if pressed else parameters)),
    )
