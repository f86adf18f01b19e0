"""Building the demonstration: a new file that takes its place when whole, or a server at one stroke."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import URL, Connection, Table, create_engine, insert, inspect, make_url, select, text
from sqlalchemy.exc import DatabaseError
from tqdm import tqdm

from warehouse.connect import database_file
from warehouse.demo.areas import build_areas
from warehouse.demo.crowd import add_groups
from warehouse.demo.deeds import obligations, overrides
from warehouse.demo.drafts import draft_facts
from warehouse.demo.heritage import heritage_facts
from warehouse.demo.illustrative import ratio_facts
from warehouse.demo.loads import log, numbered, plan, rejections
from warehouse.demo.milestones import milestones
from warehouse.demo.published import Fact, published_facts
from warehouse.demo.reference import read_ratios, read_table
from warehouse.demo.tasks import tasks
from warehouse.demo.wrong import UNKNOWN_LOAD, facts_of_unknown_load, not_numbers, wrong_facts
from warehouse.errors import WarehouseError
from warehouse.rollup import fill_rollup
from warehouse.tables import FACT_INDEXES, contract, load_log, rollup

Scale = Literal["small", "full"]
# In the small one only these provinces report by commune; the others report as provinces.
SMALL = frozenset({"04", "08", "11", "12", "14", "15", "20", "38", "42"})
SOURCES = {"published", "illustrative"}
BATCH = 20_000
FACT_COLUMNS = [column.name for column in contract.tables["fact_measure"].columns]


def build_demo(
    url: str | URL,
    scale: Scale = "full",
    seed: int = 1,
    force: bool = False,
    quiet: bool = False,
    facts: int = 0,
) -> int:
    """The number of facts in the demonstration warehouse that now stands at `url`.

    The same seed and scale give the same content. A warehouse that isn't a demonstration is left alone
    unless `force`: `WarehouseError` says so. An interrupted build leaves what was there before.
    Where at least so many `facts` are asked for, rows by ethnic group are added.
    """
    address = make_url(url)
    if address.get_backend_name() == "sqlite" and address.database:
        return _build_file(database_file(address) or Path(address.database), scale, seed, force, quiet, facts)
    engine = create_engine(address)
    try:
        with engine.begin() as connection:
            _refuse_other(connection, force)
            rollup.drop_all(connection)
            contract.drop_all(connection)
            return fill(connection, scale, seed, quiet, facts)
    finally:
        engine.dispose()


def fill(connection: Connection, scale: Scale, seed: int, quiet: bool = False, facts: int = 0) -> int:
    """The number of facts after all tables were made and filled in the caller's transaction."""
    contract.create_all(connection)
    areas, ratios, loads = build_areas(), read_ratios(), plan()
    approved = [load for load in loads if load.source == "illustrative" and load.approved_by]
    tables = contract.tables
    _insert(connection, tables["dim_area"], _named("dim_area", areas.rows))
    _insert(connection, tables["area_succession"], _named("area_succession", areas.successions))
    _insert(connection, tables["dim_ethnic_group"], _ethnic_groups())
    _insert(connection, tables["dim_measure"], _measures())
    _insert(connection, tables["fact_milestone"], milestones(areas, seed, approved))
    _insert(connection, tables["fact_task"], tasks(areas, seed, approved))
    _insert(connection, tables["target_override"], overrides(areas, approved[0].load_id))
    _insert(connection, tables["report_obligation"], obligations(areas, ratios))

    accepted: Counter[int] = Counter()
    communes_of = SMALL if scale == "small" else None
    counted: set[Any] = set()
    sources: list[tuple[str, Iterable[Fact]]] = [
        (ratio.numerator, ratio_facts(ratio, areas, seed, communes_of, counted)) for ratio in ratios
    ]
    sources += [
        ("heritage_items_digitised", heritage_facts(areas, seed)),
        ("published", published_facts(areas)),
        ("wrong", wrong_facts(areas)),
        ("draft", draft_facts(areas)),
    ]
    with tqdm(sources, desc="Kho minh họa", unit="bộ", disable=quiet) as bar:
        for name, rows in bar:
            bar.set_postfix_str(name, refresh=False)
            _insert(connection, tables["fact_measure"], _fact_rows(numbered(rows, loads), accepted))
    _insert_not_numbers(connection, numbered(not_numbers(areas), loads), accepted)
    unknown = ((fact, UNKNOWN_LOAD) for fact in facts_of_unknown_load(areas))
    _insert(connection, tables["fact_measure"], _fact_rows(unknown, Counter()))

    rejected = rejections(loads)
    _insert(connection, tables["rejected_row"], rejected)
    _insert(
        connection,
        tables["load_log"],
        log(loads, accepted, Counter(int(str(row["load_id"])) for row in rejected)),
    )
    added = add_groups(connection, facts, quiet)
    for index in FACT_INDEXES:
        index.create(connection)
    fill_rollup(connection, quiet=quiet)
    return accepted.total() + 2 + added


