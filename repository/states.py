"""The states of the warehouse, one after another, as this process has seen them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from threading import Lock, local
from time import monotonic
from typing import TypeVar

from sqlalchemy import Engine

from indicators.catalogue import Catalogue
from indicators.errors import UnknownParameter
from indicators.progress import Thresholds
from repository.brought import Counts
from repository.dimensions import Dimensions, read_dimensions
from repository.shared import Shared
from repository.state import State
from warehouse.errors import WarehouseError
from warehouse.read import read_fingerprint

LOOK_SECONDS = 2.0  # a new load is noticed within these; in between nobody asks the warehouse
Answer = TypeVar("Answer")


class States:
    """The newest state of the warehouse, and those as of its loads; raises WarehouseError.

    It is looked at again when a question comes `seconds` after the last look: by one thread, while the others
    go on with what was seen. Who finds the warehouse away says so to all for as long.
    """

    def __init__(
        self,
        engine: Engine,
        catalogue: Catalogue,
        thresholds: Thresholds,
        enough: float,
        min_cell: int,
        today: Callable[[], date],
        shared: Shared,
        seconds: float,
    ):
        self._engine, self._catalogue, self._today, self._seconds = engine, catalogue, today, seconds
        self._judged_by = thresholds, enough, min_cell
        self._dimensions: Dimensions | None = None
        self._failed: WarehouseError | None = None
        self._counts = Counts(engine, shared)
        self._due = 0.0  # on the clock that never goes back
        self._looking = Lock()
        self._found: dict[tuple[int | None, date], State] = {}
        self._held = local()

    def newest(self) -> Dimensions:
        """The dimensions of the warehouse in its newest state."""
        if (held := getattr(self._held, "state", None)) is not None:
            return held.dimensions
        # Without anything seen yet all have to wait.
        wait = self._dimensions is None or not self._seconds
        if (wait or monotonic() >= self._due) and self._looking.acquire(blocking=wait):
            try:
                if monotonic() >= self._due:
                    self._look()
            finally:
                self._looking.release()
        if self._failed is not None:
            raise self._failed.with_traceback(None)
        assert self._dimensions is not None
        return self._dimensions

    def of(self, as_of_load: int | None = None) -> State:
        """The state as of a load, or the newest; raises UnknownParameter for a load that is not approved."""
        dimensions = self.newest()
        held = getattr(self._held, "state", None)
        key = as_of_load, held.today if held else self._today()
        found = self._found.get(key)
        if found is None or found.dimensions is not dimensions:
            if as_of_load is not None and as_of_load not in dimensions.approved:
                raise UnknownParameter("as_of_load", str(as_of_load), tuple(map(str, dimensions.approved)))
            thresholds, enough, min_cell = self._judged_by
            found = State(
                self._engine, self._catalogue, dimensions, thresholds, enough, key[1], as_of_load, min_cell
            )
            self._found = {
                one: state for one, state in self._found.items() if state.dimensions is dimensions
            } | {key: found}
        return found

    def held(self, state: State, make: Callable[[], Answer]) -> Answer:
        """What is made while this thread goes on with a state: an answer and all it rests on are of one."""
        before, self._held.state = getattr(self._held, "state", None), state
        try:
            return make()
        finally:
            self._held.state = before

    def count_afresh(self) -> None:
        """Counts what every load brought, whether that is known or not."""
        with self._looking:
            self._look(afresh=True)

    def _look(self, *, afresh: bool = False) -> None:
        try:
            fingerprint, found = read_fingerprint(self._engine), self._dimensions
            if found is None or found.fingerprint != fingerprint:
                found = read_dimensions(self._engine, fingerprint, found)
            loads = tuple(load for load in found.log if load.load_id in found.approved)
            brought = self._counts.of(fingerprint, loads, afresh=afresh)
            self._dimensions = found if found.brought == brought else replace(found, brought=brought)
            self._failed = None
        except WarehouseError as error:
            self._failed = error
            if not self._seconds:
                raise
        self._due = monotonic() + self._seconds
