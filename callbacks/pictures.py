"""Everything that the map page shows of an indicator over all periods of a frequency, as one answer.

`/ban-do/so-lieu/S02?b=34&f=quarter&v=…`: assets/2_held_pictures.js asks for it while the reader is idle, and
then shows a change of period, colouring, boundaries or indicator without asking anybody.
"""

import gzip
import json
from collections.abc import Callable
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

import brotli
from dash.development.base_component import Component
from flask import Flask, Response, request

from callbacks.alike import Model
from callbacks.columns import columns
from callbacks.map_picture import shown_controls, shown_map, shown_numbers, shown_path
from callbacks.pieces import ADDRESS as PIECES
from callbacks.pieces import DRAWN, Pieces, read_pieces
from callbacks.view import View, read_choice, read_view
from config import Settings
from geodata.outlines import read_outlines
from geodata.provinces import Boundaries
from indicators.catalogue import Catalogue
from indicators.errors import UnknownParameter
from indicators.model import Indicator
from indicators.periods import FREQUENCIES, Period
from layouts.choice import COLOURINGS, DEFAULT_INDICATOR, RANKS
from layouts.still import told
from repository import Repository

FOR_EVER = "public, max-age=31536000, immutable"
ADDRESS = "/ban-do/so-lieu"
KEPT = ("b", "lang", "theme", "load")  # what of an address holds for all of its pictures
ROOT = Path(__file__).parents[1]
BEST = 11  # of compression: it is done once, and sent many times
LIKELY = 6  # indicators that a reader may look at next
MODEL = "D02", "quarter"  # whose pictures have most in common with others (docs/decisions.md)


class Packed(NamedTuple):
    """An answer in the encodings that browsers accept, made once."""

    br: bytes
    gzip: bytes


def register(server: Flask, repository: Repository, settings: Settings) -> None:
    """Adds the route of the pictures."""

    def show_pictures(code: str) -> Response:
        frequency, kept = request.args.get("f", "quarter"), _kept()
        _check(repository, settings, code, frequency, kept)
        mark = read_mark(repository, settings)
        return _answer(mark, lambda: read_pictures(repository, settings, code, frequency, kept))

    def show_pieces(boundaries: str) -> Response:
        if boundaries not in DRAWN:
            raise UnknownParameter("b", boundaries, tuple(DRAWN), missing=True)
        pieces = read_pieces(settings, boundaries)
        return _answer(pieces.mark, lambda: packed_pieces(pieces))

    server.add_url_rule(f"{ADDRESS}/<code>", "pictures", show_pictures)
    server.add_url_rule(f"{PIECES}/<boundaries>", "pieces", show_pieces)


def _answer(mark: str, make: Callable[[], Packed]) -> Response:
    """What is made, compressed as a browser takes it; a 304 where it has what bears the mark."""
    encoding = request.accept_encodings.best_match(["br", "gzip"]) or "identity"
    response = Response(status=304)
    if f"{mark}-{encoding}" not in request.if_none_match:
        found = make()
        body = gzip.decompress(found.gzip) if encoding == "identity" else getattr(found, encoding)
        response = Response(body, content_type="application/json; charset=utf-8")
        if encoding != "identity":
            response.headers["Content-Encoding"] = encoding
    response.set_etag(f"{mark}-{encoding}")
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = FOR_EVER if request.args.get("v") == mark else "no-cache"
    return response


def read_mark(repository: Repository, settings: Settings) -> str:
    """A mark that changes whenever a picture may: with the warehouse's state, outlines, settings, release."""
    every: tuple[Boundaries, ...] = ("34", "63")
    drawn = [read_outlines(settings.data_dir, boundaries).url for boundaries in every]
    state = repository.read_state(), drawing(), *drawn, settings.min_denominator, settings.default_locale
    return sha256(repr(state).encode()).hexdigest()[:16]


@cache
def drawing() -> str:
    """A mark of what pictures are drawn by."""
    files = [ROOT / "language.py", *ROOT.glob("locales/**/*.po")]
    files += [file for folder in ("callbacks", "charts", "layouts") for file in ROOT.glob(f"{folder}/*.py")]
    return sha256(b"".join(file.read_bytes() for file in sorted(files))).hexdigest()


def read_pictures(
    repository: Repository, settings: Settings, code: str, frequency: str, kept: dict[str, str]
) -> Packed:
    """The pictures of an indicator, compressed; all workers share what one has made.

    They are told by those of a model: `model` says where a browser finds it, None in the model itself.
    """
    load = int(kept["load"]) if "load" in kept else None
    mark = read_mark(repository, settings)
    kept_of_model = {name: value for name, value in kept.items() if name != "b"}

    def make() -> Packed:
        tree = pictures(repository, settings, code, frequency, kept) | {"mark": mark, "model": None}
        if (code, frequency, kept) == (*MODEL, kept_of_model) or MODEL[0] not in repository.catalogue:
            return _packed(tree)
        packed = read_pictures(repository, settings, *MODEL, kept_of_model)
        model = json.loads(brotli.decompress(packed.br))
        found = Model(model).told(json.loads(_json(tree)))
        return _packed(found | {"model": _address(*MODEL, kept_of_model, model["mark"])})

    return repository.kept("pictures", code, load, make, mark, frequency, *sorted(kept.items()))


def _address(code: str, frequency: str, kept: dict[str, str], mark: str) -> str:
    """Where a page asks for pictures, word for word as it writes it: browsers keep files by their address."""
    said = {"b": "34", "f": frequency, "lang": "", "theme": "", "load": "", "v": mark} | kept
    return f"{ADDRESS}/{code}?{urlencode({name: value for name, value in said.items() if value})}"


