"""The panel of the province that is selected."""

from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from callbacks.boundaries import (
    ProvinceSeries,
    province_trend,
    read_projection,
    read_province_series,
)
from callbacks.view import View, answering, of_view, path_frequency
from config import Settings
from geodata.provinces import MERGER
from indicators.model import Value
from indicators.periods import Period
from layouts import ids
from layouts.breadcrumbs import province_way
from layouts.links import MAP
from layouts.milestone_panel import milestone_panel
from layouts.province_panel import Province, province_panel
from repository import Repository


def register(app: Dash, repository: Repository, settings: Settings) -> None:
    """Wires the panel into an app."""
    show = of_view(repository, partial(show_panel, repository))
    app.callback(
        Output(ids.PANEL, "children"),
        Input(ids.PANEL_ASKED, "data"),
        State(ids.PANEL_ASKED, "data"),
        State(ids.URL, "pathname"),
        prevent_initial_call=True,
    )(answering(repository, settings.default_locale, MAP, show))
    app.clientside_callback(
        ClientsideFunction("choice", "panelAsked"),
        Output(ids.PANEL_ASKED, "data"),
        Input(ids.URL, "search"),
        Input(ids.LOAD, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("layers", "panel"), Input(ids.PANEL, "children"), prevent_initial_call=True
    )


def show_panel(repository: Repository, view: View) -> Any:
    """The panel of the selected province; nothing where none is selected."""
    chosen = view.choice
    if chosen.area is None:
        return None
    if chosen.indicator.kind == "milestone":
        milestones = repository.read_milestones(view.table.period, chosen.boundaries, chosen.load)
        of_area = (one for one in milestones if one.area_code == chosen.area)
        found = next((one for one in of_area if one.code == chosen.indicator.code), None)
        value = next(value for value in view.table.values if value.area_code == chosen.area)
        return milestone_panel(found, value, chosen.indicator, chosen.language, province_way(chosen))
    path = read_province_series(repository, view, chosen.area)
    province = read_province(repository, view, path)
    figure = province_trend(repository, view, path, province.value, province.projection)
    return province_panel(province, chosen, figure, province_way(chosen))


def read_province(repository: Repository, view: View, path: ProvinceSeries) -> Province:
    """What the panel shows of the selected province, at the period of the view."""
    table, area = view.table, view.choice.area
    assert area is not None
    value = next(value for value in table.values if value.area_code == area)
    return Province(
        value=value,
        series=path.series,
        projection=read_projection(repository, view, path, value),
        former=read_former(repository, view, area),
        territory=path.territory,
        former_series=path.former,
    )


def read_former(repository: Repository, view: View, area: str) -> tuple[Value, ...]:
    """The last values before the merger of the former provinces that make up a province of today."""
    chosen = view.choice
    if chosen.boundaries == "63" or (
        chosen.boundaries == "reported" and Period.parse(view.table.period).end < MERGER
    ):
        return ()
    codes = {former for former, _, _ in repository.read_predecessors(area)}
    frequency = path_frequency(view.table.period)
    before = [
        p
        for p in repository.read_periods(chosen.indicator.code, chosen.load).get(frequency, ())
        if Period.parse(p).end < MERGER
    ]
    if not codes or not before:
        return ()
    table = repository.read_values(chosen.indicator.code, before[-1], "63", as_of_load=chosen.load)
    return tuple(value for value in table.values if value.area_code in codes)
