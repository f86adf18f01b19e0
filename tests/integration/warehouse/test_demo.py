"""The demonstration warehouse as built: whole, repeatable, and with all that pages must cope with."""

from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, make_url, text

from warehouse.__main__ import main
from warehouse.checks import check
from warehouse.connect import open_warehouse
from warehouse.demo.build import build_demo
from warehouse.demo.milestones import SYSTEMS
from warehouse.demo.reference import read_ratios
from warehouse.demo.wrong import UNKNOWN_AREA, UNKNOWN_LOAD
from warehouse.errors import WarehouseError
from warehouse.queries import (
    select_areas,
    select_ethnic_groups,
    select_facts_all,
    select_loads,
    select_measures,
    select_milestones,
    select_obligations,
    select_rejected,
    select_target_overrides,
    select_tasks,
)
from warehouse.read import read_rows
from warehouse.tables import contract
from warehouse.values import day, number


@pytest.fixture(scope="module")
def engine(demo_url: str) -> Engine:
    """The small demonstration."""
    return open_warehouse(demo_url)


@pytest.fixture(scope="module")
def facts(engine: Engine) -> list:
    return list(read_rows(engine, select_facts_all()))


@pytest.fixture(scope="module")
def loads(engine: Engine) -> dict:
    return {row.load_id: row for row in read_rows(engine, select_loads())}


@pytest.fixture(scope="module")
def newest(facts: list) -> dict:
    """The newest row of each key in a load that the log knows, as the contract reads it."""
    found: dict = {}
    for row in sorted(facts, key=lambda row: row.load_id):
        if row.load_id != UNKNOWN_LOAD:
            found[row.measure_code, row.area_key, row.period_start, row.period_end, row.ethnic_code] = row
    return found


def test_it_meets_the_contract(engine: Engine):
    assert check(engine) == []


def test_the_same_seed_makes_the_same_file(demo_url: str, tmp_path: Path):
    again = tmp_path / "again.sqlite"
    build_demo(f"sqlite:///{again}", "small", seed=1, quiet=True)
    assert again.read_bytes() == Path(make_url(demo_url).database or "").read_bytes()


def test_every_measure_is_there_and_reported(engine: Engine, facts: list):
    measures = {row.measure_code for row in read_rows(engine, select_measures())}
    assert len(measures) == 56
    assert measures <= {row.measure_code for row in facts}
    assert len(read_rows(engine, select_ethnic_groups())) == 54


def test_facts_are_published_or_illustrative(facts: list):
    assert {row.source_system for row in facts} == {"published", "illustrative"}


def test_no_numerator_exceeds_its_denominator_but_the_planted_ones(newest: dict):
    planted = []
    for ratio in read_ratios():
        for (measure, *key), row in newest.items():
            other = newest.get((ratio.denominator, *key)) if measure == ratio.numerator else None
            if other is not None and (number(row.value) or 0) > (number(other.value) or 0):
                planted.append((measure, number(row.value)))
    assert sorted(planted) == [
        ("enterprises_trained", 900),
        ("leaders_signing_province", 77),
        ("village_heads_trained", 400),
    ]


def test_every_denominator_is_at_least_one_but_the_planted_ones(newest: dict):
    denominators = {ratio.denominator for ratio in read_ratios()}
    small = Counter(
        row.measure_code
        for row in newest.values()
        if row.measure_code in denominators and (number(row.value) or 0) < 1
    )
    assert small == {"village_heads": 1, "cooperatives_em": 1}


def test_every_kind_of_wrong_row_is_there(facts: list, loads: dict, engine: Engine):
    measures = {row.measure_code for row in read_rows(engine, select_measures())}
    groups = {row.ethnic_code for row in read_rows(engine, select_ethnic_groups())}
    in_one_load = Counter((*row[:5], row.load_id) for row in facts)
    kinds = {
        "negative": sum((number(row.value) or 0) < 0 for row in facts),
        "missing value": sum(row.value is None for row in facts),
        "no number": sum(row.value is not None and number(row.value) is None for row in facts),
        "unknown measure": sum(row.measure_code not in measures for row in facts),
        "unknown area": sum(row.area_key == UNKNOWN_AREA for row in facts),
        "unknown group": sum(row.ethnic_code is not None and row.ethnic_code not in groups for row in facts),
        "unknown load": sum(row.load_id not in loads for row in facts),
        "reversed": sum(row.period_end < row.period_start for row in facts),
        "future": sum((day(row.period_end) or date.min) > date(2026, 11, 30) for row in facts),
        "twice in a load": sum(times > 1 for times in in_one_load.values()),
    }
    assert {kind: 2 <= count <= 5 for kind, count in kinds.items()} == dict.fromkeys(kinds, True)


def test_no_key_comes_twice_in_a_load_but_the_planted_ones(facts: list):
    in_one_load = Counter((*row[:5], row.load_id) for row in facts)
    assert sum(times > 1 for times in in_one_load.values()) == 2


