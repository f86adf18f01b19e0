"""Answers are made once, by threads and processes alike, and kept within bounds."""

import multiprocessing
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Event

import pytest

from repository import cache
from repository.cache import Answers


def never():
    raise AssertionError("made again")


def find(answers: Answers, name: str, make):
    return answers.find((name,), lambda: name, make)


def test_an_answer_is_made_once_and_kept_for_other_processes(tmp_path):
    answers = Answers(tmp_path)
    first = find(answers, "one", lambda: ("found",))
    assert find(answers, "one", never) is first
    assert find(Answers(tmp_path), "one", never) == first


def test_nothing_is_an_answer_too(tmp_path):
    answers = Answers(tmp_path)
    assert find(answers, "none", lambda: None) is None
    assert find(answers, "none", never) is None
    assert find(Answers(tmp_path), "none", never) is None


def test_of_threads_that_ask_at_once_one_makes_it(tmp_path):
    answers, made, here = Answers(tmp_path), [], Barrier(8)
    all_ask = Event()

    def make():
        made.append(1)
        assert all_ask.wait(30)
        return "found"

    def ask(_):
        if here.wait(30) == 0:
            all_ask.set()
        return find(answers, "one", make)

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(8))) == {"found"}
    assert made == [1]


def test_what_fails_fails_for_all_who_wait_and_is_tried_again(tmp_path):
    answers, started, go = Answers(tmp_path), Event(), Event()

    def fails():
        started.set()
        assert go.wait(30)
        raise LookupError("away")

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(find, answers, "one", fails)
        assert started.wait(30)
        second = pool.submit(find, answers, "one", fails)
        go.set()
        for one in (first, second):
            with pytest.raises(LookupError):
                one.result(30)
    assert find(answers, "one", lambda: "back") == "back"


def ask_in_process(folder, made, started, waits, go, found):
    def make():
        made.put(1)
        started.set()
        assert go.wait(60)
        return "found"

    def wait(seconds):
        waits.set()
        time.sleep(seconds)

    cache.sleep = wait
    found.put(find(Answers(Path(folder)), "one", make))


def test_of_processes_that_ask_at_once_one_makes_it(tmp_path):
    spawn = multiprocessing.get_context("spawn")
    started, waits, go, made, found = (
        spawn.Event(),
        spawn.Event(),
        spawn.Event(),
        spawn.Queue(),
        spawn.Queue(),
    )
    given = (str(tmp_path), made, started, waits, go, found)
    first = spawn.Process(target=ask_in_process, args=given)
    first.start()
    assert started.wait(60)
    second = spawn.Process(target=ask_in_process, args=given)
    second.start()
    assert waits.wait(60)
    go.set()
    assert [found.get(timeout=60) for _ in range(2)] == ["found", "found"]
    for process in (first, second):
        process.join(60)
    assert made.get(timeout=1) == 1
    assert made.empty()


def test_nobody_waits_for_a_process_that_died(tmp_path, monkeypatch):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    answers = Answers(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("os.getpid", lambda: ended.pid)
        assert answers.shared.lease("one")
    monkeypatch.setattr(cache, "sleep", never)
    assert find(answers, "one", lambda: "found") == "found"


def test_nobody_waits_for_ever(tmp_path, monkeypatch):
    answers = Answers(tmp_path)
    assert answers.shared.lease("one")  # by a living process, which never answers
    monkeypatch.setattr(cache, "LEASE_SECONDS", 0)
    assert find(answers, "one", lambda: "found") == "found"


def test_a_lease_is_given_back(tmp_path):
    answers = Answers(tmp_path)
    find(answers, "one", lambda: 1)
    with pytest.raises(LookupError):
        find(answers, "two", lambda: {}["two"])
    assert answers.shared.lease("one")
    assert answers.shared.lease("two")


def test_answers_in_memory_stay_within_bounds(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "KEPT_BYTES", 100_000)
    answers = Answers(tmp_path)
    large = find(answers, "large", lambda: "x" * 1_000_000)
    assert find(answers, "large", never) == large
    for number in range(200):
        find(answers, str(number), lambda: "small")
    assert len(answers) == 100_000 // cache.SMALLEST
    assert find(answers, "0", never) == "small"
