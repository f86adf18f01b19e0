"""The engine that reads the warehouse, and never writes to it."""

import os
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from sqlalchemy import URL, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from warehouse.errors import WarehouseError

CONNECT_SECONDS = 5
# What each driver calls the time it waits for a server; a driver that isn't listed keeps its own patience.
TIMEOUT_OPTION = {
    "psycopg": "connect_timeout",
    "psycopg2": "connect_timeout",
    "pymysql": "connect_timeout",
    "mysqldb": "connect_timeout",
    "oracledb": "tcp_connect_timeout",
    "pyodbc": "timeout",
}


def open_warehouse(url: str | URL) -> Engine:
    """An engine for any SQLAlchemy URL, read-only where the database knows how; not connected yet.

    A wrong URL or a missing driver raises `WarehouseError` without repeating the URL, which may hold a
    password.
    """
    try:
        address = make_url(url)
        if address.get_backend_name() == "sqlite":
            return create_engine(
                _read_only_file(address), poolclass=NullPool, connect_args={"timeout": CONNECT_SECONDS}
            )
        options = (
            {"postgresql_readonly": True} if address.get_driver_name() in ("psycopg", "psycopg2") else {}
        )
        engine = create_engine(
            address, pool_pre_ping=True, execution_options=options, connect_args=_patience(address)
        )
    except ArgumentError as error:
        raise WarehouseError("WAREHOUSE_URL không phải địa chỉ SQLAlchemy hợp lệ.") from error
    except ImportError as error:
        raise WarehouseError(f"Thiếu trình điều khiển cơ sở dữ liệu: {error.name}.") from error
    if address.get_driver_name() == "psycopg":
        event.listen(engine, "connect", _dates_as_text)
    if hasattr(os, "register_at_fork"):  # a worker must not talk through its parent's connection
        os.register_at_fork(after_in_child=partial(engine.dispose, close=False))
    return engine


def _dates_as_text(connection: Any, _record: Any) -> None:
    """Has psycopg hand dates over as text: it raises on those that Python has no date for."""
    from psycopg.types.string import TextLoader

    for kind in ("date", "timestamp", "timestamptz"):
        connection.adapters.register_loader(kind, TextLoader)


def place(url: URL) -> str:
    """Where a warehouse is, for people: kind, server and name of the database, never an account or an option.

    >>> place(make_url("postgresql://reader:secret@db.local/kho?password=x"))
    'postgresql: db.local/kho'
    """
    file = database_file(url)
    if file:
        return f"{url.get_backend_name()}: {file}"
    server = f"{url.host}:{url.port}" if url.port else url.host or ""
    return f"{url.get_backend_name()}: {server}/{url.database or ''}"


def database_file(url: URL) -> Path | None:
    """The file behind an engine's SQLite URL; None for a server or for a database in memory."""
    if url.get_backend_name() != "sqlite" or not (url.database or "").startswith("file:"):
        return None
    return Path(unquote(urlsplit(url.database or "").path))


def _read_only_file(address: URL) -> URL:
    # One file handle a read (no pool): a file that was replaced or deleted is noticed at once.
    database = address.database
    if not database or database == ":memory:":
        return address
    if not database.startswith("file:"):
        database = Path(database).absolute().as_uri()
    return address.set(database=database, query={**address.query, "mode": "ro", "uri": "true"})


def _patience(address: URL) -> dict[str, int]:
    option = TIMEOUT_OPTION.get(address.get_driver_name())
    return {option: CONNECT_SECONDS} if option and option not in address.query else {}
