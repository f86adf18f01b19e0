"""The dialog "Số này từ đâu?", which any number on any page can open."""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from callbacks.view import answering
from config import Settings
from indicators.errors import UnknownParameter
from layouts import ids
from layouts.choice import Choice
from layouts.origin import origin_dialog, unknown_origin
from repository import Repository


def register(app: Dash, repository: Repository, settings: Settings) -> None:
    """Wires the dialog into an app."""

    def show_origin(chosen: Choice) -> Any:
        """The dialog of the value asked for; nothing where none is."""
        asked = chosen.origin
        if asked is None:
            return None
        try:
            found = repository.read_origin(
                asked.indicator, asked.area, asked.period, asked.boundaries, chosen.load
            )
        except UnknownParameter:
            return unknown_origin(asked, chosen.language)
        return origin_dialog(found, repository.catalogue[asked.indicator], chosen)

    app.callback(
        Output(ids.ORIGIN, "children"),
        Input(ids.ORIGIN_ASKED, "data"),
        State(ids.ORIGIN_ASKED, "data"),
        State(ids.URL, "pathname"),
        prevent_initial_call=True,
    )(answering(repository, settings.default_locale, "", show_origin))
    app.clientside_callback(
        ClientsideFunction("choice", "originAsked"),
        Output(ids.ORIGIN_ASKED, "data"),
        Input(ids.URL, "search"),
        Input(ids.LOAD, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("layers", "origin"), Input(ids.ORIGIN, "children"), prevent_initial_call=True
    )
