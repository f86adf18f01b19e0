"""`python lock.py`: pins what is installed, for pyproject.toml's dependencies and all that they need.

Written from the environment that the tests passed in: install a new release there, run the tests, then this.
"""

import tomllib
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent
TITLE = "# Written by `make lock`: change pyproject.toml, not this file.\n"


def pins(requirements: Iterable[str]) -> dict[str, str]:
    """The installed version of each package that the requirements lead to, by name."""
    found: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    waiting = [(requirement, "") for requirement in requirements]
    while waiting:
        text, extra = waiting.pop()
        requirement = Requirement(text)
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        installed = distribution(requirement.name)
        found[canonicalize_name(requirement.name)] = installed.version
        for wanted in ("", *requirement.extras):
            if (requirement.name, wanted) not in seen:
                seen.add((requirement.name, wanted))
                waiting += [(needed, wanted) for needed in installed.requires or ()]
    return dict(sorted(found.items()))


def written(found: dict[str, str]) -> str:
    """The pins as lines of a requirements file."""
    return "".join(f"{name}=={version}\n" for name, version in found.items())


if __name__ == "__main__":
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    served = pins(project["dependencies"])
    all_pins = pins(project["dependencies"] + project["optional-dependencies"]["dev"])
    tested = {name: version for name, version in all_pins.items() if name not in served}
    (ROOT / "requirements.txt").write_text(TITLE + written(served), "utf-8")
    (ROOT / "requirements-dev.txt").write_text(TITLE + "-r requirements.txt\n" + written(tested), "utf-8")
