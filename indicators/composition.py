"""What a value of a province is made of, for those who show it; found in made_of.py."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Composition:
    """How a value came about, and of whose rows.

    `how`: `own` reports; `summed` over its predecessors (a score: their mean); `both`, a flow whose first
    part is its predecessors' and whose second its own; `recovered` from today's communes on its ground;
    `both_recovered`, a flow with its own first part and a recovered second; `unknown`, for a `reason` that
    `made_of.why_unknown` lists. An own value with a reason ends with the merger. `units` are the names
    (Vietnamese, English) of the provinces whose rows it is where they aren't the area itself, `lacking` those
    of predecessors without a value.
    """

    how: str = "own"
    units: tuple[tuple[str, str], ...] = ()
    lacking: tuple[tuple[str, str], ...] = ()
    reason: str = ""


OWN = Composition()
