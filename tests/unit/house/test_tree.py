"""What may not stand in the files of the project, and what the pins must hold."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[3]

# Written in pieces, or this file would be the first to hold them.
FORBIDDEN = {
    "a path of one machine": r"(?<![\w.])/(?:home|Users|root|work)/\w",
    "the host of a package registry": "|".join(
        ["pypi" + r"\.org", "pythonhosted" + r"\.org", r"registry\.npm" + "js", r"registry\.yarn" + "pkg"]
    ),
    "a content delivery network": "|".join(
        [
            r"jsdelivr" + r"\.net",
            "unpkg" + r"\.com",
            "cdnjs" + r"\.",
            r"cdn\.plot" + r"\.ly",
            r"fonts\.g" + "(?:oogleapis|static)",
        ]
    ),
}
NO_TEXT = {".png", ".woff2", ".ico", ".sqlite"}
LARGEST = 1_500_000


def tracked() -> list[Path]:
    """The files under version control, and those that would come under it."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    files = [ROOT / name for name in listed.stdout.split("\0") if name] if listed.returncode == 0 else []
    if not files:
        pytest.skip("not a checkout: nothing is tracked here")
    return [file for file in files if file.is_file()]


def found_in(text: str) -> list[str]:
    """What a text holds of the forbidden."""
    return [what for what, pattern in FORBIDDEN.items() if re.search(pattern, text)]


def test_no_file_names_this_machine_a_registry_or_a_network():
    faults = {
        str(file.relative_to(ROOT)): wrong
        for file in tracked()
        if file.suffix not in NO_TEXT and (wrong := found_in(file.read_text("utf-8")))
    }
    assert not faults


@pytest.mark.parametrize(
    "text",
    [
        "cd /ho" + "me/someone/project",
        "--index-url https://pypi" + ".org/simple",
        '"resolved": "https://registry.npm' + 'js.org/bootstrap"',
        '<script src="https://cdn.jsdelivr' + '.net/x.js">',
    ],
)
def test_what_is_forbidden_is_found(text):
    assert found_in(text)


def test_what_is_made_is_not_tracked():
    made = re.compile(r"^(\.venv|(audit/)?node_modules|data|assets/vendor)/|\.(pyc|mo|sqlite)$")
    assert not [file for file in tracked() if made.search(str(file.relative_to(ROOT)))]


def test_no_file_is_large():
    assert not [file.name for file in tracked() if file.stat().st_size > LARGEST]


def pins(name: str) -> dict[str, str]:
    lines = [
        line for line in (ROOT / name).read_text("utf-8").splitlines() if not line.startswith(("#", "-r"))
    ]
    assert all(re.fullmatch(r"[a-z0-9-]+==[\w.]+", line) for line in lines)
    return dict(line.split("==") for line in lines)


@pytest.mark.parametrize("which", ["requirements.txt", "requirements-dev.txt"])
def test_every_direct_dependency_is_pinned_within_its_range(which):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    direct = (
        project["dependencies"] if which == "requirements.txt" else project["optional-dependencies"]["dev"]
    )
    known = pins("requirements.txt") | pins("requirements-dev.txt")
    for requirement in map(Requirement, direct):
        assert requirement.specifier.contains(known[canonicalize_name(requirement.name)]), requirement
    assert not set(pins("requirements.txt")) & set(pins("requirements-dev.txt"))
