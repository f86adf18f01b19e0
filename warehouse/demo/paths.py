"""How a share moves through time: a start, a goal, and one of a few characters a province could have."""

from dataclasses import dataclass
from datetime import date
from math import sin
from random import Random

from warehouse.demo.calendar import FIRST, LAST
from warehouse.demo.reference import Ratio

# Progress as a multiple of what the straight line to the goal asks for: from ahead of it to going backwards.
CHARACTERS: dict[str, tuple[float, float, float]] = {  # weight, lowest and highest multiple
    "ahead": (0.16, 1.15, 1.6),
    "on_track": (0.24, 0.97, 1.12),
    "behind": (0.24, 0.65, 0.92),
    "slow": (0.16, 0.12, 0.5),
    "backwards": (0.06, -0.45, -0.1),
    "early": (0.08, 0.0, 0.0),
    "slipping": (0.06, 0.0, 0.0),
}
# The day on which the early ones reach their goal, and what the slipping ones then lose each year.
EARLY_SHARE_OF_SPAN = 0.8
LOSS_A_YEAR = 0.25


@dataclass(frozen=True, slots=True)
class Path:
    """The share of one province in one ratio, at any day."""

    character: str
    start: float
    goal: float
    deadline: date
    pace: float
    phase: float

    def at(self, on: date) -> float:
        """The share on a day, between 0 and 1."""
        days = (on - FIRST).days
        if self.character in ("early", "slipping"):
            peak = EARLY_SHARE_OF_SPAN * (min(LAST, self.deadline) - FIRST).days
            share = self.start + (self.goal * 1.02 - self.start) * min(1.0, days / peak)
            if self.character == "slipping" and days > peak:
                share -= LOSS_A_YEAR * (days - peak) / 365
        else:
            share = self.start + (self.goal - self.start) * self.pace * days / (self.deadline - FIRST).days
            share += 0.004 * sin(days / 40 + self.phase)
        return max(0.0, min(share, 1.0, self.goal * 1.15))


def draw_path(seed: int, ratio: Ratio, province: str, em_share: float) -> Path:
    """The path of a province (of the 63, or VN) in a ratio; the same for the same seed."""
    draw = Random(f"{seed}|path|{ratio.numerator}|{province}")
    weights = [weight for weight, _, _ in CHARACTERS.values()]
    character = draw.choices(list(CHARACTERS), weights)[0]
    _, low, high = CHARACTERS[character]
    tilted = em_share if ratio.tilt > 0 else 1 - em_share
    mix = (1 - abs(ratio.tilt)) * draw.random() + abs(ratio.tilt) * tilted
    start = ratio.start_low + (ratio.start_high - ratio.start_low) * mix
    pace = draw.uniform(low, high) * (ratio.tempo if low > 0 else 1)
    return Path(character, start, ratio.goal, ratio.deadline, pace, draw.uniform(0, 6.28))
