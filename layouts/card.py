"""The card of one indicator: its figure, how it stands to its target, where it came from."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from charts.sparkline import HEIGHT, WIDTH, sparkline
from charts.wording import amount, difference, marks, parts, target
from indicators.cards import Card
from indicators.model import COUNTRY, Indicator, Value
from language import Language
from layouts.choice import Choice
from layouts.components import Children, origin_button, status_icon, status_mark
from layouts.links import INDICATOR, link
from layouts.wording import area_name, name

LONG = 7  # letters of a figure beyond which it is written smaller, "100,0%" not


@dataclass(frozen=True, slots=True)
class Shown:
    """A card with what is told on it: its parts, and provinces with a target where the country has none."""

    card: Card
    parts: tuple[Card, ...] = ()
    own: tuple[Value, ...] = ()


def indicator_card(shown: Shown, chosen: Choice) -> Component:
    """The card; its name is a link to the indicator's page, and the whole card takes the click."""
    card, lang = shown.card, chosen.language
    indicator, value = card.indicator, card.value
    return html.Article(
        [
            html.Div(
                [html.Span(indicator.code, className="card-code"), status_mark(value.status, lang)],
                className="card-head",
            ),
            html.H3(link(name(indicator, lang), INDICATOR, chosen, "card-link", i=indicator.code)),
            *_figure(card, chosen),
            *_interval(value, lang),
            html.P(_target(card, lang), className="card-target"),
            *_change(card, lang),
            *_parts(shown.parts, chosen),
            *_own(shown.own, indicator, chosen),
            html.Div(
                [html.P(line) for line in (basis(value, lang), " · ".join(marks(value, lang))) if line],
                className="card-remarks",
            ),
        ],
        className=f"indicator-card{' indicator-card--parts' if shown.parts else ''}",
    )


def change_words(card: Card, lang: Language) -> str:
    """The change since a year before, with its sign and unit: "+10,2 điểm % sau một năm"."""
    assert card.change is not None
    return lang("{difference} sau một năm", difference=difference(card.change, card.indicator, lang))


def basis(value: Value, lang: Language) -> str:
    """Up to which day a value goes and what it covers; of a provisional one the mark tells the coverage."""
    if value.value is None:
        return ""
    covered = value.coverage is not None and not value.provisional
    said = [
        *([lang("Số liệu đến {day}", day=lang.date(value.observed_on))] if value.observed_on else []),
        *([lang("độ phủ {share}", share=lang.percent(100 * (value.coverage or 0), 0))] if covered else []),
    ]
    return " · ".join(said)


def _figure(card: Card, chosen: Choice) -> list[Component]:
    """The number beside its path; nothing where the indicator no longer applies, which its status says."""
    value, lang = card.value, chosen.language
    if value.status == "not_applicable":
        return []
    shown = [_number(value, card.indicator, lang), *_path(card, chosen)]
    return [html.Div(shown, className="card-figure")]


def _number(value: Value, indicator: Indicator, lang: Language) -> Component:
    if value.value is None:
        return html.Div(html.Span(lang("Chưa có số liệu"), className="card-missing"), className="card-value")
    written = amount(value.value, indicator, lang)
    long = " card-number--long" if len(written) > LONG else ""
    return html.Div(
        [
            html.Span(
                [
                    html.Span(written, className=f"card-number{long}"),
                    origin_button(value, lang, short=True),
                ],
                className="card-amount",
            ),
            *([html.Span(of, className="card-parts")] if (of := parts(value, lang)) else []),
        ],
        className="card-value",
    )


def _interval(value: Value, lang: Language) -> list[Component]:
    if value.interval is None:
        return []
    low, high = (lang.percent(limit) for limit in value.interval)
    return [html.P(lang("khoảng tin cậy 95%: {low} đến {high}", low=low, high=high), className="card-parts")]


