"""The outlines of maps by addresses of their own, so that a browser reads them once and keeps them.

An address names the content. One that is no longer right (another import came in between) leads to the one
that is.
"""

from pathlib import Path

from flask import Flask, Response, abort, redirect, request

from geodata.outlines import Outlines, read_communes, read_outlines

FOR_EVER = "public, max-age=31536000, immutable"


def register(server: Flask, data_dir: Path) -> None:
    """Adds the routes of the outlines: `/geo/34-<hash>.json`, `/geo/communes/08-<hash>.json`."""

    def show_provinces(name: str) -> Response:
        boundaries = name.partition("-")[0]
        if boundaries not in ("34", "63"):
            abort(404)
        return _answer(read_outlines(data_dir, "63" if boundaries == "63" else "34"))

    def show_communes(name: str) -> Response:
        found = read_communes(data_dir, name.partition("-")[0])
        return _answer(found) if found else abort(404)

    server.add_url_rule("/geo/<name>.json", "outlines-of-provinces", show_provinces)
    server.add_url_rule("/geo/communes/<name>.json", "outlines-of-communes", show_communes)


def _answer(outlines: Outlines) -> Response:
    if request.path != outlines.url:
        return redirect(outlines.url)  # type: ignore[return-value]
    return Response(outlines.body, mimetype="application/json", headers={"Cache-Control": FOR_EVER})
