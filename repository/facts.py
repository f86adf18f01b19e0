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
from indicators.tracks import sheets_of
from repository.state import State
from repository.tasks import task_facts
from warehouse.facts import read_facts

KEPT_FACTS = 200_000  # that a process which serves readers keeps; 30 bytes each
AMOUNT = 10  # facts that a kept amount counts for


class KeptReadings:
    """The readings of indicators, made once for a state of the warehouse; those asked for longest ago go."""

    def __init__(self, most: int = KEPT_FACTS) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[str, str], Readings] = OrderedDict()
        self._lock = Lock()
        self._reading: dict[str, Lock] = {}

    def of(self, state: State, code: str, hidden: Callable[[], Hidden]) -> Readings:
        """The readings of an indicator in a state of the warehouse."""
        key = code, state.mark_of(code)
        with self._reading.setdefault(code, Lock()):
            found = self._kept.get(key) or read_readings(state, code, hidden)
            with self._lock:
                self._kept[key] = found
                self._kept.move_to_end(key)
                while len(self._kept) > 1 and sum(map(_size, self._kept.values())) > self._most:
                    self._kept.popitem(last=False)
        return found

    def codes(self) -> list[str]:
        """Of which indicators readings are kept, the one asked for last at the end."""
        return [code for code, _ in self._kept]


def _size(readings: Readings) -> int:
    """How much readings hold, in facts: they grow with the amounts that were found."""
    return readings.fact_count + AMOUNT * readings.amount_count


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
    areas = state.dimensions.areas
    return Readings(formula, areas, sheets_of(pairs, areas.units), state.enough)
