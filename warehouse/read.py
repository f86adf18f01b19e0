"""Reading from the warehouse: rows of a select, and the mark that tells one of its states from another."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, Row, Select
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from warehouse.connect import database_file, place
from warehouse.errors import ContractBroken, WarehouseAway, WarehouseError
from warehouse.queries import select_drafts, select_load_summary
from warehouse.structure import missing, optional_present

CHANGE_COUNTER = slice(24, 28)  # of a SQLite file's header: a clock too coarse can't hide a write


class Fingerprint(NamedTuple):
    """What differs whenever the load log differs, alike in all processes: part of each key of the cache."""

    newest_load: int | None
    loads: int
    loaded_at: str
    drafts: tuple[int, ...]
    optional: tuple[str, ...]
    where: str
    file: tuple[int, ...]


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection to read from; whatever a driver raises on it leaves as a `WarehouseError`."""
    try:
        with engine.connect() as connection:
            yield connection
            connection.commit()  # what a driver has prepared is forgotten where a transaction is rolled back
    except SQLAlchemyError as error:
        raise _named(engine, error) from error


def read_rows(engine: Engine, select: Select[Any]) -> Sequence[Row[Any]]:
    """All rows of a select, in its column order."""
    with reading(engine) as connection:
        return connection.execute(select).all()


def read_fingerprint(engine: Engine) -> Fingerprint:
    """The fingerprint of the warehouse as it is now.

    A SQLite file that is as it was is not asked again: that answers most requests without a query.
    """
    return _read_fingerprint(engine, mark) if (mark := file_mark(engine)) else _ask_fingerprint(engine, ())


@lru_cache(maxsize=8)
def _read_fingerprint(engine: Engine, mark: tuple[int, ...]) -> Fingerprint:
    return _ask_fingerprint(engine, mark)


def _ask_fingerprint(engine: Engine, mark: tuple[int, ...]) -> Fingerprint:
    with reading(engine) as connection:
        newest, loads, loaded_at = connection.execute(select_load_summary()).one()
        drafts = tuple(connection.execute(select_drafts()).scalars())
        optional = tuple(sorted(optional_present(connection)))
    return Fingerprint(newest, loads, str(loaded_at), drafts, optional, _where(engine), mark)


def _where(engine: Engine) -> str:
    """The address, without the account's password: two warehouses with like loads are still two."""
    return engine.url.render_as_string(hide_password=True)


def file_mark(engine: Engine) -> tuple[int, ...]:
    """What differs whenever a SQLite file or its write-ahead log was written; nothing for servers."""
    file = database_file(engine.url)
    if file is None:
        return ()
    try:
        state = file.stat()
        with file.open("rb") as opened:
            header = opened.read(CHANGE_COUNTER.stop)
    except OSError as error:
        raise WarehouseAway(_away(engine, "tệp không còn ở đó hoặc không đọc được")) from error
    log = file.with_name(f"{file.name}-wal")
    written = (log.stat().st_size, log.stat().st_mtime_ns) if log.exists() else ()
    changes = int.from_bytes(header[CHANGE_COUNTER])
    return (state.st_ino, state.st_mtime_ns, state.st_size, changes, *written)


def _named(engine: Engine, error: SQLAlchemyError) -> WarehouseError:
    # The drivers' words for a missing table differ; asking the warehouse what it has works with all of them.
    reason = _first_line(engine, error)
    try:
        with engine.connect() as connection:
            lacking = missing(connection)
    except SQLAlchemyError:
        return WarehouseAway(_away(engine, reason))
    if lacking:
        return ContractBroken(f"Kho dữ liệu thiếu bảng hoặc cột: {', '.join(lacking)}.", tuple(lacking))
    if isinstance(error, OperationalError):
        return WarehouseAway(_away(engine, reason))
    return ContractBroken(f"Kho dữ liệu không đọc được: {reason}.")


def _away(engine: Engine, reason: str) -> str:
    return f"Kho dữ liệu không trả lời ({place(engine.url)}): {reason}."


def _first_line(engine: Engine, error: SQLAlchemyError) -> str:
    text = str(getattr(error, "orig", None) or error).strip().partition("\n")[0].rstrip(".")
    password = engine.url.password
    return text.replace(str(password), "***") if password else text
