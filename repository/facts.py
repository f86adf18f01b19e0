"""The facts of indicators: read from the warehouse, checked, and kept while they are in use."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from threading import Lock
from typing import cast

from indicators.disclosure import NOTHING_HIDDEN, Hidden
from indicators.formulas import Formula
from indicators.pair_faults import unsound_pairs
from indicators.readings import Readings
from indicators.soundness import Fact, Row, sound_facts
from indicators.tasks import TASKS
from repository.state import State
from repository.tasks import task_facts
from warehouse.facts import read_facts

KEPT_FACTS = 600_000  # of all readings kept in the process; some 500 bytes each


class KeptReadings:
    """The readings of indicators, made once for a state of the warehouse; the least needed go."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, int | None, str], Readings] = OrderedDict()
        self._lock = Lock()
        self._reading: dict[str, Lock] = {}

    def of(self, state: State, code: str, hidden: Callable[[], Hidden]) -> Readings:
        """The readings of an indicator in a state of the warehouse."""
        key = code, state.as_of_load, state.mark
        with self._reading.setdefault(code, Lock()):
            found = self._kept.get(key) or read_readings(state, code, hidden)
            with self._lock:
                self._kept[key] = found
                self._kept.move_to_end(key)
                while len(self._kept) > 1 and self.count() > KEPT_FACTS:
                    del self._kept[self._least_needed()]
        return found

    def count(self) -> int:
        """How many facts are kept."""
        return sum(readings.fact_count for readings in self._kept.values())

    def kept(self) -> list[tuple[str, int | None]]:
        """Of which indicators, as of which loads, the one asked for last at the end."""
        return [key[:2] for key in self._kept]

    def _least_needed(self) -> tuple[str, int | None, str]:
        """The key of the readings that go first: those as of a load, then those asked for longest ago."""
        before_the_last = list(self._kept)[:-1]
        return next((key for key in before_the_last if key[1] is not None), before_the_last[0])


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
