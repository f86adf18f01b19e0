"""The label that follows the pointer over the map: the words of an area, and the form they are put in."""

from dataclasses import replace

from charts import wording
from charts.statuses import ALL_STATUSES
from indicators.model import Indicator, Value
from language import Language


def hover_template(period: str, lang: Language) -> str:
    """The form of the label; it names the items of `hover_row` by their place."""
    return (
        f"<b>%{{customdata[1]}}</b><br>{lang.period(period)}: <b>%{{customdata[2]}}</b>%{{customdata[3]}}"
        f"%{{customdata[4]}}<br>{lang('Chỉ tiêu')}: %{{customdata[5]}}"
        "%{customdata[6]}%{customdata[7]}<extra></extra>"
    )


def hover_row(
    value: Value, indicator: Indicator, lang: Language, *, colouring: str, before: float | None
) -> list[str]:
    """The customdata of an area: its code first, then its words. `before` is its value a year earlier.

    Of a suppressed value nothing is told but that it is.
    """
    name = lang.pick(value.area_name, value.area_name_en)
    if value.zone:
        name += " · " + lang("khu vực {zone}", zone=value.zone)
    if value.suppressed:
        said = lang("Được ẩn để bảo vệ thông tin cá nhân")
        return [value.area_code, name, said, "", "", wording.target(value, indicator, lang), "", ""]
    marks = ", ".join(wording.marks(value, lang))
    of = wording.parts(value, lang)
    return [
        value.area_code,
        name,
        wording.stated(value, indicator, lang),
        f" ({of})" if of and indicator.kind != "milestone" else "",
        "<br>" + wording.status(value, lang),
        wording.target(value, indicator, lang),
        _compared(value, indicator, lang, colouring, before),
        f"<br><i>{marks}</i>" if marks else "",
    ]


def spoken(value: Value, indicator: Indicator, lang: Language) -> str:
    """What a keyboard's reader is told after an area's name, value and rank: "đã đạt, tạm tính".

    What is said once for the whole page is left out: that figures are illustrative, that baselines are
    provisional.
    """
    status = (
        "" if value.suppressed or indicator.kind == "milestone" else lang(ALL_STATUSES[value.status].word)
    )
    said = [status.lower()]
    if not value.suppressed:
        said += wording.marks(replace(value, illustrative=False, baseline_provisional=False), lang)
    return ", ".join(filter(None, said))


def _compared(
    value: Value, indicator: Indicator, lang: Language, colouring: str, before: float | None
) -> str:
    if colouring == "gap" and value.gap is not None:
        gap = wording.difference(-value.gap, indicator, lang)
        return "<br>" + lang("So với chỉ tiêu: {gap}", gap=gap)
    if colouring == "change" and value.value is not None and before is not None:
        change = wording.difference(value.value - before, indicator, lang)
        return "<br>" + lang("So với một năm trước: {change}", change=change)
    return ""
