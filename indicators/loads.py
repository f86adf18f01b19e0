"""Deliveries to the warehouse, where a number comes from, and what a later delivery changed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from indicators.model import Value


@dataclass(frozen=True, slots=True)
class Load:
    """One delivery as the load log has it; `loaded_at` in UTC, None where it can't be read."""

    load_id: int
    source_system: str
    loaded_at: datetime | None
    approved_by: str
    note: str
    rows_received: int | None = None
    rows_accepted: int | None = None
    rows_rejected: int | None = None

    @property
    def approved(self) -> bool:
        """Whether somebody has approved it."""
        return bool(self.approved_by.strip())


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure behind a number, as dim_measure has it; names are the code where the table lacks it."""

    code: str
    name_vi: str
    name_en: str
    unit: str
    accumulation: str
    side: Literal["numerator", "denominator", "weight"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from: its measures, the loads that its rows came with, what the area was made of.

    `made_of` names former provinces whose rows stand behind it, `parent` the province of a commune. `rows` is
    how many rows stand behind the value, `load_id` the load as of which it holds.
    """

    value: Value
    measures: tuple[Measure, ...]
    loads: tuple[Load, ...]
    rows: int
    made_of: tuple[str, ...]
    made_of_en: tuple[str, ...]
    as_of_load: int | None
    load_id: int | None = None
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """A figure that a later load replaced; `after` None where the new row has no usable number.

    Of a `suppressed` one, which few people stand behind, neither figure is told.
    """

    measure_code: str
    area_code: str
    area_name: str
    area_name_en: str
    period_start: date
    period_end: date
    ethnic_code: str | None
    load_before: int
    before: float | None
    load_after: int
    after: float | None
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class NationalChange:
    """An indicator's national value in its newest period of either state, as known then and as known now."""

    indicator: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed between a load and a later one (the newest): loads, revised figures, national values."""

    since: int
    until: int | None
    loads: tuple[Load, ...]
    revisions: tuple[Revision, ...]
    national: tuple[NationalChange, ...]
