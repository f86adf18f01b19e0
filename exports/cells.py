"""Tables of files, written row by row: a cell that is empty says why at the place where it is made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exports.report import Caption, Cell, Column, Table


@dataclass(frozen=True, slots=True)
class Absent:
    """A cell without a value, and what the reader is told there; nothing at all where that is empty."""

    why: str = ""


AnyCell = Cell | Absent


def table(
    key: str,
    caption: Caption,
    columns: Sequence[Column],
    rows: Iterable[Sequence[AnyCell]],
    row_units: Iterable[tuple[str, int]] = (),
) -> Table:
    """The table of these rows; a cell that is None is not known."""
    plain: list[tuple[Cell, ...]] = []
    missing: dict[tuple[int, int], str] = {}
    for number, row in enumerate(rows):
        if len(row) != len(columns):
            raise ValueError(f"{key}: a row of {len(row)} cells under {len(columns)} columns")
        missing |= {(number, at): cell.why for at, cell in enumerate(row) if isinstance(cell, Absent)}
        plain.append(tuple(None if isinstance(cell, Absent) else cell for cell in row))
    return Table(key, caption, tuple(columns), tuple(plain), missing, tuple(row_units))
