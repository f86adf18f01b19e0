"""The loads of the demonstration: which one a row came with, and the log that says so."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from warehouse.demo.calendar import LAST_APPROVED, NOW
from warehouse.demo.published import EDITIONS, Fact
from warehouse.demo.wrong import PLANTED_AT, REJECTED

APPROVER = "Vụ Kế hoạch - Tài chính (minh họa)"


class Load(NamedTuple):
    """One delivery to the warehouse."""

    load_id: int
    source: str
    loaded_at: datetime
    approved_by: str | None
    note: str


def plan() -> list[Load]:
    """Every load, oldest first: published editions, one a month, one with wrong rows, one not approved."""
    events: list[tuple[datetime, str, str | None, str]] = []
    for moment in dict.fromkeys(edition.loaded_at for edition in EDITIONS):
        source = "; ".join(edition.source for edition in EDITIONS if edition.loaded_at == moment)
        events.append((moment, "published", APPROVER, source))
    for number in range(2024 * 12 + 11, 2026 * 12 + 12):
        year, month = divmod(number - 1, 12)
        moment = datetime(year, month + 1, 16, 2)
        if moment < PLANTED_AT:
            events.append((moment, "illustrative", APPROVER, "Báo cáo định kỳ (minh họa)"))
    events.append(
        (PLANTED_AT, "illustrative", APPROVER, "Nạp bổ sung, có dòng sai được gài để thử (minh họa)")
    )
    events.append((LAST_APPROVED, "illustrative", APPROVER, "Báo cáo định kỳ (minh họa)"))
    events.append((NOW, "illustrative", None, "Số liệu mới, chờ phê duyệt (minh họa)"))
    return [
        Load(number, source, moment, approver, note)
        for number, (moment, source, approver, note) in enumerate(
            sorted(events, key=lambda event: event[0]), start=1
        )
    ]


def numbered(facts: Iterable[Fact], loads: list[Load]) -> Iterator[tuple[Fact, int]]:
    """Each fact with the first load of its source after it was reported."""
    moments = {
        source: [load.loaded_at for load in loads if load.source == source]
        for source in ("published", "illustrative")
    }
    numbers = {source: [load.load_id for load in loads if load.source == source] for source in moments}
    for fact in facts:
        yield fact, numbers[fact.source][bisect_left(moments[fact.source], fact.reported_at)]


def rejections(loads: list[Load]) -> list[dict[str, object]]:
    """Rows of rejected_row: a few, in the loads of this year."""
    of_year = [load for load in loads if load.source == "illustrative" and load.loaded_at.year == 2026]
    return [
        {"load_id": load.load_id, "row_number": row, "payload": payload, "reason": reason}
        for load, (row, payload, reason) in zip(of_year[::4], REJECTED * 2, strict=False)
    ]


def log(loads: list[Load], accepted: Counter[int], rejected: Counter[int]) -> list[dict[str, object]]:
    """Rows of load_log."""
    return [
        {
            "load_id": load.load_id,
            "source_system": load.source,
            "loaded_at": load.loaded_at,
            "rows_received": accepted[load.load_id] + rejected[load.load_id],
            "rows_accepted": accepted[load.load_id],
            "rows_rejected": rejected[load.load_id],
            "approved_by": load.approved_by,
            "note": load.note,
        }
        for load in loads
    ]
