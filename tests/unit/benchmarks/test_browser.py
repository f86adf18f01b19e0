"""What came over the wire, from the browser's network events."""

import json

from benchmarks.browser import received


def sent(number: str, url: str, output: str | None = None) -> dict:
    request = {"url": url} | ({"postData": json.dumps({"output": output})} if output else {})
    return {"method": "Network.requestWillBeSent", "params": {"requestId": number, "request": request}}


def finished(number: str, size: float) -> dict:
    return {"method": "Network.loadingFinished", "params": {"requestId": number, "encodedDataLength": size}}


def test_bytes_are_summed_by_address():
    events = [sent("1", "http://h/a.js"), sent("2", "http://h/a.js"), finished("1", 1500), finished("2", 500)]
    assert received(events) == {"http://h/a.js": 2.0}


def test_callbacks_are_told_apart_by_their_outputs():
    address = "http://h/_dash-update-component?x=1"
    events = [sent("1", address, "..map.figure..."), sent("2", address, "path.children"), finished("2", 250)]
    assert received([*events, finished("1", 4000)]) == {"..map.figure...": 4.0, "path.children": 0.25}


def test_what_was_asked_before_the_last_look_is_left_out():
    other = {"method": "Network.dataReceived", "params": {"requestId": "7"}}
    assert received([other, finished("7", 1000)]) == {}
