"""Editions ("số liệu chốt"): packs frozen under a number, and whether one that is built again is the same.

A frozen pack isn't kept as files: what is kept is all that it follows from, and the checksum of what it said.
Built again it is read as of its load and its day, and only called by its number where the checksum agrees.
They stand in one SQLite file, the one thing in the data folder that can't be made anew: back it up.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from exports.report import Report
from language import N_, Language

# What a report says is its content. How it was drawn, how it is called and where it stands is not.
NOT_CONTENT = ("figure", "edition", "checksum", "link")

TABLE = """
CREATE TABLE IF NOT EXISTS edition (
    number TEXT PRIMARY KEY, day TEXT NOT NULL, frozen_at TEXT NOT NULL, title TEXT NOT NULL,
    address TEXT NOT NULL, load_id INTEGER, approved TEXT NOT NULL, definitions TEXT NOT NULL,
    rules TEXT NOT NULL, checksum TEXT NOT NULL
)
"""
CHANGES = {
    "definitions": N_("định nghĩa chỉ số đã đổi"),
    "rules": N_("ngưỡng đánh giá đã đổi"),
    "approved": N_("có lần nạp cũ hơn được duyệt sau khi chốt, hoặc không còn được duyệt"),
    "program": N_("chương trình hoặc tài liệu đi kèm đã đổi"),
}


@dataclass(frozen=True, slots=True)
class Rests:
    """What the numbers of a pack follow from, beside its choice: the load, what counts, how it is judged.

    `approved` are the loads up to that one that count; `definitions` is their hash; `rules` are the
    thresholds in force.
    """

    load_id: int | None
    approved: tuple[int, ...]
    definitions: str
    rules: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A frozen pack. `number` is its day and the how-manieth of that day: "2026-11-25/01"."""

    number: str
    day: date
    frozen_at: datetime
    title: str
    address: str
    rests: Rests
    checksum: str

    def changes(self, now: Rests) -> tuple[str, ...]:
        """What its numbers follow from that is otherwise now: keys of CHANGES."""
        then = self.rests
        return tuple(
            name for name in ("definitions", "rules", "approved") if getattr(then, name) != getattr(now, name)
        )


def changes_told(changes: tuple[str, ...], lang: Language) -> str:
    """Why a pack can't be what it was, in words; the program itself where nothing else has changed."""
    return "; ".join(lang(CHANGES[name]) for name in changes or ("program",))


class Editions:
    """The editions of one data folder."""

    def __init__(self, file: Path):
        self.file = file

    def next_number(self, day: date) -> str:
        """The number that the next edition of a day gets."""
        with self._changing() as table:
            count = table.execute("SELECT count(*) FROM edition WHERE day = ?", (day.isoformat(),))
            return f"{day.isoformat()}/{count.fetchone()[0] + 1:02}"

    def freeze(self, edition: Edition) -> bool:
        """Keeps an edition for good; False where its number was given away meanwhile."""
        rests = edition.rests
        values = (
            edition.number,
            edition.day.isoformat(),
            edition.frozen_at.isoformat(timespec="seconds"),
            edition.title,
            edition.address,
            rests.load_id,
            json.dumps(rests.approved),
            rests.definitions,
            rests.rules,
            edition.checksum,
        )
        try:
            with self._changing() as table:
                table.execute(f"INSERT INTO edition VALUES ({', '.join('?' * len(values))})", values)
        except sqlite3.IntegrityError:
            return False
        return True

    def find(self, number: str) -> Edition | None:
        """The edition of a number."""
        with self._changing() as table:
            row = table.execute("SELECT * FROM edition WHERE number = ?", (number,)).fetchone()
        return _edition(row) if row else None

    def newest(self, many: int = 50) -> tuple[Edition, ...]:
        """The editions, the newest first, so many at most."""
        with self._changing() as table:
            rows = table.execute(
                "SELECT * FROM edition ORDER BY frozen_at DESC, number DESC LIMIT ?", (many,)
            )
            return tuple(map(_edition, rows))

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self.file, timeout=10, isolation_level=None)) as connection:
            connection.row_factory = sqlite3.Row
            connection.execute("BEGIN IMMEDIATE")
            with connection:
                connection.execute(TABLE)
                yield connection


def _edition(row: sqlite3.Row) -> Edition:
    return Edition(
        number=row["number"],
        day=date.fromisoformat(row["day"]),
        frozen_at=datetime.fromisoformat(row["frozen_at"]),
        title=row["title"],
        address=row["address"],
        rests=Rests(row["load_id"], tuple(json.loads(row["approved"])), row["definitions"], row["rules"]),
        checksum=row["checksum"],
    )


def content_checksum(report: Report) -> str:
    """The SHA-256 of what a report says: every word, number, day and colour in it, in order.

    It is the same for the same content whenever and wherever the report is made.
    """
    return sha256(json.dumps(_plain(report), ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _plain(value: Any) -> Any:
    """A record as JSON has it, with the name of its kind; days are marked, so that none equals a text."""
    if is_dataclass(value) and not isinstance(value, type):
        kept = {
            one.name: _plain(getattr(value, one.name)) for one in fields(value) if one.name not in NOT_CONTENT
        }
        return {"": type(value).__name__, **kept}
    if isinstance(value, dict):
        return sorted(([_plain(key), _plain(one)] for key, one in value.items()), key=repr)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return {"date": value.isoformat()} if isinstance(value, date) else value
