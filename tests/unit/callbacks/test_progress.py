"""What is watched while it is on its way: the questions that a reader waits for."""

import json

import pytest

QUESTION = "/_dash-update-component"


@pytest.mark.parametrize(
    ("address", "changed", "kind"),
    [
        (QUESTION, ["url.search"], "question"),
        (QUESTION, [], "question"),  # the first one of a part of a page
        (QUESTION, ["heartbeat.n_intervals", "url.search"], "question"),
        (QUESTION, ["heartbeat.n_intervals"], "look"),
        (f"{QUESTION}?cacheKey=1&job=2", ["report-job-0-run.data"], "other"),
        ("/_dash-layout", None, "start"),
        ("http://127.0.0.1:8050/_dash-dependencies", None, "start"),
        ("/tim?q=lao", None, "other"),
        ("/tep/ban-do/map.json?i=S02", None, "other"),
    ],
)
def test_what_a_reader_waits_for_is_told_from_what_a_clock_asks(script, address, changed, kind):
    body = None if changed is None else json.dumps({"output": "a.b", "changedPropIds": changed})
    assert script.ask("kind", address=address, body=body) == kind
