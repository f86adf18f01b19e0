"""Headers, compression and pages for errors, on a small Dash application."""

import base64
import gzip
import hashlib
import re

import brotli
import pytest
from dash import Dash, Input, Output, html
from flask import Response

from serving import (
    FOR_EVER,
    add_headers,
    answer_errors,
    compress_answers,
    content_security_policy,
    keep_old_links,
)

LONG = "Đắk Lắk " * 1000


@pytest.fixture
def visitor(tmp_path):
    (tmp_path / "vendor").mkdir()
    (tmp_path / "vendor" / "a-1.0.css").write_text(LONG, "utf-8")
    (tmp_path / "b.css").write_text(LONG, "utf-8")
    app = Dash("x", assets_folder=str(tmp_path))
    app.layout = html.Div([html.Button(id="button"), html.P(id="text")])
    app.clientside_callback(
        "function (n) { return n; }", Output("text", "children"), Input("button", "n_clicks")
    )
    rules = {
        "/api/v1/long": lambda: Response(LONG, mimetype="application/json"),
        "/api/v1/short": lambda: Response("{}", mimetype="application/json"),
        "/api/v1/fails": lambda: 1 / 0,
        "/fails": lambda: 1 / 0,
    }
    for path, view in rules.items():
        app.server.add_url_rule(path, path, view)
    keep_old_links(app.server, "/ban-do", ("i", "p", "area"))
    answer_errors(app.server, {"/"}, "vi", ("light", "dark"), ":root { --colour-ink: #123456 }")
    compress_answers(app.server)
    add_headers(app.server, content_security_policy(app))
    client = app.server.test_client()
    return lambda path, **headers: client.get(path, headers=headers, buffered=True)


def test_every_answer_carries_the_security_headers(visitor):
    for path in ("/", "/nowhere", "/fails", "/api/v1/short", "/assets/b.css"):
        headers = visitor(path).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'self'" in headers["Content-Security-Policy"]
        assert headers["Referrer-Policy"] == "same-origin"


def test_the_policy_allows_the_inline_scripts_of_the_page_and_no_others(visitor):
    answer = visitor("/")
    policy = answer.headers["Content-Security-Policy"]
    page = re.sub(r"<!--.*?-->", "", answer.text, flags=re.S)
    inline = re.findall(r"<script(?! src)(?![^>]*json)[^>]*>(.*?)</script>", page, re.S)
    assert len(inline) >= 2
    for script in inline:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert "unsafe-eval" not in policy
    assert not re.search(r"script-src[^;]*unsafe", policy)
    assert "http" not in policy


@pytest.mark.parametrize(("encoding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
@pytest.mark.parametrize("path", ["/api/v1/long", "/assets/vendor/a-1.0.css"])
def test_long_text_is_compressed_as_the_browser_asks(visitor, path, encoding, unpack):
    for _ in ("computed", "remembered"):
        answer = visitor(path, accept_encoding=encoding)
        assert answer.headers["Content-Encoding"] == encoding
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert int(answer.headers["Content-Length"]) == len(answer.data) < 1000
        assert unpack(answer.data).decode() == LONG


def test_short_answers_and_old_browsers_are_left_alone(visitor):
    assert "Content-Encoding" not in visitor("/api/v1/short", accept_encoding="br").headers
    assert visitor("/api/v1/long").text == LONG


def test_files_named_by_their_content_are_kept_for_ever(visitor):
    assert visitor("/assets/vendor/a-1.0.css").headers["Cache-Control"] == FOR_EVER


@pytest.mark.parametrize("path", ["/", "/assets/b.css?m=1", "/api/v1/short?m=1", "/nowhere?m=1"])
def test_all_else_is_asked_for_again(visitor, path):
    assert visitor(path).headers["Cache-Control"] == "no-cache"


def test_a_file_that_did_not_change_is_not_sent_again(visitor):
    tag = visitor("/assets/b.css").headers["ETag"]
    assert visitor("/assets/b.css", if_none_match=tag, accept_encoding="br").status_code == 304


@pytest.mark.parametrize(
    ("path", "code", "words", "lang"),
    [
        ("/nowhere", 404, "Không tìm thấy trang", "vi"),
        ("/nowhere?lang=en", 404, "Page not found", "en"),
        ("/nowhere?lang=<script>", 404, "Không tìm thấy trang", "vi"),
        ("/assets/nowhere.css", 404, "Không tìm thấy trang", "vi"),
        ("/fails", 500, "Hệ thống gặp lỗi", "vi"),
    ],
)
def test_errors_have_a_page_in_the_readers_language(visitor, path, code, words, lang):
    answer = visitor(path)
    assert answer.status_code == code
    assert f"<h1>{words}</h1>" in answer.text
    assert f'<html lang="{lang}">' in answer.text
    assert 'href="/"' in answer.text
    assert "Traceback" not in answer.text
    assert "<script" not in answer.text


@pytest.mark.parametrize(
    ("path", "html"),
    [
        ("/nowhere", '<html lang="vi">'),
        ("/nowhere?theme=dark", '<html lang="vi" data-theme="dark">'),
        ("/nowhere?theme=<script>", '<html lang="vi">'),
    ],
)
def test_errors_wear_the_theme_that_is_asked_for(visitor, path, html):
    page = visitor(path).text
    assert html in page
    assert ":root { --colour-ink: #123456 }" in page
    assert not re.search(r"(?:color|background): #", page)


def test_known_pages_are_found(visitor):
    assert visitor("/").status_code == 200


@pytest.mark.parametrize(("path", "code"), [("/api/v1/nowhere", 404), ("/api/v1/fails", 500)])
def test_programs_get_a_problem(visitor, path, code):
    answer = visitor(path)
    assert (answer.status_code, answer.mimetype) == (code, "application/problem+json")
    assert answer.get_json(force=True)["status"] == code


@pytest.mark.parametrize(
    ("path", "place"),
    [("/?i=S02&p=2026-Q3", "/ban-do?i=S02&p=2026-Q3"), ("/?area=08&lang=en", "/ban-do?area=08&lang=en")],
)
def test_links_made_while_the_map_stood_first_still_lead_to_it(visitor, path, place):
    answer = visitor(path)
    assert answer.status_code == 301
    assert answer.headers["Location"] == place


@pytest.mark.parametrize("path", ["/", "/?lang=en", "/?status=behind", "/?load=3"])
def test_the_first_page_is_not_mistaken_for_an_old_link(visitor, path):
    assert visitor(path).status_code == 200
