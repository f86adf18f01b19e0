"""What each load brought: of which measures how many rows, by the end of their periods.

It tells which indicators and which of their periods a load touches, and so what is still good after it. It is
counted once for a load and kept for all processes. A load comes with all its rows; where more come to it
later nevertheless, a SQLite file that was written while the log stayed as it was tells at once, and whoever
reads ahead counts everything again.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import Engine

from indicators.loads import Load
from repository.shared import Shared, marked
from warehouse.facts import read_measures_of_loads
from warehouse.read import Fingerprint

OfLoad = Mapping[str, Mapping[Any, int]]  # by measure, by the end of a period as the database holds it: rows
Brought = Mapping[int, OfLoad]


class Counted(NamedTuple):
    """What was counted, under the loads as the log had them, and the state of the warehouse at that time."""

    fingerprint: Fingerprint
    rows: dict[Load, OfLoad]


class Counts:
    """What the loads brought, counted where it is not known yet."""

    def __init__(self, engine: Engine, shared: Shared):
        self._engine, self._shared = engine, shared
        self._counted: Counted | None = None

    def of(self, fingerprint: Fingerprint, approved: tuple[Load, ...], *, afresh: bool = False) -> Brought:
        """What these loads brought in a state of the warehouse; `afresh` counts also what is known."""
        name = marked("brought by end", fingerprint.where)
        kept = self._shared.get(name)
        known = kept[0] if kept and isinstance(kept[0], Counted) else self._counted
        if known is None or afresh or _written_in_place(known.fingerprint, fingerprint):
            known = Counted(fingerprint, {})
        missing = [load.load_id for load in approved if load not in known.rows]
        found = read_measures_of_loads(self._engine, missing) if missing else {}
        rows = {load: known.rows.get(load, found.get(load.load_id, {})) for load in approved}
        counted = Counted(fingerprint, rows)
        if kept is None or kept[0] != counted:
            self._shared.set(name, counted)
        self._counted = counted
        return {load.load_id: of for load, of in rows.items()}


def _written_in_place(before: Fingerprint, now: Fingerprint) -> bool:
    """Whether the file of the warehouse was written while its log stayed as it was."""
    return before != now and before == now._replace(file=before.file)
