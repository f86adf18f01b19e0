"""The status of a path against a target, by the rules of the methodology, in their order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from indicators.model import CYCLE_MONTHS, Baseline, Indicator, Judgement, Observation, Target
from indicators.periods import months_before

DAYS_A_YEAR = 365.25
STALE_CYCLES = 1.5
ROUNDING = 1e-12  # a pace of exactly 0.95 is on track, whatever binary fractions make of it


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where one status ends and the next begins; configuration, printed on the methodology page."""

    on_track: float = 0.95
    accelerate: float = 0.60
    too_early: float = 0.10


DEFAULT_THRESHOLDS = Thresholds()


def judgement(
    indicator: Indicator,
    path: Sequence[Observation],
    today: date,
    *,
    now: Observation | None = None,
    due: Callable[[Target], Observation | None] | None = None,
    targets: tuple[Target, ...] | None = None,
    baseline: Baseline | None = None,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
) -> Judgement:
    """The status of an area's path on a day, with what it rests on.

    `path` holds the observations up to `today`, oldest first; `now` is the value of the period looked at,
    where it has one; `due` gives the value at a deadline, else the path's last one by then stands; `targets`
    replace the indicator's own (a province's plan); `baseline` is the plan's, else the first observation
    stands in as a provisional one.
    """
    if indicator.applicable_until is not None and today > indicator.applicable_until:
        return Judgement("not_applicable")
    targets = indicator.targets if targets is None else targets
    in_force = [target for target in targets if target.superseded_on is None or today < target.superseded_on]
    if targets and not in_force:
        return Judgement("not_applicable")
    observed = path
    if now is not None:
        path = [seen for seen in path if seen.on < now.on] + [now]
    last = path[-1] if path else None
    stale = (
        last is not None
        and (today - last.on).days > STALE_CYCLES * CYCLE_MONTHS[indicator.cycle] * DAYS_A_YEAR / 12
    )
    target = active_target(in_force, today)
    if target is None:
        return Judgement("no_target", judged=last, stale=stale)
    if last is None:
        return Judgement("no_data", target=target)
    start, provisional = _starting_point(path, baseline)
    if today >= target.date:
        late = [now] if now is not None and now.on > target.date else []
        at_it = due(target) if due else None
        status, judged = _at_the_deadline(indicator, [*observed, *late], target, at_it)
        return Judgement(status, None, None, start, provisional, target, judged or last, stale)
    required = (target.value - last.value) / ((target.date - last.on).days / DAYS_A_YEAR)
    points = [
        point for point in in_force if start and start.on < point.date < target.date and last.on < target.date
    ]
    pace = _pace(start, last, target, points)
    status = _ahead(indicator, path, target, start, pace, thresholds)
    return Judgement(status, pace, required, start, provisional, target, last, stale)


def active_target(targets: Sequence[Target], today: date) -> Target | None:
    """The target that is judged on a day: the next one, else the last that has passed; no interim one."""
    judged = sorted((target for target in targets if not target.interim), key=lambda target: target.date)
    return next((target for target in judged if target.date >= today), judged[-1] if judged else None)


def meets(value: float, target: Target, direction: str) -> bool:
    """Whether a value, unrounded, meets a target in the wanted direction."""
    return value >= target.value if direction == "up" else value <= target.value


def expected_path(start: Observation, target: Target, points: Sequence[Target] = ()) -> list[Observation]:
    """The straight or joined-up line from the baseline over interim targets to the target."""
    inner = sorted((Observation(point.date, point.value) for point in points), key=lambda point: point.on)
    return [start, *inner, Observation(target.date, target.value)]


def expected_on(line: Sequence[Observation], day: date) -> float:
    """The value that a line expects on a day, linear between its points."""
    for left, right in pairwise(line):
        if day <= right.on:
            share = (day - left.on).days / (right.on - left.on).days
            return left.value + share * (right.value - left.value)
    return line[-1].value


def _starting_point(
    path: Sequence[Observation], baseline: Baseline | None
) -> tuple[Observation | None, bool]:
    if baseline is not None:
        return Observation(baseline.date, baseline.value), False
    return (path[0], True) if len(path) > 1 else (None, False)


def _at_the_deadline(
    indicator: Indicator, path: Sequence[Observation], target: Target, due: Observation | None
) -> tuple[str, Observation | None]:
    """Judged at the deadline and frozen: the same whatever period is asked for afterwards."""
    by_then = [seen for seen in path if seen.on <= target.date]
    judged = due or (by_then[-1] if by_then else None)
    if judged is None or judged.on < months_before(target.date, CYCLE_MONTHS[indicator.cycle]):
        return "awaiting", None
    if meets(judged.value, target, indicator.direction):
        return "achieved", judged
    later = [
        seen for seen in path if seen.on > target.date and meets(seen.value, target, indicator.direction)
    ]
    return ("achieved_late", later[0]) if later else ("missed", judged)


def _pace(
    start: Observation | None, last: Observation, target: Target, points: Sequence[Target]
) -> float | None:
    """R: the share of the way gone over the share expected by then; None where there is no way to go."""
    if start is None or last.on <= start.on or target.value == start.value:
        return None
    way = target.value - start.value
    if points:
        expected = (expected_on(expected_path(start, target, points), last.on) - start.value) / way
    else:
        expected = (last.on - start.on).days / (target.date - start.on).days
    return (last.value - start.value) / way / expected if expected else None


def _ahead(
    indicator: Indicator,
    path: Sequence[Observation],
    target: Target,
    start: Observation | None,
    pace: float | None,
    thresholds: Thresholds,
) -> str:
    last = path[-1]
    if meets(last.value, target, indicator.direction):
        return "achieved"
    earlier = [*path[:-1], *([start] if start is not None else [])]
    if any(meets(seen.value, target, indicator.direction) for seen in earlier):
        return "slipped"
    if start is None:
        return "no_baseline"
    gone = (last.on - start.on).days / (target.date - start.on).days
    if gone < thresholds.too_early:
        return "too_early"
    if pace is None:  # an interim target asks for no progress yet
        return "on_track" if (last.value >= start.value) == (indicator.direction == "up") else "reversing"
    for floor, status in (
        (thresholds.on_track, "on_track"),
        (thresholds.accelerate, "accelerate"),
        (0, "behind"),
    ):
        if pace >= floor - ROUNDING:
            return status
    return "reversing"
