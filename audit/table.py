"""What was found on every page, as a table to print and to keep."""

from collections.abc import Sequence
from dataclasses import dataclass

from audit.lighthouse import CATEGORIES, Measured

GOALS = {"performance": 90, "accessibility": 100, "best-practices": 100}  # of a page on desktop settings
HEAD = (
    "| page | " + " | ".join(CATEGORIES.values()) + " | LCP | CLS | TBT | weight | axe |\n"
    "|---|" + "--:|" * (len(CATEGORIES) + 5) + "\n"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A page, what Lighthouse measured, and what axe found in all themes and widths; None: not asked."""

    page: str
    measured: Measured
    found: int | None

    def __str__(self) -> str:
        one = self.measured
        cells = [
            self.page,
            *(str(one.scores[name]) for name in CATEGORIES),
            f"{one.lcp / 1000:.1f} s",
            f"{one.cls:.3f}",
            f"{one.tbt:,.0f} ms",
            f"{one.kilobytes:,.0f} KB",
            "" if self.found is None else str(self.found),
        ]
        return f"| {' | '.join(cells)} |\n"

    @property
    def missed(self) -> list[str]:
        """The goals that the page misses, in words."""
        scores = self.measured.scores
        below = [f"{CATEGORIES[name]} {scores[name]}" for name, goal in GOALS.items() if scores[name] < goal]
        return below + ([f"axe {self.found}"] if self.found else [])


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table."""
    return HEAD + "".join(map(str, rows))
