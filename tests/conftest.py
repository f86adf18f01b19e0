"""What all tests share: no setting of the machine reaches them, and one small demonstration warehouse."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings as hypothesis_settings

from config import Settings
from tests.office import Office
from tests.unit.callbacks.script import Script

ROOT = Path(__file__).parents[1]
VARIABLES = [name.upper() for name in Settings.model_fields]

# How long an example takes says how busy the machine is.
hypothesis_settings.register_profile("untimed", deadline=None)
hypothesis_settings.load_profile("untimed")


@pytest.fixture(autouse=True, scope="session")
def no_settings_of_this_machine():
    """Takes the dashboard's variables out of the environment: a test sets what it means to set."""
    with pytest.MonkeyPatch.context() as patch:
        for name in VARIABLES:
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def whole_run(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder of this run, the same in each of its processes."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def demo_url(whole_run: Path, no_settings_of_this_machine) -> str:
    """The URL of a small demonstration warehouse, built once; nobody writes to it."""
    file = whole_run / "demo" / "warehouse.sqlite"
    url = f"sqlite:///{file}"
    with FileLock(whole_run / "demo.lock"):
        if not file.exists():
            command = [
                sys.executable,
                "-m",
                "warehouse",
                "demo",
                "--url",
                url,
                "--scale",
                "small",
                "--seed",
                "1",
            ]
            built = subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True)
            assert built.returncode == 0, built.stderr
    return url


@pytest.fixture(scope="session")
def demo_cache(whole_run: Path) -> Path:
    """Where the answers over the demonstration are kept: what one test had computed the next one finds.

    As in production, where all processes share a folder. A test of how answers are made has one of its own.
    """
    return whole_run / "demo-cache"


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice and poppler, to open what was written."""
    return Office(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="session")
def script() -> Iterator[Script]:
    """The scripts of the pages, under Node."""
    running = Script()
    yield running
    running.close()
