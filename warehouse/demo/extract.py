"""The communes of before and after 2025-07-01, taken out of the PyPI package `vietnamadminunits` (MIT).

`python -m warehouse.demo.extract` writes data/communes.csv and data/communes_before.csv again. The package is
read as files, never imported: it would bring heavy libraries with it.
"""

import csv
import json
import sqlite3
from collections import defaultdict
from importlib.util import find_spec
from math import hypot
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "data"

# The package's table of divided communes is keyed by name, so that a part can point to a namesake far away.
FARTHEST_PART_KM = 20


class New(NamedTuple):
    code: str
    name: str
    kind: str
    province: str
    at: tuple[float, float]


class Old(NamedTuple):
    code: str
    name: str
    province: str
    at: tuple[float, float] | None


def package_folder() -> Path:
    """The folder of the installed package's data."""
    spec = find_spec("vietnamadminunits")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("Cần gói vietnamadminunits 1.0.4 (pip install vietnamadminunits==1.0.4).")
    return Path(spec.submodule_search_locations[0]) / "data"


def read_new(database: sqlite3.Connection) -> dict[tuple[str, str], New]:
    """The communes of today, by the package's key of province and commune."""
    rows = database.execute(
        "SELECT provinceKey, wardKey, wardCode, wardShort, wardType, provinceCode, wardLat, wardLon"
        " FROM admin_units"
    )
    return {
        (p, w): New(code, name, kind, prov, (lat, lon)) for p, w, code, name, kind, prov, lat, lon in rows
    }


def read_old(database: sqlite3.Connection) -> dict[str, Old]:
    """The communes of before, by the package's key; an island district without communes stands for itself."""
    rows = database.execute(
        "SELECT provinceKey, districtKey, wardKey, wardCode, ward, districtCode, district, provinceCode,"
        " wardLat, wardLon FROM admin_units_legacy"
    )
    return {
        f"{p}_{d}_{w or ''}": Old(code or district, name or district_name, prov, (lat, lon) if lat else None)
        for p, d, w, code, name, district, district_name, prov, lat, lon in rows
    }


def succession(
    converter: dict[str, dict[str, dict[str, list]]], old: dict[str, Old], new: dict[tuple[str, str], New]
) -> dict[str, set[str]]:
    """Codes of the new communes that took over each old one, by old code.

    A part of a divided commune is left out where the new commune is made of whole communes of other provinces
    alone, or where it lies far away and another part near by: both betray a namesake.
    """
    made_of: dict[tuple[str, str], set[str]] = defaultdict(set)
    heirs: dict[str, set[str]] = defaultdict(set)
    for province, communes in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for commune, olds in communes.items():
            for key in olds:
                made_of[province, commune].add(old[key].province)
                heirs[old[key].code].add(new[province, commune].code)
    for province, communes in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for key, parts in communes.items():
            here = old[key]
            there = [
                new[province, part["newWardKey"]]
                for part in parts
                if here.province in made_of.get((province, part["newWardKey"]), {here.province})
            ]
            near = [commune for commune in there if _km(here.at, commune.at) <= FARTHEST_PART_KM]
            heirs[here.code].update(commune.code for commune in near or there)
    return heirs


def _km(a: tuple[float, float] | None, b: tuple[float, float]) -> float:
    return 0.0 if a is None else 111 * hypot(a[0] - b[0], 0.95 * (a[1] - b[1]))


def main() -> None:
    """Write both files."""
    source = package_folder()
    with sqlite3.connect(f"{(source / 'dataset.db').as_uri()}?mode=ro", uri=True) as database:
        new, old = read_new(database), read_old(database)
    converter = json.loads((source / "converter_2025.json").read_text(encoding="utf-8"))
    heirs = succession(converter, old, new)
    without = sorted({commune.code for commune in old.values()} - set(heirs))
    if without:
        raise SystemExit(f"Không rõ đơn vị kế tục của: {', '.join(without)}")
    _write(
        "communes.csv", ("code", "name_vi", "kind_vi", "province"), {commune[:4] for commune in new.values()}
    )
    _write(
        "communes_before.csv",
        ("code", "name_vi", "province", "successors"),
        {(o.code, o.name, o.province, " ".join(sorted(heirs[o.code]))) for o in old.values()},
    )


def _write(name: str, header: tuple[str, ...], rows: set[tuple[str, ...]]) -> None:
    with (FOLDER / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *sorted(rows)])


if __name__ == "__main__":
    main()
