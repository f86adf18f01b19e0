"""What ends on which day in a state of the warehouse: the parts in which facts are read, kept and taken over.

Whatever is computed of a measure and a day anew for every load would cost as much as the warehouse is large.
So what is computed carries the mark of the rows that it was made of, and is good for every state of the
warehouse in which the same loads brought as many rows of these measures and that day.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from repository.shared import marked
from repository.state import State
from warehouse.values import day


class Ending(NamedTuple):
    """The rows of some measures whose periods end on one day."""

    mark: str  # differs whenever the rows may
    days: tuple[Any, ...]  # that day as the database holds it; wrong rows may write it in several ways


def endings(state: State, measures: Collection[str], *, of_all_loads: bool = False) -> dict[date, Ending]:
    """What ends on each day, of the loads that count in a state or of all approved ones.

    Rows whose day can't be read are no facts and not among them.
    """
    found = all_endings(state, measures, of_all_loads=of_all_loads)
    return {end: one for end, one in found.items() if end is not None}


def all_endings(
    state: State, measures: Collection[str], *, of_all_loads: bool = False
) -> dict[date | None, Ending]:
    """The same with the rows whose day can't be read, as those of no day."""
    rows: dict[date | None, list[tuple]] = defaultdict(list)
    for load, of_load in sorted(state.dimensions.brought.items()):
        if of_all_loads or state.counts(load):
            for measure in sorted(of_load.keys() & set(measures)):
                for held, count in of_load[measure].items():
                    rows[day(held)].append((load, measure, held, count))
    return {
        end: Ending(
            marked(end is not None and end > state.today, brought),
            tuple({held for _, _, held, _ in brought}),
        )
        for end, brought in rows.items()
    }


def days_held(found: Collection[Ending]) -> tuple[Any, ...]:
    """All days of some endings, as the database holds them."""
    return tuple(held for one in found for held in one.days)
