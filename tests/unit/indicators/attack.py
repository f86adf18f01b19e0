"""An attacker who takes every number published as a linear equation, and solves what can be solved."""

from collections.abc import Hashable, Iterable, Mapping
from fractions import Fraction

Equation = tuple[Mapping[Hashable, int], float]  # how often each unknown stands in a sum, and the sum


def solved(equations: Iterable[Equation]) -> dict[Hashable, Fraction]:
    """The unknowns that the equations determine, with their values: exact elimination over fractions.

    >>> solved([({"a": 1, "b": 1, "c": 1}, 9), ({"a": 1}, 4), ({"b": 1, "c": 1, "d": 1}, 6)])
    {'a': Fraction(4, 1), 'd': Fraction(1, 1)}
    """
    rows: list[tuple[dict[Hashable, Fraction], Fraction]] = []
    pivots: dict[Hashable, int] = {}
    for coefficients, total in equations:
        row = {name: Fraction(count) for name, count in coefficients.items() if count}
        value = Fraction(total)
        for name in [name for name in row if name in pivots]:
            value = _minus(row, value, rows[pivots[name]], name)
        if not row:
            assert value == 0, "the published numbers contradict each other"
            continue
        pivot = next(iter(row))
        scale = row[pivot]
        row, value = {name: share / scale for name, share in row.items()}, value / scale
        for number, (other, rest) in enumerate(rows):
            if pivot in other:
                rows[number] = (other, _minus(other, rest, (row, value), pivot))
        pivots[pivot] = len(rows)
        rows.append((row, value))
    return {next(iter(row)): value for row, value in rows if len(row) == 1}


def _minus(
    row: dict[Hashable, Fraction],
    value: Fraction,
    other: tuple[dict[Hashable, Fraction], Fraction],
    name: Hashable,
) -> Fraction:
    """Takes another row so often that a name disappears from the row; what is left of its value."""
    times = row[name]
    for one, share in other[0].items():
        row[one] = row.get(one, Fraction(0)) - times * share
        if not row[one]:
            del row[one]
    return value - times * other[1]
