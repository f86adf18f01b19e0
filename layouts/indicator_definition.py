"""What an indicator is: its formula in words, the text behind it, who answers for it, what is disputed."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from indicators.loads import Measure
from indicators.model import Indicator
from language import N_, Language
from layouts.choice import Choice
from layouts.components import Children, as_written, fact, filled
from layouts.links import METHODOLOGY, link
from layouts.origin import FORMULAS

CYCLES = {
    "month": N_("hằng tháng"),
    "quarter": N_("hằng quý"),
    "half": N_("6 tháng một lần"),
    "year": N_("hằng năm"),
}
LEVELS = {"country": N_("trung ương"), "province": N_("cấp tỉnh"), "commune": N_("cấp xã")}
DIRECTIONS = {"up": N_("càng cao càng tốt"), "down": N_("càng thấp càng tốt")}


def definition_card(measures: Sequence[Measure], chosen: Choice) -> Component:
    """The definition in full; `measures` have the names of what is counted."""
    lang, indicator = chosen.language, chosen.indicator
    then, today = indicator.responsible_then, indicator.responsible_now
    terms = [
        fact(lang("Văn bản"), html.Span(indicator.decision, lang="vi")),
        fact(lang("Điều khoản"), html.Span(indicator.clause, lang="vi")),
        fact(lang("Chiều đánh giá"), lang(DIRECTIONS[indicator.direction])),
        fact(lang("Chu kỳ báo cáo"), lang(CYCLES[indicator.cycle])),
        fact(lang("Cấp báo cáo"), lang(LEVELS[indicator.level])),
        fact(lang("Chịu trách nhiệm theo văn bản"), html.Span(then, lang="vi")),
        fact(lang("Chịu trách nhiệm hiện nay"), html.Span(today, lang="vi")),
        fact(lang("Vì sao theo dõi"), lang.pick(indicator.why_vi, indicator.why_en)),
    ]
    return html.Section(
        [
            html.H2(lang("Định nghĩa"), id="definition-title"),
            *_formula(measures, indicator, lang),
            html.Dl([one for one in terms if one.children[1].children], className="facts facts--long"),
            *_review(indicator, lang),
            html.P(link(lang("Cách tính và đánh giá"), METHODOLOGY, chosen), className="ways"),
        ],
        className="tile indicator-definition",
        **{"aria-labelledby": "definition-title"},
    )


def disputed_card(indicator: Indicator, lang: Language) -> list[Component]:
    """What the texts leave open, and how it is read here; nothing where all is clear."""
    disputed = lang.pick(indicator.disputed_vi, indicator.disputed_en)
    if not disputed:
        return []
    return [
        html.Section(
            [html.H2(lang("Điểm chưa thống nhất"), id="disputed-title"), html.P(disputed)],
            className="tile disputed",
            **{"aria-labelledby": "disputed-title"},
        )
    ]


def _formula(measures: Sequence[Measure], indicator: Indicator, lang: Language) -> list[Component]:
    """The measures as a fraction, under one another as they are read aloud; how they add up, below."""
    above = _sum([one for one in measures if one.side == "numerator"], lang)
    below = _sum([one for one in measures if one.side == "denominator"], lang)
    said = html.P(lang(FORMULAS[indicator.kind]), className="quiet")
    if not above:
        return [said]
    if not below:
        return [html.P(above, className="indicator-formula"), said]
    times = "× 100" if indicator.unit == "%" else ""
    fraction = html.Span(
        [
            html.Span(above, className="fraction-top"),
            html.Span(f" {lang('chia cho')} ", className="visually-hidden"),
            html.Span(below, className="fraction-bottom"),
        ],
        className="indicator-fraction",
    )
    return [html.P([fraction, html.Span(times, className="times")], className="indicator-formula"), said]


def _sum(measures: Sequence[Measure], lang: Language) -> Children:
    """The names of measures, added up."""
    names: list[Component | str] = []
    for measure in measures:
        names += [*([" + "] if names else []), html.Span(lang.pick(measure.name_vi, measure.name_en))]
    return names


def _review(indicator: Indicator, lang: Language) -> list[Component]:
    """Who drafted the definition and who checked it, plainly where nobody has."""
    review = indicator.review
    drafted = filled(lang("Người soạn: {who}."), who=as_written(review.drafted_by))
    checked: Children = lang("Chưa ai kiểm tra định nghĩa này.")
    if review.checked_by:
        checked = filled(
            lang("Người kiểm tra: {who}, ngày {day}."),
            who=as_written(review.checked_by),
            day=lang.date(review.checked_on),
        )
    again = (
        lang("Rà soát lại trước ngày {day}.", day=lang.date(review.next_review))
        if review.next_review
        else lang("Chưa hẹn ngày rà soát lại.")
    )
    style = "review" if review.checked_by else "review review--open"
    return [
        html.P([html.Span([*drafted, " "]), html.Strong(checked), html.Span(f" {again}")], className=style)
    ]
