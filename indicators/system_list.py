"""The information systems that the decisions name, read and checked whole."""

import re
from collections.abc import Iterator, Set
from functools import cache
from pathlib import Path

from indicators.list_file import LISTS, defined_codes, indicators_are_defined, read_list
from indicators.rules import Finding
from indicators.systems import System

CODE = re.compile(r"SYS\d\d")
YEARS = range(2020, 2036)


@cache
def system_list() -> tuple[System, ...]:
    """Every listed system, in the list's order; raises CatalogueFaults."""
    return read_systems(LISTS / "systems.toml", defined_codes())


def read_systems(path: Path, defined: Set[str]) -> tuple[System, ...]:
    """The systems of a file, given the codes of all indicators."""
    rules = (
        code_is_a_systems,
        indicators_are_defined,
        milestone_is_known,
        due_year_is_possible,
        notes_are_in_both_languages,
    )
    return read_list(path, System, rules, {"defined": frozenset(defined)})


def code_is_a_systems(code: str) -> Iterator[Finding]:
    if not CODE.fullmatch(code):
        yield "code", f'"{code}" sai dạng; chấp nhận: SYS và hai chữ số, ví dụ SYS07'


def milestone_is_known(code: str, milestone: str, defined: frozenset[str]) -> Iterator[Finding]:
    if milestone != code and milestone not in defined:
        yield "milestone", f'không có mốc "{milestone}"; chấp nhận: "{code}" hoặc mã của một chỉ số là mốc'


def due_year_is_possible(due_year: int) -> Iterator[Finding]:
    if due_year not in YEARS:
        yield "due_year", f"{due_year} ngoài khoảng; chấp nhận: từ {YEARS[0]} đến {YEARS[-1]}"


def notes_are_in_both_languages(note_vi: str, note_en: str) -> Iterator[Finding]:
    if bool(note_vi.strip()) != bool(note_en.strip()):
        empty = "note_en" if note_vi.strip() else "note_vi"
        yield empty, "còn trống; chấp nhận: ghi cả note_vi và note_en, hoặc bỏ cả hai"
