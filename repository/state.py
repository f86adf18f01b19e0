"""A state of the warehouse as a question sees it: its dimensions, which loads count, and by which rules."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from sqlalchemy import Engine

from indicators.catalogue import Catalogue
from indicators.disclosure import MIN_CELL, NOTHING_HIDDEN, Hidden
from indicators.formulas import Formula
from indicators.model import Target
from indicators.own_targets import TargetRow, own_targets
from indicators.pair_faults import unsound_pairs
from indicators.progress import Thresholds
from indicators.readings import Readings
from indicators.soundness import Fact, Row, Rules, sound_facts
from indicators.tasks import TASKS
from indicators.values import Scope
from repository.dimensions import Dimensions
from repository.tasks import task_facts
from warehouse.facts import read_facts, read_target_rows


@dataclass(frozen=True, slots=True)
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


def nothing_hidden() -> Hidden:
    """What is hidden where numbers of communes are summed alone and never shown."""
    return NOTHING_HIDDEN


def read_readings(state: State, code: str, hidden: Callable[[], Hidden] = nothing_hidden) -> Readings:
    """The sound facts of an indicator, ready to be summed; `hidden` is asked where communes report."""
    indicator = state.catalogue[code]
    weight = state.dimensions.weights.get(indicator.numerator[0]) if indicator.kind == "score" else None
    formula = Formula(indicator, state.dimensions.flows & set(indicator.measures), weight)
    facts: list[Fact]
    if TASKS in indicator.denominator:
        facts = task_facts(state.engine, state.catalogue, state.dimensions, state.rules)
    else:
        # The warehouse's rows are the domain's field by field; a copy of each would cost more than its use.
        rows = cast(Iterable[Row], read_facts(state.engine, formula.measures, state.as_of_load))
        facts, _ = sound_facts(rows, state.rules)
    pairs, _ = unsound_pairs(indicator, facts)
    versions = state.dimensions.areas.versions
    if any(versions[fact.area_key].level == "commune" for fact in pairs):
        pairs = hidden().marked(pairs)
    return Readings(formula, state.dimensions.areas, pairs, state.enough)


def read_own_targets(state: State, code: str) -> Mapping[int, tuple[Target, ...]]:
    """Provinces' own targets of an indicator by unit: the newest approved ones up to the load asked for."""
    rows = map(TargetRow._make, read_target_rows(state.engine, state.dimensions.fingerprint.optional))
    directions = {one.code: one.direction for one in state.catalogue}
    found, _ = own_targets(rows, directions, state.rules)
    return found.get(code, {})


def read_scope(state: State, code: str) -> Scope:
    """What values of an indicator are judged by."""
    return Scope(state.load_id, state.thresholds, read_own_targets(state, code))
