"""What is hidden in a state of the warehouse, read from the rows of all its loads."""

from collections.abc import Iterable
from typing import cast

from indicators.disclosure import NOTHING_HIDDEN, Hidden
from indicators.disclosure_facts import hidden_of, measures_of
from indicators.measure_families import COUNTED, circles, families
from indicators.model import Indicator
from indicators.soundness import Row, sound_facts
from repository.state import State
from warehouse.facts import read_facts, read_facts_by_ethnic_group


def circle_of(state: State, code: str) -> tuple[str, ...]:
    """The codes of the indicators whose numbers would give each other away, one itself among them."""
    circle = circles(state.catalogue)
    name = circle.get(next(iter(state.catalogue[code].measures), ""))
    return tuple(
        one.code
        for one in state.catalogue
        if one.kind in COUNTED and name is not None and circle.get(one.numerator[0]) == name
    )


def read_hidden(state: State, codes: Iterable[str]) -> Hidden:
    """What is hidden of the indicators of a circle, the same for every load that can be asked for."""
    indicators: list[Indicator] = [state.catalogue[code] for code in codes]
    if state.min_cell <= 1 or not indicators:
        return NOTHING_HIDDEN
    measures, rules = measures_of(indicators), state.dimensions.rules(None, state.today)
    rows = [
        row
        for row in cast(Iterable[Row], read_facts(state.engine, measures))
        if row.load_id in rules.approved_loads
    ]
    groups = cast(Iterable[Row], read_facts_by_ethnic_group(state.engine, measures))
    return hidden_of(
        state.dimensions.areas,
        indicators,
        families(state.catalogue),
        rows,
        sound_facts(rows, rules)[0],
        sound_facts(groups, rules)[0],
        state.min_cell,
    )
