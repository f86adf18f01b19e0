"""What a state of the warehouse knows beside its facts: areas, measures, ethnic groups and loads."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy import Engine

from indicators.areas import Areas, AreaVersion
from indicators.soundness import Rules
from warehouse import queries
from warehouse.read import Fingerprint, read_rows
from warehouse.values import day, flag


@dataclass(frozen=True, slots=True)
class Dimensions:
    """What a state of the warehouse knows beside its facts."""

    fingerprint: Fingerprint
    areas: Areas
    additive: dict[str, bool]
    flows: frozenset[str]
    weights: dict[str, str]
    ethnic_codes: frozenset[str]
    loads: frozenset[int]
    approved: tuple[int, ...]

    @property
    def load_id(self) -> int | None:
        """The newest approved load."""
        return self.approved[-1] if self.approved else None

    def rules(self, as_of_load: int | None, today: date) -> Rules:
        """What rows are held against, as of a load (the newest where none is named) and a day."""
        return Rules(
            self.areas,
            self.additive,
            self.ethnic_codes,
            frozenset(self.approved),
            self.loads,
            as_of_load,
            today,
        )


def read_dimensions(engine: Engine, fingerprint: Fingerprint) -> Dimensions:
    """The dimensions of the warehouse in the state that a fingerprint marks."""
    read = partial(read_rows, engine)
    versions = []
    for row in read(queries.select_areas()):
        if (since := day(row.valid_from)) is not None:
            names, until = (row.name_vi, row.name_en), day(row.valid_to)
            versions.append(
                AreaVersion(
                    row.area_key, row.area_code, row.level, *names, row.parent_key, since, until, row.zone
                )
            )
    successions = [(row.predecessor_key, row.successor_key) for row in read(queries.select_successions())]
    measures = read(queries.select_measures())
    loads = read(queries.select_loads())
    return Dimensions(
        fingerprint=fingerprint,
        areas=Areas.of(versions, successions),
        additive={row.measure_code: bool(flag(row.additive)) for row in measures},
        flows=frozenset(row.measure_code for row in measures if row.accumulation == "flow"),
        weights={row.measure_code: row.weight_measure for row in measures if row.weight_measure},
        ethnic_codes=frozenset(row.ethnic_code for row in read(queries.select_ethnic_groups())),
        loads=frozenset(row.load_id for row in loads),
        approved=tuple(sorted(row.load_id for row in loads if row.approved_by is not None)),
    )
