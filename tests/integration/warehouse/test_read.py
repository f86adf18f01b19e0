"""Reading a live warehouse: read-only, quick to notice what changed, and clear about what is missing."""

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, insert, text
from sqlalchemy.exc import OperationalError

from warehouse.connect import open_warehouse
from warehouse.errors import ContractBroken, WarehouseAway
from warehouse.queries import select_areas, select_facts, select_loads
from warehouse.read import read_fingerprint, read_rows
from warehouse.tables import contract
from warehouse.values import day, number

FACT = (
    "INSERT INTO fact_measure VALUES"
    " ('officials', 1, '2026-07-01', :end, NULL, :value, 'official', 'LGSP', '2026-10-10 08:00:00', 1)"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of an empty warehouse."""
    path = tmp_path / "kho.sqlite"
    contract.create_all(create_engine(f"sqlite:///{path}"))
    return path


@pytest.fixture
def keeper(file: Path) -> Engine:
    """Who fills the warehouse."""
    return create_engine(f"sqlite:///{file}")


@pytest.fixture
def engine(file: Path) -> Engine:
    """Who reads it."""
    return open_warehouse(f"sqlite:///{file}")


def do(keeper: Engine, statement: str, **parameters: object) -> None:
    with keeper.begin() as connection:
        connection.execute(text(statement), parameters)


def add_load(keeper: Engine, load_id: int, approved_by: str | None) -> None:
    row = {
        "load_id": load_id,
        "source_system": "LGSP",
        "loaded_at": datetime(2026, 10, load_id),
        "rows_received": 1,
        "rows_accepted": 1,
        "rows_rejected": 0,
        "approved_by": approved_by,
    }
    with keeper.begin() as connection:
        connection.execute(insert(contract.tables["load_log"]), row)


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM dim_area", "CREATE TABLE mine (a INTEGER)", "DROP TABLE fact_measure", "VACUUM"],
)
def test_nothing_can_be_written(engine: Engine, file: Path, statement: str):
    before = file.read_bytes()
    with pytest.raises(OperationalError), engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text(statement))
    assert file.read_bytes() == before


def test_wrong_content_of_a_row_stops_nothing(engine: Engine, keeper: Engine):
    for end, value in (
        ("2026-09-30", "12.5"),
        ("2026-09-30", "không rõ"),
        ("30/9/2026", 7),
        ("2026-09-30", None),
    ):
        do(keeper, FACT, end=end, value=value)
    rows = read_rows(engine, select_facts(["officials"]))
    assert [number(row.value) for row in rows] == [12.5, None, 7.0, None]
    assert [day(row.period_end) is None for row in rows] == [False, False, True, False]


def test_a_file_that_is_not_there_is_away_and_comes_back(engine: Engine, file: Path, tmp_path: Path):
    file.rename(tmp_path / "moved")
    with pytest.raises(WarehouseAway, match="không trả lời"):
        read_rows(engine, select_areas())
    with pytest.raises(WarehouseAway):
        read_fingerprint(engine)
    (tmp_path / "moved").rename(file)
    assert read_rows(engine, select_areas()) == []


def test_a_file_that_is_no_database_is_away(engine: Engine, file: Path):
    file.write_text("đây không phải cơ sở dữ liệu " * 100)
    with pytest.raises(WarehouseAway):
        read_rows(engine, select_areas())


def test_a_server_that_does_not_answer_is_away_and_no_secret_is_told():
    engine = open_warehouse("postgresql+psycopg://reader:s3cret@127.0.0.1:1/kho")
    with pytest.raises(WarehouseAway) as caught:
        read_rows(engine, select_areas())
    assert "127.0.0.1:1/kho" in caught.value.message
    assert "s3cret" not in caught.value.message


def test_everything_that_is_missing_is_named_at_once(engine: Engine, keeper: Engine):
    do(keeper, "DROP TABLE load_log")
    do(keeper, "ALTER TABLE fact_measure DROP COLUMN status")
    for select in (select_loads(), select_facts(["officials"])):
        with pytest.raises(ContractBroken) as caught:
            read_rows(engine, select)
        assert caught.value.missing == ("fact_measure.status", "load_log")
        assert "fact_measure.status, load_log" in caught.value.message


def test_a_view_serves_as_a_table(engine: Engine, keeper: Engine):
    do(keeper, "ALTER TABLE load_log RENAME TO loads")
    do(keeper, "CREATE VIEW load_log AS SELECT * FROM loads")
    assert read_fingerprint(engine).loads == 0


def test_the_fingerprint_stays_while_nothing_changes(engine: Engine, keeper: Engine):
    add_load(keeper, 1, "Vụ")
    assert read_fingerprint(engine) == read_fingerprint(engine)


def test_the_fingerprint_tells_a_load_its_approval_and_a_dropped_table(engine: Engine, keeper: Engine):
    seen = [read_fingerprint(engine)]
    add_load(keeper, 1, None)
    seen.append(read_fingerprint(engine))
    do(keeper, "UPDATE load_log SET approved_by = 'Vụ'")
    seen.append(read_fingerprint(engine))
    do(keeper, "DROP TABLE fact_task")
    seen.append(read_fingerprint(engine))
    by_content = [mark._replace(file=()) for mark in seen]
    assert len(set(by_content)) == 4
    assert [mark.drafts for mark in seen] == [(), (1,), (), ()]
    assert "fact_task" not in seen[-1].optional


def test_the_fingerprint_tells_a_file_that_took_the_place_of_another(
    engine: Engine, file: Path, tmp_path: Path
):
    before = read_fingerprint(engine)
    other = tmp_path / "other.sqlite"
    other.write_bytes(file.read_bytes())
    other.replace(file)
    after = read_fingerprint(engine)
    assert after != before
    assert after._replace(file=()) == before._replace(file=())
