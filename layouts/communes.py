"""The page of a province's communes: its frame, its controls, and how the province stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from dash import dcc, html
from dash.development.base_component import Component

from indicators.catalogue import Catalogue
from indicators.model import Indicator, Value
from language import Language, collation_key
from layouts import ids
from layouts.breadcrumbs import breadcrumbs, carried
from layouts.choice import Choice
from layouts.components import SPOKEN, fact
from layouts.controls import boundary_group
from layouts.export_menu import exportable
from layouts.headline import facts, figure
from layouts.indicator import period_rows
from layouts.links import INDICATOR, MAP, PROVINCE, link
from layouts.reading import area_reading
from layouts.term_notes import explained
from layouts.waiting import awaited
from layouts.wording import area_name, name


@dataclass(frozen=True, slots=True)
class Communes:
    """What the page shows: the provinces to choose from, the one chosen (None: none), and its communes.

    The communes are none where the indicator doesn't go down to them, or where they can't be known.
    """

    choice: Choice
    period: str
    load_id: int | None
    provinces: tuple[Value, ...]
    province: Value | None
    communes: tuple[Value, ...]


def page(catalogue: Catalogue, lang: Language) -> Component:
    """The page before anything is read: a place for each callback, in the order in which they are read."""
    find = html.Div(
        [
            html.Label(lang("Tìm xã theo tên hoặc mã, không cần dấu"), htmlFor=ids.COMMUNES_FIND),
            dcc.Input(id=ids.COMMUNES_FIND, type="search", value="", autoComplete="off", className="find"),
        ],
        className="control control--find",
    )
    table = html.Section(
        [
            html.Div(
                [
                    html.H2(lang("Danh sách xã"), id="communes-list-title"),
                    find,
                    exportable("list", lang, picture=False, what=lang("Danh sách xã")),
                ],
                className="tile-head",
            ),
            html.Div(id=ids.COMMUNES_TABLE),
        ],
        id=ids.COMMUNES_LIST,
        className="tile communes-list",
        **{"aria-labelledby": "communes-list-title"},
    )
    return html.Div(
        [
            html.Div(id=ids.COMMUNES_WAY),
            html.Section(
                id=ids.COMMUNES_CONTROLS,
                className="tile controls",
                **{"aria-label": lang("Chọn điều muốn xem")},
            ),
            html.Div(awaited(), id=ids.COMMUNES_HEAD, className="communes-part"),
            html.Div(awaited(), id=ids.COMMUNES_MAP, className="communes-part"),
            html.Div(awaited(), id=ids.COMMUNES_CONTRIBUTION, className="communes-part"),
            table,
            html.Div(id=ids.COMMUNES_GROUPS, className="communes-part"),
            html.Div(id=ids.COMMUNES_PANEL, className="panel"),
            dcc.Store(id=ids.COMMUNES_ASKED),
            dcc.Store(id=ids.COMMUNES_FURTHER),
            dcc.Store(id=ids.COMMUNES_OPENED),
        ],
        className="page communes-page",
    )


def controls(found: Communes, periods: Mapping[str, Sequence[str]], catalogue: Catalogue) -> list[Component]:
    """What can be chosen: the indicator, the province, the period and the boundaries."""
    chosen, lang = found.choice, found.choice.language
    offered = [one for one in catalogue if goes_down(one) or one.code == chosen.indicator.code]
    indicators = {one.code: f"{one.code} {name(one, lang)}" for one in offered}
    provinces = {value.area_code: area_name(value, lang) for value in by_name(found.provinces, lang)}
    if found.province is None:
        provinces = {"": lang("Chọn tỉnh, thành phố")} | provinces
    area = found.province.area_code if found.province is not None else ""
    return [
        _select(lang("Chỉ số"), "i", indicators, chosen.indicator.code, "control--indicator"),
        _select(lang("Tỉnh, thành phố"), "area", provinces, area, also="commune="),
        *period_rows(found.period, periods, lang),
        boundary_group(chosen, commune=""),
    ]


def goes_down(indicator: Indicator) -> bool:
    """Whether communes report what an indicator is made of."""
    return indicator.level == "commune" and indicator.kind != "milestone"


def by_name(values: Sequence[Value], lang: Language) -> list[Value]:
    """Values in the order of their areas' names as the reader sees them."""
    return sorted(values, key=lambda value: (collation_key(area_name(value, lang)), value.area_code))


