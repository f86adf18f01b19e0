"""The shipped indicators as the decisions have them, written down a second time."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Part:
    """One numerator and its denominator."""

    numerator: str
    denominator: str


@dataclass(frozen=True)
class Definition:
    """One shipped indicator, as the decisions have it."""

    parts: tuple[Part, ...] = ()
    score: str | None = None
    target: float | None = None
    deadline: date | None = None
    cycle: int = 3  # months
    applicable_until: date | None = None


def _rate(
    pairs: str, target: float | None, year: int, cycle: int = 3, until: date | None = None
) -> Definition:
    parts = tuple(Part(*pair.split("/")) for pair in pairs.split())
    return Definition(parts, None, target, date(year, 12, 31) if target else None, cycle, until)


_A, _B, _C = (
    "enterprises_trained/enterprises_em",
    "cooperatives_trained/cooperatives_em",
    "households_trained/households_em",
)
INDICATORS = {
    "G02": _rate("leaders_signing_province/leaders_province", 80, 2030),
    "G03": _rate("leaders_signing_district/leaders_district", 70, 2030, until=date(2025, 6, 30)),
    "G05": _rate("procedures_online_full/procedures", 100, 2030),
    "G09": _rate("officials_trained/officials", 100, 2030),
    "S01": _rate(f"{_A} {_B} {_C}", 50, 2030),
    "S01a": _rate(_A, 50, 2030),
    "S01b": _rate(_B, 50, 2030),
    "S01c": _rate(_C, 50, 2030),
    "S02": _rate("village_heads_trained/village_heads", 80, 2030),
    "E01": _rate("ocop_owners_em_household/ocop_owners", 50, 2030, cycle=6),
    "N01": _rate("programme_bodies_on_system/programme_bodies", 100, 2025),
    "N05": _rate("programme_meetings_online/programme_meetings", 30, 2025),
    "X01": _rate("population_em/population", None, 0, cycle=12),
    "X02": Definition(score="dti_score", cycle=12),
    "X03": Definition(score="dvc766_score", cycle=12),
}
