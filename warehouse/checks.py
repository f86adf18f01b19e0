"""Whether a live warehouse meets the contract: everything that is missing or wrong in its structure, at once.

Wrong content of facts isn't looked at here: it is counted and listed on the quality page.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, select
from sqlalchemy.types import (
    Boolean,
    Date,
    DateTime,
    Float,
    Integer,
    NullType,
    Numeric,
    String,
    TypeEngine,
)

from warehouse import structure
from warehouse.queries import RAW
from warehouse.read import reading
from warehouse.tables import OPTIONAL, REQUIRED, contract
from warehouse.values import day

LEVELS = ("country", "province", "district", "commune")
ZONES = ("I", "II", "III")
ACCUMULATIONS = ("stock", "flow")
# What a column of the contract may be in a database that names its types otherwise.
FAMILIES: tuple[tuple[type[TypeEngine[Any]], tuple[type[TypeEngine[Any]], ...]], ...] = (
    (Boolean, (Boolean, Integer, Numeric)),
    (Integer, (Integer, Numeric)),
    (Numeric, (Numeric, Float, Integer)),
    (DateTime, (DateTime,)),
    (Date, (Date, DateTime)),
    (String, (String,)),
)


class Finding(NamedTuple):
    """One thing found: a fault breaks the contract, a note doesn't."""

    fault: bool
    message: str


def missing(engine: Engine) -> list[str]:
    """The required tables and columns that the warehouse lacks, as `table` or `table.column`; cheap."""
    with reading(engine) as connection:
        return structure.missing(connection)


def check(engine: Engine) -> list[Finding]:
    """Everything found, faults first. Raises `WarehouseAway` where nothing can be looked at."""
    with reading(engine) as connection:
        findings = [*_structure(connection), *_content(connection)]
    return sorted(findings, key=lambda finding: not finding.fault)


def _structure(connection: Connection) -> Iterator[Finding]:
    found = structure.columns_present(connection)
    # SQLite takes a declared type for a hint and keeps whatever it is given; so does the dashboard.
    binding = connection.dialect.name != "sqlite"
    for name, table in contract.tables.items():
        if name not in found:
            kind = "bảng bắt buộc" if name in REQUIRED else "bảng tùy chọn"
            yield Finding(name in REQUIRED, f"{name}: thiếu {kind}")
            continue
        for column in table.columns:
            if column.name not in found[name]:
                yield Finding(True, f"{name}.{column.name}: thiếu cột")
            elif not same_family(column.type, found[name][column.name]["type"]):
                given = found[name][column.name]["type"]
                yield Finding(binding, f"{name}.{column.name}: kiểu {given}, hợp đồng là {column.type}")


def same_family(wanted: TypeEngine[Any], given: TypeEngine[Any]) -> bool:
    """Whether a database's type can hold what the contract's type holds.

    >>> same_family(Boolean(), Integer()), same_family(Date(), String())
    (True, False)
    """
    if isinstance(given, NullType):  # a type that SQLAlchemy doesn't know: nothing to say
        return True
    return next(isinstance(given, family) for kind, family in FAMILIES if isinstance(wanted, kind))


def _content(connection: Connection) -> Iterator[Finding]:
    lacking = structure.missing(connection)
    broken = {name.partition(".")[0] for name in lacking}
    present = set(structure.columns_present(connection)) - broken
    for name in sorted(present - OPTIONAL):
        if connection.execute(select(*RAW[name]).limit(1)).first() is None:
            yield Finding(name in ("dim_area", "dim_measure"), f"{name}: bảng không có dòng nào")
    rules = (("dim_area", area_faults), ("dim_measure", measure_faults), ("dim_ethnic_group", group_faults))
    for name, faults in rules:
        if name in present:
            rows = connection.execute(select(*RAW[name])).all()
            yield from (Finding(True, f"{name}: {message}") for message in faults(rows))
    if {"dim_area", "area_succession"} <= present:
        keys = set(connection.execute(select(contract.tables["dim_area"].c.area_key)).scalars())
        rows = connection.execute(select(*RAW["area_succession"])).all()
        yield from (Finding(True, f"area_succession: {message}") for message in succession_faults(rows, keys))


