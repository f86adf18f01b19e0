"""A tree told by what it has in common with another one, which the browser has already (assets/1_columns.js).

Files of pictures say much that others say: names of places, legends, how components are made. Brotli finds
what repeats within a file; what repeats from file to file is named here by its number in one of them.
"""

import json
from collections.abc import Iterator
from typing import Any

NAMED = "$"  # the one key of what stands for a part of the model; no component has such a property
SHORT = 12  # characters of JSON below which naming a part is no gain


class Model:
    """A tree of JSON's own types whose parts others are told by."""

    def __init__(self, tree: Any) -> None:
        self._numbers: dict[str, int] = {}
        for number, part in enumerate(parts(tree)):
            text = _text(part)
            if len(text) >= SHORT:
                self._numbers.setdefault(text, number)

    def told(self, tree: Any) -> Any:
        """The tree with `{"$": number}` in the place of each part that is in the model, the largest first.

        >>> Model([["Sơn La", "Lai Châu"], 1]).told({"a": ["Sơn La", "Lai Châu"], "b": [1]})
        {'a': {'$': 1}, 'b': [1]}
        """
        if not isinstance(tree, list | dict):
            return tree
        number = self._numbers.get(_text(tree))
        if number is not None:
            return {NAMED: number}
        if isinstance(tree, list):
            return [self.told(one) for one in tree]
        return {key: self.told(one) for key, one in tree.items()}


def parts(tree: Any) -> Iterator[Any]:
    """The lists and objects of a tree, each before what is in it, objects by the order of their keys' names.

    Their places in this row are their numbers; a browser counts in the same way.
    """
    if isinstance(tree, list | dict):
        yield tree
        for one in tree if isinstance(tree, list) else (tree[key] for key in sorted(tree)):
            yield from parts(one)


def _text(tree: Any) -> str:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
