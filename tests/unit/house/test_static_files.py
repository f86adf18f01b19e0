"""What is prepared for browsers: every file at its address, compressed ahead, for ever where named so."""

import gzip
import os
import re

import brotli
import pytest
from dash import Dash, dcc, html

import static_files
from static_files import ours, prepared, serve_own, serve_prepared

HEADERS = {"X-Content-Type-Options": "nosniff"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("prepared")


def small_app():
    app = Dash("x", assets_ignore=".", external_scripts=[ours().script])
    app.layout = html.Div(dcc.Graph(id="graph"))
    serve_own(app.server)
    return app


@pytest.fixture(scope="module")
def visitor(folder):
    app = small_app()
    serve_prepared(app, HEADERS, folder)
    client = app.server.test_client()
    return lambda path, **headers: client.get(path, headers=headers, buffered=True)


def scripts(visitor):
    return re.findall(r'<script src="([^"]+)"', visitor("/").text)


@pytest.mark.parametrize(("encoding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_every_script_of_the_page_is_compressed_ahead_and_kept_for_ever(visitor, encoding, unpack):
    found = scripts(visitor)
    assert len(found) > 5
    for address in found:
        answer, plain = visitor(address, accept_encoding=encoding), visitor(address)
        assert answer.headers["Content-Encoding"] == encoding
        assert unpack(answer.data) == plain.data
        assert int(answer.headers["Content-Length"]) == len(answer.data) < len(plain.data)
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "Accept-Encoding" in answer.headers["Vary"]


@pytest.mark.parametrize(
    "address", ["/_dash-component-suites/dash/dcc/async-graph.js", "/assets/favicon.svg"]
)
def test_what_has_no_mark_in_its_name_is_asked_for_again_and_not_sent_again(visitor, address):
    answer = visitor(address)
    assert "immutable" not in answer.headers["Cache-Control"]
    assert "max-age=0" in answer.headers["Cache-Control"]
    assert visitor(address, if_none_match=answer.headers["ETag"]).status_code == 304
    assert visitor(address, if_none_match='"another"').status_code == 200


def test_the_bundle_of_charts_and_the_fonts_are_kept_for_ever(visitor):
    found = [ours().charts, *(f"/assets/vendor/{f.name}" for f in static_files.ASSETS.glob("vendor/*.woff2"))]
    assert found[0]
    assert len(found) > 4
    for address in found:
        assert "immutable" in visitor(address).headers["Cache-Control"]


def test_the_bundle_has_the_traces_in_use_and_is_less_than_half_of_the_whole(visitor):
    bundle = visitor(ours().charts, accept_encoding="br").data
    assert len(bundle) < 450_000
    text = brotli.decompress(bundle).decode()
    for trace in ("bar", "choropleth", "heatmap", "scatter", "scattergeo"):
        assert f'"{trace}"' in text


def test_the_joined_files_hold_every_one_of_ours_and_their_address_changes_with_them(tmp_path):
    (tmp_path / "vendor").mkdir()
    (tmp_path / "vendor" / "a.css").write_text("vendor{}", "utf-8")
    (tmp_path / "1.css").write_text("first{}", "utf-8")
    (tmp_path / "1.js").write_text("first();", "utf-8")
    before = ours(tmp_path)
    assert static_files.style(tmp_path) == b"vendor{}\nfirst{}"
    assert before.charts is None
    (tmp_path / "2.css").write_text("second{}", "utf-8")
    after = ours(tmp_path)
    assert before.style != after.style
    assert before.script == after.script


def test_prepared_once_it_is_not_made_again(folder, visitor):
    first = prepared(small_app(), folder)
    made = {file: file.stat().st_mtime_ns for file in first.rglob("*")}
    assert prepared(small_app(), folder) == first
    assert {file: file.stat().st_mtime_ns for file in first.rglob("*")} == made


def test_a_stopped_preparation_leaves_nothing_that_is_served(tmp_path, monkeypatch):
    def stops(_folder):
        raise OSError("No space left on device")

    monkeypatch.setattr(static_files, "_compress", stops)
    app = small_app()
    serve_prepared(app, HEADERS, tmp_path)
    assert list(tmp_path.iterdir()) == []
    client = app.server.test_client()
    for address in re.findall(r'<script src="([^"]+)"', client.get("/").text):
        assert client.get(address).status_code == 200


def test_only_the_newest_states_are_left(tmp_path):
    for number in range(5):
        (tmp_path / str(number)).mkdir()
        os.utime(tmp_path / str(number), (number, number))
    static_files._leave_newest(tmp_path)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["2", "3", "4"]