def area_faults(rows: Sequence[Any]) -> Iterator[str]:
    """What is wrong with the rows of dim_area, each kind on one line."""
    yield from _repeated("area_key", (row.area_key for row in rows))
    yield from _foreign("level", (row.level for row in rows), LEVELS)
    yield from _foreign("zone", (row.zone for row in rows if row.zone is not None), ZONES)
    keys = {row.area_key for row in rows}
    orphans = [row.area_key for row in rows if row.level != "country" and row.parent_key not in keys]
    yield from _listed("parent_key không có trong bảng, ở area_key", orphans)
    inverted = [row.area_key for row in rows if not _lasts(day(row.valid_from), day(row.valid_to))]
    yield from _listed("valid_from thiếu hoặc không trước valid_to, ở area_key", inverted)
    countries = [row.area_code for row in rows if row.level == "country"]
    if rows and countries != ["VN"]:
        yield f"phải có đúng một dòng cấp country với mã VN, đang có {len(countries)}"
    yield from _listed("hai phiên bản cùng hiệu lực, ở area_code", _overlapping(rows))


def measure_faults(rows: Sequence[Any]) -> Iterator[str]:
    """What is wrong with the rows of dim_measure, each kind on one line."""
    yield from _repeated("measure_code", (row.measure_code for row in rows))
    yield from _foreign("accumulation", (row.accumulation for row in rows), ACCUMULATIONS)
    codes = {row.measure_code for row in rows}
    weights = (row.weight_measure for row in rows if row.weight_measure is not None)
    yield from _listed("weight_measure không có trong bảng", [code for code in weights if code not in codes])


def group_faults(rows: Sequence[Any]) -> Iterator[str]:
    """What is wrong with the rows of dim_ethnic_group."""
    yield from _repeated("ethnic_code", (row.ethnic_code for row in rows))


def succession_faults(rows: Sequence[Any], keys: set[int]) -> Iterator[str]:
    """What is wrong with the rows of area_succession, given the keys of dim_area."""
    both = [key for row in rows for key in (row.predecessor_key, row.successor_key)]
    yield from _listed("không có trong dim_area", [key for key in both if key not in keys])
    own = [row.predecessor_key for row in rows if row.predecessor_key == row.successor_key]
    yield from _listed("một phiên bản kế tục chính nó", own)


def _lasts(since: date | None, until: date | None) -> bool:
    return since is not None and (until is None or since < until)


def _overlapping(rows: Sequence[Any]) -> list[str]:
    spans: dict[tuple[str, str], list[tuple[date, date]]] = {}
    for row in rows:
        since = day(row.valid_from)
        if since is not None:
            spans.setdefault((row.level, row.area_code), []).append((since, day(row.valid_to) or date.max))
    return [
        code
        for (_, code), versions in spans.items()
        if any(a[1] > b[0] for a, b in zip(sorted(versions), sorted(versions)[1:], strict=False))
    ]


def _repeated(column: str, values: Iterable[object]) -> Iterator[str]:
    counts = Counter(values)
    yield from _listed(f"{column} lặp lại", [value for value, times in counts.items() if times > 1])
    if None in counts:
        yield f"{column} để trống"


def _foreign(column: str, values: Iterable[str], known: Sequence[str]) -> Iterator[str]:
    strange = sorted({str(value) for value in values} - set(known))
    yield from _listed(f"{column} chỉ nhận {', '.join(known)}; đang có", strange)


def _listed(what: str, cases: Sequence[object], shown: int = 5) -> Iterator[str]:
    distinct = list(dict.fromkeys(cases))
    if distinct:
        more = f" và {len(distinct) - shown} nữa" if len(distinct) > shown else ""
        yield f"{what}: {', '.join(map(str, distinct[:shown]))}{more}"