def is_demo(connection: Connection) -> bool:
    """Whether there are loads in the warehouse, and every one is the demonstration's."""
    found = set(connection.execute(select(load_log.c.source_system).distinct()).scalars())
    return "illustrative" in found and found <= SOURCES


def _build_file(file: Path, scale: Scale, seed: int, force: bool, quiet: bool, facts: int) -> int:
    if file.exists():
        with create_engine(URL.create("sqlite", database=str(file))).connect() as connection:
            _refuse_other(connection, force)
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    fresh.unlink(missing_ok=True)
    engine = create_engine(URL.create("sqlite", database=str(fresh)))
    try:
        with engine.begin() as connection:
            # The file is thrown away if anything fails: nothing to guard while it is written.
            connection.exec_driver_sql("PRAGMA journal_mode = OFF")
            connection.exec_driver_sql("PRAGMA synchronous = OFF")
            built = fill(connection, scale, seed, quiet, facts)
        with engine.connect() as connection:
            connection.exec_driver_sql("ANALYZE")
        engine.dispose()
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
    return built


def _refuse_other(connection: Connection, force: bool) -> None:
    try:
        empty = not inspect(connection).get_table_names()
        ours = empty or (inspect(connection).has_table("load_log") and is_demo(connection))
    except DatabaseError:
        ours = False
    if not ours and not force:
        raise WarehouseError("Ở đó đã có một kho dữ liệu không phải kho minh họa; thêm --force để ghi đè.")


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    rest = iter(rows)
    while batch := list(islice(rest, BATCH)):
        connection.execute(insert(table), batch)


def _insert_not_numbers(
    connection: Connection, facts: Iterable[tuple[Fact, int]], accepted: Counter[int]
) -> None:
    # SQLite keeps text in a numeric column; elsewhere a numeric column can hold NaN.
    wrong = "'không rõ'" if connection.dialect.name == "sqlite" else "'NaN'"
    columns = ", ".join(FACT_COLUMNS)
    values = ", ".join(wrong if name == "value" else f":{name}" for name in FACT_COLUMNS)
    for row in _fact_rows(facts, accepted):
        row.pop("value")
        connection.execute(text(f"INSERT INTO fact_measure ({columns}) VALUES ({values})"), row)


def _fact_rows(facts: Iterable[tuple[Fact, int]], accepted: Counter[int]) -> Iterator[dict[str, Any]]:
    for fact, load_id in facts:
        accepted[load_id] += 1
        yield dict(zip(FACT_COLUMNS, (*fact, load_id), strict=True))


def _named(table: str, rows: Iterable[tuple[Any, ...]]) -> Iterator[dict[str, Any]]:
    names = [column.name for column in contract.tables[table].columns]
    return (dict(zip(names, row, strict=True)) for row in rows)


def _ethnic_groups() -> Iterator[dict[str, Any]]:
    for line in read_table("ethnic_groups"):
        yield {"ethnic_code": line["code"], "name_vi": line["name_vi"], "name_en": line["name_en"]}


def _measures() -> Iterator[dict[str, Any]]:
    for line in read_table("measures"):
        yield {
            "measure_code": line["code"],
            "name_vi": line["name_vi"],
            "name_en": line["name_en"],
            "unit": line["unit"],
            "accumulation": line["accumulation"],
            "additive": line["additive"] == "true",
            "weight_measure": line["weight_measure"] or None,
        }
