"""`python -m warehouse check` lists everything at once and says by its exit code whether there is a fault."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text

from warehouse.__main__ import main
from warehouse.checks import check, missing
from warehouse.connect import open_warehouse
from warehouse.tables import OPTIONAL, contract

SOUND = (
    "INSERT INTO dim_area VALUES (1, 'VN', 'country', 'Việt Nam', 'Vietnam', NULL, '2008-08-01', NULL, NULL)",
    "INSERT INTO dim_area VALUES (2, '04', 'province', 'Cao Bằng', 'Cao Bang', 1, '2008-08-01', NULL, NULL)",
    "INSERT INTO dim_measure VALUES ('officials', 'Cán bộ', 'Officials', 'người', 'stock', 1, NULL)",
    "INSERT INTO dim_ethnic_group VALUES ('01', 'Kinh', 'Kinh')",
    "INSERT INTO area_succession VALUES (1, 2, '2025-07-01')",
    "INSERT INTO load_log VALUES (1, 'LGSP', '2026-10-01', 1, 1, 0, 'Vụ', NULL)",
    "INSERT INTO fact_measure VALUES"
    " ('officials', 2, '2026-09-01', '2026-09-30', NULL, 'abc', 'official', 'LGSP', '2026-10-01', 1)",
)
BREAKS = {
    "DROP TABLE load_log": "load_log: thiếu bảng bắt buộc",
    "ALTER TABLE fact_measure DROP COLUMN status": "fact_measure.status: thiếu cột",
    "UPDATE dim_area SET parent_key = 77 WHERE area_key = 2": "dim_area: parent_key không có trong bảng",
    "UPDATE dim_area SET level = 'region', zone = 'IV' WHERE area_key = 2": "dim_area: level chỉ nhận",
    "UPDATE dim_area SET area_code = 'XX' WHERE area_key = 1": "dim_area: phải có đúng một dòng cấp country",
    "UPDATE dim_measure SET accumulation = 'sum', weight_measure = 'x'": "dim_measure: accumulation chỉ nhận",
    "UPDATE area_succession SET successor_key = 88": "area_succession: không có trong dim_area: 88",
    "DROP TABLE fact_task": "fact_task: thiếu bảng tùy chọn",
}


@pytest.fixture
def keeper(tmp_path: Path) -> Engine:
    """Who fills a small sound warehouse; wrong content of facts is none of the contract's."""
    engine = create_engine(f"sqlite:///{tmp_path / 'kho.sqlite'}")
    contract.create_all(engine)
    do(engine, *SOUND)
    return engine


def do(keeper: Engine, *statements: str) -> None:
    with keeper.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def test_a_sound_warehouse_has_no_findings(keeper: Engine):
    engine = open_warehouse(keeper.url)
    assert check(engine) == []
    assert missing(engine) == []


def test_the_contract_as_created_meets_itself_without_optional_tables(keeper: Engine):
    do(keeper, *(f"DROP TABLE {table}" for table in OPTIONAL))
    findings = check(open_warehouse(keeper.url))
    assert len(findings) == len(OPTIONAL)
    assert not any(finding.fault for finding in findings)


def test_every_fault_is_found_at_once(keeper: Engine, capsys: pytest.CaptureFixture[str]):
    do(keeper, *BREAKS)
    code = main(["check", "--url", keeper.url.render_as_string(hide_password=False)])
    said = capsys.readouterr().out
    assert code == 1
    assert [expected for expected in BREAKS.values() if expected not in said] == []


def test_missing_names_only_what_is_required(keeper: Engine):
    do(keeper, "DROP TABLE load_log", "DROP TABLE fact_task", "ALTER TABLE dim_area DROP COLUMN zone")
    assert missing(open_warehouse(keeper.url)) == ["dim_area.zone", "load_log"]


def test_an_empty_dimension_is_a_fault_and_an_empty_fact_table_is_not(keeper: Engine):
    do(keeper, "DELETE FROM fact_measure", "DELETE FROM dim_measure")
    assert [(finding.fault, finding.message) for finding in check(open_warehouse(keeper.url))] == [
        (True, "dim_measure: bảng không có dòng nào"),
        (False, "fact_measure: bảng không có dòng nào"),
    ]


def test_duplicates_where_the_key_is_not_enforced(tmp_path: Path):
    keeper = create_engine(f"sqlite:///{tmp_path / 'kho.sqlite'}")
    contract.create_all(keeper)
    do(
        keeper,
        *SOUND,
        "ALTER TABLE dim_measure RENAME TO sealed",
        "CREATE TABLE dim_measure AS SELECT * FROM sealed",
    )
    do(keeper, "INSERT INTO dim_measure SELECT * FROM sealed")
    said = [finding.message for finding in check(open_warehouse(keeper.url)) if finding.fault]
    assert said == ["dim_measure: measure_code lặp lại: officials"]


def test_a_warehouse_that_is_away(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["check", "--url", f"sqlite:///{tmp_path / 'none.sqlite'}"]) == 1
    assert "không trả lời" in capsys.readouterr().err
