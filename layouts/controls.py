"""What can be chosen on the map page: indicator, period, boundaries and colouring."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from indicators.catalogue import Catalogue
from indicators.model import Indicator
from indicators.periods import Period
from indicators.pillars import PILLARS
from language import N_, Language, searched
from layouts import ids
from layouts.choice import Choice
from layouts.components import Children, segment, segments
from layouts.term_notes import explained
from layouts.wording import name

FREQUENCY_WORDS = {
    "month": N_("Tháng"),
    "quarter": N_("Quý"),
    "half": N_("6 tháng"),
    "nine_months": N_("9 tháng"),
    "year": N_("Năm"),
}
ALWAYS = ("month", "quarter", "year")  # the others where the address asks for one
BOUNDARY_WORDS = {"34": N_("34 tỉnh"), "63": N_("63 tỉnh"), "reported": N_("Như báo cáo")}
COLOURING_WORDS = {
    "status": N_("Trạng thái"),
    "value": N_("Giá trị"),
    "gap": N_("Khoảng cách"),
    "change": N_("Thay đổi 1 năm"),
}
MILESTONE = N_("Mốc công việc chỉ có tình trạng, không có giá trị")
NO_TARGET = N_("Chỉ số này không có chỉ tiêu để so")


def controls(catalogue: Catalogue, lang: Language) -> Component:
    """The bar of controls before anything is chosen."""
    return html.Section(
        [
            indicator_control(ids.INDICATOR, catalogue, lang),
            html.Div(id=ids.SEGMENTS, className="control-groups"),
            html.Div(_timeline(lang), className="control control--period"),
        ],
        className="tile controls",
        **{"aria-label": lang("Chọn điều muốn xem")},
    )


def indicator_control(element_id: str, catalogue: Catalogue, lang: Language) -> Component:
    """The list of all indicators, to search and choose from."""
    return html.Div(
        [
            html.Label(lang("Chỉ số"), htmlFor=element_id),
            dcc.Dropdown(
                id=element_id,
                options=indicator_options(catalogue, lang),
                clearable=False,
                maxHeight=440,
                placeholder=lang("Chọn chỉ số"),
                labels={
                    "search": lang("Tìm chỉ số, không cần dấu"),
                    "clear_search": lang("Xóa chữ đang tìm"),
                    "no_options_found": lang("Không có chỉ số nào khớp"),
                },
            ),
        ],
        className="control control--indicator",
    )


def _timeline(lang: Language) -> list[Component]:
    play = html.Button(
        id=ids.PLAY,
        type="button",
        className="play",
        **{"aria-label": lang("Chạy qua các kỳ"), "title": lang("Chạy qua các kỳ"), "aria-pressed": "false"},
    )
    slider = dcc.Slider(
        id=ids.SLIDER,
        min=0,
        max=1,
        step=1,
        value=0,
        marks={},
        allow_direct_input=False,
        included=False,
    )
    return [
        html.Div(id=ids.FREQUENCIES),
        play,
        html.Div(slider, className="slider", role="group", **{"aria-label": lang("Kỳ báo cáo")}),
        html.Output(id=ids.PERIOD, className="period"),
    ]


def choice_groups(chosen: Choice) -> list[Component]:
    """The rows of buttons: which boundaries, what is coloured."""
    lang = chosen.language
    unjudged = {} if chosen.indicator.targets else {"status": NO_TARGET, "gap": NO_TARGET}
    if chosen.indicator.kind == "milestone":
        unjudged = dict.fromkeys(("value", "gap", "change"), MILESTONE)
    colouring = lang("Tô màu theo")
    return [
        boundary_group(chosen),
        control_group(colouring, segments(colouring, "c", COLOURING_WORDS, chosen.colouring, lang, unjudged)),
    ]


def boundary_group(chosen: Choice, **also: str) -> Component:
    """The row of boundaries; a code means another territory on other ones, so no province stays selected.

    `also` are further parameters that change with them.
    """
    label = chosen.language("Ranh giới")
    buttons = [
        segment(chosen.language(word), chosen.boundaries == code, b=code, area="", **also)
        for code, word in BOUNDARY_WORDS.items()
    ]
    return control_group(
        explained(label, chosen.language, "boundaries"),
        html.Div(buttons, className="segments", role="group", **{"aria-label": label}),
    )


def control_group(label: Children, content: Component) -> Component:
    """A control under its label; one of plain words the control repeats for those who can't see it."""
    unread = {"aria-hidden": "true"} if isinstance(label, str) else {}
    return html.Div([html.Span(label, className="control-label", **unread), content], className="control")


def frequencies(period: str, periods: Mapping[str, Sequence[str]], lang: Language) -> Component:
    """A button for each frequency, which leads to its period nearest to the current one."""
    current = Period.parse(period)
    buttons = []
    for frequency, word in FREQUENCY_WORDS.items():
        if frequency == current.frequency:
            buttons.append(segment(lang(word), True, p=period))
        elif frequency in ALWAYS and periods.get(frequency):
            buttons.append(segment(lang(word), False, p=_nearest(current, periods[frequency])))
    return html.Div(buttons, className="segments", role="group", **{"aria-label": lang("Kỳ")})


def _nearest(current: Period, codes: Sequence[str]) -> str:
    """The last of the periods that has begun when the current one ends; else the first."""
    begun = [code for code in codes if Period.parse(code).start <= current.end]
    return (begun or codes)[-1 if begun else 0]


def timeline(
    indicator: str, period: str, periods: Mapping[str, Sequence[str]], lang: Language
) -> dict[str, Any]:
    """What the slider runs over: the periods with data of the frequency shown, and the one asked for."""
    frequency = Period.parse(period).frequency
    codes = sorted({*periods.get(frequency, ()), period})
    return {
        "indicator": indicator,
        "period": period,
        "codes": codes,
        "words": [lang.period(code) for code in codes],
    }


def slider_marks(codes: Sequence[str]) -> dict[str, str]:
    """The years written under the slider, each at its first period; those without room are left out."""
    starts = [place for place, code in enumerate(codes) if place == 0 or code[:4] != codes[place - 1][:4]]
    room = len(codes) / 6
    kept = [
        start
        for start, following in zip(starts, [*starts[1:], None], strict=True)
        if following is None or following - start >= room
    ]
    return {str(place): codes[place][:4] for place in kept}


def indicator_options(catalogue: Catalogue, lang: Language) -> list[dict[str, Any]]:
    """The indicators under their pillars, each found by its names, its code and its pillar, folded or not."""
    pillars = {pillar.code: pillar for pillar in PILLARS}
    options: list[dict[str, Any]] = []
    for code, group in groupby(catalogue, key=lambda indicator: indicator.pillar):
        pillar = lang.pick(pillars[code].name_vi, pillars[code].name_en)
        found = [_option(indicator, pillar, lang) for indicator in group]
        heading = {
            "label": html.Span(pillar, className="pillar"),
            "value": f"pillar:{code}",
            "disabled": True,
        }
        options += [heading | {"search": searched(*(option["search"] for option in found))}, *found]
    return options


def _option(indicator: Indicator, pillar: str, lang: Language) -> dict[str, Any]:
    names = indicator.name_vi, indicator.name_en, indicator.short_vi, indicator.short_en
    label = [html.Span(indicator.code, className="option-code"), html.Span(name(indicator, lang))]
    return {
        "label": html.Span(label, className="option option--part" if indicator.part_of else "option"),
        "value": indicator.code,
        "search": searched(indicator.code, *names, pillar),
        "title": lang.pick(indicator.name_vi, indicator.name_en),
    }
