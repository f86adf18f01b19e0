"""Which of the contract's tables and columns a live warehouse has."""

from sqlalchemy import Connection, inspect
from sqlalchemy.engine.interfaces import ReflectedColumn
from sqlalchemy.engine.reflection import ObjectKind
from sqlalchemy.exc import NoSuchTableError

from warehouse.tables import OPTIONAL, REQUIRED, contract, fact_measure


def columns_present(connection: Connection) -> dict[str, dict[str, ReflectedColumn]]:
    """Columns by name, by table, of those contract tables that are there; a view counts as a table."""
    found = inspect(connection).get_multi_columns(kind=ObjectKind.ANY, filter_names=list(contract.tables))
    return {table: {column["name"]: column for column in columns} for (_, table), columns in found.items()}


def optional_present(connection: Connection) -> frozenset[str]:
    """The optional tables that are there; a view counts as a table."""
    inspector = inspect(connection)
    return OPTIONAL & {*inspector.get_table_names(), *inspector.get_view_names()}


def missing(connection: Connection) -> list[str]:
    """What the contract requires and the warehouse lacks, sorted: `table` or `table.column`.

    An optional table may be absent, but where it stands it has all its columns.
    """
    found = columns_present(connection)
    lacking = [name for name in REQUIRED if name not in found]
    for name, columns in found.items():
        lacking += [
            f"{name}.{column.name}" for column in contract.tables[name].columns if column.name not in columns
        ]
    return sorted(lacking)


def walks_by_load(connection: Connection) -> bool:
    """Whether an index leads from a load to its facts."""
    try:
        indexes = inspect(connection).get_indexes(fact_measure.name)
    except NoSuchTableError:  # a view
        return False
    return any(index["column_names"][:1] == ["load_id"] for index in indexes)
