"""What the documents say is so: paths, commands, settings, routes, indicators, libraries."""

import re
import tomllib
from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest
from flask import Flask

from api.routes import api_routes
from config import Settings
from indicators.catalogue import read_catalogue
from repository import Repository

ROOT = Path(__file__).parents[3]
DOCUMENTS = [
    ROOT / name
    for name in (
        "README.md",
        "CHANGELOG.md",
        "benchmarks/README.md",
        "docs/decisions.md",
        "docs/glossary.md",
        "docs/reading_the_contract.md",
    )
]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(#[^)\s]*)?\)")
CODE = re.compile(r"`([^`\n]+)`")


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def table(document: str, head: str) -> list[list[str]]:
    """The rows of the table whose head line begins so, as lists of cells."""
    lines = document.partition(head)[2].splitlines()[2:]
    rows = lines[: next((place for place, line in enumerate(lines) if not line.startswith("|")), None)]
    return [[cell.strip() for cell in row.strip().strip("|").split("|")] for row in rows]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.name)
def test_every_link_leads_somewhere(document):
    for path, anchor in LINK.findall(document.read_text("utf-8")):
        target = (document.parent / path).resolve() if path else document
        assert target.exists(), path
        if anchor:
            headings = re.findall(r"^#+ (.+)$", target.read_text("utf-8"), re.M)
            assert anchor[1:] in {heading.lower().replace(" ", "-") for heading in headings}, path + anchor


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.name)
def test_every_path_in_code_marks_is_there(document):
    folders = {file.name for file in ROOT.iterdir() if file.is_dir() and not file.name.startswith(".")}
    named = [code for code in CODE.findall(document.read_text("utf-8")) if code.partition("/")[0] in folders]
    assert [code for code in named if "/" in code and not (ROOT / code).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.name)
def test_every_command_exists(document):
    said = document.read_text("utf-8")
    shown = "\n".join(CODE.findall(said) + re.findall(r"^```sh\n(.*?)^```", said, re.M | re.S))
    targets = set(re.findall(r"^([a-z0-9-]+):", text("Makefile"), re.M))
    assert set(re.findall(r"\bmake ([a-z0-9-]+)", shown)) <= targets
    for module in re.findall(r"python -m (\w+)", shown):
        assert (ROOT / module / "__main__.py").exists(), module


def test_the_settings_in_the_readme_are_those_in_force():
    rows = table(text("README.md"), "| variable | default |")
    assert [name.strip("`").lower() for name, *_ in rows] == list(Settings.model_fields)
    for name, default, meaning in rows:
        field = Settings.model_fields[name.strip("`").lower()]
        assert meaning
        if field.default_factory is None:
            assert default.strip("`") == str(field.default), name


def test_the_routes_in_the_readme_are_those_of_the_api():
    server = Flask("documents", static_folder=None)
    server.register_blueprint(api_routes(Mock(spec=Repository), list))
    routes = {rule.rule for rule in server.url_map.iter_rules() if "<" not in rule.rule}
    named = {
        code for code in CODE.findall(text("README.md")) if code.startswith(("/api/", "/healthz", "/readyz"))
    }
    assert named | {"/api/v1/values"} == routes
    assert "/api/v1/values?" in text("README.md")


def test_the_changelog_names_every_indicator_of_the_catalogue():
    head, rows = "| Mã | Chỉ số |", {}
    for release in text("CHANGELOG.md").split(head)[1:]:
        for code, *cells in table(head + release, head):
            rows.setdefault(code, cells)  # the newest release that names it
    shipped = {one.code: (one.short_vi, one.short_en) for one in read_catalogue()}
    assert {code: (short_vi, short_en) for code, (short_vi, _, short_en) in rows.items()} == shipped
    for indicator in read_catalogue():
        _, targets, _ = rows[indicator.code]
        for target in indicator.targets:
            assert indicator.kind == "milestone" or f"{target.value:g}%" in targets
            assert f"{target.date:%d/%m/%Y}" in targets


def test_every_library_is_accounted_for():
    project = tomllib.loads(text("pyproject.toml"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    decisions = text("docs/decisions.md").lower()
    names = [re.split(r"[^\w-]", requirement)[0].lower() for requirement in wanted]
    assert [name for name in names if name not in decisions] == []


def test_every_decision_has_its_day():
    headings = re.findall(r"^## (.+)$", text("docs/decisions.md"), re.M)
    assert headings
    days = [date.fromisoformat(heading.partition(": ")[0]) for heading in headings]
    assert days == sorted(days, reverse=True)
