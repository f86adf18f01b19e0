"""The page Bản đồ before any number is read: a place for each part that a callback fills in."""

from dash import dcc, html
from dash.development.base_component import Component

from charts.template import CONFIG
from indicators.catalogue import Catalogue
from language import Language
from layouts import ids
from layouts.controls import controls
from layouts.export_menu import exportable
from layouts.map_keys import map_keys
from layouts.still import words
from layouts.waiting import awaited

# Plotly draws axes where it is told nothing.
BLANK = {"data": [], "layout": {"xaxis": {"visible": False}, "yaxis": {"visible": False}}}
STEP = 1400  # milliseconds that a period stays while playing


def page(catalogue: Catalogue, lang: Language) -> Component:
    """The page, its parts in the order in which they are read: figures, controls, map, legend and ranking."""
    return html.Div(
        [
            html.Div(
                [
                    html.Section(
                        id=ids.HEADLINE,
                        className="tile headline",
                        **words(awaited()) | {"aria-labelledby": "headline-title"},
                    ),
                    html.Section(awaited(), id=ids.PATH, className="tile path"),
                ],
                className="column column--first",
            ),
            controls(catalogue, lang),
            _map(lang),
            html.Div(
                [
                    html.Section(
                        id=ids.LEGEND,
                        className="tile legend",
                        **words(awaited()) | {"aria-label": lang("Chú giải bản đồ")},
                    ),
                    html.Section(
                        id=ids.RANKING,
                        className="tile ranking",
                        **words(awaited()) | {"aria-labelledby": "ranking-title"},
                    ),
                ],
                className="column column--last",
            ),
            html.Div(id=ids.PANEL, className="panel"),
            html.Details(
                [
                    html.Summary(lang("Bảng số liệu của bản đồ")),
                    exportable("map", lang, picture=False, what=lang("Bảng số liệu của bản đồ")),
                    html.Div(
                        id=ids.TABLE,
                        className="table-scroll",
                        tabIndex="0",
                        role="region",
                        **{"aria-label": lang("Bảng số liệu của bản đồ")},
                    ),
                ],
                id=ids.TABLE_FOLD,
                disable_n_clicks=True,
                className="tile value-table",
            ),
            *(
                dcc.Store(id=store)
                for store in (ids.ASKED, ids.TABLE_ASKED, ids.PANEL_ASKED, ids.PICTURES, ids.TIMELINE)
            ),
            dcc.Interval(id=ids.TICK, interval=STEP, disabled=True),
        ],
        className="map-page",
    )


def _map(lang: Language) -> Component:
    return html.Section(
        [
            html.Div(
                [
                    dcc.Graph(id=ids.MAP, figure=BLANK, config=CONFIG, responsive=True, className="map"),
                    *map_keys(ids.MAP, lang("Các tỉnh trên bản đồ"), lang),
                ],
                id=ids.MAP_FRAME,
                className="map-frame",
                role="group",
                tabIndex="-1",
            ),
            html.Div(id=ids.MAP_NOTE, className="map-note"),
            exportable("map", lang, what=lang("Bản đồ")),
        ],
        className="tile map-card",
        **{"aria-label": lang("Bản đồ")},
    )
