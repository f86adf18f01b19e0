"""The application: everything is put together here, and nowhere else.

`python app.py` serves one machine; `gunicorn` (gunicorn.conf.py) serves many readers from `server`.
"""

import contextlib
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import structlog
import waitress
from dash import Dash, html, set_props
from flask import Flask, request

from api.routes import api_routes
from callbacks import register_all
from callbacks.shell import frame
from config import Settings, as_environment, settings_or_exit
from geodata.outlines import read_outlines
from indicators.catalogue import CatalogueFaults, read_catalogue
from indicators.task_list import task_list
from language import Locale, language
from layouts.choice import MAP_PARAMETERS, THEMES
from layouts.components import alert
from layouts.first_paint import first_paint
from layouts.links import MAP
from layouts.pages import PAGES, Page, product, title
from layouts.still import words
from logs import log_requests, set_up_logs
from repository import Repository
from repository.ahead import have_read_ahead
from repository.open import open_repository
from serving import (
    READ_AHEAD,
    add_headers,
    answer_errors,
    asked_language,
    asked_theme,
    compress_answers,
    content_security_policy,
    keep_old_links,
    read_ahead,
    security_headers,
)
from static_files import Ours, ours, serve_own, serve_prepared
from warehouse.checks import missing
from warehouse.connect import open_warehouse

ASSETS = Path(__file__).parent / "assets"
FAULT = "fault"  # where a failed callback is told; outside the pages, because any of them may be what failed
DCC = "/_dash-component-suites/dash/dcc"
THREADS = 8  # of the server of one machine
AHEAD = (sys.executable, "-m", "callbacks")  # computes what the pages show first
# Scripts that no page needs: what browsers before 2018 lack, which slows all others; the tables of Dash; the
# components of Bootstrap, which reach a page as HTML (layouts/still.py).
NEEDLESS = re.compile(
    r'<script src="[^"]*/(deps/polyfill|dash_table/|dash_bootstrap_components/)[^"]*"></script>\s*'
)

# The style sheet stands after what is seen first, which has no need of it. What the scripts will ask for as
# soon as they run is on its way before they do.
INDEX = """<!DOCTYPE html>
<html lang="{lang}"{theme}>
<head>
  {metas}
  <title>{title}</title>
  <link rel="icon" type="image/svg+xml" href="/assets/favicon.svg">
  {ahead}
  <style>
{first_paint}
body {{ margin: 0 }}
.first {{ position: fixed; inset: 0; margin: 0; border-top: 4.8125rem solid var(--colour-surface);
  padding-top: 30vh; text-align: center; font: 600 .9375rem system-ui, sans-serif;
  color: var(--colour-ink-soft) }}
._dash-loading, ._dash-error, [data-there] .first {{ display: none }}
[data-away] .first:not(.first--away), :root:not([data-away]) .first--away {{ display: none }}
  </style>
</head>
<body>
  <p class="first" lang="{lang}">{loading}</p>
  <div id="react-entry-point"></div>
  <p class="first first--away" lang="{lang}">{away} <a href="">{again}</a></p>
  <link rel="stylesheet" href="{style}">
  {config}{scripts}{renderer}
</body>
</html>
"""


class Dashboard(Dash):
    """Dash with our own first page, in the language asked for."""

    default: Locale = "vi"
    ours: Ours
    data_dir: Path

    def interpolate_index(self, *_: str, **parts: str) -> str:
        """The page that is there before any script has run."""
        lang = asked_language(self.default)
        page = next((page for page in PAGES if page.path == request.path), None)
        parts |= {
            "lang": lang.code,
            "title": title(page, lang) if page else product(lang),
            "loading": lang("Đang đọc số liệu…"),
            "away": lang("Chưa kết nối được với máy chủ."),
            "again": lang("Tải lại trang"),
            "theme": asked_theme(THEMES),
            "first_paint": first_paint(),
            "scripts": NEEDLESS.sub("", parts["scripts"]),
            "style": self.ours.style,
            "ahead": "\n  ".join(self.ahead(page, request.args.get("b", "34"))),
        }
        return INDEX.format(**parts)

    def ahead(self, page: Page | None, boundaries: str) -> list[str]:
        """What a page has the browser fetch at once: what its scripts and its chart will ask for.

        The library of charts runs at once where the map is waited for, with the first chart on other pages;
        where there is none it is fetched last, for the pages that may follow.
        """
        data = ["/_dash-layout", "/_dash-dependencies"]
        scripts = [f"{DCC}/async-dropdown.js"]
        outlines = []
        charts = '<link rel="preload" as="script" fetchpriority="low" href="{}">'
        if page is not None and not page.charts:
            charts = '<link rel="prefetch" as="script" href="{}">'
        if page is not None and page.path == MAP:
            scripts.append(f"{DCC}/async-graph.js")
            outlines.append(read_outlines(self.data_dir, "63" if boundaries == "63" else "34").url)
            charts = '<script defer src="{}"></script>'
        return [
            f'<link rel="preload" as="style" href="{self.ours.style}">',
            *(f'<link rel="preload" as="fetch" crossorigin="anonymous" href="{one}">' for one in data),
            *(f'<link rel="preload" as="script" href="{one}">' for one in scripts),
            *(f'<link rel="preload" as="font" crossorigin href="{one}">' for one in self.ours.fonts),
            *(f'<meta name="outlines" content="{one}">' for one in outlines),
            *([charts.format(self.ours.charts)] if self.ours.charts else []),
        ]


