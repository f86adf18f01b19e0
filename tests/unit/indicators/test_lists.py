"""The lists of tasks and systems: they tell every fault at once, and agree with the reference and the set."""

import csv
import re
import unicodedata
from dataclasses import fields
from pathlib import Path

import pytest

from indicators.catalogue import CatalogueFaults, read_catalogue
from indicators.list_file import LISTS
from indicators.system_list import read_systems, system_list
from indicators.task_list import read_tasks, task_list
from indicators.tasks import uncovered
from warehouse.demo.milestones import SYSTEMS
from warehouse.demo.reference import read_table

REFERENCE = Path(__file__).parents[4] / "shared" / "reference"
needs_reference = pytest.mark.skipif(
    not REFERENCE.is_dir(), reason="the reference files are not beside the project"
)
DEFINED = frozenset(read_catalogue().codes)
SYSTEM_CODES = frozenset(f"SYS{number:02}" for number in range(1, 45))


def reference(name):
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def spoilt(tmp_path, name, *changes):
    """A copy of a list in which the first place that matches is replaced, for each change."""
    text = (LISTS / name).read_text(encoding="utf-8")
    for old, new in changes:
        text, times = re.subn(old, new, text, count=1)
        assert times == 1, old
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def faults(read, *given):
    """The keys of all faults that reading raises."""
    with pytest.raises(CatalogueFaults) as raised:
        read(*given)
    return [fault.key for fault in raised.value.faults]


def test_every_fault_of_every_task_is_told_at_once(tmp_path):
    path = spoilt(
        tmp_path,
        "tasks.toml",
        (r'"G01", "G02", "G09"', '"G01", "Z99", "G01"'),
        (r'"SYS22", "SYS23"', '"SYS22", "SYS99"'),
        (r"due_year = 2030", "due_year = 2019"),
        (r'kind = "task"', 'kind = "idea"'),
        (r'code = "III.2.b"', 'code = "III.2.a"'),
        (r'code = "III.3.a"', 'code = "III.3.a"\nweight = 3'),
        (r'title_en = "Build up data on policies[^"]*"', 'title_en = " "'),
    )
    assert faults(read_tasks, path, DEFINED, SYSTEM_CODES) == [
        "III.1.a.due_year",
        "III.1.a.due_year",
        "III.1.a.indicators",
        "III.1.a.indicators",
        "III.1.a.kind",
        "III.1.b.systems",
        "III.2.a",
        "III.3.a.weight",
        "III.3.b.title_en",
    ]


def test_every_fault_of_every_system_is_told_at_once(tmp_path):
    path = spoilt(
        tmp_path,
        "systems.toml",
        (r'indicators = \["G04"\]\nmilestone = "SYS02"', 'indicators = ["Z99"]\nmilestone = "SYS03"'),
        (r'code = "SYS05"', 'code = "SYS5"'),
        (r'flow = "both"', 'flow = "sideways"'),
        (r"due_year = 2025", 'due_year = "2025"'),
        (r"note_en = [^\n]*\n", ""),
    )
    assert faults(read_systems, path, DEFINED) == [
        "SYS01.flow",
        "SYS02.indicators",
        "SYS02.milestone",
        "SYS02.note_en",
        "SYS33.due_year",
        "SYS5.code",
        "SYS5.milestone",
    ]


@pytest.mark.parametrize("text", ["", "tasks = 3", "[[systems]]\ncode = 1", "tasks = [", "[[tasks]]\nx"])
def test_a_file_that_is_no_list_is_one_fault(tmp_path, text):
    path = tmp_path / "tasks.toml"
    path.write_text(text, encoding="utf-8")
    assert faults(read_tasks, path, DEFINED, SYSTEM_CODES) == [""]


def test_what_ships_is_whole():
    assert (len(task_list()), len(system_list())) == (41, 44)
    for entry in (*task_list(), *system_list()):
        texts = [getattr(entry, field.name) for field in fields(entry) if field.type is str]
        assert texts
        assert all(unicodedata.is_normalized("NFC", text) and text == text.strip() for text in texts)
    assert all(system.category_en for system in system_list())


def test_a_system_is_reported_under_a_milestone_or_its_own_code():
    catalogue = read_catalogue()
    of_indicators = {system.code: system.milestone for system in system_list() if system.milestone in DEFINED}
    assert of_indicators == {"SYS01": "G06", "SYS12": "A03"}
    assert {catalogue[code].kind for code in of_indicators.values()} == {"milestone"}
    assert {catalogue[code].level for code in of_indicators.values()} == {"country"}


def test_two_targets_have_no_task():
    assert uncovered(read_catalogue(), task_list()) == ("G06", "G08")


def test_the_demonstration_knows_the_same_tasks_and_systems():
    ours = {
        one.code: ("yes" if one.by_province else "no", one.start_year, one.due_year) for one in task_list()
    }
    theirs = {
        line["code"]: (line["by_province"], int(line["start_year"]), int(line["due_year"]))
        for line in read_table("tasks")
    }
    assert ours == theirs
    own = {system.code: system.due_year for system in system_list() if system.milestone == system.code}
    assert own == SYSTEMS


@needs_reference
def test_tasks_agree_with_the_reference():
    lines = reference("tasks")
    assert [one.code for one in task_list()] == [line["code"] for line in lines]
    kinds = {"nhiệm vụ": "task", "giải pháp": "solution"}
    for one, line in zip(task_list(), lines, strict=True):
        assert one.kind == kinds[line["kind"]]
        assert one.decision == ("330" if line["source_doc"].startswith("330") else "1087")
        assert one.by_province == ("Tỉnh" in line["level"])
        assert (one.start_year, one.due_year) == (int(line["start_year"]), int(line["due_year"]))
        assert one.indicators == tuple(filter(None, line["linked_indicators"].split(";")))
        assert line["lead_2026_proposed"] in one.lead_now
        assert bool(one.systems) <= bool(line["linked_systems"])


@needs_reference
def test_systems_agree_with_the_reference():
    lines = reference("systems")
    assert [one.code for one in system_list()] == [line["code"] for line in lines]
    flows = {"vào": "in", "ra": "out", "vào/ra": "both", "ra/vào": "both", "-": "none"}
    for one, line in zip(system_list(), lines, strict=True):
        assert one.flow == flows[line["direction"]], one.code
        named = set(re.findall(r"\b[ADEGNS]\d\d[a-c]?\b", line["role_of_dashboard"]))
        assert named <= set(one.indicators), one.code
        for number in ("1087", "330"):
            assert (number in line["source_doc"]) == (f"Quyết định {number}" in one.decision), one.code
