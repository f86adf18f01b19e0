"""The page Nhiệm vụ: the tasks of the decisions, who answers for them, and how far they are."""

from dash import html
from dash.development.base_component import Component

from charts.template import Figure
from indicators.catalogue import Catalogue
from indicators.model import COUNTRY
from language import Language
from layouts import ids
from layouts.tasks_headline import headline
from layouts.tasks_provinces import province_table, provinces
from layouts.tasks_rule import rule_section
from layouts.tasks_table import task_table
from layouts.tasks_timeline import bars, timeline_section
from layouts.tasks_view import TasksView, asked_for, standings
from layouts.waiting import awaited


def page(_catalogue: Catalogue, _lang: Language) -> Component:
    """The page before anything is read."""
    return html.Div(awaited(), id=ids.TASKS, className="page tasks-page")


def tasks_page(view: TasksView, figure: Figure) -> list[Component]:
    """The page; `figure` is the timeline of the tasks asked for."""
    lang = view.choice.language
    found = standings(view)
    shown = asked_for(found, view.choice)
    by_province = provinces(view)
    return [
        html.Div(headline(view, found)),
        html.Div(task_table(view, shown, len(found))),
        *([timeline_section(bars(shown, lang), figure, lang)] if shown else []),
        *([html.Div(province_table(view, by_province))] if by_province else []),
        *([html.Div(rule_section(view))] if view.body == COUNTRY else []),
    ]
