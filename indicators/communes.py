"""Communes over time: which units a commune of today was made of."""

from dataclasses import dataclass
from datetime import date

from indicators.areas import Areas
from indicators.formulas import ONE_DAY


@dataclass(frozen=True, slots=True)
class FormerCommune:
    """A commune that went into another one: its names, the province it lay in, and until when it was.

    `whole` tells that nothing of it went elsewhere. The names of the province are empty where none is known.
    """

    code: str
    name_vi: str
    name_en: str
    province_vi: str
    province_en: str
    until: date | None
    whole: bool


def former_communes(areas: Areas, code: str, day: date) -> tuple[FormerCommune, ...]:
    """The communes that the one with a code on a day was made of, by code; none where it was not merged."""
    commune = areas.find_commune(code, day)
    if commune is None:
        return ()
    unit = areas.unit_of(commune.key)
    return tuple(_former(areas, earlier, unit) for earlier in areas.predecessors(unit))


def _former(areas: Areas, earlier: int, unit: int) -> FormerCommune:
    last = areas.members(earlier)[-1]
    province = areas.province_of(last.key)
    names = ("", "")
    if province is not None:
        version = areas.version_at(province, last.valid_to - ONE_DAY if last.valid_to else last.valid_from)
        names = (version.name_vi, version.name_en)
    whole = areas.successors(earlier) == (unit,)
    return FormerCommune(last.code, last.name_vi, last.name_en, *names, last.valid_to, whole)
