"""What pictures are joined from, told to a browser once: the lines of every pattern over every area.

`/ban-do/so-lieu/net-ve/34?v=…`: the hatching of a province is the same in all periods and of all indicators,
so the columns of a picture (callbacks/columns.py) name it by a number.
"""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256

from charts.overlays import parts_of_traces
from config import Settings
from geodata.outlines import Outlines, read_outlines
from geodata.provinces import Boundaries

ADDRESS = "/ban-do/so-lieu/net-ve"
DRAWN: dict[str, tuple[Boundaries, ...]] = {"34": ("34",), "63": ("63",), "reported": ("34", "63")}
Piece = Sequence[float | None]
Shelves = tuple[Sequence[Piece], ...]


class Pieces:
    """Lists on shelves, longitudes on some and latitudes on others, and how a list is joined from them.

    `mark` changes with them.
    """

    def __init__(self, shelves: Shelves) -> None:
        self.shelves = shelves
        self.mark = sha256(repr(shelves).encode()).hexdigest()[:16]
        self._beginning = [_by_beginning(shelf) for shelf in shelves]

    def split(self, shelf: int, joined: Sequence[object]) -> list[int] | None:
        """The numbers of the pieces that a list is made of, one after another; None where it is not.

        >>> pieces = Pieces((([1.5, 2.5, None], [1.5]),))
        >>> pieces.split(0, [1.5, 1.5, 2.5, None]), pieces.split(0, [2.5])
        ([1, 0], None)
        """
        found, at = list[int](), 0
        while at < len(joined):
            first = joined[at]
            known = self._beginning[shelf].get(first, ()) if type(first) in (int, float) else ()
            fits = (one for one in known if list(joined[at : at + len(one[1])]) == one[1])
            number, piece = next(fits, (-1, []))
            if number < 0:
                return None
            found.append(number)
            at += len(piece)
        return found


def _by_beginning(shelf: Sequence[Piece]) -> dict[object, list[tuple[int, list[float | None]]]]:
    """The pieces of a shelf with their numbers by their first element, the longest first."""
    found: dict[object, list[tuple[int, list[float | None]]]] = {}
    for number, piece in enumerate(shelf):
        if piece:
            found.setdefault(piece[0], []).append((number, list(piece)))
    for known in found.values():
        known.sort(key=lambda one: -len(one[1]))
    return found


def read_pieces(settings: Settings, boundaries: str) -> Pieces:
    """The pieces that pictures of some boundaries are joined from."""
    return _pieces(tuple(read_outlines(settings.data_dir, drawn) for drawn in DRAWN[boundaries]))


@lru_cache(maxsize=8)
def _pieces(drawn: tuple[Outlines, ...]) -> Pieces:
    each = zip(*map(parts_of_traces, drawn), strict=True)
    return Pieces(tuple([piece for shelf in shelves for piece in shelf] for shelves in each))
