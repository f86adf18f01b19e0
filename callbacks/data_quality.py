"""The page at QUALITY."""

from functools import partial

from dash import ClientsideFunction, Dash, Input, Output, State
from dash.development.base_component import Component

from callbacks.quality_choice import checked
from callbacks.view import answering, tell_page
from charts.heatmap import heatmap
from config import Settings
from indicators.reporting import Reporting, by_frequency
from indicators.sources import drafts
from layouts import ids
from layouts.choice import Choice
from layouts.data_quality import content
from layouts.links import QUALITY
from layouts.quality_filter import REVISIONS, by_name, section_of
from layouts.quality_heatmap import SHOWN, shown_frequency, shown_periods
from layouts.quality_revisions import revisions_part
from layouts.quality_state import Heat, QualityState
from repository import Repository
from repository.sources import ILLUSTRATIVE


def register(app: Dash, repository: Repository, settings: Settings) -> None:
    """Wires the page into an app."""
    app.callback(
        Output(ids.QUALITY, "children"),
        Input(ids.URL, "search"),
        Input(ids.LOAD, "data"),
        State(ids.URL, "pathname"),
    )(answering(repository, settings.default_locale, QUALITY, partial(show_page, repository)))
    app.callback(
        Output(ids.QUALITY_REVISED, "children"),
        Output(ids.QUALITY_CHANGES, "children"),
        State(ids.URL, "search"),
        Input(ids.QUALITY_SINCE, "children"),  # there anew with every picture of the page
        State(ids.URL, "pathname"),
    )(answering(repository, settings.default_locale, QUALITY, partial(show_changes, repository)))
    for function, read in (
        ("clicked", Input(ids.QUALITY_HEATMAP, "clickData")),
        ("shown", Input(ids.QUALITY, "children")),
    ):
        app.clientside_callback(ClientsideFunction("quality", function), read, prevent_initial_call=True)


def show_page(repository: Repository, asked: Choice) -> list[Component]:
    """The tiles and the part that is open."""
    chosen = checked(repository, asked)
    state = read_quality_state(repository, chosen)
    made_up = any(source.name == ILLUSTRATIVE for source in state.sources)
    tell_page(repository, chosen, illustrative=made_up)
    heat = read_heat(state.reporting, chosen) if section_of(chosen.kind) in SHOWN else None
    return content(state, heat, chosen)


def show_changes(repository: Repository, chosen: Choice) -> tuple[str, list[Component]]:
    """How many figures later loads replaced, and where that part is open what they changed."""
    lang, since = chosen.language, compared_load(repository, chosen)
    changes = None if since is None else repository.read_changes(since)
    revised = "–" if changes is None else lang.number(len(changes.revisions))
    if section_of(chosen.kind) != REVISIONS:
        return revised, []
    listed = repository.read_listed(chosen.load)
    measures = {one.measure_code: lang.pick(one.measure_vi, one.measure_en) for one in listed}
    return revised, revisions_part(changes, measures, repository.catalogue, chosen)


def read_quality_state(repository: Repository, chosen: Choice) -> QualityState:
    """What the page rests on, as of the load chosen."""
    return QualityState(
        repository.read_listed(chosen.load),
        repository.read_reporting(chosen.load),
        repository.read_sources(chosen.load),
        drafts(repository.read_loads(), chosen.load),
        compared_load(repository, chosen),
    )


def compared_load(repository: Repository, chosen: Choice) -> int | None:
    """The load chosen, else the one before the newest; None where there is none."""
    if chosen.load is not None:
        return chosen.load
    approved = sorted(load.load_id for load in repository.read_loads() if load.approved)
    return next(iter(approved[-2:-1]), None)


def read_heat(reporting: Reporting, chosen: Choice) -> Heat:
    """The heat map of the periods asked for."""
    tallied = by_frequency(reporting.tallies, shown_frequency(chosen.period))
    provinces, periods = by_name(reporting, chosen.language), shown_periods(tallied, chosen.period)
    tallies = {(one.province, one.period): one for one in tallied}
    figure = heatmap(
        provinces,
        periods,
        tallies,
        shown=SHOWN[section_of(chosen.kind)],
        lang=chosen.language,
        theme=chosen.theme,
        selected=chosen.area,
    )
    return Heat(figure, provinces, periods, tallies)
