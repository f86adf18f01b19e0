"""Which sources deliver, what a province is asked to mend, and how reports come in."""

from datetime import date

from indicators.listed import Listed, Names, listed_faults, listed_reports
from indicators.loads import Load
from indicators.quality import Obligation, Quality
from indicators.reporting import Reporting, reporting
from indicators.sources import Delivery, Source, sources
from indicators.system_list import system_list
from indicators.task_list import task_list
from repository.judged import read_judged
from repository.shared import Shared
from repository.state import State
from warehouse.facts import read_obligations
from warehouse.queries import select_measures
from warehouse.read import read_rows
from warehouse.sources import read_deliveries

ILLUSTRATIVE = "illustrative"  # the source system of made-up rows


def known_on(state: State, loads: tuple[Load, ...]) -> date:
    """The day on which the state was the newest: today, or that of the load asked for."""
    asked = next((load for load in loads if load.load_id == state.as_of_load), None)
    return asked.loaded_at.date() if asked and asked.loaded_at else state.today


def read_sources(state: State, loads: tuple[Load, ...]) -> tuple[Source, ...]:
    """The sources of the approved loads up to the one asked for, and how old what they sent last is."""
    day = known_on(state, loads)
    known = [load for load in loads if state.as_of_load is None or load.load_id <= state.as_of_load]
    deliveries = map(Delivery._make, read_deliveries(state.engine, day))
    return sources(known, deliveries, state.catalogue, day)


def read_listed(
    state: State, loads: tuple[Load, ...], quality: Quality, shared: Shared
) -> tuple[Listed, ...]:
    """Reports that came late or not at all, then everything left out of the numbers, each with its names."""
    areas, day = state.dimensions.areas, known_on(state, loads)
    names, present = _names(state), state.dimensions.fingerprint.optional
    obligations = [Obligation._make(one) for one in read_obligations(state.engine, present)]
    first_reports = read_judged(state, shared, obligations).reports
    illustrative = {load.load_id for load in loads if load.source_system == ILLUSTRATIVE}
    reports = listed_reports(obligations, first_reports, names, areas, day)
    return (*reports, *listed_faults(quality.issues, names, areas, illustrative, day))


def read_reporting(state: State, loads: tuple[Load, ...], quality: Quality) -> Reporting:
    """How many reports were due, came, and came in time, by today's provinces."""
    obligations = read_obligations(state.engine, state.dimensions.fingerprint.optional)
    day = known_on(state, loads)
    return reporting(quality.completeness, map(Obligation._make, obligations), state.dimensions.areas, day)


def _names(state: State) -> Names:
    """The names of measures, and of what reports beside measures are about: milestones, systems, tasks."""
    names = {one.code: (one.short_vi, one.short_en) for one in state.catalogue}
    names |= {one.code: (one.name_vi, one.name_en) for one in system_list()}
    names |= {one.code: (one.title_vi, one.title_en) for one in task_list()}
    for row in read_rows(state.engine, select_measures()):
        names[row.measure_code] = (row.name_vi or row.measure_code, row.name_en or row.measure_code)
    return names