def _path(card: Card, chosen: Choice) -> list[Component]:
    """The small picture of the path, with what it shows in words."""
    picture = sparkline(card.series, card.indicator, card.value, chosen.theme)
    if not picture:
        return []
    return [
        html.Img(
            src=picture,
            alt=path_words(card, chosen.language),
            width=str(WIDTH),
            height=str(HEIGHT),
            className="card-path",
        )
    ]


def path_words(card: Card, lang: Language) -> str:
    """What the picture of the path shows: the first and the last value and the target."""
    known = [point for point in card.series.points if point.value is not None]
    if not known:
        return ""
    first, last = known[0], known[-1]
    said = lang(
        "Từ {first} ({first_period}) đến {last} ({last_period})",
        first=amount(first.value, card.indicator, lang),
        first_period=lang.period(first.period),
        last=amount(last.value, card.indicator, lang),
        last_period=lang.period(last.period),
    )
    if card.value.target is None:
        return said
    return f"{said}; {lang('chỉ tiêu {target}', target=target(card.value, card.indicator, lang))}"


def _target(card: Card, lang: Language) -> Children:
    if card.value.target is not None:
        return lang("Chỉ tiêu {target}", target=target(card.value, card.indicator, lang))
    if card.value.status == "not_applicable":
        return lang.pick(card.indicator.ended_because_vi, card.indicator.ended_because_en)
    if any(one.provinces for one in card.indicator.targets):
        return lang("Cả nước không có chỉ tiêu chung")
    return (
        lang("Chỉ số bối cảnh, không có chỉ tiêu")
        if card.indicator.basis == "context"
        else lang("Không có chỉ tiêu bằng số")
    )


def _change(card: Card, lang: Language) -> list[Component]:
    """The change with an arrow; whether it is for the better is said in words, and shown where it is not."""
    if card.value.value is None:
        return []
    if card.change is None:
        return [html.P(lang("Chưa so được với năm trước"), className="card-change quiet")]
    if card.change == 0:
        return [html.P(lang("Không đổi sau một năm"), className="card-change")]
    better = (card.change > 0) == (card.indicator.direction == "up")
    return [
        html.P(
            [
                html.Span("↑" if card.change > 0 else "↓", className="card-arrow", **{"aria-hidden": "true"}),
                change_words(card, lang),
                html.Span(
                    f" ({lang('tốt lên')})" if better else f" ({lang('xấu đi')})",
                    className="visually-hidden" if better else None,
                ),
            ],
            className=f"card-change card-change--{'better' if better else 'worse'}",
        )
    ]


def _parts(cards: Sequence[Card], chosen: Choice) -> list[Component]:
    lang = chosen.language
    rows = [
        html.Li(
            [
                status_icon(card.value.status, lang),
                link(name(card.indicator, lang), INDICATOR, chosen, "card-part-name", i=card.indicator.code),
                html.Span(amount(card.value.value, card.indicator, lang), className="number"),
                origin_button(card.value, lang, short=True),
            ]
        )
        for card in cards
    ]
    return [html.Ul(rows, className="card-rows", **{"aria-label": lang("Các thành phần")})] if rows else []


def _own(values: Sequence[Value], indicator: Indicator, chosen: Choice) -> list[Component]:
    """A line for each province that has a target of its own where the country has none."""
    lang = chosen.language
    rows = [
        html.Li(
            [
                status_icon(value.status, lang),
                link(
                    lang("Chỉ tiêu của tỉnh: {area}", area=area_name(value, lang)),
                    INDICATOR,
                    chosen,
                    "card-part-name",
                    i=indicator.code,
                    area=value.area_code,
                ),
                html.Span(amount(value.value, indicator, lang), className="number"),
                origin_button(value, lang, short=True),
                html.Span(target(value, indicator, lang), className="card-row-note"),
            ]
        )
        for value in values
        if value.area_code != COUNTRY
    ]
    return [html.Ul(rows, className="card-rows")] if rows else []
