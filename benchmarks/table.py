"""What was measured, as a table to print and to keep."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from pathlib import Path
from statistics import median
from typing import Optional

ENOUGH_FOR_P95 = 20
START, END = "<!-- measured -->\n", "<!-- end -->"
HEAD = "| measured | median | p95 | times | compared |\n|---|--:|--:|--:|---|\n"


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement: the figure of each time it was taken, and the one it is to be compared with."""

    what: str
    figures: Sequence[float]
    unit: str
    digits: int = 0
    against: Optional["Row"] = None

    def __str__(self) -> str:
        p95 = self._written(percentile(self.figures, 0.95)) if len(self.figures) >= ENOUGH_FOR_P95 else ""
        cells = (self.what, self._written(median(self.figures)), p95, str(len(self.figures)), self._ratio())
        return "| " + " | ".join(cells) + " |\n"

    def _written(self, figure: float) -> str:
        return f"{figure:,.{self.digits}f} {self.unit}"

    def _ratio(self) -> str:
        if self.against is None or not median(self.against.figures):  # of nothing there is no ratio
            return ""
        return f"×{median(self.figures) / median(self.against.figures):.2f} of {self.against.what}"


def percentile(figures: Sequence[float], share: float) -> float:
    """The smallest of the figures that this share of them does not exceed.

    >>> percentile([5, 1, 2, 4, 3], 0.95), percentile([5, 1, 2, 4, 3], 0.5)
    (5, 3)
    """
    return sorted(figures)[max(ceil(share * len(figures)) - 1, 0)]


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table."""
    return HEAD + "".join(map(str, rows))


def machine(browser: str, facts: int, busy: float) -> str:
    """What the table was measured on, in one line; `busy` is the load average before it began."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    software = f"{platform.system()}, Python {platform.python_version()}, {browser}"
    return (
        f"{date.today():%Y-%m-%d}: {os.cpu_count()} cores, {memory:.0f} GB, load average {busy:.1f} "
        f"beforehand, {software}; a warehouse of {facts:,} facts.\n"
    )


def keep(file: Path, written: str) -> None:
    """Puts the text between the marks of a Markdown file, in place of the one before."""
    before, start, rest = file.read_text("utf-8").partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise ValueError(f"{file} has no place for the table: {START.strip()} … {END}")
    file.write_text(f"{before}{start}\n{written}\n{end}{after}", "utf-8")
