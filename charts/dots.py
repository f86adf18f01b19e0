"""How the provinces spread over the scale of an indicator: one dot each, close ones over one another."""

from collections.abc import Sequence

from charts import wording
from charts.hover import hover_row, hover_template
from charts.statuses import ALL_STATUSES
from charts.template import Figure, faded, template
from charts.tokens import THEMES, Theme, ink_on
from charts.trend import rounded_up
from indicators.model import Indicator, Value, ValueTable
from language import Language

# Dots nearer than this share of the axis stand over one another: a dot of a phone's width.
_DOT = 1 / 24
# So many rows have room over and under the middle, more make the rest smaller.
_ROWS = 4


def dots(
    table: ValueTable, indicator: Indicator, *, lang: Language, theme: str, selected: str | None = None
) -> Figure:
    """The spread as a figure dict; provinces without a value are not drawn, provisional ones are hollow.

    The dots come first, their customdata begins with the code of the area; the one selected is ringed and
    named under the others. Lines mark the country and its target; a count's sum is no place among its parts.
    """
    tokens = THEMES[theme]
    known = sorted(
        (value for value in table.values if value.value is not None), key=lambda one: one.value or 0
    )
    levels = [value.value for value in known if value.value is not None]
    national = table.national if indicator.kind != "count" else None
    low, high = _span(levels, national, indicator)
    rows = stacked(levels, (high - low) * _DOT)
    half = max(_ROWS, *(abs(row) for row in rows)) if rows else _ROWS
    chosen = next((place for place, value in enumerate(known) if value.area_code == selected), None)
    layout = _layout(low, high, half, indicator, lang, theme)
    lines = _lines(national, indicator, lang, tokens)
    layout["shapes"] = [line for line, _ in lines]
    layout["annotations"] = [_placed(label, (label["x"] - low) / (high - low)) for _, label in lines]
    if chosen is not None:
        foot = -half - 1.2
        layout["shapes"].append(_leader(levels[chosen], rows[chosen], foot, tokens))
        label = _chosen_label(known[chosen], foot, indicator, lang, tokens)
        layout["annotations"].append(_placed(label, (levels[chosen] - low) / (high - low)))
    return {
        "data": [
            _provinces(known, rows, indicator, lang, theme, table.period),
            _ring(levels, rows, chosen, tokens),
        ],
        "layout": layout,
    }


def stacked(levels: Sequence[float], width: float) -> list[int]:
    """The row of each value, given in rising order: the one nearest to the middle where it has room.

    >>> stacked([10, 11, 12, 30], 5)
    [0, 1, -1, 0]
    """
    ends: dict[int, float] = {}
    rows = []
    for level in levels:
        row = 0
        while row in ends and level - ends[row] < width:
            row = -row if row > 0 else 1 - row
        ends[row] = level
        rows.append(row)
    return rows


def _span(levels: Sequence[float], national: Value | None, indicator: Indicator) -> tuple[float, float]:
    """The scale of the indicator, made wider where something lies beyond it; a count's goes by its values."""
    low, high = indicator.scale
    if indicator.kind == "count":
        return 0.0, rounded_up(max(levels, default=0.0))
    beside = [one for one in (national.value, national.target) if one is not None] if national else []
    drawn = [low, high, *levels, *beside]
    return min(drawn), max(drawn)


def _provinces(
    known: Sequence[Value],
    rows: Sequence[int],
    indicator: Indicator,
    lang: Language,
    theme: str,
    period: str,
) -> Figure:
    tokens = THEMES[theme]
    # Without a target there is nothing to tell apart: one colour, no icon.
    judged = bool(indicator.targets)
    colours = [
        ALL_STATUSES[value.status].colour(theme) if judged else tokens.sequential[4] for value in known
    ]
    hollow = [value.provisional for value in known]
    return {
        "type": "scatter",
        "name": "provinces",
        "mode": "markers+text",
        "x": [value.value for value in known],
        "y": list(rows),
        "marker": {
            "size": 16,
            "opacity": 1,
            "color": [
                tokens.surface if each else colour for each, colour in zip(hollow, colours, strict=True)
            ],
            "line": {
                "width": [2.5 if each else 1 for each in hollow],
                "color": [
                    colour if each else tokens.line_strong
                    for each, colour in zip(hollow, colours, strict=True)
                ],
            },
        },
        "text": [ALL_STATUSES[value.status].icon if judged else "" for value in known],
        "textfont": {
            "size": 10,
            "color": [
                tokens.ink if each else ink_on(colour) for each, colour in zip(hollow, colours, strict=True)
            ],
        },
        "customdata": [hover_row(value, indicator, lang, colouring="status", before=None) for value in known],
        "hovertemplate": hover_template(period, lang),
        "cliponaxis": False,
    }