def test_late_revised_preliminary_and_draft_rows(facts: list, loads: dict):
    versions = defaultdict(set)
    for row in facts:
        versions[row[:5]].add(row.load_id)
    assert sum(len(ids) > 1 for ids in versions.values()) > 50
    assert {row.status for row in facts} == {"preliminary", "official"}
    drafts = [load for load, row in loads.items() if row.approved_by is None]
    assert drafts == [max(loads)]
    assert any(row.load_id in drafts for row in facts)


def test_the_log_counts_its_rows(facts: list, loads: dict):
    accepted = Counter(row.load_id for row in facts)
    assert all(row.rows_accepted == accepted[load] for load, row in loads.items())
    assert all(row.rows_received == row.rows_accepted + row.rows_rejected for row in loads.values())


def test_district_leaders_end_with_the_districts(facts: list):
    ends = {row.period_end for row in facts if row.measure_code == "leaders_district"}
    assert max(ends) == "2025-06-30"


def test_communes_report_from_the_merger_on(engine: Engine):
    first = (
        "SELECT min(period_start) FROM fact_measure JOIN dim_area USING (area_key)"
        " WHERE level = 'commune' AND valid_from <= period_end"
    )
    with engine.connect() as connection:
        assert connection.execute(text(first)).scalar_one() == "2025-07-01"


def test_the_tables_of_deeds_are_filled(engine: Engine):
    for select in (select_milestones(), select_tasks(), select_obligations(), select_rejected()):
        assert read_rows(engine, select)
    overrides = read_rows(engine, select_target_overrides())
    assert {row.indicator_code: number(row.target_value) for row in overrides}["N05"] == 30


def test_systems_have_states_of_their_own_and_some_have_none(engine: Engine):
    codes = {row.milestone_code for row in read_rows(engine, select_milestones())}
    reported = codes & set(SYSTEMS)
    assert len(SYSTEMS) / 2 < len(reported) < len(SYSTEMS)


def test_tasks_are_told_by_many_loads_and_some_never(engine: Engine, loads: dict):
    rows = read_rows(engine, select_tasks())
    assert len({row.load_id for row in rows}) >= 8
    central = {row.task_code for row in rows if row.area_key == 1}
    assert 30 < len(central) < 41
    in_one_load = Counter((row.task_code, row.area_key, row.load_id) for row in rows)
    assert sum(times > 1 for times in in_one_load.values()) == 1
    spans = {
        row.area_key: (day(row.valid_from) or date.max, day(row.valid_to) or date.max)
        for row in read_rows(engine, select_areas())
    }
    for row in rows:
        since, until = spans[row.area_key]
        assert since <= (day(loads[row.load_id].loaded_at) or date.min) < until


def test_another_warehouse_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    url = f"sqlite:///{tmp_path / 'kho.sqlite'}"
    keeper = create_engine(url)
    contract.create_all(keeper)
    with keeper.begin() as connection:
        connection.execute(text("INSERT INTO load_log VALUES (1, 'LGSP', '2026-10-01', 1, 1, 0, 'Vụ', NULL)"))
    before = (tmp_path / "kho.sqlite").read_bytes()
    assert main(["demo", "--url", url, "--scale", "small"]) == 1
    assert "--force" in capsys.readouterr().err
    assert (tmp_path / "kho.sqlite").read_bytes() == before


def test_an_interrupted_build_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    file = tmp_path / "kho.sqlite"
    file.touch()
    before = file.read_bytes()
    monkeypatch.setattr("warehouse.demo.build.fill", interrupted)
    with pytest.raises(KeyboardInterrupt):
        build_demo(f"sqlite:///{file}", "small", quiet=True)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["kho.sqlite"]


def test_a_file_that_is_no_database_is_not_overwritten(tmp_path: Path):
    file = tmp_path / "thu.sqlite"
    file.write_text("một bức thư " * 200)
    with pytest.raises(WarehouseError, match="--force"):
        build_demo(f"sqlite:///{file}", "small", quiet=True)
    assert file.read_text().startswith("một bức thư")


def test_it_grows_to_as_many_facts_as_are_asked_for(tmp_path: Path):
    url = f"sqlite:///{tmp_path / 'large.sqlite'}"
    built = build_demo(url, "small", quiet=True, facts=150_000)
    large = open_warehouse(url)
    assert built >= 150_000
    with large.connect() as connection:
        ask = connection.exec_driver_sql
        assert ask("SELECT count(*) FROM fact_measure").scalar() == built
        over = ask(
            "SELECT count(*) FROM (SELECT total.value AS whole, sum(part.value) AS parts"
            " FROM fact_measure total JOIN fact_measure part"
            " USING (measure_code, area_key, period_start, period_end, load_id)"
            " WHERE total.measure_code = 'village_heads' AND total.ethnic_code IS NULL"
            " AND part.ethnic_code IS NOT NULL GROUP BY total.rowid HAVING parts > whole)"
        ).scalar()
        logged = ask("SELECT sum(rows_accepted) FROM load_log").scalar()
    assert over == 0
    assert logged == built - 2  # those of the load that the log doesn't know
