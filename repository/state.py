"""A state of the warehouse as a question sees it: its dimensions, which loads count, and by which rules."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Engine

from indicators.catalogue import DEFINITIONS, Catalogue, definition_hash
from indicators.disclosure import MIN_CELL
from indicators.measure_families import circle_of
from indicators.progress import Thresholds
from indicators.soundness import Rules
from indicators.tasks import TASKS
from repository.dimensions import Dimensions
from repository.shared import marked

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
    _marks: dict[str, str] = field(default_factory=dict, compare=False)

    @cached_property
    def mark(self) -> str:
        """What differs whenever an answer may: with loads, approvals, definitions, settings, days."""
        known = self.dimensions.fingerprint, self.dimensions.content, self.dimensions.brought
        return marked(known, self.catalogue.definition_hash, *self._judged_by)

    def mark_of(self, code: str) -> str:
        """What differs whenever an answer about an indicator may: not with a load that doesn't touch it.

        `as_of_load` is in it by the loads that count; the day of that load is not. What comes from tables
        other than the facts is marked by the whole state, as is an answer about all, where no code is given.
        """
        if code not in self._marks:
            self._marks[code] = self._mark_of(code)
        return self._marks[code]

    def _mark_of(self, code: str) -> str:
        if not code or self.catalogue[code].kind == "milestone" or TASKS in self.catalogue[code].measures:
            return marked(self.mark, self.as_of_load)
        # Which small numbers are hidden depends on all that would give them away, in all loads.
        circle = [self.catalogue[one] for one in dict.fromkeys((code, *circle_of(self.catalogue, code)))]
        measures = {measure for one in circle for measure in one.measures}
        measures |= {self.dimensions.weights.get(measure, measure) for measure in measures}
        touched = [
            (load, {name: rows for name, rows in sorted(of.items()) if name in measures})
            for load in self.dimensions.log
            if measures & (of := self.dimensions.brought.get(load.load_id, {})).keys()
        ]
        counted = [load.load_id for load, _ in touched if self.counts(load.load_id)]
        targets = [
            row for row in self.dimensions.targets if row.indicator == code and self.counts(row.load_id)
        ]
        known = self.dimensions.content, touched, counted, targets
        return marked(known, definition_hash(*circle), *self._judged_by)

    def counts(self, load: int) -> bool:
        """Whether the rows of a load count in this state."""
        approved = load in self.dimensions.brought
        return approved and (self.as_of_load is None or load <= self.as_of_load)

    @property
    def counted_loads(self) -> list[int]:
        """The loads whose rows count in this state, oldest first."""
        return [load for load in self.dimensions.approved if self.counts(load)]

    @property
    def _judged_by(self) -> tuple[object, ...]:
        return CALCULATION, self.thresholds, self.enough, self.min_cell, self.today

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
