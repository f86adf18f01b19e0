"""Bars beside names, with their numbers: for lists that the pages write as HTML and a picture has to draw."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from charts.template import Figure, template
from charts.tokens import THEMES

ROW, HEAD = 26, 12  # pixels


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of the list: its name, its number (None: no bar), the number in words, its colour."""

    name: str
    value: float | None
    said: str
    colour: str = ""


def bars(rows: Sequence[Bar], *, theme: str, low: float = 0, high: float | None = None) -> Figure:
    """The list from top to bottom; bars begin at `low` and `high` is as far as they reach, if known."""
    tokens = THEMES[theme]
    values = [row.value for row in rows if row.value is not None]
    least, most = min([low, *values]), max([low, *values, *([] if high is None else [high])])
    room = (most - least or 1) * 0.22
    places = list(range(len(rows)))
    trace: dict[str, Any] = {
        "type": "bar",
        "orientation": "h",
        "y": places,
        "x": [0 if row.value is None else row.value - low for row in rows],
        "base": low,
        "marker": {"color": [row.colour or tokens.accent for row in rows]},
        "text": [row.said for row in rows],
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"color": tokens.ink},
        "hoverinfo": "skip",
    }
    longest = max((len(row.name) for row in rows), default=0)
    return {
        "data": [trace],
        "layout": {
            "template": template(theme),
            "bargap": 0.35,
            "margin": {"l": min(24 + 7 * longest, 360), "r": 16, "t": HEAD, "b": HEAD},
            "xaxis": {"range": [least - (room if least < low else 0), most + room], "visible": False},
            "yaxis": {
                "autorange": "reversed",
                "tickvals": places,
                "ticktext": [row.name for row in rows],
                "showgrid": False,
                "ticks": "outside",
                "ticklen": 6,
                "tickcolor": "rgba(0,0,0,0)",
            },
        },
    }


def bar_panels(panels: Sequence[tuple[str, Sequence[Bar]]], *, theme: str) -> Figure:
    """Several lists side by side, each under its title and to a measure of its own."""
    most = max(len(rows) for _, rows in panels)
    figure: Figure = {"data": [], "layout": {"template": template(theme), "bargap": 0.35, "annotations": []}}
    width = 1 / len(panels)
    for place, (title, rows) in enumerate(panels):
        one, end = bars(rows, theme=theme), "" if place == 0 else str(place + 1)
        room = 0.45 * width  # of the names
        left, right = place * width + room, (place + 1) * width - 0.02
        figure["data"].append(one["data"][0] | {"xaxis": f"x{end}", "yaxis": f"y{end}"})
        figure["layout"] |= {
            f"xaxis{end}": one["layout"]["xaxis"] | {"domain": [left, right], "anchor": f"y{end}"},
            f"yaxis{end}": {key: value for key, value in one["layout"]["yaxis"].items() if key != "autorange"}
            | {"anchor": f"x{end}", "range": [most - 0.5, -0.5]},
        }
        figure["layout"]["annotations"].append(
            {
                "text": f"<b>{title}</b>",
                "xref": "paper",
                "yref": "paper",
                "x": place * width + 0.02,
                "y": 1,
                "xanchor": "left",
                "yanchor": "bottom",
                "showarrow": False,
                "font": {"size": 14},
            }
        )
    figure["layout"]["margin"] = {"l": 0, "r": 0, "t": HEAD + 30, "b": HEAD}
    return figure


def bars_height(count: int) -> int:
    """How tall the list is drawn, in pixels."""
    return max(count, 2) * ROW + 2 * HEAD
