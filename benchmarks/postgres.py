"""A PostgreSQL server of one's own on this machine's loopback, gone when it is no longer needed."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from secrets import token_urlsafe
from tempfile import TemporaryFile, mkdtemp

from sqlalchemy import URL, create_engine, text

DEBIAN = Path("/usr/lib/postgresql/15/bin")
LOOPBACK = "127.0.0.1"
# Nothing that it holds has to outlive a crash.
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_wal_size=4GB")
ROOM = ("shared_buffers=512MB", "maintenance_work_mem=256MB", "jit=off")


def is_installed() -> bool:
    """Whether the server's programs are there, and may be run by this account."""
    return (DEBIAN / "pg_ctl").exists() and (os.getuid() != 0 or _runs_as() is not None)


@contextmanager
def server(port: int) -> Iterator[URL]:
    """The owner's URL of an empty database on a server that listens on a port of the loopback alone."""
    folder = Path(mkdtemp(prefix="kho-pg-"))
    data, secret = folder / "data", token_urlsafe(12)
    (folder / "secret").write_text(secret)
    if (owner := _runs_as()) is not None:
        for path in (folder, folder / "secret"):
            os.chown(path, owner.pw_uid, owner.pw_gid)
    options = [f"listen_addresses={LOOPBACK}", f"port={port}", f"unix_socket_directories={folder}"]
    given = " ".join(f"-c {option}" for option in (*options, *QUICK, *ROOM))
    run = partial(_run, owner.pw_name if owner else None)
    try:
        secretly = ("-A", "scram-sha-256", "--pwfile", folder / "secret")
        run("initdb", "-D", data, "-U", "owner", *secretly, "-E", "UTF8", "--no-sync")
        run("pg_ctl", "-D", data, "-l", folder / "log", "-w", "-o", given, "start")
        try:
            url = URL.create("postgresql+psycopg", "owner", secret, LOOPBACK, port, "postgres")
            statements(url, "CREATE DATABASE kho", autocommit=True)
            yield url.set(database="kho")
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def reader_of(owner: URL) -> URL:
    """The URL of a new account that may SELECT and nothing else, also from what the owner makes later."""
    secret = token_urlsafe(12)
    statements(
        owner,
        f"CREATE ROLE reader LOGIN PASSWORD '{secret}'",
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO reader",
    )
    return owner.set(username="reader", password=secret)


def statements(url: URL, *texts: str, autocommit: bool = False) -> None:
    """Executes statements, in one transaction unless the server wants none around them."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT") if autocommit else create_engine(url)
    with engine.begin() as connection:
        for one in texts:
            connection.execute(text(one))
    engine.dispose()


def _runs_as() -> pwd.struct_passwd | None:
    """The account that the server runs as where this one is root, whom it refuses."""
    if os.getuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return None


def _run(account: str | None, program: str, *arguments: object) -> None:
    """Runs one of the server's programs. Raises RuntimeError with what it said."""
    command = [str(DEBIAN / program), *map(str, arguments)]
    with TemporaryFile("w+") as said:  # no pipe: the server keeps what it is given
        done = subprocess.run(
            command, user=account, group=account, stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd="/"
        )
        if done.returncode:
            said.seek(0)
            raise RuntimeError(f"{program}: {said.read().strip()[-500:]}")
