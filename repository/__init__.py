"""The numbers that pages, exports and the API show: the warehouse's rows turned into values.

The key of everything kept holds the warehouse's fingerprint, the definitions and today, so nothing is cleared
by hand: a new load, an approval or a changed definition makes new keys. What is computed stays in the process
for the newest states, what is answered goes to the disk cache that all workers share.
"""

from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from diskcache import Cache
from sqlalchemy import Engine

from geodata.provinces import kind
from indicators.areas import BOUNDARIES, MERGER, Areas
from indicators.cards import Card
from indicators.catalogue import DEFINITIONS, Catalogue
from indicators.disclosure import MIN_CELL, NOTHING_HIDDEN, Hidden
from indicators.errors import UnknownParameter
from indicators.groups import GroupValue, zone_values
from indicators.listed import Listed
from indicators.loads import Changes, Load, Origin
from indicators.milestones import Milestone
from indicators.model import COUNTRY, Indicator, Projection, Series, Target, Value, ValueTable
from indicators.peers import Peers
from indicators.periods import FREQUENCIES, Period, last_whole_month, period_of, periods_between
from indicators.progress import DEFAULT_THRESHOLDS, Thresholds, active_target
from indicators.projection import projection
from indicators.quality import Quality
from indicators.readings import ENOUGH, Readings
from indicators.reporting import Reporting
from indicators.scorecard import Column, judged_later
from indicators.sources import Source
from indicators.systems import SystemState
from indicators.tasks import TaskReport
from indicators.territory import Territory, territory
from indicators.values import AmountOf, path_amount, series, value_table
from repository.changes import changes_since
from repository.communes import read_commune_pages
from repository.comparison import newest_column, province_paths, read_comparison
from repository.dimensions import Dimensions, read_dimensions
from repository.disclosure import circle_of, read_hidden, without_small_numbers
from repository.groups import ethnic_group_values
from repository.milestones import (
    milestone_periods,
    milestone_series,
    milestone_values,
    read_milestones,
    read_system_states,
)
from repository.origin import read_load_log, value_origin
from repository.peers import MINORITY_SHARE, PEERS, group_codes, newest_census, province_peers
from repository.province import read_province_page
from repository.sources import read_listed, read_reporting, read_sources
from repository.state import State, read_own_targets, read_readings, read_scope
from repository.tasks import read_task_reports
from repository.wrong_content import read_quality
from warehouse.read import read_fingerprint

KEPT_FACTS = 600_000  # of all readings kept in the process; some 500 bytes each
HERE = Path(__file__).parent
# What was computed by an earlier release is not an answer of this one.
CALCULATION = sha256(
    b"".join(
        file.read_bytes()
        for folder in (DEFINITIONS.parent, HERE)
        for file in sorted((*folder.glob("*.py"), *folder.glob("lists/*.toml")))
    )
).hexdigest()
SERIES_FREQUENCIES = ("month", "quarter", "year")
LOADS_AHEAD = 2  # what was known as of so many loads is read ahead; each costs as much as all pages of now
Answer = TypeVar("Answer")


