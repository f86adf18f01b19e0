"""The switch between the three readings of a province's series, and what the one shown is made of.

For any page that shows the series of a province. The callback reads

    found = repository.read_territory(code, chosen.boundaries, period)
    former = repository.read_former_series(indicator, found, frequency, chosen.load) if found.broken else ()

puts `boundary_switch(found, chosen)` above the chart and `boundary_note(found, series, value, ...)` under it.
The chart is `charts.as_reported.as_reported(series, former, ..., merged_on=found.merged_on)` where
`found.broken`, else `charts.trend.trend(series, ..., merged_on=found.merged_on)`; the rows of the table are
`period_fold(series, value, indicator, lang, former)`. `callbacks/boundaries.py` reads and draws all of this.
"""

from dash import html
from dash.development.base_component import Component

from charts.wording import UNKNOWN_ON_63
from indicators.model import Indicator, Series, Value
from indicators.territory import Named, Territory
from language import N_, Language
from layouts.choice import Choice
from layouts.components import segment
from layouts.controls import BOUNDARY_WORDS

KINDS = {"city": N_("Thành phố"), "province": N_("Tỉnh")}
FORMER_KINDS = {"city": N_("Thành phố cũ"), "province": N_("Tỉnh cũ")}


def boundary_switch(found: Territory, chosen: Choice) -> Component:
    """The buttons that read the same territory on 34, on 63 or as reported, each with its own code.

    On the former provinces a second row has all that were merged into today's, as a code alone says little:
    the new Lào Cai has the code that was Yên Bái's.
    """
    lang = chosen.language
    label = lang("Đọc chuỗi số liệu theo")
    readings = [
        segment(lang(word), found.boundaries == code, b=code, area=_counterpart(found, code))
        for code, word in BOUNDARY_WORDS.items()
    ]
    rows = [html.Div(readings, className="segments", role="group", **{"aria-label": label})]
    if found.of_former and len(found.former) > 1:
        siblings = [
            segment(_name(one, lang), one.code == found.chosen.code, b=found.boundaries, area=one.code)
            for one in found.former
        ]
        text = lang("Tỉnh cũ")
        rows.append(html.Div(siblings, className="segments", role="group", **{"aria-label": text}))
    return html.Div(rows, className="boundary-switch")


def _counterpart(found: Territory, boundaries: str) -> str:
    """The code of the same territory on other boundaries: its own, today's, or the old namesake's."""
    if boundaries == found.boundaries:
        return found.chosen.code
    of_former = boundaries == "63" or (boundaries == "reported" and found.past)
    if of_former:
        return found.chosen.code if found.of_former else found.former[0].code
    return found.today.code if found.today else ""


def standing_line(found: Territory, lang: Language) -> str:
    """What the province chosen is at the end of the period: its kind, what it came from or went into."""
    one = found.chosen
    if found.of_former and found.merged_on is not None:
        day, was = lang.date(found.merged_on), lang(FORMER_KINDS.get(one.kind, FORMER_KINDS["province"]))
        if found.today is None:
            return lang("{was}, chia tách ngày {day}", was=was, day=day)
        return lang("{was}, thuộc {today} từ {day}", was=was, today=_name(found.today, lang), day=day)
    said = [lang(KINDS[one.kind])] if one.kind else []
    if one.since is not None:
        was, day = lang.pick(one.was_vi, one.was_en), lang.date(one.since)
        renamed = was != _name(one, lang)
        said.append(lang("từ {day}, trước là {was}" if renamed else "từ {day}", day=day, was=was))
    if found.merged_on is not None:
        day = lang.date(found.merged_on)
        said.append(lang("hợp thành {day} từ {former}", day=day, former=_names(found.former, lang)))
    return " · ".join(said)


def boundary_note(
    found: Territory, series: Series, value: Value, indicator: Indicator, lang: Language
) -> list[Component]:
    """A sentence on how the series shown was read across the merger; nothing where none is in it."""
    if found.merged_on is None:
        said = lang("Tỉnh không sáp nhập nên cả ba cách đọc đều như nhau.")
        return [html.P(said, className="boundary-note")]
    day, former = lang.date(found.merged_on), _names(found.former, lang)
    if found.broken:
        said = lang(
            "Đứt quãng ngày {day}: bên trái là số của từng tỉnh cũ, bên phải là số của tỉnh hiện nay. "
            "Hai bên không cùng lãnh thổ nên không nối.",
            day=day,
        )
    elif not found.of_former:
        said = lang(
            "Số trước {day} là trung bình của {former}, nên chuỗi liền mạch trên cùng một lãnh thổ."
            if indicator.kind == "score"
            else "Số trước {day} gộp từ {former}, nên chuỗi liền mạch trên cùng một lãnh thổ.",
            day=day,
            former=former,
        )
    elif found.past:
        return []
    else:
        said = _of_former(series, value, day, lang)
    return [html.P(said, className="boundary-note")]


def _of_former(series: Series, value: Value, day: str, lang: Language) -> str:
    reasons = [one.composition.reason for one in series.points if one.composition.how == "unknown"]
    reasons += [value.unknown] if value.unknown else []
    if reasons:
        return lang(
            "Từ {day} không xác định được theo 63 tỉnh, vì {reason}. Đây không phải là thiếu báo cáo.",
            day=day,
            reason=lang(UNKNOWN_ON_63[reasons[-1]]),
        )
    return lang("Số từ {day} khôi phục từ các xã hiện nay nằm trên địa bàn tỉnh cũ.", day=day)


def _names(former: tuple[Named, ...], lang: Language) -> str:
    return ", ".join(_name(one, lang) for one in former)


def _name(one: Named, lang: Language) -> str:
    return lang.pick(one.name_vi, one.name_en)
