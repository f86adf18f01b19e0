"""The page Chỉ tiêu: all there is to one indicator. Here its frame, its controls and its national figure."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from dash import dcc, html
from dash.development.base_component import Component

from indicators.catalogue import Catalogue
from indicators.model import ValueTable
from indicators.pillars import PILLARS
from language import N_, Language
from layouts import ids
from layouts.choice import Choice
from layouts.components import SPOKEN, choosing
from layouts.controls import boundary_group, control_group, frequencies, indicator_control
from layouts.headline import facts, figure
from layouts.links import MAP, link
from layouts.reading import reading
from layouts.waiting import awaited
from layouts.wording import name

BASIS_WORDS = {
    "1087": N_("Quyết định 1087/QĐ-TTg"),
    "330": N_("Quyết định 330/QĐ-UBDT"),
    "guidance": N_("Văn bản hướng dẫn địa phương"),
    "province": N_("Kế hoạch của tỉnh"),
    "context": N_("Chỉ số bối cảnh"),
}


def page(catalogue: Catalogue, lang: Language) -> Component:
    """The page before anything is read: the choice of the indicator, and a place for each callback."""
    controls = html.Section(
        [
            indicator_control(ids.INDICATOR_CHOICE, catalogue, lang),
            html.Div(id=ids.INDICATOR_PERIODS, className="control-groups"),
        ],
        className="tile controls",
        **{"aria-label": lang("Chọn điều muốn xem")},
    )
    return html.Div(
        [
            controls,
            html.Div(awaited(), id=ids.INDICATOR_PAGE, className="indicator-part"),
            html.Div(id=ids.INDICATOR_GROUPS, className="indicator-part"),
            html.Div(id=ids.INDICATOR_ABOUT, className="indicator-part"),
            dcc.Store(id=ids.INDICATOR_SHOWN),
        ],
        className="page indicator-page",
    )


def period_controls(period: str, periods: Mapping[str, Sequence[str]], chosen: Choice) -> list[Component]:
    """The rows of buttons beside the indicator: how long a period, one back or forward, which boundaries."""
    rows = period_rows(period, periods, chosen.language)
    return rows if chosen.indicator.level == "country" else [*rows, boundary_group(chosen)]


def period_rows(period: str, periods: Mapping[str, Sequence[str]], lang: Language) -> list[Component]:
    """The rows of buttons that choose the period: how long, and one back or forward."""
    return [
        control_group(lang("Kỳ báo cáo"), frequencies(period, periods, lang)),
        control_group(lang("Đang xem"), _steps(period, periods, lang)),
    ]


def _steps(period: str, periods: Mapping[str, Sequence[str]], lang: Language) -> Component:
    """The period shown between the ones before and after it that have data."""
    codes = next((codes for codes in periods.values() if period in codes), ())
    place = codes.index(period) if period in codes else 0
    before = codes[place - 1] if place > 0 else None
    after = codes[place + 1] if place + 1 < len(codes) else None
    return html.Div(
        [
            _step("‹", lang("Kỳ trước"), before, lang),
            html.Span(lang.period(period), className="period"),
            _step("›", lang("Kỳ sau"), after, lang),
        ],
        className="period-steps",
    )


def _step(sign: str, label: str, period: str | None, lang: Language) -> Component:
    title = label if period is None else f"{label}: {lang.period(period)}"
    attributes = {"disabled": True} if period is None else choosing(p=period)
    return html.Button(
        sign, type="button", className="step", title=title, **{"aria-label": title}, **attributes
    )


def indicator_headline(table: ValueTable, chosen: Choice) -> Component:
    """What the indicator is called, what it comes to nationally, and ways on to the map and the API."""
    lang, indicator, national = chosen.language, chosen.indicator, table.national
    pillar = next(one for one in PILLARS if one.code == indicator.pillar)
    belongs = [
        indicator.code,
        lang.pick(pillar.name_vi, pillar.name_en),
        lang(BASIS_WORDS[indicator.basis]),
    ]
    long_name = lang.pick(indicator.name_vi, indicator.name_en)
    return html.Section(
        [
            html.P(" · ".join(belongs), className="eyebrow"),
            html.H1(name(indicator, lang), id="indicator-title", tabIndex="-1", **SPOKEN),
            *([html.P(long_name, className="long-name")] if long_name != name(indicator, lang) else []),
            html.P(lang("Cả nước · {period}", period=lang.period(table.period)), className="eyebrow when"),
            figure(national, indicator, lang, explain=True),
            html.P(reading(table, indicator, lang), className="reading", **SPOKEN),
            html.Dl(facts(national, indicator, lang, explain=True), className="facts"),
            *_ended_note(chosen),
            *_survey_note(table, chosen),
            html.P(_ways(table, chosen), className="ways"),
        ],
        className="tile indicator-headline",
        **{"aria-labelledby": "indicator-title"},
    )


def _ended_note(chosen: Choice) -> list[Component]:
    """That nobody is left to count, whatever period is looked at."""
    lang, indicator = chosen.language, chosen.indicator
    if indicator.applicable_until is None:
        return []
    said = lang("Không còn áp dụng sau ngày {day}.", day=lang.date(indicator.applicable_until))
    why = lang.pick(indicator.ended_because_vi, indicator.ended_because_en)
    return [html.P([html.Strong(said), f" {why}"], className="ended-note")]


def _survey_note(table: ValueTable, chosen: Choice) -> list[Component]:
    """That a survey's value is an estimate, and how wide it may be off."""
    if not chosen.indicator.survey or table.national.interval is None:
        return []
    lang, people = chosen.language, table.national.denominator
    said = lang(
        "Số liệu điều tra mẫu ({n} người được hỏi), có khoảng tin cậy 95% nêu trên. "
        "Mẫu ở từng tỉnh nhỏ, nên chênh lệch nhỏ giữa các tỉnh chưa nói lên điều gì.",
        n=lang.number(people, 0),
    )
    return [html.P(said, className="quiet survey-note")]


def _ways(table: ValueTable, chosen: Choice) -> list[Component]:
    lang, indicator = chosen.language, chosen.indicator
    asked = {"indicator": indicator.code, "period": table.period, "boundaries": table.boundaries}
    if chosen.load is not None:
        asked["as_of_load"] = str(chosen.load)
    api = html.A("API", href=f"/api/v1/values?{urlencode(asked)}", target="_blank", rel="noopener")
    if indicator.level == "country":
        return [api]
    boundaries = None if chosen.boundaries == "34" else chosen.boundaries
    to_map = link(lang("Xem trên bản đồ"), MAP, chosen, i=indicator.code, p=table.period, b=boundaries)
    return [to_map, api]
