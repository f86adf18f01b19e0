"""A cache folder that is broken, full or gone slows, and never stops; the log says it once."""

import errno
import shutil
import sqlite3

import pytest
from diskcache import Cache, Timeout
from structlog.testing import capture_logs

from repository import shared
from repository.cache import Answers
from repository.shared import DATABASE, Shared
from tests.unit.repository.test_cache import find, never

FAULTS = [
    sqlite3.OperationalError("attempt to write a readonly database"),
    sqlite3.OperationalError("database or disk is full"),
    sqlite3.OperationalError("disk I/O error"),
    sqlite3.DatabaseError("database disk image is malformed"),
    OSError(errno.ENOSPC, "No space left on device"),
    PermissionError(errno.EACCES, "Permission denied"),
    Timeout("database timeout"),
]


def failing(fault: Exception):
    def fail(*_, **__):
        raise fault

    return fail


def warnings(logs) -> list[str]:
    return [line["event"] for line in logs if line["log_level"] == "warning"]


@pytest.mark.parametrize("fault", FAULTS, ids=str)
@pytest.mark.parametrize("deeds", [("__init__",), ("set", "add"), ("get", "set", "add", "delete")], ids=str)
def test_answers_come_and_are_kept_in_memory_whatever_fails(tmp_path, monkeypatch, fault, deeds):
    answers = Answers(tmp_path / "cache")
    for deed in deeds:
        monkeypatch.setattr(Cache, deed, failing(fault))
    with capture_logs() as logs:
        for name in ("one", "two", "three"):
            assert find(answers, name, lambda: "found") == "found"
            assert find(answers, name, never) == "found"
    assert warnings(logs) == ["cache folder not used"]


def test_it_is_used_again_once_it_works(tmp_path, monkeypatch):
    answers = Answers(tmp_path)
    monkeypatch.setattr(shared, "AGAIN_SECONDS", 0)
    with capture_logs() as logs:
        with monkeypatch.context() as patch:
            patch.setattr(Cache, "set", failing(FAULTS[1]))
            find(answers, "one", lambda: 1)
        find(answers, "two", lambda: 2)
    assert [line["event"] for line in logs] == ["cache folder not used", "cache folder is used again"]
    assert find(Answers(tmp_path), "two", never) == 2


def test_a_damaged_database_is_replaced_at_the_start(tmp_path, monkeypatch):
    monkeypatch.setattr(shared, "AGAIN_SECONDS", 0)
    (tmp_path / DATABASE).write_bytes(b"no database at all, " * 500)
    answers = Answers(tmp_path)
    with capture_logs() as logs:
        assert find(answers, "one", lambda: 1) == 1
        assert find(answers, "two", lambda: 2) == 2
    assert warnings(logs) == ["cache folder not used"]
    assert find(Answers(tmp_path), "two", never) == 2


def test_a_database_that_is_damaged_meanwhile_is_replaced(tmp_path, monkeypatch):
    monkeypatch.setattr(shared, "AGAIN_SECONDS", 0)
    answers = Answers(tmp_path)
    find(answers, "one", lambda: 1)
    for file in tmp_path.glob(f"{DATABASE}*"):
        file.write_bytes(b"no database at all, " * 5000)
    assert find(answers, "two", lambda: 2) == 2
    assert find(answers, "three", lambda: 3) == 3
    assert find(answers, "one", never) == 1
    assert find(Answers(tmp_path), "three", never) == 3


def test_a_folder_that_is_deleted_meanwhile_is_made_again(tmp_path):
    answers = Answers(tmp_path / "cache")
    find(answers, "one", lambda: 1)
    shutil.rmtree(tmp_path / "cache")
    assert find(answers, "one", never) == 1
    assert find(answers, "two", lambda: "x" * 100_000) == "x" * 100_000
    assert find(Answers(tmp_path / "cache"), "two", never) == "x" * 100_000


def test_a_file_in_the_place_of_the_folder_slows_and_does_not_stop(tmp_path):
    (tmp_path / "cache").write_text("a file")
    answers = Answers(tmp_path / "cache")
    assert find(answers, "one", lambda: 1) == 1
    assert not answers.shared.works()


def test_what_cannot_be_written_is_an_answer_nevertheless(tmp_path):
    answers = Answers(tmp_path)
    with capture_logs() as logs:
        found = find(answers, "one", lambda: never)
        assert find(answers, "lambda", lambda: lambda: 1)() == 1
    assert found is never
    assert warnings(logs) == ["cache folder not used"]


def test_what_cannot_be_read_is_made_anew(tmp_path):
    Cache(str(tmp_path)).set("one", b"no pickle")
    Cache(str(tmp_path)).set("two", {"not": "ours"})
    answers = Answers(tmp_path)
    assert find(answers, "one", lambda: 1) == 1
    assert find(answers, "two", lambda: 2) == 2
    assert find(Answers(tmp_path), "one", never) == 1


def test_the_folder_is_for_its_owner_alone(tmp_path):
    Shared(tmp_path / "cache").set("one", 1)
    assert (tmp_path / "cache").stat().st_mode & 0o777 == 0o700
