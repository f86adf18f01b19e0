"""Reads outlines from GeoJSON, GeoPackage and Shapefile, in WGS 84, by code."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import geopandas
import pyogrio
import shapely

WGS84 = "EPSG:4326"
KNOWN_SHARE = 0.9  # of a column's values that are codes of as many areas, so that it is taken for the codes


class Read(NamedTuple):
    """The outlines by code as they were found, the codes that came twice, and what was wrong."""

    outlines: dict[str, shapely.Geometry]
    twice: list[str]
    faults: list[str]
    notes: list[str]


def read_files(files: Sequence[Path], column: str, known: Collection[str], layer: str | None = None) -> Read:
    """The outlines of all files together; what can't be read is among the faults, the rest goes on."""
    found = Read({}, [], [], [])
    for file in files:
        if not file.exists():
            found.faults.append(f"{file}: không có tệp này.")
            continue
        try:
            layers = [str(name) for name, kind in pyogrio.list_layers(file) if kind]
            if layer is None and len(layers) > 1:
                found.faults.append(f"{file}: có nhiều lớp ({', '.join(layers)}); chọn một bằng --layer.")
                continue
            table = geopandas.read_file(file, engine="pyogrio", layer=layer)
        except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError, OSError) as error:
            reason = str(error).partition("\n")[0]
            found.faults.append(f"{file}: không đọc được như GeoJSON, GeoPackage hoặc Shapefile ({reason}).")
            continue
        _add(found, file, table, column, known)
    return found


def _add(found: Read, file: Path, table: Any, column: str, known: Collection[str]) -> None:
    """Adds the outlines of one file to what was found."""
    if not isinstance(table, geopandas.GeoDataFrame) or table.empty:
        found.faults.append(f"{file}: không có đối tượng nào có hình.")
        return
    if table.crs is None:
        found.faults.append(f"{file}: không cho biết hệ tọa độ (Shapefile cần tệp .prj đi kèm).")
        return
    if not table.crs.equals(WGS84, ignore_axis_order=True):
        found.notes.append(f"{file}: chuyển từ {table.crs.name} sang WGS 84.")
        table = table.to_crs(WGS84)
    width = max(map(len, known), default=0)
    codes = _codes(table, column, known, width)
    if codes is None:
        there = ", ".join(name for name in table.columns if name != table.geometry.name)
        found.faults.append(f"{file}: không có cột mã “{column}”; các cột: {there}. Chọn bằng --code-column.")
        return
    nameless = sum(not code for code in codes)
    if nameless:
        found.faults.append(f"{file}: {nameless} đối tượng không có mã.")
    for code, outline in zip(codes, table.geometry, strict=True):
        if code and code in found.outlines:
            found.twice.append(code)
        elif code:
            found.outlines[code] = outline


def _codes(table: Any, column: str, known: Collection[str], width: int) -> list[str] | None:
    """The codes of a table from the column named, whatever its case, else from the one that holds codes."""
    names = [name for name in table.columns if name != table.geometry.name]
    for name in names:
        if name.lower() == column.lower():
            return [_code(value, width) for value in table[name]]
    if column != "code":  # asked for by name: no other one will do
        return None
    read = {name: [_code(value, width) for value in table[name]] for name in names}
    enough = KNOWN_SHARE * len(table)
    holding = [codes for codes in read.values() if len(set(codes).intersection(known)) >= enough]
    return holding[0] if len(holding) == 1 else None


def _code(value: object, width: int) -> str:
    """A code as the warehouse writes it: tables lose its zeros where they take it for a number.

    >>> _code(8.0, 2), _code("00004", 5), _code(None, 2)
    ('08', '00004', '')
    """
    if value is None or value != value:  # NaN
        return ""
    text = str(value).strip()
    if text.endswith(".0"):
        text = text[:-2]
    return text.zfill(width) if text.isdecimal() else text
