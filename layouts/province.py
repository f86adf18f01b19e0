"""The page Tỉnh before any number is read: its chooser, and a place for what each callback fills in."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from charts.template import CONFIG
from indicators.catalogue import Catalogue
from language import Language, collation_key, searched
from layouts import ids
from layouts.map import BLANK
from layouts.map_keys import map_keys
from layouts.waiting import awaited


def page(_catalogue: Catalogue, lang: Language) -> Component:
    """The page, its parts in the order in which they are read."""
    return html.Div(
        [
            html.Div([html.Div(id=ids.PROVINCE_WAY), _chooser(lang)], className="province-bar"),
            html.Div(awaited(), id=ids.PROVINCE_HEAD, className="province-part province-part--head"),
            _map(lang),
            html.Div(awaited(), id=ids.PROVINCE_MOVERS, className="province-part"),
            _peers(lang),
            html.Div(id=ids.PROVINCE_QUALITY, className="province-part province-part--quality"),
            html.Div(id=ids.PROVINCE_TABLE, className="province-part province-part--wide"),
            html.Div(id=ids.PROVINCE_DEEDS, className="province-part province-part--wide"),
            html.Div(id=ids.PROVINCE_FORMER, className="province-part province-part--wide"),
            dcc.Store(id=ids.PROVINCE_SHOWN),
        ],
        className="page province-page",
    )


def _chooser(lang: Language) -> Component:
    return html.Div(
        [
            html.Label(lang("Tỉnh, thành phố"), htmlFor=ids.PROVINCE_CHOICE),
            dcc.Dropdown(
                id=ids.PROVINCE_CHOICE,
                options=[],
                clearable=False,
                maxHeight=440,
                placeholder=lang("Chọn tỉnh, thành phố"),
                labels=_search_words(lang),
            ),
        ],
        className="control control--province",
    )


def _map(lang: Language) -> Component:
    return html.Section(
        [
            html.H2(id=ids.PROVINCE_MAP_TITLE),
            html.Div(
                [
                    dcc.Graph(
                        id=ids.PROVINCE_MAP, figure=BLANK, config=CONFIG, responsive=True, className="map"
                    ),
                    *map_keys(ids.PROVINCE_MAP, lang("Các tỉnh trên bản đồ"), lang),
                ],
                className="province-map",
                role="group",
                **{"aria-label": lang("Bản đồ tỉnh và các tỉnh giáp ranh")},
            ),
            html.Div(awaited(), id=ids.PROVINCE_NEIGHBOURS),
        ],
        className="tile province-around",
        **{"aria-labelledby": ids.PROVINCE_MAP_TITLE},
    )


def _peers(lang: Language) -> Component:
    """The frame of the panel of peers: the choice of the reader's own group outlives its answers."""
    own = html.Div(
        [
            html.Label(lang("Tự chọn nhóm"), htmlFor=ids.PROVINCE_GROUP),
            dcc.Dropdown(
                id=ids.PROVINCE_GROUP,
                options=[],
                multi=True,
                closeOnSelect=False,
                maxHeight=440,
                placeholder=lang("Thêm tỉnh vào nhóm"),
                labels=_search_words(lang),
            ),
        ],
        className="control control--group",
    )
    return html.Section(
        [
            html.H2(lang("So với các tỉnh nào"), id="peers-title"),
            html.Div([html.Div(id=ids.PROVINCE_GROUPS), own], className="province-groups"),
            html.Div(id=ids.PROVINCE_PEERS),
        ],
        id=ids.PROVINCE_PEERS_CARD,
        className="tile province-peers",
        **{"aria-labelledby": "peers-title"},
    )


def _search_words(lang: Language) -> dict[str, str]:
    return {
        "clear_selection": lang("Bỏ chọn tất cả"),
        "selected_count": lang("Đã chọn {num_selected}"),
        "search": lang("Tìm tỉnh, không cần dấu"),
        "clear_search": lang("Xóa chữ đang tìm"),
        "no_options_found": lang("Không có tỉnh nào khớp"),
    }


def province_options(
    names: Mapping[str, tuple[str, str]],
    former: Mapping[str, Sequence[tuple[str, str]]],
    lang: Language,
    *,
    several: bool = False,
) -> list[dict[str, Any]]:
    """The provinces by name, each found by its name and by those of its former provinces, folded or not.

    Where several can be chosen the label is the name alone, as the names chosen stand in one line.
    """
    found = []
    for code in sorted(names, key=lambda code: collation_key(lang.pick(*names[code]))):
        mine = lang.pick(*names[code])
        others = [one for one in former.get(code, ()) if one != names[code]]
        label = [html.Span(mine)]
        if others:
            label.append(html.Span(", ".join(lang.pick(*one) for one in others), className="option-former"))
        found.append(
            {
                "label": mine if several else html.Span(label, className="option option--province"),
                "value": code,
                "search": searched(code, *names[code], *(name for one in others for name in one)),
                "title": mine,
            }
        )
    return found
