"""What each commune lacks, and where its province would be once it and those above it reach the target."""

from collections.abc import Sequence

from charts import wording
from charts.template import Figure, template
from charts.tokens import THEMES, Theme
from indicators.contribution import Contribution, Lack
from indicators.model import Indicator
from language import Language

ROW, HEAD, FOOT = 26, 42, 22  # heights in pixels
LEFT, RIGHT = (0, 0.53), (0.6, 1)  # of the width beside the names: the bars, the steps
LONGEST_NAME = 17  # letters
LETTER = 7  # pixels of one, in the middle


def contributions(
    found: Contribution,
    shown: int,
    indicator: Indicator,
    *,
    lang: Language,
    theme: str,
    selected: str | None = None,
) -> Figure:
    """The largest contributions as a figure dict: a bar a commune, and the steps that they make together.

    The traces always come in the same order: bars, steps. Their customdata begins with the commune's code.
    """
    tokens, lacks = THEMES[theme], found.lacks[:shown]
    return {
        "data": [
            _bars(lacks, found, indicator, selected, lang, tokens),
            _steps(lacks, found, indicator, lang, tokens),
        ],
        "layout": _layout(lacks, found, indicator, lang, theme),
    }


def height(rows: int) -> int:
    """The height in pixels of a chart of so many communes."""
    return HEAD + ROW * rows + FOOT


def count(missing: float, lang: Language) -> str:
    """How many are missing, to be read: a part of one is told only where it is less than ten.

    >>> from language import language
    >>> [count(number, language("vi")) for number in (0.4, 9.96, 22.4)]
    ['0,4', '10', '22']
    """
    return lang.number(missing, 1 if missing < 9.95 else 0)


def _bars(
    lacks: Sequence[Lack],
    found: Contribution,
    indicator: Indicator,
    selected: str | None,
    lang: Language,
    tokens: Theme,
) -> Figure:
    chosen = [one.area.area_code == selected for one in lacks]
    return {
        "type": "bar",
        "name": "missing",
        "orientation": "h",
        "x": [one.missing for one in lacks],
        "y": list(range(len(lacks))),
        "width": 0.62,
        "marker": {
            "color": [tokens.accent if one else tokens.sequential[4] for one in chosen],
            "line": {"color": tokens.selected, "width": [2 if one else 0 for one in chosen]},
        },
        "text": [count(one.missing, lang) for one in lacks],
        "textposition": "outside",
        "textfont": {"size": 12, "color": tokens.ink},
        "cliponaxis": False,
        "customdata": [_hover(one, found, indicator, lang) for one in lacks],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }


def _steps(
    lacks: Sequence[Lack], found: Contribution, indicator: Indicator, lang: Language, tokens: Theme
) -> Figure:
    """The value of the whole, from today's over the first bar down to the one after the last."""
    return {
        "type": "scatter",
        "name": "raised",
        "mode": "lines+markers",
        "xaxis": "x2",
        "x": [found.value, *(one.raised for one in lacks)],
        "y": [-0.5, *range(len(lacks))],
        "line": {"shape": "vh", "color": tokens.accent, "width": 2},
        "marker": {"size": [0, *[6] * len(lacks)], "color": tokens.accent},
        "cliponaxis": False,
        "customdata": [["", ""], *(_hover(one, found, indicator, lang) for one in lacks)],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }


def _hover(one: Lack, found: Contribution, indicator: Indicator, lang: Language) -> list[str]:
    area = one.area
    name = lang.pick(area.area_name, area.area_name_en)
    value = f"{wording.amount(area.value, indicator, lang)} ({wording.parts(area, lang)})"
    lines = [
        f"<b>{name}</b>: {value}",
        lang("Còn thiếu {n}; {points} của cả tỉnh", n=count(one.missing, lang), points=_points(one, lang))
        if found.of_province
        else lang("Còn thiếu {n}", n=count(one.missing, lang)),
        lang("Cùng các xã trên: {value}", value=wording.amount(one.raised, indicator, lang)),
    ]
    return [area.area_code, "<br>".join(lines)]


def _points(one: Lack, lang: Language) -> str:
    return f"{lang.number(one.points, 2)} {wording.points(lang)}"