def _ring(levels: Sequence[float], rows: Sequence[int], chosen: int | None, tokens: Theme) -> Figure:
    return {
        "type": "scatter",
        "name": "chosen",
        "mode": "markers",
        "x": [] if chosen is None else [levels[chosen]],
        "y": [] if chosen is None else [rows[chosen]],
        "marker": {
            "size": 24,
            "color": "rgba(0,0,0,0)",
            "line": {"color": tokens.selected, "width": 2.5},
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
        "visible": chosen is not None,
    }


def _lines(
    national: Value | None, indicator: Indicator, lang: Language, tokens: Theme
) -> list[tuple[Figure, Figure]]:
    """The upright lines of the country and of its target, each with its name, in two rows over the dots."""
    found: list[tuple[Figure, Figure]] = []
    if national is None:
        return found
    if national.target is not None:
        text = f"{lang('Chỉ tiêu')} <b>{wording.rounded_limit(national.target, indicator, lang)}</b>"
        found.append(_line(national.target, text, tokens.ink, "6px,4px", 18))
    if national.value is not None:
        text = f"{lang('Cả nước')} <b>{wording.amount(national.value, indicator, lang)}</b>"
        found.append(_line(national.value, text, tokens.accent, "solid", 0))
    return found


def _line(x: float, text: str, colour: str, dash: str, shift: int) -> tuple[Figure, Figure]:
    line = {
        "type": "line",
        "x0": x,
        "x1": x,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": colour, "width": 1.6, "dash": dash},
        "layer": "below",
    }
    return line, _label(x, text, colour) | {"y": 1, "yref": "paper", "yanchor": "bottom", "yshift": shift}


def _leader(x: float, row: int, foot: float, tokens: Theme) -> Figure:
    """The line from the dot of the selected province down to its name."""
    return {
        "type": "line",
        "x0": x,
        "x1": x,
        "y0": row,
        "y1": foot,
        "line": {"color": tokens.selected, "width": 1},
        "layer": "below",
    }


def _chosen_label(value: Value, foot: float, indicator: Indicator, lang: Language, tokens: Theme) -> Figure:
    name = lang.pick(value.area_name, value.area_name_en)
    text = f"<b>{name}</b> {wording.amount(value.value, indicator, lang)}"
    ground = faded(tokens.surface, 0.85)  # the line of the country may run behind it
    return _label(value.value, text, tokens.selected) | {"y": foot, "yanchor": "top", "bgcolor": ground}


def _label(x: float | None, text: str, colour: str) -> Figure:
    return {"x": x, "text": text, "showarrow": False, "font": {"size": 12, "color": colour}, "borderpad": 1}


def _placed(label: Figure, share: float) -> Figure:
    """The label turned inwards near an end of the axis, which it would run over."""
    side = "left" if share < 0.15 else "right" if share > 0.85 else "center"
    return label | {"xanchor": side}


def _layout(low: float, high: float, half: float, indicator: Indicator, lang: Language, theme: str) -> Figure:
    margin = 0.025 * (high - low)
    steps = [round(low + (high - low) * quarter / 4, 6) for quarter in range(5)]
    unit = "%" if indicator.unit == "%" else ""
    return {
        "template": template(theme),
        "uirevision": indicator.code,
        "margin": {"l": 16, "r": 16, "t": 42, "b": 28},
        "hovermode": "closest",
        "dragmode": False,
        "xaxis": {
            "range": [low - margin, high + margin],
            "tickvals": steps,
            "ticktext": [lang.number(step, 0 if high - low > 20 else None) + unit for step in steps],
            "tickfont": {"size": 12, "color": THEMES[theme].ink_soft},
            "ticks": "outside",
            "ticklen": 4,
            "showgrid": True,
            "showline": True,
            "fixedrange": True,
        },
        "yaxis": {"range": [-half - 2.6, half + 1], "visible": False, "fixedrange": True},
    }
