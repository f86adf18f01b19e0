"""The communes on a map, where their outlines have been imported; else a line on how to import them."""

from collections.abc import Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from charts.classes import MapClass
from charts.template import CONFIG
from language import Language
from layouts import ids
from layouts.choice import Choice
from layouts.components import choosing, filled, nothing, segments
from layouts.controls import COLOURING_WORDS, NO_TARGET
from layouts.export_menu import exportable
from layouts.legend import legend
from layouts.map_keys import map_keys

COLOURINGS = ("status", "value", "gap")
COMMAND = "python -m geodata import FILE --level commune"


def map_card(
    figure: dict[str, Any],
    found: Sequence[MapClass],
    over: MapClass,
    colouring: str,
    attribution: str,
    chosen: Choice,
) -> Component:
    """The map beside its legend, with what it is coloured by to choose from."""
    lang, label = chosen.language, chosen.language("Tô màu theo")
    words = {code: COLOURING_WORDS[code] for code in COLOURINGS}
    unjudged = {} if chosen.indicator.targets else {"status": NO_TARGET, "gap": NO_TARGET}
    graph = dcc.Graph(
        id=ids.COMMUNES_MAP_CHART, figure=figure, config=CONFIG, responsive=True, className="chart"
    )
    said = lang("Bản đồ các xã; các số như trong danh sách xã.")
    return html.Section(
        [
            html.Div(
                [
                    html.H2(lang("Bản đồ các xã"), id="communes-map-title"),
                    segments(label, "c", words, colouring, lang, unjudged),
                    exportable("map", lang, what=lang("Bản đồ các xã")),
                ],
                className="tile-head",
            ),
            html.Div(
                [
                    html.Div(
                        [graph, *map_keys(ids.COMMUNES_MAP_CHART, lang("Các xã trên bản đồ"), lang)],
                        className="commune-map",
                        role="group",
                        **{"aria-label": said},
                    ),
                    html.Div(
                        legend(found, over, colouring, lang, communes=True),
                        className="legend",
                    ),
                ],
                className="communes-map-parts",
            ),
            html.P(attribution, className="quiet attribution"),
        ],
        className="tile communes-map",
        **{"aria-labelledby": "communes-map-title"},
    )


def no_outlines(lang: Language) -> Component:
    """That no outlines have been imported, and the command that imports them."""
    how = lang("Danh sách vẫn đủ mọi xã. Quản trị hệ thống nhập ranh giới bằng lệnh {command}.")
    then = filled(how, command=html.Code(COMMAND))
    said = nothing(lang("Chưa có bản đồ xã vì chưa nhập ranh giới xã."), then)
    return html.Div(said, className="no-map")


def only_today(lang: Language) -> Component:
    """That outlines are those of today's communes."""
    way = html.Button(
        lang("Xem theo 34 tỉnh"),
        type="button",
        className="text-button",
        **choosing(b="34", area="", commune=""),
    )
    return html.Div(nothing(lang("Bản đồ xã chỉ có cho ranh giới 34 tỉnh."), "", way), className="no-map")
