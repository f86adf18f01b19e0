"""Which measures are hidden together, and which are published together."""

from collections.abc import Iterable, Mapping

from indicators.catalogue import Catalogue
from indicators.model import Indicator

COUNTED = ("ratio", "count")  # a score is no count of anybody


def families(indicators: Iterable[Indicator]) -> dict[str, str]:
    """Each measure with the name of its family: a numerator with its denominator, and all that share one.

    N01 and N04 stand over the same bodies, so their three measures are one family; the three parts of S01
    are three.

    >>> from types import SimpleNamespace as One
    >>> families([One(kind="ratio", numerator=("a", "b"), denominator=("c", "d"))])
    {'a': 'a', 'c': 'a', 'b': 'b', 'd': 'b'}
    """
    counted = [one for one in indicators if one.kind in COUNTED]
    pairs = [pair for one in counted for pair in zip(one.numerator, one.denominator, strict=False)]
    return _joined([*pairs, *((measure, measure) for one in counted for measure in one.numerator)])


def circles(indicators: Iterable[Indicator]) -> dict[str, str]:
    """Each measure with the name of its circle: all that one indicator, or a chain of them, joins."""
    counted = [one for one in indicators if one.kind in COUNTED]
    return _joined(
        [(one.numerator[0], measure) for one in counted if one.numerator for measure in one.measures]
    )


def circle_of(catalogue: Catalogue, code: str) -> tuple[str, ...]:
    """The codes of the indicators whose numbers would give each other away, one itself among them."""
    circle = circles(catalogue)
    name = circle.get(next(iter(catalogue[code].measures), ""))
    return tuple(
        one.code
        for one in catalogue
        if one.kind in COUNTED and name is not None and circle.get(one.numerator[0]) == name
    )


def members(names: Mapping[str, str], name: str) -> tuple[str, ...]:
    """The measures that have a name."""
    return tuple(measure for measure, given in names.items() if given == name)


def _joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What is joined by pairs, each under the name of the first."""
    names: dict[str, str] = {}
    for one, other in pairs:
        kept, given = names.setdefault(one, one), names.get(other)
        names[other] = kept
        if given not in (None, kept):
            names |= {measure: kept for measure, name in names.items() if name == given}
    return names
