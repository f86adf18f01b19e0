"""A list in one TOML file: an array of tables, each read as a record, with every fault of every entry."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from indicators.catalogue import DEFINITIONS, CatalogueFaults, DefinitionFault
from indicators.definition_file import read_keys
from indicators.rules import Finding, Rule, findings

LISTS = Path(__file__).parent / "lists"
Entry = TypeVar("Entry")


def read_list(
    path: Path, entry: Callable[..., Entry], rules: Sequence[Rule], around: dict[str, Any]
) -> tuple[Entry, ...]:
    """The entries of a list file in its order; raises CatalogueFaults with every fault of every entry.

    The table is named after the file. Beside the keys of an entry rules may lean on `around` and on `codes`,
    the codes of all entries. Faults name the entry by its code, one without by its place, from 1.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        fault = DefinitionFault(path.name, "", f"không đúng cú pháp TOML: {error}")
        raise CatalogueFaults([fault]) from error
    tables = raw.get(path.stem)
    if raw.keys() != {path.stem} or not isinstance(tables, list) or not tables:
        wanted = f"chấp nhận: một danh sách bảng [[{path.stem}]]"
        raise CatalogueFaults([DefinitionFault(path.name, "", wanted)])
    codes = [str(table.get("code", number)) for number, table in enumerate(tables, start=1)]
    faults = [
        DefinitionFault(path.name, code, "mã lặp lại; chấp nhận: mỗi mã một lần") for code in repeated(codes)
    ]
    found: list[Entry] = []
    for code, table in zip(codes, tables, strict=True):
        known, wrong = read_keys(entry, table)  # type: ignore[arg-type]
        wrong += findings(rules, around | {"codes": frozenset(codes)} | known)
        faults += [DefinitionFault(path.name, f"{code}.{key}", message) for key, message in wrong]
        if len(known) == len(fields(entry)):  # type: ignore[arg-type]
            found.append(entry(**known))
    if faults:
        raise CatalogueFaults(sorted(faults))
    return tuple(found)


def repeated(codes: Iterable[str]) -> tuple[str, ...]:
    """The codes that come more than once, each once."""
    seen: dict[str, int] = {}
    for code in codes:
        seen[code] = seen.get(code, 0) + 1
    return tuple(code for code, times in seen.items() if times > 1)


def defined_codes() -> frozenset[str]:
    """The codes of all indicators that have a definition file, whether or not it can be read."""
    return frozenset(path.stem for path in DEFINITIONS.glob("*.toml"))


def indicators_are_defined(indicators: Sequence[str], defined: frozenset[str]) -> Iterator[Finding]:
    """A fault for each indicator that no file defines, and for those named twice."""
    for code in indicators:
        if code not in defined:
            yield "indicators", f'không có chỉ số "{code}"; chấp nhận: mã của một tệp định nghĩa'
    for code in repeated(indicators):
        yield "indicators", f'"{code}" lặp lại; chấp nhận: mỗi chỉ số một lần'
