"""What all tests share: no setting of the machine reaches them, and one small demonstration warehouse."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
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
def demo_url(tmp_path_factory: pytest.TempPathFactory, no_settings_of_this_machine) -> str:
    """The URL of a small demonstration warehouse, built once; nobody writes to it."""
    url = f"sqlite:///{tmp_path_factory.mktemp('demo') / 'warehouse.sqlite'}"
    command = [sys.executable, "-m", "warehouse", "demo", "--url", url, "--scale", "small", "--seed", "1"]
    built = subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    return url


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
