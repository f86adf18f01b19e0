"""What the overview is narrowed to: by decision, pillar, deadline and status, all of it in the address."""

from collections import Counter
from collections.abc import Iterable, Sequence

from dash import html
from dash.development.base_component import Component

from charts.statuses import ALL_STATUSES
from indicators.cards import Card
from indicators.model import Indicator
from indicators.pillars import PILLARS
from language import N_, Language
from layouts import ids
from layouts.choice import DUE_YEARS, Choice
from layouts.components import Children, choosing, nothing, segments
from layouts.term_notes import explained

DECISION_WORDS = {"": N_("Tất cả"), "1087": N_("QĐ 1087"), "330": N_("QĐ 330"), "other": N_("Khác")}
NOTHING = dict.fromkeys(("decision", "pillar", "due", "status"), "")


def matching(cards: Iterable[Card], chosen: Choice, *, whatever_status: bool = False) -> tuple[Card, ...]:
    """The cards that the filters leave; `whatever_status` leaves the status out, to count by it."""
    return tuple(
        card
        for card in cards
        if chosen.decision in (None, decision_of(card.indicator))
        and chosen.pillar in (None, card.indicator.pillar)
        and (chosen.due is None or chosen.due in due_years(card.indicator))
        and (whatever_status or chosen.status in (None, card.value.status))
    )


def decision_of(indicator: Indicator) -> str:
    """Which decision asks for an indicator, as the filter names it."""
    return indicator.basis if indicator.basis in ("1087", "330") else "other"


def due_years(indicator: Indicator) -> frozenset[str]:
    """The years in which targets of an indicator are due, interim ones left out."""
    return frozenset(str(target.date.year) for target in indicator.targets if not target.interim)


def is_filtered(chosen: Choice) -> bool:
    """Whether anything is left out."""
    return any((chosen.decision, chosen.pillar, chosen.due, chosen.status))


def filter_words(chosen: Choice) -> list[str]:
    """What the overview is narrowed to, in words."""
    lang = chosen.language
    return [
        *([lang(DECISION_WORDS[chosen.decision])] if chosen.decision else []),
        *([pillar_name(chosen.pillar, lang)] if chosen.pillar else []),
        *([lang("hạn {year}", year=chosen.due)] if chosen.due else []),
        *([lang(ALL_STATUSES[chosen.status].word)] if chosen.status else []),
    ]


def pillar_name(code: str, lang: Language) -> str:
    """The name of a pillar."""
    return next(lang.pick(pillar.name_vi, pillar.name_en) for pillar in PILLARS if pillar.code == code)


def filters(cards: Sequence[Card], chosen: Choice) -> Component:
    """The bar of filters; each pillar with how many indicators it has."""
    lang = chosen.language
    due_words = {"": N_("Tất cả")} | {year: year for year in DUE_YEARS}
    return html.Section(
        [
            _control(
                lang("Văn bản"),
                segments(lang("Văn bản"), "decision", DECISION_WORDS, chosen.decision or "", lang),
            ),
            _control(
                explained(lang("Hạn của chỉ tiêu"), lang, "target"),
                segments(lang("Hạn của chỉ tiêu"), "due", due_words, chosen.due or "", lang),
            ),
            html.Div(
                [html.Label(lang("Trụ cột"), htmlFor=ids.PILLAR), _pillars(cards, chosen)],
                className="control",
            ),
            *([clear_button(lang)] if is_filtered(chosen) else []),
        ],
        className="overview-filters",
        **{"aria-label": lang("Lọc chỉ tiêu")},
    )


def clear_button(lang: Language) -> Component:
    """The button that leaves all filters."""
    return html.Button(lang("Bỏ lọc"), type="button", className="text-button", **choosing(**NOTHING))


def nothing_found(chosen: Choice) -> Component:
    """What to do where the filters leave nothing."""
    lang = chosen.language
    said = lang("Không có chỉ tiêu nào khớp với: {filters}.", filters=", ".join(filter_words(chosen)))
    advice = lang("Hãy bỏ bớt điều kiện, hoặc bỏ lọc để xem toàn bộ.")
    return nothing(said, advice, clear_button(lang))


def _control(label: Children, content: Component) -> Component:
    return html.Div([html.Span(label, className="control-label"), content], className="control")


def _pillars(cards: Sequence[Card], chosen: Choice) -> Component:
    lang = chosen.language
    counts = Counter(card.indicator.pillar for card in cards)
    names = {"": lang("Tất cả")} | {
        pillar.code: f"{lang.pick(pillar.name_vi, pillar.name_en)} ({counts[pillar.code]})"
        for pillar in PILLARS
        if counts[pillar.code]
    }
    return html.Select(
        [
            html.Option(name, value=code, selected=code == (chosen.pillar or ""))
            for code, name in names.items()
        ],
        id=ids.PILLAR,
        className="select",
        **{"data-choose-by": "pillar"},
    )
