"""The path that a target asks for, from the baseline on."""

from indicators.model import Indicator, Observation, Value
from indicators.progress import expected_path


def path_to_target(value: Value, indicator: Indicator) -> list[Observation]:
    """The line from the baseline over interim targets to the target; the target alone without a baseline."""
    if value.target is None or value.deadline is None:
        return []
    end = Observation(value.deadline, value.target)
    if value.baseline is None or value.baseline_date is None or value.baseline_date >= value.deadline:
        return [end]
    start = Observation(value.baseline_date, value.baseline)
    judged = next(
        (each for each in indicator.targets if each.date == end.on and each.value == end.value), None
    )
    if judged is None:  # a province's own target has no interim ones
        return [start, end]
    interim = [each for each in indicator.targets if each.interim and start.on < each.date < end.on]
    return expected_path(start, judged, interim)
