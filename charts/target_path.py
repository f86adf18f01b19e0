"""A value against its target path: one bar with where it should be today and where it must end."""

from charts import wording
from charts.template import Figure, template
from charts.tokens import THEMES
from indicators.model import Indicator, Observation, Value
from indicators.progress import expected_on, expected_path
from language import Language


def path_to_target(value: Value, indicator: Indicator) -> list[Observation]:
    """The line from the baseline over interim targets to the target; the target alone without a baseline."""
    if value.target is None or value.deadline is None:
        return []
    end = Observation(value.deadline, value.target)
    if value.baseline is None or value.baseline_date is None or value.baseline_date >= value.deadline:
        return [end]
    start = Observation(value.baseline_date, value.baseline)
    judged = next(
        (each for each in indicator.targets if each.date == end.on and each.value == end.value), None
    )
    if judged is None:  # a province's own target has no interim ones
        return [start, end]
    interim = [each for each in indicator.targets if each.interim and start.on < each.date < end.on]
    return expected_path(start, judged, interim)


def expected_today(value: Value, indicator: Indicator) -> float | None:
    """The value that the path expects on the day of the observation that was judged; None without a path."""
    path = path_to_target(value, indicator)
    day = value.judged_on or value.observed_on
    if len(path) < 2 or day is None:
        return None
    return expected_on(path, max(day, path[0].on))


def target_path(value: Value, indicator: Indicator, *, lang: Language, theme: str) -> Figure:
    """The bar as a figure dict, for a height of about 110 pixels.

    Over the bar stands what should be reached today, under it the baseline and the target.
    """
    tokens = THEMES[theme]
    low, high = indicator.scale
    expected = expected_today(value, indicator)
    labels, ticks = [], []
    if value.baseline is not None:
        shown = wording.amount(value.baseline, indicator, lang)
        ticks.append(_tick(value.baseline, 1, tokens.ink_faint, tokens.surface))
        labels.append(
            _label(value.baseline, lang("Mốc gốc {value}", value=shown), indicator, tokens.ink_faint)
        )
    if expected is not None:
        shown = f"<b>{wording.amount(expected, indicator, lang)}</b>"
        ticks.append(_tick(expected, 2, tokens.ink_soft, tokens.surface))
        text = lang("Theo lộ trình, nay phải {value}", value=shown)
        labels.append(_label(expected, text, indicator, tokens.ink_soft, above=True))
    if value.target is not None:
        limit = wording.rounded_limit(value.target, indicator, lang)
        ticks.append(_tick(value.target, 3, tokens.ink, tokens.surface))
        labels.append(_label(value.target, f"{lang('Chỉ tiêu')} <b>{limit}</b>", indicator, tokens.ink))
    return {
        "data": [
            _bar("track", low, high, tokens.sunken),
            _bar("value", low, low if value.value is None else value.value, tokens.accent),
        ],
        "layout": {
            "template": template(theme),
            "barmode": "overlay",
            "margin": {"l": 2, "r": 2, "t": 26, "b": 26},
            "hovermode": False,
            "dragmode": False,
            "xaxis": {"range": [low, high], "visible": False, "fixedrange": True},
            "yaxis": {"range": [-0.5, 0.5], "visible": False, "fixedrange": True},
            "shapes": ticks,
            "annotations": labels,
        },
    }


def _bar(name: str, low: float, length: float, colour: str) -> Figure:
    return {
        "type": "bar",
        "name": name,
        "orientation": "h",
        "y": [0],
        "base": [low],
        "x": [length - low],
        "width": 0.6,
        "marker": {"color": colour, "line": {"width": 0}, "cornerradius": 3},
        "hoverinfo": "skip",
    }


def _tick(at: float, width: int, colour: str, edge: str) -> Figure:
    """An upright mark with a light edge, which is seen on the bar and beside it."""
    return {
        "type": "rect",
        "xsizemode": "pixel",
        "xanchor": at,
        "x0": -width / 2 - 1,
        "x1": width / 2 + 1,
        "y0": -0.42,
        "y1": 0.42,
        "fillcolor": colour,
        "line": {"color": edge, "width": 1},
    }


def _label(at: float, text: str, indicator: Indicator, colour: str, *, above: bool = False) -> Figure:
    """A label over or under a tick; near an end of the scale it turns inwards."""
    low, high = indicator.scale
    share = (at - low) / (high - low)
    return {
        "x": at,
        "y": 0.5 if above else -0.5,
        "yanchor": "bottom" if above else "top",
        "xanchor": "left" if share < 0.35 else "right" if share > 0.65 else "center",
        "text": text,
        "showarrow": False,
        "font": {"size": 12, "color": colour},
    }
