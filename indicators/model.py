"""The words of the domain as frozen records. Nothing here computes; nothing here reads."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from indicators.composition import OWN, Composition

Day = date  # for records that have a field called date

Kind = Literal["ratio", "count", "score", "milestone"]
Direction = Literal["up", "down"]
Cycle = Literal["month", "quarter", "half", "year"]
Level = Literal["country", "province", "commune"]
Boundaries = Literal["34", "63", "reported"]
Operator = Literal[">=", "<=", "="]
# What asks for an indicator: one of two decisions, the guidance to provinces, a province's plan, or nobody.
Basis = Literal["1087", "330", "guidance", "province", "context"]

CYCLE_MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
COUNTRY = "VN"


@dataclass(frozen=True, slots=True)
class Target:
    """A value to be reached by a date, with the text that sets it.

    `value` is in the indicator's unit. `interim` marks a point of the path that a plan names: it shapes the
    expected path and is never judged by itself. From `superseded_on` the target no longer counts. Where
    `provinces` names codes the target is that of their own plans, and nobody else has it.
    """

    date: Day
    value: float
    operator: Operator
    legal_basis: str
    interim: bool = False
    superseded_on: Day | None = None
    superseded_by: str = ""
    provinces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Baseline:
    """The starting point that a plan states for the country: a value in the indicator's unit and its date."""

    value: float
    date: Day
    source: str


@dataclass(frozen=True, slots=True)
class Review:
    """Who drafted a definition and who checked it; empty strings and None mean: not yet."""

    drafted_by: str
    checked_by: str = ""
    checked_on: date | None = None
    next_review: date | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator as its definition file states it.

    A ratio is the sum of the `numerator` measures over the sum of the `denominator` measures, in percent.
    With more than one measure on a side both sides have as many, in the same order: part by part. A count has
    numerators alone; a score has one numerator that is averaged over areas; a milestone has no measure, its
    reports are rows of `fact_milestone` under its code. The values of a `survey` have an interval.
    """

    code: str
    name_vi: str
    name_en: str
    short_vi: str
    short_en: str
    pillar: str
    kind: Kind
    unit: str
    direction: Direction
    cycle: Cycle
    level: Level
    numerator: tuple[str, ...]
    denominator: tuple[str, ...]
    scale: tuple[float, float]
    basis: Basis
    decision: str
    clause: str
    responsible_then: str
    responsible_now: str
    why_vi: str
    why_en: str
    disputed_vi: str
    disputed_en: str
    review: Review
    targets: tuple[Target, ...] = ()
    baseline: Baseline | None = None
    parts: tuple[str, ...] = ()
    part_of: str = ""
    applicable_until: date | None = None
    ended_because_vi: str = ""
    ended_because_en: str = ""
    survey: bool = False

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures it reads, numerators first, each once."""
        return tuple(dict.fromkeys(self.numerator + self.denominator))


@dataclass(frozen=True, slots=True)
class Amount:
    """What an area amounts to in a period: the parts of a value and how much of the area stands behind them.

    For a score, numerator and denominator are the weighted sum and the weight; a score without its weight
    stands `apart`: a value of its own, part of no mean. The counts are of areas with a sound pair and of
    areas in force; they are read by communes where any province was made from its communes, else by
    provinces. Nothing expected means that nothing can be known. `observed_on` is the end of the newest row
    behind it; `partial` marks a flow with a missing part, `thin` a sum of too few of its areas. `rows` is how
    many rows made it, `loads` are those that they came with; `hidden` tells that rows of a commune are among
    them that may not stand alone.
    """

    numerator: float | None = None
    denominator: float | None = None
    provinces_reported: int = 0
    provinces_expected: int = 0
    communes_reported: int = 0
    communes_expected: int = 0
    by_communes: bool = False
    observed_on: date | None = None
    partial: bool = False
    thin: bool = False
    preliminary: bool = False
    illustrative: bool = False
    illustrative_weight: bool = False
    apart: bool = False
    loads: frozenset[int] = frozenset()
    rows: int = 0
    hidden: bool = False

    @property
    def known(self) -> bool:
        """Whether there is a number at all."""
        return self.numerator is not None

    @property
    def coverage(self) -> float | None:
        """The share of the areas in force that have a sound pair; None where nothing can be known."""
        reported, expected = (
            (self.communes_reported, self.communes_expected)
            if self.by_communes
            else (self.provinces_reported, self.provinces_expected)
        )
        return reported / expected if expected else None


@dataclass(frozen=True, slots=True)
class Observation:
    """A value at a date: a point of the path by which progress is judged; `hidden` is not to be shown."""

    on: date
    value: float
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """The status of a path against a target, with everything that a reader needs to check it.

    `pace` is R of the methodology; `required_per_year` in units of the indicator a year; `judged` is the
    observation that decided (the one at the deadline once that has passed, the last one before).
    """

    status: str
    pace: float | None = None
    required_per_year: float | None = None
    baseline: Observation | None = None
    baseline_provisional: bool = False
    target: Target | None = None
    judged: Observation | None = None
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """The value of an indicator in an area and a period, with its parts and its status.

    `value`, `gap`, `target`, `baseline` are in the indicator's unit (percent: 0 to 100), unrounded; None is
    "not known", never zero. `coverage` is a share from 0 to 1. `observed_on` is the end of the observation
    behind the status. `judged_value` and `judged_on` are what decided the status: the value at the deadline
    once that has passed. `target_basis` is the text that sets the target, `own_target` tells that it is the
    area's own plan. `interval` are the limits of a survey's value (95 %), in the indicator's unit. Of a
    `suppressed` value nothing is told, so that nobody in a small group can be known from it. `unknown` is why
    a former province's value can't be known after its merger (`why_unknown`); "" otherwise.
    """

    indicator: str
    area_code: str
    area_name: str
    area_name_en: str
    boundaries: str
    period: str
    numerator: float | None
    denominator: float | None
    value: float | None
    coverage: float | None
    provisional: bool
    preliminary: bool
    illustrative: bool
    status: str
    pace: float | None = None
    gap: float | None = None
    required_per_year: float | None = None
    baseline: float | None = None
    baseline_date: date | None = None
    baseline_provisional: bool = False
    target: float | None = None
    deadline: date | None = None
    stale: bool = False
    observed_on: date | None = None
    judged_value: float | None = None
    judged_on: date | None = None
    zone: str | None = None
    target_basis: str = ""
    own_target: bool = False
    interval: tuple[float, float] | None = None
    suppressed: bool = False
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class ValueTable:
    """The values of an indicator in a period: one for each area asked for, and the country's."""

    indicator: str
    period: str
    boundaries: str
    load_id: int | None
    values: tuple[Value, ...]
    national: Value


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One period of a series."""

    period: str
    numerator: float | None
    denominator: float | None
    value: float | None
    coverage: float | None
    provisional: bool
    preliminary: bool
    illustrative: bool
    observed_on: date | None
    composition: Composition = OWN
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """The path of an indicator in an area over its periods, oldest first."""

    indicator: str
    area_code: str
    area_name: str
    area_name_en: str
    boundaries: str
    frequency: str
    load_id: int | None
    points: tuple[SeriesPoint, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A piece of wrong content, left out of every number: its kind, where it stands, how often."""

    kind: str
    measure_code: str | None = None
    area_code: str | None = None
    period_end: date | None = None
    load_id: int | None = None
    count: int = 1
    detail: str = ""
