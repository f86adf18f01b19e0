"""The application in front of a foreign warehouse, and how its answers differ from the oracle."""

import math
from datetime import date
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app import create_app
from config import Settings
from tests.integration.oracle.found import Period
from tests.integration.oracle.judgement import judged
from tests.integration.oracle.oracle import Oracle
from tests.integration.oracle.schema import span
from tests.integration.oracle.world import Unit, World


class Foreign:
    """One foreign warehouse with the application in front of it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        folder = path.parent / f"{path.stem}-data"
        settings = Settings(warehouse_url=f"sqlite:///{path}", data_dir=folder, cache_dir=folder / "cache")
        self.client: FlaskClient = create_app(settings).server.test_client()
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

    def oracle(self, code: str, as_of: int | None = None) -> Oracle:
        if as_of not in self.worlds:
            self.worlds[as_of] = World(self.path, as_of, date.today())
        if (code, as_of) not in self.oracles:
            self.oracles[code, as_of] = Oracle(self.worlds[as_of], code)
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


def compared(
    foreign: Foreign, code: str, period_code: str, boundaries: str, as_of: int | None = None
) -> list[str]:
    """How one answer of /values differs from the oracle."""
    oracle, period = foreign.oracle(code, as_of), Period(*span(period_code))
    asked = {"as_of_load": as_of} if as_of else {}
    answer = foreign.told("values", indicator=code, period=period_code, boundaries=boundaries, **asked)
    assert answer["load_id"] == oracle.world.load
    expected = {"VN": judged(oracle, oracle.national(period), oracle.national, period)}
    for unit in oracle.units(boundaries, period):
        found = oracle.reader(unit, boundaries)(period)
        history = oracle.history(unit, boundaries, period.end)
        expected[oracle.world.areas[unit[-1]].code] = judged(oracle, found, history, period)
    got = {value["area_code"]: value for value in [*answer["data"], answer["national"]]}
    assert got.keys() == expected.keys()
    return [
        line
        for area, value in expected.items()
        for line in differences(f"{code} {period_code} {boundaries} {area}", value, got[area])
    ]
