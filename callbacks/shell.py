"""The frame of the pages: which page, in which language, and whether the warehouse answers."""

from functools import partial
from typing import Any
from urllib.parse import parse_qs, urlsplit

from dash import ClientsideFunction, Dash, Input, Output, State, no_update
from dash.development.base_component import Component
from flask import has_request_context, request

from callbacks.methodology import method_in_force
from callbacks.view import answering, tell_trouble
from config import Settings
from geodata.outlines import read_outlines
from geodata.provinces import Boundaries
from language import LOCALES, language
from layouts import ids
from layouts.choice import Choice, choice
from layouts.notices import as_of_note
from layouts.pages import PAGES, page_at, title
from layouts.shell import NEWEST, load_options, root, shell
from layouts.still import stilled
from layouts.waiting import skeleton
from repository import Repository
from warehouse.errors import WarehouseError


def frame(repository: Repository, settings: Settings) -> Component:
    """The frame with the page in it from which the browser asks for it, so that it need not ask again."""
    asked = urlsplit(request.referrer or "") if has_request_context() else urlsplit("")
    if asked.path not in {page.path for page in PAGES}:
        return root()
    given = parse_qs(asked.query).get("lang", [])[-1:]
    locale = next((one for one in LOCALES if [one] == given), settings.default_locale)
    key = {"path": asked.path, "lang": locale}
    return root(key, *show_page(repository, settings, key))


def show_page(repository: Repository, settings: Settings, key: dict[str, str]) -> tuple[list[Component], str]:
    """A page before any number is read, and its title."""
    lang = language("en" if key["lang"] == "en" else "vi")
    page = page_at(key["path"])
    content = page.layout(repository.catalogue, lang)
    waiting = skeleton(page.shape)
    method = method_in_force(repository, settings)
    shown = shell(content, waiting, settings.agency_name, page.path, method, lang, read_credits(settings))
    return stilled(shown), title(page, lang)


def register(app: Dash, repository: Repository, settings: Settings) -> None:
    """Wires the frame into an app."""

    def show_load(beats: int, seen: dict[str, Any] | None, search: str | None) -> Any:
        """The state of the warehouse where the page doesn't show it yet: then everything is read again."""
        try:
            found = repository.read_state()
        except WarehouseError as error:
            tell_trouble(error, choice(search, repository.catalogue, settings.default_locale).language.code)
            return no_update
        return no_update if seen == {"state": found} else {"state": found, "attempt": beats}

    def show_loads(chosen: Choice) -> tuple[Any, ...]:
        """The loads to choose from, the one chosen, and a notice where it isn't the newest."""
        loads = repository.read_loads()
        shown = next((load for load in loads if load.load_id == chosen.load), None)
        # Nothing is chosen where the address names a load that is not there: the address stays as it is.
        refused = any(problem.parameter == "load" for problem in chosen.problems)
        value = None if refused else NEWEST if shown is None else str(shown.load_id)
        return load_options(loads, chosen.language), value, as_of_note(shown, chosen)

    app.callback(
        Output(ids.LOADS, "options"),
        Output(ids.LOADS, "value"),
        Output(ids.AS_OF, "children"),
        Input(ids.LOADS_ASKED, "data"),
        State(ids.LOADS_ASKED, "data"),
        State(ids.URL, "pathname"),
    )(answering(repository, settings.default_locale, "", show_loads))
    app.clientside_callback(
        ClientsideFunction("choice", "loadsAsked"),
        Output(ids.LOADS_ASKED, "data"),
        Input(ids.URL, "search"),
        Input(ids.LOAD, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("choice", "load"), Input(ids.LOADS, "value"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("choice", "page"),
        Output(ids.PAGE_KEY, "data"),
        Input(ids.URL, "pathname"),
        Input(ids.URL, "search"),
        State(ids.PAGE_KEY, "data"),
    )
    app.callback(
        Output(ids.PAGE, "children"),
        Output(ids.TITLE, "data"),
        Input(ids.PAGE_KEY, "data"),
        prevent_initial_call=True,
    )(partial(show_page, repository, settings))
    app.clientside_callback(ClientsideFunction("choice", "title"), Input(ids.TITLE, "data"))
    app.callback(
        Output(ids.LOAD, "data"),
        Input(ids.HEARTBEAT, "n_intervals"),
        State(ids.SEEN, "data"),
        State(ids.URL, "search"),
        prevent_initial_call=True,
    )(show_load)


def read_credits(settings: Settings) -> dict[str, str]:
    """Whose the imported outlines of provinces are, by boundaries; nothing where our own are drawn."""
    every: tuple[Boundaries, ...] = ("34", "63")
    drawn = {boundaries: read_outlines(settings.data_dir, boundaries) for boundaries in every}
    return {boundaries: one.attribution for boundaries, one in drawn.items() if one.imported}
