"""The tasks and solutions that the two decisions list, read and checked whole."""

from collections.abc import Iterator, Sequence, Set
from functools import cache
from pathlib import Path

from indicators.list_file import LISTS, defined_codes, indicators_are_defined, read_list, repeated
from indicators.rules import Finding
from indicators.system_list import system_list
from indicators.tasks import Task

YEARS = range(2020, 2036)


@cache
def task_list() -> tuple[Task, ...]:
    """Every listed task and solution, in the decisions' order; raises CatalogueFaults."""
    return read_tasks(LISTS / "tasks.toml", defined_codes(), {system.code for system in system_list()})


def read_tasks(path: Path, defined: Set[str], systems: Set[str]) -> tuple[Task, ...]:
    """The tasks of a file, given the codes of all indicators and of all listed systems."""
    rules = (indicators_are_defined, systems_are_listed, years_are_in_order)
    return read_list(path, Task, rules, {"defined": frozenset(defined), "listed": frozenset(systems)})


def systems_are_listed(systems: Sequence[str], listed: frozenset[str]) -> Iterator[Finding]:
    for code in systems:
        if code not in listed:
            yield "systems", f'không có hệ thống "{code}"; chấp nhận: mã trong systems.toml'
    for code in repeated(systems):
        yield "systems", f'"{code}" lặp lại; chấp nhận: mỗi hệ thống một lần'


def years_are_in_order(start_year: int, due_year: int) -> Iterator[Finding]:
    for key, year in (("start_year", start_year), ("due_year", due_year)):
        if year not in YEARS:
            yield key, f"{year} ngoài khoảng; chấp nhận: từ {YEARS[0]} đến {YEARS[-1]}"
    if due_year < start_year:
        yield "due_year", f"{due_year} trước năm bắt đầu; chấp nhận: từ {start_year} trở đi"
