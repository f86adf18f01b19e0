"""Provinces by periods: which share of the reports that were due came, or came in time."""

from collections.abc import Mapping, Sequence
from typing import Any

from charts.template import Figure, template
from charts.tokens import THEMES, ink_on
from indicators.periods import Period
from indicators.reporting import Tally
from language import N_, Language

# The lowest share of each class in percent, the best class first; what was not due is the last of all.
FLOORS = (100, 95, 80, 50, 0)
NOT_DUE = len(FLOORS)
CLASS_WORDS = (
    N_("đủ 100%"),
    N_("từ 95% đến dưới 100%"),
    N_("từ 80% đến dưới 95%"),
    N_("từ 50% đến dưới 80%"),
    N_("dưới 50%"),
    N_("không có báo cáo đến hạn"),
)
HOVER = {
    "reported": N_("{done}/{due} báo cáo đã về"),
    "on_time": N_("{done}/{due} báo cáo đúng hạn"),
}


def heatmap(
    provinces: Sequence[tuple[str, str]],
    periods: Sequence[str],
    tallies: Mapping[tuple[str, str], Tally],
    *,
    shown: str,
    lang: Language,
    theme: str,
    selected: str | None = None,
) -> Figure:
    """The heat map of `shown` ("reported" or "on_time"); provinces are (code, name), the first on top.

    A whole cell is left plain, what lacks carries its percentage: colour is never the only sign.
    """
    grid = [[tallies.get((code, period)) for period in periods] for code, _ in provinces]
    names = [name for _, name in provinces]
    marked = [place for place, (code, _) in enumerate(provinces) if code == selected]
    colours = class_colours(theme)
    return {
        "data": [
            {
                "type": "heatmap",
                "z": [[class_of(cell, shown) for cell in row] for row in grid],
                "x": list(range(len(periods))),
                "y": list(range(len(provinces))),
                "zmin": -0.5,
                "zmax": len(colours) - 0.5,
                "colorscale": _steps(colours),
                "showscale": False,
                "xgap": 2,
                "ygap": 2,
                "text": [[_written(cell, shown, colours) for cell in row] for row in grid],
                "texttemplate": "%{text}",
                "textfont": {"size": 12},
                "customdata": [
                    [
                        [code, _hover(name, period, cell, shown, lang)]
                        for period, cell in zip(periods, row, strict=True)
                    ]
                    for (code, name), row in zip(provinces, grid, strict=True)
                ],
                "hovertemplate": "%{customdata[1]}<extra></extra>",
            }
        ],
        "layout": _layout(names, periods, marked, theme),
    }


def class_of(tally: Tally | None, shown: str) -> int:
    """The class of a cell: the place of its floor, or that nothing was due."""
    if tally is None or not tally.due:
        return NOT_DUE
    share = 100 * _done(tally, shown) / tally.due
    return next(place for place, floor in enumerate(FLOORS) if share >= floor)


def class_colours(theme: str) -> tuple[str, ...]:
    """The colour of each class: quiet where all came, the stronger the more lacks."""
    tokens = THEMES[theme]
    return (tokens.whole, *tokens.worse, tokens.missing)


def cell_text(tally: Tally | None, shown: str) -> str:
    """What is written in a cell: the whole percent, rounded down, so that 99,9 % is not 100."""
    if tally is None or not tally.due:
        return "–"
    done = _done(tally, shown)
    return "" if done == tally.due else str(100 * done // tally.due)


def _written(tally: Tally | None, shown: str, colours: Sequence[str]) -> str:
    """The text of a cell in the ink that is read best on its colour."""
    text = cell_text(tally, shown)
    return text and f'<span style="color:{ink_on(colours[class_of(tally, shown)])}">{text}</span>'


def _done(tally: Tally, shown: str) -> int:
    return tally.on_time if shown == "on_time" else tally.reported


def _hover(name: str, period: str, tally: Tally | None, shown: str, lang: Language) -> str:
    head = f"<b>{name}</b>, {lang.period(period)}"
    if tally is None or not tally.due:
        return f"{head}<br>{lang(CLASS_WORDS[NOT_DUE])}"
    done, due = lang.number(_done(tally, shown)), lang.number(tally.due)
    share = lang.percent(100 * _done(tally, shown) / tally.due)
    return f"{head}<br>{share} · {lang(HOVER[shown], done=done, due=due)}"


def _steps(colours: Sequence[str]) -> list[list[Any]]:
    """A colour scale of equal steps without transitions."""
    count = len(colours)
    return [[edge / count, colour] for place, colour in enumerate(colours) for edge in (place, place + 1)]


def _layout(names: Sequence[str], periods: Sequence[str], marked: Sequence[int], theme: str) -> Figure:
    tokens = THEMES[theme]
    axis = {"showgrid": False, "zeroline": False, "fixedrange": True, "showline": False}
    apart = {"ticks": "outside", "ticklen": 5, "tickcolor": "rgba(0,0,0,0)"}  # names stand off their cells
    return {
        "template": template(theme),
        "margin": {"l": 116, "r": 4, "t": 44, "b": 4},
        "dragmode": False,
        "hovermode": "closest",
        "xaxis": axis
        | {
            "side": "top",
            "range": [-0.5, len(periods) - 0.5],
            "tickvals": list(range(len(periods))),
            "ticktext": period_ticks(periods),
            "tickangle": 0,
            "tickfont": {"size": 12, "color": tokens.ink_soft},
        },
        "yaxis": axis
        | apart
        | {
            "range": [len(names) - 0.5, -0.5],
            "tickvals": list(range(len(names))),
            "ticktext": list(names),
            "tickfont": {"size": 12, "color": tokens.ink},
        },
        "shapes": [
            {
                "type": "rect",
                "xref": "paper",
                "x0": 0,
                "x1": 1,
                "y0": place - 0.5,
                "y1": place + 0.5,
                "line": {"color": tokens.selected, "width": 2},
            }
            for place in marked
        ],
    }


def period_ticks(periods: Sequence[str]) -> list[str]:
    """Short names of the periods, the year over the first one of it; a year without room is left out.

    >>> period_ticks(["2025-11", "2025-12", "2026-01", "2026-02"])
    ['2025<br>11', '12', '2026<br>1', '2']
    """
    ticks = []
    for place, code in enumerate(periods):
        period = Period.parse(code)
        quarter = ("I", "II", "III", "IV")[(period.end.month - 1) // 3]
        short = {"month": str(period.end.month), "quarter": quarter}.get(period.frequency, "")
        first = place == 0 or periods[place - 1][:4] != code[:4]
        crowded = short and place + 1 < len(periods) and periods[place + 1][:4] != code[:4]
        ticks.append("<br>".join(filter(None, (code[:4] if first and not crowded else "", short))))
    return ticks
