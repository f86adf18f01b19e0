"""A warehouse of the small country, and the repository over it."""

from datetime import date

import pytest
from sqlalchemy import create_engine, insert

from indicators.catalogue import read_catalogue
from repository import Repository
from tests.integration.small import MEASURES
from tests.unit.indicators.country import LONG_AGO, SUCCESSIONS, VERSIONS
from warehouse import tables
from warehouse.connect import open_warehouse


@pytest.fixture(autouse=True, scope="session")
def looked_at_every_time():
    """Has every repository look at its warehouse at each question, so that no test waits for it to do so."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setitem(Repository.__init__.__kwdefaults__, "look_seconds", 0)
        yield


@pytest.fixture
def warehouse(tmp_path):
    """A SQLite warehouse of the small country; `add(table, *rows)` appends to it."""
    engine = create_engine(f"sqlite:///{tmp_path / 'kho.sqlite'}")
    tables.contract.create_all(engine)

    def add(table, *rows):
        with engine.begin() as connection:
            connection.execute(insert(table), list(rows))

    for one in VERSIONS:
        add(
            tables.dim_area,
            {
                "area_key": one.key,
                "area_code": one.code,
                "level": one.level,
                "name_vi": one.name_vi,
                "name_en": one.name_en,
                "parent_key": one.parent_key,
                "valid_from": one.valid_from,
                "valid_to": one.valid_to,
            },
        )
    for before, after in SUCCESSIONS:
        add(
            tables.area_succession,
            {"predecessor_key": before, "successor_key": after, "effective_date": LONG_AGO},
        )
    for code in MEASURES:
        names = {"name_vi": code, "name_en": code, "unit": "người"}
        add(tables.dim_measure, {"measure_code": code, **names, "accumulation": "stock", "additive": True})
    add.engine, add.path = engine, tmp_path / "kho.sqlite"
    return add


@pytest.fixture
def repository(warehouse, tmp_path):
    engine = open_warehouse(f"sqlite:///{warehouse.path}")
    return Repository(
        engine, read_catalogue(), tmp_path / "cache", today=lambda: date(2026, 11, 22), look_seconds=0
    )


@pytest.fixture
def unhidden(warehouse, tmp_path):
    """The repository with the rule of small numbers switched off: small warehouses have small numbers."""
    engine = open_warehouse(f"sqlite:///{warehouse.path}")
    cache = tmp_path / "unhidden"
    return Repository(
        engine, read_catalogue(), cache, min_cell=0, today=lambda: date(2026, 11, 22), look_seconds=0
    )
