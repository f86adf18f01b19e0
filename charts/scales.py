"""The limits between the classes of a map: round numbers that hang on the indicator's scale alone."""

from itertools import pairwise
from math import ceil, floor, log10

from charts.wording import difference, rounded_limit
from indicators.model import Indicator
from language import Language

MOST_CLASSES = 7
_ROUND = (1, 1.5, 2, 2.5, 3, 4, 5)
# Shares of the scale's width; negative is short of the target, or a change for the worse.
_GAP = (-0.5, -0.25, -0.1, -0.02, 0.02, 0.1)
_CHANGE = (-0.15, -0.05, -0.01, 0.01, 0.05, 0.15)


def value_limits(indicator: Indicator) -> tuple[float, ...]:
    """The inner limits of four to seven equal classes over the scale; the outermost classes are open.

    A round step that divides the scale is liked, but not at the price of two classes: 0 to 100 goes by 15.
    """
    low, high = indicator.scale
    width = high - low
    power = 10.0 ** (floor(log10(width)) - 1)
    steps = (factor * power * ten for ten in (1, 10) for factor in _ROUND)
    counts = ((ceil(width / step - 1e-9), step) for step in steps)
    usable = [(count, step) for count, step in counts if 4 <= count <= MOST_CLASSES]
    count, step = min(
        usable, key=lambda each: (not _divides(each[1], width)) + 0.6 * (MOST_CLASSES - each[0])
    )
    return tuple(_clean(low + step * place) for place in range(1, count))


def gap_limits(indicator: Indicator) -> tuple[float, ...]:
    """The limits of the distance to the target, negative while short of it, around a neutral class."""
    return _shares(indicator, _GAP)


def change_limits(indicator: Indicator) -> tuple[float, ...]:
    """The limits of the change over a year, negative for the worse, around a neutral class."""
    return _shares(indicator, _CHANGE)


def value_labels(indicator: Indicator, lang: Language) -> list[str]:
    """The names of the classes of the value, lowest first: "Dưới 15%", "15 – 30%", ... "Từ 90%"."""
    limits = value_limits(indicator)
    between = [
        f"{lang.number(low)} – {rounded_limit(high, indicator, lang)}" for low, high in pairwise(limits)
    ]
    lowest = lang("Dưới {limit}", limit=rounded_limit(limits[0], indicator, lang))
    return [lowest, *between, lang("Từ {limit}", limit=rounded_limit(limits[-1], indicator, lang))]


def gap_labels(indicator: Indicator, lang: Language) -> list[str]:
    """The names of the classes of the distance to the target, the farthest from it first."""
    neutral = lang("Sát chỉ tiêu")
    return _two_sided(gap_limits(indicator), lang("Còn cách"), neutral, lang("Tốt hơn"), indicator, lang)


def change_labels(indicator: Indicator, lang: Language) -> list[str]:
    """The names of the classes of the change, the worst first; a rise is the worse where less is wanted."""
    words = [lang("Giảm"), lang("Tăng")]
    worse, better = words if indicator.direction == "up" else reversed(words)
    return _two_sided(change_limits(indicator), worse, lang("Gần như không đổi"), better, indicator, lang)


def _two_sided(
    limits: tuple[float, ...], worse: str, neutral: str, better: str, indicator: Indicator, lang: Language
) -> list[str]:
    def wide(limit: float) -> str:
        return difference(abs(limit), indicator, lang, round_number=True)

    def between(low: float, high: float) -> str:
        if low < 0 < high:
            return f"{neutral} (±{wide(high)})"
        near, far = sorted((abs(low), abs(high)))
        return f"{worse if low < 0 else better} {lang.number(near)} – {wide(far)}"

    inner = [between(low, high) for low, high in pairwise(limits)]
    over = lang("{direction} trên {limit}", direction=worse, limit=wide(limits[0]))
    return [over, *inner, lang("{direction} trên {limit}", direction=better, limit=wide(limits[-1]))]


def _shares(indicator: Indicator, shares: tuple[float, ...]) -> tuple[float, ...]:
    low, high = indicator.scale
    return tuple(float(f"{share * (high - low):.2g}") for share in shares)


def _divides(step: float, width: float) -> bool:
    return abs(width / step - round(width / step)) < 1e-9


def _clean(number: float) -> float:
    return float(f"{number:.10g}")
