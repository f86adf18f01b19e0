"""How a database would answer the statements that were asked: which of them read all facts."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, Select, event

FACTS = "fact_measure"
FIRST_COLUMNS = ("measure_code", "load_id")  # of the indexes on the facts: docs/rollup.md
PARAMETER = re.compile(r"\?|%\(\w+\)s(::\w+)?")


class Asked(NamedTuple):
    """A statement as a database was given it, and what it was made from; None where it was given as text."""

    statement: str
    parameters: Any
    select: Select[Any] | None


@contextmanager
def captured() -> Iterator[dict[str, Asked]]:
    """Every statement about facts that any engine executes meanwhile, one of each kind."""
    found: dict[str, Asked] = {}

    def keep(_connection: Any, _cursor: Any, statement: str, parameters: Any, context: Any, *_: Any) -> None:
        if FACTS in statement:
            asked = Asked(statement, parameters, context.invoked_statement)
            found.setdefault(kind_of(statement), asked)

    event.listen(Engine, "before_cursor_execute", keep)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", keep)


def kind_of(statement: str) -> str:
    """The statement without what differs from one question of a kind to the next: how many are asked for."""
    return re.sub(r"\?(, \?)+", "?", PARAMETER.sub("?", statement))


def for_dialect(engine: Engine, select: Select[Any]) -> Asked:
    """A question as another database would be given it."""
    compiled = select.compile(engine, compile_kwargs={"render_postcompile": True})
    return Asked(str(compiled), compiled.params, select)


def full_scans(engine: Engine, every: Iterator[Asked] | list[Asked]) -> list[str]:
    """The statements whose plan reads all facts, or all of an index on them, with the part that does so."""
    scans: Callable[[Connection, Asked], str]
    scans, found = {"sqlite": _on_sqlite, "postgresql": _on_postgres}[engine.dialect.name], []
    for asked in every:
        if is_one_row(asked.statement):
            continue
        with engine.connect() as connection:
            if said := scans(connection, asked):
                found.append(f"{said}\n{asked.statement}")
    return found


def is_one_row(statement: str) -> bool:
    """Whether the first row that comes ends the reading: any row, or any that names no load.

    Where a load must be named SQLite knows that there is none; its plan tells of a walk that it never takes.
    """
    nameless = rf"WHERE {FACTS}\.load_id IS NULL\s+"
    return bool(re.search(rf"FROM {FACTS}\s+({nameless})?LIMIT \S+( OFFSET \S+)?\s*$", statement))


def _on_sqlite(connection: Connection, asked: Asked) -> str:
    names = "|".join({FACTS, *re.findall(rf"\b{FACTS} AS (\w+)", asked.statement)})
    # ANY(...): a walk through all values of the first column.
    scan = re.compile(rf"SCAN ({names})\b|SEARCH ({names})\b.*\bANY\(")
    plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked.statement}", asked.parameters)
    return "; ".join(row[3] for row in plan if scan.match(row[3]))


def _on_postgres(connection: Connection, asked: Asked) -> str:
    # So small a table is sooner read than its index: a plan that does so nevertheless knows no other way.
    connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
    explained = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {asked.statement}", asked.parameters)
    said = explained.scalar_one()
    (plan,) = said if isinstance(said, list) else json.loads(said)
    return "; ".join(_scans_of(plan["Plan"]))


def _scans_of(node: dict[str, Any]) -> Iterator[str]:
    """The parts of a plan that read all facts: without an index, or with no condition on its first column."""
    of_facts = node.get("Relation Name") == FACTS or f"ix_{FACTS}" in node.get("Index Name", "")
    if of_facts and node["Node Type"] != "Bitmap Heap Scan":  # its index scan stands below it
        condition = node.get("Index Cond", "")
        if not any(column in condition for column in FIRST_COLUMNS):
            yield f"{node['Node Type']} on {FACTS} by {condition or 'nothing'}"
    for part in node.get("Plans", ()):
        yield from _scans_of(part)
