"""From files of outlines to what the app reads: all faults at once, nothing replaced while there is one."""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Literal

from geodata.islands import require_archipelagos
from geodata.official.checks import (
    Known,
    Named,
    Outlines,
    archipelago_faults,
    border_faults,
    code_faults,
    corrected,
    frame_faults,
    mended,
)
from geodata.official.drawing import NotTiled, communes_text, provinces_text, tiled
from geodata.official.reading import read_files
from geodata.outlines import COMMUNES, FOLDER, INDEX, content_hash, province_file
from geodata.provinces import Boundaries

Level = Literal["province", "commune"]


@dataclass(frozen=True, slots=True)
class Report:
    """What an import found: the faults for which it was refused, what it mended, what it wrote."""

    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)


def import_outlines(
    files: Sequence[Path],
    level: Level,
    boundaries: Boundaries,
    known: Mapping[str, Known],
    data_dir: Path,
    attribution: str,
    column: str = "code",
    layer: str | None = None,
) -> Report:
    """The report of an import; the files of an earlier one stay as they are if there is any fault.

    `known` are the areas of that level which are in force, by code. Raises OSError if nothing can be written.
    """
    read = read_files(files, column, known, layer)
    report = Report(list(read.faults), list(read.notes))
    if not read.outlines:
        return report
    found, renamed = corrected(read.outlines, known)
    outlines, faults, repaired = mended(found, known)
    edges, slivers = border_faults(outlines, known)
    report.faults.extend(
        [
            *code_faults(found, read.twice, known),
            *frame_faults(outlines, known),
            *faults,
            *edges,
            *archipelago_faults(outlines, known),
        ]
    )
    report.notes.extend([*renamed, *repaired, *slivers])
    if report.faults:
        return report
    try:
        outlines = tiled(outlines)
    except NotTiled as wrong:
        report.faults.append(
            f"Không khớp được ranh giới chung của: {Named(known).all(str(wrong).split(', '))}."
        )
        return report
    if level == "province":
        text = provinces_text(outlines, known, attribution)
        require_archipelagos(json.loads(text))
        file = province_file(data_dir, boundaries)
        _replace(file, text)
        report.written.append(file)
    else:
        report.written.extend(_write_communes(outlines, known, data_dir, attribution))
    return report


def _write_communes(
    outlines: Outlines, known: Mapping[str, Known], data_dir: Path, attribution: str
) -> list[Path]:
    """The files of the communes, one a province, named by their content; the index comes last and decides."""
    folder, index = data_dir / FOLDER / COMMUNES, data_dir / FOLDER / INDEX
    texts = {}
    for province in sorted({known[code].province for code in outlines}):
        own = {code: each for code, each in outlines.items() if known[code].province == province}
        texts[province] = communes_text(own, known, attribution)
    names = {
        province: f"{province}-{content_hash(text.encode())}.geojson" for province, text in texts.items()
    }
    for province, name in names.items():
        _replace(folder / name, texts[province])
    content = {
        "attribution": attribution,
        "imported_at": datetime.now().astimezone().isoformat(timespec="seconds"),
        "files": names,
    }
    _replace(index, json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    for old in set(folder.glob("*.geojson")) - {folder / name for name in names.values()}:
        old.unlink(missing_ok=True)
    return [index, *(folder / name for name in names.values())]


def _replace(file: Path, text: str) -> None:
    """Puts a whole file in the place of another at once: a reader sees the one or the other."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=file.parent, delete=False) as made:
        try:
            made.write(text)
            made.close()
            os.chmod(made.name, 0o644)
            os.replace(made.name, file)
        except OSError:
            os.unlink(made.name)
            raise
