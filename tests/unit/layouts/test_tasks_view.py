"""Which tasks the page shows, and whose reports."""

from datetime import date

import pytest

from indicators.catalogue import read_catalogue
from indicators.task_list import task_list
from indicators.tasks import CLARITIES, TaskReport
from layouts.choice import choice
from layouts.tasks_rule import rule_section
from layouts.tasks_view import TasksView, asked_for, body_name, standings
from tests.unit.charts.examples import VI, table
from tests.unit.layouts.look import texts

CATALOGUE, TASKS = read_catalogue(), task_list()


def report(task, area="VN", state="in_progress", lacking=(), level="country"):
    return TaskReport(task, area, "Cả nước" if area == "VN" else "Tuyên Quang", area, level, state, lacking)


REPORTS = (
    *(report(task.code) for task in TASKS[:3]),
    report(TASKS[3].code, state="overdue", lacking=("person",)),
    report(TASKS[4].code, state="no_report", lacking=CLARITIES),
    report(TASKS[0].code, "08", "done", level="province"),
)


def view(search=""):
    return TasksView(choice(search, CATALOGUE, "vi"), CATALOGUE, TASKS, REPORTS, table(), date(2026, 11, 24))


def codes(search):
    shown = view(search)
    return [one.task.code for one in asked_for(standings(shown), shown.choice)]


def test_the_country_stands_first_with_the_provinces_beside_it():
    found = standings(view())
    assert [one.task.code for one in found] == [task.code for task in TASKS[:5]]
    assert [one.area_code for one in found[0].provinces] == ["08"]
    assert body_name(view(), VI)


@pytest.mark.parametrize(
    ("search", "places"),
    [
        ("?state=overdue", [3]),
        ("?state=unassigned", [3, 4]),
        ("?state=no_report", [4]),
        ("?kind=person", [3, 4]),
        ("?kind=result", [4]),
        ("?state=done", []),
        ("?area=08", [0]),
        ("?area=08&state=done", [0]),
        ("?decision=330", []),
    ],
)
def test_the_address_filters_the_list(search, places):
    assert codes(search) == [TASKS[place].code for place in places]


def test_the_list_names_the_targets_that_no_task_serves():
    said = " ".join(texts(rule_section(view())))
    assert "G06" in said
    assert "G08" in said
