"""The facts of indicators: read from the warehouse, checked, and kept while they are in use.

They are read and kept by the day on which their periods end. After a load those days alone are read whose
rows it changed; the others are taken over from what this process has, or else from what was kept for all,
with the amounts that were found of them.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import NamedTuple, cast

from indicators.catalogue import definition_hash
from indicators.disclosure import Hidden
from indicators.formulas import Formula
from indicators.found import Found
from indicators.pair_faults import unsound_pairs
from indicators.readings import Readings
from indicators.soundness import Row, sound_facts
from indicators.tasks import TASKS
from indicators.tracks import Sheets, sheets_of
from repository.endings import endings
from repository.shared import Shared, marked
from repository.state import CALCULATION, State
from repository.tasks import task_facts
from warehouse.facts import read_facts

KEPT_FACTS = 200_000  # that a process which serves readers keeps; 20 bytes each
AMOUNT = 10  # facts that a kept amount counts for


class Part(NamedTuple):
    """The facts of an indicator whose periods end on one day, and the mark of the rows they were made of."""

    mark: str
    sheets: Sheets
    by_communes: bool
    hidden: str  # a mark of the communes that are hidden on the sheets; empty where there is none


Parts = dict[date, Part]


@dataclass(frozen=True, slots=True)
class Kept:
    """The readings of an indicator, and the parts they were made of: none where they don't come in parts."""

    readings: Readings
    parts: Parts
    basis: str  # a mark of what else than rows they rest on
    of_now: bool  # and not as of a load


class KeptReadings:
    """The readings of indicators, made once for a state of the warehouse; those asked for longest ago go."""

    def __init__(self, shared: Shared, most: int = KEPT_FACTS) -> None:
        self._shared, self._most = shared, most
        self._kept: OrderedDict[tuple[str, str], Kept] = OrderedDict()
        self._lock = Lock()
        self._reading: dict[str, Lock] = {}

    def of(self, state: State, code: str, hidden: Callable[[], Hidden]) -> Readings:
        """The readings of an indicator in a state; `hidden` is asked where communes report."""
        key = code, state.mark_of(code)
        with self._reading.setdefault(code, Lock()):
            found = self._kept.get(key) or read_readings(state, code, hidden, self._earlier(state, code))
            with self._lock:
                self._kept[key] = found
                self._kept.move_to_end(key)
                while len(self._kept) > 1 and sum(map(_size, self._kept.values())) > self._most:
                    self._kept.popitem(last=False)
        return found.readings

    def codes(self) -> list[str]:
        """Of which indicators readings are kept, the one asked for last at the end."""
        return [code for code, _ in self._kept]

    def keep_for_all(self, state: State, code: str) -> None:
        """Keeps the readings of an indicator, with the amounts found of them, for every process."""
        found = self._kept.get((code, state.mark_of(code)))
        if found is not None and found.parts:
            self._shared.set(_name(code, found.basis), (found.parts, found.readings.found.amounts))

    def _earlier(self, state: State, code: str) -> list[tuple[Parts, Found]]:
        """What may be taken over for the readings of an indicator: of this process, else kept for all."""
        basis = basis_of(state, code)
        with self._lock:
            mine = [one for (of, _), one in self._kept.items() if of == code and one.basis == basis]
        found = [(one.parts, one.readings.found) for one in mine]
        if not any(one.of_now for one in mine) and (kept := self._shared.get(_name(code, basis))):
            parts, amounts = kept[0]
            found.append((parts, Found({end: part.sheets for end, part in parts.items()}, amounts)))
        return found


def _name(code: str, basis: str) -> str:
    return marked("readings", code, basis)


def _size(kept: Kept) -> int:
    """How much readings hold, in facts: they grow with the amounts that were found."""
    return kept.readings.fact_count + AMOUNT * kept.readings.amount_count


def basis_of(state: State, code: str) -> str:
    """A mark of all that readings rest on beside rows and hidden numbers."""
    return marked(CALCULATION, state.dimensions.content, definition_hash(state.catalogue[code]), state.enough)


def read_readings(
    state: State,
    code: str,
    hidden: Callable[[], Hidden],
    earlier: Iterable[tuple[Parts, Found]] = (),
) -> Kept:
    """The sound facts of an indicator, ready to be summed; of `earlier` ones as many as possible are used."""
    indicator, areas = state.catalogue[code], state.dimensions.areas
    weight = state.dimensions.weights.get(indicator.numerator[0]) if indicator.kind == "score" else None
    formula = Formula(indicator, state.dimensions.flows & set(indicator.measures), weight)
    if TASKS in indicator.denominator:
        facts = task_facts(state.engine, state.catalogue, state.dimensions, state.rules)
        sheets = sheets_of(unsound_pairs(indicator, facts)[0], areas.units)
        return Kept(Readings(formula, areas, sheets, state.enough), {}, "", state.as_of_load is None)
    marks = {end: ending.mark for end, ending in endings(state, formula.measures).items()}

    def still_good(parts: Parts) -> Parts:
        return {end: part for end, part in parts.items() if marks.get(end) == part.mark}

    before, found = max(earlier, key=lambda one: len(still_good(one[0])), default=(Parts(), None))
    parts = read_parts(state, formula, still_good(before))
    if any(part.by_communes for part in parts.values()):
        parts = {end: _hiding(part, end, hidden(), areas.units) for end, part in parts.items()}
    sheets = {end: part.sheets for end, part in parts.items()}
    readings = Readings(formula, areas, sheets, state.enough, found)
    return Kept(readings, parts, basis_of(state, code), state.as_of_load is None)


def read_parts(state: State, formula: Formula, known: Parts) -> Parts:
    """The parts of an indicator in a state of the warehouse: those known, the others read."""
    versions, units = state.dimensions.areas.versions, state.dimensions.areas.units
    parts = dict(known)
    for end, ending in endings(state, formula.measures).items():
        if end in known:
            continue
        # The warehouse's rows are the domain's field by field; a copy of each would cost more than its use.
        # Those of all days together are a hundred megabytes.
        read = cast(Iterable[Row], read_facts(state.engine, formula.measures, state.as_of_load, ending.days))
        facts, _ = sound_facts((row for row in read if row.end == end), state.rules)
        by_communes = any(versions[fact.area_key].level == "commune" for fact in facts)
        sheets = sheets_of(unsound_pairs(formula.indicator, facts)[0], units)
        parts[end] = Part(ending.mark, sheets.get(end, {}), by_communes, "")
    return parts


def _hiding(part: Part, end: date, hidden: Hidden, unit_of: Mapping[int, int]) -> Part:
    """A part in which what is hidden is marked, and nothing else."""
    cells = [(measure, sorted(found)) for measure in part.sheets if (found := hidden.cells(measure, end))]
    mark = marked(cells) if cells else ""
    if mark == part.hidden:
        return part
    return part._replace(sheets=hidden.marked(part.sheets, end, unit_of), hidden=mark)
