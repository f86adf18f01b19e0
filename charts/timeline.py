"""Tasks over the years: a bar for each from its start to its due day, what is done of it, and today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from charts.statuses import TASK_STATUSES
from charts.template import Figure, faded, template
from charts.tokens import THEMES, Theme
from language import Language

ROW = 34  # pixels that a task takes: its title over its bar
TOP, BOTTOM = 44, 8  # pixels for the years and for today's label
_LONGEST_TITLE = 105  # letters; the whole title stands in the table
_DAY = 86_400_000  # milliseconds, the unit of lengths on an axis of dates


@dataclass(frozen=True, slots=True)
class Bar:
    """A task as the timeline draws it; `percent` is None where nobody has told how far it is."""

    code: str
    title: str
    state: str
    start: date
    due: date
    percent: float | None = None
    completed_on: date | None = None


def timeline(bars: Sequence[Bar], *, today: date, lang: Language, theme: str) -> Figure:
    """The bars as a figure dict in the order given, from the top.

    The traces always come in the same order: planned, done, late (from the due day to today or to the day of
    completion), completed.
    """
    tokens = THEMES[theme]
    return {
        "data": [
            _planned(bars, lang, theme),
            _done(bars, theme),
            _late(bars, today, theme),
            _completed(bars, lang, theme, tokens),
        ],
        "layout": _layout(bars, today, lang, theme, tokens),
    }


def height(bars: Sequence[Bar]) -> int:
    """How many pixels the figure needs."""
    return TOP + BOTTOM + ROW * max(1, len(bars))


def _planned(bars: Sequence[Bar], lang: Language, theme: str) -> Figure:
    return _bars("planned", bars, [_length(one.start, one.due) for one in bars]) | {
        "marker": {
            "color": [faded(TASK_STATUSES[one.state].colour(theme), 0.35) for one in bars],
            "line": {"color": [THEMES[theme].line_strong for _ in bars], "width": 0.8},
        },
        "customdata": [_hover(one, lang) for one in bars],
        "hovertemplate": (
            "<b>%{customdata[0]}</b><br>%{customdata[1]}<br>%{customdata[2]}<br>%{customdata[3]}<extra></extra>"
        ),
    }


def _done(bars: Sequence[Bar], theme: str) -> Figure:
    """The share done of each bar; of one that is completed the days until then."""
    lengths = [
        _length(one.start, min(one.completed_on, one.due))
        if one.completed_on
        else _length(one.start, one.due) * (one.percent or 0) / 100
        for one in bars
    ]
    return _bars("done", bars, lengths) | {
        "marker": {
            "color": [TASK_STATUSES[one.state].colour(theme) for one in bars],
            "line": {"color": THEMES[theme].line_strong, "width": 0.8},
        },
        "hoverinfo": "skip",
    }


def _late(bars: Sequence[Bar], today: date, theme: str) -> Figure:
    x: list[str | None] = []
    y: list[float | None] = []
    for place, one in enumerate(bars):
        until = one.completed_on or today
        if one.due < until and one.state in ("overdue", "done_late"):
            x += [one.due.isoformat(), until.isoformat(), None]
            y += [place, place, None]
    return {
        "type": "scatter",
        "name": "late",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": TASK_STATUSES["overdue"].colour(theme), "width": 3, "dash": "2px,2px"},
        "hoverinfo": "skip",
    }


def _completed(bars: Sequence[Bar], lang: Language, theme: str, tokens: Theme) -> Figure:
    found = [(place, one, one.completed_on) for place, one in enumerate(bars) if one.completed_on]
    return {
        "type": "scatter",
        "name": "completed",
        "mode": "markers",
        "x": [day.isoformat() for _, _, day in found],
        "y": [place for place, _, _ in found],
        "marker": {
            "symbol": "diamond",
            "size": 9,
            "color": [TASK_STATUSES[one.state].colour(theme) for _, one, _ in found],
            "line": {"color": tokens.selected, "width": 1.2},
        },
        "customdata": [[one.code, lang.date(day)] for _, one, day in found],
        "hovertemplate": lang("Xong ngày {day}", day="%{customdata[1]}") + "<extra></extra>",
    }


def _bars(name: str, bars: Sequence[Bar], lengths: Sequence[float]) -> Figure:
    return {
        "type": "bar",
        "name": name,
        "orientation": "h",
        "base": [one.start.isoformat() for one in bars],
        "x": list(lengths),
        "y": list(range(len(bars))),
        "width": 0.24,
    }


def _length(start: date, end: date) -> int:
    return max(0, (end - start).days) * _DAY


def _hover(one: Bar, lang: Language) -> list[str]:
    state = lang(TASK_STATUSES[one.state].word)
    how_far = "" if one.percent is None else f" · {lang.percent(one.percent, 0)}"
    return [
        one.code,
        _shortened(one.title),
        state + how_far,
        f"{lang.date(one.start)} – {lang.date(one.due)}",
    ]


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_TITLE else text[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"


def _layout(bars: Sequence[Bar], today: date, lang: Language, theme: str, tokens: Theme) -> Figure:
    first, last = _span(bars, today)
    return {
        "template": template(theme),
        "height": height(bars),
        "margin": {"l": 0, "r": 0, "t": TOP, "b": BOTTOM},
        "barmode": "overlay",
        "bargap": 0,
        "hovermode": "closest",
        "dragmode": False,
        "xaxis": {
            "type": "date",
            "range": [first.isoformat(), last.isoformat()],
            "dtick": "M12",
            "tickformat": "%Y",
            "ticklabelmode": "period",
            "side": "top",
            "showgrid": True,
            "fixedrange": True,
        },
        "yaxis": {
            "range": [len(bars) - 0.6, -0.85],
            "visible": False,
            "fixedrange": True,
        },
        "shapes": [_upright(today, tokens)],
        "annotations": [
            *(_title(place, one, tokens) for place, one in enumerate(bars)),
            _today(today, first, last, lang, tokens),
        ],
    }


def _span(bars: Sequence[Bar], today: date) -> tuple[date, date]:
    """Whole years around every bar and today."""
    days = [today, *(one.start for one in bars), *(one.due for one in bars)]
    return date(min(days).year, 1, 1), date(max(days).year, 12, 31) + timedelta(days=1)


def _title(place: int, one: Bar, tokens: Theme) -> Figure:
    return {
        "text": f"<b>{one.code}</b>  {_shortened(one.title)}",
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": place,
        "yanchor": "bottom",
        "yshift": 6,  # off its bar and the diamond on it
        "align": "left",
        "showarrow": False,
        "font": {"size": 12, "color": tokens.ink},
        "bgcolor": tokens.surface,  # so that no line strikes it through
        "borderpad": 0,
    }


def _upright(day: date, tokens: Theme) -> Figure:
    return {
        "type": "line",
        "x0": day.isoformat(),
        "x1": day.isoformat(),
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "layer": "below",
        "line": {"color": tokens.accent, "width": 1.5},
    }


def _today(today: date, first: date, last: date, lang: Language, tokens: Theme) -> Figure:
    at_right = (today - first) > (last - first) * 0.85
    return {
        "text": f"<b>{lang('Hôm nay')}</b> {lang.date(today)}",
        "x": today.isoformat(),
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 20,
        "xanchor": "right" if at_right else "center",
        "showarrow": False,
        "font": {"size": 12, "color": tokens.accent},
    }
