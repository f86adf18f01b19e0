"""The files that a page loads, made ready once: named by their content, compressed ahead, kept by browsers.

An application that finds none for its state prepares them as it starts, once for all that come after. Where
that can't be done (no room, no permission) Dash and Flask serve the same files, slower.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from wsgiref.headers import Headers

import structlog
from dash import Dash
from dash.fingerprint import check_fingerprint
from flask import Flask
from whitenoise import WhiteNoise
from whitenoise.compress import Compressor

ROOT = Path(__file__).parent
ASSETS = ROOT / "assets"
PREPARED = ROOT / "prepared"  # a folder for each state of the files
KEPT = 3  # states: a server that still runs may need the one before
FOR_EVER = "public, max-age=31536000, immutable"
SUITES = "/_dash-component-suites"
CHARTS = "vendor/plotly-*.min.js"  # the bundle of front_end.py; not there where Node isn't
RUNTIME = "vendor/regenerator-*.js"
NAMED = re.compile(r"-[0-9a-f]{12}\.(js|css)$|^/assets/vendor/")
NEEDLESS = re.compile(r"\.map$|async-(export|highlight|markdown|mathjax|table|upload|datepicker)")


@dataclass(frozen=True, slots=True)
class Ours:
    """The addresses of the project's own files, in the order in which a page names them."""

    style: str
    script: str
    charts: str | None
    fonts: Sequence[str]


def joined(pattern: str, folder: Path = ASSETS) -> bytes:
    """All of the project's own files of a kind as one, in the order of their names."""
    return b"\n".join(file.read_bytes() for file in sorted(folder.glob(pattern)))


def style(folder: Path = ASSETS) -> bytes:
    """One style sheet: the font's, Bootstrap's, then ours, so that ours overrule."""
    return joined("vendor/*.css", folder) + b"\n" + joined("*.css", folder)


def script(folder: Path = ASSETS) -> bytes:
    """One script: what those of Dash have need of, then ours."""
    return joined(RUNTIME, folder) + b"\n" + joined("*.js", folder)


def ours(folder: Path = ASSETS) -> Ours:
    """Where the project's own files are found; the addresses change with the content."""
    bundles = sorted(folder.glob(CHARTS))
    return Ours(
        f"/assets/page-{_mark(style(folder))}.css",
        f"/assets/page-{_mark(script(folder))}.js",
        f"/assets/{bundles[-1].relative_to(folder).as_posix()}" if bundles else None,
        [f"/assets/{file.relative_to(folder).as_posix()}" for file in sorted(folder.glob("vendor/*.woff2"))],
    )


def serve_own(server: Flask, folder: Path = ASSETS) -> None:
    """Adds the routes of the two joined files, for when nothing is prepared."""
    found = ours(folder)
    for address, kind, content in (
        (found.style, "text/css", style(folder)),
        (found.script, "text/javascript", script(folder)),
    ):
        server.add_url_rule(
            address,
            address.replace(".", "-"),
            lambda content=content, kind=kind: server.response_class(
                content, mimetype=kind, headers={"Cache-Control": FOR_EVER}
            ),
        )


def serve_prepared(app: Dash, headers: dict[str, str], folder: Path = PREPARED) -> None:
    """Has the files of this application served as they were prepared; prepares them where they aren't yet.

    `headers` are put on every answer.
    """
    try:
        found = prepared(app, folder)
    except OSError as error:
        structlog.stdlib.get_logger("static").warning("files not prepared", reason=str(error))
        return
    app.server.wsgi_app = WhiteNoise(
        app.server.wsgi_app,
        root=str(found),
        max_age=0,
        allow_all_origins=False,
        immutable_file_test=_named_by_content,
        add_headers_function=lambda known, _path, _url: _add(known, headers),
    )


def prepared(app: Dash, folder: Path = PREPARED) -> Path:
    """The folder with the files of this application, each at its address and compressed beside."""
    visitor = app.server.test_client()
    page = visitor.get(
        "/"
    ).text  # Dash serves the scripts of a library once it has written a page that names them
    named = re.findall(rf'(?:src|href)="({SUITES}/[^"]+)"', page)
    chunks = [
        f"{SUITES}/{library}/{path}"
        for library, paths in app.registered_paths.items()
        for path in sorted(paths)
        if "async-" in path and not NEEDLESS.search(path)
    ]
    found = ours()
    addresses = [*named, *chunks, *found.fonts, "/assets/favicon.svg", found.style, found.script]
    addresses += [found.charts] if found.charts else []
    place = folder / _mark("\n".join(addresses).encode())
    if not place.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=".fresh-", dir=folder))
        try:
            fresh.chmod(0o755)
            for address in addresses:
                _write(fresh / address.lstrip("/"), visitor.get(address, buffered=True).data)
            _compress(fresh)
            _put(fresh, place)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        _leave_newest(folder)
    return place


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _compress(folder: Path) -> None:
    compressor = Compressor(quiet=True)
    files = [
        str(file) for file in folder.rglob("*") if file.is_file() and compressor.should_compress(file.name)
    ]
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        list(threads.map(compressor.compress, files))


def _put(fresh: Path, place: Path) -> None:
    """Moves what was prepared in place at once; another process may have been first."""
    try:
        fresh.rename(place)
    except OSError:
        if not place.is_dir():
            raise


def _leave_newest(folder: Path) -> None:
    states = sorted((one for one in folder.iterdir() if one.is_dir()), key=lambda one: one.stat().st_mtime)
    for old in states[:-KEPT]:
        shutil.rmtree(old, ignore_errors=True)


def _named_by_content(_path: str, url: str) -> bool:
    if url.startswith(SUITES):
        return bool(check_fingerprint(url.removeprefix(f"{SUITES}/"))[1])
    return bool(NAMED.search(url))


def _add(known: Headers, headers: dict[str, str]) -> None:
    for name, value in headers.items():
        known[name] = value


def _mark(content: bytes) -> str:
    return sha256(content).hexdigest()[:12]