def way(found: Communes, commune: Value | None) -> Component | None:
    """The way from the country down to here; nothing where no province is chosen."""
    if found.province is None:
        return None
    lang = found.choice.language
    province = (found.province.area_code, area_name(found.province, lang))
    named = area_name(commune, lang) if commune is not None else ""
    return breadcrumbs(found.choice, province, communes=True, commune=named)


def head(found: Communes, reached: int | None) -> Component:
    """How the province stands, and how many of its communes tell; `reached` are those at its target."""
    chosen, province = found.choice, found.province
    assert province is not None
    lang, indicator = chosen.language, chosen.indicator
    where = area_name(province, lang)
    return html.Section(
        [
            html.P(f"{indicator.code} · {lang.period(found.period)}", className="eyebrow"),
            html.H1(lang("Các xã của {where}", where=where), id="communes-title", tabIndex="-1", **SPOKEN),
            html.P(lang.pick(indicator.name_vi, indicator.name_en), className="long-name"),
            figure(province, indicator, lang, explain=True),
            html.P(area_reading(province, indicator, lang), className="reading", **SPOKEN),
            html.Dl(
                [*facts(province, indicator, lang, explain=True), *_counts(found, reached)], className="facts"
            ),
            html.P(_ways(found), className="ways"),
        ],
        className="tile communes-headline",
        **{"aria-labelledby": "communes-title"},
    )


def _counts(found: Communes, reached: int | None) -> list[Component]:
    lang, every = found.choice.language, found.communes
    hidden = sum(value.suppressed for value in every)
    known = hidden + sum(value.value is not None for value in every)
    of = lang("{n} trên {all}", n=lang.number(known, 0), all=lang.number(len(every), 0))
    hidden_word = lang("Trong đó được ẩn số")
    return [
        fact(lang("Xã có số liệu"), of),
        *([] if reached is None else [fact(lang("Xã đạt chỉ tiêu"), lang.number(reached, 0))]),
        *([fact(explained(hidden_word, lang, "suppressed"), lang.number(hidden, 0))] if hidden else []),
    ]


def _ways(found: Communes) -> list[Component]:
    chosen, province = found.choice, found.province
    assert province is not None
    lang, code = chosen.language, province.area_code
    asked = {
        "indicator": chosen.indicator.code,
        "period": found.period,
        "boundaries": chosen.boundaries,
        "parent": code,
    }
    if chosen.load is not None:
        asked["as_of_load"] = str(chosen.load)
    return [
        link(lang("Trang của tỉnh"), PROVINCE, chosen, "", area=code, **carried(chosen)),
        link(lang("Trên bản đồ cả nước"), MAP, chosen, "", area=code, **carried(chosen)),
        link(lang("Trang của chỉ số"), INDICATOR, chosen, "", area=code, **carried(chosen)),
        html.A("API", href=f"/api/v1/values?{urlencode(asked)}", target="_blank", rel="noopener"),
    ]


def _select(
    label: str, parameter: str, words: Mapping[str, str], chosen: str, style: str = "", also: str = ""
) -> Component:
    """A list of the browser's own; `also` is what else a choice changes."""
    element = f"communes-choice-{parameter}"
    options = [html.Option(word, value=value, selected=value == chosen) for value, word in words.items()]
    attributes = {"data-choose-by": parameter} | ({"data-choose-also": also} if also else {})
    return html.Div(
        [
            html.Label(label, htmlFor=element),
            html.Select(options, id=element, className="select", **attributes),
        ],
        className=f"control {style}".strip(),
    )
