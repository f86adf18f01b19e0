"""The words in a trend, at the lines and points they name, placed so that they don't meet."""

from datetime import date

from charts import wording
from charts.template import Figure, faded
from charts.tokens import THEMES, Theme
from indicators.model import Indicator, Observation, Projection, Series, SeriesPoint, Value
from indicators.periods import Period
from indicators.progress import expected_on
from language import Language


def trend_labels(
    series: Series,
    national: Series | None,
    value: Value,
    projection: Projection | None,
    path: list[Observation],
    indicator: Indicator,
    lang: Language,
    theme: str,
    last: date,
) -> list[Figure]:
    """The annotations of the newest values, the target, the projection and the path; `last` ends the axis."""
    tokens = THEMES[theme]
    labels = _newest(series, national, indicator, lang, tokens, last)
    labels += _at_deadline(value, projection, indicator, lang, tokens)
    own = newest(series)
    if len(path) > 1 and (own is None or Period.parse(own.period).end < _midway(path)):
        labels.append(_on_path(path, projection, lang, tokens))
    if any(point.illustrative for point in series.points):
        labels.append(_note(lang("Số liệu minh họa"), tokens))
    return labels


def merger_label(merged_on: date, lang: Language, theme: str, *, at_left: bool) -> Figure:
    """The name of the upright line at the day on which the provinces were merged."""
    return _plain(f"{lang('Sáp nhập tỉnh')} {lang.date(merged_on)}", 11, THEMES[theme].ink_faint) | {
        "x": merged_on.isoformat(),
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "xanchor": "left" if at_left else "center",
        "xshift": -4 if at_left else 0,
        "yshift": 12,  # clear of the label of a target at the top of the scale
    }


def newest(series: Series) -> SeriesPoint | None:
    """The last point of a series that has a value."""
    return next((point for point in reversed(series.points) if point.value is not None), None)


def _newest(
    series: Series,
    national: Series | None,
    indicator: Indicator,
    lang: Language,
    tokens: Theme,
    last: date,
) -> list[Figure]:
    """The newest value and, where another line stands beside it, the country's; the higher one on top."""
    own, country = newest(series), newest(national) if national else None
    own_on_top = own is None or country is None or (own.value or 0) >= (country.value or 0)
    labels = []

    def add(point: SeriesPoint, text: str, size: int, colour: str, above: bool) -> None:
        day = Period.parse(point.period).end
        label = _label(day, point.value, text, size, colour, tokens, above=above, at_edge=day == last)
        if not above and day != last:  # clear of a line that rises from the left
            label |= {"xanchor": "left", "xshift": -6}
        labels.append(label)

    if country is not None:
        text = f"{lang('Cả nước')} {wording.amount(country.value, indicator, lang)}"
        add(country, text, 12, tokens.ink_faint, not own_on_top)
    if own is not None:
        text = f"<b>{wording.amount(own.value, indicator, lang)}</b>"
        add(own, text, 15, tokens.accent, own_on_top)
    return labels


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
        edge = projection.low if target_on_top else projection.high
        day = projection.deadline
        labels.append(
            _label(day, edge, text, 12, tokens.projection, tokens, above=not target_on_top, at_edge=True)
        )
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


def _note(text: str, tokens: Theme) -> Figure:
    return _plain(f"<i>{text}</i>", 11, tokens.warning) | {
        "x": 1,
        "y": 0,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "right",
        "yanchor": "bottom",
        "yshift": 4,
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
    return _plain(text, size, colour) | {
        "x": day.isoformat(),
        "y": y,
        "xanchor": "right" if at_edge else "center",
        "align": "right" if at_edge else "center",
        "yanchor": "bottom" if above else "top",
        "xshift": 8 if at_edge else 0,
        # under a line's end the line itself comes from below on the left
        "yshift": 7 if above else -16 if at_edge else -7,
        "bgcolor": faded(tokens.surface, 0.72),
        "borderpad": 1,
    }


def _plain(text: str, size: int, colour: str) -> Figure:
    return {"text": text, "showarrow": False, "font": {"size": size, "color": colour}}
