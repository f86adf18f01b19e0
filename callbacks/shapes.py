"""The shapes of the map by an address of their own, so that a browser reads them once and keeps them."""

import json
from hashlib import sha256
from typing import Literal

from flask import Flask, Response

from geodata.load import shapes

FOR_EVER = "public, max-age=31536000, immutable"
BOUNDARIES: tuple[Literal["34", "63"], ...] = ("34", "63")


def register(server: Flask) -> dict[str, str]:
    """The address of the shapes for each boundaries, which changes with their content; adds the routes."""
    urls: dict[str, str] = {}
    for boundaries in BOUNDARIES:
        body = json.dumps(shapes(boundaries), ensure_ascii=False, separators=(",", ":")).encode()
        urls[boundaries] = f"/geo/{boundaries}-{sha256(body).hexdigest()[:12]}.json"
        server.add_url_rule(urls[boundaries], f"shapes-{boundaries}", _answer(body))
    return urls


def _answer(body: bytes):  # type: ignore[no-untyped-def]
    def show_shapes() -> Response:
        return Response(body, mimetype="application/json", headers={"Cache-Control": FOR_EVER})

    return show_shapes
