"""A state of the warehouse as a question sees it: its dimensions, which loads count, and by which rules."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Engine

from indicators.catalogue import DEFINITIONS, Catalogue
from indicators.disclosure import MIN_CELL
from indicators.progress import Thresholds
from indicators.soundness import Rules
from repository.dimensions import Dimensions

HERE = Path(__file__).parent
# What was computed by an earlier release is not an answer of this one.
CALCULATION = sha256(
    b"".join(
        file.read_bytes()
        for folder in (DEFINITIONS.parent, HERE)
        for file in sorted((*folder.glob("*.py"), *folder.glob("lists/*.toml")))
    )
).hexdigest()
SERIES_FREQUENCIES = ("month", "quarter", "year")


@dataclass(frozen=True)
class State:
    """What a question is answered from; `as_of_load` is the load asked for."""

    engine: Engine
    catalogue: Catalogue
    dimensions: Dimensions
    thresholds: Thresholds
    enough: float
    today: date
    as_of_load: int | None = None
    min_cell: int = MIN_CELL

    @cached_property
    def mark(self) -> str:
        """What differs whenever an answer may: with loads, approvals, definitions, settings, days."""
        judged_by = self.thresholds, self.enough, self.min_cell, self.today
        return marked(self.dimensions.fingerprint, CALCULATION, self.catalogue.definition_hash, *judged_by)

    @property
    def load_id(self) -> int | None:
        """The load as of which the answer holds; None where none is approved."""
        return self.dimensions.load_id if self.as_of_load is None else self.as_of_load

    @property
    def day(self) -> date:
        """The day from which the newest state is looked at: today, or that of the load asked for."""
        if self.as_of_load is None:
            return self.today
        found = next(load for load in self.dimensions.log if load.load_id == self.as_of_load)
        return min(self.today, found.loaded_at.date()) if found.loaded_at else self.today

    @property
    def rules(self) -> Rules:
        """What rows are held against."""
        return self.dimensions.rules(self.as_of_load, self.today)


def marked(*key: object) -> str:
    """A short mark of a key, the same in every process."""
    return sha256(repr(key).encode()).hexdigest()[:24]
