"""Milestone reports from the warehouse: how areas stand, and the values and series made from that."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Engine

from indicators.catalogue import Catalogue
from indicators.milestone_values import Reported, milestone_path, milestone_table, standing, standings
from indicators.milestones import Milestone, MilestoneReport, first_report, sound_reports
from indicators.model import COUNTRY, Fault, Series, ValueTable
from indicators.periods import FREQUENCIES, Period, period_of, periods_between
from indicators.soundness import Rules
from indicators.system_list import system_list
from indicators.systems import System, SystemState
from indicators.values import COUNTRY_NAMES
from repository.dimensions import Dimensions
from repository.state import State
from repository.targets import read_own_targets
from warehouse.deeds import read_milestone_rows


def read_milestones(
    state: State, day: date, boundaries: str, code: str | None = None
) -> tuple[Milestone, ...]:
    """How every area stands on a day with every milestone of the catalogue, or with one of them."""
    found = _sound(state)
    codes = [one.code for one in state.catalogue if one.kind == "milestone" and code in (None, one.code)]
    return tuple(
        milestone for one in codes for milestone in standings(_reported(state, one, found), day, boundaries)
    )


def milestone_values(
    state: State, code: str, period: Period | None, boundaries: str, parent: str | None
) -> ValueTable:
    """A milestone as values: 1 where it is completed, else 0; for the country the number of provinces.

    Where no period is asked for it is today's month, judged today.
    """
    asked, day = period or period_of(state.today, "month"), period.end if period else state.today
    return milestone_table(_reported(state, code, _sound(state)), asked, day, boundaries, parent)


def milestone_series(state: State, code: str, area_code: str, boundaries: str, frequency: str) -> Series:
    """How many areas had completed a milestone at the end of each period."""
    reported, since = _reported(state, code, _sound(state)), _first_report(state, code)
    return milestone_path(reported, since, state.today, area_code, boundaries, frequency)


def milestone_periods(state: State, code: str) -> dict[str, tuple[str, ...]]:
    """The codes of the periods, by frequency, from the first report on a milestone to today."""
    since = _first_report(state, code)
    return {
        frequency: tuple(
            period.code for period in (periods_between(since, state.today, frequency) if since else ())
        )
        for frequency in FREQUENCIES
    }


def read_system_states(state: State) -> tuple[SystemState, ...]:
    """Every listed system with its newest milestone report, judged today."""
    found = _sound(state)
    return tuple(SystemState(system, _system_milestone(state, system, found)) for system in system_list())


def milestone_faults(
    engine: Engine, catalogue: Catalogue, dimensions: Dimensions, rules: Rules
) -> list[Fault]:
    """What is wrong with milestone reports."""
    return _read_sound(engine, catalogue, dimensions, rules)[1]


Sound = Mapping[tuple[str, int], MilestoneReport]


def _sound(state: State) -> Sound:
    return _read_sound(state.engine, state.catalogue, state.dimensions, state.rules)[0]


def _read_sound(
    engine: Engine, catalogue: Catalogue, dimensions: Dimensions, rules: Rules
) -> tuple[Sound, list[Fault]]:
    rows = read_milestone_rows(engine, dimensions.fingerprint.optional)
    return sound_reports(map(MilestoneReport._make, rows), _asked(catalogue), rules)


def _asked(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """The levels of the areas that each milestone is asked of, by code: indicators' and systems' own."""
    asked: dict[str, tuple[str, ...]] = {system.milestone: ("country",) for system in system_list()}
    for indicator in catalogue:
        if indicator.kind == "milestone":
            by_province = indicator.level != "country"
            asked[indicator.code] = ("country", "province") if by_province else ("country",)
    return asked


def _reported(state: State, code: str, found: Sound) -> Reported:
    mine = {unit: report for (one, unit), report in found.items() if one == code}
    own_targets = read_own_targets(state, code)
    return Reported(state.catalogue[code], state.dimensions.areas, mine, own_targets, state.load_id)


def _first_report(state: State, code: str) -> date | None:
    rows = read_milestone_rows(state.engine, state.dimensions.fingerprint.optional)
    return first_report((MilestoneReport(*row) for row in rows if row.code == code), state.rules)


def _system_milestone(state: State, system: System, found: Sound) -> Milestone | None:
    code, areas = system.milestone, state.dimensions.areas
    units = [areas.unit_of(key) for key in areas.country_keys()]
    reports = [found[code, unit] for unit in units if (code, unit) in found]
    if not reports:
        return None
    if code in state.catalogue:
        deadline = _reported(state, code, found).target(None, state.today).date
    else:
        deadline = date(system.due_year, 12, 31)
    newest = max(reports, key=lambda report: report.load_id)
    return standing(code, COUNTRY, COUNTRY_NAMES, "country", deadline, newest, state.today)
