"""The words in a trend, at the lines and points they name, placed so that they don't meet."""

from datetime import date

from charts import wording
from charts.template import Figure, faded
from charts.tokens import THEMES, Theme
from indicators.model import Indicator, Observation, Series, SeriesPoint, Value
from indicators.periods import Period
from indicators.progress import expected_on
from indicators.projection import Projection
from language import Language

# The share of the scale below which a label under a point would lie on the ticks.
_NO_ROOM_UNDER, _NO_ROOM_UNDER_TWO_LINES = 0.2, 0.3


def trend_labels(
    series: Series,
    national: Series | None,
    value: Value,
    projection: Projection | None,
    path: list[Observation],
    indicator: Indicator,
    lang: Language,
    theme: str,
    span: tuple[date, date],
) -> list[Figure]:
    """The annotations of the newest values, the target, the projection and the path; `span` is the axis."""
    tokens = THEMES[theme]
    labels = _newest(series, national, value, indicator, lang, tokens, span)
    labels += _at_deadline(value, projection, indicator, lang, tokens)
    own = newest(series)
    if len(path) > 1 and (own is None or Period.parse(own.period).end < _midway(path)):
        labels.append(_on_path(path, projection, lang, tokens))
    if any(point.illustrative for point in series.points):
        low = _run_low(series, national, projection, path, indicator, span)
        labels.append(_note(lang("Số liệu minh họa"), tokens, at_top=low))
    return labels


def newest(series: Series) -> SeriesPoint | None:
    """The last point of a series that has a value."""
    return next((point for point in reversed(series.points) if point.value is not None), None)


def _newest(
    series: Series,
    national: Series | None,
    value: Value,
    indicator: Indicator,
    lang: Language,
    tokens: Theme,
    span: tuple[date, date],
) -> list[Figure]:
    """The newest value and, where another line stands beside it, the country's; the higher one on top.

    Over a value close to the target stands the target's own label, so its label is under it.
    """
    first, last = span
    low, high = indicator.scale
    named: list[tuple[SeriesPoint, float, str, int, str]] = []
    if (country := newest(national) if national else None) and country.value is not None:
        text = f"{lang('Cả nước')} {wording.amount(country.value, indicator, lang)}"
        named.append((country, country.value, text, 12, tokens.ink_faint))
    if (own := newest(series)) and own.value is not None:
        text = f"<b>{wording.amount(own.value, indicator, lang)}</b>"
        named.append((own, own.value, text, 15, tokens.accent))
    named.sort(key=lambda end: end[1])
    labels = []
    for point, y, text, size, colour in named:
        day = Period.parse(point.period).end
        top, highest, _, size_on_top, _ = named[-1]
        under_target = _near_target(Period.parse(top.period).end, highest, value, indicator, span)
        crowded = (y - low) / (high - low) < _NO_ROOM_UNDER
        above = crowded or (y == highest and not under_target)
        label = _label(day, y, text, size, colour, tokens, above=above, at_edge=day == last)
        if above and y < highest:  # no room under it: over the label of the higher one
            label |= {"y": highest, "yshift": label["yshift"] + size_on_top + 6}
        elif under_target and y < highest:
            label["yshift"] -= size_on_top + 6
        if day != last and (not above or day - first < (last - first) * 0.15):
            label |= {"xanchor": "left", "xshift": -6}  # clear of a rising line, or of the scale
        labels.append(label)
    return labels


def _near_target(day: date, y: float, value: Value, indicator: Indicator, span: tuple[date, date]) -> bool:
    """Whether a point is so close to the target that their labels over them would meet."""
    if value.target is None or value.deadline is None:
        return False
    low, high = indicator.scale
    beside = abs(day - value.deadline) < (span[1] - span[0]) * 0.15
    return beside and abs(y - value.target) < (high - low) * 0.3


