"""Milestones: what is due by a date in an area, and how it stands, by the rules of the methodology."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple

from indicators.model import Fault, Level
from indicators.reports import Finding, counting, listed, newest, oldest_first, wrong_area, wrong_days
from indicators.soundness import Rules

MilestoneStatus = Literal[
    "completed", "completed_late", "claimed", "overdue", "at_risk", "in_progress", "not_started"
]
COMPLETED: tuple[MilestoneStatus, ...] = ("completed", "completed_late")


@dataclass(frozen=True, slots=True)
class Milestone:
    """How an area stands with a milestone on a day.

    `code` is the indicator's (or a system's). `evidence_document` is number and date of the document; what
    nobody reported is empty or None. `illustrative` tells that it came with an illustrative load.
    """

    code: str
    area_code: str
    area_name: str
    area_name_en: str
    level: Level
    deadline: date
    status: MilestoneStatus
    planned_date: date | None = None
    completed_date: date | None = None
    evidence_document: str = ""
    evidence_url: str = ""
    responsible_unit: str = ""
    responsible_person: str = ""
    note: str = ""
    load_id: int | None = None
    illustrative: bool = False


class MilestoneReport(NamedTuple):
    """A row of fact_milestone with its dates understood; `unreadable` names those that can't be.

    `loaded_on` is the day of its load.
    """

    code: str
    area_key: int
    planned_date: date | None
    completed_date: date | None
    evidence_document: str
    evidence_url: str
    responsible_unit: str
    responsible_person: str
    note: str
    load_id: int
    loaded_on: date | None = None
    illustrative: bool = False
    unreadable: tuple[str, ...] = ()


def milestone_status(report: MilestoneReport | None, deadline: date, day: date) -> MilestoneStatus:
    """The status on a day; the first rule of the methodology that holds, in its order.

    The deadline has passed at the end of its own day, as it has for targets. Who never reported is overdue
    from then on, too. A completion after the day is none yet.
    """
    completed = report.completed_date if report else None
    if report and completed and completed <= day:
        if not report.evidence_document.strip():
            return "claimed"
        return "completed" if completed <= deadline else "completed_late"
    if deadline <= day:
        return "overdue"
    if report is None:
        return "not_started"
    return "at_risk" if report.planned_date and report.planned_date > deadline else "in_progress"


def national_status(statuses: Collection[MilestoneStatus], deadline: date, day: date) -> MilestoneStatus:
    """The status of the country, from those of all provinces on a day.

    All must have completed it; until the deadline one province at risk puts the country at risk, and
    one that has begun makes it begun.
    """
    if statuses and all(status in COMPLETED for status in statuses):
        return "completed_late" if "completed_late" in statuses else "completed"
    if deadline <= day:
        return "overdue"
    if "at_risk" in statuses:
        return "at_risk"
    return "in_progress" if any(status != "not_started" for status in statuses) else "not_started"


def sound_reports(
    reports: Iterable[MilestoneReport], asked: Mapping[str, Collection[str]], rules: Rules
) -> tuple[dict[tuple[str, int], MilestoneReport], list[Fault]]:
    """The report that counts of each code and unit, and what is wrong with the others.

    `asked` gives the levels of the areas that each milestone is asked of. Of a unit that changed its name
    the newest load counts, whichever version it reports for.
    """
    counted, findings = counting(reports, rules)
    single, doubled = newest(counted)
    findings += doubled
    found: dict[tuple[str, int], MilestoneReport] = {}
    for report in oldest_first(single, rules):  # what comes last stays
        cleaned, wrong_dates = _cleaned(report, rules)
        kind, detail = _fault_of(cleaned, asked, rules)
        if kind:
            findings.append(Finding(kind, detail, report, cleaned.completed_date))
            continue
        findings += wrong_dates
        found[report.code, rules.areas.unit_of(report.area_key)] = cleaned
    return found, listed(findings, rules)


def first_report(reports: Iterable[MilestoneReport], rules: Rules) -> date | None:
    """The day of the first load that counts and brought one of these reports; None where none did."""
    counted, _ = counting(reports, rules)
    return min((report.loaded_on for report in counted if report.loaded_on), default=None)


def _fault_of(report: MilestoneReport, asked: Mapping[str, Collection[str]], rules: Rules) -> tuple[str, str]:
    if report.code not in asked:
        return "unknown_milestone", "neither an indicator nor a listed system has this milestone"
    kind, detail = wrong_area(report, asked[report.code], rules)
    if kind:
        return kind, detail
    ended = rules.areas.versions[report.area_key].valid_to
    if ended and report.completed_date and report.completed_date >= ended:
        return "area_not_in_force", "the area version was not in force when it is said to have completed"
    return "", ""


def _cleaned(report: MilestoneReport, rules: Rules) -> tuple[MilestoneReport, list[Finding]]:
    """The report without the dates that can't be right, and what was wrong with them."""
    days = {"planned_date": report.planned_date, "completed_date": report.completed_date}
    wrong = wrong_days(days, "completed_date", report.unreadable, rules.today)
    findings = [Finding(*found, report, days[name]) for name, found in wrong.items()]
    blanks: dict[str, Any] = dict.fromkeys(wrong)
    return report._replace(**blanks), findings
