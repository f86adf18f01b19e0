"""The paths of up to six areas on one chart, each named at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10

from charts import wording
from charts.merger import merger
from charts.part_trends import apart
from charts.period_ticks import period_ticks
from charts.template import Figure, template
from charts.tokens import THEMES, Theme
from charts.trend_labels import newest
from indicators.model import Indicator, Series, SeriesPoint, Value
from indicators.periods import Period
from language import Language

# Labels at the right end stand at least this share of the axis apart.
_LABEL = 0.062
# Less than this share of the indicator's scale is never stretched over the whole axis.
_LEAST = 0.2
_HOVER = "%{customdata[2]}: <b>%{customdata[3]}</b>%{customdata[4]}<extra></extra>"
_STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Look:
    """How one of several lines is told from the others without its colour: dash, marker and sign."""

    colour: str
    dash: str
    symbol: str
    sign: str


def looks(theme: str) -> tuple[Look, ...]:
    """The looks of the first line to the sixth, of which `.line-1` to `.line-6` have the colours too."""
    tokens = THEMES[theme]
    return (
        Look(tokens.accent, "solid", "circle", "●"),
        Look(tokens.worse[2], "7px,3px", "square", "■"),
        Look(tokens.better[1], "solid", "diamond", "◆"),
        Look(tokens.projection, "3px,3px", "triangle-up", "▲"),
        Look(tokens.alert, "9px,3px,2px,3px", "triangle-down", "▼"),
        Look(tokens.ink, "2px,2px", "x", "✕"),
    )


def paths(
    lines: Sequence[Series],
    national: Series,
    indicator: Indicator,
    *,
    value: Value,
    lang: Language,
    theme: str,
    merged_on: date | None = None,
) -> Figure:
    """The lines as a figure dict, the country's first; `value` is the country's, whose target is marked."""
    tokens, counted = THEMES[theme], indicator.kind == "count"
    beside = [] if counted else [national]  # a sum is no place among its parts
    low, high, step = path_scale([*lines, *beside], value, indicator)
    first, last = _span([*lines, national])
    ends = [*([(national, tokens.ink_soft, "━")] if beside else [])]
    ends += [(line, look.colour, look.sign) for line, look in zip(lines, looks(theme), strict=False)]
    upright: list[Figure] = []
    words: list[Figure] = []
    if merged_on is not None and first < merged_on < last:
        upright, words = merger(national, merged_on, (first, last), lang, theme)
    return {
        "data": [_national(national, indicator, lang, tokens, visible=bool(beside))]
        + [_line(line, indicator, lang, look) for line, look in zip(lines, looks(theme), strict=False)],
        "layout": {
            "template": template(theme),
            "uirevision": indicator.code,
            "margin": {"l": 46, "r": 150, "t": 30, "b": 46},
            "hovermode": "closest",
            "dragmode": False,
            "xaxis": _time_axis(
                max((national, *lines), key=lambda one: len(one.points)), first, last, lang, tokens
            ),
            "yaxis": {
                "range": [low - 0.03 * (high - low), high + 0.03 * (high - low)],
                "tickvals": ticks(low, high, step),
                "ticktext": [wording.rounded_limit(each, indicator, lang) for each in ticks(low, high, step)],
                "tickfont": {"size": 12, "color": tokens.ink_faint},
                "fixedrange": True,
            },
            "shapes": [*upright, *_target_line(value, low, high, tokens)],
            "annotations": [
                *words,
                *_target_label(value, indicator, low, high, lang, tokens),
                *_names(ends, indicator, (low, high), lang, tokens),
            ],
        },
    }


def path_scale(lines: Sequence[Series], value: Value, indicator: Indicator) -> tuple[float, float, float]:
    """Low end, high end and step of an axis that holds all these lines and the target, by round numbers."""
    levels = [point.value for line in lines for point in line.points if point.value is not None]
    if value.target is not None and indicator.kind != "count":
        levels.append(value.target)
    least = _LEAST * (indicator.scale[1] - indicator.scale[0]) if indicator.kind != "count" else 4.0
    low, high = (min(levels), max(levels)) if levels else indicator.scale
    lack = max(least - (high - low), 0.0)
    floor_at = indicator.scale[0] if indicator.kind != "count" else 0.0
    low, high = max(low - lack / 2, min(floor_at, low)), high + lack / 2
    rough = (high - low) / 4
    power = 10.0 ** floor(log10(rough))
    step = next(power * each for each in _STEPS if power * each >= rough * 0.999)
    return floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step, step


def ticks(low: float, high: float, step: float) -> list[float]:
    """The round numbers from the low end of an axis to its high end."""
    return [round(low + step * place, 9) for place in range(round((high - low) / step) + 1)]


def _span(lines: Sequence[Series]) -> tuple[date, date]:
    days = [Period.parse(point.period).end for line in lines for point in line.points]
    first, last = (min(days), max(days)) if days else (date(2024, 12, 31), date(2026, 12, 31))
    return min(first, last - timedelta(days=180)), last


def _time_axis(longest: Series, first: date, last: date, lang: Language, tokens: Theme) -> Figure:
    margin = (last - first) * 0.03
    named = period_ticks(longest, [], (first, last), lang)
    return {
        "type": "date",
        "range": [(first - margin).isoformat(), (last + margin).isoformat()],
        "tickvals": list(named),
        "ticktext": list(named.values()),
        "tickfont": {"size": 12, "color": tokens.ink_soft},
        "ticks": "outside",
        "ticklen": 4,
        "showgrid": False,
        "showline": True,
        "fixedrange": True,
    }


def _line(line: Series, indicator: Indicator, lang: Language, look: Look) -> Figure:
    name = lang.pick(line.area_name, line.area_name_en)
    return {
        "type": "scatter",
        "name": name,
        "mode": "lines+markers",
        **_points(line, indicator, lang),
        "line": {"color": look.colour, "width": 2.4, "dash": look.dash},
        "marker": {
            "symbol": [f"{look.symbol}{'-open' if _soft(point) else ''}" for point in line.points],
            "size": 7,
            "color": look.colour,
        },
        "hovertemplate": "%{customdata[1]}, " + _HOVER,
        "cliponaxis": False,
    }


def _national(
    national: Series, indicator: Indicator, lang: Language, tokens: Theme, *, visible: bool
) -> Figure:
    return {
        "type": "scatter",
        "name": "national",
        "mode": "lines",
        **_points(national, indicator, lang),
        "line": {"color": tokens.line_strong, "width": 4},
        "opacity": 0.55,
        "hovertemplate": f"{lang('Cả nước')}, {_HOVER}",
        "visible": visible,
    }


def _points(line: Series, indicator: Indicator, lang: Language) -> Figure:
    name = lang.pick(line.area_name, line.area_name_en)
    return {
        "x": [Period.parse(point.period).end.isoformat() for point in line.points],
        "y": [point.value for point in line.points],
        "connectgaps": False,
        "customdata": [
            [
                line.area_code,
                name,
                lang.period(point.period),
                wording.amount(point.value, indicator, lang),
                f"<br><i>{lang('tạm tính')}</i>" if point.provisional else "",
            ]
            for point in line.points
        ],
    }


def _soft(point: SeriesPoint) -> bool:
    return point.provisional or point.preliminary


def _names(
    ends: Sequence[tuple[Series, str, str]],
    indicator: Indicator,
    span: tuple[float, float],
    lang: Language,
    tokens: Theme,
) -> list[Figure]:
    """The name and the newest value of each line at its right end; a line without any value has none."""
    known = [
        (point.value, line, colour, sign)
        for line, colour, sign in ends
        if (point := newest(line)) is not None and point.value is not None
    ]
    low, high = span
    levels = [level for level, *_ in known]
    heights = apart(levels, _LABEL * (high - low), high)
    return [
        {
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 4,
            "y": height,
            "align": "left",
            "text": f'<span style="color:{colour}">{sign}</span> {_name(line, lang)} '
            f"<b>{wording.amount(level, indicator, lang)}</b>",
            "showarrow": False,
            "font": {"size": 12, "color": tokens.ink},
        }
        for (level, line, colour, sign), height in zip(known, heights, strict=True)
    ]


def _name(line: Series, lang: Language) -> str:
    return lang("Cả nước") if line.area_code == "VN" else lang.pick(line.area_name, line.area_name_en)


def _target_line(value: Value, low: float, high: float, tokens: Theme) -> list[Figure]:
    if value.target is None or not low <= value.target <= high:
        return []
    return [
        {
            "type": "line",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": value.target,
            "y1": value.target,
            "line": {"color": tokens.ink, "width": 1.4, "dash": "6px,4px"},
            "layer": "below",
        }
    ]


def _target_label(
    value: Value, indicator: Indicator, low: float, high: float, lang: Language, tokens: Theme
) -> list[Figure]:
    if not _target_line(value, low, high, tokens):
        return []
    return [
        {
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "y": value.target,
            "yanchor": "bottom",
            "text": f"{lang('Chỉ tiêu')} <b>{wording.target(value, indicator, lang)}</b>",
            "showarrow": False,
            "font": {"size": 12, "color": tokens.ink},
        }
    ]
