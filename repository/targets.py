"""What values of an indicator are judged by, provinces' own targets among it."""

from collections.abc import Mapping

from indicators.model import Target
from indicators.own_targets import own_targets
from indicators.values import Scope
from repository.state import State


def read_own_targets(state: State, code: str) -> Mapping[int, tuple[Target, ...]]:
    """Provinces' own targets of an indicator by unit: the newest approved ones up to the load asked for."""
    directions = {one.code: one.direction for one in state.catalogue}
    found, _ = own_targets(state.dimensions.targets, directions, state.rules)
    return found.get(code, {})


def read_scope(state: State, code: str) -> Scope:
    """What values of an indicator are judged by."""
    return Scope(state.load_id, state.thresholds, read_own_targets(state, code))
