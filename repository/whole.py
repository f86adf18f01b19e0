"""Answers about the whole set: quality, reports, tasks, milestones, systems, changes, peers."""

from collections.abc import Callable
from datetime import date

from indicators.disclosure import Hidden
from indicators.listed import Listed
from indicators.loads import Changes
from indicators.milestones import Milestone
from indicators.peers import Peers
from indicators.periods import Period
from indicators.quality import Quality
from indicators.reporting import Reporting
from indicators.sources import Source
from indicators.systems import SystemState
from indicators.tasks import TaskReport
from repository.asked import Asked
from repository.changes import changes_since
from repository.disclosure import without_small_numbers
from repository.milestones import read_milestones, read_system_states
from repository.peers import MINORITY_SHARE, newest_census, province_peers
from repository.sources import read_listed, read_reporting, read_sources
from repository.tasks import read_task_reports
from repository.wrong_content import read_quality


def quality_of(asked: Asked) -> Quality:
    """What is left out of the numbers, with its reason, and how complete and timely the reports are."""
    state = asked.state
    found = read_quality(state, asked.repository.answers.shared)
    return without_small_numbers(found, state, _hides(asked))


def sources_of(asked: Asked) -> tuple[Source, ...]:
    """The systems that deliver, and how old what they sent last is."""
    return read_sources(asked.state, asked.state.dimensions.log)


def reporting_of(asked: Asked) -> Reporting:
    """How many reports were due, came, and came in time."""
    quality = asked.repository.read_quality(asked.as_of_load)
    return read_reporting(asked.state, asked.state.dimensions.log, quality)


def listed_of(asked: Asked) -> tuple[Listed, ...]:
    """What provinces are asked to mend."""
    quality = asked.repository.read_quality(asked.as_of_load)
    return read_listed(asked.state, asked.state.dimensions.log, quality, asked.repository.answers.shared)


def tasks_of(asked: Asked) -> tuple[TaskReport, ...]:
    """How every body stands with every listed task it has a part in."""
    return read_task_reports(asked.state.engine, asked.state.dimensions, asked.state.rules)


def systems_of(asked: Asked) -> tuple[SystemState, ...]:
    """The information systems that the decisions name, each with its newest report."""
    return read_system_states(asked.state)


def milestones_of(asked: Asked, period: str | None, boundaries: str) -> tuple[Milestone, ...]:
    """How every area stands with every milestone of the set at the end of a period, or today."""
    day = Period.parse(period).end if period else asked.state.today
    return read_milestones(asked.state, day, boundaries)


def changes_of(asked: Asked, since: int) -> Changes:
    """What loads after `since` changed."""
    repository = asked.repository
    return changes_since(
        asked.state,
        since,
        lambda code, load, period: repository.read_values(code, period, as_of_load=load),
        _hides(asked),
    )


def peers_of(asked: Asked, area_code: str, period: str | None, today: date) -> Peers:
    """The provinces of today most like one, with what they are compared by, at a period's end or today."""
    repository, load = asked.repository, asked.as_of_load
    day, census = Period.parse(period).end if period else today, None
    if MINORITY_SHARE in repository.catalogue:
        years = repository.read_periods(MINORITY_SHARE, load)["year"]
        census = newest_census(
            years, day, lambda year: repository.read_values(MINORITY_SHARE, year, as_of_load=load)
        )
    return province_peers(asked.state.dimensions.areas, area_code, day, census)


def _hides(asked: Asked) -> Callable[[str, int, date | None], bool]:
    """Whether what an area reported of a measure up to a day may not be told."""
    codes = {measure: one.code for one in asked.state.catalogue for measure in one.measures}
    versions, found = asked.state.dimensions.areas.versions, dict[str, Hidden]()

    def hides(measure: str, area_key: int, end: date | None) -> bool:
        if versions[area_key].level != "commune" or measure not in codes or end is None:
            return False
        if measure not in found:
            found[measure] = asked.hidden_of(codes[measure])
        return found[measure].holds(measure, area_key, end)

    return hides
