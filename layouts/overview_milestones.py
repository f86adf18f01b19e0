"""The milestones on the overview, as a row of states."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from charts.wording import marks, parts
from indicators.cards import Card
from indicators.model import COUNTRY
from language import Language
from layouts.choice import Choice
from layouts.components import as_written, origin_button, status_mark
from layouts.export_menu import exportable
from layouts.links import INDICATOR, link
from layouts.term_notes import explained
from layouts.wording import name


def milestone_row(cards: Sequence[Card], chosen: Choice) -> Component:
    """One state for each milestone: provinces done or the document, the deadline, the way there."""
    lang = chosen.language
    return html.Section(
        [
            html.Div(
                [
                    html.H2(explained(lang("Mốc công việc"), lang, "milestone"), id="milestones-title"),
                    exportable("milestones", lang, picture=False, what=lang("Mốc công việc")),
                ],
                className="export-head",
            ),
            html.Ul([_milestone(card, chosen) for card in cards], className="milestones"),
        ],
        className="overview-section",
        **{"aria-labelledby": "milestones-title", "data-slide": lang("Mốc công việc")},
    )


def _milestone(card: Card, chosen: Choice) -> Component:
    lang, value = chosen.language, card.value
    due = [lang("Hạn {day}", day=lang.date(value.deadline))] if value.deadline else []
    return html.Li(
        [
            html.Div(
                [
                    html.Span(card.indicator.code, className="card-code"),
                    origin_button(value, lang, short=True),
                ],
                className="card-head",
            ),
            html.H3(link(name(card.indicator, lang), INDICATOR, chosen, "card-link", i=card.indicator.code)),
            status_mark(value.status, lang),
            html.P(done(card, lang), className="milestone-done"),
            html.P(" · ".join([*due, *marks(value, lang)]), className="card-remarks"),
        ],
        className="milestone",
    )


def done(card: Card, lang: Language) -> Component | str:
    """How far a milestone is: the provinces that completed it, or the document that proves it."""
    if card.value.denominator is not None and card.value.denominator > 1:
        return lang("{done} tỉnh, thành phố hoàn thành", done=parts(card.value, lang))
    mine = next((one for one in card.milestones if one.area_code == COUNTRY), None)
    if mine is None or mine.status == "not_started":
        return lang("Chưa có báo cáo")
    if mine.completed_date is None:
        return lang("Dự kiến {day}", day=lang.date(mine.planned_date)) if mine.planned_date else ""
    if not mine.evidence_document:
        return lang("Báo xong ngày {day}, chưa nêu văn bản", day=lang.date(mine.completed_date))
    return as_written(mine.evidence_document)
