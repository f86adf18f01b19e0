"""The load: bounded by calls and by time, and never satisfied by refusals."""

from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from benchmarks.load import calls_a_second
from benchmarks.served import LOCAL

asked: Counter[str] = Counter()


class Answering(BaseHTTPRequestHandler):
    """Answers /missing with 404 and anything else with 200."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        asked[self.path] += 1
        self.send_response(404 if self.path == "/missing" else 200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    asked.clear()
    with ThreadingHTTPServer((LOCAL, 0), Answering) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_it_stops_after_its_calls_and_asks_each_path(port):
    assert calls_a_second(port, ["/a", "/b"], 200, {}, calls=40, seconds=60) > 0
    assert asked == {"/a": 20, "/b": 20}


def test_it_stops_after_its_time(port):
    assert calls_a_second(port, ["/a"], 200, {}, calls=10_000_000, seconds=0.1) > 0


def test_another_status_than_expected_raises(port):
    with pytest.raises(RuntimeError, match="/missing answered 404"):
        calls_a_second(port, ["/missing"], 200, {}, calls=1, seconds=60)
