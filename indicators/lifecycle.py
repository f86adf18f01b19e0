"""What became of a target: in force, passed, replaced, or without anyone left to count."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from indicators.model import Indicator, Target

TargetState = Literal["in_force", "deadline_passed", "superseded", "deadline_amended", "population_ended"]
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TargetLife:
    """A target and its state on a day; `since` is the day the state began, `basis` the text behind that.

    A target in force has been so from the first that is known of it: `since` is None. The reason why a
    population ended is given in Vietnamese; the indicator has it in both languages.
    """

    target: Target
    state: TargetState
    since: date | None
    basis: str


def lives(indicator: Indicator, day: date, own_targets: tuple[Target, ...] = ()) -> tuple[TargetLife, ...]:
    """What became by a day of every target an area is held to, by deadline: its own where it has any.

    Of several states the first counts: another text put a date or a value in its place; the population ended;
    the deadline passed. What the law withdrew is so whoever is left to count, and neither waits for a date.
    """
    targets = sorted(own_targets or indicator.targets, key=lambda target: (target.date, target.value))
    return tuple(_life(indicator, target, targets, day) for target in targets)


def _life(indicator: Indicator, target: Target, targets: list[Target], day: date) -> TargetLife:
    replaced, ended = target.superseded_on, indicator.applicable_until
    if replaced is not None and day >= replaced:
        amended = any(_same_goal(target, other, replaced) for other in targets)
        state: TargetState = "deadline_amended" if amended else "superseded"
        return TargetLife(target, state, replaced, target.superseded_by)
    if ended is not None and day > ended:
        return TargetLife(target, "population_ended", ended + ONE_DAY, indicator.ended_because_vi)
    if day > target.date:
        return TargetLife(target, "deadline_passed", target.date + ONE_DAY, target.legal_basis)
    return TargetLife(target, "in_force", None, target.legal_basis)


def _same_goal(target: Target, other: Target, replaced: date) -> bool:
    """Whether another target, still in force when one was replaced, asks for the same by another date."""
    lasted = other.superseded_on is None or other.superseded_on > replaced
    same = (other.value, other.operator, other.provinces) == (target.value, target.operator, target.provinces)
    return same and lasted and other.date != target.date