def _at_deadline(
    value: Value, projection: Projection | None, indicator: Indicator, lang: Language, tokens: Theme
) -> list[Figure]:
    """The target and the projection at the deadline; the higher one on top."""
    labels = []
    target_on_top = projection is None or value.target is None or value.target >= projection.value
    if projection is not None:
        digits = wording.digits(indicator)
        text = lang(
            "Dự báo {value}<br>({low} – {high})",
            value=f"<b>{wording.amount(projection.value, indicator, lang)}</b>",
            low=lang.number(projection.low, digits),
            high=lang.number(projection.high, digits),
        )
        low, high = indicator.scale
        above = not target_on_top or (projection.low - low) / (high - low) < _NO_ROOM_UNDER_TWO_LINES
        edge = projection.high if above else projection.low
        day = projection.deadline
        labels.append(_label(day, edge, text, 12, tokens.projection, tokens, above=above, at_edge=True))
    if value.target is not None and value.deadline is not None:
        limit = wording.rounded_limit(value.target, indicator, lang)
        text = f"{lang('Chỉ tiêu')} <b>{limit}</b><br>{lang.date(value.deadline)}"
        day = value.deadline
        labels.append(
            _label(day, value.target, text, 12, tokens.ink, tokens, above=target_on_top, at_edge=True)
        )
    return labels


def _on_path(path: list[Observation], projection: Projection | None, lang: Language, tokens: Theme) -> Figure:
    """The name of the target path, between today and the deadline, on the side where the projection isn't."""
    day = _midway(path)
    expected = expected_on(path, day)
    above = False
    if projection is not None and projection.start.on < day < projection.deadline:
        end = Observation(projection.deadline, projection.value)
        above = expected_on([projection.start, end], day) < expected
    return _label(day, expected, lang("Lộ trình"), 11, tokens.ink_faint, tokens, above=above)


def _midway(path: list[Observation]) -> date:
    return path[0].on + (path[-1].on - path[0].on) * 0.58


def _run_low(
    series: Series,
    national: Series | None,
    projection: Projection | None,
    path: list[Observation],
    indicator: Indicator,
    span: tuple[date, date],
) -> bool:
    """Whether anything is drawn in the lower right quarter."""
    middle = span[0] + (span[1] - span[0]) / 2
    points = [*series.points, *(national.points if national else ())]
    drawn = [point.value for point in points if Period.parse(point.period).end >= middle]
    drawn += [point.value for point in path if point.on >= middle]
    if len(path) > 1 and path[0].on <= middle:
        drawn.append(expected_on(path, middle))
    if projection is not None:
        drawn.append(projection.low)
    return any(value is not None and value < sum(indicator.scale) / 2 for value in drawn)


def _note(text: str, tokens: Theme, *, at_top: bool) -> Figure:
    """A remark on the whole chart, in the corner that the lines leave free."""
    corner = (0, 1, "left", "top", 0) if at_top else (1, 0, "right", "bottom", 4)
    x, y, xanchor, yanchor, yshift = corner
    return plain(f"<i>{text}</i>", 11, tokens.warning) | {
        "x": x,
        "y": y,
        "xref": "paper",
        "yref": "paper",
        "xanchor": xanchor,
        "yanchor": yanchor,
        "yshift": yshift,
    }


def _label(
    day: date,
    y: float | None,
    text: str,
    size: int,
    colour: str,
    tokens: Theme,
    *,
    above: bool,
    at_edge: bool = False,
) -> Figure:
    return plain(text, size, colour) | {
        "x": day.isoformat(),
        "y": y,
        "xanchor": "right" if at_edge else "center",
        "align": "right" if at_edge else "center",
        "yanchor": "bottom" if above else "top",
        "xshift": 8 if at_edge else 0,
        # under a line's end the line itself comes from below on the left
        "yshift": 7 if above else -16 if at_edge else -7,
        "bgcolor": faded(tokens.surface, 0.85),
        "borderpad": 1,
    }


def plain(text: str, size: int, colour: str) -> Figure:
    """A text without an arrow; where it stands is added."""
    return {"text": text, "showarrow": False, "font": {"size": size, "color": colour}}
