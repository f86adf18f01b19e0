"""Trees of the same kind as columns: what a browser unpacks one at a time (assets/1_columns.js).

The pictures of forty periods differ in a few words each. Written one after another they are megabytes to
parse; turned on their side, each place of the tree with its values over all pictures, they compress to a
third of what the pictures do and are read back picture by picture.
"""

from collections.abc import Hashable, Sequence
from typing import Any

from callbacks.pieces import Pieces

SAME, LISTED, EACH, OBJECTS, BY_PLACE, IN_A_ROW, MIXED, STEPS, JOINED = range(9)
REPEATED = 0.5  # share of distinct values up to which they are listed once
FINEST, LARGEST = 100, 1e9  # of decimals that are told in steps: as fine as the coordinates of a pattern
SHORT = 10  # lists up to so long are tuples: each place means something else


def columns(trees: Sequence[Any], pieces: Pieces | None = None) -> list[Any]:
    """Trees of JSON's own types as one column, a list that begins with what is in it.

    SAME one tree for all; LISTED the distinct values and which one each has; EACH the values themselves;
    OBJECTS keys and a column for each; BY_PLACE a column for each place of lists of one length; IN_A_ROW
    the lengths of lists and the elements of all; MIXED which kind each tree is and a column a kind; STEPS
    decimals by how far each is from the one before, as whole numbers, and what these are divided by; JOINED
    the shelf of the pieces that lists are made of, which the browser has already, and their numbers.

    >>> columns(["a", "b", "a", "a"]), columns([[1], [2, 3]])
    ([1, ['a', 'b'], [0, 1, 0, 0]], [5, [2, [1, 2]], [2, [1, 2, 3]]])
    """
    if not trees:
        return [EACH, []]
    kinds: dict[Hashable, list[Any]] = {}
    for tree in trees:
        kinds.setdefault(_kind(tree), []).append(tree)
    if len(kinds) > 1:
        order = {kind: place for place, kind in enumerate(kinds)}
        return [
            MIXED,
            columns([order[_kind(tree)] for tree in trees]),
            [columns(one, pieces) for one in kinds.values()],
        ]
    first = trees[0]
    if isinstance(first, dict):
        column = [OBJECTS, list(first), [columns([tree[key] for tree in trees], pieces) for key in first]]
        return _same(column, first)
    if isinstance(first, list):
        return _joined(trees, pieces) or _same(_lists(trees, pieces), first)
    return _scalars(trees)


def _lists(lists: Sequence[list[Any]], pieces: Pieces | None) -> list[Any]:
    lengths = {len(one) for one in lists}
    alike = len({_kind(each) for one in lists for each in one}) == 1
    if len(lengths) == 1 and not (alike and (len(lists) == 1 or len(lists[0]) > SHORT)):
        return [BY_PLACE, [columns(elements, pieces) for elements in zip(*lists, strict=True)]]
    every = [each for one in lists for each in one]
    return [IN_A_ROW, columns([len(one) for one in lists]), columns(every, pieces)]


def _joined(lists: Sequence[list[Any]], pieces: Pieces | None) -> list[Any]:
    """Lists by the pieces that they are made of; nothing where one isn't, or none says anything."""
    if pieces is None or not any(lists):
        return []
    for shelf in range(len(pieces.shelves)):
        numbers = [pieces.split(shelf, one) for one in lists]
        if None not in numbers:
            return [JOINED, shelf, columns(numbers)]
    return []


def _scalars(values: Sequence[Any]) -> list[Any]:
    distinct: dict[tuple[type, Any], int] = {}
    which = [distinct.setdefault((type(value), value), len(distinct)) for value in values]
    if len(distinct) == 1:
        return [SAME, values[0]]
    if any(isinstance(value, float) for value in values) and (steps := _steps(values)):
        return [STEPS, FINEST, steps]
    if len(distinct) <= REPEATED * len(values):
        return [LISTED, [value for _, value in distinct], which]
    return [EACH, list(values)]


def _steps(values: Sequence[Any]) -> list[int | None]:
    """How far each decimal is from the one before; nothing where one is finer, or no number.

    >>> _steps([105.3, 105.32, None, 105.3]), _steps([0.123])
    ([10530, 2, None, -2], [])
    """
    steps, last = list[int | None](), 0
    for value in values:
        if value is None:
            steps.append(None)
            continue
        if isinstance(value, bool | str) or abs(value) > LARGEST:
            return []
        whole = round(value * FINEST)
        if whole / FINEST != value:
            return []
        steps.append(whole - last)
        last = whole
    return steps


def _same(column: list[Any], first: Any) -> list[Any]:
    """The first tree alone where all parts of a column are the same."""
    parts = column[-1] if column[0] != IN_A_ROW else column[1:]
    return [SAME, first] if all(part[0] == SAME for part in parts) else column


def _kind(tree: Any) -> Hashable:
    """What trees of one column have in common: the keys of objects, being a list, being neither."""
    if isinstance(tree, dict):
        return tuple(tree)
    return list if isinstance(tree, list) else None
