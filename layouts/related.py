"""The indicators that a task serves, or that a system gives or takes, as links to their pages."""

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from indicators.catalogue import Catalogue
from layouts.choice import Choice
from layouts.links import INDICATOR, link
from layouts.wording import name


def related(words: str, codes: Iterable[str], catalogue: Catalogue, chosen: Choice) -> list[Component]:
    """The known ones of the codes, after `words` that say what they are; nothing where there are none."""
    known = [catalogue[code] for code in codes if code in catalogue]
    if not known:
        return []
    links = [indicator_link(one.code, catalogue, chosen) for one in known]
    return [html.Span([html.Span(words), *links], className="served")]


def indicator_link(code: str, catalogue: Catalogue, chosen: Choice) -> Component:
    """An indicator's code and name as the link to its page."""
    words = [html.Span(code, className="option-code"), name(catalogue[code], chosen.language)]
    return link(words, INDICATOR, chosen, "indicator-link", i=code)