def create_app(settings: Settings) -> Dash:
    """The dashboard over one warehouse, ready to be served; two of them can live in one process."""
    catalogue = read_catalogue()
    task_list()  # a fault of the lists stops the start, too
    engine = open_warehouse(settings.warehouse_url)
    repository = open_repository(settings, engine, catalogue)
    found = ours()
    app = Dashboard(
        __name__,
        update_title="",
        assets_folder=str(ASSETS),
        assets_ignore=".",  # they come joined
        external_scripts=[found.script],
        suppress_callback_exceptions=True,  # a page's components are there once it is shown
        on_error=lambda error: show_fault(error, settings.default_locale),
    )
    app.default, app.ours, app.data_dir = settings.default_locale, found, settings.data_dir
    app.layout = lambda: html.Div(
        [html.Div(id=FAULT, className="alerts", role="alert"), frame(repository, settings)]
    )
    serve_own(app.server)
    register_all(app, repository, settings)
    app.server.extensions[READ_AHEAD] = reading_ahead(repository, as_environment(settings))
    keep_old_links(app.server, MAP, MAP_PARAMETERS)
    app.server.register_blueprint(api_routes(repository, lambda: missing(engine)))
    # Flask finishes an answer in the reverse order of these: headers, compression, log.
    log_requests(app.server)
    paths = {page.path for page in PAGES}
    answer_errors(app.server, paths, settings.default_locale, THEMES, first_paint())
    compress_answers(app.server)
    policy = content_security_policy(app)
    add_headers(app.server, policy)
    serve_prepared(app, security_headers(policy))
    return app


def reading_ahead(repository: Repository, variables: Mapping[str, str]) -> Callable[[], None]:
    """A look at the warehouse that has it read ahead whenever its state is another than the last one read.

    One that is away, or that makes reading fail, is told in the log once, and tried again.
    """
    seen: str | None = None
    told: str | None = None

    def look() -> None:
        nonlocal seen, told
        try:
            state = repository.read_state()
            if state != seen and have_read_ahead(repository, AHEAD, variables):
                seen, told = state, None
        except Exception as error:  # the next look may go well; readers get what they ask for
            if str(error) != told:
                told = str(error)
                structlog.stdlib.get_logger("app").warning("warehouse not read ahead", reason=told)

    return look


def show_fault(error: Exception, default: Locale) -> None:
    """Answers a callback that failed: an alert on the page, and the whole story in the log."""
    structlog.stdlib.get_logger("callbacks").error("callback failed", exc_info=error)
    asked = parse_qs(urlsplit(request.referrer or "").query).get("lang", [default])
    lang = language("en" if asked == ["en"] else "vi")
    said = lang("Hệ thống gặp lỗi khi tính phần này; lỗi đã được ghi vào nhật ký.")
    set_props(FAULT, words(alert(said, html.A(lang("Tải lại trang"), href=""))))


def warm(app: Dash) -> None:
    """Asks for the page, so that no script is refused: Dash serves those of a page that it has written.

    Its numbers are read ahead by another process: the memory that takes would stay with every worker.
    """
    visitor = app.server.test_client()
    visitor.get("/")


def create_server() -> Flask:
    """The WSGI application from the environment; a wrong setting or definition stops it, with the reason."""
    settings = settings_or_exit()
    set_up_logs(settings.log_level)
    try:
        app = create_app(settings)
    except CatalogueFaults as faults:
        print(faults, file=sys.stderr)
        raise SystemExit(2) from None
    warm(app)
    return app.server


def __getattr__(name: str) -> Any:
    """`server`, made when gunicorn asks for it: importing this module reads no setting and opens nothing."""
    if name == "server":
        return create_server()
    raise AttributeError(name)


def main() -> None:
    """Serves one machine with waitress: threads, no reloader, no debugger, and the same on every system."""
    settings = settings_or_exit()
    server = create_server()
    try:
        listening = waitress.create_server(
            server, host=settings.host, port=settings.port, threads=THREADS, ident=None
        )
    except OSError as error:
        sys.exit(f"HOST, PORT: không mở được {settings.host}:{settings.port} ({error.strerror}).")
    read_ahead(server)
    print(f"Bảng chỉ số đang chạy tại http://{settings.host}:{settings.port} (Ctrl+C để dừng)", flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        listening.run()


if __name__ == "__main__":
    main()
