"""Which reports on milestones and tasks count, and why the others may not: in the order that holds for facts.

Reports of loads that are unknown, later or not approved are put aside first; then the newest load of a code
and an area is its report. A date or a number that can't be right is left out of its report and listed; the
report itself stands, because what else it says was still said.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from indicators.model import Fault
from indicators.soundness import FIRST_YEAR, Rules


class Report(Protocol):
    """What reports have in common: what they are about, where, and the load they came with."""

    @property
    def code(self) -> str: ...
    @property
    def area_key(self) -> int: ...
    @property
    def load_id(self) -> int: ...


AnyReport = TypeVar("AnyReport", bound=Report)


class Finding(NamedTuple):
    """One thing wrong with one report, with the day it is about where there is one."""

    kind: str
    detail: str
    report: Report
    on: date | None = None


def counting(reports: Iterable[AnyReport], rules: Rules) -> tuple[list[AnyReport], list[Finding]]:
    """The reports of the loads that count, oldest load first, and those of loads that don't."""
    found: list[AnyReport] = []
    findings: list[Finding] = []
    for report in reports:
        later = rules.as_of_load is not None and report.load_id > rules.as_of_load
        if report.load_id not in rules.known_loads:
            findings.append(Finding("unknown_load", "the load log does not know this load", report))
        elif later:
            continue
        elif report.load_id not in rules.approved_loads:
            findings.append(Finding("draft_load", "the load is not yet approved", report))
        else:
            found.append(report)
    return sorted(found, key=lambda report: report.load_id), findings


def newest(reports: Sequence[AnyReport]) -> tuple[list[AnyReport], list[Finding]]:
    """The report that counts of each code and area, and those of one load that left each other out."""
    latest: dict[tuple[str, int], list[AnyReport]] = {}
    for report in reports:
        same = latest.setdefault((report.code, report.area_key), [])
        if same and report.load_id > same[0].load_id:
            same.clear()
        same.append(report)
    doubled = [report for same in latest.values() if len(same) > 1 for report in same]
    findings = [
        Finding("duplicate_row", "several rows with one key in one load", report) for report in doubled
    ]
    return [same[0] for same in latest.values() if len(same) == 1], findings


def wrong_area(report: Report, levels: Collection[str], rules: Rules) -> tuple[str, str]:
    """Kind and detail of what is wrong with the area of a report; empty where nothing is."""
    version = rules.areas.versions.get(report.area_key)
    if version is None:
        return "unknown_area", f"area_key {report.area_key} is not in dim_area"
    if version.level not in levels:
        return "area_not_asked", f"nothing is asked of a {version.level} here"
    return "", ""


def wrong_days(
    days: Mapping[str, date | None], done: str, unreadable: Collection[str], today: date
) -> dict[str, tuple[str, str]]:
    """Kind and detail of what is wrong with the dates of a report, by their names; `done` can't lie ahead."""
    found: dict[str, tuple[str, str]] = {}
    for name, day in days.items():
        if name in unreadable or (day is not None and day.year < FIRST_YEAR):
            found[name] = ("unreadable_date", f"{name} can't be read")
        elif name == done and day is not None and day > today:
            found[name] = ("date_in_future", f"{name} lies after today: {day}")
    return found


def oldest_first(reports: Iterable[AnyReport], rules: Rules) -> list[AnyReport]:
    """The reports by load, and of one load by the age of their area versions."""
    versions = rules.areas.versions

    def age(report: AnyReport) -> tuple[int, date, int]:
        version = versions.get(report.area_key)
        return report.load_id, version.valid_from if version else date.min, report.area_key

    return sorted(reports, key=age)


def listed(findings: Iterable[Finding], rules: Rules) -> list[Fault]:
    """The findings as the quality list shows them, alike ones together; the code stands where measures do."""
    versions = rules.areas.versions
    counts = Counter(
        (
            found.kind,
            found.report.code,
            versions[found.report.area_key].code if found.report.area_key in versions else None,
            found.on,
            found.report.load_id,
            found.detail,
        )
        for found in findings
    )
    return [
        Fault(kind, code, area, on, load, count, detail)
        for (kind, code, area, on, load, detail), count in counts.items()
    ]
