"""The numbers that pages, exports and the API show: the warehouse's rows turned into values.

The key of everything kept holds the warehouse's fingerprint, the definitions and today, so nothing is cleared
by hand: a new load, an approval or a changed definition makes new keys. What is computed stays in the process
for the newest states, what is answered goes to the disk cache that all workers share.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256
from threading import Lock
from typing import Any, TypeVar

from diskcache import Cache
from sqlalchemy import Engine

from dimensions import Dimensions, read_dimensions
from indicators.areas import BOUNDARIES, Areas
from indicators.catalogue import DEFINITIONS, Catalogue
from indicators.errors import UnknownParameter
from indicators.formulas import Formula, unsound_pairs
from indicators.model import COUNTRY, Projection, Series, Target, ValueTable
from indicators.own_targets import TargetRow, own_targets
from indicators.periods import FREQUENCIES, Period, period_of, periods_between
from indicators.progress import DEFAULT_THRESHOLDS, Thresholds, active_target
from indicators.projection import projection
from indicators.quality import Quality
from indicators.readings import ENOUGH, Readings
from indicators.soundness import Row, sound_facts
from indicators.values import AmountOf, Scope, path_amount, series, value_table
from warehouse.facts import read_facts, read_target_rows
from warehouse.read import read_fingerprint
from wrong_content import read_quality

KEPT_READINGS = 8
# What was computed by an earlier release is not an answer of this one.
CALCULATION = sha256(
    b"".join(file.read_bytes() for file in sorted(DEFINITIONS.parent.glob("*.py")))
).hexdigest()
SERIES_FREQUENCIES = ("month", "quarter", "year")
Answer = TypeVar("Answer")


class Repository:
    """Reads the warehouse and answers with values. Raises WarehouseError and UnknownParameter."""

    def __init__(
        self,
        engine: Engine,
        catalogue: Catalogue,
        cache: Cache,
        *,
        thresholds: Thresholds = DEFAULT_THRESHOLDS,
        enough: float = ENOUGH,
        today: Callable[[], date] = date.today,
    ):
        self.engine, self.catalogue, self.cache = engine, catalogue, cache
        self.thresholds, self.enough, self.today = thresholds, enough, today
        self._dimensions: Dimensions | None = None
        self._readings: OrderedDict[tuple, Readings] = OrderedDict()
        self._locks = {code: Lock() for code in catalogue.codes}
        self._quality_lock = Lock()
        self._dimensions_lock = Lock()

    def read_load(self) -> int | None:
        """The newest approved load; None where none is approved."""
        return self._read_dimensions().load_id

    def read_state(self) -> str:
        """A mark that changes whenever an answer may: with loads, approvals, definitions, settings, days."""
        return _mark(self._key(self._read_dimensions()))

    def read_areas(self) -> Areas:
        """The areas of the warehouse with their succession."""
        return self._read_dimensions().areas

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

        def answer(dimensions: Dimensions, readings: Readings) -> ValueTable:
            found = asked or readings.newest() or period_of(self.today(), "month")
            scope = Scope(
                self._load(dimensions, as_of_load),
                self.thresholds,
                self._own_targets(dimensions, indicator, as_of_load),
            )
            return value_table(readings, found, boundaries, parent, scope)

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

        def answer(dimensions: Dimensions, readings: Readings) -> Series:
            return series(readings, area_code, boundaries, frequency, self._load(dimensions, as_of_load))

        return self._answered("series", indicator, as_of_load, answer, area_code, boundaries, frequency)

    def read_periods(self, indicator: str, as_of_load: int | None = None) -> dict[str, tuple[str, ...]]:
        """The codes of the periods with data by frequency, oldest first."""

        def answer(_: Dimensions, readings: Readings) -> dict[str, tuple[str, ...]]:
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

        def answer(dimensions: Dimensions, readings: Readings) -> Projection | None:
            found = asked or readings.newest()
            if found is None:
                return None
            definition, targets = readings.formula.indicator, readings.formula.indicator.targets
            amount: AmountOf = readings.country
            if area_code != COUNTRY:
                unit = dimensions.areas.find_province(area_code, boundaries, found.end)
                targets = self._own_targets(dimensions, indicator, as_of_load).get(unit, targets)
                amount = path_amount(readings, unit, boundaries, found.end)
            target = active_target(
                [one for one in targets if one.superseded_on is None or found.end < one.superseded_on],
                found.end,
            )
            ended = definition.applicable_until is not None and found.end > definition.applicable_until
            if target is None or ended or found.end >= target.date:
                return None
            return projection(definition, readings.path(amount, found.end), target.date, target.value)

        return self._answered("projection", indicator, as_of_load, answer, area_code, boundaries, period)

    def read_predecessors(self, area_code: str) -> tuple[tuple[str, str, str], ...]:
        """Code and names of the former provinces that were merged into a province of today."""
        areas = self.read_areas()
        unit = areas.find_province(area_code, "34", self.today())
        former = [areas.members(earlier)[-1] for earlier in areas.predecessors(unit)]
        return tuple((version.code, version.name_vi, version.name_en) for version in former)

    def read_quality(self, as_of_load: int | None = None) -> Quality:
        """What is left out of the numbers, with its reason, and how complete and timely the reports are."""
        dimensions = self._read_dimensions()
        load_id = self._load(dimensions, as_of_load)
        rules = dimensions.rules(as_of_load, self.today())
        key = (*self._key(dimensions), "quality", as_of_load)
        return self._cached(
            key,
            lambda: read_quality(self.engine, self.catalogue, dimensions, rules, load_id),
            self._quality_lock,
        )

    def _answered(
        self,
        question: str,
        code: str,
        as_of_load: int | None,
        answer: Callable[[Dimensions, Readings], Answer],
        *parts: Any,
    ) -> Answer:
        if code not in self.catalogue:
            raise UnknownParameter("indicator", code, self.catalogue.codes, missing=True)
        dimensions = self._read_dimensions()
        self._load(dimensions, as_of_load)
        key = (*self._key(dimensions), question, code, as_of_load, *parts)
        return self._cached(
            key,
            lambda: answer(dimensions, self._read_readings(dimensions, code, as_of_load)),
            self._locks[code],
        )

    def _cached(self, key: tuple, answer: Callable[[], Answer], lock: Lock) -> Answer:
        """The answer kept under a key; of those who ask for it at once, one computes and the others wait."""
        marked = _mark(key)
        found = self.cache.get(marked)
        if found is None:
            with lock:
                found = self.cache.get(marked)
                if found is None:
                    found = (answer(),)
                    self.cache.set(marked, found)
        return found[0]

    def _key(self, dimensions: Dimensions) -> tuple:
        return (
            dimensions.fingerprint,
            CALCULATION,
            self.catalogue.definition_hash,
            self.thresholds,
            self.enough,
            self.today(),
        )

    def _load(self, dimensions: Dimensions, as_of_load: int | None) -> int | None:
        if as_of_load is not None and as_of_load not in dimensions.approved:
            raise UnknownParameter("as_of_load", str(as_of_load), tuple(map(str, dimensions.approved)))
        return dimensions.load_id if as_of_load is None else as_of_load

    def _read_readings(self, dimensions: Dimensions, code: str, as_of_load: int | None) -> Readings:
        """The readings of an indicator, made once for a state of the warehouse; the least used go."""
        key = (*self._key(dimensions), code, as_of_load)
        found = self._readings.pop(key, None) or self._make_readings(dimensions, code, as_of_load)
        self._readings[key] = found
        while len(self._readings) > KEPT_READINGS:
            self._readings.popitem(last=False)
        return found

    def _make_readings(self, dimensions: Dimensions, code: str, as_of_load: int | None) -> Readings:
        indicator = self.catalogue[code]
        weight = dimensions.weights.get(indicator.numerator[0]) if indicator.kind == "score" else None
        formula = Formula(indicator, dimensions.flows & set(indicator.measures), weight)
        rows = map(Row._make, read_facts(self.engine, formula.measures))
        facts, _ = sound_facts(rows, dimensions.rules(as_of_load, self.today()))
        pairs, _ = unsound_pairs(indicator, facts)
        return Readings(formula, dimensions.areas, pairs, self.enough)

    def _own_targets(
        self, dimensions: Dimensions, code: str, as_of_load: int | None
    ) -> Mapping[int, tuple[Target, ...]]:
        """Provinces' own targets of an indicator by unit."""
        rows = map(TargetRow._make, read_target_rows(self.engine, dimensions.fingerprint.optional))
        directions = {one.code: one.direction for one in self.catalogue}
        found, _ = own_targets(rows, directions, dimensions.rules(as_of_load, self.today()))
        return found.get(code, {})

    def _read_dimensions(self) -> Dimensions:
        fingerprint = read_fingerprint(self.engine)
        found = self._dimensions
        if found is None or found.fingerprint != fingerprint:
            with self._dimensions_lock:
                found = self._dimensions
                if found is None or found.fingerprint != fingerprint:
                    found = self._dimensions = read_dimensions(self.engine, fingerprint)
        return found


def _one_of(parameter: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise UnknownParameter(parameter, value, allowed)


def _mark(key: tuple) -> str:
    return sha256(repr(key).encode()).hexdigest()[:24]
