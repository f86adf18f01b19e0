"""The outlines that maps are drawn from: imported ones where an office put them, else the project's own.

`python -m geodata import` puts files into the folder `outlines` of DATA_DIR; a new import is noticed at the
next question, without a restart. Standard library alone.
"""

import json
import logging
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from geodata.islands import Box, require_archipelagos
from geodata.load import SHAPES
from geodata.provinces import Boundaries

FOLDER = "outlines"
COMMUNES = "communes"
INDEX = "communes.json"
UNREADABLE = (OSError, ValueError, KeyError, TypeError)
KEPT = 12  # communes of provinces kept in the process, a megabyte or two each


@dataclass(frozen=True, slots=True, eq=False)
class Outlines:
    """What a map is drawn from: the outlines, as a server answers them and as GeoJSON.

    `url` is where a browser reads them; it changes with the content, so the answer may be kept for ever.
    `shapes` is a FeatureCollection shared by all callers: read it, do not change it. A feature's `id` is the
    area's code; its properties are `name_vi`, `name_en`, `label_point` and, of an imported commune, `room`
    (degrees from that point to the nearest edge) and `archipelago` (the id of the one it holds, or null).
    """

    url: str
    body: bytes
    shapes: dict[str, Any]
    imported: bool

    @property
    def attribution(self) -> str:
        """Whose outlines they are: to be shown with every map of them."""
        return str(self.shapes["attribution"])

    @property
    def frame(self) -> Box:
        """West, south, east, north of what a map has to show; of communes without the archipelagos.

        True to scale, 600 km of sea would leave nothing of Đà Nẵng's mainland.
        """
        west, south, east, north = self.shapes.get("frame") or self.shapes["bbox"]
        return west, south, east, north

    @property
    def codes(self) -> list[str]:
        """The codes of the areas, in the order of the file."""
        return [feature["id"] for feature in self.shapes["features"]]


def province_file(data_dir: Path, boundaries: Boundaries) -> Path:
    """Where the imported outlines of the provinces stand, or would."""
    return data_dir / FOLDER / f"provinces{boundaries}.geojson"


def read_outlines(data_dir: Path, boundaries: Boundaries) -> Outlines:
    """The outlines of the provinces: imported ones where there are any, else the project's own.

    A file that was damaged after the import, or lost its archipelagos, is told in the log and not drawn.
    """
    file = province_file(data_dir, boundaries)
    state = _state(file)
    return (_provinces(file, state, boundaries) if state else None) or own_outlines(boundaries)


@cache
def own_outlines(boundaries: Boundaries) -> Outlines:
    """The outlines that the project brings with it."""
    return _of_provinces(SHAPES[boundaries].read_text("utf-8"), boundaries, imported=False)


def read_communes(data_dir: Path, province: str) -> Outlines | None:
    """The outlines of the communes of a province of the 34; None where none were imported."""
    folder = data_dir / FOLDER
    state = _state(folder / INDEX)
    name = _index(folder / INDEX, state).get(province) if state else None
    return _communes(folder / COMMUNES / name) if name else None


def content_hash(body: bytes) -> str:
    """What tells a file from another: part of its address."""
    return sha256(body).hexdigest()[:12]


@lru_cache(maxsize=8)
def _provinces(file: Path, state: tuple[int, ...], boundaries: Boundaries) -> Outlines | None:
    try:
        return _of_provinces(file.read_text("utf-8"), boundaries, imported=True)
    except UNREADABLE as error:
        _unread(file, error)
        return None


def _of_provinces(text: str, boundaries: Boundaries, *, imported: bool) -> Outlines:
    shapes = require_archipelagos(json.loads(text))
    body = json.dumps(shapes, ensure_ascii=False, separators=(",", ":")).encode()
    return Outlines(f"/geo/{boundaries}-{content_hash(body)}.json", body, shapes, imported)


@lru_cache(maxsize=KEPT)
def _communes(file: Path) -> Outlines | None:
    # The name holds the hash of the content, so what is kept under it can't be old.
    try:
        body = file.read_bytes()
        return Outlines(f"/geo/communes/{file.stem}.json", body, json.loads(body), imported=True)
    except UNREADABLE as error:
        _unread(file, error)
        return None


@lru_cache(maxsize=8)
def _index(file: Path, state: tuple[int, ...]) -> dict[str, str]:
    """The name of the file of each province."""
    try:
        names: dict[str, str] = json.loads(file.read_text("utf-8"))["files"]
    except UNREADABLE as error:
        _unread(file, error)
        return {}
    return names


def _unread(file: Path, error: Exception) -> None:
    logging.getLogger(__name__).warning("outlines not read: %s (%s)", file, error)


def _state(file: Path) -> tuple[int, ...]:
    """What differs whenever a file was replaced; empty where there is none."""
    try:
        found = file.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino
