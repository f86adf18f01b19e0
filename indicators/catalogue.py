"""The indicators as their definition files state them, read and checked whole before anything is shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from indicators.definition_file import read_definition
from indicators.model import Indicator
from indicators.pillars import PILLAR_ORDER
from indicators.rules import parts_make_whole

DEFINITIONS = Path(__file__).parent / "definitions"


@dataclass(frozen=True, slots=True, order=True)
class DefinitionFault:
    """One thing wrong in one definition file. Targets are counted from 1: `targets[1].value`."""

    file: str
    key: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.key, self.message) if part)


class CatalogueFaults(ValueError):
    """Every fault of every definition file; its text is one line a fault."""

    def __init__(self, faults: Iterable[DefinitionFault]):
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


class Catalogue:
    """The indicators, in the order in which they are shown: by pillar, then by code. Looked up by code."""

    def __init__(self, indicators: Iterable[Indicator]):
        ordered = sorted(indicators, key=lambda indicator: (PILLAR_ORDER[indicator.pillar], indicator.code))
        self._by_code = {indicator.code: indicator for indicator in ordered}
        self.definition_hash = definition_hash(*ordered)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all indicators, in order."""
        return tuple(self._by_code)

    def __getitem__(self, code: str) -> Indicator:
        return self._by_code[code]

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self._by_code.values())

    def __len__(self) -> int:
        return len(self._by_code)


def definition_hash(*indicators: Indicator) -> str:
    """A hash of what the definitions say: the same everywhere, another as soon as one says another thing.

    Comments and layout of the files do not count. It is part of the key of whatever is cached.
    """
    return sha256("\n".join(map(repr, indicators)).encode()).hexdigest()[:16]


def read_catalogue(folder: Path = DEFINITIONS) -> Catalogue:
    """The catalogue of a folder's definitions; raises CatalogueFaults with every fault of every file."""
    paths = sorted(path for path in folder.glob("*.toml") if not path.name.startswith("."))
    if not paths:
        none = "không có tệp định nghĩa nào; chấp nhận: ít nhất một tệp .toml"
        raise CatalogueFaults([DefinitionFault(folder.name, "", none)])
    faults: list[DefinitionFault] = []
    by_code: dict[str, Indicator] = {}
    files = frozenset(path.stem for path in paths)
    for path in paths:
        indicator, found = read_definition(path, files)
        faults += [DefinitionFault(path.name, key, message) for key, message in found]
        if indicator:
            by_code[path.stem] = indicator
    for code, indicator in by_code.items():
        found_between = parts_make_whole(indicator, by_code)
        faults += [DefinitionFault(f"{code}.toml", key, message) for key, message in found_between]
    if faults:
        raise CatalogueFaults(sorted(faults))
    return Catalogue(by_code.values())
