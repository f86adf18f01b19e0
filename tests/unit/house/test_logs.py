"""The log: JSON lines with what a keeper needs, and no password."""

import contextlib
import io
import json
import logging

import pytest
import structlog
from flask import Flask

from logs import log_requests, set_up_logs, without_passwords


@pytest.fixture
def log():
    """Reads the events written since it was set up; what was set up is taken away afterwards."""
    root, level = logging.getLogger(), logging.getLogger().level
    with contextlib.redirect_stderr(io.StringIO()) as written:
        set_up_logs("INFO")
        ours = root.handlers[-1]
        yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    root.removeHandler(ours)
    root.setLevel(level)
    structlog.reset_defaults()


def test_an_event_is_one_line_of_json_with_its_accents(log):
    structlog.stdlib.get_logger("warehouse").warning("kho không trả lời", attempt=2)
    (event,) = log()
    assert (event["event"], event["attempt"], event["level"]) == ("kho không trả lời", 2, "warning")
    assert event["logger"] == "warehouse"
    assert event["timestamp"].endswith("Z")


def test_libraries_write_in_the_same_form(log):
    logging.getLogger("sqlalchemy").error("away")
    assert log()[0]["event"] == "away"


def test_what_is_below_the_level_or_noise_is_left_out(log):
    structlog.stdlib.get_logger("x").debug("detail")
    logging.getLogger("werkzeug").info("127.0.0.1 - GET /")
    assert log() == []


def test_passwords_are_masked_in_words_and_tracebacks(log):
    try:
        raise ValueError("postgresql://reader:s3cret@db/kho")
    except ValueError:
        structlog.stdlib.get_logger("x").exception("failed", url="mysql://reader:s3cret@db/kho")
    (event,) = log()
    assert "s3cret" not in str(event)
    assert event["url"] == "mysql://reader:***@db/kho"
    assert "ValueError" in event["exception"]


@pytest.mark.parametrize("text", ["see http://host:8050/path", "mail a@b.vn", "sqlite:////data/kho.sqlite"])
def test_what_is_no_password_stays(text):
    assert without_passwords(text) == text


def test_a_request_is_one_line(log):
    server = Flask("x")
    log_requests(server)
    server.add_url_rule("/api", view_func=lambda: ("", 204))
    server.test_client().get("/api?secret=1")
    (event,) = log()
    assert (event["method"], event["path"], event["status"]) == ("GET", "/api", 204)
    assert event["ms"] >= 0
    assert "secret" not in str(event)


def test_a_failing_request_is_logged_with_its_status(log):
    server = Flask("x")
    log_requests(server)
    server.add_url_rule("/fails", view_func=lambda: str(1 / 0))
    server.test_client().get("/fails")
    assert [event.get("status") for event in log()][-1] == 500


def test_setting_up_twice_does_not_write_twice(log):
    before = len(logging.getLogger().handlers)
    set_up_logs("INFO")
    assert len(logging.getLogger().handlers) == before


def test_files_and_health_checks_are_quiet(log):
    server = Flask("x")
    log_requests(server)
    server.test_client().get("/healthz")
    assert log() == []
