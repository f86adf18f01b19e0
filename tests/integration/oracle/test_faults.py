"""The API when content is wrong, a parameter is wrong, or the warehouse is away."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.integration.oracle.application import Foreign, compared
from tests.integration.oracle.foreign import handful
from tests.integration.oracle.found import Period
from tests.integration.oracle.schema import span
from tests.integration.oracle.shipped import INDICATORS
from tests.integration.oracle.wrong import bare, spoilt, without_facts


def test_every_indicator_that_ships_is_recomputed(foreign: Callable[[str], Foreign]) -> None:
    shown = {indicator["code"]: indicator for indicator in foreign("bare").told("indicators")["data"]}
    assert shown.keys() == INDICATORS.keys()
    for code, definition in INDICATORS.items():
        assert shown[code]["kind"] == definition.kind, code
        targets = [(target["date"], target["value"]) for target in shown[code]["targets"]]
        expected = [(str(definition.deadline), definition.target)] if definition.target else []
        assert targets == expected, code
        until = definition.applicable_until
        assert shown[code]["applicable_until"] == (str(until) if until else None), code


def test_a_period_left_out_is_the_newest_with_data(foreign: Callable[[str], Foreign]) -> None:
    answer = foreign("bare").told("values", indicator="G02")
    assert Period(*span(answer["period"])).end == date(2026, 9, 30)
    assert answer["national"]["value"] == 37.5
    assert answer["boundaries"] == "34"


def test_every_wrong_row_is_listed(folder: Path) -> None:
    path, planted = spoilt(folder / "listed.sqlite")
    answer = Foreign(path).told("quality")
    kinds: dict[str, set[str]] = {}
    for wrong in planted:
        key = (wrong.measure, wrong.area, wrong.end, wrong.load)
        listed = [
            issue
            for issue in answer["issues"]
            if (issue["measure_code"], issue["area_code"], issue["period_end"], issue["load_id"]) == key
        ]
        assert listed, f"{wrong} is not listed"
        assert all(issue["count"] >= 1 and issue["detail"] for issue in listed)
        kinds[wrong.kind] = {issue["kind"] for issue in listed}
    numbers = ("not a number", "text", "infinite")
    told_apart = [name for name in kinds if name not in numbers]
    assert len({min(kinds[name]) for name in told_apart}) == len(told_apart), kinds
    assert answer["load_id"] == 13
    json.dumps(answer, allow_nan=False)


def test_sound_warehouse_has_no_row_at_fault(foreign: Callable[[str], Foreign]) -> None:
    issues = foreign("bare").told("quality")["issues"]
    assert [issue for issue in issues if issue["measure_code"] is not None] == []


def test_etag_answers_304_until_a_load_is_approved(folder: Path) -> None:
    warehouse = Foreign(handful(folder / "etag.sqlite"))
    asked = {"indicator": "S02", "period": "2026-Q2"}
    first = warehouse.ask("values", **asked)
    tag = {"If-None-Match": first.headers["ETag"]}
    same = warehouse.client.get("/api/v1/values", query_string=asked, headers=tag)
    assert (same.status_code, same.data) == (304, b"")
    # The newest load keeps its number; an older one that is approved now changes the values below it.
    with sqlite3.connect(warehouse.path) as log:
        log.execute("UPDATE load_log SET approved_by = 'Vụ Kế hoạch' WHERE load_id = 309")
    log.close()
    changed = warehouse.client.get("/api/v1/values", query_string=asked, headers=tag)
    assert changed.status_code == 200
    assert changed.headers["ETag"] != first.headers["ETag"]
    assert not compared(warehouse, "G05", "2026-Q2", "34")


@pytest.mark.parametrize(
    ("status", "parameter", "call", "asked"),
    [
        (400, "period", "values", {"indicator": "S02", "period": "2026-13"}),
        (400, "boundaries", "values", {"indicator": "S02", "boundaries": "35"}),
        (400, "as_of_load", "values", {"indicator": "S02", "as_of_load": "newest"}),
        (400, "frequency", "series", {"indicator": "S02", "area": "VN", "frequency": "week"}),
        (400, "indicator", "values", {}),
        (404, "indicator", "values", {"indicator": "Z99"}),
        (404, "parent", "values", {"indicator": "S02", "parent": "99"}),
        (404, "area", "series", {"indicator": "S02", "area": "99"}),
    ],
)
def test_wrong_parameter_is_named(
    foreign: Callable[[str], Foreign], status: int, parameter: str, call: str, asked: dict[str, str]
) -> None:
    answer = foreign("handful").ask(call, **asked)
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    problem = json.loads(answer.text)
    assert problem["status"] == status
    assert parameter in problem["detail"]
    allowed = {"period": "2026-Q3", "boundaries": "reported", "frequency": "quarter", "indicator": "S02"}
    assert allowed.get(parameter, "") in problem["detail"]


def test_warehouse_goes_away_and_comes_back(folder: Path) -> None:
    warehouse = Foreign(bare(folder / "away.sqlite"))
    before = warehouse.ask("values", indicator="G02")
    assert before.status_code == 200
    assert warehouse.client.get("/readyz").status_code == 200
    hidden = shutil.move(warehouse.path, folder / "hidden.sqlite")
    away = warehouse.ask("values", indicator="G02")
    assert (away.status_code, away.mimetype) == (503, "application/problem+json")
    assert int(away.headers["Retry-After"]) > 0
    assert warehouse.client.get("/readyz").status_code == 503
    assert warehouse.client.get("/healthz").status_code == 200
    shutil.move(hidden, warehouse.path)
    assert warehouse.ask("values", indicator="G02").text == before.text
    assert warehouse.client.get("/readyz").status_code == 200


def test_missing_tables_are_named(folder: Path) -> None:
    gone = ("dim_measure", "area_succession")
    warehouse = Foreign(without_facts(folder / "gone.sqlite", gone))
    for answer in (warehouse.ask("values", indicator="G02"), warehouse.client.get("/readyz")):
        assert answer.status_code == 503
        assert all(table in answer.text for table in gone)
