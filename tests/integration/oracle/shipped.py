"""The whole set as the decisions have it, written down a second time."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Part:
    """One numerator and its denominator."""

    numerator: str
    denominator: str


@dataclass(frozen=True)
class Definition:
    """One indicator, as the decisions have it.

    `counted` is the measure of a count, `score` that of a score; `milestone` the level at which one is due.
    The target is that of `provinces` alone where these are named. `cycle` is in months.
    """

    parts: tuple[Part, ...] = ()
    score: str | None = None
    counted: str | None = None
    milestone: str | None = None
    target: float | None = None
    deadline: date | None = None
    cycle: int = 3
    applicable_until: date | None = None
    provinces: tuple[str, ...] = ()
    from_tasks: bool = False
    survey: bool = False

    @property
    def kind(self) -> str:
        """The kind of the API."""
        if self.milestone:
            return "milestone"
        return "count" if self.counted else "score" if self.score else "ratio"


def _rate(
    pairs: str, target: float | None, year: int, cycle: int = 3, until: date | None = None, **more: object
) -> Definition:
    parts = tuple(Part(*pair.split("/")) for pair in pairs.split())
    deadline = date(year, 12, 31) if target else None
    known = {"target": target, "deadline": deadline, "cycle": cycle, "applicable_until": until}
    return Definition(parts, **known, **more)  # type: ignore[arg-type]


def _milestone(level: str, year: int) -> Definition:
    return Definition(milestone=level, target=1, deadline=date(year, 12, 31))


_A, _B, _C = (
    "enterprises_trained/enterprises_em",
    "cooperatives_trained/cooperatives_em",
    "households_trained/households_em",
)
INDICATORS = {
    "A01": _milestone("country", 2025),
    "A02": _milestone("country", 2025),
    "A03": _milestone("country", 2025),
    "G01": _rate("leaders_signing_central/leaders_central", 100, 2030),
    "G02": _rate("leaders_signing_province/leaders_province", 80, 2030),
    "G03": _rate("leaders_signing_district/leaders_district", 70, 2030, until=date(2025, 6, 30)),
    "G04": _rate("report_regimes_connected/report_regimes", 100, 2030),
    "G05": _rate("procedures_online_full/procedures", 100, 2030),
    "G06": _milestone("country", 2030),
    "G07a": _rate("datasets_ethnic_affairs_current/datasets_ethnic_affairs", 100, 2030),
    "G07b": _rate("ethnic_groups_profiled/ethnic_groups_required", 100, 2030),
    "G07c": _rate("systems_on_lgsp/systems_required_on_lgsp", 100, 2030),
    "G08": _rate("open_datasets_published/open_datasets_listed", 100, 2030),
    "G09": _rate("officials_trained/officials", 100, 2030),
    "S01": _rate(f"{_A} {_B} {_C}", 50, 2030),
    "S01a": _rate(_A, 50, 2030),
    "S01b": _rate(_B, 50, 2030),
    "S01c": _rate(_C, 50, 2030),
    "S02": _rate("village_heads_trained/village_heads", 80, 2030),
    "S03": _milestone("province", 2030),
    "E01": _rate("ocop_owners_em_household/ocop_owners", 50, 2030, cycle=6),
    "N01": _rate("programme_bodies_on_system/programme_bodies", 100, 2025),
    "N02": _rate("programme_reports_digital/programme_reports_due", 100, 2025),
    "N03": _rate("programme_systems_secured/programme_systems", 100, 2025),
    "N04": _rate("programme_bodies_notified/programme_bodies", 100, 2025),
    "N05": _rate("programme_meetings_online/programme_meetings", 30, 2025),
    "N06": _milestone("province", 2025),
    "N07": _rate("programme_datasets_usable/programme_datasets_published", 100, 2025),
    "N08": Definition(counted="heritage_items_digitised", cycle=6),
    "N09": _rate("em_people_informed/em_people_sampled", 100, 2025, cycle=12, survey=True),
    "H10": _rate("programme_managers_trained/programme_managers", 100, 2025, provinces=("46",)),
    "D01": _milestone("province", 2025),
    "D02": _rate("local_targets_with_tasks/local_targets", 100, 2030),
    "D03": _rate("system_proposals_checked/system_proposals", 100, 2030),
    "D04": _rate("tasks_assigned/tasks", 100, 2030, from_tasks=True),
    "D05": _rate("budget_disbursed/budget_planned", None, 0),
    "X01": _rate("population_em/population", None, 0, cycle=12),
    "X02": Definition(score="dti_score", cycle=12),
    "X03": Definition(score="dvc766_score", cycle=12),
}
MILESTONES = [code for code, definition in INDICATORS.items() if definition.milestone]

# The tasks and solutions that are listed. In these provinces have no part; those of 330 are due by 2025.
CENTRAL_TASKS = ["III.2.a", "III.2.b", "III.4.a", "III.4.b", "III.4.c", "III.4.đ", "III.5.b", "III.5.c"]
LISTED = {
    **{"III.1": "ab", "III.2": "ab", "III.3": "abc", "III.4": "abcdđ", "III.5": "abc"},
    **{"IV.1": "abc", "IV.2": "abc", "IV.3": "ab", "IV.4": "ab", "IV.5": "ab", "IV.6": "ab"},
    **{"NV330": "12345", "GP330": "1234567"},
}
TASKS = {
    f"{head}.{tail}": 2025 if "330" in head else 2030 for head, tails in LISTED.items() for tail in tails
}
