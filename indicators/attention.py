"""What needs a leader's attention: what worsened, what is overdue or missed, and what nobody knows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Literal

from indicators.cards import Card

Reason = Literal["slipped", "reversing", "overdue", "missed", "worsened", "no_data", "awaiting"]
# In the order in which they are told: first what was gained and is being lost, last what is not known.
REASONS: tuple[Reason, ...] = (
    "slipped",
    "reversing",
    "overdue",
    "missed",
    "worsened",
    "no_data",
    "awaiting",
)
MET = ("achieved", "achieved_late", "completed", "completed_late")
MOST = 6
NOTABLE = 0.01  # of the scale: a smaller change against the wanted direction is not worth a leader's minute


@dataclass(frozen=True, slots=True)
class Concern:
    """An indicator that needs attention, and why; `weight` ranks it among those of the same reason."""

    card: Card
    reason: Reason
    weight: float


def attention(cards: Iterable[Card], most: int = MOST) -> tuple[Concern, ...]:
    """At most so many concerns, in the order of REASONS, the heaviest of a reason first.

    Variety goes before repetition: the heaviest of every reason is taken before the second of any, so that
    ten missed targets can't hide the one figure that is falling. Heavier is what lies further from its
    target, what fell further, what fewer provinces have completed, and of what is not known the nearer
    deadline. A part is told with its whole, unless the whole gives no reason for concern.
    """
    found = [concern for card in cards if (concern := concern_of(card)) is not None]
    wholes = {concern.card.indicator.code for concern in found}
    told = [concern for concern in found if concern.card.indicator.part_of not in wholes]
    queues = [_heaviest_first(told, reason) for reason in REASONS]
    by_turns = chain.from_iterable(zip_longest(*queues))
    chosen = [concern for concern in by_turns if concern is not None][:most]
    return tuple(sorted(chosen, key=lambda concern: REASONS.index(concern.reason)))


def concern_of(card: Card) -> Concern | None:
    """Why an indicator needs attention; None where it doesn't.

    The status decides where it is a reason by itself. Otherwise a change since a year before against the
    wanted direction is one, if it is notable and the target isn't met all the same.
    """
    status = card.value.status
    if status in REASONS:
        return Concern(card, status, _weight(card, status))
    if card.indicator.basis == "context" or status in (*MET, "not_applicable") or not worsened(card):
        return None
    return Concern(card, "worsened", _weight(card, "worsened"))


def worsened(card: Card) -> bool:
    """Whether the value went notably against the wanted direction; of a survey, beyond chance."""
    if card.change is None:
        return False
    loss = -card.change if card.indicator.direction == "up" else card.change
    return loss >= NOTABLE * _width(card) and not _may_be_chance(card)


def _may_be_chance(card: Card) -> bool:
    now, before = card.value.interval, card.before.interval if card.before else None
    if now is None or before is None:
        return False
    return now[0] <= before[1] and before[0] <= now[1]


def _heaviest_first(concerns: Sequence[Concern], reason: Reason) -> list[Concern]:
    mine = [concern for concern in concerns if concern.reason == reason]
    return sorted(mine, key=lambda concern: (-concern.weight, concern.card.indicator.code))


def _weight(card: Card, reason: Reason) -> float:
    value = card.value
    if reason == "overdue":
        return 1 - (value.numerator or 0) / (value.denominator or 1)
    if reason in ("no_data", "awaiting"):
        return -value.deadline.toordinal() if value.deadline else float("-inf")
    if reason == "worsened":
        return abs(card.change or 0) / _width(card)
    judged = value.judged_value if value.judged_value is not None else value.value
    if judged is None or value.target is None:
        return 0
    return abs(value.target - judged) / _width(card)


def _width(card: Card) -> float:
    low, high = card.indicator.scale
    return high - low
