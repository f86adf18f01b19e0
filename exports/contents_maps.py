"""The section of maps: the provinces by their status with each indicator that is drawn."""

from dataclasses import replace

from charts.choropleth import choropleth
from charts.classes import Colouring, classes, provisional
from charts.statuses import ALL_STATUSES
from charts.wording import marks, stated
from exports import narrative as told
from exports import narrative_ranks as ranks
from exports.captions import caption
from exports.contents_ranking import code_and_name, no_provinces, ranked_provinces, who
from exports.narrative_set import title
from exports.origins import origins
from exports.pack import Pack
from exports.report import Map, MapArea, MapKey, Part, Text
from exports.report_values import IndicatorValues, ReportValues
from indicators.model import COUNTRY, Indicator, Value
from language import Language
from layouts.reading import reading
from layouts.wording import area_name

THEME = "light"


def maps(values: ReportValues, pack: Pack, lang: Language) -> list[Part]:
    """A map for each indicator that provinces have, coloured by status where it has one."""
    parts: list[Part] = []
    for one in values.drawn:
        if one.indicator.level == "country":
            continue
        parts += [_map(one, values, lang), Text((_words(one, values, lang),))]
    return parts or [Text((no_provinces(lang),))]


def _map(one: IndicatorValues, values: ReportValues, lang: Language) -> Map:
    indicator, table = one.indicator, one.table
    colouring: Colouring = "status" if indicator.targets or indicator.kind == "milestone" else "value"
    figure = choropleth(
        table,
        indicator,
        colouring=colouring,
        lang=lang,
        theme=THEME,
        selected=values.area if values.area != COUNTRY else None,
        outlines=values.outlines,
    )
    found = classes(table, indicator, colouring=colouring, lang=lang, theme=THEME)
    over = provisional(table, lang, THEME)
    colour = {code: each.colour for each in found for code in each.area_codes}
    what = lang("trạng thái") if colouring == "status" else lang("giá trị")
    made = caption(
        lang("{indicator}: bản đồ {what}", indicator=code_and_name(indicator, lang), what=what),
        values.around(lang),
        filters=[lang("34 tỉnh, thành phố"), *who(values, lang)[1:]],
        period=table.period,
        boundaries=table.boundaries,
        alt=lang(
            "Bản đồ Việt Nam, có quần đảo Hoàng Sa và quần đảo Trường Sa. {words}",
            words=reading(table, indicator, lang),
        ),
        shown=table.values,
        is_map=True,
    )
    keys = [
        MapKey(each.colour, f"{each.icon} {each.label}".strip(), each.count)
        for each in found
        if each.count or each.always
    ]
    keys += [MapKey(over.colour, over.label, over.count)] if over.count else []
    return Map(
        f"map-{indicator.code}",
        replace(made, origins=origins(one, [table.national, *table.values], lang)),
        figure,
        "34",
        tuple(
            MapArea(
                each.area_code, area_name(each, lang), colour[each.area_code], _said(each, indicator, lang)
            )
            for each in table.values
        ),
        tuple(keys),
    )


def _words(one: IndicatorValues, values: ReportValues, lang: Language) -> str:
    """What the map shows: how many provinces have each status, and who leads and lags."""
    shown = [value for value in one.table.values if values.kind != "group" or value.area_code in values.group]
    mine, judged = one.value_of(values.area), bool(one.indicator.targets)
    found = ranked_provinces(one, values)
    said = [ranks.statuses(shown, lang) if judged else ranks.ends(found, one.indicator, lang)]
    if values.kind == "province" and mine is not None and judged:
        state = lang(ALL_STATUSES[mine.status].word)
        said.append(lang("riêng {area}: “{status}”", area=area_name(mine, lang), status=state))
    said.append(told.firmness_of_many(shown, lang))
    return told.sentence(title(one.indicator, lang), said)


def _said(value: Value, indicator: Indicator, lang: Language) -> str:
    """What is said of an area of a map: its value, its status, and how firm they are."""
    if value.suppressed:
        return lang("Được ẩn để bảo vệ thông tin cá nhân")
    word = lang(ALL_STATUSES[value.status].word)
    said = stated(value, indicator, lang)
    return " · ".join(dict.fromkeys((said, word, *marks(value, lang))))