def _layout(
    lacks: Sequence[Lack], found: Contribution, indicator: Indicator, lang: Language, theme: str
) -> Figure:
    tokens, rows = THEMES[theme], len(lacks)
    names = [_short(lang.pick(one.area.area_name, one.area.area_name_en)) for one in lacks]
    most = max((one.missing for one in lacks), default=1.0)
    goals = [found.value, found.target, *(one.raised for one in lacks)]
    low, high = min(goals), max(goals)
    room = 0.3 * (high - low) or 1.0  # for the label beside the last step
    still = {"showgrid": False, "zeroline": False, "fixedrange": True, "showticklabels": False, "ticks": ""}
    limit = wording.rounded_limit(found.target, indicator, lang)
    whole = lang("Tỉnh sẽ ở mức") if found.of_province else lang("Các xã sẽ ở mức")
    return {
        "template": template(theme),
        "uirevision": indicator.code,
        "margin": {"l": 14 + LETTER * max(map(len, names), default=0), "r": 8, "t": HEAD, "b": FOOT},
        "dragmode": False,
        "hovermode": "closest",
        "bargap": 0.3,
        "xaxis": still | {"domain": list(LEFT), "range": [0, 1.28 * most], "showline": False},
        "xaxis2": still
        | {
            "domain": list(RIGHT),
            "range": [low - 0.04 * (high - low), high + room]
            if indicator.direction == "up"
            else [low - room, high + 0.04 * (high - low)],
            "anchor": "y",
            "showline": False,
        },
        "yaxis": {
            "range": [rows - 0.5, -0.5],
            "tickvals": list(range(rows)),
            "ticktext": names,
            "tickfont": {"size": 12, "color": tokens.ink},
            "ticks": "outside",
            "ticklen": 5,
            "tickcolor": "rgba(0,0,0,0)",
            "showgrid": False,
            "showline": False,
            "fixedrange": True,
        },
        "shapes": [
            _upright(found.target, "x2", tokens.ink, "6px,4px"),
            _upright(found.value, "x2", tokens.line_strong, "solid"),
            _upright(0, "x", tokens.line_strong, "solid"),
        ],
        "annotations": [
            _heading(lang("Còn thiếu"), "x domain", tokens),
            _heading(two_lines(whole), "x2 domain", tokens),
            *(_reached(place, one, indicator, lang, tokens) for place, one in enumerate(lacks)),
            {
                "x": found.target,
                "xref": "x2",
                "y": 0,
                "yref": "paper",
                "yanchor": "top",
                "xanchor": "right" if indicator.direction == "up" else "left",
                "xshift": 14 if indicator.direction == "up" else -14,
                "text": f"{lang('Chỉ tiêu')} <b>{limit}</b>",
                "showarrow": False,
                "font": {"size": 12, "color": tokens.ink},
            },
        ],
    }


def _reached(place: int, one: Lack, indicator: Indicator, lang: Language, tokens: Theme) -> Figure:
    """The value at a step. On a narrow screen the line of the target passes behind it, not through it."""
    up = indicator.direction == "up"
    return {
        "x": one.raised,
        "xref": "x2",
        "xanchor": "left" if up else "right",
        "xshift": 5 if up else -5,
        "y": place,
        "text": wording.amount(one.raised, indicator, lang),
        "showarrow": False,
        "font": {"size": 12, "color": tokens.ink},
        "bgcolor": tokens.surface,
        "borderpad": 0,
    }


def two_lines(text: str) -> str:
    """A heading broken where its lines are most alike, so that it fits over a narrow part.

    >>> two_lines("Tỉnh sẽ ở mức")
    'Tỉnh sẽ<br>ở mức'
    """
    words = text.split()
    broken = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    return "<br>".join(min(broken, key=lambda lines: max(map(len, lines)), default=(text,)))


def _heading(text: str, where: str, tokens: Theme) -> Figure:
    return {
        "x": 0,
        "xref": where,
        "xanchor": "left",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 6,
        "text": text,
        "align": "left",
        "showarrow": False,
        "font": {"size": 12, "color": tokens.ink_soft},
    }


def _upright(x: float, axis: str, colour: str, dash: str) -> Figure:
    return {
        "type": "line",
        "xref": axis,
        "x0": x,
        "x1": x,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": colour, "width": 1.4, "dash": dash},
        "layer": "below",
    }


def _short(name: str) -> str:
    """A name that fits beside its bar; the whole stands in the hover and in the table."""
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"
