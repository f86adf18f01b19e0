"""The application in front of a foreign warehouse, and how its answers differ from the oracle."""

import math
from datetime import date
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app import create_app
from config import Settings
from indicators.catalogue import read_catalogue
from repository import Repository
from tests.integration.oracle import milestones
from tests.integration.oracle.found import UNKNOWN, Found, Period
from tests.integration.oracle.judgement import judged
from tests.integration.oracle.oracle import Oracle
from tests.integration.oracle.schema import span
from tests.integration.oracle.shipped import INDICATORS
from tests.integration.oracle.world import Unit, World
from warehouse.connect import open_warehouse


class Foreign:
    """One foreign warehouse with the application in front of it; without a minimum nothing is hidden."""

    def __init__(self, path: Path, min_cell: int = 0) -> None:
        self.path = path
        folder = path.parent / f"{path.stem}-data-{min_cell}"
        url = f"sqlite:///{path}"
        settings = Settings(warehouse_url=url, data_dir=folder, cache_dir=folder / "cache", min_cell=min_cell)
        self.client: FlaskClient = create_app(settings).server.test_client()
        # What the API does not tell is asked of the same answers that the pages are made of.
        engine = open_warehouse(settings.warehouse_url)
        self.repository = Repository(engine, read_catalogue(), settings.cache_dir, min_cell=min_cell)
        self.worlds: dict[int | None, World] = {}
        self.oracles: dict[tuple[str, int | None], Oracle] = {}

    def ask(self, call: str, **parameters: object) -> TestResponse:
        """The answer of one call of the data API."""
        return self.client.get(f"/api/v1/{call}", query_string=parameters)

    def told(self, call: str, **parameters: object) -> dict[str, Any]:
        """The content of a good answer."""
        answer = self.ask(call, **parameters)
        assert answer.status_code == 200, answer.text
        return dict(answer.json or {})

    def world(self, as_of: int | None = None) -> World:
        """The warehouse as plain Python."""
        if as_of not in self.worlds:
            self.worlds[as_of] = World(self.path, as_of, date.today())
        return self.worlds[as_of]

    def oracle(self, code: str, as_of: int | None = None) -> Oracle:
        """The recomputation of an indicator."""
        if (code, as_of) not in self.oracles:
            self.oracles[code, as_of] = Oracle(self.world(as_of), code)
        return self.oracles[code, as_of]


def differences(where: str, expected: dict[str, Any], got: dict[str, Any]) -> list[str]:
    """A line for each part of a value that is not as expected, numbers to 1e-9."""
    found = []
    for name, value in expected.items():
        given = got.get(name, "absent")
        if isinstance(value, float | int) and isinstance(given, float | int):
            same = math.isclose(value, given, rel_tol=1e-9, abs_tol=1e-9)
        else:
            same = value == given
        if not same:
            found.append(f"{where} {name}: expected {value}, got {given}")
    return found


def code_of(world: World, unit: Unit, on: date) -> str:
    """The code that an area had on a day, or its first or last one outside its life."""
    standing = [key for key in unit if world.areas[key].first <= on]
    return world.areas[(standing or unit[:1])[-1]].code


def expected_values(
    foreign: Foreign, code: str, period: Period, boundaries: str, as_of: int | None
) -> dict[str, dict[str, Any]]:
    """What /values must say of each province and of the country, by code."""
    world, on = foreign.world(as_of), period.end
    if INDICATORS[code].milestone:
        units = (
            milestones.provinces(world, boundaries, on) if INDICATORS[code].milestone == "province" else []
        )
        values = {world.areas[unit[-1]].code: milestones.value_of(world, code, unit, on) for unit in units}
        return values | {"VN": milestones.national_value(world, code, on)}
    oracle = foreign.oracle(code, as_of)
    expected = {"VN": judged(oracle, oracle.national(period), oracle.national, period, world.country)}
    for unit in oracle.units(boundaries, period):
        found = oracle.reader(unit, boundaries)(period)
        history = oracle.history(unit, boundaries, on)
        expected[world.areas[unit[-1]].code] = judged(oracle, found, history, period, unit)
    return expected


def compared(
    foreign: Foreign, code: str, period_code: str, boundaries: str, as_of: int | None = None
) -> list[str]:
    """How one answer of /values differs from the oracle."""
    asked = {"as_of_load": as_of} if as_of else {}
    answer = foreign.told("values", indicator=code, period=period_code, boundaries=boundaries, **asked)
    assert answer["load_id"] == foreign.world(as_of).load
    expected = expected_values(foreign, code, Period(*span(period_code)), boundaries, as_of)
    got = {value["area_code"]: value for value in [*answer["data"], answer["national"]]}
    if INDICATORS[code].milestone == "country":  # provinces owe nothing
        got = {area: value for area, value in got.items() if area == "VN" or value["value"] is not None}
    assert got.keys() == expected.keys()
    return [
        line
        for area, value in expected.items()
        for line in differences(f"{code} {period_code} {boundaries} {area}", value, got[area])
    ]


def expected_point(
    foreign: Foreign, code: str, area: str, boundaries: str, period_code: str
) -> dict[str, Any]:
    """What a point of /series must say of an area."""
    names = ("numerator", "denominator", "value", "coverage", "provisional")
    period = Period(*span(period_code))
    world, on = foreign.world(), period.end
    unit = world.country if area == "VN" else world.unit_named(boundaries, area, on)
    if INDICATORS[code].milestone:
        if area == "VN":
            said = milestones.national_value(world, code, on)
        else:
            said = milestones.value_of(world, code, unit, on)
        return {name: said[name] for name in names}
    oracle, until = foreign.oracle(code), INDICATORS[code].applicable_until
    found: Found = oracle.national(period) if area == "VN" else oracle.reader(unit, boundaries)(period)
    if until and on > until:
        found = UNKNOWN
    return {name: getattr(found, name) for name in names}
