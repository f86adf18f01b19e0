"""The page Tổng quan: what a leader reads in two minutes, and shows in the meeting room."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from indicators.attention import attention
from indicators.cards import Card
from indicators.catalogue import Catalogue
from indicators.model import Value
from language import Language
from layouts import ids
from layouts.card import Shown, indicator_card
from layouts.choice import Choice
from layouts.components import SPOKEN
from layouts.export_menu import exportable
from layouts.overview_attention import attention_list
from layouts.overview_counts import caveat, counts_by_status, sentence, tally, uncounted
from layouts.overview_filters import filter_words, filters, matching, nothing_found, pillar_name
from layouts.overview_milestones import milestone_row
from layouts.overview_slides import present_button, slide_bar
from layouts.term_notes import explained
from layouts.waiting import awaited

OwnTargets = Mapping[str, tuple[Value, ...]]  # of indicators without a common target, by code


def page(_catalogue: Catalogue, _lang: Language) -> Component:
    """The page before anything is read: the first answer of a new day or load takes a while."""
    return html.Div(awaited(), id=ids.OVERVIEW, className="page")


def overview(cards: Sequence[Card], own: OwnTargets, chosen: Choice) -> Component:
    """The page: headline and counts, filters, what needs attention, milestones, cards by pillar.

    The counts are of everything that the other filters leave, so that another status can be chosen. Where a
    status is chosen the cards are what was asked for, and nothing is picked out of them.
    """
    wholes = [card for card in cards if not card.indicator.part_of]
    counted, shown = matching(wholes, chosen, whatever_status=True), matching(wholes, chosen)
    milestones = [card for card in shown if card.indicator.kind == "milestone"]
    parts = [card for card in cards if card.indicator.part_of in {one.indicator.code for one in shown}]
    return html.Div(
        [
            _head(counted, chosen),
            filters(wholes, chosen),
            *([nothing_found(chosen)] if not shown else []),
            *([attention_list(attention([*shown, *parts]), chosen)] if shown and not chosen.status else []),
            *([milestone_row(milestones, chosen)] if milestones else []),
            *_pillars(shown, parts, own, chosen),
            slide_bar(chosen.language),
        ],
        className="overview",
        **({"data-present": "true"} if chosen.present else {}),
    )


def is_illustrative(cards: Sequence[Card], own: OwnTargets) -> bool:
    """Whether any number on the page is made up to show the product."""
    return (
        any(card.value.illustrative for card in cards)
        or any(point.illustrative for card in cards for point in card.series.points)
        or any(one.illustrative for card in cards for one in card.milestones)
        or any(value.illustrative for values in own.values() for value in values)
    )


def _head(counted: Sequence[Card], chosen: Choice) -> Component:
    lang = chosen.language
    counts = tally(counted)
    measured = [card.value for card in counted if card.indicator.kind != "milestone"]
    days = [value.observed_on for value in measured if value.observed_on]
    where = [lang("Tổng quan"), *filter_words(chosen)]
    newest = [lang("số liệu đến {day}", day=lang.date(max(days)))] if days else []
    weak = caveat([card.value for card in counted], lang)
    beside = uncounted(counts, chosen)
    return html.Section(
        [
            html.Div(
                [
                    html.P(" · ".join([*where, *newest]), className="eyebrow"),
                    exportable("indicators", lang, picture=False, text=lang("Tải bảng chỉ số")),
                    present_button(lang),
                ],
                className="tile-head",
            ),
            html.H1(_clauses(sentence(counts, lang)), **SPOKEN),
            *([html.P(explained(weak, lang, "provisional", "stale"), className="quiet")] if weak else []),
            html.Div(
                [counts_by_status(counts, chosen), exportable("counts", lang, what=lang("Theo trạng thái"))],
                className="export-head",
            ),
            *([beside] if beside is not None else []),
        ],
        className="tile overview-head",
        **{"data-slide": lang("Tổng quan")},
    )


def _clauses(said: str) -> list[Component | str]:
    """The sentence as pieces that are broken between, not within, where the screen has room for them."""
    clauses = said.split("; ")
    spans = [html.Span(f"{clause};", className="clause") for clause in clauses[:-1]]
    return [part for span in spans for part in (span, " ")] + [html.Span(clauses[-1], className="clause")]


def _pillars(
    shown: Sequence[Card], parts: Sequence[Card], own: OwnTargets, chosen: Choice
) -> list[Component]:
    """The cards by pillar in the order of the catalogue; milestones have their own row."""
    measured = [card for card in shown if card.indicator.kind != "milestone"]
    return [
        _pillar(code, [_with_parts(card, parts, own) for card in group], chosen)
        for code, group in groupby(measured, key=lambda card: card.indicator.pillar)
    ]


def _with_parts(card: Card, parts: Sequence[Card], own: OwnTargets) -> Shown:
    mine = tuple(part for part in parts if part.indicator.part_of == card.indicator.code)
    return Shown(card, mine, own.get(card.indicator.code, ()))


def _pillar(code: str, cards: Sequence[Shown], chosen: Choice) -> Component:
    name, title = pillar_name(code, chosen.language), f"pillar-{code}"
    return html.Section(
        [
            html.H2(name, id=title),
            html.Ul([html.Li(indicator_card(shown, chosen)) for shown in cards], className="indicator-cards"),
        ],
        className="overview-section overview-pillar",
        style={"--cards": len(cards)},
        **{"aria-labelledby": title, "data-slide": name},
    )