class Repository:
    """Reads the warehouse and answers with values. Raises WarehouseError and UnknownParameter.

    Every question can be asked `as_of_load`: what was known then. None is the newest approved load.
    """

    def __init__(
        self,
        engine: Engine,
        catalogue: Catalogue,
        cache: Cache,
        *,
        thresholds: Thresholds = DEFAULT_THRESHOLDS,
        enough: float = ENOUGH,
        min_cell: int = MIN_CELL,
        today: Callable[[], date] = date.today,
    ):
        self.engine, self.catalogue, self.cache = engine, catalogue, cache
        self.thresholds, self.enough, self.min_cell, self.today = thresholds, enough, min_cell, today
        self._dimensions: Dimensions | None = None
        self._readings: OrderedDict[tuple, Readings] = OrderedDict()
        self._locks: dict[str, Lock] = {}
        self._readings_lock = Lock()
        self._dimensions_lock = Lock()

    def read_ahead(self) -> None:
        """Computes what the pages show first, and keeps it: of now, then as of the last loads."""
        self._read_pages(None)
        for code in self.catalogue.codes:
            # Together, while the facts of this indicator are at hand.
            self._read_indicator_pages(code)
            read_comparison(self, code)
            read_province_page(self, code)
            read_commune_pages(self, code)
        newest_first = self._read_dimensions().approved[::-1]
        for load in newest_first[1:2]:
            self.read_changes(load)  # the quality page counts what the newest load changed
        for load in newest_first[:LOADS_AHEAD]:
            # Of all workers one does it: what they share are the answers.
            if self.cache.add(_mark((*self._key(self._state(None)), "read ahead", load)), True):
                self._read_pages(load)
                self.read_changes(load)

    def _read_pages(self, as_of_load: int | None) -> None:
        """Asks for what the pages of the whole set show as of a load."""
        for code in self.catalogue.codes:
            self.read_card(code, as_of_load)
        self.read_tasks(as_of_load)
        self.read_systems(as_of_load)
        self.read_listed(as_of_load)
        self.read_reporting(as_of_load)
        self.read_sources(as_of_load)

    def _read_indicator_pages(self, code: str) -> None:
        """Asks for what the map and the page of an indicator show first."""
        period = self.read_values(code).period
        self.read_periods(code)
        for frequency in SERIES_FREQUENCIES:
            self.read_series(code, frequency=frequency)
        self.read_projection(code, period=period)
        self.read_zones(code, period)
        self.read_ethnic_groups(code, period)
        self.read_origin(code, period=period)

    def read_load(self) -> int | None:
        """The newest approved load; None where none is approved."""
        return self._read_dimensions().load_id

    def read_state(self) -> str:
        """A mark that changes whenever an answer may: with loads, approvals, definitions, settings, days."""
        return _mark(self._key(self._state(None)))

    def read_areas(self) -> Areas:
        """The areas of the warehouse with their succession."""
        return self._read_dimensions().areas

    def read_loads(self) -> tuple[Load, ...]:
        """Every load that the log knows, newest first, those not yet approved among them."""
        return self._answered("loads", "", None, read_load_log)

    def read_sources(self, as_of_load: int | None = None) -> tuple[Source, ...]:
        """The systems that deliver, and how old what they sent last is; the stale ones first."""
        loads = self.read_loads()
        return self._answered("sources", "", as_of_load, lambda state: read_sources(state, loads))

    def read_reporting(self, as_of_load: int | None = None) -> Reporting:
        """How many reports were due, came, and came in time, by today's provinces and months."""
        loads = self.read_loads()

        def answer(state: State) -> Reporting:
            return read_reporting(state, loads, self.read_quality(as_of_load))

        return self._answered("reporting", "", as_of_load, answer)

    def read_listed(self, as_of_load: int | None = None) -> tuple[Listed, ...]:
        """What provinces are asked to mend: reports late or missing, and everything left out, with names."""
        loads = self.read_loads()

        def answer(state: State) -> tuple[Listed, ...]:
            return read_listed(state, loads, self.read_quality(as_of_load))

        return self._answered("listed", "", as_of_load, answer)

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
        _one_of("boundaries", boundaries, BOUNDARIES)
        asked = Period.parse(period) if period else None
        if self._definition(indicator).kind == "milestone":
            return self._answered(
                "values",
                indicator,
                as_of_load,
                lambda state: milestone_values(state, indicator, asked, boundaries, parent),
                period,
                boundaries,
                parent,
            )

        def answer(state: State) -> ValueTable:
            readings = self._read_readings(state, indicator)
            found = asked or readings.newest() or period_of(self.today(), "month")
            return value_table(readings, found, boundaries, parent, read_scope(state, indicator))

        return self._answered("values", indicator, as_of_load, answer, period, boundaries, parent)

    def read_series(
        self,
        indicator: str,
        area_code: str = COUNTRY,
        boundaries: str = "34",
        frequency: str = "quarter",
        as_of_load: int | None = None,
    ) -> Series:
        """The path of an indicator in an area over all its months, quarters or years."""
        _one_of("boundaries", boundaries, BOUNDARIES)
        _one_of("frequency", frequency, SERIES_FREQUENCIES)

        def answer(state: State) -> Series:
            if self._definition(indicator).kind == "milestone":
                return milestone_series(state, indicator, area_code, boundaries, frequency)
            return series(
                self._read_readings(state, indicator), area_code, boundaries, frequency, state.load_id
            )

        return self._answered("series", indicator, as_of_load, answer, area_code, boundaries, frequency)

    def read_periods(self, indicator: str, as_of_load: int | None = None) -> dict[str, tuple[str, ...]]:
        """The codes of the periods with data by frequency, oldest first."""

        def answer(state: State) -> dict[str, tuple[str, ...]]:
            if self._definition(indicator).kind == "milestone":
                return milestone_periods(state, indicator)
            readings = self._read_readings(state, indicator)
            span, seen = readings.span(), readings.observed
            return {
                frequency: tuple(
                    period.code
                    for period in (periods_between(*span, frequency) if span else ())
                    if any(period.start <= one.end <= period.end for one in seen)
                )
                for frequency in FREQUENCIES
            }

        return self._answered("periods", indicator, as_of_load, answer)

    def read_projection(
        self,
        indicator: str,
        area_code: str = COUNTRY,
        boundaries: str = "34",
        period: str | None = None,
        as_of_load: int | None = None,
    ) -> Projection | None:
        """Where the pace up to the end of a period leads; None without a target ahead or with few points."""
        _one_of("boundaries", boundaries, BOUNDARIES)
        asked = Period.parse(period) if period else None
        if self._definition(indicator).kind == "milestone":
            return None

        def answer(state: State) -> Projection | None:
            readings = self._read_readings(state, indicator)
            found = asked or readings.newest()
            if found is None:
                return None
            definition, targets = readings.formula.indicator, readings.formula.indicator.targets
            amount: AmountOf = readings.country
            if area_code != COUNTRY:
                unit = state.dimensions.areas.find_province(area_code, boundaries, found.end)
                targets = read_own_targets(state, indicator).get(unit, targets)
                amount = path_amount(readings, unit, boundaries, found.end)
            target = _target_ahead(targets, area_code, found)
            ended = definition.applicable_until is not None and found.end > definition.applicable_until
            if target is None or ended:
                return None
            return projection(definition, readings.path(amount, found.end), target.date, target.value)

        return self._answered("projection", indicator, as_of_load, answer, area_code, boundaries, period)

    def read_card(self, indicator: str, as_of_load: int | None = None) -> Card:
        """What the overview says of an indicator: its newest national value, its path and its change."""
        definition = self._definition(indicator)
        frequency = "year" if definition.cycle == "year" else "quarter"

        def answer(state: State) -> Card:
            newest = self.read_values(indicator, as_of_load=as_of_load).national
            value = self._judged_now(newest, state)
            path = self.read_series(indicator, frequency=frequency, as_of_load=as_of_load)
            earlier = Period.parse(value.period).previous_year().code
            known = value.value is not None and path.points
            before = self.read_values(indicator, earlier, as_of_load=as_of_load).national if known else None
            milestones = self.read_milestones(as_of_load=as_of_load) if definition.kind == "milestone" else ()
            mine = tuple(one for one in milestones if one.code == indicator)
            return Card(definition, value, path, before, _change(before, value), mine)

        return self._answered("card", indicator, as_of_load, answer)

    def read_column(self, indicator: str, period: str | None = None, as_of_load: int | None = None) -> Column:
        """The newest values of today's provinces that the end of a period knows, judged on that day."""
        definition, asked = self._definition(indicator), Period.parse(period) if period else None

        def read(code: str | None) -> ValueTable:
            return self.read_values(indicator, code, as_of_load=as_of_load)

        def answer(state: State) -> Column:
            newest = None
            if definition.kind != "milestone":
                newest = self._read_readings(state, indicator).newest(asked.end if asked else None)
            return newest_column(definition, newest, asked, last_whole_month(state.day), read)

        return self._answered("column", indicator, as_of_load, answer, period)

    def read_paths(self, indicator: str, as_of_load: int | None = None) -> dict[str, Series]:
        """The paths of today's provinces and of the country, by code."""
        definition = self._definition(indicator)
        codes = [value.area_code for value in self.read_values(indicator, as_of_load=as_of_load).values]

        def answer(_state: State) -> dict[str, Series]:
            return province_paths(
                definition,
                codes,
                lambda code, frequency: self.read_series(
                    indicator, code, frequency=frequency, as_of_load=as_of_load
                ),
            )

        return self._answered("paths", indicator, as_of_load, answer)

    def read_zones(
        self,
        indicator: str,
        period: str,
        boundaries: str = "34",
        parent: str | None = None,
        as_of_load: int | None = None,
    ) -> tuple[GroupValue, ...]:
        """The values of the communes of zones I, II, III and outside; none where communes don't report."""
        asked = Period.parse(period)
        definition = self._definition(indicator)
        if definition.level != "commune" or definition.kind == "milestone":
            return ()

        def answer(state: State) -> tuple[GroupValue, ...]:
            readings, hidden = self._read_readings(state, indicator), self._read_hidden(state, indicator)
            return zone_values(readings, asked, boundaries, parent, hidden)

        return self._answered("zones", indicator, as_of_load, answer, period, boundaries, parent)

    def read_ethnic_groups(
        self,
        indicator: str,
        period: str,
        area_code: str = COUNTRY,
        boundaries: str = "34",
        as_of_load: int | None = None,
    ) -> tuple[GroupValue, ...]:
        """The value of each ethnic group that has rows of its own, the largest first; mostly none has."""
        asked = Period.parse(period)

        def answer(state: State) -> tuple[GroupValue, ...]:
            hidden = self._read_hidden(state, indicator)
            return ethnic_group_values(state, indicator, area_code, asked, boundaries, hidden)

        return self._answered("groups", indicator, as_of_load, answer, period, area_code, boundaries)

    def read_origin(
        self,
        indicator: str,
        area_code: str = COUNTRY,
        period: str | None = None,
        boundaries: str = "34",
        as_of_load: int | None = None,
    ) -> Origin:
        """Where a value comes from: measures, loads, what its area was made of."""
        definition = self._definition(indicator)

        def answer(state: State) -> Origin:
            value = self._find_value(indicator, area_code, period, boundaries, as_of_load)
            readings = None if definition.kind == "milestone" else self._read_readings(state, indicator)
            return value_origin(state, value, readings)

        return self._answered("origin", indicator, as_of_load, answer, area_code, period, boundaries)

    def read_milestones(
        self, period: str | None = None, boundaries: str = "34", as_of_load: int | None = None
    ) -> tuple[Milestone, ...]:
        """How every area stands with every milestone of the set at the end of a period, or today."""
        _one_of("boundaries", boundaries, BOUNDARIES)
        day = Period.parse(period).end if period else self.today()

        def answer(state: State) -> tuple[Milestone, ...]:
            return read_milestones(state, day, boundaries)

        return self._answered("milestones", "", as_of_load, answer, period, boundaries)

    def read_systems(self, as_of_load: int | None = None) -> tuple[SystemState, ...]:
        """The information systems that the decisions name, each with its newest report."""
        return self._answered("systems", "", as_of_load, read_system_states)

    def read_tasks(self, as_of_load: int | None = None) -> tuple[TaskReport, ...]:
        """How every body stands with every listed task it has a part in; those without a report too."""

        def answer(state: State) -> tuple[TaskReport, ...]:
            return read_task_reports(state.engine, state.dimensions, state.rules)

        return self._answered("tasks", "", as_of_load, answer)

    def read_changes(self, since: int) -> Changes:
        """What loads after `since` changed: revised figures and national values then and now."""
        return self._answered(
            "changes",
            "",
            None,
            lambda state: changes_since(
                state,
                since,
                lambda code, load, period: self.read_values(code, period, as_of_load=load),
                self._hides(state),
            ),
            since,
        )

    def read_province_codes(self) -> tuple[str, ...]:
        """The codes that provinces of any time have or had, in their order."""
        versions = self.read_areas().versions.values()
        return tuple(sorted({version.code for version in versions if version.level == "province"}))

    def read_predecessors(self, area_code: str) -> tuple[tuple[str, str, str], ...]:
        """Code and names of the former provinces that were merged into a province of today."""
        areas = self.read_areas()
        unit = areas.find_province(area_code, "34", self.today())
        former = [areas.members(earlier)[-1] for earlier in areas.predecessors(unit)]
        return tuple((version.code, version.name_vi, version.name_en) for version in former)

    def read_peers(self, area_code: str, period: str | None = None, as_of_load: int | None = None) -> Peers:
        """The provinces of today most like one, with what they are compared by, at the end of a period.

        Raises UnknownParameter for an area that is no province of today.
        """
        end = Period.parse(period).end if period else None

        def answer(state: State) -> Peers:
            day, census = end or state.day, None
            if MINORITY_SHARE in self.catalogue:
                years = self.read_periods(MINORITY_SHARE, as_of_load)["year"]
                census = newest_census(
                    years, day, lambda year: self.read_values(MINORITY_SHARE, year, as_of_load=as_of_load)
                )
            return province_peers(state.dimensions.areas, area_code, day, census)

        return self._answered("peers", "", as_of_load, answer, area_code, period)

    def read_group(
        self, group: str, area_code: str, period: str | None = None, as_of_load: int | None = None
    ) -> tuple[str, ...]:
        """The codes that a province is compared with: `peers`, `region` (its former one), or those named."""
        found = self.read_peers(area_code, period, as_of_load) if group == PEERS else None
        return group_codes(group, area_code, found)

    def read_territory(self, area_code: str, boundaries: str, period: str) -> Territory:
        """A province chosen under a set of boundaries, with the provinces it is made of or went into."""
        _one_of("boundaries", boundaries, BOUNDARIES)
        return territory(self.read_areas(), area_code, boundaries, Period.parse(period).end, kind)

    def read_former_series(
        self, indicator: str, found: Territory, frequency: str = "quarter", as_of_load: int | None = None
    ) -> tuple[Series, ...]:
        """The paths of the provinces that were merged into one, as they reported, up to the merger.

        None where nothing was merged. They and the path of the province itself since then are its series
        "as reported".
        """
        if found.merged_on is None:
            return ()
        return tuple(
            found.before_merger(self.read_series(indicator, one.code, "63", frequency, as_of_load))
            for one in found.former
        )

    def read_quality(self, as_of_load: int | None = None) -> Quality:
        """What is left out of the numbers, with its reason, and how complete and timely the reports are."""

        def answer(state: State) -> Quality:
            found = read_quality(state.engine, state.catalogue, state.dimensions, state.rules, state.load_id)
            return without_small_numbers(found, state, self._hides(state))

        return self._answered("quality", "", as_of_load, answer)

    def kept(
        self, question: str, indicator: str, as_of_load: int | None, make: Callable[[], Answer], *parts: Any
    ) -> Answer:
        """What others make of the answers, kept as the answers are: made once, for all workers."""
        return self._answered(question, indicator, as_of_load, lambda _state: make(), *parts)

    def _find_value(
        self, indicator: str, area_code: str, period: str | None, boundaries: str, as_of_load: int | None
    ) -> Value:
        """The value of the country, a province or a commune."""
        newest = self.read_values(indicator, period, boundaries, as_of_load=as_of_load)
        for value in (newest.national, *newest.values):
            if value.area_code == area_code:
                return value
        if len(area_code) == 5:
            day = max(Period.parse(newest.period).end, MERGER)
            parent = self.read_areas().province_of_commune(area_code, day)
            if parent is not None:
                table = self.read_values(indicator, newest.period, "34", parent, as_of_load)
                return next(value for value in table.values if value.area_code == area_code)
        allowed = (COUNTRY, *(value.area_code for value in newest.values))
        raise UnknownParameter("area", area_code, allowed, missing=True)

    def _judged_now(self, newest: Value, state: State) -> Value:
        """The newest value with the status that it has today, not the one it had at its period's end.

        Since then its deadline may have passed, its population may have ended, or its source gone silent.
        """
        month = last_whole_month(state.day)
        if Period.parse(newest.period).end >= month.end:
            return newest
        now = self.read_values(newest.indicator, month.code, as_of_load=state.as_of_load).national
        return judged_later(newest, now)

    def _definition(self, code: str) -> Indicator:
        if code not in self.catalogue:
            raise UnknownParameter("indicator", code, self.catalogue.codes, missing=True)
        return self.catalogue[code]

    def _answered(
        self,
        question: str,
        code: str,
        as_of_load: int | None,
        answer: Callable[[State], Answer],
        *parts: Any,
    ) -> Answer:
        """The answer kept under its key; of those who ask for it at once one computes, the others wait."""
        if code:
            self._definition(code)
        state = self._state(as_of_load)
        marked = _mark((*self._key(state), question, code, as_of_load, *parts))
        found = self.cache.get(marked)
        if found is None:
            with self._locks.setdefault(marked, Lock()):
                found = self.cache.get(marked)
                if found is None:
                    found = (answer(state),)
                    self.cache.set(marked, found)
            self._locks.pop(marked, None)
        return found[0]

    def _state(self, as_of_load: int | None) -> State:
        dimensions = self._read_dimensions()
        if as_of_load is not None and as_of_load not in dimensions.approved:
            raise UnknownParameter("as_of_load", str(as_of_load), tuple(map(str, dimensions.approved)))
        return State(
            self.engine,
            self.catalogue,
            dimensions,
            self.thresholds,
            self.enough,
            self.today(),
            as_of_load,
            self.min_cell,
        )

    def _key(self, state: State) -> tuple:
        return (
            state.dimensions.fingerprint,
            CALCULATION,
            self.catalogue.definition_hash,
            state.thresholds,
            state.enough,
            state.min_cell,
            state.today,
        )

    def _read_readings(self, state: State, code: str) -> Readings:
        """The readings of an indicator, made once for a state of the warehouse; the least needed go."""
        key = (*self._key(state), code, state.as_of_load)
        with self._locks.setdefault(f"readings of {code}", Lock()):
            found = self._readings.get(key)
            found = found or read_readings(state, code, lambda: self._read_hidden(state, code))
            with self._readings_lock:
                self._readings[key] = found
                self._readings.move_to_end(key)
                while len(self._readings) > 1 and self._facts_kept() > KEPT_FACTS:
                    del self._readings[self._least_needed()]
        return found

    def _read_hidden(self, state: State, code: str) -> Hidden:
        """What is hidden of an indicator and of those it would give away, found once for all loads."""
        codes = circle_of(state, code)
        if not codes:
            return NOTHING_HIDDEN
        return self._answered("hidden", "", None, lambda newest: read_hidden(newest, codes), *codes)

    def _facts_kept(self) -> int:
        return sum(readings.fact_count for readings in self._readings.values())

    def _least_needed(self) -> tuple:
        """The key of the readings that go first: those as of a load, then those asked for longest ago."""
        before_the_last = list(self._readings)[:-1]
        return next((key for key in before_the_last if key[-1] is not None), before_the_last[0])

    def _hides(self, state: State) -> Callable[[str, int, date | None], bool]:
        """Whether what an area reported of a measure up to a day may not be told."""
        codes = {measure: one.code for one in self.catalogue for measure in one.measures}
        versions, found = state.dimensions.areas.versions, dict[str, Hidden]()

        def hides(measure: str, area_key: int, end: date | None) -> bool:
            if versions[area_key].level != "commune" or measure not in codes or end is None:
                return False
            if measure not in found:
                found[measure] = self._read_hidden(state, codes[measure])
            return found[measure].holds(measure, area_key, end)

        return hides

    def _read_dimensions(self) -> Dimensions:
        fingerprint = read_fingerprint(self.engine)
        found = self._dimensions
        if found is None or found.fingerprint != fingerprint:
            with self._dimensions_lock:
                found = self._dimensions
                if found is None or found.fingerprint != fingerprint:
                    found = self._dimensions = read_dimensions(self.engine, fingerprint)
        return found


def _target_ahead(targets: tuple[Target, ...], area_code: str, period: Period) -> Target | None:
    """The target that an area is under way to at the end of a period; None where none lies ahead."""
    in_force = [
        one
        for one in targets
        if (one.superseded_on is None or period.end < one.superseded_on)
        and (not one.provinces or area_code in one.provinces)
    ]
    found = active_target(in_force, period.end)
    return found if found is not None and period.end < found.date else None


def _change(before: Value | None, after: Value) -> float | None:
    if before is None or before.value is None or after.value is None:
        return None
    return None if before.provisional or after.provisional else after.value - before.value


def _one_of(parameter: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise UnknownParameter(parameter, value, allowed)


def _mark(key: tuple) -> str:
    return sha256(repr(key).encode()).hexdigest()[:24]
