"""What a province's value is made of: its own rows, its predecessors', or those of communes on its ground."""

from dataclasses import dataclass
from datetime import date

from indicators.areas import Areas
from indicators.composition import Composition
from indicators.formulas import ONE_DAY
from indicators.periods import Period
from indicators.readings import Readings


@dataclass(frozen=True, slots=True)
class Sources:
    """The units behind a value of a province, as `Composition` has their names."""

    how: str = "own"
    units: tuple[int, ...] = ()
    lacking: tuple[int, ...] = ()
    reason: str = ""


def composition(readings: Readings, unit: int, boundaries: str, period: Period) -> Composition:
    """What the value of a province in a period is made of, with the names in force at the period's end."""
    found = sources(readings, unit, boundaries, period)
    return Composition(
        found.how,
        tuple(_names(readings.areas, one, period.end) for one in found.units),
        tuple(_names(readings.areas, one, period.end) for one in found.lacking),
        found.reason,
    )


def sources(readings: Readings, unit: int, boundaries: str, period: Period) -> Sources:
    """The units whose rows stand behind the value of a province in a period."""
    if boundaries == "34":
        return _of_today(readings, unit, period)
    return _of_former(readings, unit, period) if boundaries == "63" else Sources()


def _of_today(readings: Readings, unit: int, period: Period) -> Sources:
    """A province of today: before its merger its predecessors, each of which went into it whole."""
    areas, start, end = readings.areas, period.start, period.end
    since, before = areas.members(unit)[0].valid_from, areas.predecessors(unit)
    if start >= since or not before:
        return Sources()
    amount = readings.today(unit, start, end)
    own = readings.reported(unit, since, end).known if end >= since else False
    if readings.formula.flows:
        own_alone = end >= since and amount == readings.reported(unit, start, end)
    else:
        own_alone = amount.observed_on is not None and amount.observed_on >= since
    if own_alone:
        return Sources()
    until = min(end, since - ONE_DAY)
    used = tuple(
        one for one in before if areas.successors(one) == (unit,) and readings.today(one, start, until).known
    )
    lacking = tuple(one for one in before if one not in used)
    both = bool(readings.formula.flows and own and used)
    return Sources("both" if both else "summed", used, lacking)


def _of_former(readings: Readings, unit: int, period: Period) -> Sources:
    """A former province: after its merger the communes of today that lead back to it, or nobody knows."""
    areas, start, end = readings.areas, period.start, period.end
    until = areas.members(unit)[-1].valid_to
    if until is None or end < until:
        return Sources()
    reason = why_unknown(readings, unit, max(start, until), end)
    amount = readings.former(unit, start, end)
    own = start < until and readings.today(unit, start, until - ONE_DAY).known
    if not own:
        return Sources("unknown", reason=reason) if reason else Sources("recovered")
    if reason:
        return Sources(reason=reason)  # of a part of the period only
    if readings.formula.flows:
        return Sources("both_recovered")
    later = amount.observed_on is not None and amount.observed_on >= until
    return Sources("recovered" if later else "own")


def why_unknown(readings: Readings, unit: int, start: date, end: date) -> str:
    """Why a former province's amount after its merger can't be known; empty where it can, or isn't reported.

    `split`: it went into several provinces. `no_communes`, `leads_nowhere`, `shared`: the communes of its
    successor are not there, don't lead back, or lead to another former province too. `province_only`: the
    successor reports itself and its communes don't.
    """
    areas = readings.areas
    if len(successors := areas.successors(unit)) != 1:
        return "split"
    communes = areas.communes(successors[0], end)
    if not communes:
        return "no_communes"
    origins = [areas.origins(commune.key) for commune in communes]
    if not all(origins):
        return "leads_nowhere"
    if areas.recovered_communes(unit, end) is None:
        return "shared"
    later = readings.former(unit, start, end)
    whole = readings.reported(successors[0], start, end)
    return "province_only" if not later.known and whole.known and not whole.by_communes else ""


def reported_of(areas: Areas, code: str, period: Period) -> Composition:
    """Whose reports stand under a code at the end of a period; a code may have been another province's."""
    units = areas.units_with_code(code)
    there = [unit for unit in units if areas.in_force(unit, period.end)]
    named = tuple(_names(areas, unit, period.end) for unit in there) if len(units) > 1 else ()
    return Composition("own", named)


def _names(areas: Areas, unit: int, day: date) -> tuple[str, str]:
    version = areas.version_at(unit, day)
    return version.name_vi, version.name_en
