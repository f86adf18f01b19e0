"""What every answer of the server carries: headers, compression, and readable pages for errors."""

import gzip
from collections.abc import Callable, Collection
from html import escape
from http import HTTPStatus
from threading import Thread
from time import sleep
from typing import Any

import brotli
from dash import Dash
from flask import Flask, Response, json, redirect, request
from werkzeug.exceptions import HTTPException, NotFound

from language import LOCALES, N_, Language, Locale, language

FOR_EVER = "public, max-age=31536000, immutable"
COMPRESSIBLE = (
    "application/javascript",
    "application/json",
    "application/problem+json",
    "image/svg+xml",
    "text/",
)
SMALLEST = 1024  # bytes worth compressing
REMEMBERED = 256  # answers; more than the app has, so that invented addresses can't fill the memory
READ_AHEAD = "read_ahead"  # the extension that looks whether something is to be read
BETWEEN_LOOKS = 5  # seconds
CATCH_ALL = "/<path:path>"  # where Dash answers any path with its index page

TITLES = {
    400: N_("Yêu cầu không hợp lệ"),
    404: N_("Không tìm thấy trang"),
    405: N_("Yêu cầu không hợp lệ"),
    500: N_("Hệ thống gặp lỗi"),
}
ADVICE = {
    404: N_("Địa chỉ này không có trên bảng chỉ số. Có thể đường dẫn đã cũ hoặc gõ sai."),
    500: N_("Lỗi đã được ghi vào nhật ký. Hãy thử lại sau ít phút; nếu vẫn lỗi, báo cho đơn vị vận hành."),
}

ERROR_PAGE = """<!DOCTYPE html>
<html lang="{lang}"{theme}>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{title}</title>
  <link rel="icon" type="image/svg+xml" href="/assets/favicon.svg">
  <style>
{ground}
    body {{ margin: 0; min-height: 100vh; display: grid; place-items: center;
            font: 1.0625rem/1.6 "Be Vietnam Pro", system-ui, sans-serif; }}
    main {{ max-width: 34rem; padding: 2rem; }}
    p.code {{ margin: 0; color: var(--colour-ink-soft); font-variant-numeric: tabular-nums; }}
    h1 {{ margin: 0 0 .75rem; font-size: 1.75rem; line-height: 1.25; }}
    a {{ color: var(--colour-accent); }}
  </style>
</head>
<body>
  <main><p class="code">{code}</p><h1>{title}</h1><p>{advice}</p><p><a href="/">{home}</a></p></main>
</body>
</html>
"""


def content_security_policy(app: Dash) -> str:
    """The policy under which a page runs nothing and asks nothing from elsewhere.

    Taken once all callbacks are registered: the inline scripts of clientside ones are allowed by their hash.
    Plotly and Dash set styles inline.
    """
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", *app.csp_hashes()]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'self'",
    }
    return "; ".join(f"{name} {allowed}" for name, allowed in rules.items())


def named_by_content(response: Response) -> bool:
    """Whether the address asked for changes with its content: by a version or Dash's fingerprint."""
    if request.path.startswith("/_dash-component-suites/"):
        return bool(response.cache_control.max_age)
    return request.path.startswith("/assets/vendor/")


def security_headers(policy: str) -> dict[str, str]:
    """What every answer carries, whoever gives it."""
    return {
        "Content-Security-Policy": policy,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }


def add_headers(server: Flask, policy: str) -> None:
    """Has every answer carry the security headers, and say how long it may be kept."""
    always = security_headers(policy)

    def headed(response: Response) -> Response:
        response.headers.extend(always)
        if response.status_code in (200, 304) and named_by_content(response):
            response.headers["Cache-Control"] = FOR_EVER
        elif not response.headers.get("Cache-Control"):
            response.headers["Cache-Control"] = "no-cache"
        return response

    server.after_request(headed)


