"""The foreign warehouses, each built once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.integration.oracle.application import Foreign
from tests.integration.oracle.corners import corners
from tests.integration.oracle.foreign import country, handful
from tests.integration.oracle.wrong import bare, parts, spoilt, without_facts

BUILDERS = {
    "country": country,
    "handful": handful,
    "corners": corners,
    "parts": parts,
    "bare": bare,
    "without_facts": without_facts,
    "spoilt": lambda path: spoilt(path)[0],
}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("foreign")


@pytest.fixture(scope="session")
def foreign(folder: Path) -> Callable[[str], Foreign]:
    """The foreign warehouse of a name, built once."""
    built: dict[str, Foreign] = {}

    def named(name: str) -> Foreign:
        if name not in built:
            built[name] = Foreign(BUILDERS[name](folder / f"{name}.sqlite"))
        return built[name]

    return named
