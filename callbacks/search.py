"""What the search finds: `/tim?q=yen+bai&lang=vi` answers with what layouts/search.py shows of it.

A plain route and no callback: it is asked at each letter, by assets/6_search.js.
"""

import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from flask import Flask, Response, request

from callbacks.pictures import drawing
from callbacks.view import read_choice
from config import Settings
from geodata.provinces import kind
from indicators.areas import Areas
from indicators.errors import UnknownParameter
from indicators.system_list import system_list
from indicators.task_list import task_list
from language import Locale, language
from layouts.choice import Choice
from layouts.search import LONGEST, MOST, answer, suggestions
from layouts.search_entries import PAGE_LIST, PROVINCES, entries
from layouts.search_index import Entry, Index
from repository import Repository

ADDRESS = "/tim"
RECENT = 5  # that were opened last and are offered again
LONGEST_KEY = 40
QUOTED = 60  # letters of what can't be used are repeated


def register(server: Flask, repository: Repository, settings: Settings) -> None:
    """Adds the route of the search."""
    read_index = indexes(repository)

    def show_found() -> Response:
        asked = _bounded("q", LONGEST)
        given = request.query_string.decode(errors="replace")
        chosen = read_choice(repository, given, settings.default_locale)
        mark = f"{repository.read_state()}-{drawing()}"
        response = Response(status=304)
        if mark not in request.if_none_match:
            index = read_index(chosen.language.code)
            if asked.strip():
                found = answer(index.find(asked, MOST), asked, chosen)
            else:
                found = suggested(repository, index, chosen, _recent(index))
            response = Response(_json(found), content_type="application/json; charset=utf-8")
        response.set_etag(mark)
        response.headers["Cache-Control"] = "no-cache"
        return response

    server.add_url_rule(ADDRESS, "search", show_found)


def indexes(repository: Repository) -> Callable[[Locale], Index]:
    """The index in a language, over the areas of the newest load; made once for each state of them."""
    kept: dict[Locale, tuple[Areas, date, Index]] = {}

    def index(locale: Locale) -> Index:
        areas, day = repository.read_areas(), repository.today()
        if locale in kept and kept[locale][0] is areas and kept[locale][1] == day:
            return kept[locale][2]
        lists = task_list(), system_list()
        made = Index(entries(repository.catalogue, areas, day, kind, *lists, language(locale)))
        kept[locale] = (areas, day, made)
        return made

    return index


def suggested(
    repository: Repository, index: Index, chosen: Choice, recent: Sequence[Entry]
) -> dict[str, Any]:
    """What is offered before anything is typed."""
    province = index.entry(f"{PROVINCES}:{chosen.area}") if chosen.area else None
    alike: list[Entry] = []
    if province is not None:
        codes = repository.read_peers(province.code, as_of_load=chosen.load).codes
        alike = [entry for code in codes if (entry := index.entry(f"{PROVINCES}:{code}"))]
    near = (province.name if province else "", alike)
    return suggestions(recent, near, index.of_kind(PAGE_LIST), chosen)


def _recent(index: Index) -> list[Entry]:
    """What the browser says was opened last, as far as it is still there."""
    keys = [key for key in _bounded("recent", RECENT * (LONGEST_KEY + 1)).split(",") if key]
    return [entry for key in dict.fromkeys(keys[:RECENT]) if (entry := index.entry(key))]


def _bounded(parameter: str, longest: int) -> str:
    """What is given for a parameter; raises UnknownParameter where it is longer than it may be."""
    given = request.args.get(parameter, "")
    if len(given) > longest:
        allowed = language("vi")("tối đa {n} ký tự", n=longest)
        raise UnknownParameter(parameter, f"{given[:QUOTED]}…", (allowed,))
    return given


def _json(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))
