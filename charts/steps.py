"""How many areas have completed a milestone, step by step, against how many there are and the deadline."""

from datetime import date

from charts.template import Figure, faded, template
from charts.tokens import THEMES, Theme
from indicators.model import Series, SeriesPoint, Value
from indicators.periods import Period
from language import Language


def steps(series: Series, value: Value, *, lang: Language, theme: str) -> Figure:
    """The steps as a figure dict; `value` is the country's, with how many must complete it and until when."""
    tokens = THEMES[theme]
    total = value.denominator or 1
    known = [point for point in series.points if point.value is not None]
    layout = _layout(known, total, value, lang, theme)
    return {
        "data": [
            {
                "type": "scatter",
                "name": "completed",
                "mode": "lines+markers",
                "x": [_day(point) for point in known],
                "y": [point.value for point in known],
                "line": {"color": tokens.accent, "width": 2.5, "shape": "hv"},
                "marker": {"size": 6, "color": tokens.accent},
                "fill": "tozeroy",
                "fillcolor": faded(tokens.accent, 0.08),
                "customdata": [[lang.period(point.period)] for point in known],
                "hovertemplate": "%{customdata[0]}: <b>%{y}</b>" + f"/{lang.number(total, 0)}<extra></extra>",
                "cliponaxis": False,
            }
        ],
        "layout": layout,
    }


def _layout(known: list[SeriesPoint], total: float, value: Value, lang: Language, theme: str) -> Figure:
    tokens = THEMES[theme]
    days = [_day(point) for point in known]
    deadline = value.deadline.isoformat() if value.deadline else None
    ends = sorted([*days, *([deadline] if deadline else [])])
    pad = (date.fromisoformat(ends[-1]) - date.fromisoformat(ends[0])) * 0.03 if len(ends) > 1 else None
    marks = {days[place]: known[place].period for place in (0, -1)} if known else {}
    return {
        "template": template(theme),
        "margin": {"l": 40, "r": 28, "t": 40, "b": 46},
        "hovermode": "closest",
        "dragmode": False,
        "xaxis": {
            "type": "date",
            "range": [
                (date.fromisoformat(ends[0]) - pad).isoformat(),
                (date.fromisoformat(ends[-1]) + pad).isoformat(),
            ]
            if pad
            else None,
            "tickvals": list(marks),
            "ticktext": [
                "<br>".join(lang.period(code).replace("/", " ").rsplit(" ", 1)) for code in marks.values()
            ],
            "tickfont": {"size": 12, "color": tokens.ink_soft},
            "ticks": "outside",
            "ticklen": 4,
            "showgrid": False,
            "showline": True,
            "fixedrange": True,
        },
        "yaxis": {
            "range": [0, 1.12 * total],
            "tickvals": [0, total],
            "ticktext": [lang.number(0, 0), lang.number(total, 0)],
            "tickfont": {"size": 12, "color": tokens.ink_faint},
            "fixedrange": True,
        },
        "shapes": [_upright(deadline, tokens)] if deadline else [],
        "annotations": [
            *([_newest(known[-1], total, lang, tokens)] if known else []),
            *([_deadline(value, deadline == ends[-1], lang, tokens)] if deadline else []),
        ],
    }


def _newest(point: SeriesPoint, total: float, lang: Language, tokens: Theme) -> Figure:
    return {
        "x": _day(point),
        "y": point.value,
        "text": f"<b>{lang.number(point.value, 0)}/{lang.number(total, 0)}</b>",
        "showarrow": False,
        "xanchor": "right",
        "yanchor": "bottom",
        "yshift": 5,
        "font": {"size": 15, "color": tokens.accent},
    }


def _deadline(value: Value, at_end: bool, lang: Language, tokens: Theme) -> Figure:
    return {
        "x": value.deadline.isoformat() if value.deadline else None,
        "y": 1,
        "yref": "paper",
        "text": lang("Hạn {deadline}", deadline=lang.date(value.deadline)),
        "showarrow": False,
        "xanchor": "right" if at_end else "center",
        "yanchor": "bottom",
        "font": {"size": 12, "color": tokens.ink},
    }


def _upright(day: str, tokens: Theme) -> Figure:
    return {
        "type": "line",
        "x0": day,
        "x1": day,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": tokens.ink, "width": 1.4, "dash": "6px,4px"},
        "layer": "below",
    }


def _day(point: SeriesPoint) -> str:
    return Period.parse(point.period).end.isoformat()
