"""Processes that are measured: started, waited for, and stopped."""

import os
import socket
import subprocess
import sys

import pytest

from benchmarks.memory import resident, workers
from benchmarks.served import LOCAL, free_port, get, running, until_answered

WAITING = (sys.executable, "-c", "input()")


def test_a_free_port_can_be_listened_on():
    with socket.socket() as listener:
        listener.bind((LOCAL, free_port()))


def test_a_process_is_stopped_on_leaving():
    with running((sys.executable, "-m", "http.server", "--bind", LOCAL, str(port := free_port())), {}) as (
        process,
        at,
    ):
        assert until_answered(port, "/", process) > at
        assert get(port, "/")[0] == 200
    assert process.returncode is not None


def test_a_process_that_fails_is_told_with_its_last_words():
    failing = (sys.executable, "-c", "import os, sys; sys.exit('no ' + os.environ['PORT'])")

    def wait() -> None:
        with running(failing, {"PORT": "80"}) as (process, _):
            process.wait()
            until_answered(free_port(), "/", process)

    with pytest.raises(RuntimeError, match="no 80"):
        wait()


def test_children_of_a_process_are_its_workers():
    with subprocess.Popen(WAITING, stdin=subprocess.PIPE) as child:
        assert child.pid in workers(os.getpid())
        assert workers(child.pid) == []
        child.communicate(b"\n")


def test_memory_is_that_of_the_process():
    assert 5 < resident(os.getpid()) < 5000
