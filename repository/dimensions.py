"""What a state of the warehouse knows beside its facts: areas, measures, ethnic groups and loads."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from hashlib import sha256
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Engine, Row

from indicators.areas import Areas, AreaVersion
from indicators.loads import Load
from indicators.own_targets import TargetRow
from indicators.soundness import Rules
from repository.brought import Brought
from warehouse import queries
from warehouse.facts import read_target_rows
from warehouse.read import Fingerprint, read_rows
from warehouse.values import day, flag, moment, number


class MeasureNames(NamedTuple):
    """What the warehouse calls a measure."""

    name_vi: str
    name_en: str
    unit: str
    accumulation: str


@dataclass(frozen=True, slots=True)
class Dimensions:
    """What a state of the warehouse knows beside its facts."""

    fingerprint: Fingerprint
    areas: Areas
    additive: dict[str, bool]
    flows: frozenset[str]
    weights: dict[str, str]
    measures: dict[str, MeasureNames]
    ethnic_groups: dict[str, tuple[str, str]]
    targets: tuple[TargetRow, ...]  # provinces' own
    log: tuple[Load, ...]  # newest first
    loads: frozenset[int]
    approved: tuple[int, ...]
    content: str  # a mark of areas, measures and ethnic groups
    brought: Brought = field(default_factory=dict)  # by the approved loads

    @property
    def load_id(self) -> int | None:
        """The newest approved load."""
        return self.approved[-1] if self.approved else None

    def rules(self, as_of_load: int | None, today: date) -> Rules:
        """What rows are held against, as of a load (the newest where none is named) and a day."""
        return Rules(
            self.areas,
            self.additive,
            self.ethnic_groups,
            frozenset(self.approved),
            self.loads,
            as_of_load,
            today,
        )


def read_dimensions(engine: Engine, fingerprint: Fingerprint, seen: Dimensions | None = None) -> Dimensions:
    """The dimensions of the warehouse in the state that a fingerprint marks.

    Where what was `seen` before is as it was its areas are used further, with all that was found of them.
    """
    read = partial(read_rows, engine)
    areas, successions = read(queries.select_areas()), read(queries.select_successions())
    groups, named = read(queries.select_ethnic_groups()), read(queries.select_measures())
    content = _content(areas, successions, groups, named)
    # A measure that does not say how it adds up is not known: its rows are listed, not guessed at.
    measures = [
        row for row in named if flag(row.additive) is not None and row.accumulation in ("stock", "flow")
    ]
    loads = [row for row in read(queries.select_loads()) if isinstance(row.load_id, int)]
    return Dimensions(
        fingerprint=fingerprint,
        areas=seen.areas if seen and seen.content == content else _areas(areas, successions),
        additive={row.measure_code: bool(flag(row.additive)) for row in measures},
        flows=frozenset(row.measure_code for row in measures if row.accumulation == "flow"),
        weights={row.measure_code: row.weight_measure for row in measures if row.weight_measure},
        measures={row.measure_code: _names(row) for row in measures},
        ethnic_groups={
            row.ethnic_code: (row.name_vi or row.ethnic_code, row.name_en or row.ethnic_code)
            for row in groups
        },
        targets=tuple(map(TargetRow._make, read_target_rows(engine, fingerprint.optional))),
        log=tuple(_load(row) for row in reversed(loads)),
        loads=frozenset(row.load_id for row in loads),
        approved=tuple(sorted(row.load_id for row in loads if (row.approved_by or "").strip())),
        content=content,
    )


def _content(*tables: Sequence[Row[Any]]) -> str:
    mark = sha256()
    for row in chain.from_iterable(tables):
        mark.update(repr(tuple(row)).encode())
    return mark.hexdigest()


def _areas(areas: Sequence[Row[Any]], successions: Sequence[Row[Any]]) -> Areas:
    versions = [version for row in areas if (version := _version(row))]
    return Areas.of(versions, [(row.predecessor_key, row.successor_key) for row in successions])


def _names(row: Row[Any]) -> MeasureNames:
    names = (row.name_vi or row.measure_code, row.name_en or row.measure_code)
    return MeasureNames(*names, row.unit or "", row.accumulation)


def _load(row: Row[Any]) -> Load:
    texts = (row.approved_by or "", row.note or "")
    counts = [number(count) for count in (row.rows_received, row.rows_accepted, row.rows_rejected)]
    whole = [None if count is None else int(count) for count in counts]
    return Load(row.load_id, row.source_system or "", moment(row.loaded_at), *texts, *whole)


def _version(row: Row[Any]) -> AreaVersion | None:
    """The area version of a row; None without a key, a code, or dates that can be read."""
    since, until = day(row.valid_from), day(row.valid_to)
    unreadable = row.valid_to is not None and until is None and row.valid_to != "infinity"
    if row.area_key is None or not row.area_code or since is None or unreadable:
        return None
    names = (row.name_vi or row.area_code, row.name_en or row.area_code)
    return AreaVersion(row.area_key, row.area_code, row.level, *names, row.parent_key, since, until, row.zone)
