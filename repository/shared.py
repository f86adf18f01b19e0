"""What the processes of one machine share: a folder of answers, and leases on those being computed.

A folder that is broken, full or gone slows, and never stops: then nothing is found there and nothing is kept,
which the log says once; after a while it is tried again, and what can't be read is replaced.
"""

import os
import pickle
import sqlite3
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any, TypeVar

import structlog
from diskcache import Cache, Timeout

DATABASE = "cache.db"
BUSY_SECONDS = 1.0  # a database that others hold for longer is done without
AGAIN_SECONDS = 30.0  # until a folder that failed is tried again
LEASE_SECONDS = 10.0  # of one who computes; then another may
RENEW_SECONDS = 3.0  # of one who is known to take longer
FAULTS = (OSError, sqlite3.Error, Timeout)
Found = TypeVar("Found")
Kept = tuple[Any, int]  # an answer and its size in bytes as it is written


class Shared:
    """Answers and leases by their marks."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._cache: Cache | None = None
        self._file: tuple[int, int] | None = None
        self._away_until = 0.0  # on the clock that never goes back
        self._told = False
        self._opening = Lock()

    def get(self, mark: str) -> Kept | None:
        """The answer kept under a mark; None where there is none that can be read."""
        data = self._asked(lambda cache: cache.get(mark), None)
        if data is None:
            return None
        try:
            return pickle.loads(data)[0], len(data)
        except Exception as error:  # whatever a damaged pickle raises, it is no answer
            self._tell(error)
            return None

    def set(self, mark: str, answer: Any) -> int:
        """Keeps an answer; its size in bytes, 0 where it can't be written at all."""
        try:
            data = pickle.dumps((answer,), pickle.HIGHEST_PROTOCOL)
        except Exception as error:  # what can't be written is an answer nevertheless
            self._tell(error)
            return 0
        self._asked(lambda cache: cache.set(mark, data), False)
        return len(data)

    def lease(self, mark: str) -> bool:
        """Whether this process may compute an answer: no living one does, or nobody can tell."""
        name = f"{mark} lease"
        if self._asked(lambda cache: cache.add(name, os.getpid(), expire=LEASE_SECONDS), True):
            return True
        owner = self._asked(lambda cache: cache.get(name), None)
        if owner is None or alive(owner):
            return False
        self.release(mark)
        return self._asked(lambda cache: cache.add(name, os.getpid(), expire=LEASE_SECONDS), True)

    def renew(self, mark: str) -> None:
        """Holds a lease from now for as long again."""
        self._asked(lambda cache: cache.set(f"{mark} lease", os.getpid(), expire=LEASE_SECONDS), False)

    def works(self) -> bool:
        """Whether the folder can be written in just now."""
        return self._asked(lambda cache: cache.set("works", 1), False)

    def release(self, mark: str) -> None:
        """Gives a lease back."""
        self._asked(lambda cache: cache.delete(f"{mark} lease"), False)

    def _asked(self, ask: Callable[[Cache], Found], without: Found) -> Found:
        """What the folder says; `without` it where it fails."""
        if monotonic() < self._away_until:
            return without
        try:
            found = ask(self._opened())
        except FAULTS as error:
            self._away_until = monotonic() + AGAIN_SECONDS
            self._tell(error)
            self._cache = None
            if type(error) is sqlite3.DatabaseError:  # not the database that it should be
                self._set_aside()
            return without
        if self._told:
            self._told = False
            structlog.stdlib.get_logger("cache").info("cache folder is used again")
        return found

    def _opened(self) -> Cache:
        """The folder's cache, opened anew where its database is another than it was: deleted, replaced."""
        if self._cache is None or self._database() != self._file:
            with self._opening:
                if self._cache is None or self._database() != self._file:
                    # Answers are pickles: nobody else may write there.
                    self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                    self._cache = Cache(str(self._folder), timeout=BUSY_SECONDS)
                    self._file = self._database()
        return self._cache

    def _database(self) -> tuple[int, int] | None:
        try:
            found = os.stat(self._folder / DATABASE)
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def _set_aside(self) -> None:
        """Deletes a database that can't be read; what was in it is computed anew."""
        for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"):
            try:
                (self._folder / name).unlink(missing_ok=True)
            except OSError as error:
                self._tell(error)

    def _tell(self, error: Exception) -> None:
        """Says once that the folder fails."""
        if not self._told:
            self._told = True
            reason = f"{type(error).__name__}: {error}".rstrip(": ")
            structlog.stdlib.get_logger("cache").warning(
                "cache folder not used", folder=str(self._folder), reason=reason
            )


def alive(process: int) -> bool:
    """Whether a process of this machine is still there, as far as can be told."""
    if os.name != "posix":
        return True  # there a signal of 0 would end it; its lease will
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass  # another account's
    return True


def marked(*key: object) -> str:
    """A short mark of a key, the same in every process."""
    return sha256(repr(key).encode()).hexdigest()[:24]
