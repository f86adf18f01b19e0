"""The page at TASKS."""

from dataclasses import replace
from functools import partial
from typing import Any

from dash import Dash, Input, Output, State

from callbacks.view import answering, tell_page
from charts.timeline import timeline
from config import Settings
from indicators.model import COUNTRY
from indicators.task_list import task_list
from layouts import ids
from layouts.choice import Choice, Problem
from layouts.links import TASKS
from layouts.tasks import tasks_page
from layouts.tasks_timeline import bars
from layouts.tasks_view import ASSIGNED, TasksView, asked_for, standings
from repository import Repository


def register(app: Dash, repository: Repository, settings: Settings) -> None:
    """Wires the page into an app."""
    app.callback(
        Output(ids.TASKS, "children"),
        Input(ids.URL, "search"),
        Input(ids.LOAD, "data"),
        State(ids.URL, "pathname"),
    )(answering(repository, settings.default_locale, TASKS, partial(show_page, repository)))


def show_page(repository: Repository, chosen: Choice) -> Any:
    """What the page shows."""
    view = read_tasks_view(repository, chosen)
    shown = asked_for(standings(view), view.choice)
    figure = timeline(
        bars(shown, chosen.language), today=view.today, lang=chosen.language, theme=chosen.theme
    )
    illustrative = any(report.illustrative for report in view.reports)
    tell_page(repository, view.choice, illustrative=illustrative)
    return tasks_page(view, figure)


def read_tasks_view(repository: Repository, chosen: Choice) -> TasksView:
    """What the page is made of. A body that has no tasks is a problem of the choice."""
    reports = repository.read_tasks(as_of_load=chosen.load)
    bodies = tuple(dict.fromkeys(report.area_code for report in reports))
    if chosen.area is not None and chosen.area not in bodies:
        problem = Problem("area", chosen.area, bodies)
        chosen = replace(chosen, area=None, problems=(*chosen.problems, problem))
    elif chosen.area == COUNTRY:
        chosen = replace(chosen, area=None)
    return TasksView(
        choice=chosen,
        catalogue=repository.catalogue,
        tasks=task_list(),
        reports=reports,
        assigned=repository.read_values(ASSIGNED, as_of_load=chosen.load),
        today=repository.today(),
    )
