"""What all charts share: letters, colours, hover and the configuration of the graph."""

from typing import Any

from charts.tokens import FONT, THEMES

Figure = dict[str, Any]

# For dcc.Graph: nothing to operate but the chart itself.
CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": "reset",
}


def template(theme: str) -> Figure:
    """The Plotly template of a theme, from the tokens."""
    tokens = THEMES[theme]
    axis = {
        "gridcolor": tokens.grid,
        "linecolor": tokens.line_strong,
        "tickcolor": tokens.line_strong,
        "zeroline": False,
        "automargin": False,
        # To hide what passes the edge, plotly.js would have the whole page laid out anew for every label.
        "ticklabeloverflow": "allow",
        "title": {"text": ""},
    }
    return {
        "layout": {
            "font": {"family": FONT, "size": 13, "color": tokens.ink},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "separators": ",.",
            "showlegend": False,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "hoverlabel": {
                "bgcolor": tokens.surface,
                "bordercolor": tokens.line_strong,
                "align": "left",
                "namelength": 0,
                "font": {"family": FONT, "size": 13, "color": tokens.ink},
            },
            "xaxis": axis,
            "yaxis": axis,
            "geo": {"bgcolor": "rgba(0,0,0,0)"},
        }
    }


def faded(colour: str, share: float) -> str:
    """The colour #rrggbb with so much of its strength, for what lies over something else.

    >>> faded("#ff8000", 0.5)
    'rgba(255,128,0,0.5)'
    """
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share})"
