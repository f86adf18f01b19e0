"""What a keyboard reads a map by: a list of its areas, one stop of Tab, whose arrows go by neighbour.

assets/4_map_keys.js fills it from the figure that is drawn, and draws which area is read.
"""

from dash import html
from dash.development.base_component import Component

from language import Language


def map_keys(chart: str, areas: str, lang: Language) -> list[Component]:
    """The list over the map with the id `chart`, how it is used, and where the area is drawn.

    `areas` names the list, "Các tỉnh trên bản đồ". It stands in the same frame, after the map.
    """
    help_id = f"{chart}-keys-help"
    return [
        html.Div(
            id=f"{chart}-keys",
            className="map-keys",
            role="group",  # a list once there is an area to read
            tabIndex="-1",  # a stop once there is an area to read
            **{
                "data-chart": chart,
                "data-edge": lang("Hết bản đồ về phía này"),
                "data-rank": lang("hạng {rank}"),
                "aria-label": areas,
                "aria-describedby": help_id,
            },
        ),
        html.Div(className="map-keys-drawn", **{"aria-hidden": "true"}),
        html.P(
            lang(
                "Phím mũi tên: sang nơi bên cạnh; gõ tên: tìm; Home, End: đầu, cuối danh sách; "
                "Enter: mở; Esc: rời."
            ),
            id=help_id,
            className="map-keys-help",
        ),
    ]
