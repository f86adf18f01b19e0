"""What each commune contributes to the distance of its province from its target.

It rests on published values alone, so it can't tell more of a suppressed commune than they do.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import fsum

from indicators.model import Indicator, Value

# Sums of the same counts in another order still are the same; counts are of people and bodies.
DIGITS = 6
ROUNDING = 10**-DIGITS
ENOUGH_HIDDEN = 2  # of a single hidden commune what is left of the province would be its own figure


@dataclass(frozen=True, slots=True)
class Lack:
    """What one commune lacks to reach the target, and what comes of it.

    `missing` is a number of the numerator's things: too few of them, or too many where fewer is better.
    `points` is that as a share of the whole, in percentage points. `together` is the missing of it and all
    before it; `raised` is the value of the whole once all of these reach the target.
    """

    area: Value
    missing: float
    points: float
    together: float
    raised: float


@dataclass(frozen=True, slots=True)
class Contribution:
    """How the communes of a province make its distance from a target, the largest contribution first.

    Where the communes make the province's value (`of_province`) the whole is the province; else, where it
    reports for itself, the whole is the communes with a value, and `numerator`, `denominator` and `value` are
    theirs. `gap` is what the whole lacks, zero where it reaches the target. `met` communes reach it, `silent`
    have no value, of `hidden` no value is told; `hidden_missing` is what these lack together, None where that
    can't or mustn't be told. `closing` is the smallest number of communes that close the gap, None where the
    communes told of can't.
    """

    target: float
    of_province: bool
    numerator: float
    denominator: float
    value: float
    gap: float
    lacks: tuple[Lack, ...]
    met: int
    silent: int
    hidden: int
    hidden_missing: float | None
    closing: int | None

    @property
    def told(self) -> int:
        """The number of communes whose values are told."""
        return len(self.lacks) + self.met


def contribution(province: Value, communes: Sequence[Value], indicator: Indicator) -> Contribution | None:
    """The contributions to the distance of a province from its own target, or from the common one.

    The order of the communes never matters: of equal ones the lower code comes first. None where there is
    nothing to add up: no ratio, no target, no commune with a value.
    """
    told = [
        one for one in communes if one.value is not None and one.numerator is not None and one.denominator
    ]
    target = province.target
    if indicator.kind != "ratio" or indicator.unit != "%" or target is None or not told:
        return None
    hidden = [one for one in communes if one.suppressed]
    of_province = makes_province(province, communes)
    whole = [province] if of_province else told
    numerator, denominator = _sum(one.numerator for one in whole), _sum(one.denominator for one in whole)
    gap = missing(numerator, denominator, target, indicator.direction)
    by_size = sorted(
        ((_of_value(one, target, indicator.direction), one) for one in told),
        key=lambda pair: (-round(pair[0], DIGITS), pair[1].area_code),
    )
    lacking = [(lack, one) for lack, one in by_size if lack > ROUNDING]
    sign = -1 if indicator.direction == "down" else 1
    lacks = tuple(
        Lack(
            area=one,
            missing=lack,
            points=100 * lack / denominator,
            together=together,
            raised=100 * (numerator + sign * together) / denominator,
        )
        for (lack, one), together in zip(lacking, accumulate(lack for lack, _ in lacking), strict=True)
    )
    return Contribution(
        target=target,
        of_province=of_province,
        numerator=numerator,
        denominator=denominator,
        value=100 * numerator / denominator,
        gap=gap,
        lacks=lacks,
        met=len(told) - len(lacks),
        silent=sum(one.value is None and not one.suppressed for one in communes),
        hidden=len(hidden),
        hidden_missing=_hidden(province, told, hidden, of_province, target, indicator.direction),
        closing=_closing(lacks, gap),
    )


def missing(numerator: float, denominator: float, target: float, direction: str) -> float:
    """How many a ratio lacks to reach a target in percent; never less than none.

    >>> missing(40, 100, 63, "up"), missing(40, 100, 63, "down"), missing(70, 100, 63, "down")
    (23.0, 0.0, 7.0)
    """
    wanted = target * denominator / 100
    return max(0.0, wanted - numerator if direction == "up" else numerator - wanted)


def makes_province(province: Value, communes: Sequence[Value]) -> bool:
    """Whether the communes' parts are what the province's value is made of, the hidden ones' included.

    With hidden communes what they leave must be a possible pair, and as many must stand behind the province
    as are told of or hidden.
    """
    if province.numerator is None or not province.denominator:
        return False
    told = [one for one in communes if one.numerator is not None and one.denominator is not None]
    hidden = sum(one.suppressed for one in communes)
    above = province.numerator - _sum(one.numerator for one in told)
    below = province.denominator - _sum(one.denominator for one in told)
    if not hidden:
        return abs(above) <= ROUNDING and abs(below) <= ROUNDING
    covered = (len(told) + hidden) / len(communes)
    possible = -ROUNDING <= above <= below + ROUNDING
    return possible and province.coverage is not None and abs(province.coverage - covered) <= ROUNDING


def _of_value(value: Value, target: float, direction: str) -> float:
    assert value.numerator is not None
    assert value.denominator is not None
    return missing(value.numerator, value.denominator, target, direction)


def _hidden(
    province: Value,
    told: Sequence[Value],
    hidden: Sequence[Value],
    of_province: bool,
    target: float,
    direction: str,
) -> float | None:
    """What the hidden communes lack as one; None where they are too few or can't be known."""
    if len(hidden) < ENOUGH_HIDDEN or not of_province:
        return None
    above = _sum([province.numerator]) - _sum(one.numerator for one in told)
    below = _sum([province.denominator]) - _sum(one.denominator for one in told)
    return missing(max(0.0, above), max(0.0, below), target, direction)


def _closing(lacks: Sequence[Lack], gap: float) -> int | None:
    """The smallest number of communes that close a gap: the largest contributions come first."""
    if gap <= ROUNDING:
        return 0
    return next((place for place, one in enumerate(lacks, 1) if one.together >= gap - ROUNDING), None)


def _sum(parts: Iterable[float | None]) -> float:
    return fsum(part for part in parts if part is not None)
