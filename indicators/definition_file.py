"""One definition file, read key by key: what is sound in it, and everything that is not.

Its keys are the fields of `model.Indicator`; `[[targets]]`, `[baseline]` and `[review]` are tables. Each key
is checked by itself, so that one fault hides no other.
"""

import json
import tomllib
import unicodedata
from collections.abc import Set
from dataclasses import MISSING, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from pydantic import ConfigDict, TypeAdapter, ValidationError

from indicators.model import Baseline, Indicator, Review, Target
from indicators.rules import (
    BASELINE_RULES,
    INDICATOR_RULES,
    REVIEW_RULES,
    TARGET_RULES,
    Finding,
    Rule,
    findings,
)

STRICT = ConfigDict(strict=True, allow_inf_nan=False)
MAY_BE_EMPTY = {"disputed_vi", "disputed_en"}  # and every text with an empty default
TABLES: dict[str, tuple[type, tuple[Rule, ...], str]] = {
    "targets": (Target, TARGET_RULES, "[[targets]]"),
    "baseline": (Baseline, BASELINE_RULES, "[baseline]"),
    "review": (Review, REVIEW_RULES, "[review]"),
}
ACCEPTED: dict[Any, str] = {
    str: "văn bản trong ngoặc kép",
    int: "số nguyên",
    float: "số, dùng dấu chấm thập phân",
    bool: "true hoặc false",
    date: "ngày dạng 2030-12-31, không có ngoặc kép",
    date | None: "ngày dạng 2030-12-31, không có ngoặc kép",
    tuple[str, ...]: 'danh sách mã trong ngoặc kép, ví dụ ["village_heads"] hoặc ["46"]',
    tuple[float, float]: "[thấp, cao]",
}


def read_definition(path: Path, files: Set[str]) -> tuple[Indicator | None, list[Finding]]:
    """The indicator of a file, None where a key is missing or can't be read, and all faults of the file.

    `files` holds the codes of all definition files, for the parts that it names.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        return None, [("", "không phải UTF-8; chấp nhận: tệp văn bản mã UTF-8")]
    except tomllib.TOMLDecodeError as error:
        return None, [("", f"không đúng cú pháp TOML: {error}")]
    known, found = read_keys(Indicator, raw)
    for key in TABLES.keys() & raw.keys():
        table, more = _read_tables(key, raw[key], known)
        found += more
        if table is not None:
            known[key] = table
    found += findings(INDICATOR_RULES, known | {"files": files})
    if known.get("code", path.stem) != path.stem:
        found.append(("code", f'"{known["code"]}" khác tên tệp; chấp nhận: "{path.stem}"'))
    whole = known.keys() == _types(Indicator).keys()
    return (Indicator(**known) if whole else None), sorted(found)


def _read_tables(key: str, raw: Any, around: dict[str, Any]) -> tuple[Any, list[Finding]]:
    """The record of a table, or a tuple of them for an array of tables; None where faulty; and the faults.

    `around` holds the sound keys of the indicator, on which the rules of a table lean.
    """
    record, rules, shape = TABLES[key]
    many = shape.startswith("[[")
    tables = raw if many else [raw]
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        return None, [(key, f"{_shown(raw)} không hợp lệ; chấp nhận: bảng {shape}")]
    records, found = [], []
    for number, table in enumerate(tables, start=1):
        at = f"{key}[{number}]" if many else key
        known, faults = read_keys(record, table)
        faults += findings(rules, around | known)
        found += [(f"{at}.{inner}", message) for inner, message in faults]
        if known.keys() == _types(record).keys():
            records.append(record(**known))
    if len(records) < len(tables):
        return None, found
    return (tuple(records) if many else records[0]), found


def read_keys(record: type, raw: dict[str, Any]) -> tuple[dict[str, Any], list[Finding]]:
    """The sound keys of a record with defaults filled in, tables left aside; and the faults of the others."""
    types = _types(record)
    found = [(key, f"khóa lạ; chấp nhận: {', '.join(types)}") for key in raw.keys() - types.keys()]
    known: dict[str, Any] = {}
    for field in fields(record):
        key, accepted = field.name, _accepted(types[field.name])
        if key not in raw:
            if field.default is MISSING:
                found.append((key, f"thiếu; chấp nhận: {TABLES[key][2] if key in TABLES else accepted}"))
            else:
                known[key] = field.default
        elif key not in TABLES:
            try:
                value = _checker(types[key]).validate_python(_frozen(raw[key]))
            except ValidationError:
                found.append((key, f"{_shown(raw[key])} không hợp lệ; chấp nhận: {accepted}"))
                continue
            may_be_empty = field.default is not MISSING or key in MAY_BE_EMPTY
            if isinstance(value, str) and not value.strip() and not may_be_empty:
                found.append((key, f"còn trống; chấp nhận: {accepted}"))
            elif isinstance(value, str) and not unicodedata.is_normalized("NFC", value):
                found.append((key, "dấu tiếng Việt viết dạng tổ hợp; chấp nhận: Unicode dựng sẵn (NFC)"))
            else:
                known[key] = value
    return known, found


def _frozen(raw: Any) -> Any:
    return tuple(raw) if isinstance(raw, list) else raw


def _shown(raw: Any) -> str:
    return json.dumps(raw, ensure_ascii=False, default=str)


def _accepted(hint: Any) -> str:
    """What a key of this type accepts, in the words of the file."""
    if get_origin(hint) is Literal:
        return "một trong " + ", ".join(f'"{word}"' for word in get_args(hint))
    return ACCEPTED.get(hint, "")


@cache
def _types(record: type) -> dict[str, Any]:
    return get_type_hints(record)


@cache
def _checker(hint: Any) -> TypeAdapter[Any]:
    return TypeAdapter(hint, config=STRICT)