def compress_answers(server: Flask) -> None:
    """Has the server compress text; what may be kept for ever is compressed once, better, and remembered."""
    remembered: dict[tuple[str, str, int], bytes] = {}

    def compressed(response: Response) -> Response:
        encoding = request.accept_encodings.best_match(["br", "gzip"])
        if (
            encoding is None
            or response.status_code != 200
            or not (response.mimetype or "").startswith(COMPRESSIBLE)
            or response.headers.get("Content-Encoding")
        ):
            return response
        response.direct_passthrough = False  # files are answered as a stream
        data = response.get_data()
        if len(data) < SMALLEST:
            return response
        if "immutable" in response.headers.get("Cache-Control", ""):
            if len(remembered) > REMEMBERED:
                remembered.clear()
            key = (request.path, encoding, len(data))
            packed = remembered.get(key) or remembered.setdefault(key, pack(data, encoding, 9))
        else:
            packed = pack(data, encoding, 4)
        response.set_data(packed)
        response.headers["Content-Encoding"] = encoding
        response.vary.add("Accept-Encoding")
        return response

    server.after_request(compressed)


def pack(data: bytes, encoding: str, quality: int) -> bytes:
    """The data in an encoding that the browser accepts."""
    if encoding == "br":
        return brotli.compress(data, quality=quality)
    return gzip.compress(data, compresslevel=quality, mtime=0)


def asked_language(default: Locale) -> Language:
    """The language that the request asks for by `?lang=`."""
    asked = request.args.get("lang")
    return language(next((locale for locale in LOCALES if locale == asked), default))


def asked_theme(themes: Collection[str]) -> str:
    """The theme asked for by `?theme=`, as an attribute of the page; none leaves it to the system."""
    asked = request.args.get("theme")
    return f' data-theme="{asked}"' if asked in themes else ""


def error_page(code: int, lang: Language, theme: str, ground: str) -> str:
    """The page of an HTTP error; `ground` are the colours of all themes."""
    return ERROR_PAGE.format(
        lang=lang.code,
        theme=theme,
        ground=ground,
        code=code,
        title=escape(lang(TITLES.get(code) or TITLES[400 if code < 500 else 500])),
        advice=escape(lang(ADVICE[code])) if code in ADVICE else "",
        home=escape(lang("Về trang đầu")),
    )


def answer_errors(
    server: Flask, pages: Collection[str], default: Locale, themes: Collection[str], ground: str
) -> None:
    """Has unknown pages and faults answered with a page, and with RFC 9457 problems where a program asks.

    `ground` is the style sheet that gives such a page, which loads nothing else, the colours of the themes.
    """

    def unknown_page() -> None:
        if request.endpoint == CATCH_ALL and request.path not in pages:
            raise NotFound

    def answer(error: HTTPException) -> Response:
        code = error.code or HTTPStatus.INTERNAL_SERVER_ERROR.value
        if request.path.startswith(("/api/", "/_dash")):
            problem: dict[str, Any] = {
                "type": "about:blank",
                "title": HTTPStatus(code).phrase,
                "status": code,
            }
            return Response(json.dumps(problem), code, content_type="application/problem+json")
        page = error_page(code, asked_language(default), asked_theme(themes), ground)
        return Response(page, code, content_type="text/html; charset=utf-8")

    server.before_request(unknown_page)
    server.register_error_handler(HTTPException, answer)


def keep_old_links(server: Flask, path: str, parameters: Collection[str]) -> None:
    """Leads links to the map that were made while it stood at "/" to where it stands."""

    def moved() -> Response | None:
        asked = request.query_string.decode()
        if request.path != "/" or not request.args.keys() & set(parameters):
            return None
        return redirect(f"{path}?{asked}", HTTPStatus.MOVED_PERMANENTLY)  # type: ignore[return-value]

    server.before_request(moved)


def read_ahead(server: Flask) -> None:
    """Starts a thread that asks for what the pages show first, so that no reader waits for it.

    It looks again and again: a new load, an approval or a new day makes every answer anew.
    """
    Thread(target=_keep_reading, args=[server.extensions[READ_AHEAD]], name="read ahead", daemon=True).start()


def _keep_reading(look: Callable[[], None]) -> None:
    while True:
        look()
        sleep(BETWEEN_LOOKS)