def read_first_pictures(repository: Repository, settings: Settings) -> None:
    """Has the pictures made that the map page fetches while nobody has chosen more than an indicator.

    Those of the indicator that it shows first by every frequency and boundaries, those of the others as they
    are shown first.
    """
    first = first_indicator(repository.catalogue)
    shown = first_frequency(repository, first)
    for frequency in repository.read_periods(first):
        read_pictures(repository, settings, first, frequency, {})
    for boundaries in ("63", "reported"):
        read_pictures(repository, settings, first, shown, {"b": boundaries})
    for code in repository.catalogue.codes:
        read_pictures(repository, settings, code, first_frequency(repository, code), {})


def first_frequency(repository: Repository, code: str, load: int | None = None) -> str:
    """The frequency that an indicator is shown in first: that of its newest values."""
    return Period.parse(repository.read_values(code, as_of_load=load).period).frequency


@lru_cache(maxsize=8)
def packed_pieces(pieces: Pieces) -> Packed:
    """The lists that pictures are joined from: of each shelf how many there are, and these as a column."""
    return _packed([[len(shelf), columns(shelf)] for shelf in json.loads(_json(pieces.shelves))])


def _packed(tree: Any) -> Packed:
    data = _json(tree).encode()
    return Packed(brotli.compress(data, quality=BEST), gzip.compress(data, compresslevel=9, mtime=0))


def pictures(
    repository: Repository, settings: Settings, code: str, frequency: str, kept: dict[str, str]
) -> dict[str, Any]:
    """The pictures of all periods with data, as columns (callbacks/columns.py) in which a period is a place.

    A picture is one of `colourings`, one of `ranks` and the `path` together: properties by component. They
    stand under what the address may say, a name in the place of a column says which other one it is;
    `newest` is the place of the period shown where the address names none, None where it is not among them.
    """
    load = int(kept["load"]) if "load" in kept else None
    indicator = repository.catalogue[code]
    boundaries = kept.get("b", "34")
    pieces = read_pieces(settings, boundaries)

    def view(period: str, **more: str) -> View:
        asked = {"i": code, "p": period, **more, **kept}
        return read_view(repository, read_choice(repository, urlencode(asked), settings.default_locale))

    def of(show: Callable[[View], Any], **more: str) -> list[Any]:
        # One after another: the components of all periods together are tens of megabytes.
        return columns([json.loads(_json(show(view(period, **more)))) for period in periods], pieces)

    def coloured(shown: View) -> Any:
        return shown_map(repository, settings, shown) | shown_controls(repository, shown)

    periods = repository.read_periods(code, load)[frequency]
    newest = repository.read_values(code, as_of_load=load).period
    colourings: dict[str, Any] = {}
    for name in ("", *COLOURINGS) if periods else ():
        used = view(periods[0], **({"c": name} if name else {})).choice.colouring
        colourings[name] = used
    for used in dict.fromkeys(colourings.values()):
        colourings[used] = of(coloured, c=used)
    return {
        "periods": periods,
        "newest": periods.index(newest) if newest in periods else None,
        "colourings": colourings,
        "ranks": {"": RANKS[0]}
        | {rank: of(lambda one: shown_numbers(settings, one), rank=rank) for rank in RANKS},
        "path": of(lambda one: shown_path(repository, one)),
        "pieces": f"{PIECES}/{boundaries}?v={pieces.mark}",
        "next": read_likely(repository, indicator, load),
    }


def read_likely(repository: Repository, indicator: Indicator, load: int | None) -> dict[str, str]:
    """The indicators that a reader may look at next, with the frequency that each is shown in first."""
    codes = likely(repository.catalogue, indicator)
    return {code: first_frequency(repository, code, load) for code in codes}


def likely(catalogue: Catalogue, indicator: Indicator) -> list[str]:
    """Parts of an indicator, what it is part of, and its neighbours in the list, the nearest first."""
    codes = list(catalogue.codes)
    place = codes.index(indicator.code)
    parts = [one.code for one in catalogue if one.part_of == indicator.code]
    whole = [indicator.part_of] if indicator.part_of else []
    near = [codes[place + step] for step in (1, -1, 2, -2, 3) if 0 <= place + step < len(codes)]
    return list(dict.fromkeys((*near[:2], *parts, *whole, *near)))[:LIKELY]


def first_indicator(catalogue: Catalogue) -> str:
    """The indicator shown where the address names none."""
    return DEFAULT_INDICATOR if DEFAULT_INDICATOR in catalogue else catalogue.codes[0]


def _kept() -> dict[str, str]:
    """What is kept of the address that is asked for, what is so anyway left out."""
    said = {name: request.args.get(name, "") for name in KEPT}
    return {name: value for name, value in said.items() if value and (name, value) != ("b", "34")}


def _check(
    repository: Repository, settings: Settings, code: str, frequency: str, kept: dict[str, str]
) -> None:
    """Raises UnknownParameter for what can't be used: a picture of something else is of no use to a page."""
    if code not in repository.catalogue:
        raise UnknownParameter("i", code, repository.catalogue.codes, missing=True)
    if frequency not in FREQUENCIES:
        raise UnknownParameter("f", frequency, tuple(FREQUENCIES))
    for problem in read_choice(repository, urlencode({"i": code, **kept}), settings.default_locale).problems:
        raise UnknownParameter(problem.parameter, problem.value, problem.allowed)


def _json(tree: Any) -> str:
    """As the callbacks' answers are written, components among them."""
    return json.dumps(tree, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_component)


def _component(found: Any) -> Any:
    if isinstance(found, Component):
        return told(found)
    raise TypeError(f"no JSON for {type(found).__name__}")
