"""The packs asked for: who waits, who is at work, which files are ready and until when.

What is known of a job stands in one SQLite file beside the files, so that every worker, and a page that was
loaded anew, sees the same queue. A job that is at work counts only while its process lives: one that was
killed holds up nobody. Files are written where nobody looks and moved in one step once all are there.
"""

import json
import os
import secrets
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from language import N_, Locale

AT_ONCE = 1  # jobs at work on a machine; the others wait, so that pages stay quick
MOST_WAITING = 50  # of all readers; more would wait too long
OPEN = ("asked", "waiting", "working")
BUSY = N_("Đang có quá nhiều yêu cầu chờ. Hãy thử lại sau ít phút.")

TABLE = """
CREATE TABLE IF NOT EXISTS job (
    id TEXT PRIMARY KEY, address TEXT NOT NULL, locale TEXT NOT NULL, edition TEXT NOT NULL,
    state TEXT NOT NULL, turn INTEGER, pid INTEGER, born REAL,
    said TEXT NOT NULL DEFAULT '', done INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0,
    faults TEXT NOT NULL DEFAULT '[]', at REAL NOT NULL
)
"""


class Busy(Exception):
    """More is waiting than can be done in a reasonable time."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that is ready: its name and its size in bytes."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Job:
    """A pack asked for. `state`: asked, waiting, working, ready, failed, cancelled, broken.

    `edition` is the number of a frozen pack, "new" for one that is to be frozen, else empty. `said` is the
    step in words, the `done`th of `total`. `faults` name what could not be made. `until` is the moment at
    which its files go.
    """

    id: str
    address: str
    locale: Locale
    edition: str
    state: str
    said: str
    done: int
    total: int
    faults: tuple[str, ...]
    files: tuple[File, ...]
    until: float

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.state in OPEN


class Jobs:
    """The queue of one machine, in a folder of its own. Files live `hours`."""

    def __init__(
        self, folder: Path, *, hours: float = 24, at_once: int = AT_ONCE, now: Callable[[], float] = time.time
    ):
        self.folder, self.hours, self.at_once, self.now = folder, hours, at_once, now

    def ask(self, address: str, locale: Locale, edition: str = "") -> str:
        """The id of a new job, which nobody can guess. Raises Busy."""
        self.sweep()
        job_id = secrets.token_urlsafe(18)
        with self._changing() as table:
            waiting = table.execute("SELECT count(*) FROM job WHERE state IN ('asked', 'waiting')")
            if waiting.fetchone()[0] >= MOST_WAITING:
                raise Busy
            table.execute(
                "INSERT INTO job (id, address, locale, edition, state, at) VALUES (?, ?, ?, ?, 'asked', ?)",
                (job_id, address, locale, edition, self.now()),
            )
        return job_id

    def find(self, job_id: str) -> Job | None:
        """A job; None where there is none, or its time is over. One whose process is gone is broken."""
        with self._changing() as table:
            row = table.execute("SELECT * FROM job WHERE id = ?", (job_id,)).fetchone()
        if row is None or self._over(row["at"]):
            return None
        state = row["state"]
        if state in ("waiting", "working") and not _lives(row["pid"], row["born"]):
            state = "broken"
        files: list[File] = []
        if state == "ready":
            found = sorted((self.folder / "files" / job_id).glob("*"))
            files = [File(path.name, path.stat().st_size) for path in found]
        return Job(
            id=job_id,
            address=row["address"],
            locale=row["locale"],
            edition=row["edition"],
            state=state,
            said=row["said"],
            done=row["done"],
            total=row["total"],
            faults=tuple(json.loads(row["faults"])),
            files=tuple(files),
            until=row["at"] + self.hours * 3600,
        )

    def begin(self, job_id: str) -> bool:
        """Whether this process takes the job on: it is open and in nobody else's hands. It queues last."""
        with self._changing() as table:
            row = table.execute("SELECT * FROM job WHERE id = ?", (job_id,)).fetchone()
            if row is None or row["state"] not in OPEN or _lives(row["pid"], row["born"]):
                return False
            last = table.execute("SELECT coalesce(max(turn), 0) FROM job").fetchone()[0]
            me = psutil.Process()
            table.execute(
                "UPDATE job SET state = 'waiting', turn = ?, pid = ?, born = ? WHERE id = ?",
                (last + 1, me.pid, me.create_time(), job_id),
            )
        return True

    def ahead(self, job_id: str) -> int:
        """How many jobs have to end before this one may start; 0 lets it start, and it does."""
        with self._changing() as table:
            rows = table.execute(
                "SELECT pid, born FROM job WHERE state IN ('waiting', 'working') "
                "AND turn < (SELECT turn FROM job WHERE id = ?)",
                (job_id,),
            ).fetchall()
            waits = max(0, sum(_lives(*row) for row in rows) - self.at_once + 1)
            if not waits:
                table.execute(
                    "UPDATE job SET state = 'working' WHERE id = ? AND state = 'waiting'", (job_id,)
                )
        return waits

    def tell(self, job_id: str, said: str, done: int, total: int) -> None:
        """Notes how far a job is."""
        with self._changing() as table:
            table.execute(
                "UPDATE job SET said = ?, done = ?, total = ? WHERE id = ?", (said, done, total, job_id)
            )

    @contextmanager
    def building(self, job_id: str) -> Iterator[Path]:
        """An empty folder to write a job's files in, which is gone afterwards unless they were published."""
        folder = self.folder / "building" / job_id
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700, parents=True)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def publish(
        self,
        job_id: str,
        faults: tuple[str, ...] = (),
        edition: str = "",
        also: Callable[[], None] = lambda: None,
    ) -> bool:
        """Puts the files of a job where readers find them, all at once; not if it was cancelled meanwhile.

        `also` is done with it, or, where that fails, neither.
        """
        with self._changing() as table:
            found = table.execute("SELECT state FROM job WHERE id = ?", (job_id,)).fetchone()
            if found is None or found["state"] != "working":
                return False
            also()
            ready = self.folder / "files" / job_id
            ready.parent.mkdir(mode=0o700, exist_ok=True)
            os.replace(self.folder / "building" / job_id, ready)
            table.execute(
                "UPDATE job SET state = 'ready', faults = ?, edition = ?, at = ? WHERE id = ?",
                (json.dumps(faults), edition, self.now(), job_id),
            )
        return True

    def fail(self, job_id: str, faults: tuple[str, ...]) -> None:
        """Notes that nothing of a job could be made, and why."""
        with self._changing() as table:
            table.execute(
                "UPDATE job SET state = 'failed', faults = ?, at = ? WHERE id = ? AND state IN "
                "('asked', 'waiting', 'working')",
                (json.dumps(faults), self.now(), job_id),
            )

    def cancel(self, job_id: str) -> None:
        """Ends a job and whatever it started; nothing of it is left."""
        with self._changing() as table:
            row = table.execute("SELECT * FROM job WHERE id = ?", (job_id,)).fetchone()
            if row is None or row["state"] not in OPEN:
                return
            table.execute("UPDATE job SET state = 'cancelled' WHERE id = ?", (job_id,))
        if _lives(row["pid"], row["born"]) and row["pid"] != os.getpid():
            _end(row["pid"])
        shutil.rmtree(self.folder / "building" / job_id, ignore_errors=True)

    def file(self, job_id: str, name: str) -> Path | None:
        """A file that is ready, by the id of its job and its name; None for anything else."""
        job = self.find(job_id)
        known = {file.name for file in job.files} if job else set()
        return self.folder / "files" / job_id / name if name in known else None

    def sweep(self) -> None:
        """Removes what is over: files past their time, and what killed jobs left behind."""
        with self._changing() as table:
            rows = table.execute("SELECT * FROM job").fetchall()
            over = [row["id"] for row in rows if self._over(row["at"])]
            table.executemany("DELETE FROM job WHERE id = ?", [(job_id,) for job_id in over])
        kept = {row["id"]: row for row in rows if row["id"] not in over}
        for path in (self.folder / "files").glob("*"):
            if path.name not in kept:
                shutil.rmtree(path, ignore_errors=True)
        for path in (self.folder / "building").glob("*"):
            row = kept.get(path.name)
            if row is None or not _lives(row["pid"], row["born"]):
                shutil.rmtree(path, ignore_errors=True)

    def _over(self, at: float) -> bool:
        return self.now() > at + self.hours * 3600

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """The table, for one look or change that nobody else's comes between."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # A connection for each: one must never live on in a process that is forked off.
        connection = sqlite3.connect(self.folder / "jobs.sqlite", timeout=10, isolation_level=None)
        with closing(connection):
            connection.row_factory = sqlite3.Row
            connection.execute("BEGIN IMMEDIATE")
            with connection:
                connection.execute(TABLE)
                yield connection


def _lives(pid: int | None, born: float | None) -> bool:
    """Whether the process that took a job on is still there, and no other one by its number."""
    if pid is None:
        return False
    try:
        process = psutil.Process(pid)
        return process.create_time() == born and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _end(pid: int) -> None:
    """Ends a process and all that it started, Chromium among them."""
    try:
        process = psutil.Process(pid)
        started = process.children(recursive=True)
    except psutil.NoSuchProcess:
        return
    for one in (process, *started):
        with suppress(psutil.NoSuchProcess):
            one.kill()
    psutil.wait_procs([process], timeout=5)
