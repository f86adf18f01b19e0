"""Who leaves what unreported, on purpose: so that provisional, missing and awaiting values can be seen."""

from datetime import date
from typing import NamedTuple
from zlib import crc32

PROGRAMME = ("programme_", "em_people_")


class Gap(NamedTuple):
    """A province (of the 34) that reports on some measures in part or not at all between two days."""

    province: str
    measures: tuple[str, ...]
    since: date
    until: date
    silent_share: float
    province_reports: bool

    def covers(self, province: str, end: date) -> bool:
        """Whether a period's report falls into it."""
        return self.province == province and self.since <= end <= self.until

    def silences(self, commune: str) -> bool:
        """Whether a commune is among those that don't report; always the same ones."""
        return crc32(commune.encode()) % 1000 < 1000 * self.silent_share


GAPS = (
    # Lai Châu: 40 % of the communes are silent, the province itself reports.
    Gap("12", ("village_heads",), date(2026, 7, 1), date(2026, 9, 30), 0.4, True),
    # Hà Tĩnh: 45 % of the communes are silent and nobody reports for them.
    Gap("42", ("ocop_owners",), date(2026, 4, 1), date(2026, 9, 30), 0.45, False),
    # Lâm Đồng: a few communes are silent, not enough to matter.
    Gap(
        "68",
        ("enterprises", "cooperatives", "ocop_owners"),
        date(2025, 7, 1),
        date(2026, 10, 31),
        0.08,
        False,
    ),
    # Cà Mau: nothing at all for a quarter.
    Gap("96", ("",), date(2026, 7, 1), date(2026, 9, 30), 1.0, False),
    # Sơn La: a quarter without household businesses.
    Gap("14", ("households",), date(2025, 12, 31), date(2025, 12, 31), 1.0, False),
    # Quảng Trị and Ninh Bình: silent on the Programme since the merger, so that its deadline can't be judged.
    Gap("44", PROGRAMME, date(2025, 7, 1), date(2026, 10, 31), 1.0, False),
    Gap("37", PROGRAMME, date(2025, 7, 1), date(2026, 10, 31), 1.0, False),
)


def gaps(numerator: str) -> tuple[Gap, ...]:
    """The gaps in the reports on a ratio, by its numerator; the first that covers a report counts."""
    return tuple(gap for gap in GAPS if numerator.startswith(gap.measures))
