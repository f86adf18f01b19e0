"""The numbers that pages, exports and the API show: the warehouse's rows turned into values.

A question goes to the newest state of the warehouse that was seen (`states`), to kept answers (`cache`), and
else to what makes it (`values`, `cards`, `whole`) from facts (`facts`), kept by day (`endings`).
The key of everything kept holds that state, the definitions and today: nothing is cleared by hand.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine

from geodata.provinces import kind
from indicators.areas import BOUNDARIES, Areas
from indicators.cards import Card
from indicators.catalogue import Catalogue
from indicators.disclosure import MIN_CELL, NOTHING_HIDDEN, Hidden
from indicators.errors import UnknownParameter
from indicators.groups import GroupValue
from indicators.listed import Listed
from indicators.loads import Changes, Load, Origin
from indicators.measure_families import circle_of
from indicators.milestones import Milestone
from indicators.model import COUNTRY, Indicator, Series, ValueTable
from indicators.peers import Peers
from indicators.periods import Period, last_whole_month
from indicators.progress import DEFAULT_THRESHOLDS, Thresholds
from indicators.projection import Projection
from indicators.quality import Quality
from indicators.readings import ENOUGH
from indicators.reporting import Reporting
from indicators.scorecard import Column
from indicators.sources import Source
from indicators.systems import SystemState
from indicators.tasks import TaskReport
from indicators.territory import Territory, territory
from repository import cards, values, whole
from repository.asked import Asked, one_of
from repository.cache import Answers
from repository.facts import KEPT_FACTS, KeptReadings
from repository.known import known_as_of
from repository.peers import MINORITY_SHARE, PEERS, group_codes
from repository.shared import marked
from repository.state import SERIES_FREQUENCIES
from repository.states import LOOK_SECONDS, States

Answer = TypeVar("Answer")


class Repository:
    """Reads the warehouse and answers with values. Raises WarehouseError and UnknownParameter.

    Every question can be asked `as_of_load`: what was known then. None is the newest approved load.
    """

    def __init__(
        self,
        engine: Engine,
        catalogue: Catalogue,
        folder: Path,
        *,
        thresholds: Thresholds = DEFAULT_THRESHOLDS,
        enough: float = ENOUGH,
        min_cell: int = MIN_CELL,
        today: Callable[[], date] = date.today,
        look_seconds: float = LOOK_SECONDS,
        kept_facts: int = KEPT_FACTS,
    ):
        self.catalogue, self.thresholds, self.enough, self.today = catalogue, thresholds, enough, today
        self.answers = Answers(folder)
        self.facts = KeptReadings(self.answers.shared, kept_facts)
        judged_by = thresholds, enough, min_cell
        self.states = States(engine, catalogue, *judged_by, today, self.answers.shared, look_seconds)

    def read_load(self) -> int | None:
        """The newest approved load; None where none is approved."""
        return self.states.newest().load_id

    def read_state(self) -> str:
        """A mark that changes whenever an answer may: with loads, approvals, definitions, settings, days."""
        return self.states.of().mark

    def read_areas(self) -> Areas:
        """The areas of the warehouse with their succession."""
        return self.states.newest().areas

    def read_loads(self) -> tuple[Load, ...]:
        """Every load that the log knows, newest first, those not yet approved among them."""
        return self.states.newest().log

    def read_sources(self, as_of_load: int | None = None) -> tuple[Source, ...]:
        """The systems that deliver, and how old what they sent last is; the stale ones first."""
        return self._answer(whole.sources_of, "", as_of_load)

    def read_reporting(self, as_of_load: int | None = None) -> Reporting:
        """How many reports were due, came, and came in time, by today's provinces and months."""
        return self._answer(whole.reporting_of, "", as_of_load)

    def read_listed(self, as_of_load: int | None = None) -> tuple[Listed, ...]:
        """What provinces are asked to mend: reports late or missing, and everything left out, with names."""
        return self._answer(whole.listed_of, "", as_of_load)

    def read_values(
        self,
        indicator: str,
        period: str | None = None,
        boundaries: str = "34",
        parent: str | None = None,
        as_of_load: int | None = None,
    ) -> ValueTable:
        """The values of a period in every province, or in every commune of `parent`.

        Where no period is asked for it is the newest with data.
        """
        one_of("boundaries", boundaries, BOUNDARIES)
        return self._answer(values.values_of, indicator, as_of_load, period, boundaries, parent)

    def read_series(
        self,
        indicator: str,
        area_code: str = COUNTRY,
        boundaries: str = "34",
        frequency: str = "quarter",
        as_of_load: int | None = None,
    ) -> Series:
        """The path of an indicator in an area over all its months, quarters or years."""
        one_of("boundaries", boundaries, BOUNDARIES)
        one_of("frequency", frequency, SERIES_FREQUENCIES)
        return self._answer(values.series_of, indicator, as_of_load, area_code, boundaries, frequency)

    def read_periods(self, indicator: str, as_of_load: int | None = None) -> dict[str, tuple[str, ...]]:
        """The codes of the periods with data by frequency, oldest first."""
        return self._answer(values.periods_of, indicator, as_of_load)

    def read_projection(
        self,
        indicator: str,
        area_code: str = COUNTRY,
        boundaries: str = "34",
        period: str | None = None,
        as_of_load: int | None = None,
    ) -> Projection | None:
        """Where the pace up to the end of a period leads; None without a target ahead or with few points."""
        one_of("boundaries", boundaries, BOUNDARIES)
        if self._definition(indicator).kind == "milestone":
            return None
        return self._answer(values.projection_of, indicator, as_of_load, area_code, boundaries, period)

    def read_card(self, indicator: str, as_of_load: int | None = None) -> Card:
        """What the overview says of an indicator: its newest national value, its path and its change."""
        return self._answer(cards.card_of, indicator, as_of_load, self._last_month(as_of_load))

    def read_column(self, indicator: str, period: str | None = None, as_of_load: int | None = None) -> Column:
        """The newest values of today's provinces that the end of a period knows, judged on that day."""
        return self._answer(cards.column_of, indicator, as_of_load, period, self._last_month(as_of_load))

    def read_paths(self, indicator: str, as_of_load: int | None = None) -> dict[str, Series]:
        """The paths of today's provinces and of the country, by code."""
        return self._answer(cards.paths_of, indicator, as_of_load)

    def read_zones(
        self,
        indicator: str,
        period: str,
        boundaries: str = "34",
        parent: str | None = None,
        as_of_load: int | None = None,
    ) -> tuple[GroupValue, ...]:
        """The values of the communes of zones I, II, III and outside; none where communes don't report."""
        definition = self._definition(indicator)
        if definition.level != "commune" or definition.kind == "milestone":
            return ()
        return self._answer(values.zones_of, indicator, as_of_load, period, boundaries, parent)

    def read_ethnic_groups(
        self,
        indicator: str,
        period: str,
        area_code: str = COUNTRY,
        boundaries: str = "34",
        as_of_load: int | None = None,
    ) -> tuple[GroupValue, ...]:
        """The value of each ethnic group that has rows of its own, the largest first; mostly none has."""
        return self._answer(values.ethnic_groups_of, indicator, as_of_load, period, area_code, boundaries)

    def read_origin(
        self,
        indicator: str,
        area_code: str = COUNTRY,
        period: str | None = None,
        boundaries: str = "34",
        as_of_load: int | None = None,
    ) -> Origin:
        """Where a value comes from: measures, loads, what its area was made of."""
        return self._answer(values.origin_of, indicator, as_of_load, area_code, period, boundaries)

    def read_hidden(self, indicator: str) -> Hidden:
        """What is hidden of an indicator and of those it would give away, found once for all loads."""
        codes = circle_of(self.catalogue, indicator)
        return self._answer(values.hidden_of, codes[0], None, *codes) if codes else NOTHING_HIDDEN

    def read_milestones(
        self, period: str | None = None, boundaries: str = "34", as_of_load: int | None = None
    ) -> tuple[Milestone, ...]:
        """How every area stands with every milestone of the set at the end of a period, or today."""
        one_of("boundaries", boundaries, BOUNDARIES)
        return self._answer(whole.milestones_of, "", as_of_load, period, boundaries)

    def read_systems(self, as_of_load: int | None = None) -> tuple[SystemState, ...]:
        """The information systems that the decisions name, each with its newest report."""
        return self._answer(whole.systems_of, "", as_of_load)

    def read_tasks(self, as_of_load: int | None = None) -> tuple[TaskReport, ...]:
        """How every body stands with every listed task it has a part in; those without a report too."""
        return self._answer(whole.tasks_of, "", as_of_load)

    def read_changes(self, since: int) -> Changes:
        """What loads after `since` changed: revised figures and national values then and now."""
        return self._answer(whole.changes_of, "", None, since)

    def read_province_codes(self) -> tuple[str, ...]:
        """The codes that provinces of any time have or had, in their order."""
        return self.read_areas().province_codes()

    def read_predecessors(self, area_code: str) -> tuple[tuple[str, str, str], ...]:
        """Code and names of the former provinces that were merged into a province of today."""
        former = self.read_areas().former_provinces(area_code, self.today())
        return tuple((version.code, version.name_vi, version.name_en) for version in former)

    def read_peers(self, area_code: str, period: str | None = None, as_of_load: int | None = None) -> Peers:
        """The provinces of today most like one, with what they are compared by, at the end of a period.

        Raises UnknownParameter for an area that is no province of today.
        """
        code = MINORITY_SHARE if MINORITY_SHARE in self.catalogue else ""
        return self._answer(
            whole.peers_of, code, as_of_load, area_code, period, self.states.of(as_of_load).day
        )

    def read_group(
        self, group: str, area_code: str, period: str | None = None, as_of_load: int | None = None
    ) -> tuple[str, ...]:
        """The codes that a province is compared with: `peers`, `region` (its former one), or those named."""
        found = self.read_peers(area_code, period, as_of_load) if group == PEERS else None
        return group_codes(group, area_code, found)

    def read_territory(self, area_code: str, boundaries: str, period: str) -> Territory:
        """A province chosen under a set of boundaries, with the provinces it is made of or went into."""
        one_of("boundaries", boundaries, BOUNDARIES)
        return territory(self.read_areas(), area_code, boundaries, Period.parse(period).end, kind)

    def read_former_series(
        self, indicator: str, found: Territory, frequency: str = "quarter", as_of_load: int | None = None
    ) -> tuple[Series, ...]:
        """The paths of the provinces that were merged into one, as they reported, up to the merger.

        None where nothing was merged. With its own path since then they are its series "as reported".
        """
        return tuple(
            found.before_merger(self.read_series(indicator, one.code, "63", frequency, as_of_load))
            for one in (found.former if found.merged_on else ())
        )

    def read_quality(self, as_of_load: int | None = None) -> Quality:
        """What is left out of the numbers, with its reason, and how complete and timely the reports are."""
        return self._answer(whole.quality_of, "", as_of_load)

    def kept(
        self, question: str, code: str, as_of_load: int | None, make: Callable[[], Answer], *parts: object
    ) -> Answer:
        """What others make of the answers, kept as the answers are: made once, for all workers."""
        self._definition(code)
        state = self.states.of(as_of_load)
        key = (state.mark, question, code, as_of_load, *parts)
        return self.answers.find(key, lambda: marked(*key), lambda: self.states.held(state, make))

    def _last_month(self, as_of_load: int | None) -> str:
        return last_whole_month(self.states.of(as_of_load).day).code

    def _definition(self, code: str) -> Indicator:
        if code not in self.catalogue:
            raise UnknownParameter("indicator", code, self.catalogue.codes, missing=True)
        return self.catalogue[code]

    def _answer(
        self, answer: Callable[..., Answer], code: str, as_of_load: int | None, *parts: object
    ) -> Answer:
        """The answer to a question about an indicator, or about all where no code is given."""
        if code:
            self._definition(code)
        state = self.states.of(as_of_load)
        name = answer.__name__
        return self.answers.find(
            (state.mark, name, code, as_of_load, *parts),
            lambda: marked(state.mark_of(code), name, code, *parts),
            lambda: self.states.held(state, lambda: answer(Asked(self, state, code), *parts)),
            lambda found: known_as_of(found, state.load_id),
        )
