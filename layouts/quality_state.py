"""What the quality page shows, as it was read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from indicators.listed import Listed
from indicators.loads import Load
from indicators.reporting import Reporting, Tally
from indicators.sources import Source


@dataclass(frozen=True, slots=True)
class QualityState:
    """What the page rests on.

    `since` is the load that the newest one is compared with, None where there is none. What has changed is
    read apart, because it asks for every national value twice.
    """

    listed: Sequence[Listed]
    reporting: Reporting
    sources: Sequence[Source]
    drafts: Sequence[Load]
    since: int | None


@dataclass(frozen=True, slots=True)
class Heat:
    """The heat map: its figure, the provinces (code, name) and periods in order, and their tallies."""

    figure: dict[str, Any]
    provinces: Sequence[tuple[str, str]]
    periods: Sequence[str]
    tallies: Mapping[tuple[str, str], Tally]
